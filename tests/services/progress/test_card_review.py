"""What the card may be asked about, each with how many days it rests on."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Kind, Measure, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.card_review import (
    AlwaysSame,
    BlankWeekdays,
    Limit,
    NearlySame,
    Question,
    card_review,
)
from scorecard.services.progress.moves_with import moves_together
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)  # a Friday
FIRST = TODAY - timedelta(days=99)
TERMS = Terms(FIRST, Kind.COUNT, target=Decimal(3), due=WORKING_DAYS)
WEEK = Period.of(Length.WEEK, TODAY)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6

ValueOf = Callable[[date], int | Mark | None]


def asked(
    value_of: ValueOf,
    *more: Terms,
    terms: Terms = TERMS,
    period: Period = WEEK,
    away: Iterable[AwayRange] = (),
    other: ValueOf | None = None,
) -> tuple[Question, ...]:
    """The questions about a measure with that value on each due day of the last hundred."""
    measures = [Measure("m0", "Calls", (terms, *more))]
    if other is not None:
        measures.append(Measure("m1", "Letters", (terms,)))
    entries = []
    for day in (FIRST + timedelta(days=n) for n in range(100)):
        for measure, value in zip(measures, (value_of, other), strict=False):
            mark = value(day) if value is not None and day.weekday() in terms.due else None
            if mark is not None:
                entries.append(Entry(measure.id, day, Scored(Decimal(mark)) if isinstance(mark, int) else mark))
    history = history_of_entries(measures, entries, FIRST, TODAY, away)
    return card_review(history, period, moves_together(history, period))


def since(days: int, value: int = 3, before: int = 2) -> ValueOf:
    return lambda day: value if (TODAY - day).days < days else before


def test_a_target_that_is_always_reached_is_asked_about() -> None:
    (found,) = asked(since(28))
    assert isinstance(found, AlwaysSame)
    assert (found.limit, found.n, found.since, found.last) == (Limit.ALL, 20, date(2026, 10, 26), TODAY)
    assert found.weeks == 4, "of working days"


def test_the_weeks_are_those_from_the_first_day_to_the_last() -> None:
    (found,) = asked(since(100))
    assert isinstance(found, AlwaysSame)
    assert (found.n, found.weeks) == (72, 14)


@pytest.mark.parametrize("days", [0, 7, 24])
def test_a_shorter_run_is_not(days: int) -> None:
    assert asked(since(days)) == ()


def test_one_day_under_the_target_ends_the_run() -> None:
    assert asked(lambda day: 2 if day == date(2026, 11, 5) else 3) == ()


def test_always_nothing_is_another_question() -> None:
    (found,) = asked(lambda day: 0)
    assert isinstance(found, AlwaysSame)
    assert (found.limit, found.n) == (Limit.NOTHING, 72)


def test_always_the_same_in_between_is_no_question() -> None:
    assert asked(lambda day: 2) == ()


def test_blanks_and_skips_do_not_end_a_run_but_do_not_count_either() -> None:
    (found,) = asked(lambda day: None if day.day in (3, 4) else SKIPPED if day.day == 10 else 3)
    assert isinstance(found, AlwaysSame)
    assert found.n < 72


def test_a_run_that_ended_in_blanks_weeks_ago_is_no_question() -> None:
    assert asked(lambda day: 3 if (TODAY - day).days > 14 else None) == ()


def test_who_has_just_raised_the_target_is_not_asked() -> None:
    raised = replace(TERMS, first_day=TODAY - timedelta(days=10), target=Decimal(4))
    assert asked(lambda day: 5, raised) == ()


def test_another_weight_does_not_begin_anew() -> None:
    (found,) = asked(lambda day: 5, replace(TERMS, first_day=TODAY - timedelta(days=10), weight=3))
    assert isinstance(found, AlwaysSame)
    assert found.n == 72


@pytest.mark.parametrize(
    "more", [{"place": Place.BENCH}, {"weekly": True}, {"kind": Kind.COUNT, "place": Place.RETIRED}]
)
def test_what_is_not_on_the_card_or_weekly_is_not_asked_about(more: dict[str, object]) -> None:
    assert asked(lambda day: 3, terms=replace(TERMS, **more)) == ()  # type: ignore[arg-type]


def scattered(day: date) -> int:
    return 1 + day.toordinal() * 7 % 4


def without(*weekdays: int, besides: Iterable[date] = ()) -> ValueOf:
    """Known on all other days, and on the days `besides`."""
    known = set(besides)
    return lambda day: None if day.weekday() in weekdays and day not in known else scattered(day)


def test_blank_on_most_fridays_with_the_other_days_known() -> None:
    """Today is a Friday too, and not over."""
    (found,) = asked(without(FRIDAY, besides=[date(2026, 11, 13), date(2026, 10, 9)]))
    assert isinstance(found, BlankWeekdays)
    assert (found.weekdays, found.blank, found.n) == ((FRIDAY,), 4, 6)
    assert (found.known, found.others) == (24, 24)


def test_three_blank_fridays_of_six_are_not_most() -> None:
    known = [date(2026, 11, 13), date(2026, 10, 9), date(2026, 10, 30)]
    assert asked(without(FRIDAY, besides=known)) == ()


def test_two_weekdays_are_one_question() -> None:
    (found,) = asked(without(SATURDAY, SUNDAY), terms=replace(TERMS, due=EVERY_DAY))
    assert isinstance(found, BlankWeekdays)
    assert (found.weekdays, found.blank, found.n, found.known) == ((SATURDAY, SUNDAY), 12, 12, 30)


def test_where_other_days_are_blank_as_well_it_is_not_about_fridays() -> None:
    assert asked(without(1, 2, FRIDAY, besides=[date(2026, 11, n) for n in (3, 4, 10)])) != ()
    assert asked(lambda day: None) == ()
    assert asked(lambda day: scattered(day) if day.weekday() == 0 and day.day % 2 else None) == ()


def test_fridays_on_which_one_was_away_are_not_blank() -> None:
    away = [AwayRange(f"a{n}", day, day) for n, day in enumerate([date(2026, 11, 6), date(2026, 10, 23)])]
    (found,) = asked(without(FRIDAY), away=away)
    assert isinstance(found, BlankWeekdays)
    assert (found.blank, found.n) == (4, 4)
    away.append(AwayRange("a", date(2026, 10, 16), date(2026, 10, 16)))
    assert asked(without(FRIDAY), away=away) == ()


def test_fridays_that_are_no_longer_due_are_no_question() -> None:
    fewer = replace(TERMS, first_day=TODAY - timedelta(days=3), due=frozenset(range(4)))
    assert asked(without(FRIDAY), fewer) == ()


def test_two_measures_that_are_nearly_the_same() -> None:
    (found,) = asked(scattered, other=lambda day: scattered(day) - 1)
    assert isinstance(found, NearlySame)
    assert (found.one.name, found.other.name, found.n) == ("Calls", "Letters", 72)
    assert found.rho == pytest.approx(1.0)


def test_a_past_period_is_asked_about_as_of_its_end() -> None:
    october = Period.of(Length.MONTH, date(2026, 10, 1))
    (found,) = asked(lambda day: 3 if day <= october.last else 2, period=october)
    assert isinstance(found, AlwaysSame)
    assert (found.last, found.n) == (date(2026, 10, 30), 57)
