"""What a reader makes of another program's file: plain values, nothing decided yet about the user's own card."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path

from scorecard.domain.marks import Mark
from scorecard.domain.measures import Terms

UNDATED = date.min
"""First day of terms whose first day the file does not tell: the plan puts the first entry's day in its place."""

OWN_STORE = "scorecard"
"""Where a measure of another store of ours came from: its origin here is this and its id there."""

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""Days outside are damage, not history."""

MOST_MEASURES = 1_000
MOST_ENTRIES = 300_000
"""Thirty measures every day for 27 years."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ForeignMeasure:
    """`origin` is the same in every file that holds the measure ("loop:9f3…"). `why` ends with a line for whatever
    of the other program fits nowhere else: a schedule unknown here, a name too long, both verbatim.

    `group` is the name of the group it stands in, or empty. What is only `offered` comes along if it is asked for.
    """

    origin: str
    name: str
    terms: tuple[Terms, ...]
    why: str = ""
    to_whom: str = ""
    archived: bool = False
    group: str = ""
    offered: bool = False
    plan: str = ""


@dataclass(frozen=True, slots=True)
class ForeignEntry:
    """The mark of a measure on a day. A value that fits nowhere is unknown and stands verbatim in the note."""

    origin: str
    day: date
    mark: Mark
    note: str = ""
    from_memory: bool = False


@dataclass(frozen=True, slots=True)
class ForeignText:
    """What was written on a day and belongs to no measure: it stands by itself in that day's reflection."""

    day: date
    text: str


class LossKind(StrEnum):
    """What does not come along, or not as it was."""

    INFERRED = "inferred"  # ticks the other program worked out itself
    DUPLICATE = "duplicate"  # later records for a day that has one
    REPLACED = "replaced"  # earlier records for a day that has a later one
    DELETED = "deleted"  # measures that were deleted in the other program and are in the file all the same
    UNREADABLE = "unreadable"  # records that tell no measure, day or value
    FAR_DAY = "far day"
    NO_MEASURE = "no measure"  # entries of a measure the file does not hold
    BROKEN_MEASURE = "broken measure"
    SCHEDULE = "schedule"  # kept in words, the measure is only counted
    TARGET = "target"  # likewise
    IN_NOTE = "in note"
    CONVERTED = "converted"  # read under other terms, the value of the file is in the note
    ROUNDED = "rounded"  # the exact value is in the note
    TEXT_CUT = "text cut"
    EMPTY_COLUMN = "empty column"
    ATTACHMENT = "attachment"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Loss:
    """`count` records of one kind. `subject` is a measure's name, `lines` the numbers of the first few, which are
    those of lines or, where the file has no lines to speak of, of `records`. `detail`: the foreign words, verbatim."""

    kind: LossKind
    count: int
    subject: str = ""
    lines: tuple[int, ...] = ()
    detail: str = ""
    records: bool = False

    @property
    def line(self) -> int | None:
        return self.lines[0] if self.lines else None


class AdviceKind(StrEnum):
    """What was decided in reading and may be looked at; nothing is lost by it."""

    TALLY_ONLY = "tally only"  # the file tells no target
    SUMMED = "summed"  # several values of a day became one; each of them is in the note
    LAST_OF_DAY = "last of day"  # likewise
    FIRST_OF_DAY = "first of day"  # likewise
    MEAN_OF_DAY = "mean of day"  # likewise
    AS_BEFORE = "as before"  # a table was read the way that was chosen for it another time
    DATES_READ_AS = "dates read as"
    DASH_IS_NO = "dash is no"


@dataclass(frozen=True, slots=True)
class Advice:
    kind: AdviceKind
    subject: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """All of one file. Origins are unique, and so is each entry's origin with its day; there is one text a day at most.
    `source` names the format, `program` the texts as theirs."""

    source: str
    measures: tuple[ForeignMeasure, ...] = ()
    entries: tuple[ForeignEntry, ...] = ()
    losses: tuple[Loss, ...] = ()
    advice: tuple[Advice, ...] = ()
    texts: tuple[ForeignText, ...] = ()
    program: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `recognise` looks at the content only, `head` being its first bytes (`files.HEAD`), and never
    raises for content. `read` gives a bundle or raises a KnownError; it tells `progress` of records done and in all.
    Where the file holds moments and no days, `read_by_clock` does the same, given the time at which a day ends.
    """

    name: str
    recognise: Callable[[Path, bytes], bool]
    read: Callable[[Path, Progress, Cancelled], Bundle]
    read_by_clock: Callable[[Path, Progress, Cancelled, time], Bundle] | None = None
