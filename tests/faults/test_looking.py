"""The look that the harness takes at what is left sees whatever does not belong together, and whatever is gone."""

from pathlib import Path

import pytest

from tests.faults.harness.counts import Bad
from tests.faults.harness.looking import Left, compared, look
from tests.faults.harness.sandbox import with_sample
from tests.store.raw import hand


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return with_sample(tmp_path / "sandbox").store


@pytest.fixture
def left(store: Path) -> Left:
    return look(store)


def spoil(store: Path, *statements: str) -> Left:
    with hand(store) as stranger:
        for statement in statements:
            stranger.execute(statement)
    return look(store)


def test_a_whole_store_is_as_it_was_acknowledged(left: Left) -> None:
    assert left.wrong is None
    assert compared(left, left.rows, left.seq) is None


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        (Bad.TORN, "UPDATE entry SET note = 'not by the program' WHERE day = '2026-11-20'"),
        (Bad.TORN, "DELETE FROM entry WHERE day = '2026-11-20'"),
        (Bad.TORN, "DELETE FROM day_seal"),
        (Bad.TORN, "UPDATE promise SET due_by = '2026-12-24' WHERE id = 'o1'"),
        (Bad.TORN, "DELETE FROM search_entry"),
        (Bad.TORN, "DELETE FROM change"),
        (Bad.CORRUPT, "UPDATE measure SET group_id = 'nobody'"),
        (Bad.CORRUPT, "PRAGMA application_id = 7"),
    ],
)
def test_what_does_not_belong_together_is_seen(store: Path, kind: Bad, statement: str) -> None:
    found = spoil(store, statement)

    assert found.wrong is not None
    assert found.wrong[0] is kind


def test_an_edit_that_is_gone_as_a_whole_is_lost(left: Left) -> None:
    found = compared(left, left.rows, left.seq + 1)

    assert found is not None
    assert found[0] is Bad.LOST


def test_a_row_that_is_gone_is_lost(left: Left) -> None:
    more = left.rows | {("entry", '["2026-11-20","m9"]'): "{}"}

    found = compared(left, more, left.seq)

    assert found == (Bad.LOST, 'entry ["2026-11-20","m9"] is not as acknowledged')


def test_one_edit_that_nobody_acknowledged_may_be_there(left: Left) -> None:
    before = {key: row for key, row in left.rows.items() if key not in left.last}

    assert compared(left, before, left.seq - 1) is None
    assert compared(left, before, left.seq - 2) is not None


def test_a_file_that_is_gone_or_no_store_is_seen(store: Path) -> None:
    store.write_bytes(b"Dear Cassandra," * 400)
    assert look(store).wrong == (Bad.CORRUPT, "unreadable: file is not a database")
    store.unlink()
    assert look(store).wrong == (Bad.CORRUPT, "not there")
