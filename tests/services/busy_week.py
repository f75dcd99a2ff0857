"""A busy person's week: thirty promises on all levels to eight people, and what became of each.

The comment behind a promise says what it counts for on the Monday after, counted by hand.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock

COMMITMENT, EFFORT, INTENTION = Level
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
MONDAY = date(2026, 11, 16)
NEXT_MONDAY, NEXT_TUESDAY = 7, 8


@dataclass(frozen=True, slots=True)
class Deed:
    """`what` is an outcome, a new date, a new level, or "reopen"; `effort` and `strove` belong to an outcome."""

    day: int
    what: Outcome | Due | Level | str
    effort: int | None = None
    strove: bool | None = None


@dataclass(frozen=True, slots=True)
class Said:
    level: Level
    to_whom: str
    made: int
    due: Due | None
    deeds: tuple[Deed, ...] = ()


def on(day: int) -> Due:
    return Due.on(MONDAY + timedelta(days=day))


THIS_WEEK, THIS_MONTH = Due.within(Span.WEEK, MONDAY), Due.within(Span.MONTH, MONDAY)


def kept(day: int, effort: int | None = None, strove: bool | None = None) -> Deed:
    return Deed(day, Outcome.KEPT, effort, strove)


def broken(day: int, effort: int | None = None, strove: bool | None = None) -> Deed:
    return Deed(day, Outcome.BROKEN, effort, strove)


def released(day: int) -> Deed:
    return Deed(day, Outcome.RELEASED)


def said(level: Level, to_whom: str, made: int, due: Due | None, *deeds: Deed) -> Said:
    return Said(level, to_whom, made, due, deeds)


WEEK = (
    # Commitments: 4 in time of 12; the twelfth is the last promise but one.
    said(COMMITMENT, "Cassandra", MON, on(TUE), kept(TUE)),  # 1 in time
    said(COMMITMENT, "Cassandra", MON, on(WED), kept(TUE)),  # 2 in time
    said(COMMITMENT, "Neal", MON, on(WED), kept(THU)),  # 3 late
    said(COMMITMENT, "Neal", MON, on(FRI), Deed(WED, on(NEXT_MONDAY))),  # 4 moved in time, due today: not counted yet
    said(COMMITMENT, "Priya", TUE, on(THU), Deed(THU, on(FRI)), kept(FRI)),  # 5 moved on its day: Thursday missed, late
    said(COMMITMENT, "Priya", TUE, on(THU), Deed(FRI, on(SAT))),  # 6 Thursday missed, and overdue again
    said(COMMITMENT, "Tom", TUE, THIS_WEEK, kept(SAT)),  # 7 in time
    said(COMMITMENT, "Tom", WED, THIS_WEEK, Deed(SUN, on(NEXT_TUESDAY))),  # 8 moved on the Sunday: the week missed
    said(COMMITMENT, "Ana", WED, on(THU), broken(THU)),  # 9 broken
    said(COMMITMENT, "Ana", WED, on(FRI), released(THU)),  # 10 released: not counted
    said(
        COMMITMENT, "Jonas", WED, on(THU), Deed(FRI, on(NEXT_MONDAY)), released(SAT)
    ),  # 11 Thursday missed all the same
    said(COMMITMENT, "Jonas", THU, on(FRI)),  # 12 overdue
    said(COMMITMENT, "Mei", THU, THIS_MONTH),  # 13 open: not counted
    said(COMMITMENT, "Mei", THU, on(FRI), kept(FRI), Deed(FRI, "reopen"), kept(FRI)),  # 14 in time, once
    # Best efforts: 5 done of 7; efforts 8 + 6 + 3 + 9 + 7 + 5 + 4 = 42 in 7.
    said(EFFORT, "Cassandra", MON, on(WED), kept(WED, 8)),  # 15 done in time
    said(EFFORT, "Neal", MON, on(TUE), kept(THU, 6)),  # 16 done, late
    said(EFFORT, "Lucia", TUE, on(THU), broken(THU, 3)),  # 17 not done
    said(EFFORT, "Lucia", TUE, on(FRI), released(WED)),  # 18 released: not counted
    said(EFFORT, "Tom", WED, None, kept(FRI, 9)),  # 19 no date: done in time
    said(EFFORT, "Ana", WED, on(THU), Deed(WED, on(SAT)), kept(SAT, 7)),  # 20 moved in time, done in time
    said(EFFORT, "Jonas", THU, on(FRI)),  # 21 overdue: came due, neither done nor given up
    said(EFFORT, "Mei", THU, THIS_WEEK, broken(SUN, 5)),  # 22 not done
    said(EFFORT, "Priya", FRI, on(SAT), Deed(SUN, Outcome.LATE, 4)),  # 23 done, late
    # Good intentions: striven for 3 of 4.
    said(INTENTION, "Cassandra", MON, on(FRI), kept(FRI, strove=True)),  # 24 striven, in time
    said(INTENTION, "Neal", TUE, on(THU), broken(THU, strove=True)),  # 25 striven, came to nothing
    said(INTENTION, "Lucia", TUE, THIS_WEEK, broken(SUN, strove=False)),  # 26 not striven
    said(INTENTION, "Mei", WED, on(FRI), kept(FRI)),  # 27 in time, but nobody said whether they strove
    said(INTENTION, "Jonas", WED, on(THU), released(THU)),  # 28 released: not counted
    # Other lanes.
    said(COMMITMENT, "Lucia", WED, on(THU), Deed(FRI, INTENTION), kept(SAT, strove=True)),  # 29 a commitment, late
    said(COMMITMENT, "Ana", WED, on(SAT), Deed(THU, INTENTION), broken(SAT, strove=True)),  # 30 an intention, striven
)


def live_through(services: Services, clock: FixedClock) -> list[str]:
    """Every day of the week with what is promised and done on it, up to the next Monday; the ids as in WEEK."""
    start = clock.now().replace(year=MONDAY.year, month=MONDAY.month, day=MONDAY.day)
    ids: list[str] = [""] * len(WEEK)
    for day in range(7):
        clock.set(start)
        clock.advance(days=day)
        for number, promise in enumerate(WEEK):
            if promise.made == day:
                draft = PromiseDraft(f"Promise {number + 1}", promise.level, promise.due, promise.to_whom)
                ids[number] = services.promises.make(draft)
            for deed in promise.deeds:
                if deed.day == day:
                    _do(services, ids[number], deed)
    clock.advance(days=1)
    return ids


def _do(services: Services, promise_id: str, deed: Deed) -> None:
    today = services.promises.today()
    match deed.what:
        case Outcome() as outcome:
            services.promises.settle(promise_id, outcome, day=today, effort=deed.effort, strove=deed.strove)
        case Due() as due:
            services.promises.move(promise_id, due, told="told")
        case Level() as level:
            services.promises.relevel(promise_id, level)
        case _:
            services.promises.reopen(promise_id)
