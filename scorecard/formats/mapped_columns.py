"""The rows of a table as what each measure got, line by line, whichever way the table stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.formats.bundle import ForeignText, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.fitting import distinct, fitting_name, fitting_note, folded, joined
from scorecard.formats.gathering import Gathering
from scorecard.formats.mapping import Role, TableMapping


@dataclass(frozen=True, slots=True)
class Dated:
    """A row that is as wide as the mapping, and its day."""

    line: int
    day: date
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Said:
    line: int
    day: date
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a table tells of one measure. `unnamed`: the table has no name for it, so its place stands for one."""

    name: str
    said: list[Said]
    unnamed: str = ""


def letters(index: int) -> str:
    """What spreadsheets call a column: A, B, …, Z, AA."""
    before, last = divmod(index, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def measures_across(
    names: Sequence[str], rows: Sequence[Dated], mapping: TableMapping, gathering: Gathering
) -> list[Told]:
    """Of a table with a column for each measure. Those without any value are left out."""
    measures: dict[str, Told] = {}
    notes = _notes_of(mapping.roles)
    for index, role in enumerate(mapping.roles):
        if role is not Role.MEASURE:
            continue
        name, unnamed = names[index].strip(), ""
        said = _said_across(rows, index, notes.get(index, ()))
        if said and not name:
            if not mapping.forgiving:
                raise UnreadableFileError(FileFault.NO_NAME, said[0].line)
            name, unnamed = letters(index), f"#{len(mapping.roles)}{letters(index)}"
        if said:
            name = distinct(name, measures)
            measures[name] = Told(name, said, unnamed)
        elif name:
            gathering.losses.add(LossKind.EMPTY_COLUMN, fitting_name(name, "")[0])
    return list(measures.values())


def _notes_of(roles: Sequence[Role]) -> dict[int, list[int]]:
    """By the column of each measure those of its notes: of notes before any measure, the first one is meant."""
    measures = [index for index, role in enumerate(roles) if role is Role.MEASURE]
    notes: dict[int, list[int]] = {}
    for index, role in enumerate(roles):
        if role is Role.NOTE and measures:
            before = [measure for measure in measures if measure < index]
            notes.setdefault(before[-1] if before else measures[0], []).append(index)
    return notes


def _said_across(rows: Sequence[Dated], index: int, notes: Sequence[int]) -> list[Said]:
    said: list[Said] = []
    for row in rows:
        note = joined(row.cells[place].strip() for place in notes) if notes else ""
        value = row.cells[index].strip()
        if value or note:
            said.append(Said(row.line, row.day, value, note))
    return said


def measures_down(
    names: Sequence[str], rows: Sequence[Dated], mapping: TableMapping, gathering: Gathering
) -> list[Told]:
    """Of a table with a row for each value. Measures are named as the table first does."""
    measures: dict[str, Told] = {}
    column, value_column = mapping.column(Role.NAME), mapping.column(Role.VALUE)
    notes = [index for index, role in enumerate(mapping.roles) if role is Role.NOTE]
    aside = [index for index, role in enumerate(mapping.roles) if role is Role.ASIDE]
    assert column is not None, "a mapping that lacks nothing has one"
    for row in rows:
        name, value = row.cells[column].strip(), row.cells[value_column].strip() if value_column is not None else ""
        others = (f"{names[index].strip()}: {row.cells[index].strip()}" for index in aside if row.cells[index].strip())
        note = joined((*(row.cells[index].strip() for index in notes), *(other.removeprefix(": ") for other in others)))
        if not name and not mapping.forgiving:
            raise UnreadableFileError(FileFault.NO_NAME, row.line)
        if not name:
            gathering.losses.add(LossKind.UNREADABLE, line=row.line)
        elif value or note:
            measures.setdefault(folded(name), Told(name, [])).said.append(Said(row.line, row.day, value, note))
    return list(measures.values())


def diary_in(
    names: Sequence[str], rows: Sequence[Dated], mapping: TableMapping, gathering: Gathering
) -> tuple[list[ForeignText], str]:
    """What was written on the days, and what it is called: as its column is, or the first of several."""
    columns = [index for index, role in enumerate(mapping.roles) if role is Role.DIARY]
    titles = {index: names[index].strip() or letters(index) for index in columns}
    days: dict[date, list[str]] = {}
    lines: dict[date, int] = {}
    for row in rows:
        for index in columns:
            if text := row.cells[index].strip():
                before = f"{titles[index]}: " if len(columns) > 1 else ""
                days.setdefault(row.day, []).append(before + text)
                lines.setdefault(row.day, row.line)
    texts = {day: fitting_note(joined(said), gathering.losses, line=lines[day]) for day, said in days.items()}
    program = fitting_name(titles[columns[0]], "#")[0] if columns else ""
    return [ForeignText(day, text) for day, text in texts.items() if text], program
