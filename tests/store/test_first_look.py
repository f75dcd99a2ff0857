"""The first picture's reader and the store's own say the same; the first does without SQLAlchemy."""

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.grades import GradeScale
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.snapshot import Snapshot
from scorecard.store import entries, measures, reading
from scorecard.store.first_look import FirstLook
from scorecard.store.migrating import create_store
from scorecard.store.record import Work
from scorecard.store.rows import MEASURE_COLUMNS
from scorecard.store.schema import away_table
from scorecard.store.settings import write_day_end, write_scale
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample
from tests.store import strategies as some
from tests.store.deeds import DAY, scored, write
from tests.store.raw import assert_sound, hand, open_files

EVER = (date(1, 1, 1), date(9999, 12, 31))


def first_look(path: Path, first_day: date, last_day: date) -> Snapshot:
    return FirstLook(path).settings_and_days().snapshot(first_day, last_day)


def whole_look(path: Path, clock: FixedClock, first_day: date, last_day: date) -> Snapshot:
    with closing(Store(path, clock)) as store, store.reading() as connection:
        return reading.read_snapshot(connection, first_day, last_day)


def test_both_read_the_same_of_a_year(home: Path, clock: FixedClock) -> None:
    path = home / "data" / "scorecard.db"
    make_sample(path, clock, DAY)

    for stretch in ((date(2026, 11, 16), date(2026, 11, 22)), (date(2025, 11, 20), DAY), (DAY, DAY), EVER):
        seen = first_look(path, *stretch)
        assert seen == whole_look(path, clock, *stretch)
        assert seen.card.measures
        assert {day for day, _ in seen.entries} <= {date.fromordinal(n) for n in range(*ordinals(*stretch))}
    assert_sound(path)


def ordinals(first_day: date, last_day: date) -> tuple[int, int]:
    return first_day.toordinal(), last_day.toordinal() + 1


def test_an_empty_store_is_an_empty_snapshot(path: Path) -> None:
    assert first_look(path, DAY, DAY) == Snapshot(DAY, DAY)


@pytest.fixture
def new_path(home: Path, clock: FixedClock) -> Iterator[Callable[[], Path]]:
    """The place of one more new store; all of them are looked through in the end."""
    made = (home / "data" / f"{n}.db" for n in itertools.count())

    def make() -> Path:
        path = next(made)
        create_store(path, clock.now())
        return path

    yield make
    for path in (home / "data").glob("*.db"):
        assert_sound(path)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(content=st.data())
def test_both_read_the_same_whatever_the_card(
    content: st.DataObject, new_path: Callable[[], Path], clock: FixedClock
) -> None:
    path = new_path()
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.IMPORT)) as work:
        _write_anything(work, content)

    stretch = tuple(sorted([content.draw(some.days), content.draw(some.days)]))
    for first_day, last_day in (stretch, EVER):
        assert first_look(path, first_day, last_day) == whole_look(path, clock, first_day, last_day)


def _write_anything(work: Work, content: st.DataObject) -> None:
    groups = content.draw(some.groups())
    for group in groups:
        measures.write_group(work, group)
    for measure_id in sorted(content.draw(st.sets(some.ids, max_size=4))):
        measures.write_measure(work, content.draw(some.measures(measure_id, [group.id for group in groups])))
    for entry in content.draw(st.lists(some.entries(), max_size=8)):
        entries.write_entry(work, entry)
    for day, at in content.draw(st.dictionaries(some.days, st.none() | some.moments, max_size=3)).items():
        entries.write_finished(work, day, at)
    for away in content.draw(some.away_ranges()):
        row = {"id": away.id, "first_day": str(away.first_day), "last_day": str(away.last_day), "reason": away.reason}
        work.put(away_table, row)
    for scale in content.draw(st.lists(some.scales(), max_size=2)):
        write_scale(work, scale)
    write_day_end(work, content.draw(some.day_ends))


def test_what_was_written_is_what_is_read(path: Path, clock: FixedClock) -> None:
    at = datetime(2026, 11, 20, 17, 4, 5, 678000, tzinfo=UTC)
    scale = GradeScale((("gut", 80), ("ausreichend", 50)), shown=False, first_day=DAY)
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.IMPORT)) as work:
        entries.write_entry(work, scored(3, note="„Danke“ 👍"))
        entries.write_finished(work, DAY, at)
        write_scale(work, scale)

    seen = first_look(path, DAY, DAY)

    assert seen.entries == {(DAY, "m1"): scored(3, note="„Danke“ 👍")}
    assert seen.finished == {DAY: at}
    assert seen.settings.scales == (scale,)


def test_settings_and_days_are_of_one_moment(path: Path, clock: FixedClock) -> None:
    """A writer in between has to wait, so that no day is read under settings of another moment."""
    days = FirstLook(path).settings_and_days()
    with closing(Store(path, clock)) as store:
        with store.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        with pytest.raises(Exception, match="locked"):
            write(store, scored(3))

        assert not days.snapshot(DAY, DAY).entries
        write(store, scored(3))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_file_is_let_go(path: Path) -> None:
    first_look(path, DAY, DAY)
    FirstLook(path).settings_and_days().close()

    assert not [name for name in open_files() if name.startswith(str(path))]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_file_that_is_refused_is_let_go_too(path: Path) -> None:
    with hand(path) as stranger:
        stranger.execute("INSERT INTO setting VALUES ('day_end', '2026-11-20', 'four')")
    with pytest.raises(StoreError) as refused:
        FirstLook(path).settings_and_days()

    assert refused.value.fault is StoreFault.DAMAGED
    assert not [name for name in open_files() if name.startswith(str(path))]


def test_every_column_of_a_measure_is_read() -> None:
    from scorecard.store.schema import measure_table

    assert set(MEASURE_COLUMNS) == set(measure_table.columns.keys())


LOOK = """
import sys
from datetime import date
from pathlib import Path
import scorecard.bootstrap
from scorecard.store.known import KnownStores
from scorecard.store.opening import check_whole, examine
from scorecard.store.first_look import FirstLook
path = Path(sys.argv[1])
examine(path, KnownStores(path.with_name("known.json")))
check_whole(path)
FirstLook(path).settings_and_days().snapshot(date(2026, 11, 16), date(2026, 11, 22))
heavy = ("sqlalchemy", "alembic", "matplotlib", "numpy", "logging", "platformdirs", "PySide6")
print(*[name for name in heavy if name in sys.modules])
"""


def test_the_way_to_the_first_picture_imports_neither_sqlalchemy_nor_alembic(path: Path) -> None:
    looked = subprocess.run(
        [sys.executable, "-c", LOOK, str(path)],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert set(looked.stdout.split()).isdisjoint({"sqlalchemy", "alembic", "matplotlib", "numpy"}), looked.stdout
