"""The open store: reading in one go, changing in one recorded transaction, undo and redo."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, RootTransaction, select

from scorecard.domain.activities import Activity, Deed, Turn
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.ids import new_id
from scorecard.domain.incidents import NothingToUndoError, StoreError, StoreFault
from scorecard.store import history, schema
from scorecard.store.connection import READ_ONLY, create_store_engine
from scorecard.store.faults import meeting, translated
from scorecard.store.history import LastActivity, Undone
from scorecard.store.record import Work, taken_over, to_json, utc_text, write_activity
from scorecard.store.seal import Seals
from scorecard.store.search_index import SearchIndex

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """A committed activity, the id of its row, and what it touched."""

    activity: Activity
    change: Change
    row_id: str


class Store:
    """One store, one connection, used from one thread. `metadata` holds its tables. Methods raise StoreError."""

    def __init__(self, path: Path, clock: Clock, metadata: MetaData = schema.metadata) -> None:
        self.path = path
        self._clock = clock
        self._metadata = metadata
        self._seals = Seals(metadata)
        self._search = SearchIndex(metadata)
        self._engine: Engine = create_store_engine(path)
        self._announce: Callable[[Done], None] = lambda done: None
        try:
            self.store_id = self._meet()
        except BaseException:
            self.close()
            raise

    def _meet(self) -> str:
        """The store's id, once every table has shown the columns that it should have."""
        with meeting(self.path), self.reading() as connection:
            for table in self._metadata.sorted_tables:
                # Not through SQLAlchemy, which would compile each for this once. SQLite takes a bare "name" for text.
                columns = ", ".join(f'"{table.name}"."{column.name}"' for column in table.columns)
                connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}" LIMIT 0')
            store_id = connection.execute(select(schema.store_table.c.store_id)).scalar()
        if store_id is None:
            raise StoreError(StoreFault.DAMAGED, self.path)
        return store_id

    def announce_to(self, listener: Callable[[Done], None]) -> None:
        """`listener` hears of every change, after its commit."""
        self._announce = listener

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose queries all see the same moment."""
        with translated(self.path), self._engine.connect() as connection:
            connection.execution_options(**{READ_ONLY: True})
            yield connection

    @contextmanager
    def change(self, deed: Deed) -> Iterator[Work]:
        """One transaction, one activity: the block writes through the Work it gets, everything or nothing is kept.

        Announced after the commit. A block that changes nothing leaves no trace.
        """
        with self._transaction() as (connection, transaction):
            work = Work(connection)
            yield work
            if not work.changes:
                transaction.rollback()
                return
            last = history.last_activity(connection)
            if last.turn is not Turn.DO:
                history.forget_redo(connection)
            done = self._close(work, deed, Turn.DO, last.seq + 1, self._chain_after(last, deed))
            self._commit(transaction, done)
        self._announce(done)

    def undo(self, between: Callable[[], None] = lambda: None) -> Done:
        """Takes back the latest chain that is not undone; raises NothingToUndoError or UndoConflictError.

        `between` is called between portions of a long one; what it raises leaves everything as it is.
        """
        return self._turn(Turn.UNDO, between)

    def redo(self, between: Callable[[], None] = lambda: None) -> Done:
        return self._turn(Turn.REDO, between)

    def _turn(self, turn: Turn, between: Callable[[], None]) -> Done:
        with self._transaction() as (connection, transaction):
            chain = history.next_undo(connection) if turn is Turn.UNDO else history.next_redo(connection)
            if chain is None:
                raise NothingToUndoError
            work = Work(connection, between)
            step = history.revert if turn is Turn.UNDO else history.repeat
            step(work, self._metadata, chain)
            history.mark(connection, chain, Undone.YES if turn is Turn.UNDO else Undone.NO)
            seq = history.last_activity(connection).seq + 1
            done = self._close(work, Deed(chain.last.verb, chain.last.subject), turn, seq, chain.head)
            self._commit(transaction, done)
        self._announce(done)
        return done

    @contextmanager
    def _transaction(self) -> Iterator[tuple[Connection, RootTransaction]]:
        with translated(self.path), self._engine.connect() as connection:
            transaction = connection.begin()
            try:
                yield connection, transaction
            except BaseException:
                _roll_back(transaction)
                raise

    def _close(self, work: Work, deed: Deed, turn: Turn, seq: int, chain: int) -> Done:
        """Records the work as activity number `seq` and renews the seals of its days."""
        now = self._clock.now()
        values: dict[str, Any] = {
            "seq": seq,
            "id": new_id(now),
            "at": utc_text(now),
            "verb": str(deed.verb),
            "subject": to_json(dict(deed.subject)),
            "turn": turn.value,
            "fold": deed.fold,
            "chain": chain,
        }
        goes_on = chain != seq and not deed.keeps_steps
        write_activity(
            work.connection, values, taken_over(work.connection, seq - 1, work.changes) if goes_on else work.changes
        )
        change = work.change()
        self._seals.renew(work.connection, change.days)
        self._search.renew(work.connection, work.changes)
        return Done(Activity(seq, now, str(deed.verb), deed.subject, turn), change, values["id"])

    def _chain_after(self, last: LastActivity, deed: Deed) -> int:
        """The chain of the last activity if `deed` folds into it, else a new one, called by its first number."""
        if deed.fold is None or last.turn is not Turn.DO or last.fold != deed.fold:
            return last.seq + 1
        passed = self._clock.now() - last.at
        return last.chain if timedelta(0) <= passed <= deed.fold_within else last.seq + 1

    def _commit(self, transaction: RootTransaction, done: Done) -> None:
        """Commits. An error of COMMIT does not mean "not committed": the record is asked before it is believed."""
        try:
            transaction.commit()
        except Exception:
            _roll_back(transaction)
            self._engine.dispose()
            if not self._is_recorded(done.row_id):
                raise
            log.warning("commit of activity %d reported an error but took place", done.activity.seq)

    def _is_recorded(self, row_id: str) -> bool:
        """By its id: another process may have taken the number meanwhile."""
        with self.reading() as connection:
            return history.has_activity(connection, row_id)

    def last_seq(self) -> int:
        """The number of the latest activity; it grows with every change, by whatever process."""
        with self.reading() as connection:
            return history.last_activity(connection).seq

    def seal_holds(self, day: date) -> bool:
        with self.reading() as connection:
            return self._seals.holds(connection, day)

    def keep_search_in_step(self) -> None:
        """Makes the index of what can be found anew if it does not agree with what is there."""
        with self.reading() as connection:
            if self._search.agrees(connection):
                return
        log.warning("the search index did not agree with the store and is made anew")
        with self._transaction() as (connection, transaction):
            self._search.rebuild(connection)
            transaction.commit()

    def search_is_whole(self) -> bool:
        with self.reading() as connection:
            return self._search.is_whole(connection)

    def sqlite_facts(self) -> tuple[str, str]:
        """SQLite's version and the journal mode in force."""
        with self.reading() as connection:
            version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
            return str(version), str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())

    def close(self) -> None:
        self._engine.dispose()


def _roll_back(transaction: RootTransaction) -> None:
    """Rolls back what may be rolled back already: a failing COMMIT ends some transactions by itself."""
    try:
        if transaction.is_active:
            transaction.rollback()
    except Exception:
        log.warning("rollback reported an error")
