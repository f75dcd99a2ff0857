"""The Commitments tab as plain values: three lanes of promises, each with its own measure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Move
from scorecard.domain.records import Count, Distance, Record, Verdict, distance_of, mean_effort, record_of
from scorecard.domain.weeks import Week
from scorecard.services.promise_book import Book
from scorecard.services.reckoning import Reckoned

RECENT_DAYS = 90  # the days whose promises make the figures at the head of a lane, today included


class Shown(StrEnum):
    OPEN = "open"
    THIS_WEEK = "this week"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class LaneRecord:
    """The record of one level over the last 90 days and over all time.

    `moved_in_time` counts the moves made before the due day in the 90 days. `effort` is the mean, 0 to 10, of the
    `effort_n` best efforts that were asked for it. `counts` are the promises of the 90 days, the latest first.
    """

    recent: Record
    ever: Record
    moved_in_time: int
    effort: Fraction | None
    effort_n: int
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    level: Level
    cards: tuple[Reckoned, ...]
    record: LaneRecord


@dataclass(frozen=True, slots=True)
class LanesPage:
    """`kept` of `came` promises in the last 90 days, `on_time` of them in time: plain counts over all levels.

    `found` is how many promises the lanes show, `total` how many there are.
    """

    today: date
    lanes: tuple[Lane, ...]
    kept: int
    came: int
    on_time: int
    found: int
    total: int


def lanes_page(book: Book, today: date, shown: Shown = Shown.OPEN, search: str = "") -> LanesPage:
    everything, counts = book.reckoned(today), book.counts(today)
    first_day = today - timedelta(days=RECENT_DAYS - 1)
    moves = [move for item in everything for move in item.standing.moves if first_day <= move.day <= today]
    recent = {level: [count for count in counts[level] if first_day <= count.day <= today] for level in Level}
    wanted = search.casefold().split()
    found = [item for item in _of_filter(everything, shown, today) if _matches(item, wanted)]
    cards = sorted(found, key=_order)
    verdicts = [count.verdict for level in Level for count in recent[level]]
    return LanesPage(
        today=today,
        lanes=tuple(
            Lane(
                level,
                tuple(card for card in cards if card.standing.level is level),
                _record(book.records(today)[level], recent[level], [move for move in moves if move.level is level]),
            )
            for level in Level
        ),
        kept=verdicts.count(Verdict.ON_TIME) + verdicts.count(Verdict.LATE),
        came=len(verdicts),
        on_time=verdicts.count(Verdict.ON_TIME),
        found=len(found),
        total=len(everything),
    )


def _of_filter(everything: Sequence[Reckoned], shown: Shown, today: date) -> Sequence[Reckoned]:
    match shown:
        case Shown.OPEN:
            return [item for item in everything if item.standing.open]
        case Shown.THIS_WEEK:
            sunday = Week.of(today).sunday
            waiting = (item for item in everything if item.standing.open)
            return [item for item in waiting if item.last_day is not None and item.last_day <= sunday]
        case Shown.DONE:
            return [item for item in everything if not item.standing.open]
        case Shown.ALL:
            return everything


def _matches(item: Reckoned, wanted: Sequence[str]) -> bool:
    """Every word of the search is somewhere in what the promise says."""
    if not wanted:
        return True
    promise = item.promise
    said = "\n".join((promise.words, item.person, promise.done_when, promise.why, promise.notes)).casefold()
    return all(word in said for word in wanted)


def _order(item: Reckoned) -> tuple[bool, int, date, str]:
    """Open ones by the day they are due, without a date last; below them the settled ones, the latest first."""
    if item.standing.open:
        return False, (item.last_day or date.max).toordinal(), item.promise.made_on, item.promise.id
    settled = item.standing.settled_on or item.promise.made_on
    return True, -settled.toordinal(), item.promise.made_on, item.promise.id


def _record(ever: Record, recent: Iterable[Count], moves: Iterable[Move]) -> LaneRecord:
    """Of one level."""
    latest = sorted(recent, key=lambda count: count.day)
    effort, effort_n = mean_effort(latest)
    return LaneRecord(
        recent=record_of(latest),
        ever=ever,
        moved_in_time=sum(move.in_time and move.was is not None for move in moves),
        effort=effort,
        effort_n=effort_n,
        counts=tuple(reversed(latest)),
    )


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What is known of promises like the one being typed: of its level, and of those its distance and its person."""

    level: Level
    of_level: Record
    distance: Distance
    at_distance: Record
    to_person: Record | None


def own_record(
    book: Book, today: date, level: Level, due: Due | None, person_id: str | None, *, person_known: bool
) -> OwnRecord:
    """`person_known` is False while no person has been named, or one nobody has heard of."""
    counts = book.counts(today)[level]
    distance = distance_of(today, due.last_day if due else None)
    near = record_of(count for count in counts if _distance(count) is distance)
    theirs = None
    if person_known:
        ids = book.people.ids_of(person_id)
        theirs = record_of(count for count in counts if count.promise.person_id in ids)
    return OwnRecord(level, book.records(today)[level], distance, near, theirs)


def _distance(count: Count) -> Distance:
    due = count.promise.due
    return distance_of(count.promise.made_on, due.last_day if due else None)
