"""Rows that mean nothing, tables that are gone. Damage anywhere in the file is done by faults/harness/flips.py."""

import logging
import traceback
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store import reading
from scorecard.store.first_look import FirstLook
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_sample
from tests.store.raw import fingerprint, hand

TODAY = date(2026, 11, 20)
FIRST = date(2026, 11, 10)


@pytest.fixture
def place(home: Path) -> Path:
    path = home / "data" / "scorecard.db"
    fresh_sample(path, TODAY, years=0.03)
    return path


def spoil(path: Path, *statements: str) -> None:
    with hand(path) as stranger:
        stranger.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            stranger.execute(statement)


SECRET = "Cassandra wept"


def test_an_error_over_broken_text_does_not_tell_the_text(
    place: Path, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(place, f"UPDATE entry SET note = CAST('{SECRET}' || x'ff' AS TEXT)")

    for look in (first_look, open_and_read):
        with pytest.raises(StoreError) as refused:
            look(place, clock)
        logging.getLogger("scorecard").error("refused", exc_info=refused.value)

        assert refused.value.fault is StoreFault.DAMAGED
        assert SECRET not in "".join(traceback.format_exception(refused.value))
    assert SECRET not in caplog.text


def first_look(path: Path, _clock: FixedClock) -> None:
    FirstLook(path).settings_and_days().snapshot(FIRST, TODAY)


def open_and_read(path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as store, store.reading() as connection:
        reading.read_snapshot(connection, FIRST, TODAY)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET day = '2026-11-1x' WHERE day = '2026-11-17' AND measure_id = 'm1'",
        "UPDATE day SET finished_at = 'at five'",
        "UPDATE terms SET kind = 'guess'",
        "UPDATE terms SET weight = 9",
        "UPDATE terms SET first_day = 'Monday'",
        "INSERT INTO away VALUES ('a', '2026-11-31', '2026-12-01', '')",
        "INSERT INTO setting VALUES ('day_end', '2026-11-01', 'four')",
        "INSERT INTO setting VALUES ('grades', '2026-11-01', '{}')",
        "INSERT INTO setting VALUES ('grades', '2026-11-01', '{\"bounds\": [[\"A\", 500]], \"shown\": true}')",
    ],
)
def test_rows_that_mean_nothing_are_damage(place: Path, clock: FixedClock, statement: str) -> None:
    spoil(place, statement)

    for look in (first_look, open_and_read):
        with pytest.raises(StoreError) as refused:
            look(place, clock)
        assert refused.value.fault is StoreFault.DAMAGED


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE day_seal", "ALTER TABLE entry RENAME COLUMN note TO remark", "DELETE FROM store"],
)
def test_a_store_that_lacks_something_is_damaged(place: Path, clock: FixedClock, statement: str) -> None:
    spoil(place, statement)
    before = fingerprint(place)

    with pytest.raises(StoreError) as refused:
        Store(place, clock)

    assert refused.value.fault is StoreFault.DAMAGED
    assert fingerprint(place) == before
