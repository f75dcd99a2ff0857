"""The open store: reading in one go, changing in one recorded transaction, undo and redo."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, RootTransaction, select

from scorecard.domain.activities import Activity, Deed, Turn
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.ids import new_id
from scorecard.domain.incidents import NothingToUndoError, StoreError, StoreFault, UndoConflictError
from scorecard.store import history, schema
from scorecard.store.connection import READ_ONLY, create_store_engine, open_copied
from scorecard.store.faults import meeting, translated
from scorecard.store.history import LastActivity, Undone
from scorecard.store.record import Work, taken_over, to_json, utc_text, write_activity
from scorecard.store.seal import Seals
from scorecard.store.search_index import SearchIndex
from scorecard.store.standing import Standing, ask_every_table

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """A committed activity, the id of its row, and what it touched."""

    activity: Activity
    change: Change
    row_id: str


class Store:
    """One store, one connection, used from one thread. `metadata` holds its tables. Methods raise StoreError."""

    def __init__(self, path: Path, clock: Clock, metadata: MetaData = schema.metadata, *, writes: bool = True) -> None:
        """Without `writes` it is only looked at: every change is refused."""
        self.path = path
        self._writes = writes
        self._clock = clock
        self._metadata = metadata
        self._seals = Seals(metadata)
        self._search = SearchIndex(metadata)
        self._engine: Engine = create_store_engine(path, writes)
        self._announce: Callable[[Done], None] = lambda done: None
        self._doubt: Done | None = None
        self._standing = Standing(path, self._seals)
        try:
            self.store_id = self._meet()
        except BaseException:
            self.close()
            raise

    def _meet(self) -> str:
        """The store's id, once every table has shown the columns that it should have."""
        with meeting(self.path), self.reading() as connection:
            ask_every_table(connection, self._metadata)
            store_id = connection.execute(select(schema.store_table.c.store_id)).scalar()
            if store_id is None:
                raise StoreError(StoreFault.DAMAGED, self.path)
            self._standing.meet(connection, store_id)
        return store_id

    def announce_to(self, listener: Callable[[Done], None]) -> None:
        """`listener` hears of every change, after its commit."""
        self._announce = listener

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose queries all see the same moment."""
        with self._explained(), self._engine.connect() as connection:
            connection.execution_options(**{READ_ONLY: True})
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """`translated`; and what looks like a bug of ours may be another file that came in the place of this one."""
        try:
            with translated(self.path):
                yield
        except StoreError:
            raise
        except Exception as error:
            if self._standing.met and isinstance(getattr(error, "orig", None) or error, sqlite3.DatabaseError):
                self.look()
            raise

    @contextmanager
    def change(self, deed: Deed) -> Iterator[Work]:
        """One transaction, one activity: the block writes through the Work it gets, everything or nothing is kept.

        Announced after the commit. A block that changes nothing leaves no trace.
        """
        self.settle_doubt()
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

    @contextmanager
    def forgetting(self, deed: Deed) -> Iterator[Work]:
        """As `change`, but for good: of what the block does, and of what it does to the record, nothing is remembered.

        What was undone can't be redone any more. Afterwards the file is written anew without what was in it.
        """
        self.settle_doubt()
        with self._transaction() as (connection, transaction):
            work = Work(connection)
            yield work
            history.forget_redo(connection)
            seq = history.last_activity(connection).seq + 1
            done = self._close(work, deed, Turn.DO, seq, seq, remembered=False)
            self._search.tidy(connection)
            self._commit(transaction, done)
        self._write_anew()
        self._announce(done)

    def _write_anew(self) -> None:
        """SQLite has put zeros in the place of what was deleted; where it can't do more, that has to be enough."""
        try:
            with translated(self.path), self._engine.connect() as connection:
                _driver_of(connection).execute("VACUUM")
        except StoreError:
            log.warning("the store could not be written anew")

    def undo(self, between: Callable[[], None] = lambda: None, head: int | None = None) -> Done:
        """Takes back the latest chain that is not undone; raises NothingToUndoError or UndoConflictError.

        `between` is called between portions of a long one; what it raises leaves everything as it is. With a `head`
        only the chain that begins with it: another process may have done something since it was chosen.
        """
        return self._turn(Turn.UNDO, between, head)

    def redo(self, between: Callable[[], None] = lambda: None, head: int | None = None) -> Done:
        return self._turn(Turn.REDO, between, head)

    def _turn(self, turn: Turn, between: Callable[[], None], head: int | None) -> Done:
        self.settle_doubt()
        with self._transaction() as (connection, transaction):
            chain = history.next_undo(connection) if turn is Turn.UNDO else history.next_redo(connection)
            if chain is None:
                raise NothingToUndoError
            if head not in (None, chain.head):
                raise UndoConflictError
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
        if not self._writes:
            raise StoreError(StoreFault.LOOKING, self.path)
        self._forget_what_was_read()
        with self._explained(), self._engine.connect() as connection:
            transaction = connection.begin()
            try:
                self._meet_again(connection)
                yield connection, transaction
            except BaseException:
                _roll_back(transaction)
                raise

    def _close(self, work: Work, deed: Deed, turn: Turn, seq: int, chain: int, *, remembered: bool = True) -> Done:
        """Records the work as activity number `seq` and renews the seals of its days.

        Not `remembered`, it is recorded that something was done, and not what; it can't be undone.
        """
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
            "undone": int(Undone.NO if remembered else Undone.FOR_GOOD),
        }
        goes_on = chain != seq and not deed.keeps_steps
        changes = taken_over(work.connection, seq - 1, work.changes) if goes_on else work.changes
        write_activity(work.connection, values, changes if remembered else ())
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
            self._doubt = done
            recorded = self._is_recorded(done.row_id)
            self._doubt = None
            if not recorded:
                raise
            log.warning("commit of activity %d reported an error but took place", done.activity.seq)
        self._standing.saw(done.activity.seq, done.row_id)

    def settle_doubt(self) -> bool:
        """Whether a change took place of which not even that could be asked when it was refused.

        It is announced then. Raises StoreError as long as nobody can tell.
        """
        if self._doubt is None:
            return False
        recorded = self._is_recorded(self._doubt.row_id)
        done, self._doubt = self._doubt, None
        if recorded:
            log.warning("activity %d had taken place", done.activity.seq)
            self._standing.saw(done.activity.seq, done.row_id)
            self._announce(done)
        return recorded

    def _is_recorded(self, row_id: str) -> bool:
        """By its id: another process may have taken the number meanwhile."""
        with self.reading() as connection:
            return history.has_activity(connection, row_id)

    def _meet_again(self, connection: Connection) -> None:
        """In the transaction, before anything is written: is it the store that was read?"""
        self._standing.look_at_place()
        with meeting(self.path):
            self._standing.look_inside(connection)

    def _forget_what_was_read(self) -> None:
        """A file that somebody else wrote to is read anew; one that is no longer there stays open, for `write_mine`."""
        self._standing.look_at_place()
        if self._standing.is_touched:
            self._engine.dispose()
            self._standing.begin_anew()

    def look(self) -> None:
        """Raises StoreError when the file is no longer where it was, or what it was.

        Quick unless another process wrote to it. What is seen is kept in memory, for `write_mine`.
        """
        self._forget_what_was_read()
        with meeting(self.path), self._engine.connect() as connection:
            connection.execution_options(**{READ_ONLY: True})
            self._standing.look_inside(connection)
            self._standing.look_through(connection, self._clock.now().date())
            self._standing.keep(_driver_of(connection))

    def write_mine(self, file: Path) -> None:
        """This process' version, into an empty file: from the open file, wherever it went; else as it was last seen.

        Raises StoreError when there is none any more.
        """
        with translated(self.path), closing(open_copied(file)) as copied:
            if self._is_mine():
                with self._engine.connect() as connection:
                    _driver_of(connection).backup(copied)
            elif self._standing.kept is not None:
                with closing(sqlite3.connect(":memory:")) as kept:
                    kept.deserialize(self._standing.kept)
                    kept.backup(copied)
            else:
                raise StoreError(StoreFault.OVERWRITTEN, self.path)

    def _is_mine(self) -> bool:
        """Whether what the connection reads is still what this process wrote."""
        try:
            with meeting(self.path), self._engine.connect() as connection:
                connection.execution_options(**{READ_ONLY: True})
                self._standing.look_inside(connection)
        except StoreError:
            return False
        return True

    def last_seq(self) -> int:
        """The number of the latest activity; it grows with every change, by whatever process."""
        with self.reading() as connection:
            return history.last_activity(connection).seq

    def last_moment(self) -> datetime | None:
        """When the latest activity was done, by the clock of then; None when there is none yet."""
        with self.reading() as connection:
            last = history.last_activity(connection)
        return last.at if last.seq else None

    def seal_holds(self, day: date) -> bool:
        with self.reading() as connection:
            return self._seals.holds(connection, day)

    def keep_search_in_step(self) -> None:
        """Makes the index of what can be found anew if it does not agree with what is there."""
        with self.reading() as connection:
            if self._search.agrees(connection) or not self._writes:
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


def _driver_of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _roll_back(transaction: RootTransaction) -> None:
    """Rolls back what may be rolled back already: a failing COMMIT ends some transactions by itself."""
    try:
        if transaction.is_active:
            transaction.rollback()
    except Exception:
        log.warning("rollback reported an error")
