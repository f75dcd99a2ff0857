"""Grades stand for the score as it is shown, in whole points."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.grades import DEFAULT_BOUNDS, FAILED, GradeScale, rounded

POINTS = st.fractions(0, 100, max_denominator=700)


@pytest.mark.parametrize(
    ("grade", "least", "below"),
    [
        ("A+", 97, "A"), ("A", 93, "A−"), ("A−", 90, "B+"), ("B+", 87, "B"), ("B", 83, "B−"),
        ("B−", 80, "C+"), ("C+", 77, "C"), ("C", 73, "C−"), ("C−", 70, "D"), ("D", 60, "F"),
    ],
)  # fmt: skip
def test_a_grade_begins_at_its_bound(grade, least, below):
    scale = GradeScale()
    assert scale.grade(Fraction(least)) == grade
    assert scale.grade(Fraction(2 * least - 1, 2)) == grade  # shown as `least`
    assert scale.grade(Fraction(2 * least - 1, 2) - Fraction(1, 10**9)) == below


def test_the_ends_of_the_scale():
    assert GradeScale().grade(Fraction(100)) == "A+"
    assert GradeScale().grade(Fraction(0)) == FAILED
    assert GradeScale(bounds=()).grade(Fraction(100)) == FAILED


def test_bounds_may_be_edited():
    scale = GradeScale(bounds=(("good", 50), ("fair", 1)), first_day=date(2026, 11, 20))
    assert [scale.grade(Fraction(points)) for points in (50, 49, 1, 0)] == ["good", "fair", "fair", "F"]
    assert GradeScale().bounds == DEFAULT_BOUNDS


@pytest.mark.parametrize(
    "limits", [(90, 90), (80, 90), (101,), (0,), (100, 50, -1)], ids=["twice", "rising", "over", "zero", "negative"]
)
def test_bounds_which_do_not_fall_are_refused(limits):
    with pytest.raises(ValueError, match="fall"):
        GradeScale(bounds=tuple((str(limit), limit) for limit in limits))


@pytest.mark.parametrize("limits", [(100,), (100, 1), (1,)])
def test_bounds_from_a_hundred_to_one_are_taken(limits):
    assert GradeScale(bounds=tuple((str(limit), limit) for limit in limits)).grade(Fraction(100)) == str(limits[0])


@pytest.mark.parametrize(
    ("points", "shown"), [("86.5", 87), ("86.499", 86), ("0.5", 1), ("0", 0), ("99.5", 100), ("2.5", 3), ("3.5", 4)]
)
def test_halves_are_shown_rounded_up(points, shown):
    assert rounded(Fraction(points)) == shown


@given(POINTS, POINTS)
def test_more_points_are_never_a_worse_grade(one, other):
    best_first = [name for name, _ in DEFAULT_BOUNDS] + [FAILED]
    low, high = sorted((one, other))
    assert best_first.index(GradeScale().grade(high)) <= best_first.index(GradeScale().grade(low))


@given(POINTS)
def test_what_is_shown_is_within_half_a_point(points):
    assert -Fraction(1, 2) < rounded(points) - points <= Fraction(1, 2)
    assert rounded(points) == int((Decimal(points.numerator) / points.denominator + Decimal("0.5")) // 1)
