"""Whatever somebody does, takes back and does again, over restarts too: the store is as a plain stack says."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from scorecard.domain.activities import Activity, Verb
from scorecard.domain.blanks import Filling
from scorecard.domain.incidents import NothingToUndoError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import Kind, Place, Terms
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store.migrating import create_store
from tests.fake_clock import FixedClock
from tests.store.model import Menu, Model, State
from tests.store.raw import assert_sound

TODAY = date(2026, 11, 20)
DAYS = (TODAY, TODAY - timedelta(days=1), TODAY - timedelta(days=2))
TERMS = Terms(date(2026, 11, 1), Kind.COUNT, target=Decimal(3))
NUMBERS = st.integers(0, 2)
a_day, a_measure = st.sampled_from(DAYS), NUMBERS
# Mostly as quick as one types; now and then a pause; now and then a clock that is set back.
PAUSES = st.sampled_from([0, 0, 0, 1, 1, 2.999, 3, 3.001, 60, -1])


class Scorekeeping(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "scorecard.db"
        self.clock = FixedClock()
        create_store(self.path, self.clock.now())
        self.services = Services(self.path, self.clock)
        names = ("Calls", "Thanks", "Reports")
        self.ids = [self.services.cards.add(Draft(name, TERMS)) for name in names]
        self.names = dict(zip(self.ids, names, strict=True))
        self.model = Model(State({}, {}, dict.fromkeys(self.ids, (TERMS,))))

    def teardown(self) -> None:
        self._assert_every_value_is_in_the_history()
        self._undo_everything()
        self.services.close()
        assert_sound(self.path)
        shutil.rmtree(self.folder)

    def _subject(self, measure_id: str, day: date) -> dict[str, str]:
        return {"measure": self.names[measure_id], "day": str(day)}

    def _mark(self, entry: Entry, mark: Mark) -> Entry:
        """First marked two days or more after the day: from memory."""
        first = entry.mark == UNKNOWN
        late = entry.day <= TODAY - timedelta(days=2) if first else entry.from_memory
        return replace(entry, mark=mark, from_memory=late and mark != UNKNOWN)

    def _set(self, menu: Menu, measure_id: str, day: date, mark: Mark) -> None:
        after = self.model.state.with_entry(self._mark(self.model.state.entry((day, measure_id)), mark))
        self.model.do(after, menu, self.clock.now(), f"mark {day} {measure_id}")

    @rule(number=a_measure, day=a_day, value=st.integers(0, 3), pause=PAUSES)
    def score(self, number: int, day: date, value: int, pause: float) -> None:
        self.clock.advance(seconds=pause)
        measure_id = self.ids[number]
        self.services.scoring.score(measure_id, day, Decimal(value))
        subject = self._subject(measure_id, day) | {"value": str(value), "kind": "count"}
        self._set(Menu(Verb.SCORE, subject), measure_id, day, Scored(Decimal(value)))

    @rule(day=a_day, values=st.lists(st.integers(0, 120), min_size=2, max_size=4))
    def type_quickly(self, day: date, values: list[int]) -> None:
        for value in values:
            self.score(0, day, value, 0.5)

    @rule(number=a_measure, day=a_day, pause=PAUSES)
    def skip(self, number: int, day: date, pause: float) -> None:
        self.clock.advance(seconds=pause)
        measure_id = self.ids[number]
        self.services.scoring.skip(measure_id, day)
        self._set(Menu(Verb.SKIP, self._subject(measure_id, day)), measure_id, day, SKIPPED)

    @rule(number=a_measure, day=a_day, pause=PAUSES)
    def clear(self, number: int, day: date, pause: float) -> None:
        self.clock.advance(seconds=pause)
        measure_id = self.ids[number]
        self.services.scoring.clear(measure_id, day)
        self._set(Menu(Verb.CLEAR, self._subject(measure_id, day)), measure_id, day, UNKNOWN)

    @rule(number=a_measure, day=a_day, text=st.sampled_from(["", "Neal", "Neal called"]), pause=PAUSES)
    def note(self, number: int, day: date, text: str, pause: float) -> None:
        """After a while: of what is written in one go only the last state is kept, which has tests of its own."""
        self.clock.advance(seconds=60 + pause)
        measure_id = self.ids[number]
        self.services.scoring.note(measure_id, day, text)
        after = self.model.state.with_entry(replace(self.model.state.entry((day, measure_id)), note=text))
        menu = Menu(Verb.NOTE, self._subject(measure_id, day))
        self.model.do(after, menu, self.clock.now(), f"note {day} {measure_id}")

    @rule(day=a_day, fillings=st.lists(st.sampled_from(Filling), min_size=3, max_size=3), pause=PAUSES)
    def finish(self, day: date, fillings: list[Filling], pause: float) -> None:
        self.clock.advance(seconds=pause)
        self.services.scoring.fill_and_finish(day, dict(zip(self.ids, fillings, strict=True)))
        after = self.model.state
        for measure_id, filling in zip(self.ids, fillings, strict=True):
            if filling is not Filling.LEAVE:
                mark = SKIPPED if filling is Filling.SKIP else Scored(Decimal(0))
                after = after.with_entry(self._mark(after.entry((day, measure_id)), mark))
        self._do(after.with_finished(day, self.clock.now()), Verb.FINISH, {"day": str(day)})

    @rule(day=a_day)
    def reopen(self, day: date) -> None:
        self.services.scoring.reopen(day)
        self._do(self.model.state.with_finished(day, None), Verb.REOPEN, {"day": str(day)})

    @rule(number=a_measure, place=st.sampled_from(Place), reason=st.sampled_from(["", "over"]))
    def place(self, number: int, place: Place, reason: str) -> None:
        measure_id = self.ids[number]
        self.services.cards.place(measure_id, place, reason)
        state = self.model.state
        *_, now = terms = state.terms[measure_id]
        if now.place is not place:
            moved = replace(now, first_day=TODAY, place=place, reason=reason)
            kept = tuple(known for known in terms if known.first_day != TODAY)
            back = kept[-1].place is place  # on the day it went: no change is left
            after = replace(state, terms={**state.terms, measure_id: kept if back else (*kept, moved)})
            self._do(after, Verb.PLACE_MEASURE, {"measure": self.names[measure_id], "place": place.value})

    def _do(self, after: State, verb: Verb, subject: dict[str, str]) -> None:
        self.model.do(after, Menu(verb, subject), self.clock.now())

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self._turn(self.services.undoing.undo, self.model.undo, possible=bool(self.model.undoable))

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self._turn(self.services.undoing.redo, self.model.redo, possible=bool(self.model.redoable))

    def _turn(self, turn: Callable[[], object], expected: Callable[[datetime], None], *, possible: bool) -> None:
        if possible:
            turn()
            expected(self.clock.now())
        elif turn == self.services.undoing.redo:
            with pytest.raises(NothingToUndoError):
                turn()

    @rule()
    def restart(self) -> None:
        self.services.close()
        self.services = Services(self.path, self.clock)

    @rule()
    def look_for_changes_elsewhere(self) -> None:
        heard: list[object] = []
        self.services.changes.follow(heard.append)
        self.services.look_for_changes_elsewhere()
        assert heard == []

    @invariant()
    def the_store_is_as_the_model_says(self) -> None:
        snapshot = self.services.scoring.snapshot(DAYS[-1], DAYS[0])
        terms = {measure.id: measure.terms for measure in snapshot.card.measures}
        assert State(snapshot.entries, snapshot.finished, terms) == self.model.state

    @invariant()
    def the_menu_says_what_is_undone_and_redone(self) -> None:
        undoing, model = self.services.undoing, self.model
        if model.undoable:
            assert _menu(undoing.next_undo()) == model.undoable[-1].menu
        assert _menu(undoing.next_redo()) == (model.redoable[-1].menu if model.redoable else None)

    @invariant()
    def every_seal_holds(self) -> None:
        assert all(self.services.scoring.seal_holds(day) for day in DAYS)

    def _assert_every_value_is_in_the_history(self) -> None:
        for (day, measure_id), past in self.model.past.items():
            found = [(known.turn, known.entry) for known in self.services.scoring.past(measure_id, day)]
            assert found == past

    def _undo_everything(self) -> None:
        while self.model.undoable:
            self.undo(1)
            self.the_store_is_as_the_model_says()
        empty = self.services.scoring.snapshot(DAYS[-1], DAYS[0])
        assert (empty.entries, empty.finished) == ({}, {})


def _menu(activity: Activity | None) -> Menu | None:
    return Menu(activity.verb, activity.subject) if activity else None


TestScorekeeping = Scorekeeping.TestCase
TestScorekeeping.settings = settings(
    max_examples=max(20, settings.default.max_examples // 10),
    stateful_step_count=30,
    # To make a failing run of real commits shorter takes minutes, which no test has.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
)
