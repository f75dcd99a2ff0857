"""Painted buttons are real ones: for the mouse, the keyboard and the screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, LIGHT
from scorecard.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.score_ring import ScoreRing
from scorecard.ui.widgets.strip_day import StripDayButton, StripReading


def named_ring() -> ScoreRing:
    ring = ScoreRing()
    ring.setAccessibleName("Score 87, B+, so far")
    ring.set_reading(0.87, "87", "B+  so far")
    return ring


def named_day(reading: StripReading) -> StripDayButton:
    day = StripDayButton(reading)
    day.setAccessibleName("Monday 16, score 92")
    return day


BUTTONS = {
    "primary": lambda: PrimaryButton("&Finish the day"),
    "quiet": lambda: QuietButton("Today"),
    "icon": lambda: IconButton("settings", "Settings", "Ctrl+,"),
    "link": lambda: LinkButton("Show all"),
    "ring": named_ring,
    "day": lambda: named_day(StripReading("Mon", "16", "92", 0.92)),
}


@pytest.fixture(params=BUTTONS)
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> PaintedButton:
    button = BUTTONS[request.param]()
    button.setPalette(palette_of(LIGHT))
    qtbot.addWidget(button)
    return button


def picture(button: PaintedButton) -> QImage:
    return button.grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_it(button: PaintedButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_the_mouse_presses_it(button: PaintedButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_screen_reader_finds_a_button_with_a_name(button: PaintedButton) -> None:
    node = QAccessible.queryAccessibleInterface(button)
    assert node.role() is QAccessible.Role.Button
    assert node.text(QAccessible.Text.Name)


def test_the_focus_can_be_seen(button: PaintedButton, monkeypatch: pytest.MonkeyPatch) -> None:
    without = picture(button)
    monkeypatch.setattr(button, "hasFocus", lambda: True, raising=False)
    assert picture(button) != without


def test_it_looks_otherwise_in_the_dark(button: PaintedButton) -> None:
    light = picture(button)
    button.setPalette(palette_of(DARK))
    assert picture(button) != light


def test_it_grows_with_the_text(button: PaintedButton) -> None:
    before = button.sizeHint()
    font = button.font()
    font.setPointSizeF(2 * font.pointSizeF())
    button.setFont(font)
    assert button.sizeHint().height() > 1.6 * before.height()


def test_an_icon_button_says_its_shortcut_in_the_tooltip(qtbot: QtBot) -> None:
    button = IconButton("search", "Search", "Ctrl+F")
    qtbot.addWidget(button)
    assert button.toolTip() == "Search (Ctrl+F)"
    assert button.accessibleName() == "Search"


def test_the_way_back_points_the_other_way_when_one_reads_from_the_right(qtbot: QtBot) -> None:
    back, forward = IconButton("chevron-left", "Previous day"), IconButton("chevron-right", "Next day")
    qtbot.addWidget(back)
    qtbot.addWidget(forward)
    forward_picture = picture(forward)
    assert picture(back) != forward_picture
    back.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(back) == forward_picture


READINGS = [
    StripReading("Mon", "16"),
    StripReading("Mon", "16", "92", 0.92),
    StripReading("Mon", "16", "92", 0.92, thin=True),
    StripReading("Mon", "16", "92", 0.92, finished=True),
    StripReading("Mon", "16", "92", 0.92, selected=True),
    StripReading("Mon", "16", "92", 0.92, today=True),
    StripReading("Mon", "16", "away", away=True),
]


def test_every_state_of_a_day_can_be_told_from_the_others_without_colour(qtbot: QtBot) -> None:
    grey = []
    for reading in READINGS:
        day = StripDayButton(reading)
        day.setPalette(palette_of(LIGHT))
        day.resize(154, 74)
        qtbot.addWidget(day)
        grey.append(picture(day).convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for index, one in enumerate(grey) for other in grey[index + 1 :])


def test_pressing_a_day_leaves_it_to_the_window_which_day_is_shown(qtbot: QtBot) -> None:
    day = named_day(StripReading("Mon", "16"))
    qtbot.addWidget(day)
    qtbot.mouseClick(day, Qt.MouseButton.LeftButton)
    assert day.accessibleDescription() == ""
    day.set_reading(StripReading("Mon", "16", selected=True))
    assert day.accessibleDescription() == "The day shown"
