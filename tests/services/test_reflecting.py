"""The page of a day: what it asks, what was answered, how it felt, and what comes to mind."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.changes import Change
from scorecard.domain.errors import FutureDayError, TextTooLongError
from scorecard.domain.grades import GradeScale
from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW, Answer
from scorecard.domain.texts import NOTE_LENGTH, clean_text
from scorecard.services.reflecting import Memory, Reflecting
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.evenings import DAY, STANDING, place, text, write_long_ago
from tests.services.opened import TODAY, YESTERDAY, seq
from tests.services.opened import TOMORROW as NEXT_DAY


def test_a_day_asks_the_three_prompts_and_a_question(reflecting: Reflecting) -> None:
    page = reflecting.page(TODAY)

    assert [found.prompt_id for found in page.places] == [*STANDING, QUESTION]
    assert not any(found.text for found in page.places)
    *standing, question = page.places
    assert question.theme
    assert not any(found.theme for found in standing)
    assert (page.day, page.today, page.page.day) == (TODAY, TODAY, TODAY)
    assert (page.felt, page.greeting, page.asking, page.memories, page.can_swap) == (None, None, (), (), True)


def test_the_same_day_has_the_same_question_after_a_restart(path: Path, clock: FixedClock) -> None:
    asked = []
    for _ in range(2):
        with closing(Services(path, clock)) as services:
            asked.append([place(services.reflecting, QUESTION, TODAY - n * DAY) for n in range(30)])

    assert asked[0] == asked[1]
    assert len({found.words for found in asked[0]}) == 30


def test_what_was_written_is_there_again(path: Path, clock: FixedClock) -> None:
    with closing(Services(path, clock)) as services:
        for prompt_id in (*STANDING, QUESTION):
            services.reflecting.write(TODAY, prompt_id, f"  *Something* for {prompt_id}\n\n")

    with closing(Services(path, clock)) as services:
        for found in services.reflecting.page(TODAY).places:
            assert found.text == f"  *Something* for {found.prompt_id}\n\n"


@pytest.mark.parametrize("nothing", ["", " ", "\n\n", "\u3000", "\x00"])
def test_nothing_written_leaves_nothing_behind(reflecting: Reflecting, services: Services, nothing: str) -> None:
    before = seq(services)
    for prompt_id in (MOVED, QUESTION):
        reflecting.write(TODAY, prompt_id, nothing)
    assert seq(services) == before

    reflecting.write(TODAY, MOVED, "Something")
    reflecting.write(TODAY, MOVED, nothing)
    assert text(reflecting) == ""


def test_what_cannot_be_stored_is_left_out_and_the_rest_kept(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, MOVED, "one\r\ntwo\x00 \ud800three \U0001f469\u200d\U0001f467 שלום e\u0301")

    assert text(reflecting) == "one\ntwo three \U0001f469\u200d\U0001f467 שלום é"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    written=st.text(st.characters(exclude_categories=()), max_size=60), prompt_id=st.sampled_from([*STANDING, QUESTION])
)
def test_whatever_is_written_is_read_as_it_is_cleaned(reflecting: Reflecting, written: str, prompt_id: str) -> None:
    reflecting.write(TODAY, prompt_id, written)

    cleaned = clean_text(written)
    assert text(reflecting, prompt_id) == (cleaned if cleaned.strip() else "")


def test_what_is_too_long_is_refused_and_what_was_written_before_stays(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, MOVED, "x" * NOTE_LENGTH)

    with pytest.raises(TextTooLongError):
        reflecting.write(TODAY, MOVED, "x" * (NOTE_LENGTH + 1))

    assert len(text(reflecting)) == NOTE_LENGTH


def test_a_day_to_come_is_not_reflected_on(reflecting: Reflecting, services: Services) -> None:
    before = seq(services)
    deeds: tuple[Callable[[], None], ...] = (
        lambda: reflecting.write(NEXT_DAY, MOVED, "x"),
        lambda: reflecting.feel(NEXT_DAY, "A"),
        lambda: reflecting.swap_question(NEXT_DAY),
    )
    for deed in deeds:
        with pytest.raises(FutureDayError):
            deed()
    assert seq(services) == before
    assert [found.prompt_id for found in reflecting.page(NEXT_DAY).places] == [*STANDING, QUESTION]


def test_what_nobody_asks_is_not_answered(reflecting: Reflecting) -> None:
    with pytest.raises(ValueError, match="no prompt"):
        reflecting.write(TODAY, "unheard of", "x")


def test_each_save_says_which_day_and_that_it_was_a_reflection(services: Services, heard: list[Change]) -> None:
    services.reflecting.write(YESTERDAY, MOVED, "Something")
    services.reflecting.feel(YESTERDAY, "B")

    assert [change.days for change in heard] == [{YESTERDAY}, {YESTERDAY}]
    assert all(change.touches_reflections() for change in heard)
    assert not any(change.touches_card() or change.touches_promises() for change in heard)


def test_a_day_feels_like_one_of_its_grades(reflecting: Reflecting) -> None:
    assert reflecting.page(TODAY).grades[0] == "A+"
    assert reflecting.page(TODAY).grades[-1] == "F"

    for grade in ("B−", "F", None):
        reflecting.feel(TODAY, grade)
        assert reflecting.page(TODAY).felt == grade
        assert reflecting.felt(TODAY, TODAY) == ({TODAY: grade} if grade else {})
    with pytest.raises(ValueError, match="no grade"):
        reflecting.feel(TODAY, "Splendid")


def test_new_grades_leave_what_a_day_felt_like_and_may_be_felt_as(services: Services, reflecting: Reflecting) -> None:
    reflecting.feel(YESTERDAY, "B+")
    reflecting.feel(TODAY, "B+")
    services.rules.set_grades(GradeScale((("good", 80), ("fair", 50))))

    assert reflecting.page(TODAY).grades == ("good", "fair", "F")
    assert reflecting.page(TODAY).felt == "B+"
    assert "B+" in reflecting.page(YESTERDAY).grades


def test_a_week_a_month_and_years_ago_come_to_mind(reflecting: Reflecting, path: Path, clock: FixedClock) -> None:
    days = [TODAY - 7 * DAY, date(2026, 10, 20), *(date(year, 11, 20) for year in (2024, 2020, 2016, 2011))]
    others = [TODAY - 8 * DAY, TODAY - 6 * DAY]
    write_long_ago(path, clock, [Answer(day, MOVED, "?", f"of {day}") for day in [*days, *others]])

    assert reflecting.page(TODAY).memories == (
        Memory(days[0], f"of {days[0]}", "week", 0),
        Memory(days[1], f"of {days[1]}", "month", 0),
        Memory(days[2], f"of {days[2]}", "years", 2),
        Memory(days[3], f"of {days[3]}", "years", 6),
    )


def test_of_a_day_the_first_prompt_that_was_answered_comes_to_mind(
    reflecting: Reflecting, path: Path, clock: FixedClock
) -> None:
    week = TODAY - 7 * DAY
    answers = [Answer(week, key, "?", key) for key in (QUESTION, TOMORROW, ADJUST)]
    write_long_ago(path, clock, [*answers, Answer(week, MOVED, "?")])

    assert [memory.text for memory in reflecting.page(TODAY).memories] == [ADJUST]


@pytest.mark.parametrize(
    ("day", "how_long", "earlier"),
    [
        (date(2026, 3, 31), "month", date(2026, 2, 28)),
        (date(2026, 1, 15), "month", date(2025, 12, 15)),
        (date(2024, 2, 29), "years", date(2023, 2, 28)),
    ],
)
def test_a_date_that_a_month_does_not_have_is_its_last_day(
    reflecting: Reflecting, path: Path, clock: FixedClock, day: date, how_long: str, earlier: date
) -> None:
    write_long_ago(path, clock, [Answer(earlier, MOVED, "?", "then")])

    assert [(memory.day, memory.how_long) for memory in reflecting.page(day).memories] == [(earlier, how_long)]


def test_the_first_and_the_last_day_of_the_calendar_have_a_page(reflecting: Reflecting) -> None:
    for day in (date.min + 7 * DAY, date.max - 7 * DAY):
        assert len(reflecting.page(day).places) == 4


def test_tags_are_counted_once_an_answer_and_anew_after_each_change(reflecting: Reflecting) -> None:
    reflecting.write(TODAY, MOVED, "#listening and #Listening, #größe")
    reflecting.write(YESTERDAY, QUESTION, "#listening")
    assert reflecting.tags() == (("listening", 2), ("grösse", 1))

    reflecting.write(YESTERDAY, QUESTION, "# Heading")

    assert reflecting.tags() == (("grösse", 1), ("listening", 1))
