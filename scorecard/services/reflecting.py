"""Reflecting on a day: reading its page, answering what it asks, and saying what became of "tomorrow I will"."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.errors import FutureDayError
from scorecard.domain.questions import another_question, days_remembered, question_of
from scorecard.domain.reflections import (
    MOST_MEASURES,
    QUESTION,
    Adjustment,
    Answer,
    Question,
    counted,
    tags_in,
)
from scorecard.domain.texts import clean_text
from scorecard.services import reflection_pages as pages
from scorecard.services.adjusting import REACH, Effect, adjustment_effect
from scorecard.services.asking import Asking
from scorecard.services.changes import Changes
from scorecard.services.reflection_pages import Memory as Memory
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.services.reflection_pages import WritingPlace as WritingPlace
from scorecard.services.scoring import Scoring
from scorecard.services.thoughts import PAUSE, Thoughts
from scorecard.store import reflections as stored
from scorecard.store.store import Store


class Reflecting:
    """Nothing is changed by what raises an error: FutureDayError, TextTooLongError, EmptyNameError, StoreError."""

    def __init__(
        self, store: Store, clock: Clock, scoring: Scoring, changes: Changes, folder: Path | None = None
    ) -> None:
        """`folder` holds the library of prompts; None: the one that comes with the program."""
        self._store = store
        self._scoring = scoring
        self._asking = Asking(store, clock, changes, folder)
        self._thoughts = Thoughts()
        self._tags: tuple[tuple[str, int], ...] | None = None
        changes.follow(self._follow)
        self.prompts = self._asking.prompts
        self.save_prompts = self._asking.save_prompts
        self.questions = self._asking.questions
        self.add_question = self._asking.add_question
        self.retire_question = self._asking.retire_question

    def page(self, day: date) -> ReflectionPage:
        prompts, first = self.prompts(), day - min(pages.ASKED_FOR, day - date.min)
        with self._store.reading() as connection:
            answers = stored.read_answers(connection, pages.days_to_read(day))
            felt = stored.read_felt(connection, day)
            adjustments = stored.read_adjustments_between(connection, first, day)
        of_day = [answer for answer in answers if answer.day == day]
        score = self._scoring.page(day)
        return ReflectionPage(
            day=day,
            today=score.today,
            places=pages.writing_places(prompts, of_day, self._question(day, answers)),
            felt=felt,
            grades=pages.grades_of(score.scale),
            page=score,
            greeting=pages.greeting(day, adjustments),
            asking=pages.asking(day, adjustments),
            memories=pages.memories(day, answers, prompts),
            can_swap=self._swapped(day, answers) is not None,
        )

    def greeting(self, day: date) -> Adjustment | None:
        """What the scorecard of `day` begins with: the latest "tomorrow I will" of the days before."""
        first = day - min(pages.GREETS_FOR, day - date.min)
        with self._store.reading() as connection:
            return pages.greeting(day, stored.read_adjustments_between(connection, first, day))

    def write(self, day: date, prompt_id: str, text: str) -> None:
        """Saves all that is written in one place; an answer keeps the words that it was first asked with.

        What is written in one go is undone as one: up to the next line, a pause, or much taken back.
        """
        self._refuse_future(day)
        written = clean_text(text)
        written = written if written.strip() else ""
        usual = self._usual_words(day, prompt_id)
        fold = self._thoughts.fold(f"write:{day}:{prompt_id}", written)
        deed = Deed(Verb.WRITE, {"day": day.isoformat(), "prompt": prompt_id}, fold, PAUSE, keeps_steps=False)
        with self._store.change(deed) as work:
            known = stored.answer_of(work, day, prompt_id)
            words = known.question if known else usual
            if words is None:
                raise ValueError(f"no prompt {prompt_id}")
            if written or (prompt_id == QUESTION and words != usual):
                stored.write_answer(work, Answer(day, prompt_id, words, written))
            else:
                stored.remove_answer(work, day, prompt_id)

    def feel(self, day: date, grade: str | None) -> None:
        """How the day felt, as one of the grades of its scale; None takes that back."""
        self._refuse_future(day)
        if grade is not None and grade not in pages.grades_of(self._scoring.settings().scale_on(day)):
            raise ValueError("no grade of that day")
        subject = {"day": day.isoformat()}
        with self._store.change(Deed(Verb.FEEL, subject, f"feel:{day}")) as work:
            stored.write_felt(work, day, grade)

    def swap_question(self, day: date) -> None:
        """Asks another question on `day`; one that is answered stays."""
        self._refuse_future(day)
        answers = self._read(day)
        other = self._swapped(day, answers)
        if other is None:
            return
        usual = self._usual_words(day, QUESTION)
        with self._store.change(Deed(Verb.SWAP_QUESTION, {"day": day.isoformat()})) as work:
            known = stored.answer_of(work, day, QUESTION)
            if known is not None and known.text:
                return
            if other.words == usual:
                stored.remove_answer(work, day, QUESTION)
            else:
                stored.write_answer(work, Answer(day, QUESTION, other.words))

    def answer_adjustment(self, day: date, *, tried: bool, helped: bool | None, measures: Sequence[str] = ()) -> None:
        """What became of what was written on `day`; what was not tried has not helped either way."""
        chosen = tuple(dict.fromkeys(measures))
        if len(chosen) > MOST_MEASURES or not set(chosen) <= {measure.id for measure in self._scoring.card().measures}:
            raise ValueError("up to two measures of the card")
        today = self._scoring.today()
        with self._store.change(Deed(Verb.ANSWER_ADJUSTMENT, {"day": day.isoformat()})) as work:
            outcome = Adjustment(day, "", today, tried, helped if tried else None, chosen)
            stored.write_adjustment(work, outcome)

    def adjustments(self) -> tuple[Adjustment, ...]:
        """All that was ever to be done tomorrow, the latest first, with what became of it."""
        with self._store.reading() as connection:
            return stored.read_adjustments(connection)

    def adjustments_between(self, first_day: date, last_day: date) -> tuple[Adjustment, ...]:
        """Those written on these days, the latest first."""
        with self._store.reading() as connection:
            return stored.read_adjustments_between(connection, first_day, last_day)

    def effects(self, adjustment: Adjustment) -> tuple[Effect, ...]:
        """Before and after, for each measure that the adjustment is tied to."""
        if not adjustment.measures:
            return ()
        snapshot = self._scoring.snapshot(adjustment.day - REACH, adjustment.day + REACH)
        return tuple(adjustment_effect(adjustment, snapshot, measure) for measure in adjustment.measures)

    def felt(self, first_day: date, last_day: date) -> dict[date, str]:
        with self._store.reading() as connection:
            return stored.read_felt_between(connection, first_day, last_day)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every #tag with the number of answers it stands in, the most frequent first."""
        if self._tags is None:
            with self._store.reading() as connection:
                texts = stored.read_texts_with_tags(connection)
            self._tags = counted(tag for text in texts for tag in tags_in(text))
        return self._tags

    def _usual_words(self, day: date, prompt_id: str) -> str | None:
        """What is asked there on a day on which nothing else is stored."""
        if prompt_id != QUESTION:
            return next((prompt.words for prompt in self.prompts() if prompt.id == prompt_id), None)
        question = self._usual_question(day, self._read(day))
        return question.words if question else None

    def _question(self, day: date, answers: Sequence[Answer]) -> Question | None:
        """The one that was asked, where that is stored, else the one of the rule."""
        stored_one = _asked_on(day, answers)
        if stored_one is None:
            return self._usual_question(day, answers)
        known = (question for question in self.questions() if question.words == stored_one.question)
        return next(known, Question("", stored_one.question, ""))

    def _usual_question(self, day: date, answers: Sequence[Answer]) -> Question | None:
        return question_of(day, self.questions(), self._asked_before(day, answers))

    def _swapped(self, day: date, answers: Sequence[Answer]) -> Question | None:
        """The question to take instead of the present one; None where that is answered, or where there is no other."""
        stored_one, present = _asked_on(day, answers), self._question(day, answers)
        if present is None or (stored_one is not None and stored_one.text):
            return None
        return another_question(day, self.questions(), present.words, self._asked_before(day, answers))

    def _asked_before(self, day: date, answers: Sequence[Answer]) -> frozenset[str]:
        in_use = sum(not question.retired for question in self.questions())
        return pages.asked_before(day, answers, days_remembered(in_use))

    def _read(self, day: date) -> tuple[Answer, ...]:
        with self._store.reading() as connection:
            return stored.read_answers(connection, pages.recent_days(day))

    def _refuse_future(self, day: date) -> None:
        if day > self._scoring.today():
            raise FutureDayError(day)

    def _follow(self, change: Change) -> None:
        if "reflection" in change.topics:
            self._tags = None


def _asked_on(day: date, answers: Sequence[Answer]) -> Answer | None:
    return next((answer for answer in answers if answer.day == day and answer.prompt_id == QUESTION), None)
