"""Everything one does with the program, at random: through its services, as a window does it."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from scorecard.domain.activities import Verb
from scorecard.domain.blanks import Filling
from scorecard.domain.due import Due, Span
from scorecard.domain.errors import KnownError
from scorecard.domain.promises import Level, Outcome, standing
from scorecard.domain.touches import Way
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services

TODAY = date(2026, 11, 20)
MEASURES = {"m1": 9, "m2": 9, "m3": 9, "m4": 5, "m5": 1, "m6": 240, "m7": 9}
SAYINGS = ("Two forms merged into one. ", "Cassandra was glad. ", "Nobody called. ", "取り除いた問題の数 ")


class Hand:
    """Does one thing after another in open services; raises only what is a bug."""

    def __init__(self, services: Services, chance: random.Random) -> None:
        self._services = services
        self._chance = chance
        self._prompts = tuple(place.prompt_id for place in services.reflecting.page(TODAY).places)
        self._deeds: tuple[Callable[[], object], ...] = (
            self._score, self._score, self._score, self._skip_or_clear, self._note, self._note, self._write,
            self._write, self._feel, self._finish, self._promise, self._settle, self._move, self._edit_promise,
            self._person, self._touch, self._merge, self._back, self._back, self._forth,
        )  # fmt: skip

    def do_something(self) -> KnownError | None:
        """What was refused was impossible just then."""
        return _refusal(self._chance.choice(self._deeds))

    def enter_something(self) -> KnownError | None:
        """What is possible whatever is there, and writes most of the time."""
        return _refusal(self._chance.choice((self._score, self._note, self._write, self._promise, self._person)))

    def _day(self) -> date:
        return TODAY - timedelta(days=self._chance.choice((0, 0, 0, 1, 2, 5)))

    def _words(self) -> str:
        return self._chance.choice(SAYINGS) * self._chance.choice((1, 3, 40, 150))

    def _measure(self) -> str:
        return self._chance.choice(tuple(MEASURES))

    def _score(self) -> None:
        measure = self._measure()
        value = Decimal(self._chance.randrange(MEASURES[measure] + 1))
        self._services.scoring.score(measure, self._day(), value)

    def _skip_or_clear(self) -> None:
        scoring = self._services.scoring
        self._chance.choice((scoring.skip, scoring.clear))(self._measure(), self._day())

    def _note(self) -> None:
        self._services.scoring.note(self._measure(), self._day(), self._words())

    def _write(self) -> None:
        self._services.reflecting.write(self._day(), self._chance.choice(self._prompts), self._words())

    def _feel(self) -> None:
        self._services.reflecting.feel(self._day(), self._chance.choice(("A", "B", "C", None)))

    def _finish(self) -> None:
        day = self._day()
        if self._chance.random() < 0.5:
            self._services.scoring.reopen(day)
        else:
            self._services.scoring.fill_and_finish(day, {"m1": Filling.SKIP, "m7": Filling.ZERO})

    def _some_promise(self) -> str:
        promises = sorted(self._services.promises.book().promises)
        return self._chance.choice(promises)

    def _draft(self) -> PromiseDraft:
        due = Due(Span.DAY, TODAY + timedelta(days=self._chance.randrange(9)))
        who = f"Person {self._chance.randrange(30)}"
        return PromiseDraft(self._words()[:90], self._chance.choice(tuple(Level)), due, who)

    def _promise(self) -> None:
        self._services.promises.make(self._draft())

    def _edit_promise(self) -> None:
        self._services.promises.edit(self._some_promise(), self._draft())

    def _settle(self) -> None:
        promise, outcome = self._some_promise(), self._chance.choice((Outcome.KEPT, Outcome.BROKEN, Outcome.RELEASED))
        if standing(self._services.promises.book().promises[promise], TODAY).open:
            self._services.promises.settle(
                promise, outcome, effort=self._chance.randrange(11), note=self._words()[:200]
            )
        else:
            self._services.promises.reopen(promise)

    def _move(self) -> None:
        due = Due(Span.DAY, TODAY + timedelta(days=self._chance.randrange(1, 30)))
        self._services.promises.move(self._some_promise(), due, told="Neal")

    def _people(self) -> list[str]:
        return sorted(person.id for person in self._services.promises.book().people.all if person.merged_into is None)

    def _person(self) -> None:
        self._services.people.profiles.add(PersonDraft(f"Person {self._chance.randrange(10_000)}", notes=self._words()))

    def _touch(self) -> None:
        person = self._chance.choice(self._people())
        if self._chance.random() < 0.5:
            self._services.people.touches.toggle_served(person)
        else:
            self._services.people.touches.add(person, Way.TALKED, note=self._words()[:500])

    def _merge(self) -> None:
        kept, merged = self._chance.sample(self._people(), 2)
        self._services.people.profiles.merge(kept, merged)

    def _back(self) -> None:
        """All but the activity that made the sample."""
        last = self._services.undoing.next_undo()
        if last is not None and last.verb != Verb.IMPORT:
            self._services.undoing.undo()

    def _forth(self) -> None:
        self._services.undoing.redo()


def _refusal(deed: Callable[[], object]) -> KnownError | None:
    try:
        deed()
    except KnownError as error:
        return error
    return None
