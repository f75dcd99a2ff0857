"""What was asked and answered is read as it was written, in any script, and undone to what it was before."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.reflections import TOMORROW, Adjustment, Answer, Prompt, Question
from scorecard.domain.texts import NOTE_LENGTH
from scorecard.store import reflection_rows as rows
from scorecard.store import reflections as stored
from scorecard.store.measures import add_measures, write_group
from scorecard.store.migrating import create_store
from scorecard.store.schema import adjustment_table, prompt_table, question_table, reflection_table
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.sample.year import GROUPS, sample_measures
from tests.store import strategies as some
from tests.store.deeds import DAY
from tests.store.raw import assert_sound, hand

ANSWER = Answer(DAY, "moved", "What moved forward today?", "The estimates")
TO_DO = Answer(DAY, TOMORROW, "Tomorrow I will …", "ask first")
DEED = Deed(Verb.WRITE)

answers = st.builds(Answer, some.days, some.ids, some.lines, some.notes)
prompts = st.builds(Prompt, some.ids, some.names, st.integers(0, 99), st.booleans())
questions = st.builds(Question, some.ids, some.names, some.lines, st.just(True), st.booleans())


def write(store: Store, *written: Answer) -> None:
    with store.change(DEED) as work:
        for answer in written:
            stored.write_answer(work, answer)


def answers_of(store: Store, *days: date) -> tuple[Answer, ...]:
    with store.reading() as connection:
        return stored.read_answers(connection, days)


@pytest.fixture
def new_store(home: Path, clock: FixedClock) -> Iterator[Iterator[Path]]:
    def places() -> Iterator[Path]:
        for number in count():
            path = home / "data" / f"{number}.db"
            create_store(path, clock.now())
            yield path

    yield places()
    for path in (home / "data").glob("*.db"):
        assert_sound(path)


anything = settings(
    max_examples=25, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@anything
@given(written=st.lists(answers, max_size=8, unique_by=lambda a: (a.day, a.prompt_id)))
def test_answers_are_read_as_they_were_written(
    written: list[Answer], new_store: Iterator[Path], clock: FixedClock
) -> None:
    with closing(Store(next(new_store), clock)) as store:
        write(store, *written)

        found = answers_of(store, *(answer.day for answer in written))

        assert set(found) == set(written)
        assert [answer.day for answer in found] == sorted(answer.day for answer in written)


@anything
@given(
    asked=st.lists(prompts, max_size=6, unique_by=lambda p: p.id),
    added=st.lists(questions, max_size=6, unique_by=lambda q: q.id),
)
def test_prompts_and_questions_are_read_as_they_were_written(
    asked: list[Prompt], added: list[Question], new_store: Iterator[Path], clock: FixedClock
) -> None:
    with closing(Store(next(new_store), clock)) as store:
        with store.change(DEED) as work:
            for prompt in asked:
                stored.write_prompt(work, prompt)
            for question in added:
                stored.write_question(work, question)

        with store.reading() as connection:
            assert stored.read_prompts(connection) == tuple(sorted(asked, key=lambda p: (p.position, p.id)))
            assert stored.read_questions(connection) == tuple(sorted(added, key=lambda q: q.id))


def test_every_column_is_written_and_read() -> None:
    assert set(rows.ANSWER_COLUMNS) == set(reflection_table.columns.keys())
    assert set(rows.PROMPT_COLUMNS) == set(prompt_table.columns.keys())
    assert set(rows.QUESTION_COLUMNS) == set(question_table.columns.keys())
    assert set(rows.ADJUSTMENT_COLUMNS) == set(adjustment_table.columns.keys())


def test_a_question_of_the_program_is_a_row_only_while_it_is_retired(store: Store, path: Path) -> None:
    asked = Question("trust.early", "What did I say early?", "Trust")
    for question, count_of_rows in ((asked, 0), (Question("trust.early", "…", "", retired=True), 1), (asked, 0)):
        with store.change(DEED) as work:
            stored.write_question(work, question)
        with hand(path) as stranger:
            found = stranger.execute("SELECT words, theme, retired FROM question").fetchall()
        assert found == [("", "", 1)] * count_of_rows


def test_only_the_days_asked_for_are_read(store: Store) -> None:
    days = [DAY - timedelta(days=n) for n in range(5)]
    write(store, *(Answer(day, "moved", "?", str(day)) for day in days))

    assert {answer.day for answer in answers_of(store, days[3], days[1])} == {days[1], days[3]}
    assert answers_of(store) == ()


def test_an_answer_may_be_as_long_as_a_note_and_holds_whatever_people_write(store: Store) -> None:
    long = ("שלום 😀👩‍👩‍👧 こんにちは\n" * NOTE_LENGTH)[:NOTE_LENGTH]
    write(store, Answer(DAY, "moved", "?", long))

    (found,) = answers_of(store, DAY)
    assert found.text == long


def test_an_adjustment_is_an_answer_with_what_became_of_it(store: Store) -> None:
    earlier = Answer(DAY - timedelta(days=1), TOMORROW, "Tomorrow I will …", "go home at five")
    outcome = Adjustment(DAY, "", DAY + timedelta(days=1), tried=True, helped=False, measures=("m1", "m2"))
    write(store, ANSWER, TO_DO, earlier, Answer(DAY - timedelta(days=2), TOMORROW, "Tomorrow I will …"))
    with store.change(DEED) as work:
        for group in GROUPS:
            write_group(work, group)
        add_measures(work, sample_measures(DAY))
        stored.write_adjustment(work, outcome)

    with store.reading() as connection:
        assert stored.read_adjustments(connection) == (
            Adjustment(DAY, "ask first", DAY + timedelta(days=1), True, False, ("m1", "m2")),
            Adjustment(DAY - timedelta(days=1), "go home at five"),
        )
        assert [a.day for a in stored.read_adjustments_between(connection, DAY, DAY)] == [DAY]


def test_what_nobody_said_anything_of_is_no_outcome() -> None:
    with pytest.raises(ValueError, match="nobody said"):
        rows.adjustment_row(Adjustment(DAY, "ask first"))


def test_the_grade_a_day_felt_like_is_given_changed_and_taken_back(store: Store) -> None:
    for grade in ("B+", "C", None):
        with store.change(DEED) as work:
            stored.write_felt(work, DAY, grade)
        with store.reading() as connection:
            assert stored.read_felt(connection, DAY) == grade
            assert stored.read_felt_between(connection, DAY, DAY) == ({DAY: grade} if grade else {})


def test_what_was_written_and_rewritten_is_undone_and_redone(store: Store) -> None:
    tale = [(), (ANSWER,), (Answer(DAY, "moved", ANSWER.question, "Nothing"),), ()]
    write(store, *tale[1])
    write(store, *tale[2])
    with store.change(DEED) as work:
        stored.remove_answer(work, DAY, "moved")

    for expected in reversed(tale[:-1]):
        store.undo()
        assert answers_of(store, DAY) == expected
        assert store.seal_holds(DAY)
    for expected in tale[1:]:
        store.redo()
        assert answers_of(store, DAY) == expected


BY_HAND = {
    "the answer": "UPDATE reflection SET answer = 'Everything'",
    "the question": "UPDATE reflection SET question = 'What stood still today?'",
    "gone": "DELETE FROM reflection",
    "the grade": "UPDATE felt SET grade = 'A+'",
    "the outcome": "UPDATE adjustment SET helped = 1",
}


@pytest.mark.parametrize("statement", BY_HAND.values(), ids=BY_HAND)
def test_a_reflection_changed_behind_the_program_s_back_breaks_the_seal_of_its_day(
    store: Store, path: Path, statement: str
) -> None:
    write(store, ANSWER, TO_DO)
    with store.change(DEED) as work:
        stored.write_felt(work, DAY, "B")
        stored.write_adjustment(work, Adjustment(DAY, "", DAY, tried=True, helped=False))
    assert store.seal_holds(DAY)

    with hand(path) as stranger:
        stranger.execute(statement)

    assert not store.seal_holds(DAY)


def test_a_day_that_is_none_is_damage(store: Store, path: Path) -> None:
    write(store, TO_DO)
    with hand(path) as stranger:
        stranger.execute("UPDATE reflection SET day = '2026-11-39'")

    with pytest.raises(StoreError) as refused, store.reading() as connection:
        stored.read_adjustments(connection)

    assert refused.value.fault is StoreFault.DAMAGED
