"""Whatever a table is and whatever somebody says of it, reading ends in values or in an error that has a sentence."""

import tracemalloc
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.formats.bundle import FIRST_DAY
from scorecard.formats.day_forms import DayForm
from scorecard.formats.errors import FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.mapping import Encoding, Point, Role, Separator, Several, Shape, TableMapping
from scorecard.formats.mapping_guess import guessed, suggested
from scorecard.formats.table_looks import look_at
from tests.formats.mapped import mapping, read_by
from tests.formats.test_any_file import TABLE, Edits, check, edited, edits

WITH_A_LINE = frozenset({
    FileFault.NOT_A_DATE, FileFault.NOT_A_MOMENT, FileFault.MIXED_DATES, FileFault.AMBIGUOUS_DATES,
    FileFault.DUPLICATE_DAY, FileFault.QUOTES, FileFault.NUL, FileFault.RAGGED, FileFault.NO_NAME,
    FileFault.WRONG_ENCODING, FileFault.FIELD_TOO_LONG,
})  # fmt: skip

mappings = st.builds(
    TableMapping,
    shape=st.sampled_from(Shape),
    separator=st.sampled_from(Separator),
    roles=st.lists(st.sampled_from(Role), max_size=6).map(tuple),
    header=st.none() | st.integers(0, 4),
    form=st.none() | st.sampled_from(DayForm),
    point=st.none() | st.sampled_from(Point),
    several=st.sampled_from(Several),
    forgiving=st.booleans(),
    encoding=st.sampled_from(Encoding),
)
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["2026-03-02", "2026-03-03", "3/4/2026", "2.3.2026", "20260302", "1772474400", "1772474400000", "9999999999999",
     "2026-03-02 18:30", "yes", "no", "-", "1,5", "1.5", "1:30", "3", "", " ", "9" * 50, "run", "far"]
)  # fmt: skip
tables = st.lists(st.lists(cells, min_size=1, max_size=6), max_size=8)


def outcome(content: bytes, how: TableMapping) -> None:
    faults: list[UnreadableFileError] = []
    try:
        check(read_by(content, how))
    except UnreadableFileError as error:
        faults.append(error)
    except FileTooLargeError:
        pass
    assert all(error.line is not None for error in faults if error.fault in WITH_A_LINE)


@given(table=tables, how=mappings)
def test_any_cells_and_any_mapping(table: list[list[str]], how: TableMapping) -> None:
    lines = (how.separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)

    outcome("\n".join(lines).encode(), how)


@given(changes=edits, how=mappings)
def test_a_table_with_any_bytes_changed(changes: Edits, how: TableMapping) -> None:
    outcome(edited(TABLE, changes), how)


@given(content=st.binary(min_size=1, max_size=200), how=mappings)
@example(content=b"\xff\xfe\x00\xd8", how=mapping("dm"))
def test_any_bytes(content: bytes, how: TableMapping) -> None:
    outcome(content, how)


@given(table=tables, separator=st.sampled_from(Separator), shape=st.none() | st.sampled_from(Shape))
def test_whatever_is_suggested_can_be_tried(table: list[list[str]], separator: Separator, shape: Shape | None) -> None:
    content = "\n".join(separator.join(row) for row in table).encode("utf-8", "replace")
    look = look_at(content)
    if look is None:
        return

    for how in (suggested(look), guessed(look, separator, shape)):
        outcome(content, how)


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("," + ",".join(["12", "word"] * 99), mapping("d" + "mc" * 99)),
        (",Run,12,a note of some words,place", mapping("dnvca", shape=Shape.LONG, several=Several.SUM)),
    ],
)
def test_a_large_table_takes_memory_in_proportion_to_its_size(line: str, how: TableMapping) -> None:
    days = [(FIRST_DAY + timedelta(days=n)).isoformat() for n in range(40_000 // len(line))]
    content = "".join(f"{day}{line}\n" for day in ["Date", *days]).encode()

    tracemalloc.start()
    outcome(content, how)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 100 * len(content)
