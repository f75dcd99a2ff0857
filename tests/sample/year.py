"""A sample life: years of plausible days, made by a fixed rule, for pictures, benchmarks and tests."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Group, Kind, Measure, Terms
from scorecard.store import entries, measures, migrating
from scorecard.store.store import Store
from tests.sample.people import write_what_is_known
from tests.sample.promises import write_promises
from tests.sample.reflections import write_reflections

GROUPS = (Group("g1", "Customers", 0), Group("g2", "Team", 1), Group("g3", "Craft", 2))


def _measure(number: int, group: str, name: str, why: str, terms: Terms) -> Measure:
    return Measure(f"m{number}", name, (terms,), why=why, group_id=group, position=number)


def sample_measures(first_day: date, due: frozenset[int] = WORKING_DAYS) -> tuple[Measure, ...]:
    def terms(kind: Kind, target: int | None = None, weight: int = 1, **more: object) -> Terms:
        value = Decimal(target) if target is not None else None
        return Terms(first_day, kind, target=value, weight=weight, due=due, **more)  # type: ignore[arg-type]

    return (
        _measure(1, "g1", "Thank-yous heard", "Someone's day got easier because of us", terms(Kind.COUNT, 3, 2)),
        _measure(2, "g1", "Problems removed", "Fewer calls to the benefits help desk", terms(Kind.COUNT, 3)),
        _measure(3, "g2", "Roadblocks removed", "Others can finish what they promised", terms(Kind.COUNT, 3)),
        _measure(4, "g2", "Listened without a screen", "Attention is the currency of relationships",
                 terms(Kind.RATING, 5, scale=5)),
        _measure(5, "g2", "Made someone happier today", "Even a little bit", terms(Kind.YES_NO)),
        _measure(6, "g3", "Deep work", "", terms(Kind.DURATION, 90)),
        _measure(7, "g3", "Messages during meetings", "", terms(Kind.COUNT, 2, direction=Direction.AT_MOST)),
    )  # fmt: skip


def make_sample(
    path: Path,
    clock: Clock,
    today: date,
    years: float = 1.0,
    seed: int = 7,
    due: frozenset[int] = WORKING_DAYS,
    *,
    with_promises: bool = True,
) -> None:
    """A store at `path` with working days from `years` ago to yesterday, and today half scored as in the evening."""
    first_day = today - timedelta(days=round(365.25 * years))
    migrating.create_store(path, clock.now())
    store = Store(path, clock)
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        for group in GROUPS:
            measures.write_group(work, group)
        measures.add_measures(work, sample_measures(first_day, due))
        entries.add_entries(work, list(sample_entries(first_day, today, seed)))
        day = first_day
        while day < today:
            if day.weekday() < 5:
                evening = datetime(day.year, day.month, day.day, 17, 5, tzinfo=UTC)
                entries.write_finished(work, day, evening)
            day += timedelta(days=1)
        if with_promises:
            write_promises(work, today, round(365.25 * years))
            write_what_is_known(work, today, min(300, round(365.25 * years)))
        write_reflections(work, today, round(365.25 * years))
    store.close()


def make_decade(path: Path, clock: Clock, today: date) -> None:
    """Ten years of it: the size of a store that was used long."""
    make_sample(path, clock, today, years=10)


def sample_entries(first_day: date, today: date, seed: int) -> list[Entry]:
    chance = random.Random(seed)
    found = []
    day = first_day
    while day < today:
        if day.weekday() < 5 and chance.random() > 0.03:
            mood = chance.gauss(0.78, 0.16)
            found += [Entry(f"m{n}", day, _mark(n, mood, chance), _note(n, chance)) for n in range(1, 8)]
        day += timedelta(days=1)
    return found + _today(today)


def _mark(number: int, mood: float, chance: random.Random) -> Mark:
    if chance.random() < 0.02:
        return SKIPPED
    luck = max(0.0, mood + chance.gauss(0, 0.2))
    match number:
        case 4:
            return Scored(Decimal(max(1, min(5, round(1 + 4 * luck)))))
        case 5:
            return Scored(Decimal(int(luck > 0.55)))
        case 6:
            return Scored(Decimal(5 * round(24 * luck * 0.9)))
        case 7:
            return Scored(Decimal(max(0, round(4 - 3 * luck))))
        case _:
            return Scored(Decimal(max(0, round(4 * luck))))


def _note(number: int, chance: random.Random) -> str:
    return "Neal called back himself; the form was the problem." if number == 2 and chance.random() < 0.1 else ""


def _today(today: date) -> list[Entry]:
    values = {1: 4, 2: 2, 3: 3, 4: 4, 5: 1}
    note = "Two forms merged into one."
    return [Entry(f"m{n}", today, Scored(Decimal(v)), note if n == 2 else "") for n, v in values.items()]
