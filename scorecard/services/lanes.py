"""The Commitments tab as plain values: three lanes of promises, each with its own measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from scorecard.domain.due import Due
from scorecard.domain.promises import Level
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
    everything = book.reckoned(today)
    recent = [count for item in everything if (count := item.count) is not None and is_recent(count.day, today)]
    found = [item for item in everything if _is_shown(item, shown, today) and _matches(item, search)]
    cards = sorted(found, key=_order)
    verdicts = [count.verdict for count in recent]
    return LanesPage(
        today=today,
        lanes=tuple(
            Lane(
                level, tuple(card for card in cards if card.standing.level is level), _record(level, everything, today)
            )
            for level in Level
        ),
        kept=verdicts.count(Verdict.ON_TIME) + verdicts.count(Verdict.LATE),
        came=len(verdicts),
        on_time=verdicts.count(Verdict.ON_TIME),
        found=len(found),
        total=len(everything),
    )


def is_recent(day: date, today: date) -> bool:
    return today - timedelta(days=RECENT_DAYS) < day <= today


def _is_shown(item: Reckoned, shown: Shown, today: date) -> bool:
    match shown:
        case Shown.OPEN:
            return item.standing.open
        case Shown.THIS_WEEK:
            last_day = item.last_day
            return item.standing.open and last_day is not None and last_day <= Week.of(today).sunday
        case Shown.DONE:
            return not item.standing.open
        case Shown.ALL:
            return True


def _matches(item: Reckoned, search: str) -> bool:
    """Every word of the search is somewhere in what the promise says."""
    promise = item.promise
    said = "\n".join((promise.words, item.person, promise.done_when, promise.why, promise.notes)).casefold()
    return all(word in said for word in search.casefold().split())


def _order(item: Reckoned) -> tuple[bool, date, date, str]:
    """Open ones by the day they are due, without a date last; below them the settled ones, the latest first."""
    if item.standing.open:
        return False, item.last_day or date.max, item.promise.made_on, item.promise.id
    settled = item.standing.settled_on or item.promise.made_on
    return True, date.min + (date.max - settled), item.promise.made_on, item.promise.id


def _record(level: Level, everything: Sequence[Reckoned], today: date) -> LaneRecord:
    counts = [item.count for item in everything if item.count is not None and item.count.level is level]
    recent = sorted((count for count in counts if is_recent(count.day, today)), key=lambda count: count.day)
    moved = sum(
        move.in_time and move.level is level and move.was is not None and is_recent(move.day, today)
        for item in everything
        for move in item.standing.moves
    )
    effort, effort_n = mean_effort(recent)
    return LaneRecord(record_of(recent), record_of(counts), moved, effort, effort_n, tuple(reversed(recent)))


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
    counts = [item.count for item in book.reckoned(today) if item.count is not None and item.count.level is level]
    distance = distance_of(today, due.last_day if due else None)
    near = [count for count in counts if _distance(count) is distance]
    theirs = [count for count in counts if _same_person(book, count, person_id)]
    return OwnRecord(
        level, record_of(counts), distance, record_of(near), record_of(theirs) if person_known else None
    )  # fmt: skip


def _distance(count: Count) -> Distance:
    due = count.promise.due
    return distance_of(count.promise.made_on, due.last_day if due else None)


def _same_person(book: Book, count: Count, person_id: str | None) -> bool:
    theirs, wanted = book.people.get(count.promise.person_id), book.people.get(person_id)
    return theirs is wanted if theirs is None or wanted is None else theirs.id == wanted.id
