"""How a table was read is remembered without a word of it, and damage to that memory costs nothing else."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.formats.day_forms import DayForm
from scorecard.formats.mapping import Encoding, Point, Separator, Several, Shape, TableMapping
from scorecard.formats.table_looks import TableLook, look_at
from scorecard.services.table_book import LARGEST_FILE, MOST, TableBook, _key
from tests.formats.mapped import mapping, roles

TABLE = "Diary of Cassandra;;\nDay;Prayers;Secret\n1/2/2026;3;x\n3/4/2026;4;y\n"
MAPPING = TableMapping(Shape.WIDE, Separator.SEMICOLON, roles("dm-"), 1, DayForm.MONTH_FIRST, Point.COMMA, Several.MEAN)


def look(text: str | bytes) -> TableLook:
    found = look_at(text if isinstance(text, bytes) else text.encode())
    assert found is not None
    return found


@pytest.fixture
def book(tmp_path: Path) -> TableBook:
    return TableBook(tmp_path / "config" / "tables.json")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "tables.json"


def test_the_next_table_with_the_same_columns_is_read_the_same_way(book: TableBook) -> None:
    book.remember(look(TABLE), MAPPING)

    assert book.get(look(TABLE)) == MAPPING
    assert book.get(look("another title;;\nDay;Prayers;Secret\n5/6/2026;1;z\n")) == MAPPING


@pytest.mark.parametrize(
    "other",
    [
        "title;;\nDay;Prayers;Other\n1/2/2026;3;x\n",
        "Day;Prayers;Secret\n1/2/2026;3;x\n",
        "title,,\nDay,Prayers,Secret\n1/2/2026,3,x\n",
    ],
)
def test_a_table_with_other_columns_is_another(book: TableBook, other: str) -> None:
    book.remember(look(TABLE), MAPPING)

    assert book.get(look(other)) is None


@pytest.mark.parametrize(("before", "now"), [("cp1252", "utf-8"), ("utf-8", "cp1252")])
def test_the_letters_are_read_as_the_new_table_has_them(book: TableBook, before: str, now: str) -> None:
    text = "Tag;Prüfungen\n1.2.2026;3\n2.2.2026;3\n"
    how = mapping("dm", separator=Separator.SEMICOLON)
    book.remember(look(text.encode(before)), replace(how, encoding=Encoding(before)))

    assert book.get(look(text.encode(now))) == replace(how, encoding=Encoding(now))


def test_a_table_that_names_no_columns_is_known_by_where_its_dates_are(book: TableBook) -> None:
    bare = mapping("dm-", header=None)
    book.remember(look("2026-03-02,3,x\n2026-03-03,4,y\n"), bare)

    assert book.get(look("2026-04-02,7,\n2026-04-03,4,z\n")) == bare
    assert book.get(look("3,2026-04-02,7\n3,2026-04-03,4\n")) is None
    assert book.get(look("2026-04-02,7\n2026-04-03,4\n")) is None


def test_the_file_holds_no_word_of_the_table_and_is_for_its_owner_only(book: TableBook, file: Path) -> None:
    book.remember(look(TABLE), MAPPING)

    content = file.read_text()
    assert not [word for word in ("Diary", "Cassandra", "Day", "Prayers", "Secret", "2026") if word in content]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_only_the_latest_are_kept(book: TableBook, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.services.table_book.MOST", 2)
    for number in range(3):
        book.remember(look(f"Day,{number}x\na,1\n"), mapping("dm"))

    assert len(json.loads(file.read_text())) == 2
    assert [book.get(look(f"Day,{number}x\na,1\n")) is None for number in range(3)] == [True, False, False]


def test_as_many_of_the_widest_as_are_kept_can_be_read_again(book: TableBook, file: Path) -> None:
    book.remember(look(f"Day,{','.join(f'x{n}' for n in range(199))}\na,{'1,' * 198}1\n"), mapping("d" + "m" * 199))

    assert file.stat().st_size * MOST < LARGEST_FILE


def test_a_later_choice_takes_the_place_of_an_earlier_one(book: TableBook) -> None:
    book.remember(look(TABLE), MAPPING)
    book.remember(look(TABLE), replace(MAPPING, several=Several.LAST))

    found = book.get(look(TABLE))
    assert found is not None
    assert found.several is Several.LAST


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b" " * (LARGEST_FILE + 1)])
def test_a_damaged_file_remembers_nothing_and_is_written_anew(book: TableBook, file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert book.get(look(TABLE)) is None

    book.remember(look(TABLE), MAPPING)

    assert book.get(look(TABLE)) == MAPPING


things = st.none() | st.booleans() | st.integers(-300, 300) | st.text(max_size=4) | st.just("dm") | st.just([["d"]])
parts = st.fixed_dictionaries(
    {},
    optional={
        name: things | st.sampled_from(["wide", "dm-", "DOTS", ",", "sum"])
        for name in ("shape", "roles", "header", "form", "point", "several")
    },
)


@given(line=parts | things)
def test_a_line_that_makes_no_sense_remembers_nothing(tmp_path_factory: pytest.TempPathFactory, line: object) -> None:
    file = tmp_path_factory.getbasetemp() / "tables.json"
    file.write_text(json.dumps({_key(Separator.SEMICOLON, ["Day", "Prayers", "Secret"]): line}))

    found = TableBook(file).get(look(TABLE))

    assert found is None or found.lack is None


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the place of the folder")

    TableBook(tmp_path / "config" / "tables.json").remember(look(TABLE), MAPPING)
