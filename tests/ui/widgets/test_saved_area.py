"""A place to write in keeps everything, or says what it did not keep."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.texts import NOTE_LENGTH
from scorecard.ui.widgets.saved_area import SavedArea

Shown = tuple[SavedArea, list[str], list[str]]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """The area with the keyboard, what it wants saved, and what it says."""
    window = QWidget()
    area, other = SavedArea("Note", "", window), QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(area)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    area.setFocus()
    written: list[str] = []
    told: list[str] = []
    area.written.connect(written.append)
    area.told.connect(told.append)
    yield area, written, told
    del window


def compose(widget: QWidget, text: str) -> None:
    QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def paste(area: SavedArea, text: str) -> None:
    pasted = QMimeData()
    pasted.setText(text)
    area.insertFromMimeData(pasted)


LEAVE: dict[str, Callable[[SavedArea], object]] = {
    "saved": lambda area: area.save_now(),
    "left": lambda area: QTest.keyClick(area, Qt.Key.Key_Tab),
    "hidden": lambda area: area.window().hide(),
}


@pytest.mark.parametrize("way", LEAVE)
def test_what_is_still_being_composed_is_kept_on_every_way_out(shown: Shown, way: str) -> None:
    area, written, _ = shown
    QTest.keyClicks(area, "Met ")
    compose(area, "会議")
    assert area.text == "Met "
    LEAVE[way](area)
    assert written[-1] == "Met 会議"
    assert area.text == "Met 会議"


def test_saving_in_the_middle_leaves_the_composition_alone(shown: Shown) -> None:
    area, written, _ = shown
    QTest.keyClicks(area, "Met ")
    compose(area, "かいぎ")
    area._later.timeout.emit()
    assert written == ["Met "]
    finished = QInputMethodEvent()
    finished.setCommitString("会議")
    QCoreApplication.sendEvent(area, finished)
    area.save_now()
    assert written[-1] == "Met 会議"


@pytest.mark.parametrize("sign", ["\0", "\x07", "\u202e", "\u2066"])
def test_what_cannot_be_kept_is_left_out_in_words(shown: Shown, sign: str) -> None:
    area, written, told = shown
    paste(area, f"be{sign}fore")
    area.save_now()
    assert written == ["before"]
    assert area.text == "before"
    assert len(told) == 1
    assert "left out" in told[0]
    QTest.keyClicks(area, "!")
    area.save_now()
    assert len(told) == 1


def test_half_an_emoji_is_left_out_in_words(shown: Shown) -> None:
    area, written, told = shown
    paste(area, "be😀fore")
    half = area.textCursor()
    half.setPosition(2)
    half.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    half.removeSelectedText()
    area.save_now()
    assert written == ["before"]
    assert area.document().characterCount() - 1 == len("before")
    assert len(told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 ❤️ 🏴\U000e0067\U000e0062\U000e007f",
        "a\u200eb\u200fc",
        "שלום\u200f!",
        "10\u00a0%\u202fà",
        "e\u0301",
        "one\n\ttwo\n",
    ],
)
def test_what_people_write_is_kept_as_it_is(shown: Shown, text: str) -> None:
    area, written, told = shown
    paste(area, text)
    area.save_now()
    assert written == [text]
    area.open_with(text)
    assert not area.pending
    assert told == []


def test_a_pasted_megabyte_is_refused_in_words(shown: Shown) -> None:
    area, _, told = shown
    QTest.keyClicks(area, "before")
    paste(area, "word " * 200_000)
    assert area.text == "before"
    assert told == ["This is too long to paste here: a text has at most 100,000 characters. Nothing was pasted."]


def test_what_just_fits_is_pasted_also_over_a_selection(shown: Shown) -> None:
    area, written, told = shown
    paste(area, "x\r\n" * (NOTE_LENGTH // 2))
    area.selectAll()
    paste(area, "y" * NOTE_LENGTH)
    paste(area, "z")
    area.save_now()
    assert written == ["y" * NOTE_LENGTH]
    assert len(told) == 1
