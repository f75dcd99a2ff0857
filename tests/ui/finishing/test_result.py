"""The end of a day: what is shown of it, in words too, and the one sentence for tomorrow."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from scorecard.domain.grades import GradeScale
from scorecard.domain.reflections import MOVED, TOMORROW
from scorecard.services.services import Services
from scorecard.ui.finishing.states import is_written, result_state
from scorecard.ui.scorecard_tab.explanation import ExplanationDialog
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.finishing.conftest import Begin, write_everything

Key = Qt.Key


def state_of(services: Services):  # type: ignore[no-untyped-def]
    return result_state(services.reflecting.page(TODAY))


def test_score_grade_coverage_and_feeling_in_words(choose: Choose, services: Services) -> None:
    services.scoring.score(choose("Calls"), TODAY, Decimal(3))
    services.scoring.score(choose("Letters"), TODAY, Decimal(2))
    choose("Visits")
    services.reflecting.feel(TODAY, "A")
    state = state_of(services)
    assert (state.big, state.small) == ("83", "of 100")
    assert state.lines == ("Grade B", "2 of 3 measures scored", "It felt like A")
    assert state.spoken.startswith("Friday, 20 November is finished. 83. Grade B. 2 of 3")


def test_too_little_known_is_said_and_never_shown_as_zero(choose: Choose, services: Services) -> None:
    services.scoring.score(choose("Calls"), TODAY, Decimal(0))
    choose("Letters")
    choose("Visits")
    state = state_of(services)
    assert (state.share, state.big, state.small) == (None, "–", "no score")
    assert state.lines[0].startswith("Less than half")
    assert "0" not in state.lines[0]


def test_nothing_scored_is_no_score(choose: Choose, services: Services) -> None:
    choose("Calls")
    state = state_of(services)
    assert (state.share, state.big) == (None, "–")
    assert state.lines == ("Nothing is scored, so the day has no score.", "0 of 1 measures scored")


def test_a_day_on_which_nothing_is_due_says_so(choose: Choose, services: Services) -> None:
    choose("Calls", due=frozenset({0}))
    assert state_of(services).lines == ("Nothing is due on this day.",)


def test_hidden_grades_stay_hidden(choose: Choose, services: Services) -> None:
    services.scoring.score(choose("Calls"), TODAY, Decimal(3))
    services.rules.set_grades(GradeScale(shown=False, first_day=TODAY))
    assert state_of(services).lines == ("1 of 1 measures scored",)


def test_all_prompts_have_to_be_answered_to_be_left_out(services: Services) -> None:
    assert not is_written(services.reflecting.page(TODAY))
    write_everything(services)
    assert is_written(services.reflecting.page(TODAY))
    services.reflecting.write(TODAY, MOVED, "  ")
    assert not is_written(services.reflecting.page(TODAY))


def test_the_sentence_for_tomorrow_is_shown_in_its_own_words(
    choose: Choose, sit_down: Callable[[], Person], begin: Begin, services: Services
) -> None:
    choose("Calls")
    services.reflecting.write(TODAY, TOMORROW, "Ask **Neal** first.\nThen listen.")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    assert evening.ending.sentence is not None
    assert evening.ending.sentence.text() == "“Ask Neal first. Then listen.”"
    assert evening.ending.places == []
    assert evening.entered is evening.dialog.primary
    assert "Friday" in evening.dialog.primary.accessibleDescription()


def test_a_missing_sentence_can_be_written_at_the_end(
    choose: Choose, sit_down: Callable[[], Person], begin: Begin
) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    (place,) = evening.ending.places
    place.area.setFocus()
    evening.type("Call Ana")
    evening.press(Key.Key_Return)
    evening.go_on()
    assert not evening.dialog.isVisible()
    assert evening.stored(TOMORROW) == "Call Ana\n"


def test_what_is_written_at_the_end_is_taken_back_before_the_finishing(
    choose: Choose, sit_down: Callable[[], Person], begin: Begin
) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    evening.ending.places[0].area.setFocus()
    evening.type("Call Ana")
    assert evening.dialog.flush()
    control = Qt.KeyboardModifier.ControlModifier
    evening.press(Key.Key_Z, control)
    assert evening.stored(TOMORROW) == ""
    assert evening.finished
    evening.press(Key.Key_Z, control)
    assert not evening.finished


def test_a_retired_prompt_asks_nothing_of_tomorrow(
    choose: Choose, sit_down: Callable[[], Person], begin: Begin, services: Services
) -> None:
    choose("Calls")
    services.reflecting.save_prompts([p for p in services.reflecting.prompts() if p.id != TOMORROW])
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    assert evening.ending.places == []
    assert evening.ending.sentence is None


def test_the_ring_explains_itself(choose: Choose, sit_down: Callable[[], Person], begin: Begin) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    evening.ending.ring.click()
    assert evening.dialog.findChild(ExplanationDialog) is not None


def test_where_there_is_no_room_for_all_of_it_it_scrolls_by_key(
    choose: Choose, sit_down: Callable[[], Person], begin: Begin
) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    evening.dialog.resize(evening.dialog.width(), 320)
    bar = evening.ending.area.verticalScrollBar()
    evening.qtbot.waitUntil(lambda: bar.maximum() > 0)
    evening.press(Key.Key_End)
    assert bar.value() == bar.maximum()
    evening.press(Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    assert evening.entered is evening.dialog.primary


@pytest.mark.parametrize("length", [100, 5000])
def test_a_long_sentence_is_cut_at_a_word(services: Services, length: int) -> None:
    services.reflecting.write(TODAY, TOMORROW, "word " * length)
    sentence = state_of(services).sentence
    assert len(sentence) <= 500
    assert sentence.endswith("word…" if length > 100 else "word") or length == 100
