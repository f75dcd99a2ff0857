"""Scoring a day: reading its page, setting marks and notes, finishing and reopening it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scorecard.domain.activities import Deed, PastEntry, Verb
from scorecard.domain.away import AwayRange
from scorecard.domain.blanks import Filling
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.days import ONE_DAY, score_date
from scorecard.domain.errors import ComputedValueError, FutureDayError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import Measure, Terms
from scorecard.domain.scores import Explanation, explain_week
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.texts import clean_text
from scorecard.domain.values import NO, check_value
from scorecard.domain.weeks import Week
from scorecard.services.changes import Changes
from scorecard.services.kept_promises import with_kept_promises
from scorecard.services.pages import DayPage, day_page
from scorecard.services.thoughts import PAUSE, Thoughts
from scorecard.store import entries, history, reading
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True)
class Frame:
    """What hardly ever changes and every page needs: read once, and again after it has changed."""

    card: Card
    away: tuple[AwayRange, ...]
    settings: Settings


class Scoring:
    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._frame: Frame | None = None
        self._thoughts = Thoughts()
        changes.follow(self._follow)

    def today(self) -> date:
        return score_date(self._clock.now(), self._known().settings.day_end)

    def page(self, day: date) -> DayPage:
        week = Week.of(day)
        return day_page(self.snapshot(week.monday, week.sunday), day, self.today())

    def explain_week(self, week: Week) -> Explanation:
        snapshot = self.snapshot(week.monday, week.sunday)
        return explain_week(snapshot.card.measures, snapshot.entries, week, self.today(), snapshot.away)

    def snapshot(self, first_day: date, last_day: date) -> Snapshot:
        frame = self._known()
        with self._store.reading() as connection:
            stored = reading.read_days(connection, first_day, last_day, frame.card, frame.away, frame.settings)
        return with_kept_promises(stored, self.today())

    def card(self) -> Card:
        return self._known().card

    def away(self) -> tuple[AwayRange, ...]:
        return self._known().away

    def settings(self) -> Settings:
        return self._known().settings

    def seal_holds(self, day: date) -> bool:
        """Whether the day's rows are as the program wrote them."""
        return self._store.seal_holds(day)

    def past(self, measure_id: str, day: date) -> tuple[PastEntry, ...]:
        """Every state the entry ever had, the first one first."""
        with self._store.reading() as connection:
            return history.past_of_entry(connection, measure_id, day)

    def score(self, measure_id: str, day: date, value: Decimal, note: str = "") -> None:
        """Raises ImpossibleValueError, ComputedValueError, FutureDayError or StoreError; nothing has changed then.

        `note` is added to what is there, in the same activity; so it is with the others.
        """
        measure, terms = self._asked(measure_id, day)
        if terms.kind.computed:
            raise ComputedValueError
        checked = check_value(terms, value)
        self._set(Verb.SCORE, measure, day, Scored(checked), note, value=str(checked), kind=terms.kind.value)

    def add(self, measure_id: str, day: date, amount: Decimal, note: str = "") -> Decimal:
        """Adds to what is there by then, whoever entered it; unknown begins at nothing. What it came to.

        Raises as `score` does.
        """
        measure, terms = self._asked(measure_id, day)
        if terms.kind.computed:
            raise ComputedValueError
        subject = _subject(measure, day) | {"kind": terms.kind.value}
        with self._store.change(Deed(Verb.SCORE, subject)) as work:
            known = entries.entry_of(work, measure_id, day)
            before = known.mark.value if isinstance(known.mark, Scored) else NO
            value = check_value(terms, before + amount)
            subject["value"] = str(value)
            entries.write_entry(work, _noted(self._marked(known, Scored(value)), note))
        return value

    def skip(self, measure_id: str, day: date, note: str = "") -> None:
        measure, _ = self._asked(measure_id, day)
        self._set(Verb.SKIP, measure, day, SKIPPED, note)

    def clear(self, measure_id: str, day: date, note: str = "") -> None:
        measure, _ = self._asked(measure_id, day)
        self._set(Verb.CLEAR, measure, day, UNKNOWN, note)

    def note(self, measure_id: str, day: date, text: str) -> None:
        """Raises TextTooLongError. What is written in one go is undone as one, as in the evening."""
        measure, _ = self._asked(measure_id, day)
        note = clean_text(text).strip()
        fold = self._thoughts.fold(f"note:{day}:{measure_id}", note)
        deed = Deed(Verb.NOTE, _subject(measure, day), fold, PAUSE, keeps_steps=False)
        with self._store.change(deed) as work:
            entries.write_entry(work, replace(entries.entry_of(work, measure_id, day), note=note))

    def fill_and_finish(self, day: date, fillings: Mapping[str, Filling]) -> None:
        """Fills the blanks as `fillings` (measure id → filling) says and finishes the day, in one activity."""
        self._refuse_future(day)
        with self._store.change(Deed(Verb.FINISH, {"day": day.isoformat()})) as work:
            for measure_id, filling in fillings.items():
                if (mark := self._filled(measure_id, day, filling)) is not None:
                    known = entries.entry_of(work, measure_id, day)
                    entries.write_entry(work, self._marked(known, mark))
            entries.write_finished(work, day, self._clock.now())

    def reopen(self, day: date) -> None:
        with self._store.change(Deed(Verb.REOPEN, {"day": day.isoformat()})) as work:
            entries.write_finished(work, day, None)

    def _set(self, verb: Verb, measure: Measure, day: date, mark: Mark, note: str = "", **subject: str) -> None:
        deed = Deed(verb, _subject(measure, day) | subject, f"mark:{day}:{measure.id}")
        with self._store.change(deed) as work:
            entries.write_entry(work, _noted(self._marked(entries.entry_of(work, measure.id, day), mark), note))

    def _marked(self, entry: Entry, mark: Mark) -> Entry:
        """A mark first set two days or more after its day is from memory; changing one later leaves it what it was."""
        late = entry.day < self.today() - ONE_DAY
        from_memory = (late if entry.mark == UNKNOWN else entry.from_memory) and mark != UNKNOWN
        return replace(entry, mark=mark, from_memory=from_memory)

    def _filled(self, measure_id: str, day: date, filling: Filling) -> Mark | None:
        _, terms = self._asked(measure_id, day)
        match filling:
            case Filling.LEAVE:
                return None
            case Filling.SKIP:
                return SKIPPED
            case Filling.ZERO:
                return Scored(check_value(terms, NO))

    def _asked(self, measure_id: str, day: date) -> tuple[Measure, Terms]:
        self._refuse_future(day)
        if all(known.id != measure_id for known in self._known().card.measures):
            self._frame = None
            self._store.look()  # says so, if it is another store's card
        measure = self._known().card.measure(measure_id)
        terms = measure.terms_on(day)
        if terms is None:
            raise ValueError(f"measure {measure_id} had no terms on {day}")
        return measure, terms

    def _refuse_future(self, day: date) -> None:
        if day > self.today():
            raise FutureDayError(day)

    def _known(self) -> Frame:
        if self._frame is None:
            with self._store.reading() as connection:
                self._frame = Frame(
                    reading.read_card(connection), reading.read_away(connection), reading.read_settings(connection)
                )
        return self._frame

    def _follow(self, change: Change) -> None:
        if change.touches_card():
            self._frame = None


def _noted(entry: Entry, text: str) -> Entry:
    """With `text` as one more line of its note."""
    lines = [line for line in (entry.note, clean_text(text).strip()) if line]
    return replace(entry, note=clean_text("\n".join(lines)))


def _subject(measure: Measure, day: date) -> dict[str, str]:
    return {"measure": measure.name, "day": day.isoformat()}
