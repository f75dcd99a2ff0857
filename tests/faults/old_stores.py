"""Stores of every earlier schema, with rows in them."""

import shutil
import sqlite3
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from scorecard.store.connection import create_store_engine
from scorecard.store.identity import APPLICATION_ID
from scorecard.store.migrating import MIGRATIONS, upgrade
from tests.store.raw import hand

FIRST = Path(__file__).parents[1] / "store" / "past" / "schema-1.db"
REVISIONS = sorted(file.name[:4] for file in (MIGRATIONS / "versions").glob("0*.py"))
PAST = REVISIONS[:-1]


def old_store(path: Path, revision: str) -> Path:
    """Ten days of the first schema, brought as far as `revision`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(_old_store(revision))
    path.chmod(0o600)
    return path


@cache
def _old_store(revision: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scorecard.db"
        shutil.copy(FIRST, path)
        if revision != REVISIONS[0]:
            engine = create_store_engine(path)
            with engine.begin() as connection:
                upgrade(connection, revision)
            engine.dispose()
        with hand(path) as stranger:
            stranger.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            stranger.execute(f"PRAGMA user_version = {int(revision)}")
        return path.read_bytes()


def spoil(path: Path, *statements: str) -> None:
    """Past every rule that a store has."""
    with hand(path) as stranger:
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            stranger.execute(f"PRAGMA {pragma}")
        for statement in statements:
            try:
                stranger.execute(statement)
            except (sqlite3.IntegrityError, sqlite3.OperationalError):
                continue  # of some schema it can't be said
