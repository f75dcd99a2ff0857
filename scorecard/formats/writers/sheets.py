"""Days as a workbook: a sheet a year. No cell is ever a formula or a link, whatever it begins with."""

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from scorecard.formats.writers.days import Headings, WrittenDay, WrittenMeasure, named, noted

_WIDEST = 40
_LONGEST = 32_000  # characters that a cell takes
_DAY_FORMAT = "yyyy-mm-dd"


def workbook(measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...], headings: Headings) -> bytes:
    from xlsxwriter import Workbook  # only who exports waits for it

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(content, options)
    bold, dated = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": _DAY_FORMAT})
    for year, of_year in groupby(days, lambda day: day.day.year):
        found = tuple(of_year)
        there = {entry.measure_id for day in found for entry in day.entries}
        _write_year(
            book.add_worksheet(f"{year:04}"),
            tuple(m for m in measures if m.id in there),
            found,
            headings,
            (bold, dated),
        )
    if not days:
        book.add_worksheet(headings.measures[:31] or "-")
    book.close()
    return content.getvalue()


def _write_year(
    sheet: Any, measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...], headings: Headings,
    formats: tuple[Any, Any],
) -> None:  # fmt: skip
    bold, dated = formats
    columns = list(_columns(measures, days, headings))
    for place, (words, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, words[:_LONGEST], bold)
    sheet.freeze_panes(1, 1)
    if columns:
        sheet.autofilter(0, 0, len(days), len(columns) - 1)
    with_note = noted(measures, days)
    for line, day in enumerate(days, 1):
        sheet.write_datetime(line, 0, day.day, dated)
        for place, cell in enumerate(_cells(measures, with_note, day, headings), 1):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(line, place, cell[:_LONGEST])
            elif cell is not None:
                sheet.write_number(line, place, cell)


def _columns(
    measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...], headings: Headings
) -> Iterator[tuple[str, int]]:
    names, with_note = named(measures), noted(measures, days)
    for words in (headings.day, headings.score, headings.known, headings.grade, headings.felt, headings.finished,
                  headings.away):  # fmt: skip
        yield words, max(11, min(_WIDEST, len(words) + 2))
    for measure in measures:
        yield names[measure.id], max(10, min(24, len(names[measure.id]) + 2))
        if measure.id in with_note:
            yield headings.note_of.format(measure=names[measure.id]), _WIDEST


def _cells(
    measures: tuple[WrittenMeasure, ...], with_note: frozenset[str], day: WrittenDay, headings: Headings
) -> Iterator[str | float | None]:
    yield None if day.score is None else float(day.score)
    yield f"{day.known}/{day.due}" if day.due else ""
    yield day.grade
    yield day.felt
    yield headings.yes if day.finished else ""
    yield "" if day.away is None else day.away or headings.yes
    entries = {entry.measure_id: entry for entry in day.entries}
    for measure in measures:
        entry = entries.get(measure.id)
        if entry is not None and entry.value is not None:
            yield float(entry.value)
        else:
            yield headings.skipped if entry is not None and entry.skipped else ""
        if measure.id in with_note:
            yield entry.note if entry is not None else ""
