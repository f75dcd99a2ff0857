"""Makes the prepared bad stores, and the manifest of what each is and what has to come back of it.

python -m tests.store.damaged.make            the bad ones anew, byte by byte the same
python -m tests.store.damaged.make sources    the whole ones they are made of, too, for a new schema
"""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.salvage import Confidence
from scorecard.services.services import Services
from scorecard.store import connection
from scorecard.store.schema import reflection_table
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.old_stores import old_store
from tests.sample.year import make_sample
from tests.store.damaged.bad_ones import MIXED, bad_ones
from tests.store.damaged.packed import MANIFEST, packed, write
from tests.store.raw import hand
from tests.store.salvaged import held, rows_in, salvage

TODAY = date(2026, 11, 20)


def sources(folder: Path) -> Iterator[tuple[str, bytes]]:
    """A store, the same a little later, in the middle of a change, in other pages, and of earlier schemas."""
    store = folder / "scorecard.db"
    make_sample(store, FixedClock(), TODAY, years=0.04)
    with closing(Services(store, FixedClock())) as services:  # longer than a page
        services.scoring.note(
            "m1", TODAY, "".join(f"{n}. Somebody called back and was glad of it. " for n in range(400))
        )
    yield "whole.db", store.read_bytes()
    for size in (1024, 8192):
        other = folder / f"{size}.db"
        shutil.copy(store, other)
        with hand(other) as stranger:
            stranger.execute(f"PRAGMA page_size = {size}")
            stranger.execute("VACUUM")
        yield f"pages-of-{size}.db", other.read_bytes()
    for revision in ("0001", "0003"):
        yield f"schema-{int(revision)}.db", old_store(folder / revision / "old.db", revision).read_bytes()
    yield from _half_done(store)
    with closing(Services(store, FixedClock())) as services:
        for measure in services.scoring.card().measures[:5]:
            services.scoring.note(measure.id, TODAY, "Another look at it in the evening.")
            services.scoring.score(measure.id, date(2026, 11, 12), Decimal(1))
    yield "later.db", store.read_bytes()
    yield "with-free-pages.db", _with_free_pages(store)


def _half_done(store: Path) -> Iterator[tuple[str, bytes]]:
    """Copied in the middle of a change, with its journal."""
    with closing(sqlite3.connect(store, isolation_level=None)) as writer:
        for statement in ("PRAGMA journal_mode = TRUNCATE", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE"):
            writer.execute(statement)
        writer.execute("UPDATE entry SET note = note || 'half'")
        writer.execute("UPDATE reflection SET answer = answer || 'half'")
        writer.execute("UPDATE change SET after = after || ' '")
        yield "half-done.db", store.read_bytes()
        yield "half-done.db-journal", store.with_name(store.name + "-journal").read_bytes()
        writer.execute("ROLLBACK")


def _with_free_pages(store: Path) -> bytes:
    """What was deleted stands in free pages, as SQLite leaves it unless it is told otherwise."""
    with (
        _leaving_what_was_deleted(),
        closing(Store(store, FixedClock())) as opened,
        opened.change(Deed(Verb.WRITE)) as work,
    ):
        rows = work.connection.exec_driver_sql("SELECT day, prompt_id FROM reflection").all()
        work.remove_many(reflection_table, work.rows(reflection_table, [tuple(row) for row in rows]))
    return store.read_bytes()


@contextmanager
def _leaving_what_was_deleted() -> Iterator[None]:
    rules = connection.RULES
    connection.RULES = tuple(rule if rule[0] != "secure_delete" else ("secure_delete", "OFF", 0) for rule in rules)
    try:
        yield
    finally:
        connection.RULES = rules


def manifest() -> dict[str, object]:
    """Measured: what came back once has to come back for ever."""
    lines: dict[str, object] = {}
    for bad in bad_ones(packed()):
        with TemporaryDirectory() as folder:
            store = Path(folder) / "scorecard.db"
            bad.put(store)
            had = rows_in(packed()[bad.of])
            mixed = rows_in(packed()[MIXED[bad.name]]) if bad.name in MIXED else None
            outcome = held(salvage(store), had, mixed)
        print(f"{bad.name:24} {outcome.share:6.2f} % {outcome.wrong}")  # noqa: T201
        assert not outcome.wrong[Confidence.SURE], bad.name
        lines[bad.name] = {"about": bad.about, "of": bad.of, "rows": len(had), "least": int(outcome.share * 10) / 10}
    return lines


def main() -> None:
    if sys.argv[1:] == ["sources"]:
        with TemporaryDirectory() as folder:
            kept = dict(sources(Path(folder)))
    else:
        kept = {name: content for name, content in packed().items() if not name.startswith("bad/")}
    write({**kept, **{f"bad/{name}": content for bad in bad_ones(kept) for name, content in bad.files().items()}})
    MANIFEST.write_text(json.dumps(manifest(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
