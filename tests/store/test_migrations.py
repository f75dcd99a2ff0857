"""An older store is brought to today's schema as a whole or not at all."""

import os
import re
import sqlite3
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store import migrating
from scorecard.store.connection import create_store_engine
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from scorecard.store.known import KnownStores
from scorecard.store.migrating import migrate
from scorecard.store.opening import Condition, examine
from scorecard.store.schema import metadata
from scorecard.words.errors import say_error
from tests.store.breaking import MOST_STATEMENTS, BrokenHereError, breaking_at
from tests.store.raw import INDEX, assert_sound, content, fingerprint, hand, identity, schema, tables


@pytest.fixture
def old(home: Path) -> Path:
    """A store of a schema before the first: it has our mark, a table of its own, and rows in it."""
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    make_old(path)
    return path


def make_old(path: Path) -> None:
    with hand(path) as maker:
        maker.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        maker.execute("CREATE TABLE diary (day TEXT PRIMARY KEY, words TEXT NOT NULL)")
        maker.execute("CREATE INDEX diary_words ON diary (words)")
        maker.execute("BEGIN")
        maker.executemany("INSERT INTO diary VALUES (?, ?)", [(f"2026-{n:04}", f"words {n}" * 9) for n in range(500)])
        maker.execute("COMMIT")


def state(path: Path) -> tuple[object, ...]:
    return schema(path), content(path, record=True), identity(path)


def test_migrating_leads_to_the_tables_that_the_program_knows(path: Path, home: Path) -> None:
    drawn = home / "drawn.db"
    drawn.touch()
    engine = create_store_engine(drawn)
    metadata.create_all(engine)
    engine.dispose()

    made = {(kind, name): plain(sql) for kind, name, _, sql in schema(path) if name != "alembic_version"}
    known = {(kind, name): plain(sql) for kind, name, _, sql in schema(drawn)}
    assert {key for key in made if "alembic" not in key[1]} == set(known)
    assert {key: sql for key, sql in made.items() if key in known} == known


def plain(sql: object) -> list[str]:
    """The parts of a statement in an order of their own: where a constraint stands in it means nothing."""
    words = re.sub(r"\s+", " ", str(sql).replace('"', "")).replace("( ", "(").replace(" )", ")")
    return sorted(part.strip() for part in re.split(r", (?![^()]*\))", words))


def test_alembic_finds_no_difference_either(path: Path) -> None:
    engine = create_store_engine(path)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()

    # SQLAlchemy knows no virtual tables; the test above compares them.
    foreign = ("alembic_version", *INDEX)
    assert [found for found in differences if not any(f"'{name}'" in str(found) for name in foreign)] == []


def test_an_old_store_keeps_its_rows(old: Path, known: KnownStores) -> None:
    before = content(old)["diary"]
    assert examine(old, known).condition is Condition.BEHIND

    migrate(old)

    assert examine(old, known).condition is Condition.CURRENT
    assert content(old)["diary"] == before
    assert set(metadata.tables) <= set(tables(old))
    assert_sound(old)


def test_a_migration_says_begin_once_and_commits_once(old: Path) -> None:
    with breaking_at(0, BrokenHereError(), "before") as said:
        migrate(old)

    assert said[0] == "BEGIN IMMEDIATE"
    assert not [statement for statement in said[1:] if re.match(r"BEGIN|COMMIT|SAVEPOINT|ROLLBACK", statement)]


FAILURES = (
    ("before", BrokenHereError(), StoreFault.MIGRATION_FAILED),
    ("after", BrokenHereError(), StoreFault.MIGRATION_FAILED),
)


@pytest.mark.parametrize(("when", "error", "fault"), FAILURES, ids=[failure[0] for failure in FAILURES])
def test_a_migration_that_fails_at_any_statement_leaves_the_old_store_whole(
    old: Path, when: str, error: Exception, fault: StoreFault
) -> None:
    before, bytes_before = state(old), fingerprint(old)
    for number in count(1):
        with breaking_at(number, error, when) as said:
            if failed := failure_of(old):
                assert failed.fault is fault
        if len(said) < number:
            break
        assert failed is not None
        assert fingerprint(old) == bytes_before
        assert state(old) == before
        assert number < MOST_STATEMENTS

    assert number > len(metadata.tables)
    assert identity(old) == (APPLICATION_ID, SCHEMA_VERSION)


