"""Whatever is done to people, merged and taken back: the list is what a naive model says, and nothing is lost."""

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scorecard.domain.errors import KnownError
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.overriding import override
from scorecard.services.changes import Changes
from scorecard.services.people.book import FactsKeeper
from scorecard.services.people.list_page import Archived, ListFilter, ListOrder
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.raw import assert_sound

NUMBERS = st.integers(0, 20)
DAYS_BACK = st.integers(0, 40)


@dataclass
class Somebody:
    name: str
    rhythm: int | None = None
    archived: bool = False
    notes: set[str] = field(default_factory=set)
    touches: list[date] = field(default_factory=list)
    levels: list[tuple[date, int, RelationLevel]] = field(default_factory=list)
    owed: int = 0

    @property
    def level(self) -> RelationLevel | None:
        return max(self.levels, key=lambda one: one[:2])[2] if self.levels else None

    def take_over(self, other: "Somebody") -> None:
        self.touches += other.touches
        self.levels += other.levels
        self.owed += other.owed
        self.notes |= other.notes
        self.archived = self.archived and other.archived
        rhythms = [rhythm for rhythm in (self.rhythm, other.rhythm) if rhythm]
        self.rhythm = min(rhythms, default=None)


Model = dict[str, Somebody]


class Knowing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "scorecard.db"
        self.clock = FixedClock()
        create_store(self.path, self.clock.now())
        self.services = Services(self.path, self.clock)
        self.reader = Store(self.path, self.clock)
        self.model: Model = {}
        self.before: list[Model] = []
        self.after: list[Model] = []
        self.count = 0

    @override
    def teardown(self) -> None:
        """Half of the times somebody is deleted for good; everything else is taken back."""
        gone = self.some(self.count) if self.model and self.count % 2 else None
        if gone is not None:
            self.delete(gone)
        while self.services.undoing.next_undo() is not None:
            self.services.undoing.undo()
        assert self.services.people.rows() == ()
        assert gone is None or gone.encode() not in self.path.read_bytes()
        self.services.close()
        self.reader.close()
        assert_sound(self.path)
        shutil.rmtree(self.folder)

    def delete(self, who: str) -> None:
        done = self.services.people.deleting.deletion(who).run(lambda _done, _total: None, lambda: False)
        assert done is not None
        self.services.take_over(done)
        assert {row.id for row in self.services.people.rows()} == self.model.keys() - {who}

    def some(self, number: int) -> str:
        return list(self.model)[number % len(self.model)]

    def day(self, back: int) -> date:
        return self.services.promises.today() - timedelta(days=back)

    def do(self, deed: Callable[[], object], change: Callable[[Model, str], None]) -> None:
        """The deed, and what it makes of the model; refused, both stay as they are."""
        self.clock.advance(milliseconds=5)
        self.count += 1
        number, known = self.services.facts().last_seq, deepcopy(self.model)
        try:
            made = deed()
        except KnownError:
            assert self.services.facts().last_seq == number
            return
        change(self.model, made if isinstance(made, str) else "")
        if self.services.facts().last_seq > number:
            self.before.append(known)
            self.after.clear()

    @rule(rhythm=st.sampled_from([None, 7, 30]))
    def add(self, rhythm: int | None) -> None:
        name = f"Person {self.count}"
        draft = PersonDraft(name, rhythm=rhythm, notes=f"note {self.count}")
        fresh = Somebody(name, rhythm, notes={draft.notes})
        self.do(lambda: self.services.people.profiles.add(draft), lambda model, made: model.update({made: fresh}))

    @precondition(lambda self: self.model)
    @rule(number=NUMBERS, back=DAYS_BACK)
    def touch(self, number: int, back: int) -> None:
        who, day = self.some(number), self.day(back)
        self.do(
            lambda: self.services.people.touches.add(who, Way.MET, day=day),
            lambda model, _made: model[who].touches.append(day),
        )

    @precondition(lambda self: any(one.touches for one in self.model.values()))
    @rule(number=NUMBERS)
    def untouch(self, number: int) -> None:
        touched = [who for who, one in self.model.items() if one.touches]
        who = touched[number % len(touched)]
        page = self.services.people.page(who)
        assert page is not None
        touch = page.touches[number % len(page.touches)]
        self.do(
            lambda: self.services.people.touches.remove(touch.id),
            lambda model, _made: model[who].touches.remove(touch.day),
        )

    @precondition(lambda self: self.model)
    @rule(number=NUMBERS, back=DAYS_BACK, level=st.sampled_from(RelationLevel))
    def step(self, number: int, back: int, level: RelationLevel) -> None:
        who, day, place = self.some(number), self.day(back), self.count
        self.do(
            lambda: self.services.people.relations.step(who, level, day=day),
            lambda model, _made: model[who].levels.append((day, place, level)),
        )

    @precondition(lambda self: self.model)
    @rule(number=NUMBERS)
    def owe(self, number: int) -> None:
        who = self.some(number)

        def change(model: Model, _made: str) -> None:
            model[who].owed += 1

        self.do(lambda: self.services.people.owed.make(who, "Send it"), change)

    @precondition(lambda self: self.model)
    @rule(number=NUMBERS, archived=st.booleans())
    def put_away(self, number: int, archived: bool) -> None:
        who, profiles = self.some(number), self.services.people.profiles

        def change(model: Model, _made: str) -> None:
            model[who].archived = archived

        self.do(lambda: (profiles.archive if archived else profiles.bring_back)(who), change)

    @precondition(lambda self: len(self.model) > 1)
    @rule(first=NUMBERS, second=NUMBERS)
    def merge(self, first: int, second: int) -> None:
        kept, merged = self.some(first), self.some(second)

        def change(model: Model, _made: str) -> None:
            model[kept].take_over(model.pop(merged))

        self.do(lambda: self.services.people.profiles.merge(kept, merged), change)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.services.undoing.undo()
        self.after.append(self.model)
        self.model = self.before.pop()

    @precondition(lambda self: self.after)
    @rule()
    def redo(self) -> None:
        self.services.undoing.redo()
        self.before.append(self.model)
        self.model = self.after.pop()

    @rule(days=st.integers(1, 10))
    def wait(self, days: int) -> None:
        self.clock.advance(days=days)

    @invariant()
    def the_list_is_what_the_model_says(self) -> None:
        rows = {row.id: row for row in self.services.people.rows()}
        assert rows.keys() == self.model.keys()
        for who, one in self.model.items():
            row = rows[who]
            assert (row.name, row.archived, row.level, row.theirs_open) == (one.name, one.archived, one.level, one.owed)
            assert (row.contact.last, row.contact.rhythm) == (max(one.touches, default=None), one.rhythm)

    @invariant()
    def nothing_is_lost(self) -> None:
        for who, one in self.model.items():
            page = self.services.people.page(who)
            assert page is not None
            assert sorted(touch.day for touch in page.touches) == sorted(one.touches)
            assert set(page.profile.notes.split("\n\n")) == one.notes
            assert len(page.steps) == len(one.levels)

    @invariant()
    def every_order_shows_everybody_and_what_is_kept_is_what_is_stored(self) -> None:
        people = self.services.people
        for order in ListOrder:
            page = people.list_page(ListFilter(archived=Archived.ALSO), order)
            assert {row.id for row in page.rows} == self.model.keys()
        fresh = FactsKeeper(self.reader, Changes()).facts()
        assert people._facts.facts() == fresh


assert settings.default is not None
TestKnowing = Knowing.TestCase
TestKnowing.settings = settings(
    max_examples=max(5, settings.default.max_examples // 20),
    stateful_step_count=20,
    phases=[phase for phase in Phase if phase is not Phase.shrink],  # as in test_promise_machine.py
)
