"""What the program is, and which keys it knows."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Kind, Terms
from scorecard.ui.about_dialog import AboutDialog, AboutFacts, licences, system_information
from scorecard.ui.commitments_tab.quick_state import QUICK_KEYS
from scorecard.ui.promise_dialogs.keys import PromiseOrder, key_of
from scorecard.ui.scorecard_tab.keys import order_of
from scorecard.ui.shortcuts import Keys, Section, shortcuts
from scorecard.ui.shortcuts_dialog import ShortcutsDialog
from tests.guards.source import ROOT

FACTS = AboutFacts("0.1.0", Path("/home/ana/data/scorecard.db"), "3.40.1", "truncate", (("Qt", "6.11.3"),))


def test_system_information_does_not_name_the_user() -> None:
    assert system_information(FACTS, Path("/home/ana")) == "\n".join(
        ("Scorecard: 0.1.0", "Qt: 6.11.3", "SQLite: 3.40.1, journal mode truncate", "Store: ~/data/scorecard.db")
    )


def test_system_information_is_copied_and_says_so(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, FACTS)
    dialog.show()
    qtbot.waitExposed(dialog)

    dialog.copy.click()

    assert QGuiApplication.clipboard().text().startswith("Scorecard: 0.1.0")
    assert dialog.copied.text() == "Copied."


def test_the_place_of_the_store_can_be_selected(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, FACTS)
    qtbot.addWidget(dialog)
    store = dialog.store

    assert store.text() == str(FACTS.store)
    assert store.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_licence_of_every_library_in_the_lock_is_named() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    named = " ".join(names for names, _ in licences()).casefold().replace("pyside6", "pyside6-essentials")

    assert [name for name in locked if name.casefold() not in named] == []


@pytest.mark.parametrize("keys", Keys)
def test_every_key_of_the_window_is_a_sequence_and_is_explained(keys: Keys) -> None:
    assert keys.sequence.count() == 1
    assert any(keys.shown in shortcut.keys for shortcut in shortcuts())


def test_no_two_actions_have_one_key() -> None:
    sequences = [QKeySequence(keys.value).toString() for keys in Keys]

    assert len(set(sequences)) == len(sequences)


def test_the_letters_explained_for_a_row_are_the_ones_it_obeys() -> None:
    yes_no = Terms(date(2026, 11, 20), Kind.YES_NO)
    letters = [key for shortcut in shortcuts() if shortcut.section is Section.ROW for key in shortcut.keys]

    for letter in (key for key in letters if len(key) == 1 and key.isalpha()):
        assert order_of(ord(letter), letter.lower(), yes_no) is not None


def test_every_way_to_settle_a_promise_is_explained_with_its_key() -> None:
    explained = {key for shortcut in shortcuts() if shortcut.section is Section.PROMISES for key in shortcut.keys}

    assert {key_of(order) for order in PromiseOrder} <= explained


def test_every_shortcut_is_shown_with_its_keys(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    dialog.show()
    qtbot.waitExposed(dialog)

    spoken = {label.accessibleName() for label in dialog.findChildren(QLabel)}

    for shortcut in shortcuts():
        assert f"{shortcut.words}: {', '.join(shortcut.keys)}" in spoken


def test_the_keys_explained_for_the_quick_line_are_the_ones_it_obeys() -> None:
    explained = {key for shortcut in shortcuts() if shortcut.section is Section.QUICK_LINE for key in shortcut.keys}
    obeyed = {
        QKeySequence(key | modifiers.value).toString(QKeySequence.SequenceFormat.NativeText)
        for modifiers, key in QUICK_KEYS
        if key is not Qt.Key.Key_Enter
    }

    assert {key for key in explained if "+" in key} == obeyed


@pytest.mark.parametrize("size", [(1180, 860), (1024, 640), (760, 480)])
def test_all_shortcuts_fit_into_the_window_and_are_scrolled_by_key(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    dialog = ShortcutsDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)

    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    assert dialog.keys.width() >= dialog.keys.minimumSizeHint().width()
    bar = dialog.area.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(dialog.primary, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(dialog.primary, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_shortcuts_are_found_by_words_keys_and_headings(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)

    dialog.search.setText("undo")
    assert [line.shortcut.words for line in dialog.lines] == ["Undo"]
    dialog.search.setText("ctrl+z")
    assert "Undo" in [line.shortcut.words for line in dialog.lines]
    dialog.search.setText("on charts home")
    assert [line.shortcut.words for line in dialog.lines] == ["To the first, to the last"]
    dialog.search.setText("no such thing")
    assert not dialog.nothing.isHidden()


def test_escape_takes_back_the_search_before_it_closes(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search.setText("undo")

    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.search.text()) == (True, "")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
