"""Whatever somebody promises, moves, reopens, edits and takes back, day by day: each promise counts once at most, none
is lost, and no late one becomes on time."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scorecard.domain.due import Due, Span
from scorecard.domain.errors import ImpossibleStepError
from scorecard.domain.promises import Level, Miss, Outcome, Promise, standing
from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.services.changes import Changes
from scorecard.services.lanes import RECENT_DAYS, Shown, lanes_page
from scorecard.services.promise_book import BookKeeper
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import reading
from scorecard.store.first_look import FirstLook
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from tests.domain.promise_model import Story, record, told
from tests.fake_clock import FixedClock
from tests.store.raw import assert_sound

NUMBERS = st.integers(0, 20)
DAYS_ON = st.integers(-3, 12)
DUES = st.none() | st.tuples(st.sampled_from(Span), DAYS_ON)
DAYS_BACK = st.sampled_from([None, None, 0, 1, 2, 3, 7])
NAMES = st.sampled_from(["", "Cassandra", "Neal", "neal", "Ana"])
LEVELS = st.sampled_from(Level)
LATE = {"late", "broken", "missed", "overdue"}


class Promising(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "scorecard.db"
        self.clock = FixedClock()
        create_store(self.path, self.clock.now())
        self.services = Services(self.path, self.clock)
        self.reader = Store(self.path, self.clock)
        self.expected: list[frozenset[str]] = [frozenset()]  # which promises there are, after each activity
        self.undone: list[frozenset[str]] = []
        self.missed: dict[str, Miss] = {}

    @override
    def teardown(self) -> None:
        while len(self.expected) > 1:
            self.undo()
        assert not self.services.promises.book().promises
        self.services.close()
        self.reader.close()
        assert_sound(self.path)
        shutil.rmtree(self.folder)

    @property
    def today(self) -> date:
        return self.services.promises.today()

    def some(self, number: int) -> Promise:
        known = list(self.services.promises.book().promises.values())
        return known[number % len(known)]

    def due(self, due: tuple[Span, int] | None) -> Due | None:
        return Due.within(due[0], self.today + timedelta(days=due[1])) if due else None

    def day(self, back: int | None) -> date | None:
        return None if back is None else self.today - timedelta(days=back)

    def do(self, step: Callable[[], object], *, gone: str | None = None, services: Services | None = None) -> None:
        """Does it, or is refused; whatever is done can't take a miss back, nor a promise but the one removed."""
        doing = services or self.services
        before = doing.facts().last_seq
        self.clock.advance(
            milliseconds=5
        )  # so that ids are in the order of their making, and every run is like another
        try:
            made = step()
        except ImpossibleStepError:
            assert doing.facts().last_seq == before
            return
        if doing.facts().last_seq > before:
            known = self.expected[-1] | ({made} if isinstance(made, str) else set())
            self.expected.append(frozenset(known - {gone}))
            self.undone.clear()

    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.clock.advance(days=days)

    @precondition(lambda self: len(self.expected) > 8)
    @rule()
    def wait_long(self) -> None:
        self.clock.advance(days=40)

    @rule(level=LEVELS, due=DUES, to_whom=NAMES, back=DAYS_BACK)
    def make(self, level: Level, due: tuple[Span, int] | None, to_whom: str, back: int | None) -> None:
        draft = PromiseDraft("Send it", level, self.due(due), to_whom, made_on=self.day(back))
        self.do(lambda: self.services.promises.make(draft))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS, level=LEVELS, due=DUES, keep=st.booleans(), to_whom=NAMES, back=DAYS_BACK)
    def edit(
        self, number: int, level: Level, due: tuple[Span, int] | None, keep: bool, to_whom: str, back: int | None
    ) -> None:
        promise = self.some(number)
        state = standing(promise, self.today)
        draft = PromiseDraft(
            "Send them", state.level if keep else level, state.due if keep else self.due(due), to_whom,
            made_on=self.day(back),
        )  # fmt: skip
        self.do(lambda: self.services.promises.edit(promise.id, draft))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS, outcome=st.sampled_from(list(Outcome)[1:]), back=DAYS_BACK, strove=st.none() | st.booleans())
    def settle(self, number: int, outcome: Outcome, back: int | None, strove: bool | None) -> None:
        promise = self.some(number)
        self.do(lambda: self.services.promises.settle(promise.id, outcome, day=self.day(back), effort=7, strove=strove))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS, due=DUES, back=DAYS_BACK)
    def move(self, number: int, due: tuple[Span, int] | None, back: int | None) -> None:
        promise = self.some(number)
        self.do(lambda: self.services.promises.move(promise.id, self.due(due), told="Neal", day=self.day(back)))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS, level=LEVELS)
    def relevel(self, number: int, level: Level) -> None:
        promise = self.some(number)
        self.do(lambda: self.services.promises.relevel(promise.id, level))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS)
    def reopen(self, number: int) -> None:
        promise = self.some(number)
        self.do(lambda: self.services.promises.reopen(promise.id, "after all"))

    @precondition(lambda self: self.expected[-1])
    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        promise = self.some(number)
        may_go = not promise.steps and (promise.due is None or self.today < promise.due.last_day)
        self.do(lambda: self.services.promises.remove(promise.id), gone=promise.id)
        assert (promise.id not in self.services.promises.book().promises) is may_go

    @precondition(lambda self: len(self.services.promises.book().people.present) > 1)
    @rule(first=NUMBERS, second=NUMBERS)
    def merge(self, first: int, second: int) -> None:
        everybody = self.services.promises.book().people.all
        one, other = everybody[first % len(everybody)], everybody[second % len(everybody)]
        self.do(lambda: self.services.promises.merge_persons(one.id, other.id))
        people = self.services.promises.book().people
        assert people.get(one.id) == people.get(other.id)

    @precondition(lambda self: len(self.expected) > 1)
    @rule()
    def undo(self) -> None:
        self.services.undoing.undo()
        self.undone.append(self.expected.pop())
        self.missed.clear()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.services.undoing.redo()
        self.expected.append(self.undone.pop())
        self.missed.clear()

    @rule()
    def restart(self) -> None:
        self.services.close()
        self.services = Services(self.path, self.clock)

    @rule(level=LEVELS, number=NUMBERS)
    def another_window(self, level: Level, number: int) -> None:
        """It makes a promise and breaks another, while this one has its book in memory."""
        with closing(Services(self.path, self.clock)) as other:
            self.do(lambda: other.promises.make(PromiseDraft("Elsewhere", level, None, "Ana")), services=other)
            promise = self.some(number) if self.services.promises.book().promises else None
            if promise is not None:
                self.do(lambda: other.promises.settle(promise.id, Outcome.BROKEN), services=other)
        self.services.look_for_changes_elsewhere()

    @invariant()
    def no_promise_is_lost_and_none_is_there_twice(self) -> None:
        book = self.services.promises.book()
        page = lanes_page(book, self.today, Shown.ALL)
        cards = [card.promise.id for lane in page.lanes for card in lane.cards]
        assert sorted(cards) == sorted(book.promises) == sorted(self.expected[-1])
        counts = [count.promise.id for lane in page.lanes for count in lane.record.counts]
        assert len(counts) == len(set(counts)) == page.came

    @invariant()
    def what_was_missed_stays_missed(self) -> None:
        for item in self.services.promises.book().reckoned(self.today):
            promise_id = item.promise.id
            if (missed := self.missed.get(promise_id)) is not None:
                assert item.standing.missed == missed
                assert item.count is not None
                assert (item.count.day, item.count.level) == (missed.day, missed.level)
                assert item.count.verdict in LATE
            if item.standing.missed is not None:
                self.missed[promise_id] = item.standing.missed

    @invariant()
    def the_book_in_memory_is_the_book_in_the_store(self) -> None:
        known, fresh = self.services.promises.book(), BookKeeper(self.reader, self.clock, Changes()).book()
        assert known == fresh
        assert list(known.promises) == list(fresh.promises)
        assert known.reckoned(self.today) == fresh.reckoned(self.today)

    @invariant()
    def what_is_shown_is_what_the_stored_events_come_to(self) -> None:
        stories = self._stories()
        page = lanes_page(self.services.promises.book(), self.today, Shown.ALL)
        since = self.today - timedelta(days=RECENT_DAYS - 1)
        for lane in page.lanes:
            shown = lane.record
            assert (shown.ever.kept, shown.ever.n) == record(stories.values(), lane.level)
            assert (shown.recent.kept, shown.recent.n) == record(stories.values(), lane.level, since)
            assert shown.moved_in_time == sum(
                level == lane.level and day >= since for story in stories.values() for day, level in story.honest_moves
            )
        shown_days = {item.promise.id for item in self.services.scoring.page(self.today).promised}
        assert shown_days >= {
            name for name, story in stories.items() if story.lapsed or story.settled_on == self.today
        }  # fmt: skip

    @invariant()
    def what_follows_from_the_steps_is_stored_with_the_promise(self) -> None:
        stories = self._stories()
        for row in self._rows("SELECT * FROM promise"):
            story = stories[row["id"]]
            assert bool(row["is_open"]) is (story.outcome == "open")
            assert row["due_by"] == (story.last_day.isoformat() if story.last_day else None)

    @invariant()
    def the_first_look_sees_the_same_and_every_seal_holds(self) -> None:
        week = Week.of(self.today)
        with self.reader.reading() as connection:
            snapshot = reading.read_snapshot(connection, week.monday, week.sunday)
        assert FirstLook(self.path).settings_and_days().snapshot(week.monday, week.sunday) == snapshot
        days = {row[0] for row in self._rows("SELECT due_by FROM promise UNION SELECT day FROM promise_step") if row[0]}
        assert all(self.services.scoring.seal_holds(date.fromisoformat(day)) for day in days)

    def _rows(self, question: str) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(self.path)) as stranger:
            stranger.row_factory = sqlite3.Row
            return stranger.execute(question).fetchall()

    def _stories(self) -> dict[str, Story]:
        steps: dict[str, list[Any]] = {}
        for row in self._rows("SELECT * FROM promise_step"):
            steps.setdefault(row["promise_id"], []).append(row)
        promises: list[Any] = self._rows("SELECT * FROM promise")
        return {row["id"]: told(row, steps.get(row["id"], ()), self.today) for row in promises}


assert settings.default is not None
TestPromising = Promising.TestCase
TestPromising.settings = settings(
    max_examples=max(20, settings.default.max_examples // 10),
    stateful_step_count=30,
    # To make a failing run of real commits shorter takes minutes, which no test has.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
)
