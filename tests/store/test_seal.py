"""Every day is sealed when it is written: what changes it past the program is seen, for that day and no other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.incidents import UndoConflictError
from scorecard.domain.marks import SKIPPED, Entry
from scorecard.store import entries
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample
from tests.store.deeds import DAY, scored, write
from tests.store.raw import hand

YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
DAYS = (YESTERDAY, DAY, TOMORROW)


@pytest.fixture
def three_days(store: Store) -> Store:
    for day in DAYS:
        with store.change(Deed(Verb.FINISH)) as work:
            entries.write_entry(work, scored(3, day=day, note="Neal called"))
            entries.write_entry(work, Entry("m2", day, SKIPPED))
            entries.write_finished(work, day, datetime(2026, 11, 20, 17, tzinfo=UTC))
    return store


def broken(store: Store) -> list[date]:
    return [day for day in DAYS if not store.seal_holds(day)]


def change_by_hand(path: Path, statement: str) -> None:
    with hand(path) as stranger:
        assert stranger.execute(statement).rowcount == 1


BY_HAND = {
    "value": "UPDATE entry SET amount = 4000 WHERE day = '2026-11-20' AND measure_id = 'm1'",
    "a thousandth": "UPDATE entry SET amount = amount + 1 WHERE day = '2026-11-20' AND measure_id = 'm1'",
    "note": "UPDATE entry SET note = 'Neal called.' WHERE day = '2026-11-20' AND measure_id = 'm1'",
    "note taken away": "UPDATE entry SET note = '' WHERE day = '2026-11-20' AND measure_id = 'm1'",
    "state": "UPDATE entry SET state = 'unknown' WHERE day = '2026-11-20' AND measure_id = 'm2'",
    "from memory": "UPDATE entry SET from_memory = 1 WHERE day = '2026-11-20' AND measure_id = 'm2'",
    "row taken away": "DELETE FROM entry WHERE day = '2026-11-20' AND measure_id = 'm2'",
    "row put in": "INSERT INTO entry (day, measure_id, state) VALUES ('2026-11-20', 'm3', 'skipped')",
    "other measure": "UPDATE entry SET measure_id = 'm3' WHERE day = '2026-11-20' AND measure_id = 'm2'",
    "finished": "UPDATE day SET finished_at = '2026-11-20T18:00:00.000+00:00' WHERE day = '2026-11-20'",
    "open": "UPDATE day SET finished_at = NULL WHERE day = '2026-11-20'",
    "day taken away": "DELETE FROM day WHERE day = '2026-11-20'",
    "seal": "UPDATE day_seal SET digest = 'x' WHERE day = '2026-11-20'",
    "seal taken away": "DELETE FROM day_seal WHERE day = '2026-11-20'",
}


@pytest.mark.parametrize("statement", BY_HAND.values(), ids=BY_HAND)
def test_a_day_changed_by_hand_is_seen_and_no_other(three_days: Store, path: Path, statement: str) -> None:
    assert broken(three_days) == []

    change_by_hand(path, statement)

    assert broken(three_days) == [DAY]


def test_an_entry_moved_to_another_day_breaks_both(three_days: Store, path: Path) -> None:
    change_by_hand(
        path, "UPDATE entry SET day = '2026-11-21', measure_id = 'm9' WHERE day = '2026-11-20' AND note <> ''"
    )

    assert broken(three_days) == [DAY, TOMORROW]


def test_a_row_on_a_day_that_was_never_written_is_seen(store: Store, path: Path) -> None:
    assert broken(store) == []

    change_by_hand(path, "INSERT INTO entry (day, measure_id, state) VALUES ('2026-11-20', 'm', 'skipped')")

    assert broken(store) == [DAY]


def test_changes_of_the_card_break_no_seal(three_days: Store, path: Path) -> None:
    change_by_hand(path, "INSERT INTO measure (id, name, position) VALUES ('m', 'Calls', 0)")

    assert broken(three_days) == []


def test_a_digit_cannot_wander_from_the_value_into_the_note_unseen(store: Store, path: Path) -> None:
    """Fields are told apart in the seal: 1000 thousandths with a note "5" are not 100 with a note "05"."""
    write(store, scored(1, note="5"))

    change_by_hand(path, "UPDATE entry SET amount = 100, note = '05'")

    assert broken(store) == [DAY]


def test_undo_and_redo_keep_the_seals(three_days: Store) -> None:
    write(three_days, scored(9), scored(1, day=TOMORROW))
    for _ in range(4):
        three_days.undo()
        assert broken(three_days) == []
    for _ in range(4):
        three_days.redo()
        assert broken(three_days) == []


def test_a_day_written_and_emptied_again_is_sealed_as_empty(store: Store, path: Path) -> None:
    write(store, scored(1))
    write(store, Entry("m1", DAY))
    assert broken(store) == []

    change_by_hand(path, "INSERT INTO entry (day, measure_id, state) VALUES ('2026-11-20', 'm', 'skipped')")

    assert broken(store) == [DAY]


def test_an_undo_that_meets_a_stranger_s_change_does_not_seal_it(three_days: Store, path: Path) -> None:
    write(three_days, scored(9))
    change_by_hand(path, BY_HAND["value"])

    with pytest.raises(UndoConflictError):
        three_days.undo()

    assert broken(three_days) == [DAY]


def test_seals_survive_a_restart(three_days: Store, path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as later:
        assert broken(later) == []


def test_a_change_and_its_seal_come_together_or_not_at_all(three_days: Store, path: Path) -> None:
    with hand(path) as stranger:
        stranger.execute("CREATE TRIGGER no BEFORE UPDATE ON day_seal BEGIN SELECT RAISE(ABORT, 'no'); END")

    with pytest.raises(Exception, match="no"):
        write(three_days, scored(9))

    assert broken(three_days) == []


@pytest.fixture(params=[1, 499, 501])
def many(request: pytest.FixtureRequest) -> Iterator[list[date]]:
    return [date(2020, 1, 1) + timedelta(days=n) for n in range(request.param)]


def test_an_import_seals_each_of_its_days(store: Store, path: Path, many: list[date]) -> None:
    with store.change(Deed(Verb.IMPORT)) as work:
        entries.add_entries(work, [scored(2, day=day) for day in many])
    assert all(store.seal_holds(day) for day in many)

    change_by_hand(path, f"UPDATE entry SET note = 'x' WHERE day = '{many[-1]}'")

    assert [day for day in many if not store.seal_holds(day)] == [many[-1]]


def test_a_whole_year_holds(home: Path, clock: FixedClock) -> None:
    path = home / "data" / "scorecard.db"
    make_sample(path, clock, DAY, years=0.3)

    with closing(Store(path, clock)) as store:
        assert all(store.seal_holds(DAY - timedelta(days=n)) for n in range(130))


def test_a_seal_tells_nothing_of_the_words(three_days: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as stranger:
        digests = [digest for (digest,) in stranger.execute("SELECT digest FROM day_seal")]

    assert {len(digest) for digest in digests} == {64}
    assert len(set(digests)) == len(DAYS)
