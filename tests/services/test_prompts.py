"""The questions that come with the program are plain, short, in the first person, and no two are alike."""

import re

import pytest

from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW, Question
from scorecard.domain.texts import clean_line
from scorecard.resources import resource
from scorecard.services.prompts import STANDING, read_library

FOLDER = resource("prompts")
LIBRARY = read_library(FOLDER)
QUESTIONS = LIBRARY.questions

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


def words_of(question: Question) -> set[str]:
    return set(re.findall(r"\w+", question.words.lower()))


def test_three_prompts_are_asked_every_day() -> None:
    assert [(prompt.id, prompt.words) for prompt in LIBRARY.prompts] == [
        (MOVED, "What moved forward today?"), (ADJUST, "What will I adjust?"), (TOMORROW, "Tomorrow I will …"),
    ]  # fmt: skip


def test_about_sixty_questions_on_nine_themes() -> None:
    assert 55 <= len(QUESTIONS) <= 70
    themes = [question.theme for question in QUESTIONS]
    assert set(themes) == {
        "How can I help", "Earning the right to answer", "Their script", "My intent", "Attention", "Trust",
        "Impact and ripple", "Team", "Adjusting",
    }  # fmt: skip
    assert all(6 <= themes.count(theme) <= 9 for theme in themes)


def test_each_file_holds_one_theme_and_its_name_begins_the_ids() -> None:
    files = {file.stem for file in FOLDER.glob("*.toml") if file.name != STANDING}

    assert {question.id.partition(".")[0] for question in QUESTIONS} == files


def test_ids_are_stable_names_and_each_is_there_once() -> None:
    ids = [question.id for question in QUESTIONS]

    assert len(set(ids)) == len(ids)
    assert QUESTION not in ids
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", key) for key in ids)


@every_question
def test_a_question_is_one_plain_sentence_in_the_first_person(question: Question) -> None:
    assert clean_line(question.words) == question.words
    assert 25 <= len(question.words) <= 95
    assert question.words[0].isupper()
    assert question.words.endswith("?")
    assert not re.search(r"[.!;:—]", question.words)
    assert words_of(question) & {"i", "me", "my", "myself"}
    assert not words_of(question) & {"should", "must", "always", "never", "you", "your"} or question.id in ALLOWED


# "should" of what was said, "never" of what could not be guessed: none of them tells anybody what to do.
ALLOWED = {"trust.credibility", "earning.unguessed", "adjusting.always", "script.next"}


def test_no_two_questions_are_alike() -> None:
    for at, one in enumerate(QUESTIONS):
        for other in QUESTIONS[:at]:
            shared = words_of(one) & words_of(other)
            together = words_of(one) | words_of(other)
            assert len(shared) <= 0.5 * len(together), (one.words, other.words)


def test_all_come_from_the_files_of_the_program_and_none_is_retired_or_the_user_s() -> None:
    assert not any(question.own or question.retired for question in QUESTIONS)
    assert not any(prompt.retired for prompt in LIBRARY.prompts)
