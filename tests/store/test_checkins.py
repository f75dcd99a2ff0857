"""Check-ins are stored as they were made, each with the parts and the formula of its day."""

from contextlib import closing
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.checkins import Checkin, Part, Subject
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store import checkins as stored
from scorecard.store.checkin_rows import CHECKIN_COLUMNS, checkin_row, to_checkins
from scorecard.store.faults import UnreadableRowError
from scorecard.store.schema import checkin_table
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.raw import hand

FRIDAY = date(2026, 11, 20)
PARTS = (Part("Reliability", 9), Part("Credibility", 8), Part("Self-orientation", 5))
CHECKIN = Checkin(
    "c", "trust", FRIDAY, Subject.ME, None, PARTS, "(reliability + credibility) ÷ self-orientation", Fraction(17, 5),
    "She asked me first.",
)  # fmt: skip

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)
checkins = st.builds(
    Checkin,
    id=texts,
    definition_id=texts,
    day=st.dates(),
    subject=st.sampled_from(Subject),
    person_id=st.none() | texts,
    parts=st.lists(st.builds(Part, texts, st.integers(1, 10)), min_size=1, max_size=12).map(tuple),
    formula=texts,
    result=st.integers(0, 110_000).map(lambda thousandths: Fraction(thousandths, 1000)),
    evidence=texts,
)


@given(checkins)
def test_a_row_reads_as_it_was_written(checkin: Checkin) -> None:
    row = checkin_row(checkin)

    assert to_checkins([tuple(row[name] for name in CHECKIN_COLUMNS)]) == (checkin,)


def test_the_columns_are_those_of_the_table() -> None:
    assert set(CHECKIN_COLUMNS) == {column.name for column in checkin_table.columns}


def write(store: Store, *checkins: Checkin) -> None:
    with store.change(Deed(Verb.CHECK_IN)) as work:
        for checkin in checkins:
            stored.write_checkin(work, checkin)


def test_they_come_by_day_and_those_of_one_day_as_they_were_written_down(store: Store) -> None:
    earlier = Checkin("z", "trust", FRIDAY - timedelta(days=7), Subject.ME, None, PARTS, "f", Fraction(3))
    second = Checkin("d", "attention", FRIDAY, Subject.ME, None, PARTS, "f", Fraction(4))
    write(store, second, CHECKIN, earlier)

    with store.reading() as connection:
        assert stored.read_checkins(connection) == (earlier, CHECKIN, second)
        assert stored.read_checkin(connection, "d") == second
        assert stored.read_checkin(connection, "nobody") is None


def test_undo_and_redo_take_it_away_and_bring_it_back(store: Store) -> None:
    write(store, CHECKIN)

    store.undo()
    with store.reading() as connection:
        assert stored.read_checkins(connection) == ()

    store.redo()
    with store.reading() as connection:
        assert stored.read_checkins(connection) == (CHECKIN,)


def test_its_day_is_sealed_with_it(store: Store) -> None:
    write(store, CHECKIN)
    assert store.seal_holds(FRIDAY)

    with hand(store.path) as stranger:
        stranger.execute("UPDATE checkin SET result = 9000")
    assert not store.seal_holds(FRIDAY)


GARBLED = [
    "", "null", "[]", "{}", "3", "[3]", '["ab"]', '[["a"]]', '[["a", 0]]', '[["a", 11]]', '[["a", true]]',
    '[["a", 5.0]]', '[["a", "5"]]', "[[5, 5]]", '[["a", 1, 2]]', '[["a", 1e999]]', "[" * 9000,
]  # fmt: skip


@pytest.mark.parametrize("factors", GARBLED, ids=lambda text: text[:12])
def test_what_no_program_of_ours_wrote_is_damage(factors: str) -> None:
    row = checkin_row(CHECKIN) | {"factors": factors}

    with pytest.raises(UnreadableRowError):
        to_checkins([tuple(row[name] for name in CHECKIN_COLUMNS)])


def test_damage_is_said_to_be_damage(path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as store:
        write(store, CHECKIN)
        with hand(path) as stranger:
            stranger.execute("UPDATE checkin SET factors = 'gone'")

        with pytest.raises(StoreError) as damaged, store.reading() as connection:
            stored.read_checkins(connection)

    assert damaged.value.fault is StoreFault.DAMAGED
