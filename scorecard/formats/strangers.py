"""Files of programs that are known but cannot be read, so that they are neither misread nor called garbage."""

import re
from collections.abc import Callable, Sequence

SQLITE = b"SQLite format 3\0"
ZIP = b"PK\x03\x04"

LOOP_CSV = "Loop Habit Tracker (CSV)"

# The words are folded; a header that holds all of them is that program's.
_HEADERS = (
    ({"habitname", "calendardate", "value"}, "HabitBull"),
    ({"position", "name", "question", "description"}, LOOP_CSV),
    ({"date", "weekday", "mood", "activities"}, "Daylio"),
    ({"featurename", "timestamp", "value"}, "Track & Graph"),
    ({"epoch", "tracker", "value"}, "Nomie"),
)
_LOOP_TICKS = {"YES_MANUAL", "YES_AUTO"}
_LOOP_WORDS = _LOOP_TICKS | {"NO", "SKIP", "UNKNOWN"}
MEASURE_WORDS = frozenset({
    "measure", "habit", "habit name", "tracker", "metric", "activity", "gewohnheit", "habitude", "hábito",
})  # fmt: skip
VALUE_WORDS = frozenset({"value", "amount", "count", "status", "done", "wert", "anzahl", "valeur", "valor"})

_TABLES = (
    ((b"CREATE TABLE tracks", b"CREATE TABLE ticks"), "Tickmate"),
    ((b"CREATE TABLE Habits", b"CREATE TABLE CHECKINS"), "Rewire"),
    ((b"features_table", b"data_points_table"), "Track & Graph"),
)
_ARCHIVED = (
    ((b"Habits.csv", b"Checkmarks.csv"), LOOP_CSV),
    ((b"backup.daylio",), "Daylio"),
    ((b"RedNotebook", b".txt"), "RedNotebook"),
)


def program_of(head: bytes) -> str:
    """The name of the program that made a file nobody recognised, as far as its first bytes tell, or ""."""
    if head.startswith(SQLITE):
        return _named_in(head, _TABLES)
    if head.startswith(ZIP):
        return _named_in(head, _ARCHIVED)
    lines = head.decode("utf-8-sig", errors="replace").splitlines()
    return header_program(lines[0].split(",")) if lines else ""


def _named_in(head: bytes, signs: tuple[tuple[tuple[bytes, ...], str], ...]) -> str:
    return next((program for words, program in signs if all(word in head for word in words)), "")


def header_program(header: Sequence[str]) -> str:
    """The program whose export has this header row, or ""."""
    words = {word.strip().strip('"').casefold() for word in header}
    return next((program for sign, program in _HEADERS if sign <= words), "")


def is_foreign_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table with a date column is another program's own, has a row for each value of each measure, or begins
    with a day as logs do."""
    words = [word.strip().casefold() for word in header]
    one_row_a_value = not MEASURE_WORDS.isdisjoint(words) and not VALUE_WORDS.isdisjoint(words)
    a_log = re.match(r"\d{4}-\d\d-\d\d(\D|$)", words[0], re.ASCII) is not None
    return a_log or bool(header_program(header)) or one_row_a_value or _is_loop_export(words, rows)


def _is_loop_export(words: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Loop's Checkmarks.csv and Scores.csv, of one habit or of all: those of all end each line with a comma."""
    cells = [cell.strip() for row in rows for cell in row[1:] if cell.strip()]
    if list(words) == ["date", "value", "notes"] or not _LOOP_TICKS.isdisjoint(cells):
        return True
    if words[0] != "date":
        return False
    trailing = _ends_each_line_with_a_comma(words, rows)
    if trailing and _all(_is_loop_value, cells):
        return True
    return (trailing or words[1:] == ["score"]) and _all(_is_share, cells)


def _ends_each_line_with_a_comma(words: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """And fills every other cell, as Loop does and a spreadsheet hardly ever."""
    if len(words) < 3 or words[-1] or "" in words[:-1]:
        return False
    return all(len(row) == len(words) and not row[-1] and all(row[:-1]) for row in rows)


def _all(test: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return bool(cells) and all(test(cell) for cell in cells)


def _is_loop_value(cell: str) -> bool:
    return cell in _LOOP_WORDS or cell.lstrip("-").isdecimal()


def _is_share(cell: str) -> bool:
    return len(cell) == 6 and cell[:2] in ("0.", "1.") and cell[2:].isdecimal()
