"""Days as tables in text: one for spreadsheets, a row a day; one to be read again, a row an entry."""

import csv
import io
from collections.abc import Iterable, Sequence

from scorecard.formats.writers.days import Headings, WrittenDay, WrittenEntry, WrittenMeasure, named, noted, plain

# A spreadsheet takes a cell that begins so for a formula, and may run it.
STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
EXACT = ("date", "measure", "value", "note", "kind", "measure_id")


def guarded(text: str) -> str:
    """`text` as a spreadsheet shows it and does not run it."""
    return f"'{text}" if text.lstrip(" ").startswith(STARTS_OF_FORMULAS) else text


def spreadsheet_table(measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...], headings: Headings) -> bytes:
    """A row a day, a column a measure, and one more for the notes of a measure that has some. With a byte order mark,
    by which Excel knows UTF-8."""
    names, with_note = named(measures), noted(measures, days)
    head = [headings.day, headings.score, headings.known, headings.grade, headings.felt, headings.finished,
            headings.away]  # fmt: skip
    for measure in measures:
        head.append(names[measure.id])
        if measure.id in with_note:
            head.append(headings.note_of.format(measure=names[measure.id]))
    rows = [[guarded(word) for word in head]]
    rows += [_spreadsheet_row(measures, with_note, day, headings) for day in days]
    return b"\xef\xbb\xbf" + _csv(rows)


def _spreadsheet_row(
    measures: tuple[WrittenMeasure, ...], with_note: frozenset[str], day: WrittenDay, headings: Headings
) -> list[str]:
    cells = [
        day.day.isoformat(),
        "" if day.score is None else str(day.score),
        f"{day.known}/{day.due}" if day.due else "",
        guarded(day.grade),
        guarded(day.felt),
        guarded(headings.yes) if day.finished else "",
        "" if day.away is None else guarded(day.away or headings.yes),
    ]
    entries = {entry.measure_id: entry for entry in day.entries}
    for measure in measures:
        entry = entries.get(measure.id)
        value = entry.value if entry is not None else None
        skipped = guarded(headings.skipped) if entry is not None and entry.skipped else ""
        cells.append(skipped if value is None else plain(value))
        if measure.id in with_note:
            cells.append(guarded(entry.note) if entry is not None else "")
    return cells


def exact_table(measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...]) -> bytes:
    """A row an entry, every text as it is, with what an import needs to find its measure: to be opened by a program."""
    known = {measure.id: measure for measure in measures}
    rows: list[Sequence[str]] = [EXACT]
    for day in days:
        for entry in day.entries:
            measure = known[entry.measure_id]
            value = _exact_value(measure, entry)
            kind = f"{measure.kind} {measure.scale or ''}".rstrip()
            rows.append((day.day.isoformat(), measure.name, value, entry.note, kind, measure.id))
    return _csv(rows)


def _exact_value(measure: WrittenMeasure, entry: WrittenEntry) -> str:
    """By its look a program knows a time and an answer from a number."""
    if entry.value is None:
        return "skipped" if entry.skipped else ""
    if measure.kind == "yes_no":
        return "yes" if entry.value else "no"
    if measure.kind == "duration" and entry.value == int(entry.value):
        return f"{int(entry.value) // 60}:{int(entry.value) % 60:02}"
    return plain(entry.value)


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
