"""Check-ins: exact arithmetic over factors from 1 to 10, and definitions that can only be sound."""

from dataclasses import replace
from datetime import MAXYEAR, date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.checkins import (
    LEAST,
    MOST,
    BrokenDefinitionError,
    Cadence,
    CheckinFault,
    Definition,
    DefinitionFault,
    Factor,
    ImpossibleCheckinError,
    Part,
    Subject,
    in_tenths,
    in_thousandths,
    next_day,
    result_of,
    say_formula,
)

ratings = st.integers(LEAST, MOST)


def factor(name: str, *, divisor: bool = False) -> Factor:
    return Factor(name.lower().replace(" ", "_"), name, "little", "much", divisor)


TRUST = Definition(
    "trust", "Trust", Cadence.WEEKLY, (Subject.ME,),
    (factor("Self-orientation", divisor=True), factor("Reliability"), factor("Credibility"), factor("KPI")),
)  # fmt: skip


def parts(*values: int) -> tuple[Part, ...]:
    return tuple(Part(f"f{place}", value) for place, value in enumerate(values))


def test_trust_of_a_good_week() -> None:
    assert result_of(parts(9, 8, 6, 8, 5)) == Fraction(31, 5)


@given(st.lists(ratings, min_size=1, max_size=11), ratings)
def test_the_result_is_the_sum_divided_and_nothing_is_rounded(addends: list[int], divisor: int) -> None:
    result = result_of(parts(*addends, divisor))

    assert result * divisor == sum(addends)
    assert Fraction(LEAST * len(addends), MOST) <= result <= MOST * len(addends)


@given(st.lists(ratings, min_size=1, max_size=11), ratings, st.data())
def test_a_higher_factor_never_lowers_it_and_a_higher_divisor_never_raises_it(
    addends: list[int], divisor: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(addends) - 1))
    more = [*addends]
    more[place] = data.draw(st.integers(addends[place], MOST))

    assert result_of(parts(*more, divisor)) >= result_of(parts(*addends, divisor))
    assert result_of(parts(*addends, data.draw(st.integers(divisor, MOST)))) <= result_of(parts(*addends, divisor))


@given(st.lists(ratings, min_size=1, max_size=11), ratings)
def test_what_is_stored_shows_the_same_tenths_as_the_exact_result(addends: list[int], divisor: int) -> None:
    exact = result_of(parts(*addends, divisor))
    stored = Fraction(in_thousandths(exact), 1000)

    assert abs(stored - exact) <= Fraction(1, 2000)
    assert in_tenths(stored) == in_tenths(exact)


@pytest.mark.parametrize(("result", "tenths"), [("0.1", 1), ("0.149", 1), ("0.15", 2), ("6.2", 62), ("40", 400)])
def test_halves_are_rounded_up(result: str, tenths: int) -> None:
    assert in_tenths(Fraction(result)) == tenths


def test_the_formula_is_made_of_the_names_and_the_divisor_stands_last() -> None:
    assert TRUST.formula == "(reliability + credibility + KPI) ÷ self-orientation"
    assert [one.id for one in TRUST.ordered][-1] == "self-orientation"


def test_one_factor_over_another_needs_no_brackets() -> None:
    assert say_formula(["9", "5"]) == "9 ÷ 5"


ANSWERS = {"reliability": 9, "credibility": 8, "kpi": 6, "self-orientation": 5}


def test_answers_become_parts_under_the_names_of_the_day() -> None:
    assert TRUST.parts(ANSWERS) == (
        Part("Reliability", 9), Part("Credibility", 8), Part("KPI", 6), Part("Self-orientation", 5),
    )  # fmt: skip


@pytest.mark.parametrize("missing", sorted(ANSWERS))
def test_without_all_answers_there_is_no_result(missing: str) -> None:
    with pytest.raises(ImpossibleCheckinError) as refused:
        TRUST.parts({key: value for key, value in ANSWERS.items() if key != missing})

    assert refused.value.fault is CheckinFault.UNANSWERED
    assert refused.value.factor.lower() == missing


@pytest.mark.parametrize("value", [0, -1, 11, 10**9])
@pytest.mark.parametrize("key", sorted(ANSWERS))
def test_nothing_is_off_the_scale_and_nothing_is_divided_by_zero(key: str, value: int) -> None:
    with pytest.raises(ImpossibleCheckinError) as refused:
        TRUST.parts(ANSWERS | {key: value})

    assert refused.value.fault is CheckinFault.OUT_OF_SCALE


def test_an_answer_to_a_question_nobody_asked_is_of_another_definition() -> None:
    with pytest.raises(ImpossibleCheckinError) as refused:
        TRUST.parts(ANSWERS | {"intimacy": 5})

    assert refused.value.fault is CheckinFault.GONE


A, B, DIVISOR, OTHER = factor("A"), factor("B"), factor("D", divisor=True), factor("E", divisor=True)


@pytest.mark.parametrize(
    ("factors", "fault"),
    [
        ((), DefinitionFault.NO_DIVISOR),
        ((A, B), DefinitionFault.NO_DIVISOR),
        ((A, DIVISOR, OTHER), DefinitionFault.TWO_DIVISORS),
        ((DIVISOR,), DefinitionFault.ONLY_DIVISOR),
        ((A, replace(A, name="Another"), DIVISOR), DefinitionFault.TWICE),
        ((A, replace(A, id="other"), DIVISOR), DefinitionFault.TWICE),
        ((A, replace(B, name="a"), DIVISOR), DefinitionFault.TWICE),
        ((*(factor(f"F{n}") for n in range(12)), DIVISOR), DefinitionFault.TOO_MANY_FACTORS),
    ],
)
def test_a_definition_has_one_divisor_and_no_factor_twice(factors: tuple[Factor, ...], fault: DefinitionFault) -> None:
    with pytest.raises(BrokenDefinitionError) as refused:
        replace(TRUST, factors=factors)

    assert refused.value.fault is fault


def test_a_definition_is_about_somebody_and_about_nobody_twice() -> None:
    for subjects in ((), (Subject.ME, Subject.ME)):
        with pytest.raises(BrokenDefinitionError):
            replace(TRUST, subjects=subjects)


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        (Cadence.WEEKLY, date(2026, 11, 20), date(2026, 11, 27)),
        (Cadence.MONTHLY, date(2026, 1, 31), date(2026, 2, 28)),
        (Cadence.MONTHLY, date(2026, 12, 5), date(2027, 1, 5)),
        (Cadence.QUARTERLY, date(2027, 11, 30), date(2028, 2, 29)),
        (Cadence.NEVER, date(2026, 11, 20), None),
        (Cadence.WEEKLY, date(MAXYEAR, 12, 31), None),
    ],
)
def test_the_next_one_is_due_after_a_cadence(cadence: Cadence, last: date, due: date | None) -> None:
    assert next_day(cadence, last) == due
