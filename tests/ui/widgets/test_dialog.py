"""Dialogs: Escape leaves, Enter accepts, inputs follow the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, tokens_of
from scorecard.ui.widgets.choice_box import ChoiceBox, NumberBox
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.dialog_style import dialog_style


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    dialog = Dialog("Change the target", "Change", "Cancel")
    qtbot.addWidget(dialog)
    dialog.content.addWidget(QPlainTextEdit())
    line = QLineEdit()
    dialog.content.addWidget(line)
    dialog.focus_first(line)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_keyboard_starts_where_the_dialog_says(dialog: Dialog) -> None:
    assert dialog.findChildren(QLineEdit)[0].hasFocus()


def test_escape_leaves_without_accepting(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_enter_in_a_line_accepts(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_on_the_secondary_button_does_not_accept(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.secondary.setFocus()
    with qtbot.assertNotEmitted(dialog.accepted), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.secondary, Qt.Key.Key_Return)


def test_a_dialog_with_one_button_shows_one(qtbot: QtBot) -> None:
    dialog = Dialog("About", "Close")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.primary.isVisible()
    assert not dialog.secondary.isVisible()


def test_what_stands_in_the_way_is_said_in_words(dialog: Dialog) -> None:
    dialog.show_problem("The target must be above 0.")
    assert dialog.problem.isVisible()
    dialog.show_problem("")
    assert not dialog.problem.isVisible()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST])
def test_the_inputs_follow_the_theme(dialog: Dialog, qapp: QApplication, qtbot: QtBot, tokens: Tokens) -> None:
    before = qapp.palette()
    qapp.setPalette(palette_of(tokens))
    qtbot.waitUntil(lambda: dialog.styleSheet() == dialog_style(tokens))
    assert tokens_of(dialog.findChildren(QLineEdit)[0].palette()) is tokens
    qapp.setPalette(before)


def test_a_choice_gives_its_key(qtbot: QtBot) -> None:
    box = ChoiceBox([("at least", "At least"), ("at most", "At most")])
    qtbot.addWidget(box)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "at most"


def test_a_number_keeps_within_its_bounds(qtbot: QtBot) -> None:
    box = NumberBox("Target", 0, 10)
    qtbot.addWidget(box)
    box.setValue(10)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 10
    assert box.accessibleName() == "Target"


def test_it_never_asks_for_more_than_the_screen_has(qtbot: QtBot) -> None:
    dialog = Dialog("Import", "Import", "Cancel")
    qtbot.addWidget(dialog)
    dialog.setMinimumSize(4000, 3000)
    dialog.resize(5000, 4000)

    dialog.show()

    room = dialog.screen().availableGeometry().size()
    assert dialog.size() == dialog.size().boundedTo(room)
