"""Whatever somebody named a measure or noted, nothing of it is run or read as something else by who opens an export."""

import csv
import io
import re
import zipfile
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.formats.diary_yaml import mapping_of
from scorecard.formats.writers.daybook import daybook
from scorecard.formats.writers.days import Headings, WrittenDay, WrittenEntry, WrittenMeasure
from scorecard.formats.writers.sheets import workbook
from scorecard.formats.writers.tables import exact_table, spreadsheet_table

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_HEADINGS_OF_COLUMNS = 7
# What YAML takes as it is, in quotes too.
_PRINTABLE = re.compile("[\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def everywhere(words: str) -> tuple[tuple[WrittenMeasure, ...], tuple[WrittenDay, ...], Headings]:
    """The words in every text that an export has."""
    measures = (WrittenMeasure("m1", words, "count", words), WrittenMeasure("m2", f"{words}2", "yes_no"))
    entries = (
        WrittenEntry("m1", Decimal("-1"), note=words, shown=words, asked=words),
        WrittenEntry("m2", skipped=True, note=words),
    )
    day = WrittenDay(
        date(2026, 11, 20), entries, 85, 1, 2, words, words, finished=True, away=words, answers=((words, words),),
        weekly=((words, words),), promises=((True, words),), tags=(words,),
    )  # fmt: skip
    return measures, (day,), Headings(**{field.name: words for field in fields(Headings) if field.name != "note_of"})


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_of_a_table_for_spreadsheets_begins_a_formula(start: str) -> None:
    content = spreadsheet_table(*everywhere(f"{start}1+1"))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert len(rows[0]) == _HEADINGS_OF_COLUMNS + 4
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d./-]+", cell)]
    assert len(cells) >= 14
    assert [cell for cell in cells if cell.startswith(STARTS)] == []


@pytest.mark.parametrize("start", [*STARTS, "http://", "{=", "mailto:"])
def test_every_word_in_a_workbook_is_a_text(start: str) -> None:
    content = workbook(*everywhere(f"{start}1+1"))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert not [name for name in book.namelist() if "external" in name or "vba" in name]
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet
    assert "hyperlink" not in sheet
    kinds = dict(re.findall(r'<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?', sheet))
    numbers = {place for place, kind in kinds.items() if kind != "s"}
    assert numbers == {"A2", "B2", "H2"}, "the day, the score and the value; all else is text"


def test_a_table_for_programs_has_every_text_as_it_is() -> None:
    measures, days, _ = everywhere("=1+1\n\"quoted\", 'too'; é")
    _, first, second = csv.reader(io.StringIO(exact_table(measures, days).decode(), newline=""))
    assert (first[1], first[3]) == (measures[0].name, days[0].entries[0].note)
    assert (second[1], second[2]) == (measures[1].name, "skipped")


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12) | (
    st.sampled_from(["---", "\n---\n", "a: b", "- a", "# a", "'", '"', "\\", "{a}", "[a]", "&a *a", "!!python", "%x",
                     "null", "yes", "\x85", "\x9f", "\u2028", "\ufeff", "😀", "a\r\nb", "\x7f"])
)  # fmt: skip


@settings(max_examples=120)
@given(words=TEXTS)
def test_the_properties_of_a_page_are_yaml_whatever_stands_in_them(words: str) -> None:
    measures, days, headings = everywhere(words)
    page = daybook(measures, days, headings)["2026-11-20.md"].decode()
    assert page.startswith("---\n")
    front, body = page.removeprefix("---\n").split("\n---\n", 1)

    assert _PRINTABLE.fullmatch(front)
    known = mapping_of("\n".join(line for line in front.splitlines() if not line.startswith("tags: ")))
    assert (known["date"], known["score"], known["finished"]) == ("2026-11-20", "85", "true")
    assert known["felt"] == known["grade"] == known["away"] == words
    assert list(known["measures"].values()) == ["-1", "skipped"]  # type: ignore[union-attr]
    assert body.startswith("\n")
    assert len([line for line in front.split("\n") if line.startswith("tags: ")]) == 1
