"""The scores of many days at once are those of the domain, day by day, for whatever card and whatever marks."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.completion import completion
from scorecard.domain.grades import rounded
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.scores import Standing, explain_day
from scorecard.services.progress.grid import Grid
from scorecard.services.progress.scores import Worth, completions_under, day_scores, rounded_half_up, worth_of
from tests.domain.strategies import SPAN, Calendar, calendars
from tests.services.progress.grids import grid_of_entries
from tests.store import strategies as some

MONDAY = date(2026, 11, 16)
EXACT = 1e-9


def grid_of_calendar(calendar: Calendar, remembered: frozenset[tuple[date, str]] = frozenset()) -> Grid:
    entries = {
        key: Entry(entry.measure_id, entry.day, entry.mark, "", key in remembered, entry.computed)
        for key, entry in calendar.entries.items()
    }
    return grid_of_entries(calendar.measures, entries, calendar.monday, SPAN, calendar.away)


@given(calendars(most=6))
def test_a_day_has_the_score_and_the_coverage_that_its_explanation_has(calendar: Calendar) -> None:
    grid = grid_of_calendar(calendar)
    found = day_scores(grid, worth_of(grid))

    for row, day in enumerate(calendar.days):
        score = explain_day(calendar.measures, calendar.entries, day, calendar.away).score
        counts = (found.known[row], found.due[row], found.known_weight[row], found.due_weight[row])
        assert counts == (score.known, score.due, score.known_weight, score.due_weight)
        assert found.thin[row] == score.thin
        assert np.isnan(found.points[row]) == (score.so_far is None)
        assert np.isnan(found.score[row]) == (score.value is None)
        if score.so_far is not None:
            assert abs(found.points[row] - score.so_far) < EXACT
            assert rounded_half_up(found.points[row : row + 1]) == rounded(score.so_far)


@given(calendars(most=6))
def test_each_mark_is_worth_what_its_line_says(calendar: Calendar) -> None:
    worth = worth_of(grid_of_calendar(calendar))

    for row, day in enumerate(calendar.days):
        lines = explain_day(calendar.measures, calendar.entries, day, calendar.away).lines
        of_measure = {line.measure_id: line for line in lines}
        for column, measure in enumerate(calendar.measures):
            line = of_measure.get(measure.id)
            assert worth.asked[row, column] == (line is not None and line.standing.asked)
            assert worth.weights[row, column] == (line.weight if line is not None and line.standing.asked else 0)
            share = line.completion if line is not None and line.standing is Standing.COUNTED else None
            assert _agree(worth.completions[row, column], share)


@given(some.terms(first_day=MONDAY), st.lists(some.values, max_size=5))
@example(Terms(MONDAY, Kind.NUMBER, Direction.AT_MOST, Decimal(0)), [Decimal(0), Decimal(-1), Decimal("0.001")])
@example(
    Terms(MONDAY, Kind.NUMBER, Direction.BETWEEN, Decimal("999999999.998"), Decimal("999999999.999")),
    [Decimal("999999999.997"), Decimal("1000000000"), Decimal("999999999.999")],
)
def test_a_completion_is_the_domain_s_for_the_largest_and_the_finest_values(
    terms: Terms, values: list[Decimal]
) -> None:
    near = [bound + step for bound in (terms.target, terms.upper) if bound for step in (Decimal("-0.001"), 0)]
    asked = [*values, *near]
    if not terms.scores:
        with pytest.raises(ValueError, match="tally"):
            completions_under(terms, np.array([1.0]))
        return
    found = completions_under(terms, np.array([float(value) for value in asked]))

    assert all(_agree(share, completion(terms, value)) for share, value in zip(found, asked, strict=True))


def _agree(found: float, share: Fraction | None) -> bool:
    return bool(np.isnan(found)) if share is None else abs(found - share) < EXACT


@given(st.fractions(0, 100, max_denominator=600))
def test_halves_are_rounded_up_as_they_are_shown(points: Fraction) -> None:
    assert rounded_half_up(np.array([float(points)])) == rounded(points)


def worth_of_one(terms: tuple[Terms, ...], *marks: Mark | None, away: tuple[AwayRange, ...] = ()) -> Worth:
    """Of one measure with these marks from Monday on; None: nothing known."""
    days = [MONDAY + timedelta(days=n) for n in range(len(marks))]
    entries = {(day, "m"): Entry("m", day, mark) for day, mark in zip(days, marks, strict=True) if mark is not None}
    return worth_of(grid_of_entries([Measure("m", "Calls", terms)], entries, MONDAY, len(marks), away))


def scored(value: int) -> Scored:
    return Scored(Decimal(value))


COUNT = Terms(MONDAY, Kind.COUNT, target=Decimal(4))


def test_blanks_are_asked_and_skipped_days_are_not() -> None:
    worth = worth_of_one((COUNT,), scored(3), None, SKIPPED)

    assert worth.asked[:, 0].tolist() == [True, True, False]
    np.testing.assert_array_equal(worth.completions[:, 0], [0.75, np.nan, np.nan])


def test_terms_hold_from_their_first_day_until_the_next() -> None:
    doubled = Terms(MONDAY + timedelta(days=1), Kind.COUNT, target=Decimal(8), weight=3)
    gone = Terms(MONDAY + timedelta(days=3), Kind.COUNT, target=Decimal(8), place=Place.RETIRED)
    worth = worth_of_one((COUNT, doubled, gone), *(scored(2) for _ in range(4)))

    np.testing.assert_array_equal(worth.completions[:, 0], [0.5, 0.25, 0.25, np.nan])
    assert worth.weights[:, 0].tolist() == [1, 3, 3, 0]


def test_nothing_is_asked_before_the_first_terms_nor_on_a_day_away_nor_on_one_not_due() -> None:
    later = Terms(MONDAY + timedelta(days=1), Kind.COUNT, target=Decimal(4), due=EVERY_DAY - {3})
    away = (AwayRange("a", MONDAY + timedelta(days=2), MONDAY + timedelta(days=2)),)

    assert worth_of_one((later,), *(scored(2) for _ in range(5)), away=away).asked[:, 0].tolist() == [
        False, True, False, False, True,
    ]  # fmt: skip


def test_weekdays_are_those_of_the_calendar_whatever_day_the_grid_begins_with() -> None:
    saturday = MONDAY + timedelta(days=5)
    terms = Terms(MONDAY, Kind.COUNT, target=Decimal(4), due=WORKING_DAYS)
    worth = worth_of(grid_of_entries([Measure("m", "Calls", (terms,))], {}, saturday, 4))

    assert worth.asked[:, 0].tolist() == [False, False, True, True]


def test_a_tally_and_a_weekly_measure_are_in_no_day_s_score() -> None:
    tally = Terms(MONDAY, Kind.COUNT, Direction.TALLY)
    weekly = Terms(MONDAY, Kind.COUNT, target=Decimal(4), weekly=True)

    assert not worth_of_one((tally,), scored(2)).asked.any()
    assert not worth_of_one((weekly,), scored(2)).asked.any()


def test_a_measure_without_terms_asks_nothing() -> None:
    assert not worth_of_one((), scored(2)).asked.any()


def test_a_grid_without_measures_or_marks_has_gaps_only() -> None:
    grid = grid_of_entries([], {}, MONDAY, 7)
    scores = day_scores(grid, worth_of(grid))

    assert np.isnan(scores.points).all()
    assert not scores.thin.any()
    assert not scores.hollow.any()


def test_a_day_with_a_mark_from_memory_is_hollow_and_so_is_a_thin_one() -> None:
    measures = [Measure(name, name, (COUNT,)) for name in "abc"]
    entries = [
        *(Entry(name, MONDAY, scored(4)) for name in "abc"),
        *(Entry(name, MONDAY + timedelta(days=1), scored(4), from_memory=name == "b") for name in "abc"),
        Entry("a", MONDAY + timedelta(days=2), scored(4)),
    ]
    grid = grid_of_entries(measures, {(entry.day, entry.measure_id): entry for entry in entries}, MONDAY, 4)
    scores = day_scores(grid, worth_of(grid))

    assert scores.hollow.tolist() == [False, True, True, False]
    np.testing.assert_array_equal(scores.score, [100, 100, np.nan, np.nan])
    np.testing.assert_array_equal(scores.points, [100, 100, 100, np.nan])
