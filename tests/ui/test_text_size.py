"""The size of text: in steps, kept, and set at once under an open window."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.preferences import Preferences
from scorecard.ui.text_size import STEPS, kept_text_size, larger, set_text_size, smaller, text_size, usual
from scorecard.ui.theme.resizing import resize
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font, palette = qapp.font(), qapp.palette()
    theme = Theme(qapp)
    theme.apply()
    yield theme
    theme.enlarge(1.0)
    qapp.setFont(font)
    qapp.setPalette(palette)
    theme.deleteLater()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


def test_it_goes_up_and_down_in_steps_and_no_further(theme: Theme, preferences: Preferences) -> None:
    sizes = []
    for _ in range(8):
        larger(theme, preferences)
        sizes.append(text_size(theme))
    assert sizes == [110, 125, 150, 175, 200, 200, 200, 200]
    for _ in range(9):
        smaller(theme, preferences)
    assert text_size(theme) == STEPS[0]
    usual(theme, preferences)
    assert text_size(theme) == 100


def test_from_between_two_steps_it_goes_to_the_next_one(theme: Theme, preferences: Preferences) -> None:
    set_text_size(theme, preferences, 130)
    smaller(theme, preferences)
    assert text_size(theme) == 125


def test_it_is_kept(theme: Theme, preferences: Preferences, tmp_path: Path) -> None:
    set_text_size(theme, preferences, 150)

    assert kept_text_size(Preferences(tmp_path / "window.ini")) == 1.5


@pytest.mark.parametrize(("kept", "meant"), [("", 1.0), ("large", 1.0), ("5", 0.8), ("900", 2.0), ("99999999", 1.0)])
def test_nonsense_that_is_kept_does_no_harm(tmp_path: Path, kept: str, meant: float) -> None:
    file = tmp_path / "window.ini"
    file.write_text(f"[window]\ntext-size={kept}\n")

    assert kept_text_size(Preferences(file)) == meant


def test_a_theme_begins_with_the_size_that_was_kept(qapp: QApplication, theme: Theme) -> None:
    usual_size = qapp.font().pointSizeF()
    other = Theme(qapp, text_size=1.5)
    other._system_font = theme._system_font
    other.apply()

    assert qapp.font().pointSizeF() == pytest.approx(1.5 * usual_size)
    other.deleteLater()


def test_open_dialogs_and_what_is_in_them_grow_too(theme: Theme, qtbot: QtBot) -> None:
    dialog = Dialog("Settings", "&Done")
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.primary.sizeHint()

    theme.enlarge(2.0)

    assert dialog.primary.font().pointSizeF() == dialog.title.font().pointSizeF() / 16 * 13
    assert dialog.primary.sizeHint().height() == 2 * before.height()
    assert dialog.layout().contentsMargins().left() == 48


def test_distances_and_bounds_grow_with_the_text_and_come_back_exactly(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    outer, inner, grid = QVBoxLayout(widget), QHBoxLayout(), QGridLayout()
    outer.setContentsMargins(7, 3, 5, 1)
    outer.setSpacing(9)
    inner.setSpacing(5)
    grid.setHorizontalSpacing(7)
    outer.addLayout(inner)
    inner.addLayout(grid)
    button = QuietButton("Away", widget)
    button.setFixedWidth(85)
    inner.addWidget(button)

    sizes = [1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 0.8, 0.9, 1.0]
    for before, now in pairwise(sizes):
        for one in (widget, button):
            resize(one, before, now)
        assert outer.spacing() == round(9 * now)
        assert button.minimumWidth() == button.maximumWidth() == round(85 * now)

    margins = outer.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (7, 3, 5, 1)
    assert (inner.spacing(), grid.horizontalSpacing()) == (5, 7)
    assert widget.maximumWidth() == QWidget().maximumWidth(), "what has no bound gets none"


def test_what_is_set_anew_in_between_is_taken_as_it_is(qtbot: QtBot) -> None:
    button = QuietButton("Away")
    holder = QWidget()
    qtbot.addWidget(holder)
    button.setParent(holder)
    button.setFixedWidth(100)
    resize(button, 1.0, 1.5)
    button.setFixedWidth(90)
    resize(button, 1.5, 2.0)

    assert button.minimumWidth() == 120


def test_a_window_keeps_its_bounds_for_it_has_to_fit_on_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(760, 480)

    resize(window, 1.0, 2.0)

    assert (window.minimumWidth(), window.minimumHeight()) == (760, 480)


def test_the_keys_work_in_dialogs_too(theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
    """They reach the window of the program, wherever the keyboard is."""
    from scorecard.domain.snapshot import Snapshot
    from scorecard.domain.weeks import Week
    from scorecard.services.pages import day_page
    from scorecard.ui.desk import Desk
    from scorecard.ui.main_window import MainWindow, Surroundings
    from tests.fake_clock import FRIDAY_EVENING

    today = FRIDAY_EVENING.date()
    week = Week.of(today)
    desk = Desk()
    page = day_page(Snapshot(week.monday, week.sunday), today, today)
    window = MainWindow(desk, page, Surroundings(theme, preferences))
    desk.setParent(window)
    qtbot.addWidget(window)
    window.show()
    dialog = Dialog("A dialog", "&Done", parent=window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    at_first = px(window, 100)

    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (text_size(theme), preferences.text_size()) == (110, 110)
    assert px(window, 100) == round(1.1 * at_first)
    qtbot.keyClick(dialog, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert text_size(theme) == 125
    qtbot.keyClick(dialog, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert text_size(theme) == 110
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert text_size(theme) == 100
