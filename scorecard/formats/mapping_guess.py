"""What a table is most likely meant to be: the mapping that is shown first, and may be changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from scorecard.formats.cells import answer_in, is_skip, minutes_in, number_in
from scorecard.formats.day_forms import NOT_TOLD, DayForm, day_by, forms_of
from scorecard.formats.mapping import ROLES, Role, Separator, Several, Shape, TableMapping
from scorecard.formats.strangers import MEASURE_WORDS, VALUE_WORDS
from scorecard.formats.table_looks import TableLook, cut_ways
from scorecard.formats.table_shapes import DATE_WORDS, NOTE_WORDS, long_in, wide_in

_MIDNIGHT = time(0)
_NAMED = (*MEASURE_WORDS, "name", "task", "task name", "goal", "question", "category", "aufgabe", "kategorie", "name")
_VALUED = (*VALUE_WORDS, "amount", "quantity", "score", "duration", "menge", "dauer")
_WRITTEN = (*NOTE_WORDS, "diary", "journal", "text", "tagebuch", "bemerkung", "bemerkungen", "anmerkung", "observation")
_LETTERS = 20  # of a cell, from which on it is hardly a word for a value

Rows = Sequence[Sequence[str]]


def suggested(look: TableLook) -> TableMapping:
    """What a table tells by itself, else what is likeliest. It may lack something."""
    guesses = [guessed(look, way) for way in cut_ways(look) or [Separator.COMMA]]
    likeliest = next((guess for guess in guesses if not guess.lack), guesses[0])
    told = long_in(look.head) or wide_in(look.head)
    if told is None or likeliest.header != told.header or likeliest.shape is not told.shape:
        return likeliest
    return replace(told, forgiving=True, encoding=look.encoding)


def guessed(look: TableLook, separator: Separator, shape: Shape | None = None) -> TableMapping:
    """For rows that are cut this way; of the given shape, where one is given."""
    table = look.rows(separator, look.encoding)
    header = _header_of(table)
    names, rows = _parts(table, header)
    width = max((len(row) for row in table), default=0)
    day, form = _day_of(names, rows, width)
    named, valued = _named(names, rows, day, width)
    if shape is None:
        shape = Shape.LONG if named is not None and valued is not None else Shape.WIDE
    known = {day: Role.DAY, named: Role.NAME, valued: Role.VALUE}
    return TableMapping(
        shape,
        separator,
        tuple(_role(index, shape, names, rows, known) for index in range(width)),
        header=header,
        form=form,
        several=Several.SUM if shape is Shape.LONG else Several.REFUSED,
        encoding=look.encoding,
    )


def _parts(table: Rows, header: int | None) -> tuple[list[str], Rows]:
    names = list(table[header]) if header is not None else []
    return [name.strip().casefold() for name in names], table[header + 1 if header is not None else 0 :]


def _header_of(table: Rows) -> int | None:
    """The first row that is as wide as most are, if it holds words only."""
    widths = Counter(len(row) for row in table)
    most = max(widths, key=lambda width: (widths[width], width), default=0)
    first = next(
        (index for index, row in enumerate(table) if sum(bool(cell.strip()) for cell in row) > most // 2), None
    )
    if first is None:
        return None
    said = [cell for cell in table[first] if cell.strip()]
    return first if all(_is_words(cell) for cell in said) else None


def _is_words(cell: str) -> bool:
    return not (
        forms_of(cell)
        or is_skip(cell)
        or answer_in(cell) is not None
        or number_in(cell, ".") is not None
        or minutes_in(cell) is not None
    )


def _cells(rows: Rows, index: int) -> list[str]:
    return [row[index].strip() for row in rows if len(row) > index and row[index].strip()]


def _day_of(names: Sequence[str], rows: Rows, width: int) -> tuple[int | None, DayForm | None]:
    """The column that most likely holds the day, and the form of it where the cells alone would not tell."""
    best: tuple[float, int | None, DayForm | None] = (0.5, None, None)
    for index in range(width):
        cells = _cells(rows, index)
        for form in (None, *NOT_TOLD):
            share = sum(_is_day(cell, form) for cell in cells) / len(rows) if rows else 0
            share += (index < len(names) and names[index] in DATE_WORDS) * 0.2
            if share > best[0]:
                best = (share, index, form)
    return best[1], best[2]


def _is_day(cell: str, form: DayForm | None) -> bool:
    if form is None:
        return bool(forms_of(cell))
    return day_by(cell, form, _MIDNIGHT) is not None


def _named(names: Sequence[str], rows: Rows, day: int | None, width: int) -> tuple[int | None, int | None]:
    """The columns of measures' names and of their values, where a table has a row for each value: they are called so,
    or days come again, each with a word that comes again."""
    named = next((index for index, name in enumerate(names) if name in _NAMED), None)
    valued = next((index for index, name in enumerate(names) if name in _VALUED and index != named), None)
    if named is not None and valued is not None:
        return named, valued
    if day is None or len(set(days := _cells(rows, day))) == len(days):
        return None, None
    others = [index for index in range(width) if index != day]
    wordy = [index for index in others if _are_words(cells := _cells(rows, index)) and len(set(cells)) < len(cells)]
    plain = [index for index in others if index not in wordy and not _are_words(_cells(rows, index))]
    return (wordy[0], plain[0]) if wordy and plain else (None, None)


def _are_words(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(_is_words(cell) for cell in cells) > len(cells) / 2


def _role(index: int, shape: Shape, names: Sequence[str], rows: Rows, known: dict[int | None, Role]) -> Role:
    if (role := known.get(index)) is not None and role in ROLES[shape]:
        return role
    cells = _cells(rows, index)
    name = names[index] if index < len(names) else ""
    if not cells and not name:
        return Role.IGNORED
    if shape is Shape.LONG:
        return Role.NOTE if name in _WRITTEN else Role.ASIDE
    return Role.DIARY if name in _WRITTEN or _are_sentences(cells) else Role.MEASURE


def _are_sentences(cells: Sequence[str]) -> bool:
    long = sum(map(len, cells)) > _LETTERS * len(cells)
    return _are_words(cells) and (long or len(set(cells)) > len(cells) / 2)
