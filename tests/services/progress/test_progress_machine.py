"""Whatever is scored, taken back, moved, promised or done by another window: the history is as if it were read anew."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.blanks import Filling
from scorecard.domain.days import LATEST_DAY_END
from scorecard.domain.due import Due
from scorecard.domain.errors import KnownError
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.overriding import override
from scorecard.services.cards import Draft
from scorecard.services.progress.history import History
from scorecard.services.progress.keeper import read_history
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import entries
from scorecard.store.migrating import create_store
from scorecard.store.schema import away_table
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.services.progress.grids import assert_same, assert_unchanged, grid_of_entries, witness

FIRST_DAY = date(2026, 11, 1)
NUMBERS = st.integers(0, 20)
DAYS_BACK = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 5, 8, 19])
KEPT = Terms(FIRST_DAY, Kind.PROMISES, target=Decimal(80))
ASKED = (
    KEPT,
    Terms(FIRST_DAY, Kind.COUNT, target=Decimal(3)),
    Terms(FIRST_DAY, Kind.COUNT, target=Decimal(4), weight=3, due=WORKING_DAYS),
    Terms(FIRST_DAY, Kind.COUNT, Direction.AT_MOST, Decimal(2), place=Place.BENCH),
    Terms(FIRST_DAY, Kind.YES_NO),
    Terms(FIRST_DAY, Kind.COUNT, target=Decimal(3), weekly=True),
    Terms(FIRST_DAY, Kind.COUNT, Direction.TALLY),
)


class Scorekeeping(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "scorecard.db"
        self.clock = FixedClock()
        create_store(self.path, self.clock.now())
        self.services = Services(self.path, self.clock)
        self.reader = Store(self.path, self.clock)
        for name, asked in (("Calls", ASKED[1]), ("Kept", KEPT)):
            self.services.cards.add(Draft(name, asked))
        self.seen: list[tuple[History, bytes]] = []
        self.patience = self.waited = 1

    @initialize(patience=st.integers(1, 3))
    def be_patient(self, patience: int) -> None:
        """Between two looks this many things are done."""
        self.patience = patience

    @override
    def teardown(self) -> None:
        self.look()
        for history, before in self.seen:
            assert_unchanged(history, before)
        self.services.close()
        self.reader.close()
        shutil.rmtree(self.folder)

    @property
    def today(self) -> date:
        return self.services.scoring.today()

    def day(self, back: int) -> date:
        return self.today - timedelta(days=back)

    def some(self, number: int) -> Measure:
        measures = self.services.scoring.card().measures
        return measures[number % len(measures)]

    def do(self, step: Callable[[], object]) -> None:
        self.clock.advance(seconds=5)
        with suppress(KnownError, ValueError):  # what can't be done changes nothing
            step()

    @invariant()
    def look_now_and_then(self) -> None:
        self.waited += 1
        if self.waited >= self.patience:
            self.waited = 0
            self.look()

    def look(self) -> None:
        history = self.services.progress.history()
        assert self.services.progress.history() is history
        if not any(known is history for known, _ in self.seen):
            self.seen.append((history, witness(history)))
        fresh = read_history(self.reader, self.clock).history
        assert_same(history, fresh)
        grid = history.grid
        snapshot = self.services.scoring.snapshot(grid.first_day, grid.last_day)
        by_hand = grid_of_entries(
            snapshot.card.measures, snapshot.entries, grid.first_day, grid.days, snapshot.away, snapshot.finished,
            snapshot.settings,
        )  # fmt: skip
        by_hand = replace(by_hand, card=snapshot.card)
        assert_same(history, History(by_hand, self.today))

    @rule(number=NUMBERS, back=DAYS_BACK, value=st.integers(0, 5))
    def score(self, number: int, back: int, value: int) -> None:
        self.do(lambda: self.services.scoring.score(self.some(number).id, self.day(back), Decimal(value)))

    @rule(number=NUMBERS, back=DAYS_BACK, how=st.sampled_from(["skip", "clear", "note", "no note"]))
    def mark(self, number: int, back: int, how: str) -> None:
        scoring, measure_id, day = self.services.scoring, self.some(number).id, self.day(back)
        match how:
            case "skip":
                self.do(lambda: scoring.skip(measure_id, day))
            case "clear":
                self.do(lambda: scoring.clear(measure_id, day))
            case _:
                self.do(lambda: scoring.note(measure_id, day, "Neal" if how == "note" else ""))

    @rule(back=DAYS_BACK, filling=st.sampled_from(Filling), number=NUMBERS)
    def finish(self, back: int, filling: Filling, number: int) -> None:
        self.do(lambda: self.services.scoring.fill_and_finish(self.day(back), {self.some(number).id: filling}))

    @rule(back=DAYS_BACK)
    def reopen(self, back: int) -> None:
        self.do(lambda: self.services.scoring.reopen(self.day(back)))

    @rule(asked=st.sampled_from(ASKED))
    def add_measure(self, asked: Terms) -> None:
        self.do(lambda: self.services.cards.add(Draft("One more", asked)))

    @rule(number=NUMBERS, asked=st.sampled_from(ASKED), back=DAYS_BACK)
    def change_terms(self, number: int, asked: Terms, back: int) -> None:
        draft = Draft("Calls", replace(asked, first_day=self.day(back)), group="Customers" if back == 1 else "")
        self.do(lambda: self.services.cards.edit(self.some(number).id, draft))

    @rule(number=NUMBERS, place=st.sampled_from(Place))
    def place(self, number: int, place: Place) -> None:
        self.do(lambda: self.services.cards.place(self.some(number).id, place))

    @rule(chance=st.randoms(use_true_random=False))
    def reorder(self, chance: object) -> None:
        ids = [measure.id for measure in self.services.scoring.card().measures]
        chance.shuffle(ids)  # type: ignore[attr-defined]
        self.do(lambda: self.services.cards.reorder(ids))

    @rule(number=st.integers(0, 2), back=st.integers(-3, 10), length=st.integers(0, 4))
    def go_away(self, number: int, back: int, length: int) -> None:
        first, last = self.day(back), self.day(back - length)
        row = {"id": f"a{number}", "first_day": first.isoformat(), "last_day": last.isoformat(), "reason": ""}
        with self.services._store.change(Deed(Verb.IMPORT)) as work:
            work.put(away_table, row)

    @rule(shown=st.booleans(), late=st.booleans())
    def change_the_rules(self, shown: bool, late: bool) -> None:
        """Late on, the day of the present hour may be the one before."""
        self.do(lambda: self.services.rules.set_grades(GradeScale(shown=shown)))
        self.do(lambda: self.services.rules.set_day_end(LATEST_DAY_END.replace(hour=12 if late else 0)))

    @rule(back=st.integers(-3, 4), level=st.sampled_from(Level))
    def promise(self, back: int, level: Level) -> None:
        made_on = min(self.day(back), self.day(5))
        draft = PromiseDraft("Send it", level, Due.on(self.day(back)), made_on=made_on)
        self.do(lambda: self.services.promises.make(draft))

    @precondition(lambda self: self.services.promises.book().promises)
    @rule(number=NUMBERS, outcome=st.sampled_from(list(Outcome)[1:]), strove=st.none() | st.booleans())
    def settle(self, number: int, outcome: Outcome, strove: bool | None) -> None:
        known = list(self.services.promises.book().promises)
        self.do(lambda: self.services.promises.settle(known[number % len(known)], outcome, strove=strove))

    @rule(back=st.integers(-9, 40), number=NUMBERS, days=st.sampled_from([1, 2, 120]))
    def write_many_days(self, back: int, number: int, days: int) -> None:
        """As an import does: of days long before all others, and of days to come."""
        measure_id, first = self.some(number).id, self.day(back + days)
        with self.services._store.change(Deed(Verb.IMPORT)) as work:
            for day in (first + timedelta(days=n) for n in range(days)):
                entries.write_entry(work, Entry(measure_id, day, Scored(Decimal(back % 3)), from_memory=True))

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            last = self.services.undoing.next_undo()
            if last is not None and last.seq > 2:  # the two measures of the beginning stay
                self.do(self.services.undoing.undo)

    @rule()
    def redo(self) -> None:
        self.do(self.services.undoing.redo)

    @rule(days=st.sampled_from([0.7, 1, 2, 3, 8, -1]))
    def wait(self, days: float) -> None:
        self.clock.advance(days=days)

    @rule(number=NUMBERS, back=DAYS_BACK, told=st.booleans())
    def another_window(self, number: int, back: int, told: bool) -> None:
        """When this one is not told, it learns of it with its next change."""
        with closing(Services(self.path, self.clock)) as other:
            measure_id = self.some(number).id
            self.do(lambda: other.scoring.score(measure_id, self.day(back), Decimal(1)))
        if told:
            self.services.look_for_changes_elsewhere()
        else:
            with self.services._store.change(Deed(Verb.IMPORT)) as work:
                entries.write_finished(work, self.today, self.clock.now())

    @rule(prepare=st.booleans(), number=NUMBERS, scored=st.booleans())
    def restart(self, prepare: bool, number: int, scored: bool) -> None:
        """Prepared in time or not; and something may be done before the prepared history is taken."""
        self.services.close()
        self.services = Services(self.path, self.clock)
        if prepare:
            self.services.progress.prepare()
        if scored:
            self.score(number, 0, 4)


assert settings.default is not None
TestScorekeeping = Scorekeeping.TestCase
TestScorekeeping.settings = settings(
    max_examples=max(20, settings.default.max_examples // 10),
    stateful_step_count=30,
    # To make a failing run of real commits shorter takes minutes, which no test has.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
)