def failure_of(path: Path) -> StoreError | None:
    try:
        migrate(path)
    except StoreError as error:
        return error
    return None


def test_a_full_disk_on_the_way_is_named(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(old)
    pages = old.stat().st_size // 4096 + 3
    monkeypatch.setattr("scorecard.store.connection.RULES", [("max_page_count", pages, pages)])

    failed = failure_of(old)

    assert failed is not None
    assert failed.fault is StoreFault.FULL
    monkeypatch.undo()
    assert state(old) == before
    migrate(old)


def test_a_failed_migration_is_said_with_the_place_of_the_store(old: Path) -> None:
    with breaking_at(5, BrokenHereError(), "before"):
        failed = failure_of(old)

    assert failed is not None
    assert str(old) in say_error(failed, lambda source, *_: source)


def test_a_table_in_the_way_is_a_failure_and_no_loss(old: Path) -> None:
    with hand(old) as stranger:
        stranger.execute("CREATE TABLE measure (theirs TEXT)")
        stranger.execute("INSERT INTO measure VALUES ('kept')")
    before = state(old)

    failed = failure_of(old)

    assert failed is not None
    assert failed.fault is StoreFault.MIGRATION_FAILED
    assert state(old) == before


# Kills itself at each statement in turn, in a child of its own each time. The rules are loosened so that half the
# migration has reached the file by then, and there is something to roll back.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from scorecard.store import connection, migrating
loosened = [("cache_size", 2, 2), ("synchronous", "OFF", 0)]  # the kernel keeps what a killed program wrote
connection.RULES = [rule for rule in connection.RULES if rule[0] not in ("cache_spill", "synchronous")] + loosened
old, statements = Path(sys.argv[1]), []

def hear(*arguments):
    statements.append(arguments[2])
    if len(statements) == number:
        os.kill(os.getpid(), signal.SIGKILL)

migrating.migrate(Path(shutil.copy(old, old.with_name("first.db"))))  # no child imports Alembic for itself

for number in range(1, 200):
    copy = old.with_name(f"killed-{number}.db")
    shutil.copy(old, copy)
    child = os.fork()
    if child == 0:
        event.listen(Engine, "before_cursor_execute", hear)
        migrating.migrate(copy)
        os._exit(7)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7:
        break
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_migration_that_is_killed_at_any_statement_leaves_the_old_store_whole(old: Path) -> None:
    before, bytes_before = state(old), fingerprint(old)

    subprocess.run([sys.executable, "-c", KILLED, str(old)], check=True, cwd=Path(__file__).parents[2])

    *killed, survivor = sorted(old.parent.glob("killed-*.db"), key=lambda file: file.stat().st_mtime_ns)
    assert len(killed) > len(metadata.tables)
    assert sum(fingerprint(file) != bytes_before for file in killed) > 5, "no child was killed with half of it written"
    for file in killed:
        assert state(file) == before
    assert identity(survivor) == (APPLICATION_ID, SCHEMA_VERSION)


ASK = """
import sys
from pathlib import Path
from scorecard.domain.clock import SystemClock
from scorecard.services.services import Services
from scorecard.store import migrating
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, examine
path = Path(sys.argv[1])
assert examine(path, KnownStores(path.with_name("known.json"))).condition is Condition.CURRENT
Services(path, SystemClock()).close()
print(*sorted(name for name in sys.modules if name in ("sqlalchemy", "alembic", "mako")))
"""


def test_alembic_is_not_imported_when_the_schema_is_current(path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASK, str(path)],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert asked.stdout.split() == ["sqlalchemy"]


def test_a_revision_imports_nothing_of_the_program() -> None:
    """Else it would change with the program, and with it what old stores become."""
    for file in (migrating.MIGRATIONS / "versions").glob("*.py"):
        assert "scorecard" not in file.read_text(encoding="utf-8")


def test_sqlite_is_new_enough_for_what_the_schema_asks() -> None:
    assert sqlite3.sqlite_version_info >= (3, 37)
