"""Coming back after a gap: one quiet line, one calm page, and nobody is told twice."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.gaps import Constancy, Gap
from scorecard.domain.marks import Scored
from scorecard.services.services import Services
from scorecard.ui.away.gap_dialog import GapDialog
from scorecard.ui.away.gap_states import Answer, say_constancy, say_gap, waiting_days
from scorecard.ui.preferences import Preferences
from tests.fake_clock import BERLIN, FixedClock
from tests.ui.away.conftest import (
    CTRL,
    LAST_SCORED,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    YESTERDAY,
    Sitting,
    press,
)
from tests.ui.conftest import TODAY

GAP = Gap(LAST_SCORED, (MONDAY, TUESDAY, WEDNESDAY, YESTERDAY))
NOBODY: frozenset[date] = frozenset()


def answers(dialog: GapDialog) -> list[Answer | None]:
    return [row.line.answer for row in dialog.list.rows]


def days_with_keyboard(dialog: GapDialog) -> list[date]:
    return [row.line.day for row in dialog.list.rows if row.hasFocus()]


def test_the_bar_says_how_many_days_and_since_when(after_a_gap: Sitting) -> None:
    assert after_a_gap.bar.startswith("4 day")
    assert after_a_gap.bar.endswith("missing since Friday.")


def test_the_keyboard_stays_on_the_card(after_a_gap: Sitting) -> None:
    assert after_a_gap.window.scorecard.entered_row is not None


def test_yesterday_alone_is_no_gap() -> None:
    yesterday = Gap(WEDNESDAY, (YESTERDAY,))

    assert waiting_days(yesterday, NOBODY, TODAY) == ()
    assert waiting_days(GAP, frozenset({MONDAY, TUESDAY, WEDNESDAY}), TODAY) == ()
    assert waiting_days(GAP, frozenset({MONDAY, TUESDAY}), TODAY) == (WEDNESDAY, YESTERDAY)


def test_a_long_gap_is_not_counted_out() -> None:
    days = tuple(date(2026, 11, 1) + timedelta(days=n) for n in range(14))
    gap = Gap(date(2026, 8, 7), days, more=True)

    assert say_gap(gap, days, TODAY) == "More than 14 days are missing since Fri 7 Aug."


def test_without_a_gap_there_is_no_bar_and_the_menu_says_so(
    scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting]
) -> None:
    scored_in_time(YESTERDAY)
    sitting = sit_down_at()
    assert sitting.bar == ""

    sitting.commands.menu.actions["missing"].trigger()
    assert sitting.window.notice.sentence.text() == "No working day is missing."


def test_a_key_for_each_answer_and_on_to_the_next_day(after_a_gap: Sitting) -> None:
    dialog = after_a_gap.look_at_missing()
    assert [row.line.day for row in dialog.list.rows] == list(GAP.days)
    assert days_with_keyboard(dialog) == [MONDAY]

    press(dialog, Qt.Key.Key_A, Qt.Key.Key_B)

    assert after_a_gap.away() == [(MONDAY, MONDAY, "")]
    assert answers(dialog) == [Answer.AWAY, Answer.LEFT, None, None]
    assert days_with_keyboard(dialog) == [WEDNESDAY]


def test_an_answer_can_be_another_one_and_can_be_taken_back(after_a_gap: Sitting) -> None:
    dialog = after_a_gap.look_at_missing()
    press(dialog, Qt.Key.Key_A, Qt.Key.Key_Up, Qt.Key.Key_B)
    assert answers(dialog)[0] is Answer.LEFT
    assert after_a_gap.away() == []

    press(dialog, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert answers(dialog)[0] is None

    press(dialog, Qt.Key.Key_A, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert answers(dialog) == [None] * 4
    assert after_a_gap.away() == []


def test_up_and_down_go_from_day_to_day_and_tab_leaves_the_list(after_a_gap: Sitting) -> None:
    dialog = after_a_gap.look_at_missing()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert days_with_keyboard(dialog) == [TUESDAY]

    press(dialog, Qt.Key.Key_Tab)
    assert dialog.all_away.hasFocus()
    press(dialog, Qt.Key.Key_Backtab)
    assert days_with_keyboard(dialog) == [TUESDAY]


def test_the_mouse_gives_the_same_answers(after_a_gap: Sitting) -> None:
    dialog = after_a_gap.look_at_missing()
    away, blank = dialog.list.rows[1].answers.cells
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert after_a_gap.away() == [(TUESDAY, TUESDAY, "")]
    QTest.mouseClick(blank, Qt.MouseButton.LeftButton)
    assert answers(dialog)[1] is Answer.LEFT
    assert after_a_gap.away() == []


def test_scoring_from_memory_opens_the_day_and_the_bar_leads_back_to_the_others(
    after_a_gap: Sitting, services: Services, calls: str
) -> None:
    dialog = after_a_gap.look_at_missing()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_M)
    assert after_a_gap.window.scorecard.day == TUESDAY

    QTest.keyClicks(after_a_gap.window.focusWidget(), "3")
    after_a_gap.settle()

    entry = services.scoring.snapshot(TUESDAY, TUESDAY).entries[TUESDAY, calls]
    assert entry.mark == Scored(Decimal(3))
    assert entry.from_memory
    assert after_a_gap.bar.startswith("3 day")
    again = after_a_gap.look_at_missing()
    assert [row.line.day for row in again.list.rows] == [MONDAY, WEDNESDAY, YESTERDAY]


def test_yesterday_is_scored_and_not_from_memory_and_the_others_stay(
    after_a_gap: Sitting, services: Services, calls: str
) -> None:
    dialog = after_a_gap.look_at_missing()
    assert [row.score.text() for row in dialog.list.rows] == ["Score from memory"] * 3 + ["Score it"]
    QTest.mouseClick(dialog.list.rows[3].score, Qt.MouseButton.LeftButton)
    QTest.keyClicks(after_a_gap.window.focusWidget(), "3")
    after_a_gap.settle()

    assert not services.scoring.snapshot(YESTERDAY, YESTERDAY).entries[YESTERDAY, calls].from_memory
    assert after_a_gap.bar.startswith("3 day")


def test_all_away_is_one_range_and_one_undo(after_a_gap: Sitting, services: Services) -> None:
    dialog = after_a_gap.look_at_missing()
    QTest.mouseClick(dialog.all_away, Qt.MouseButton.LeftButton)

    assert after_a_gap.away() == [(MONDAY, YESTERDAY, "")]
    assert answers(dialog) == [Answer.AWAY] * 4
    assert dialog.primary.text() == "&Done"

    press(dialog, Qt.Key.Key_Z, modifier=CTRL)
    assert after_a_gap.away() == []
    assert answers(dialog) == [None] * 4


def test_left_blank_it_does_not_come_again(after_a_gap: Sitting, sit_down_at: Callable[[], Sitting]) -> None:
    dialog = after_a_gap.look_at_missing()
    before = after_a_gap.services.facts().last_seq
    assert dialog.primary.text() == "Leave all &blank"
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    after_a_gap.settle()

    assert after_a_gap.bar == ""
    assert after_a_gap.services.facts().last_seq == before
    after_a_gap.window.close()
    assert sit_down_at().bar == ""


def test_escape_is_enough(after_a_gap: Sitting, sit_down_at: Callable[[], Sitting]) -> None:
    dialog = after_a_gap.look_at_missing()
    press(dialog, Qt.Key.Key_A, Qt.Key.Key_Escape)
    after_a_gap.settle()

    assert after_a_gap.bar == ""
    assert after_a_gap.away() == [(MONDAY, MONDAY, "")]
    after_a_gap.window.close()
    assert sit_down_at().bar == ""


def test_closing_the_bar_is_the_end_of_it(after_a_gap: Sitting, home: Path) -> None:
    gaps = after_a_gap.commands.away.gaps
    assert gaps is not None
    assert gaps.bar is not None
    QTest.mouseClick(gaps.bar.close_button, Qt.MouseButton.LeftButton)

    assert after_a_gap.bar == ""
    assert after_a_gap.window.scorecard.entered_row is not None
    assert Preferences(home / "window.ini").left_days() == frozenset(GAP.days)


def test_the_menu_opens_the_page_again_with_what_was_left(after_a_gap: Sitting) -> None:
    press(after_a_gap.look_at_missing(), Qt.Key.Key_Escape)

    after_a_gap.commands.menu.actions["missing"].trigger()
    dialog = after_a_gap.dialog(GapDialog)

    assert answers(dialog) == [Answer.LEFT] * 4
    press(dialog, Qt.Key.Key_M)
    assert after_a_gap.window.scorecard.day == MONDAY


def test_who_ignores_it_and_goes_on_scoring_is_not_told_for_long(
    after_a_gap: Sitting, sit_down_at: Callable[[], Sitting], scored_in_time: Callable[..., None], clock: FixedClock
) -> None:
    scored_in_time(TODAY)
    after_a_gap.window.close()
    clock.set(datetime(2026, 11, 23, 18, 0, tzinfo=BERLIN))

    assert sit_down_at().bar == ""


def test_clearing_an_old_value_calls_for_no_bar(
    scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting], services: Services, calls: str
) -> None:
    scored_in_time(LAST_SCORED, MONDAY, TUESDAY, WEDNESDAY, YESTERDAY)
    sitting = sit_down_at()
    for day in (TUESDAY, WEDNESDAY, YESTERDAY):
        services.scoring.clear(calls, day)
    sitting.settle()

    assert sitting.bar == ""


def test_when_the_day_turns_it_is_looked_at_again(
    scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting], clock: FixedClock
) -> None:
    scored_in_time(WEDNESDAY)
    sitting = sit_down_at()
    assert sitting.bar == ""

    clock.set(datetime(2026, 11, 21, 5, 0, tzinfo=BERLIN))
    sitting.commands._watch.look()  # type: ignore[union-attr]

    assert sitting.bar.startswith("2 day")
    assert sitting.bar.endswith("missing since Wednesday.")


def test_days_that_were_away_before_anybody_looked_are_not_listed(
    scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting], services: Services
) -> None:
    scored_in_time(LAST_SCORED)
    services.aways.add(MONDAY, YESTERDAY, "Holiday")

    assert sit_down_at().bar == ""


def test_constancy_stands_on_the_page_and_in_the_panel_of_today(
    scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting]
) -> None:
    days = [date(2026, 10, 19) + timedelta(days=n) for n in range(26)]
    scored_in_time(*(day for day in days if day.weekday() < 5))
    sitting = sit_down_at()
    panel = sitting.window.scorecard.panel

    assert panel.constancy is not None
    assert panel.constancy.text() == "16 of the last 20 working days"
    assert sitting.look_at_missing().constancy.text() == "16 of the last 20 working days"
    sitting.window.open_day(YESTERDAY)
    assert panel.constancy.isHidden()


def test_constancy_in_words() -> None:
    assert say_constancy(Constancy(18, 20)) == "18 of the last 20 working days"
    assert say_constancy(None) == ""


def test_every_line_says_its_day_its_answer_and_its_keys(after_a_gap: Sitting) -> None:
    dialog = after_a_gap.look_at_missing()
    row = dialog.list.rows[0]

    assert row.accessibleName() == "Monday, 16 November, nothing entered"
    assert row.accessibleDescription().startswith("M: score from memory · A: away")
    press(dialog, Qt.Key.Key_A)
    assert row.accessibleName() == "Monday, 16 November, away"
