"""CSV exports of Loop Habit Tracker: an archive with Habits.csv and, for each habit, a folder with its Checkmarks.csv.

The folders are told by their number alone, for Loop leaves all but Latin letters out of their names. Since 2.3.1 ticks
are words and the tables have headers; before, ticks are whole numbers and the kind of a habit is not told. The tables
of all habits together are not read: Loop writes names into them unquoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from scorecard.domain.marks import UNKNOWN
from scorecard.formats.archives import Archive, Caps, is_archive, names_in, opened
from scorecard.formats.bundle import (
    FIRST_DAY,
    LAST_DAY,
    MOST_MEASURES,
    Bundle,
    Cancelled,
    ForeignMeasure,
    Format,
    LossKind,
    Progress,
)
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.fitting import joined
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.loop_habits import AT_MOST, NUMERICAL, Habit, as_mark, as_measure, is_inferred
from scorecard.formats.named_tables import NamedRow, inside, named_rows
from scorecard.formats.tables import Row, decoded, rows_of

NAME = "loop-csv"
HABITS = "Habits.csv"
NEEDED = ("position", "name")
ALSO = (
    "type", "question", "description", "frequencynumerator", "frequencydenominator", "unit", "target type",
    "target value", "archived?", "numrepetitions", "interval",
)  # fmt: skip
MOST_DAYS = (LAST_DAY - FIRST_DAY).days + 1
CHECKMARKS = re.compile(r"(?P<number>\d{3,5})( [^/]*)?/Checkmarks\.csv")
WORDS = {"UNKNOWN": -1, "NO": 0, "YES_AUTO": 1, "YES_MANUAL": 2, "SKIP": 3}
TICK_VALUES = range(-1, 4)
_WHOLE = re.compile(r"-?\d{1,15}")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,20})?([eE][+-]?\d{1,2})?")
CAPS = Caps(files=2 * MOST_MEASURES)


@dataclass(frozen=True, slots=True)
class Tick:
    """`value` is as in Loop's database, or None where there are other words."""

    row: Row
    value: int | None

    @property
    def words(self) -> str:
        return self.row.cells[1].strip()

    @property
    def note(self) -> str:
        return self.row.cells[2] if len(self.row.cells) > 2 else ""


def recognise(path: Path, head: bytes) -> bool:
    """A damaged archive is known by the names in its head."""
    if not is_archive(head):
        return False
    names = names_in(path)
    if not names:
        return HABITS.encode() in head and b"Checkmarks.csv" in head
    return any(name.rpartition("/")[2] == HABITS for name in names) and any("Checkmarks.csv" in name for name in names)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    with opened(path, lambda name: name.endswith((HABITS, "/Checkmarks.csv")), CAPS) as archive:
        top = _top(archive.names)
        folders = _folders(archive.names, top)
        steps = Steps(progress, cancelled, len(folders))
        gathering = Gathering(NAME)
        for habit in _habits(archive, top + HABITS, gathering):
            name = folders.pop(habit.order[0], "")
            ticks = list(_ticks(archive, name)) if name else []
            _gather(habit, ticks, gathering)
            steps.step()
        for name in folders.values():
            for tick in _ticks(archive, name):
                gathering.losses.add(LossKind.NO_MEASURE, line=tick.row.line)
        return gathering.bundle()


def _top(names: Sequence[str]) -> str:
    """The folder that holds everything, where the archive was unpacked and packed again; mostly none."""
    tables = [name for name in names if name.rpartition("/")[2] == HABITS]
    if not tables:
        raise UnreadableFileError(FileFault.STRANGE)
    return min(tables, key=len).removesuffix(HABITS)


def _folders(names: Sequence[str], top: str) -> dict[int, str]:
    folders: dict[int, str] = {}
    for name in names:
        if name.startswith(top) and (found := CHECKMARKS.fullmatch(name.removeprefix(top))):
            if int(found["number"]) in folders:
                raise UnreadableFileError(FileFault.DUPLICATE_FILES, inside=name)
            folders[int(found["number"])] = name
    return folders


