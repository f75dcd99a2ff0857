"""What a completion needs of the place that is written in: a field of one line, or an area of many."""

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Place(Protocol):
    def before_caret(self) -> str | None:
        """The line up to the caret; None while something is selected."""
        ...

    def replace(self, letters: int, words: str) -> None:
        """Puts `words` in the place of so many letters before the caret."""
        ...

    def after_caret(self) -> str: ...

    def corner(self) -> tuple[QPoint, int]:
        """Under the caret, in the coordinates of the window, and how high the line above it is."""
        ...


class AreaPlace:
    def __init__(self, area: QPlainTextEdit) -> None:
        self._area = area

    def before_caret(self) -> str | None:
        caret = self._area.textCursor()
        if caret.hasSelection():
            return None
        caret.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return caret.selectedText()

    def after_caret(self) -> str:
        caret = self._area.textCursor()
        caret.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return caret.selectedText()

    def replace(self, letters: int, words: str) -> None:
        caret, before = self._area.textCursor(), self.before_caret() or ""
        caret.setPosition(caret.position() - _units(before[len(before) - letters :]), QTextCursor.MoveMode.KeepAnchor)
        caret.insertText(words)
        self._area.setTextCursor(caret)

    def corner(self) -> tuple[QPoint, int]:
        rect = self._area.cursorRect()
        return self._area.viewport().mapTo(self._area.window(), rect.bottomLeft()), rect.height()


class FieldPlace:
    def __init__(self, field: QLineEdit) -> None:
        self._field = field

    def before_caret(self) -> str | None:
        return None if self._field.hasSelectedText() else self._field.text()[: self._caret()]

    def after_caret(self) -> str:
        return self._field.text()[self._caret() :]

    def replace(self, letters: int, words: str) -> None:
        before = self.before_caret() or ""
        units = _units(before[len(before) - letters :])
        if units:
            self._field.setSelection(self._field.cursorPosition() - units, units)
        self._field.insert(words)

    def corner(self) -> tuple[QPoint, int]:
        spot = QPoint(self._field.cursorRect().left(), self._field.height() + 2)
        return self._field.mapTo(self._field.window(), spot), self._field.height() + 4

    def _caret(self) -> int:
        """Qt counts in UTF-16."""
        units, place = self._field.cursorPosition(), 0
        for sign in self._field.text():
            units -= _units(sign)
            if units < 0:
                break
            place += 1
        return place


def _units(text: str) -> int:
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


def place_of(writing: QPlainTextEdit | QLineEdit) -> Place:
    return AreaPlace(writing) if isinstance(writing, QPlainTextEdit) else FieldPlace(writing)
