"""Other terms from a day on, and what they leave as it was."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.terms_over_time import PARTS, amended, differing, placed, planned, same_terms, shown_terms
from tests.domain.strategies import SPAN, measures
from tests.domain.strategies import terms as any_terms

TODAY = date(2026, 11, 20)
START, MONDAY = date(2026, 11, 2), date(2026, 11, 23)
FIRST = Terms(START, Kind.COUNT, target=Decimal(3))
CALLS = Measure("m", "Calls", (FIRST,))


def wanted(day: date = TODAY, **parts: object) -> Terms:
    return replace(FIRST, first_day=day, **parts)  # type: ignore[arg-type]


def story(measure: Measure) -> list[tuple[int, int, str]]:
    return [(terms.first_day.day, int(terms.target or 0), terms.place.value) for terms in measure.terms]


def test_from_today_on_it_asks_something_else() -> None:
    changed = amended(CALLS, wanted(target=Decimal(5), reason="the new shift"), TODAY)

    assert story(changed) == [(2, 3, "card"), (20, 5, "card")]
    assert [terms.reason for terms in changed.terms] == ["", "the new shift"]


def test_what_does_not_differ_changes_nothing() -> None:
    assert amended(CALLS, wanted(reason="for nothing"), TODAY) == CALLS


def test_changed_back_on_the_same_day_no_change_is_left() -> None:
    changed = amended(CALLS, wanted(target=Decimal(5)), TODAY)

    assert amended(changed, wanted(), TODAY) == CALLS


def test_an_earlier_day_takes_all_that_followed_up_to_today() -> None:
    now_four = amended(CALLS, wanted(date(2026, 11, 10), target=Decimal(4)), date(2026, 11, 10))

    assert story(amended(now_four, wanted(date(2026, 11, 5), target=Decimal(6)), TODAY)) == [
        (2, 3, "card"),
        (5, 6, "card"),
    ]


def test_a_place_in_between_stays_what_it_was() -> None:
    paused = placed(placed(CALLS, Place.BENCH, date(2026, 11, 10)), Place.CARD, date(2026, 11, 12))

    assert story(amended(paused, wanted(date(2026, 11, 5), target=Decimal(6)), TODAY)) == [
        (2, 3, "card"),
        (5, 6, "card"),
        (10, 6, "bench"),
        (12, 6, "card"),
    ]


def test_what_was_chosen_for_later_still_comes_then() -> None:
    planning = amended(CALLS, wanted(MONDAY, target=Decimal(9)), TODAY)

    changed = amended(planning, wanted(target=Decimal(4), weight=2), TODAY)

    assert story(changed) == [(2, 3, "card"), (20, 4, "card"), (23, 9, "card")]
    assert [terms.weight for terms in changed.terms] == [1, 2, 2]
    assert planned(changed, TODAY) == (changed.terms[-1],)


def test_before_its_first_day_it_is_asked_earlier() -> None:
    assert story(amended(CALLS, wanted(date(2026, 10, 26)), TODAY)) == [(26, 3, "card")]


def test_the_bench_is_the_place_on_later_days_as_well() -> None:
    planning = amended(CALLS, wanted(MONDAY, target=Decimal(9)), TODAY)

    assert story(placed(planning, Place.BENCH, TODAY)) == [(2, 3, "card"), (20, 3, "bench"), (23, 9, "bench")]


def test_to_the_bench_and_back_on_one_day_leaves_no_change() -> None:
    assert placed(placed(CALLS, Place.RETIRED, TODAY, "a pause"), Place.CARD, TODAY) == CALLS


def test_going_to_the_bench_keeps_the_reason_of_other_terms_of_the_same_day() -> None:
    changed = amended(CALLS, wanted(target=Decimal(5), reason="the new shift"), TODAY)

    assert placed(changed, Place.BENCH, TODAY).terms[-1].reason == "the new shift"


def test_a_retired_measure_keeps_its_reason_while_it_is_edited_and_loses_it_when_it_comes_back() -> None:
    retired = placed(CALLS, Place.RETIRED, date(2026, 11, 12), "nobody called")

    edited = amended(retired, wanted(target=Decimal(5), place=Place.RETIRED), TODAY)
    back = placed(edited, Place.CARD, date(2026, 11, 22))

    assert [terms.reason for terms in edited.terms] == ["", "nobody called", "nobody called"]
    assert back.terms[-1].reason == ""


def test_where_the_parts_do_not_fit_the_whole_of_what_is_wanted_is_taken() -> None:
    weekly = amended(CALLS, wanted(MONDAY, weekly=True), TODAY)
    kept = Terms(TODAY, Kind.PROMISES, target=Decimal(100))

    changed = amended(weekly, kept, TODAY)

    assert [(terms.kind, terms.weekly) for terms in changed.terms] == [(Kind.COUNT, False), (Kind.PROMISES, False)]


@given(st.data())
def test_the_days_before_keep_what_they_had_and_those_up_to_today_get_what_is_wanted(data: st.DataObject) -> None:
    monday = MONDAY - timedelta(days=SPAN)
    known = data.draw(measures(monday))
    today = monday + timedelta(days=data.draw(st.integers(0, SPAN)))
    first = monday + timedelta(days=data.draw(st.integers(-8, SPAN + 4)))
    asked = replace(data.draw(any_terms(first)), unit="")
    changed = amended(known, asked, today)
    parts = differing(shown_terms(known, today), asked)

    days = [monday + timedelta(days=n) for n in range(-10, SPAN + 10)]
    assert [t.first_day for t in changed.terms] == sorted({t.first_day for t in changed.terms})
    for day in days:
        now, before = changed.terms_on(day), known.terms_on(day)
        if day < first:
            assert same_terms(now, before)
        elif day <= max(today, first):
            assert now is not None
            assert not parts or all(part not in differing(now, asked) for part in parts)
        if before is not None and now is not None:
            assert now.place is before.place


@given(st.data())
def test_a_place_holds_from_its_day_on_and_changes_nothing_else(data: st.DataObject) -> None:
    monday = MONDAY - timedelta(days=SPAN)
    known = data.draw(measures(monday))
    first = monday + timedelta(days=data.draw(st.integers(0, SPAN)))
    place = data.draw(st.sampled_from(Place))
    changed = placed(known, place, first)

    for day in [monday + timedelta(days=n) for n in range(-6, SPAN + 6)]:
        now, before = changed.terms_on(day), known.terms_on(day)
        if day < first:
            assert same_terms(now, before)
        else:
            assert now is not None
            assert now.place is place
            assert before is None or not differing(now, before, PARTS)


def test_terms_that_ask_the_same_are_the_same_whatever_their_reasons() -> None:
    assert same_terms(FIRST, replace(FIRST, first_day=TODAY, reason="why"))
    assert not same_terms(FIRST, None)
    assert differing(FIRST, replace(FIRST, due=WORKING_DAYS)) == [PARTS[2]]
    assert FIRST.due == EVERY_DAY
    assert FIRST.direction is Direction.AT_LEAST
