"""What is written in one go is undone as one thought, and what was thought twice as two."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Verb
from scorecard.domain.reflections import ADJUST, MOVED
from scorecard.services.reflecting import Reflecting
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.evenings import DAY, place, text
from tests.services.opened import TODAY, undos


def type_slowly(services: Services, clock: FixedClock, *texts: str, pause: float = 0.5) -> None:
    for written in texts:
        services.reflecting.write(TODAY, MOVED, written)
        clock.advance(seconds=pause)


def test_a_sentence_typed_with_many_saves_is_undone_as_one(services: Services, clock: FixedClock) -> None:
    sentence = "Cassandra trusted the estimate."
    type_slowly(services, clock, *(sentence[:n] for n in range(1, len(sentence) + 1)))

    services.undoing.undo()

    assert text(services.reflecting) == ""
    services.undoing.redo()
    assert text(services.reflecting) == sentence


@pytest.mark.parametrize(("seconds", "expected"), [(9.9, 1), (10, 1), (10.1, 2)])
def test_a_thinking_pause_ends_a_thought(services: Services, clock: FixedClock, seconds: float, expected: int) -> None:
    type_slowly(services, clock, "One", "One two", pause=seconds)

    assert undos(services) == expected


def test_each_line_is_a_thought(services: Services, clock: FixedClock) -> None:
    type_slowly(services, clock, "On", "One", "One\n", "One\nTw", "One\nTwo", "One\nTwo\n\nThree")

    found = []
    while services.undoing.next_undo():
        services.undoing.undo()
        found.append(text(services.reflecting))
    assert found == ["One\nTwo", "One\n", ""]


def test_a_slip_corrected_is_part_of_the_thought(services: Services, clock: FixedClock) -> None:
    type_slowly(services, clock, "Cassandra sad", "Cassandra sa", "Cassandra said")

    assert undos(services) == 1


@pytest.mark.parametrize("steps", [[100, 0], [100, 90, 75, 60, 40, 20, 0], [100, 70, 71, 72]])
def test_much_taken_back_can_be_had_again(services: Services, clock: FixedClock, steps: list[int]) -> None:
    type_slowly(services, clock, *("x" * n for n in [50, *steps]))

    left = steps[-1]
    while len(text(services.reflecting)) <= left:
        services.undoing.undo()

    assert len(text(services.reflecting)) >= 75


def test_another_place_in_between_ends_a_thought(services: Services) -> None:
    for prompt_id, written in ((MOVED, "a"), (ADJUST, "b"), (MOVED, "ab")):
        services.reflecting.write(TODAY, prompt_id, written)

    assert undos(services) == 3


def test_a_thought_does_not_go_on_after_an_undo(services: Services, clock: FixedClock) -> None:
    type_slowly(services, clock, "One", "One two")
    services.undoing.undo()
    type_slowly(services, clock, "Three")
    services.undoing.undo()

    assert text(services.reflecting) == ""
    assert services.undoing.next_undo() is None


def test_the_record_names_day_and_place_and_not_a_word_of_what_was_written(services: Services) -> None:
    services.reflecting.write(TODAY, MOVED, "Private")

    done = services.undoing.next_undo()

    assert done is not None
    assert (done.verb, dict(done.subject)) == (Verb.WRITE, {"day": "2026-11-20", "prompt": MOVED})


TEXTS = st.sampled_from(["", "a", "ab", "ab\nc", "ab\ncd\n\ne", "x" * 30, "x" * 60, "y" * 90])
SAVES = st.lists(st.tuples(st.sampled_from([MOVED, ADJUST]), TEXTS, st.sampled_from([0.4, 3, 11])), max_size=8)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saves=SAVES, number=st.integers(0, 10_000))
def test_undo_goes_back_only_to_what_was_there_and_redo_to_the_end(
    services: Services, clock: FixedClock, saves: list[tuple[str, str, float]], number: int
) -> None:
    day = TODAY - number * DAY
    states = [_texts(services.reflecting, day)]
    begun = services.undoing.next_undo()
    for prompt_id, written, pause in saves:
        services.reflecting.write(day, prompt_id, written)
        clock.advance(seconds=pause)
        states.append(_texts(services.reflecting, day))

    undone = 0
    while services.undoing.next_undo() != begun:
        services.undoing.undo()
        undone += 1
        assert _texts(services.reflecting, day) in states
    assert _texts(services.reflecting, day) == states[0]
    for _ in range(undone):
        services.undoing.redo()
    assert _texts(services.reflecting, day) == states[-1]


def _texts(reflecting: Reflecting, day: date) -> tuple[str, ...]:
    return tuple(place(reflecting, prompt_id, day).text for prompt_id in (MOVED, ADJUST))
