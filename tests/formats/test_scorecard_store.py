"""Another store of ours, read as a stranger's: it may be of another version, damaged, or mean harm."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind
from scorecard.formats.bundle import ForeignText, LossKind
from scorecard.formats.errors import FileFault, NewerFormatError, UnreadableFileError
from tests.formats.foreign_files import own_store
from tests.formats.reading import loss_of, measure_named, read

MONDAY = date(2026, 3, 2)
TERMS = {
    "measure_id": "m1", "kind": "count", "direction": "at_least", "weight": 1, "due": 31, "weekly": 0, "place": "card",
}  # fmt: skip


def entry(day: str, state: str, amount: object = None, **cells: object) -> Mapping[str, object]:
    return {"day": day, "measure_id": "m1", "state": state, "amount": amount, **cells}


def changed(path: Path, script: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return path


def test_marks_notes_and_what_was_entered_from_memory(tmp_path: Path) -> None:
    entries = [
        entry("2026-03-02", "scored", 4000, note="well"), entry("2026-03-03", "skipped"),
        entry("2026-03-04", "unknown", note="ill"), entry("2026-03-05", "scored", 2000, from_memory=1),
        entry("2026-03-06", "scored", 1500),
    ]  # fmt: skip
    bundle = read(own_store(tmp_path / "store", entry=entries))

    assert [(found.mark, found.note, found.from_memory) for found in bundle.entries] == [
        (Scored(Decimal(4)), "well", False),
        (SKIPPED, "", False),
        (UNKNOWN, "ill", False),
        (Scored(Decimal(2)), "", True),
        (UNKNOWN, "1.5", False),
    ]
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (5,)


def test_terms_come_along_from_the_first_entry_on(tmp_path: Path) -> None:
    terms = [{**TERMS, "first_day": f"2026-0{month}-01", "target": month * 1000} for month in (1, 2, 4)]
    bundle = read(own_store(tmp_path / "store", terms=terms))

    assert [(known.target, known.due) for known in measure_named(bundle, "Calls").terms] == [
        (Decimal(2), frozenset(range(5))),
        (Decimal(4), frozenset(range(5))),
    ]


def test_what_was_written_on_a_day_is_one_text(tmp_path: Path) -> None:
    answers = [
        {"day": "2026-03-02", "prompt_id": prompt, "question": f"{prompt}?", "answer": answer}
        for prompt, answer in (("adjust", "Less."), ("moved", "A call\nwell made."), ("tomorrow", ""))
    ]
    bundle = read(own_store(tmp_path / "store", reflection=answers))

    pieces = ("adjust?\nLess.", "moved?\nA call\nwell made.")
    assert bundle.texts == (ForeignText(MONDAY, "\n\n".join(pieces), pieces),)


def test_an_origin_from_elsewhere_is_kept(tmp_path: Path) -> None:
    measure = {"id": "m1", "name": "Calls", "position": 0, "origin": "loop:9f3", "group_id": "g"}
    groups = [{"id": "g", "name": "Work", "position": 0}]
    bundle = read(own_store(tmp_path / "store", measure=[measure], measure_group=groups))

    assert (measure_named(bundle, "Calls").origin, measure_named(bundle, "Calls").group) == ("loop:9f3", "Work")


def test_rows_that_mean_nothing_are_told(tmp_path: Path) -> None:
    terms = [
        {**TERMS, "first_day": "2026-01-01", "target": 3000},
        {**TERMS, "first_day": "2026-02-01", "direction": "sideways"},
        {**TERMS, "first_day": "2026-02-01", "measure_id": "m2"},
    ]
    measures = [{"id": "m1", "name": "Calls", "position": 0}, {"id": "m2", "name": "Run", "position": 1}]
    entries = [entry("2026-03-02", "scored", 1000), {**entry("2026-03-02", "scored", 1000), "measure_id": "m2"}]
    promises = [{"id": "p1", "words": "call Ann"}]
    bundle = read(own_store(tmp_path / "store", terms=terms, measure=measures, entry=entries, promise=promises))

    assert [measure.name for measure in bundle.measures] == ["Calls"]
    assert {loss.kind: loss.count for loss in bundle.losses} == {
        LossKind.UNREADABLE: 2,
        LossKind.BROKEN_MEASURE: 1,
        LossKind.NO_MEASURE: 1,
        LossKind.BEYOND: 1,
    }


def test_the_oldest_version_has_neither_reflections_nor_promises(tmp_path: Path) -> None:
    path = changed(own_store(tmp_path / "store"), "drop table reflection; drop table promise; pragma user_version=1")

    bundle = read(path)
    assert (len(bundle.entries), bundle.texts, bundle.losses) == (1, (), ())
    assert bundle.measures[0].terms[0].direction is Direction.AT_LEAST
    assert bundle.measures[0].terms[0].kind is Kind.COUNT


def test_a_newer_store_is_refused_by_its_version(tmp_path: Path) -> None:
    with pytest.raises(NewerFormatError) as refused:
        read(changed(own_store(tmp_path / "store"), "pragma user_version=99"))
    assert refused.value.found == 99


@pytest.mark.parametrize(
    "script",
    [
        "drop table entry; create view entry as select * from measure",
        "drop table terms",
        "alter table entry drop column note",
        "drop table promise; create view promise as"
        " with recursive n(i) as (select 1 union all select i from n) select i from n",
    ],
)
def test_what_is_not_built_like_a_store_is_refused(tmp_path: Path, script: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(changed(own_store(tmp_path / "store"), script))
    assert refused.value.fault is FileFault.STRANGE


def test_a_half_of_a_store_is_damaged(tmp_path: Path) -> None:
    path = own_store(tmp_path / "store")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.DAMAGED


def test_nothing_is_written_beside_it(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path = own_store(tmp_path / "folder" / "store")
    before = path.read_bytes()
    read(path)

    assert (path.read_bytes(), [file.name for file in path.parent.iterdir()]) == (before, ["store"])
