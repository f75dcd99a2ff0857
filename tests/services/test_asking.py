"""Prompts can be reworded, reordered, added and retired, and no old answer ever stands under other words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.errors import EmptyNameError
from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW, Prompt
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.services.reflecting import Reflecting, WritingPlace
from scorecard.services.services import Services
from tests.services.evenings import DAY, STANDING, place
from tests.services.opened import TODAY, YESTERDAY, seq, undos


def asked(reflecting: Reflecting, day: date = TODAY) -> list[str]:
    return [found.prompt_id for found in reflecting.page(day).places[:-1]]


def test_the_prompts_to_begin_with_are_those_of_the_program(reflecting: Reflecting, services: Services) -> None:
    before = seq(services)
    assert [prompt.id for prompt in reflecting.prompts()] == list(STANDING)

    reflecting.save_prompts(reflecting.prompts())

    assert seq(services) == before


def test_prompts_are_asked_in_the_order_they_were_put_in(reflecting: Reflecting) -> None:
    moved, adjust, tomorrow = reflecting.prompts()

    reflecting.save_prompts([tomorrow, moved, adjust])

    assert asked(reflecting) == [TOMORROW, MOVED, ADJUST]
    assert [prompt.position for prompt in reflecting.prompts()] == [0, 1, 2]


def test_a_prompt_without_an_id_is_new_and_gets_one(reflecting: Reflecting) -> None:
    reflecting.save_prompts([*reflecting.prompts(), Prompt("", "  Who taught\tme something? ")])

    *_, added = reflecting.prompts()
    assert (len(added.id), added.words) == (36, "Who taught me something?")
    assert asked(reflecting) == [*STANDING, added.id]


def test_new_words_are_asked_from_now_on_and_where_nothing_was_answered(reflecting: Reflecting) -> None:
    reflecting.write(YESTERDAY, MOVED, "The estimates")
    moved, *others = reflecting.prompts()

    reflecting.save_prompts([replace(moved, words="What got better?"), *others])
    reflecting.write(YESTERDAY, MOVED, "The estimates, at last")

    assert place(reflecting, MOVED).words == "What got better?"
    assert place(reflecting, MOVED, YESTERDAY) == WritingPlace(
        MOVED, "What moved forward today?", "The estimates, at last"
    )


def test_an_answer_that_was_taken_back_frees_its_place_for_the_new_words(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, MOVED, "The estimates")
    moved, *others = reflecting.prompts()
    reflecting.save_prompts([replace(moved, words="What got better?"), *others])

    reflecting.write(TODAY, MOVED, "")

    assert place(reflecting, MOVED) == WritingPlace(MOVED, "What got better?", "")


def test_a_retired_prompt_is_asked_only_where_it_was_answered(reflecting: Reflecting) -> None:
    reflecting.write(YESTERDAY, MOVED, "The estimates")
    moved, adjust, tomorrow = reflecting.prompts()

    reflecting.save_prompts([replace(moved, retired=True), adjust, tomorrow])

    assert asked(reflecting) == [ADJUST, TOMORROW]
    assert asked(reflecting, YESTERDAY) == [ADJUST, TOMORROW, MOVED]
    assert place(reflecting, MOVED, YESTERDAY).text == "The estimates"
    reflecting.save_prompts([moved, adjust, tomorrow])
    assert asked(reflecting) == list(STANDING)


def test_a_prompt_left_out_is_retired_and_none_is_ever_lost(reflecting: Reflecting) -> None:
    moved, adjust, _ = reflecting.prompts()

    reflecting.save_prompts([adjust, moved])
    reflecting.save_prompts([])

    assert [(prompt.id, prompt.retired) for prompt in reflecting.prompts()] == [
        (ADJUST, True), (MOVED, True), (TOMORROW, True),
    ]  # fmt: skip
    assert [found.prompt_id for found in reflecting.page(TODAY).places] == [QUESTION]


def test_an_edit_of_the_prompts_is_undone_as_one(reflecting: Reflecting, services: Services) -> None:
    before = reflecting.prompts()
    reflecting.save_prompts([replace(prompt, words=prompt.words + "!") for prompt in reversed(before)])

    assert undos(services) == 1
    assert reflecting.prompts() == before


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_nothing_is_asked_without_words(reflecting: Reflecting, services: Services, words: str) -> None:
    before = seq(services)
    with pytest.raises(EmptyNameError):
        reflecting.save_prompts([*reflecting.prompts(), Prompt("", words)])
    with pytest.raises(EmptyNameError):
        reflecting.add_question(words)
    assert seq(services) == before


def test_a_prompt_has_an_id_of_its_own(reflecting: Reflecting) -> None:
    for prompt_id in (MOVED, QUESTION):
        with pytest.raises(ValueError, match="id"):
            reflecting.save_prompts([*reflecting.prompts(), Prompt(prompt_id, "Twice?")])


def test_very_long_words_are_cut(reflecting: Reflecting) -> None:
    reflecting.add_question("Why " * WORDS_LENGTH + "?")

    assert len(reflecting.questions()[-1].words) <= WORDS_LENGTH


def test_a_question_added_twice_is_there_once_and_in_use(reflecting: Reflecting) -> None:
    first = reflecting.add_question("Whom did I teach something?")
    reflecting.retire_question(first)

    assert reflecting.add_question("whom did I  teach something?") == first
    (own,) = (question for question in reflecting.questions() if question.own)
    assert (own.id, own.words, own.retired) == (first, "Whom did I teach something?", False)


def test_adding_and_retiring_a_question_are_undone(reflecting: Reflecting, services: Services) -> None:
    before = reflecting.questions()
    added = reflecting.add_question("Whom did I teach something?")
    reflecting.retire_question(added)
    reflecting.retire_question(before[0].id)

    assert undos(services) == 3
    assert reflecting.questions() == before


WORDS = st.sampled_from(["What moved?", "What got better?", "What hurt?", "Who helped me?"])
EDITS = st.lists(st.lists(st.tuples(st.sampled_from([*STANDING, "own"]), WORDS, st.booleans()),
                          unique_by=lambda edit: edit[0], max_size=4), max_size=4)  # fmt: skip


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, number=st.integers(0, 3000), question=st.booleans())
def test_whatever_becomes_of_the_prompts_old_answers_stay_under_the_words_they_were_asked_with(
    reflecting: Reflecting, edits: list[list[tuple[str, str, bool]]], number: int, question: bool
) -> None:
    day, written = TODAY - number * DAY, dict[str, WritingPlace]()
    for edit in [[], *edits]:
        if edit:
            reflecting.save_prompts([Prompt(key, words, 0, retired) for key, words, retired in edit])
        if question:
            reflecting.add_question(f"What about number {len(reflecting.questions())}?")
        for found in reflecting.page(day).places:
            if not found.text:
                reflecting.write(day, found.prompt_id, "An answer")
            written.setdefault(found.prompt_id, replace(found, text=found.text or "An answer"))

        now = {found.prompt_id: found for found in reflecting.page(day).places}
        assert {key: (found.words, found.text) for key, found in now.items()} == {
            key: (found.words, found.text) for key, found in written.items()
        }
