"""Reviewing a week: reading what there is to see, and writing down what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.days import ONE_DAY
from scorecard.domain.errors import FutureDayError
from scorecard.domain.questions import question_of
from scorecard.domain.reflections import WEEK_FOCUS, WEEK_QUESTION, Adjustment, Answer
from scorecard.domain.texts import clean_text
from scorecard.domain.weeks import Week
from scorecard.resources import resource
from scorecard.services.adjusting import REACH
from scorecard.services.checkins import Checkins
from scorecard.services.goals import Goals
from scorecard.services.progress.progress import Progress
from scorecard.services.promises import Promises
from scorecard.services.prompts import Library, read_library
from scorecard.services.scoring import Scoring
from scorecard.services.thoughts import PAUSE, Thoughts
from scorecard.store import checkins as stored_checkins
from scorecard.store import reflections as stored
from scorecard.store.people import read_served
from scorecard.store.store import Store

if TYPE_CHECKING:
    # It brings numpy with it, which is imported when a review is first asked for.
    from scorecard.services.weekly_review.review import WeekReview

_ASKED_WITHIN = timedelta(days=60)  # what was written longer before an answer than that is no part of its week


class WeeklyReviews:
    """Nothing is changed by what raises an error: FutureDayError, TextTooLongError, StoreError."""

    def __init__(
        self, store: Store, scoring: Scoring, promises: Promises, progress: Progress, goals: Goals, checkins: Checkins
    ) -> None:
        self._store = store
        self._scoring = scoring
        self._promises = promises
        self._progress = progress
        self._goals = goals
        self._checkins = checkins
        self._thoughts = Thoughts()

    def page(self, week: Week) -> WeekReview:
        """A week that is not over is shown as far as it has come. Raises FutureDayError for one to come."""
        from scorecard.services.people.week import read_people_week
        from scorecard.services.weekly_review.gathering import Known, week_review

        self._refuse_future(week)
        book, history = self._promises.book(), self._progress.history()
        with self._store.reading() as connection:
            answers = stored.read_answers(connection, [week.previous.monday, *week.days])
            first = week.monday - min(_ASKED_WITHIN, week.monday - date.min)
            adjustments = stored.read_adjustments_between(connection, first, week.sunday)
            checkins = stored_checkins.read_checkins(connection)
            served = read_served(connection)
        of_week = _of_week(adjustments, week)
        snapshot = self._scoring.snapshot(*_reach(week, of_week))
        question, focus = self._asked(week)
        items, goals = book.reckoned(history.today), self._goals.as_of(week.sunday).open
        whom = {measure_id: book.people.name(person_id) for measure_id, person_id in served.items()}
        people = read_people_week(self._store, book.people, self._checkins.definitions(), week, history.today)
        return week_review(
            Known(
                week,
                history,
                snapshot,
                items,
                book.people,
                checkins,
                answers,
                of_week,
                question,
                focus,
                goals,
                people,
                whom,
            )
        )

    def shared(self, review: WeekReview) -> WeekReview:
        """The same without notes, own words and names."""
        from scorecard.services.weekly_review.sharing import shared

        return shared(review, (person.name for person in self._promises.book().people.all))

    def write(self, week: Week, prompt_id: str, text: str) -> None:
        """Saves all that is written in one of the two places, as on the page of a day; the words it was first asked
        with stay.
        """
        self._refuse_future(week)
        question, focus = self._asked(week)
        usual = {WEEK_QUESTION: question, WEEK_FOCUS: focus}[prompt_id]
        written = clean_text(text)
        written = written if written.strip() else ""
        day = week.monday
        fold = self._thoughts.fold(f"review:{day}:{prompt_id}", written)
        subject = {"day": day.isoformat(), "prompt": prompt_id}
        with self._store.change(Deed(Verb.REVIEW_WEEK, subject, fold, PAUSE, keeps_steps=False)) as work:
            known = stored.answer_of(work, day, prompt_id)
            if written:
                stored.write_answer(work, Answer(day, prompt_id, known.question if known else usual, written))
            else:
                stored.remove_answer(work, day, prompt_id)

    def _asked(self, week: Week) -> tuple[str, str]:
        """The question of the week, by a fixed rule from its Monday and without repeats for long, and the focus."""
        number = date.fromordinal(week.monday.toordinal() // 7)
        question = question_of(number, self._library.questions)
        focus = next(prompt for prompt in self._library.prompts if prompt.id == WEEK_FOCUS)
        return question.words if question else "", focus.words

    def _refuse_future(self, week: Week) -> None:
        if week.monday > self._scoring.today():
            raise FutureDayError(week.monday)

    @cached_property
    def _library(self) -> Library:
        return read_library(resource("prompts", "week"))


def _of_week(adjustments: Sequence[Adjustment], week: Week) -> tuple[Adjustment, ...]:
    """Those that were answered in the week, then those that were written in it, the earliest first."""
    days = frozenset(week.days)
    answered = [one for one in reversed(adjustments) if one.asked_on in days]
    written = [one for one in reversed(adjustments) if one.day in days and one not in answered]
    return (*answered, *written)


def _reach(week: Week, adjustments: Sequence[Adjustment]) -> tuple[date, date]:
    """The days of the week, of the one before, and those around each adjustment that is tied to a measure."""
    tied = [one.day for one in adjustments if one.measures]
    first = min([week.previous.monday, *(day - REACH for day in tied)])
    last = max([week.sunday + ONE_DAY, *(day + REACH for day in tied)])
    return first, last