def _habits(archive: Archive, name: str, gathering: Gathering) -> list[Habit]:
    habits: dict[int, Habit] = {}
    with inside(name):
        for row in named_rows(decoded(archive.read(name)), NEEDED, ALSO):
            position = _whole(row["position"])
            if position is None or position in habits:
                gathering.losses.add(LossKind.BROKEN_MEASURE, line=row.line)
            else:
                habits[position] = _habit(position, row)
            if len(habits) > MOST_MEASURES:
                raise FileTooLargeError(MOST_MEASURES, Amount.MEASURES)
    return list(habits.values())


def _habit(position: int, row: NamedRow) -> Habit:
    """As its row in Loop's database would be; a cell that is no number there stays words."""
    return Habit({
        "id": position,
        "position": position,
        "name": row["name"],
        "question": row["question"],
        "description": row["description"],
        "archived": int(row["archived?"].casefold() == "true"),
        "freq_num": _number(row["frequencynumerator"] or row["numrepetitions"]),
        "freq_den": _number(row["frequencydenominator"] or row["interval"]),
        "type": {"": None, "NUMERICAL": NUMERICAL}.get(row["type"], 0),
        "target_type": AT_MOST if row["target type"] == "AT_MOST" else 0,
        "target_value": _number(row["target value"]),
        "unit": row["unit"],
        "uuid": "",
    })  # fmt: skip


def _whole(cell: str) -> int | None:
    return int(cell) if _WHOLE.fullmatch(cell) else None


def _number(cell: str) -> object:
    if not cell:
        return None
    whole = _whole(cell)
    if whole is not None:
        return whole
    return float(cell) if _NUMBER.fullmatch(cell) else cell


def _ticks(archive: Archive, name: str) -> Iterator[Tick]:
    """Of the columns date, value and notes, with or without a row that names them."""
    with inside(name):
        rows = rows_of(decoded(archive.read(name)), ",")
        first = next(rows, None)
        if first is not None and first.cells[0].strip().casefold() != "date":
            rows = chain([first], rows)
        for number, row in enumerate(rows, 1):
            if number > MOST_DAYS:
                raise FileTooLargeError(MOST_DAYS, Amount.ROWS)
            if not 2 <= len(row.cells) <= 3:
                raise UnreadableFileError(FileFault.RAGGED, row.line)
            if day_in(row.cells[0], DayForm.ISO) is None:
                raise UnreadableFileError(FileFault.NOT_A_DATE, row.line)
            word = row.cells[1].strip()
            yield Tick(row, WORDS[word] if word in WORDS else _whole(word))


def _gather(habit: Habit, ticks: Sequence[Tick], gathering: Gathering) -> None:
    """Of a habit whose kind is not told, any value that no tick has makes all of them numbers."""
    untold = habit.cells["type"] is None
    if untold and any(tick.value is not None and tick.value not in TICK_VALUES for tick in ticks):
        habit = Habit({**habit.cells, "type": NUMERICAL})
    measure = gathering.add_measure(as_measure(habit, gathering.losses))
    for tick in ticks:
        _gather_tick(habit, measure, tick, gathering)


def _gather_tick(habit: Habit, measure: ForeignMeasure, tick: Tick, gathering: Gathering) -> None:
    mark = as_mark(habit, tick.value) if tick.value is not None else None
    note, line = tick.note, tick.row.line
    if tick.value is not None and is_inferred(habit, tick.value):
        gathering.losses.add(LossKind.INFERRED, measure.name, line)
    if mark is None and tick.words:
        gathering.losses.add(LossKind.IN_NOTE, measure.name, line)
        note = joined((note, tick.words))
    gathering.add_entry(measure, day_in(tick.row.cells[0], DayForm.ISO), mark or UNKNOWN, note, line)


FORMAT = Format(NAME, recognise, read)
