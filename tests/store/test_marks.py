"""Many days read as tables say what the same days say entry by entry."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Scored, Skipped
from scorecard.domain.values import LARGEST
from scorecard.store import entries
from scorecard.store.marks import Stretch, earliest_entry, read_stretch
from scorecard.store.reading import read_entries
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store import strategies as some
from tests.store.deeds import DAY, scored, undone, write
from tests.store.raw import hand

MEASURES = ("m1", "m2", "m3")
FIRST, LAST = DAY - timedelta(days=3), DAY + timedelta(days=3)
DAYS = [FIRST + timedelta(days=n) for n in range(-2, 9)]  # some of them outside of what is read


@st.composite
def written(draw: st.DrawFn) -> list[Entry]:
    keys = draw(st.sets(st.tuples(st.sampled_from(DAYS), st.sampled_from([*MEASURES, "gone"])), max_size=20))
    return [
        Entry(name, day, draw(some.marks), draw(st.sampled_from(["", "Neal"])), draw(st.booleans()))
        for day, name in keys
    ]


def read(store: Store, first: date = FIRST, last: date = LAST, measures: Sequence[str] = MEASURES) -> Stretch:
    with store.reading() as connection:
        return read_stretch(connection, first, last, measures)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written())
@example([Entry("m1", DAY, Scored(LARGEST - Decimal("0.001"))), Entry("m2", DAY, Scored(-LARGEST))])
def test_each_cell_is_the_entry(store: Store, those: list[Entry]) -> None:
    undone(store)  # what the example before this one wrote
    with store.change(Deed(Verb.IMPORT)) as work:
        for entry in those:
            entries.write_entry(work, entry)
    found = read(store)
    with store.reading() as connection:
        expected = read_entries(connection, FIRST, LAST)

    for row, day in enumerate(FIRST + timedelta(days=n) for n in range(7)):
        for column, name in enumerate(MEASURES):
            entry = expected.get((day, name), Entry(name, day))
            value = found.values[row, column]
            assert (None if np.isnan(value) else round(Decimal(value), 3)) == getattr(entry.mark, "value", None)
            assert found.skipped[row, column] == isinstance(entry.mark, Skipped)
            assert found.remembered[row, column] == entry.from_memory


def test_the_columns_are_in_the_order_that_is_asked_for(store: Store) -> None:
    write(store, scored(1, "m1"), scored(2, "m2"), scored(3, "m3"))

    assert read(store, DAY, DAY, ("m3", "m1")).values.tolist() == [[3, 1]]
    assert read(store, DAY, DAY, ()).values.shape == (1, 0)


def test_a_note_alone_is_no_value_but_a_day_of_which_something_is_stored(store: Store) -> None:
    write(store, Entry("m1", DAY, UNKNOWN, "Neal called"), Entry("m2", DAY + timedelta(days=1), SKIPPED))

    assert np.isnan(read(store).values).all()
    with store.reading() as connection:
        assert earliest_entry(connection) == DAY


def test_an_empty_store_has_no_first_day_and_no_values(store: Store) -> None:
    with store.reading() as connection:
        assert earliest_entry(connection) is None
    found = read(store)
    assert found.values.shape == (7, 3)
    assert found.last_day == LAST
    assert [table.any() for table in (found.skipped, found.remembered, found.finished)] == [False] * 3


def test_a_day_is_finished_until_it_is_open_again(store: Store, clock: FixedClock) -> None:
    with store.change(Deed(Verb.FINISH)) as work:
        for day in (FIRST, DAY, LAST + timedelta(days=1)):
            entries.write_finished(work, day, clock.now())
    with store.change(Deed(Verb.REOPEN)) as work:
        entries.write_finished(work, FIRST, None)

    assert read(store).finished.tolist() == [False, False, False, True, False, False, False]


@pytest.mark.filterwarnings("ignore:string or file could not be read")  # numpy's, of text that is no number
@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE entry SET state = 'skiqped' WHERE measure_id = 'm2'",
        "UPDATE entry SET day = '2026-11-31' WHERE measure_id = 'm2'",
        "UPDATE entry SET measure_id = 'm/2' WHERE measure_id = 'm2'",
    ],
)
def test_what_means_nothing_is_damage(path: Path, clock: FixedClock, spoiled: str) -> None:
    with closing(Store(path, clock)) as store:
        write(store, scored(1, "m1"), Entry("m2", DAY, SKIPPED))
        with hand(path) as stranger:
            stranger.execute("PRAGMA ignore_check_constraints = ON")
            stranger.execute(spoiled)
        with pytest.raises(StoreError) as refused:
            read(store, last=date(2026, 12, 31))
        assert refused.value.fault is StoreFault.DAMAGED
        with hand(path) as stranger:
            stranger.execute("DELETE FROM entry")
