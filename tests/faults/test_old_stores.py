"""F27, F28: whatever stands in a store of an earlier schema, it is brought to today's as a whole, or left as it is."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.backups import Backups, migrate_safely
from scorecard.services.services import Services
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.migrating import migrate
from scorecard.words.errors import say_error
from tests.fake_clock import FixedClock
from tests.faults.old_stores import PAST, REVISIONS, old_store, spoil
from tests.store.breaking import BrokenHereError, breaking_at
from tests.store.deeds import DAY
from tests.store.raw import assert_sound, content, fingerprint, identity

ORPHANS = (
    "DELETE FROM measure_group",
    "UPDATE measure SET group_id = 'nobody'",
    "DELETE FROM activity WHERE seq = 3",
)
NONSENSE = (
    "UPDATE terms SET kind = 'guess'",
    "UPDATE terms SET weight = 99",
    "UPDATE entry SET day = 'someday' WHERE day = '2026-11-03'",
    "UPDATE entry SET state = 'perhaps'",
    "UPDATE entry SET note = replace(hex(zeroblob(60000)), '0', 'x')",
    "UPDATE measure SET name = ''",
    "INSERT INTO away VALUES ('a', 'x', 'y', '')",
)
# The rule is taken away, the row changed, the rule put back: as a program with a bug would have left it.
NULLS = (
    "UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT NOT NULL', 'name TEXT') WHERE name = 'measure'",
    "PRAGMA schema_version = 9999",
    "UPDATE measure SET name = NULL",
    "UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT', 'name TEXT NOT NULL') WHERE name = 'measure'",
    "PRAGMA schema_version = 9998",
)
IN_THE_WAY = (
    "CREATE TABLE promise (theirs)",
    "CREATE TABLE goal (theirs)",
    "CREATE VIEW reflection AS SELECT 1",
    "CREATE TABLE search_index (theirs)",
    "ALTER TABLE entry ADD COLUMN remark TEXT",
    "DROP TABLE day_seal",
)
HARMLESS = (
    "UPDATE entry SET note = 'é' || char(0x202e) || '日本'",
    "UPDATE measure SET why = ''",
    "DELETE FROM day_seal",
    "DELETE FROM entry",
    "DELETE FROM measure WHERE name = 'Listened'",
    "UPDATE entry SET measure_id = 'nobody' WHERE day = '2026-11-03'",
    "UPDATE terms SET measure_id = 'nobody'",
)


def test_there_is_a_store_of_every_earlier_schema(home: Path) -> None:
    assert [int(name) for name in REVISIONS] == [*range(1, SCHEMA_VERSION + 1)]
    for revision in PAST:
        assert identity(old_store(home / revision / "scorecard.db", revision))[1] == int(revision)


@pytest.mark.parametrize("revision", PAST)
def test_a_store_of_every_earlier_schema_is_brought_to_todays(home: Path, clock: FixedClock, revision: str) -> None:
    path = old_store(home / "scorecard.db", revision)

    migrate_safely(path, clock)

    assert identity(path)[1] == SCHEMA_VERSION
    assert_sound(path)
    with closing(Services(path, clock)) as services:
        assert len(services.scoring.card().measures) == 4


@given(
    revision=st.sampled_from(PAST),
    odd=st.lists(st.sampled_from((*ORPHANS, *NONSENSE, *IN_THE_WAY, *HARMLESS)), max_size=4, unique=True),
)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_odd_rows_are_refused_with_the_store_as_it_was_or_brought_along_whole(
    home: Path, clock: FixedClock, revision: str, odd: list[str]
) -> None:
    path = old_store(home / "odd" / "scorecard.db", revision)
    spoil(path, *odd)
    before, rows = fingerprint(path), content(path)
    try:
        migrate(path)
    except StoreError:
        assert fingerprint(path) == before
        return
    assert_sound(path)
    after = content(path)
    assert {name: after[name] for name in rows} == rows
    assert identity(path)[1] == SCHEMA_VERSION
    with closing(Services(path, clock)) as services:
        services.scoring.page(DAY)


@pytest.mark.parametrize("odd", [*ORPHANS, *NONSENSE])
def test_each_of_them_alone_is_refused_in_words(home: Path, odd: str) -> None:
    path = old_store(home / "scorecard.db", PAST[0])
    spoil(path, odd)
    before = fingerprint(path)

    with pytest.raises(StoreError) as refused:
        migrate(path)

    assert refused.value.fault is StoreFault.ODD_ROWS
    said = say_error(refused.value, lambda source, *_: source)
    assert "don't fit each other" in said
    assert "unchanged" in said
    assert fingerprint(path) == before


def test_values_that_are_missing_are_refused(home: Path) -> None:
    path = old_store(home / "scorecard.db", PAST[-1])
    spoil(path, *NULLS)
    before = fingerprint(path)

    with pytest.raises(StoreError) as refused:
        migrate(path)

    assert refused.value.fault is StoreFault.ODD_ROWS
    assert fingerprint(path) == before


def test_a_migration_that_fails_has_its_backup_and_the_next_start_tries_again(home: Path, clock: Clock) -> None:
    path = old_store(home / "data" / "scorecard.db", PAST[-1])
    before = fingerprint(path)

    for _ in range(2):
        with breaking_at(9, BrokenHereError(), "before"), pytest.raises(StoreError) as refused:
            migrate_safely(path, clock)
        assert refused.value.fault is StoreFault.MIGRATION_FAILED
        assert fingerprint(path) == before
    (backup,) = Backups(path, clock).listed()
    assert (backup.reason, backup.schema, backup.can_be_restored) == (Reason.MIGRATION, int(PAST[-1]), True)

    migrate_safely(path, clock)

    assert identity(path)[1] == SCHEMA_VERSION
