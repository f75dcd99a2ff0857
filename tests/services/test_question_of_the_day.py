"""The question of a day can be swapped for another, and one that was asked stays with its day."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.domain.reflections import QUESTION
from scorecard.services.reflecting import Reflecting, WritingPlace
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.evenings import DAY, STANDING, place
from tests.services.opened import TODAY, YESTERDAY, seq


def test_another_question_stays_with_its_day(path: Path, clock: FixedClock) -> None:
    with closing(Services(path, clock)) as services:
        first = place(services.reflecting, QUESTION)
        services.reflecting.swap_question(TODAY)
        second = place(services.reflecting, QUESTION)

    with closing(Services(path, clock)) as services:
        assert place(services.reflecting, QUESTION) == second
        assert (second.words != first.words, bool(second.theme)) == (True, True)
        services.undoing.undo()
        assert place(services.reflecting, QUESTION) == first


def test_a_swapped_question_is_answered_under_its_words_and_stays_when_the_answer_goes(reflecting: Reflecting) -> None:
    reflecting.swap_question(TODAY)
    swapped = place(reflecting, QUESTION)
    reflecting.write(TODAY, QUESTION, "An answer")
    assert place(reflecting, QUESTION) == replace(swapped, text="An answer")

    reflecting.write(TODAY, QUESTION, "")

    assert place(reflecting, QUESTION) == swapped


def test_a_question_that_is_answered_is_not_swapped(reflecting: Reflecting, services: Services) -> None:
    reflecting.write(TODAY, QUESTION, "An answer")
    answered, before = place(reflecting, QUESTION), seq(services)

    reflecting.swap_question(TODAY)

    assert (place(reflecting, QUESTION), seq(services)) == (answered, before)
    assert not reflecting.page(TODAY).can_swap


def test_questions_are_swapped_again_and_again_without_repeats(reflecting: Reflecting) -> None:
    shown = [place(reflecting, QUESTION).words]
    for _ in range(20):
        reflecting.swap_question(TODAY)
        shown.append(place(reflecting, QUESTION).words)

    assert len(set(shown)) == 21


def test_a_question_taken_by_a_swap_is_not_asked_on_the_days_around(reflecting: Reflecting, clock: FixedClock) -> None:
    reflecting.swap_question(TODAY)
    swapped = place(reflecting, QUESTION).words
    clock.advance(days=14)

    around = [place(reflecting, QUESTION, TODAY + n * DAY).words for n in range(-7, 15) if n]

    assert swapped not in around
    assert len(set(around)) == len(around)


def test_an_own_question_changes_no_day_that_was_answered_or_swapped(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, QUESTION, "An answer")
    reflecting.swap_question(YESTERDAY)
    before = [place(reflecting, QUESTION, day) for day in (TODAY, YESTERDAY)]

    for number in range(5):
        reflecting.add_question(f"What did I learn from number {number}?", "Mine")

    assert [place(reflecting, QUESTION, day) for day in (TODAY, YESTERDAY)] == before


def test_an_own_question_gets_its_turn_with_its_theme(reflecting: Reflecting) -> None:
    reflecting.add_question("  Whom did I\nteach something?  ", " Teaching ")

    asked = [place(reflecting, QUESTION, TODAY - n * DAY) for n in range(2 * len(reflecting.questions()))]

    assert WritingPlace(QUESTION, "Whom did I teach something?", "", "Teaching") in asked


def test_a_retired_question_is_asked_no_more_but_stays_where_it_was_answered(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, QUESTION, "An answer")
    answered = place(reflecting, QUESTION)
    (question,) = (known for known in reflecting.questions() if known.words == answered.words)

    reflecting.retire_question(question.id)

    assert place(reflecting, QUESTION) == answered
    others = [place(reflecting, QUESTION, TODAY - n * DAY).words for n in range(1, 150)]
    assert answered.words not in others
    reflecting.retire_question(question.id, retired=False)
    assert reflecting.questions().count(question) == 1


def test_when_all_are_retired_no_question_is_asked_and_none_can_be_swapped(reflecting: Reflecting) -> None:
    for question in reflecting.questions():
        reflecting.retire_question(question.id)

    assert [found.prompt_id for found in reflecting.page(TODAY).places] == list(STANDING)
    assert not reflecting.page(TODAY).can_swap
    reflecting.swap_question(TODAY)
    with pytest.raises(ValueError, match="no prompt"):
        reflecting.write(TODAY, QUESTION, "x")
