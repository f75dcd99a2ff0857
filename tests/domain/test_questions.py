"""Each day asks one question, by a fixed rule from the date: each comes once a cycle, and none comes back soon."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.domain.questions import LONGEST_MEMORY, another_question, days_remembered, question_of
from scorecard.domain.reflections import Question

DAY = date(2026, 11, 20)
NOTHING_ASKED: frozenset[str] = frozenset()
counts = st.integers(1, 70)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def some(count: int) -> tuple[Question, ...]:
    return tuple(Question(f"q{n}", f"Question {n}?", "Theme") for n in range(count))


def words_on(day: date, questions: tuple[Question, ...], asked: frozenset[str] = NOTHING_ASKED) -> str:
    question = question_of(day, questions, asked)
    assert question is not None
    return question.words


def lived(first: date, questions: list[tuple[Question, ...]]) -> list[str]:
    """What is asked day after day, each of which has its own pool, when every day is answered."""
    told: list[str] = []
    for number, pool in enumerate(questions):
        told.append(words_on(first + timedelta(days=number), pool, remembered(told, pool)))
    return told


def remembered(told: list[str], pool: tuple[Question, ...]) -> frozenset[str]:
    back = days_remembered(len(pool))
    return frozenset(told[-back:] if back else [])


@given(count=counts, cycle=st.integers(10_000, 14_000))
def test_each_question_comes_once_in_a_cycle(count: int, cycle: int) -> None:
    questions = some(count)

    asked = [words_on(date.fromordinal(cycle * count + n + 1) - timedelta(days=1), questions) for n in range(count)]

    assert sorted(asked) == sorted(question.words for question in questions)


@settings(max_examples=40)
@given(count=counts, day=days)
def test_at_least_half_of_the_questions_lie_between_one_and_its_return(count: int, day: date) -> None:
    questions = some(count)

    asked = [words_on(day + timedelta(days=n), questions) for n in range(3 * count)]

    for at, words in enumerate(asked):
        assert words not in asked[max(0, at - count // 2) : at]


@given(count=counts, day=days, order=st.randoms(use_true_random=False))
def test_the_same_date_has_the_same_question_whatever_order_they_are_given_in(
    count: int, day: date, order: random.Random
) -> None:
    questions = list(some(count))
    expected = words_on(day, tuple(questions))

    order.shuffle(questions)

    assert words_on(day, tuple(questions)) == expected


@settings(max_examples=40)
@given(count=counts, day=days)
def test_when_every_day_is_answered_the_rule_alone_decides(count: int, day: date) -> None:
    questions = some(count)

    told = lived(day, [questions] * (2 * count))

    assert told == [words_on(day + timedelta(days=n), questions) for n in range(2 * count)]


def test_the_order_of_one_cycle_is_not_that_of_the_next() -> None:
    questions = some(60)
    first = date.fromordinal(60 * (DAY.toordinal() // 60))

    cycles = [[words_on(first + timedelta(days=60 * c + n), questions) for n in range(60)] for c in range(4)]

    assert len({tuple(cycle) for cycle in cycles}) == 4


def test_retired_ones_are_not_asked_and_without_any_there_is_no_question() -> None:
    used, retired = Question("a", "Used?", ""), Question("b", "Retired?", "", retired=True)

    assert {words_on(DAY + timedelta(days=n), (used, retired)) for n in range(10)} == {"Used?"}
    assert question_of(DAY, (retired,)) is None
    assert question_of(DAY, ()) is None


@given(counts=st.lists(st.integers(2, 40), min_size=2, max_size=60), day=days)
def test_however_the_pool_grows_and_shrinks_none_is_answered_two_days_running(counts: list[int], day: date) -> None:
    told = lived(day, [some(count) for count in counts])

    assert all(one != other for one, other in pairwise(told))


@given(count=st.integers(30, 70), more=st.integers(1, 5), day=days)
def test_a_question_added_brings_none_of_the_last_two_weeks_back(count: int, more: int, day: date) -> None:
    told = lived(day, [some(count)] * LONGEST_MEMORY + [some(count + more)])

    assert told[-1] not in told[:-1]


@given(count=st.integers(2, 70), day=days)
def test_another_question_is_another_one_and_no_neighbour_s(count: int, day: date) -> None:
    questions = some(count)
    now = words_on(day, questions)

    other = another_question(day, questions, now)

    assert other is not None
    assert other.words != now
    if count >= 5:
        assert other.words not in {words_on(day + timedelta(days=n), questions) for n in (-1, 0, 1)}
    if count >= 40:
        assert other.words not in {words_on(day + timedelta(days=n), questions) for n in range(-7, 8)}


@given(count=st.integers(8, 70), day=days)
def test_one_who_likes_none_is_shown_many_before_one_comes_again(count: int, day: date) -> None:
    questions = some(count)
    shown = [words_on(day, questions)]

    for _ in range(count // 2 - 1):
        other = another_question(day, questions, shown[-1])
        assert other is not None
        shown.append(other.words)

    assert len(set(shown)) == len(shown)


@given(count=st.integers(30, 70), day=days, swaps=st.integers(1, 5))
def test_a_question_taken_by_a_swap_is_not_asked_again_on_the_days_after(count: int, day: date, swaps: int) -> None:
    questions = some(count)
    words = words_on(day, questions)
    for _ in range(swaps):
        other = another_question(day, questions, words)
        assert other is not None
        words = other.words

    after = [words_on(day + timedelta(days=n), questions, frozenset({words})) for n in range(1, LONGEST_MEMORY + 1)]

    assert words not in after
    assert all(one != other for one, other in pairwise(after))


@pytest.mark.parametrize("count", [0, 1])
def test_there_is_no_other_when_there_is_but_one(count: int) -> None:
    assert another_question(DAY, some(count), "Question 0?") is None


def test_with_two_questions_a_swap_takes_the_other_and_back() -> None:
    questions = some(2)
    other = another_question(DAY, questions, "Question 0?")

    assert other == questions[1]
    assert another_question(DAY, questions, other.words) == questions[0]


def test_a_question_that_is_no_longer_in_use_is_swapped_for_that_of_the_day() -> None:
    questions = some(9)

    assert another_question(DAY, questions, "Long gone?") == question_of(DAY, questions)


def test_the_first_and_the_last_day_of_the_calendar_have_a_question() -> None:
    for day in (date.min, date.max):
        now = words_on(day, some(9))
        assert another_question(day, some(9), now) is not None
