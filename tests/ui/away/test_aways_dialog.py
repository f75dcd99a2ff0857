"""The list of days away: added, changed and removed by keyboard."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from scorecard.domain.away import AwayRange
from scorecard.services.aways import AwayReach
from scorecard.services.services import Services
from scorecard.ui.away.away_words import away_lines, say_range, say_reach
from scorecard.ui.away.aways_dialog import AwaysDialog
from tests.ui.away.conftest import CTRL, MONDAY, TUESDAY, YESTERDAY, Sitting, press, type_text
from tests.ui.conftest import TODAY

MONDAY_NEXT, FRIDAY_NEXT = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture
def sitting(calls: str, sit_down_at: Callable[[], Sitting]) -> Sitting:
    return sit_down_at()


def rows(dialog: AwaysDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: AwaysDialog, words: str) -> None:
    dialog.list.setCurrentRow(rows(dialog).index(words))


def test_a_week_away_is_typed_and_added_with_enter(sitting: Sitting) -> None:
    dialog = sitting.open_ranges()
    assert dialog.form.first.field.hasFocus()

    type_text(dialog, "23")
    press(dialog, Qt.Key.Key_Tab)
    type_text(dialog, "27")
    press(dialog, Qt.Key.Key_Tab)
    type_text(dialog, "Holiday")
    press(dialog, Qt.Key.Key_Return)

    assert sitting.away() == [(MONDAY_NEXT, FRIDAY_NEXT, "Holiday")]
    assert dialog.isVisible()
    assert rows(dialog) == ["Now and to come", "Mon 23 Nov – Fri 27 Nov 2026"]
    assert dialog.notice.sentence.text() == "Away: Mon 23 Nov – Fri 27 Nov 2026."
    assert dialog.form.first.day == TODAY
    assert dialog.form.reason.text() == ""


def test_the_last_day_follows_the_first_until_it_is_chosen(sitting: Sitting) -> None:
    dialog = sitting.open_ranges()

    press(dialog, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert dialog.form.last.day == date(2026, 11, 22)
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Up)
    assert (dialog.form.first.day, dialog.form.last.day) == (date(2026, 11, 22), MONDAY_NEXT)
    dialog.form.first.setFocus()
    press(dialog, Qt.Key.Key_Down)
    assert dialog.form.last.day == MONDAY_NEXT


def test_what_the_days_come_to_is_said_before_they_are_added(sitting: Sitting, services: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))
    dialog = sitting.open_ranges()

    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Up)

    assert "count for nothing" in dialog.form.last.field.accessibleDescription()


@pytest.mark.parametrize(
    ("reach", "part"),
    [
        (AwayReach(0, 0, 0), "The last day is before the first."),
        (AwayReach(3, 1, 0), "3 day"),
        (AwayReach(3, 1, 2), "2 of"),
    ],
)
def test_what_days_come_to_in_words(reach: AwayReach, part: str) -> None:
    assert part in say_reach(reach)


def test_the_wrong_way_round_is_refused_and_said(sitting: Sitting) -> None:
    dialog = sitting.open_ranges()
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert sitting.away() == []
    assert "before the first" in dialog.notice.sentence.text()
    assert dialog.isVisible()


def test_enter_on_a_range_changes_it(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TUESDAY, "Ill")
    dialog = sitting.open_ranges()
    choose(dialog, "Mon 16 Nov – Tue 17 Nov 2026")
    dialog.list.setFocus()

    press(dialog, Qt.Key.Key_Return)
    assert dialog.form.reason.hasFocus()
    type_text(dialog, "Still ill")
    dialog.form.last.setFocus()
    press(dialog, Qt.Key.Key_Up, Qt.Key.Key_Return)

    assert sitting.away() == [(MONDAY, date(2026, 11, 18), "Still ill")]
    assert not dialog.form.changes


def test_escape_leaves_a_change_and_not_the_dialog(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TUESDAY, "Ill")
    dialog = sitting.open_ranges()
    QTest.mouseClick(dialog.edit, Qt.MouseButton.LeftButton)
    type_text(dialog, "Something else")

    press(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    assert not dialog.form.changes
    assert sitting.away() == [(MONDAY, TUESDAY, "Ill")]
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_overlap_is_refused_with_what_is_there(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TODAY, "Ill")
    dialog = sitting.open_ranges()
    dialog.form.reason.setFocus()
    type_text(dialog, "Trip")
    press(dialog, Qt.Key.Key_Return)

    assert sitting.away() == [(MONDAY, TODAY, "Ill")]
    assert "from Mon 16 Nov to Fri 20 Nov (Ill)" in dialog.notice.sentence.text()
    assert dialog.form.reason.text() == "Trip"


def test_delete_removes_and_the_notice_takes_it_back(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TUESDAY, "Ill")
    dialog = sitting.open_ranges()
    dialog.list.setFocus()

    press(dialog, Qt.Key.Key_Delete)
    assert sitting.away() == []
    assert rows(dialog) == ["None yet."]
    assert not dialog.edit.isEnabled()

    dialog.notice.action_buttons[0].click()
    assert sitting.away() == [(MONDAY, TUESDAY, "Ill")]


def test_ctrl_z_and_ctrl_shift_z_work_in_the_dialog(sitting: Sitting) -> None:
    dialog = sitting.open_ranges()
    press(dialog, Qt.Key.Key_Return)
    assert sitting.away() == [(TODAY, TODAY, "")]

    press(dialog, Qt.Key.Key_Z, modifier=CTRL)
    assert sitting.away() == []
    press(dialog, Qt.Key.Key_Z, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert sitting.away() == [(TODAY, TODAY, "")]


def test_the_day_behind_shows_it_at_once(sitting: Sitting) -> None:
    dialog = sitting.open_ranges()
    press(dialog, Qt.Key.Key_Return)

    assert sitting.window.scorecard.header.subtitle.text() == "Week 47 · away"


def test_the_list_begins_with_what_is_to_come() -> None:
    ranges = [
        AwayRange("a", date(2025, 12, 22), date(2026, 1, 6), "Holiday"),
        AwayRange("b", YESTERDAY, YESTERDAY),
        AwayRange("c", TODAY, MONDAY_NEXT, "Trip"),
    ]

    lines = away_lines(ranges, TODAY)

    assert [line.words for line in lines] == [
        "Now and to come", "Fri 20 Nov – Mon 23 Nov 2026",
        "Over", "Thu 19 Nov 2026", "Mon 22 Dec 2025 – Tue 6 Jan 2026",
    ]  # fmt: skip
    assert lines[1].right.endswith(" · Trip")


def test_a_range_over_the_turn_of_the_year_says_both_years() -> None:
    assert say_range(date(2026, 12, 31), date(2027, 1, 1)) == "Thu 31 Dec 2026 – Fri 1 Jan 2027"


def test_no_letter_leads_to_two_places(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TUESDAY, "Ill")
    dialog = sitting.open_ranges()
    for _ in range(2):
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
        buttons = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
        letters = Counter(text[text.index("&") + 1].casefold() for text in (*labels, *buttons) if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == []
        dialog.edit.click()
