"""What would be different is said before it is saved, and is what comes of it then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.errors import CardFullError
from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.domain.measures import Kind, Place, Terms
from scorecard.domain.scores import Score, explain_day, explain_week
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.terms_over_time import amended
from scorecard.domain.weeks import Week
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.services.terms_effect import converted_entries, terms_effect
from scorecard.store import migrating
from tests.domain.strategies import SPAN, calendars
from tests.domain.strategies import terms as any_terms
from tests.fake_clock import FixedClock

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
TERMS = Terms(date(2026, 11, 1), Kind.COUNT, target=Decimal(4))
CALLS = Draft("Calls", TERMS)


@pytest.fixture
def services(home: Path, clock: FixedClock) -> Iterator[Services]:
    path = home / "data" / "scorecard.db"
    migrating.create_store(path, clock.now())
    services = Services(path, clock)
    yield services
    services.close()


@pytest.fixture
def calls(services: Services) -> str:
    """A measure with 4, 2, 3 and 1 from Monday to Thursday."""
    measure_id = services.cards.add(CALLS)
    for number, value in enumerate((4, 2, 3, 1)):
        services.scoring.score(measure_id, MONDAY + timedelta(days=number), Decimal(value))
    return measure_id


def changed(day: date = TODAY, **parts: object) -> Terms:
    return replace(TERMS, first_day=day, **parts)  # type: ignore[arg-type]


def shown(score: Score) -> tuple[int | None, int, int]:
    return None if score.value is None else round(score.value), score.known, score.due


def test_from_today_on_nothing_that_was_scored_is_different(services: Services, calls: str) -> None:
    effect = services.cards.effect(calls, changed(target=Decimal(8)))

    assert (effect.first_day, effect.days, effect.values) == (TODAY, (), ())


def test_from_an_earlier_day_on_each_day_says_how(services: Services, calls: str) -> None:
    effect = services.cards.effect(calls, changed(date(2026, 11, 17), target=Decimal(2)))

    assert [(one.day.day, shown(one.before), shown(one.after)) for one in effect.days] == [
        (17, (50, 1, 1), (100, 1, 1)),
        (18, (75, 1, 1), (100, 1, 1)),
        (19, (25, 1, 1), (50, 1, 1)),
    ]


def test_a_day_that_is_no_longer_due_has_no_score_any_more(services: Services, calls: str) -> None:
    (effect, *_) = services.cards.effect(calls, changed(MONDAY, due=frozenset({3}))).days

    assert (shown(effect.before), effect.after.known) == ((100, 1, 1), 0)


def test_of_a_weekly_measure_the_weeks_are_different(services: Services, calls: str) -> None:
    effect = services.cards.effect(calls, changed(MONDAY, weekly=True, target=Decimal(20)))

    assert [one.week for one in effect.weeks] == [Week(MONDAY)]


def test_another_kind_says_what_becomes_of_each_value(services: Services, calls: str) -> None:
    effect = services.cards.effect(calls, Terms(date(2026, 11, 17), Kind.YES_NO))

    assert [(int(one.value), int(one.meant or 0), one.days) for one in effect.values] == [
        (1, 0, 1),
        (2, 0, 1),
        (3, 0, 1),
    ]


def test_values_are_converted_as_was_said_and_undone_with_the_change(services: Services, calls: str) -> None:
    services.scoring.skip(calls, TODAY)
    before = services.scoring.snapshot(MONDAY, TODAY)
    rating = Terms(MONDAY, Kind.RATING, target=Decimal(2), scale=5)
    services.scoring.score(calls, MONDAY, Decimal(7))
    effect = services.cards.effect(calls, rating)
    assert [(int(one.value), one.meant) for one in effect.values] == [(1, 1), (2, 2), (3, 3), (7, None)]

    services.cards.edit(calls, replace(CALLS, terms=rating))

    found = services.scoring.snapshot(MONDAY, TODAY).entries
    assert (MONDAY, calls) not in found
    assert found[date(2026, 11, 18), calls].mark == Scored(Decimal(3))
    services.undoing.undo()
    services.undoing.undo()
    assert services.scoring.snapshot(MONDAY, TODAY) == before


def test_a_note_stays_where_a_value_can_t_be_said_any_more(services: Services, calls: str) -> None:
    services.scoring.score(calls, MONDAY, Decimal(7))
    services.scoring.note(calls, MONDAY, "the fair")

    services.cards.edit(calls, replace(CALLS, terms=Terms(MONDAY, Kind.RATING, target=Decimal(2), scale=5)))

    entry = services.scoring.snapshot(MONDAY, MONDAY).entries[MONDAY, calls]
    assert (entry.mark, entry.note) == (UNKNOWN, "the fair")


def test_terms_for_a_day_to_come_are_said_and_can_be_taken_back(services: Services, calls: str) -> None:
    services.cards.edit(calls, replace(CALLS, terms=changed(date(2026, 11, 23), target=Decimal(9))))
    effect = services.cards.effect(calls, changed(weight=2))
    assert [(terms.first_day.day, terms.target, terms.weight) for terms in effect.later] == [(23, Decimal(9), 2)]

    services.cards.withdraw(calls, date(2026, 11, 23))

    assert services.scoring.card().measure(calls).terms == (TERMS,)
    services.undoing.undo()
    assert len(services.scoring.card().measure(calls).terms) == 2


def test_a_measure_asked_earlier_needs_room_on_the_card_of_those_days(services: Services, calls: str) -> None:
    del calls
    for number in range(8):
        services.cards.add(Draft(f"Measure {number}", TERMS))
    services.cards.place(services.cards.add(Draft("Ended", changed(MONDAY, place=Place.BENCH))), Place.RETIRED)
    first = services.scoring.card().on(TODAY)[0]
    services.cards.place(first.id, Place.RETIRED)
    fresh = services.cards.add(Draft("Fresh", changed()))

    with pytest.raises(CardFullError):
        services.cards.edit(fresh, Draft("Fresh", changed(MONDAY)))
    services.cards.edit(fresh, Draft("Fresh, edited", changed(weight=2)))


def test_a_reason_is_kept_with_the_change(services: Services, calls: str) -> None:
    services.cards.edit(calls, replace(CALLS, terms=changed(target=Decimal(8), reason="  the new\nshift ")))

    assert services.scoring.card().measure(calls).terms[-1].reason == "the new shift"


@given(st.data())
def test_what_is_said_is_what_comes_of_it_and_no_earlier_day_is_in_it(data: st.DataObject) -> None:
    calendar = data.draw(calendars(most=3))
    today = calendar.monday + timedelta(days=data.draw(st.integers(0, SPAN - 1)))
    stored = {key: entry for key, entry in calendar.entries.items() if key[0] <= today and not entry.computed}
    snapshot = Snapshot(calendar.monday, calendar.days[-1], Card(calendar.measures), stored, away=calendar.away)
    known = data.draw(st.sampled_from(calendar.measures))
    first = calendar.monday + timedelta(days=data.draw(st.integers(0, SPAN + 3)))
    now = amended(known, data.draw(any_terms(first)), today)
    effect = terms_effect(snapshot, now, first, today)

    measures = tuple(now if measure.id == now.id else measure for measure in calendar.measures)
    values = {(day, now.id): entry for day, entry in converted_entries(known, now, stored).items()}
    after = stored | values
    told = {one.day: (one.before, one.after) for one in effect.days}
    assert all(day >= first for day, _ in values)
    for day in (day for day in calendar.days if day <= today):
        old = explain_day(calendar.measures, stored, day, calendar.away).score
        new = explain_day(measures, after, day, calendar.away).score
        assert told.get(day, (old, old)) == ((old, new) if day in told else (old, old))
        assert day in told or not (old.known or new.known) or shown(old) == shown(new)
        assert day >= first or (day not in told and old == new)
    for week in calendar.weeks:
        weekly = [one for one in effect.weeks if one.week == week]
        for one in weekly:
            assert one.after == explain_week(measures, after, week, today, calendar.away).score
