"""Logs with a line for each day of each habit: yes, no or skipped, with a comment and an amount where there are such.

Beside the log lies a file that tells how often each habit is asked for. It is looked at where it is there.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.formats.bundle import MOST_ENTRIES, UNDATED, Bundle, Cancelled, ForeignMeasure, LossKind
from scorecard.formats.errors import Amount, FileTooLargeError, ImportCancelledError, UnreadableFileError
from scorecard.formats.files import bytes_of
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Gathering, Steps, number_kind
from scorecard.formats.schedules import tally, tick_terms
from scorecard.formats.tables import LOOK_EVERY, decoded, never

LARGEST_FILE = 16 * 1024 * 1024
LARGEST_HABITS = 1024 * 1024
HABITS_FILE = "habits"
RESULTS: Mapping[str, Mark] = {"y": Scored(YES), "n": Scored(NO), "s": SKIPPED}
_SCHEDULE = re.compile(r"(\d{1,4})(?:/(\d{1,4})|(w))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class LogLine:
    """`amount` is what stands there, be it a number or not; empty where nothing does."""

    number: int
    day: date
    habit: str
    result: str
    comment: str = ""
    amount: str = ""

    @property
    def counted(self) -> Decimal | None:
        found = re.fullmatch(r"[+-]?\d{1,20}(?:\.\d{1,20})?", self.amount, re.ASCII)
        return Decimal(self.amount) if found else None


@dataclass(frozen=True, slots=True)
class Habit:
    """`schedule` as it stands in the file; `heading` is the one above it. `ended`: it has an end date."""

    schedule: str
    heading: str = ""
    ended: str = ""


def lines_in(text: str, cancelled: Cancelled = never) -> Iterator[tuple[int, str]]:
    """The lines that are neither blank nor remarks, with their numbers; raises ImportCancelledError."""
    count = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if number % LOOK_EVERY == 0 and cancelled():
            raise ImportCancelledError
        if line.strip() and not line.lstrip().startswith("#"):
            count += 1
            if count > MOST_ENTRIES:
                raise FileTooLargeError(MOST_ENTRIES, Amount.ROWS)
            yield number, line


def log_text(path: Path) -> str:
    return decoded(bytes_of(path, LARGEST_FILE))


def habits_beside(path: Path, read: Callable[[str], Mapping[str, Habit]]) -> Mapping[str, Habit]:
    """By folded names; none where the file is not there or is something else."""
    if path.name == HABITS_FILE:
        return {}
    try:
        return read(decoded(bytes_of(path.with_name(HABITS_FILE), LARGEST_HABITS)))
    except (UnreadableFileError, FileTooLargeError):
        return {}


def bundle_of(source: str, lines: Sequence[LogLine], habits: Mapping[str, Habit], steps: Steps) -> Bundle:
    """Amounts make a measure of their own beside the yes and no."""
    gathering = Gathering(source)
    by_habit: dict[str, list[LogLine]] = {}
    for line in lines:
        by_habit.setdefault(folded(line.habit), []).append(line)
    for key, own in by_habit.items():
        measure = _measure(source, own[0].habit, habits.get(key, Habit("1")), gathering)
        latest: dict[date, LogLine] = {}
        for line in own:
            steps.step()
            if line.day in latest:
                gathering.losses.add(LossKind.REPLACED, measure.name, latest[line.day].number)
            latest[line.day] = line
        _gather(measure, list(latest.values()), gathering)
        _gather_amounts(source, own[0].habit, list(latest.values()), measure.group, gathering)
    return gathering.bundle()


def _measure(source: str, habit: str, told: Habit, gathering: Gathering) -> ForeignMeasure:
    name, whole = gathering.named(habit, "#")
    terms, unfit = _terms(told.schedule, name, gathering)
    return gathering.add_measure(
        ForeignMeasure(
            f"{source}:{folded(habit)}",
            name,
            (terms,),
            gathering.why(name, whole, unfit, told.ended),
            group=gathering.named(told.heading, "")[0],
        )
    )


def _terms(schedule: str, name: str, gathering: Gathering) -> tuple[Terms, str]:
    """1 is every day, 7 once in seven, 2w once in two weeks, 3/7 three times in seven, 0 is only counted."""
    found = _SCHEDULE.fullmatch(schedule)
    if found is None:
        return tally(Kind.YES_NO, schedule[:40], name, gathering.losses)
    number = int(found[1])
    if number == 0 and not found[2]:
        return Terms(UNDATED, Kind.YES_NO, Direction.TALLY), ""
    times, days = (number, int(found[2])) if found[2] else (1, number * 7 if found[3] else number)
    terms = tick_terms(times, days)
    return (terms, "") if terms is not None else tally(Kind.YES_NO, schedule, name, gathering.losses)


def _gather(measure: ForeignMeasure, lines: Sequence[LogLine], gathering: Gathering) -> None:
    for line in lines:
        mark = RESULTS.get(line.result.casefold(), UNKNOWN)
        unfit = line.result if mark == UNKNOWN else ""
        if line.amount and line.counted is None:
            unfit = joined((unfit, line.amount))
        if unfit:
            gathering.losses.add(LossKind.IN_NOTE, measure.name, line.number)
        gathering.add_entry(measure, line.day, mark, joined((line.comment, unfit)), line.number)


def _gather_amounts(source: str, habit: str, lines: Sequence[LogLine], group: str, gathering: Gathering) -> None:
    """No amount is written as nothing, so nothing is no amount."""
    amounts = [(line, amount) for line in lines if (amount := line.counted)]
    if not amounts:
        return
    name, whole = gathering.named(f"{habit} ∑", "#")
    kind = number_kind(amount for _, amount in amounts)
    terms = Terms(UNDATED, kind, Direction.TALLY)
    measure = gathering.add_measure(
        ForeignMeasure(f"{source}:amount:{folded(habit)}", name, (terms,), gathering.why(name, whole), group=group)
    )
    for line, amount in amounts:
        mark, note = gathering.valued(measure, amount, line.amount, "", line.number)
        gathering.add_entry(measure, line.day, mark, note, line.number)
