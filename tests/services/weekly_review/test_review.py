"""A week as its review shows it, and what is written about it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.domain.checkins import Subject
from scorecard.domain.due import Due
from scorecard.domain.errors import FutureDayError
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW, WEEK_FOCUS, WEEK_QUESTION, Answer
from scorecard.domain.weeks import Week
from scorecard.services.cards import Draft
from scorecard.services.promises import PromiseDraft
from scorecard.services.searching import AnswerPlace
from scorecard.services.services import Services
from scorecard.services.weekly_review.review import LevelWeek, WeekReview
from tests.fake_clock import FixedClock
from tests.services.evenings import write_long_ago
from tests.services.opened import TODAY, YESTERDAY, undos

WEEK = Week.of(TODAY)
MONDAY, TUESDAY = WEEK.monday, WEEK.monday + timedelta(days=1)


@pytest.fixture
def score(services: Services) -> str:
    """A measure that asks for ten; the id of it."""
    return services.cards.add(Draft("Calls", Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(10), unit="calls")))


def page(services: Services, week: Week = WEEK) -> WeekReview:
    return services.weekly_review.page(week)


def give(services: Services, measure: str, *values: int, first: date = MONDAY) -> None:
    for n, value in enumerate(values):
        services.scoring.score(measure, first + timedelta(days=n), Decimal(value))


def test_the_best_and_the_lowest_day_come_with_their_own_words(services: Services, score: str) -> None:
    give(services, score, 5, 9, 10, 7)
    services.reflecting.write(MONDAY, ADJUST, "Short.")
    services.reflecting.write(MONDAY, TOMORROW, "The longest of what was written that day.")
    services.scoring.note(score, MONDAY, "a note")
    services.reflecting.write(TUESDAY + timedelta(days=1), ADJUST, "A long answer to another question.")
    services.reflecting.write(TUESDAY + timedelta(days=1), MOVED, "The form.")

    review = page(services)

    assert review.best is not None
    assert review.worst is not None
    assert (review.best.bar.shown, review.best.words) == (100, "The form.")
    assert (review.worst.bar.shown, review.worst.words) == (50, "The longest of what was written that day.")


def test_a_day_without_answers_speaks_by_its_notes(services: Services, score: str) -> None:
    give(services, score, 5, 9)
    services.scoring.note(score, MONDAY, "Neal called back.")

    review = page(services)

    assert review.worst is not None
    assert review.worst.words == "Neal called back."


def test_of_days_with_the_same_score_the_one_that_speaks_is_shown(services: Services, score: str) -> None:
    give(services, score, 10, 10, 5)
    services.reflecting.write(TUESDAY, MOVED, "This one.")

    review = page(services)

    assert review.best is not None
    assert (review.best.bar.day, review.best.also) == (TUESDAY, (MONDAY,))


@pytest.mark.parametrize("values", [(), (5,), (5, 5)])
def test_there_is_no_best_day_where_none_differs(services: Services, score: str, values: tuple[int, ...]) -> None:
    give(services, score, *values)

    assert page(services).best is None
    assert page(services).worst is None


def test_the_week_is_graded_unless_grades_are_hidden(services: Services, score: str) -> None:
    give(services, score, 9, 9, 9, 9, 9)

    assert page(services).grade == "A−"
    assert page(services).bars.score.value == Fraction(90)


def test_promises_are_counted_by_level(services: Services) -> None:
    def promise(level: Level, person: str, due: date) -> str:
        return services.promises.make(PromiseDraft("Something", level, Due.on(due), person, made_on=MONDAY))

    services.promises.settle(promise(Level.COMMITMENT, "Ana", TODAY), Outcome.KEPT)
    services.promises.settle(promise(Level.COMMITMENT, "Neal", TODAY), Outcome.BROKEN)
    promise(Level.BEST_EFFORT, "ana", TODAY + timedelta(days=30))

    review = page(services)

    assert review.levels == (LevelWeek(Level.COMMITMENT, 1, 1),)
    assert review.people == ("Ana", "Neal")


def test_people_are_touched_by_promises_and_checkins_of_the_week_only(services: Services, clock: FixedClock) -> None:
    long_ago = MONDAY - timedelta(days=40)
    services.promises.make(PromiseDraft("Old", Level.COMMITMENT, None, "Cassandra", made_on=long_ago))
    services.promises.make(PromiseDraft("Due now", Level.COMMITMENT, Due.on(TODAY), "Mei", made_on=long_ago))
    definition = services.checkins.definitions().usable[0]
    factors = {factor.id: 5 for factor in definition.factors}
    services.checkins.save(definition.id, Subject.PERSON, "Yuki", factors)

    assert page(services).people == ("Mei", "Yuki")
    assert page(services).people_count == 2


def test_an_adjustment_shows_what_it_did_as_far_as_that_can_be_said(services: Services, score: str) -> None:
    give(services, score, 5, 9, 10, 7)
    services.reflecting.write(TUESDAY, TOMORROW, "ask first")
    services.reflecting.answer_adjustment(TUESDAY, tried=True, helped=True, measures=[score])
    services.reflecting.write(YESTERDAY, TOMORROW, "listen")

    answered, written = page(services).adjustments

    assert (answered.words, answered.tried, answered.helped) == ("ask first", True, True)
    ((name, effect),) = answered.effects
    assert (name, effect.mean_before, len(effect.after), effect.enough) == ("Calls", Fraction(7, 10), 2, False)
    assert (written.words, written.tried) == ("listen", None)


def test_what_adds_up_is_counted_for_the_week_and_since_the_first(services: Services, score: str) -> None:
    give(services, score, 40, first=MONDAY - timedelta(days=60))
    give(services, score, 5, 9)

    (impact,) = page(services).impacts

    assert (impact.week, impact.total, impact.since) == (Decimal(14), Decimal(54), MONDAY - timedelta(days=60))


def test_a_measure_that_moved_is_told_with_how_many_days(services: Services, score: str) -> None:
    for n in range(16 * 7):
        day = TODAY - timedelta(days=n)
        services.scoring.score(score, day, Decimal(9 if n < 56 else 4))

    (moved,) = page(services).moved

    assert moved.change.clear
    assert (moved.change.mean, moved.change.mean_before) == (9.0, 4.0)
    assert (moved.change.n, moved.change.n_before) == (56, 56)


def test_the_next_card_shows_what_is_asked_on_its_monday(services: Services, score: str) -> None:
    next_monday = MONDAY + timedelta(days=7)
    fresh = Terms(next_monday, Kind.COUNT, Direction.TALLY)
    services.cards.add(Draft("Walks", fresh))

    calls, walks = page(services).next_card

    assert (calls.name, calls.terms.target, calls.new) == ("Calls", Decimal(10), False)
    assert (walks.name, walks.new) == ("Walks", True)


def test_what_is_written_is_saved_with_the_week_and_can_be_taken_back(services: Services) -> None:
    before = undos(services)
    services.weekly_review.write(WEEK, WEEK_FOCUS, "One thing at a time.")
    services.weekly_review.write(WEEK, WEEK_QUESTION, "Neal's.")

    assert page(services).focus.text == "One thing at a time."
    assert page(services).question.text == "Neal's."
    assert undos(services) == before + 2
    assert page(services).focus.text == ""


def test_a_focus_greets_the_week_after(services: Services) -> None:
    services.weekly_review.write(WEEK.previous, WEEK_FOCUS, "Ask first.")

    assert page(services).last_focus == "Ask first."
    assert page(services, WEEK.previous).last_focus == ""


def test_nothing_of_it_stands_on_the_reflection_of_the_monday(services: Services) -> None:
    services.weekly_review.write(WEEK, WEEK_FOCUS, "Ask first.")

    reflection = services.reflecting.page(MONDAY)

    assert WEEK_FOCUS not in [place.prompt_id for place in reflection.places]


def test_a_week_later_no_memory_is_made_of_it(services: Services) -> None:
    services.weekly_review.write(WEEK.previous, WEEK_FOCUS, "Ask first.")

    assert services.reflecting.page(MONDAY).memories == ()


def test_it_is_no_own_words_of_the_monday(services: Services, score: str) -> None:
    give(services, score, 10, 5)
    services.weekly_review.write(WEEK, WEEK_FOCUS, "Ask first.")

    review = page(services)

    assert review.best is not None
    assert review.best.words == ""


def test_the_search_finds_what_was_written(services: Services) -> None:
    services.weekly_review.write(WEEK, WEEK_FOCUS, "Patience with procurement")

    (hit,) = services.searching.find("procurement").hits

    assert hit.place == AnswerPlace(MONDAY, WEEK_FOCUS)
    assert hit.title.text == "Next week's focus"


def test_a_week_to_come_has_no_review(services: Services) -> None:
    with pytest.raises(FutureDayError):
        page(services, WEEK.next)
    with pytest.raises(FutureDayError):
        services.weekly_review.write(WEEK.next, WEEK_FOCUS, "too early")


def test_each_week_has_a_question_and_none_comes_back_soon(services: Services) -> None:
    weeks = [WEEK]
    while len(weeks) < 26:
        weeks.append(weeks[-1].previous)

    questions = [page(services, week).question.words for week in weeks]

    assert all(questions)
    assert all(questions[n] not in questions[n + 1 : n + 6] for n in range(20))
    assert len(set(questions)) == 13


def test_an_answer_keeps_the_question_that_it_was_given(services: Services, path: Path, clock: FixedClock) -> None:
    write_long_ago(path, clock, [Answer(MONDAY, WEEK_QUESTION, "What was asked once?", "This.")])

    assert page(services).question.words == "What was asked once?"


def test_an_empty_store_has_a_review_too(services: Services) -> None:
    review = page(services)

    assert review.bars.is_blank
    assert (review.moved, review.levels, review.people, review.impacts, review.next_card) == ((), (), (), (), ())
