"""Where the lines of a row stand: those that say nothing take no room, so that heights need no measuring of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from scorecard.ui.people_tab.list_words import PersonWords, Timed, has_contact, has_promises, has_who
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow

_SIDE, _TOP, _LINE_GAP, _BETWEEN = 14, 10, 3, 12
_PYRAMID, _SIGN, _ICON_GAP = (16, 12), 12, 7
_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class PersonPlaces:
    """The rects of a row's lines; a line that is not there is empty."""

    name: QRect
    who: QRect
    contact: QRect
    promises: QRect
    ask: QRect


class PersonLayout:
    """For one font. What stands at the end of a line, and signs, are mirrored for right-to-left."""

    def __init__(self, view: QWidget) -> None:
        self.name_font = text_font(view.font(), TextStyle.NAME)
        self.who_font = text_font(view.font(), TextStyle.BODY)
        self.small_font = text_font(view.font(), TextStyle.SMALL)
        self.small_font.setWeight(QFont.Weight.Normal)
        self.late_font = text_font(view.font(), TextStyle.SMALL)
        self.name = QFontMetrics(self.name_font)
        self.who = QFontMetrics(self.who_font)
        self.small = QFontMetrics(self.small_font)
        self.late = QFontMetrics(self.late_font)
        self.side, self._top, self._gap = px(view, _SIDE), px(view, _TOP), px(view, _LINE_GAP)
        self.between, self.icon_gap, self.sign = px(view, _BETWEEN), px(view, _ICON_GAP), px(view, _SIGN)
        self._pyramid = px(view, _PYRAMID[0]), px(view, _PYRAMID[1])
        self.mirrored = view.isRightToLeft()
        self._small_height = max(self.small.height(), self.late.height())

    def height_of(self, row: PersonRow) -> int:
        return self._height(has_who(row), (has_contact(row), has_promises(row), bool(row.ask_next)))

    def height(self, words: PersonWords, _width: int) -> int:
        return self._height(bool(words.who), _small_lines(words))

    def _height(self, who: bool, small: tuple[bool, ...]) -> int:
        lines = self._gap + self.who.height() if who else 0
        return 2 * self._top + self.name.height() + lines + sum(small) * (self._gap + self._small_height)

    def places(self, words: PersonWords, rect: QRect) -> PersonPlaces:
        left, width, y = rect.left() + self.side, rect.width() - 2 * self.side, rect.top() + self._top
        name = QRect(left, y, width, self.name.height())
        y += name.height() + self._gap
        rects = []
        for there, high in zip(
            (bool(words.who), *_small_lines(words)), (self.who.height(), *[self._small_height] * 3), strict=True
        ):
            rects.append(QRect(left, y, width, high if there else 0))
            y += high + self._gap if there else 0
        return PersonPlaces(name, *rects)

    def pyramid(self, line: QRect) -> QRect:
        wide, high = self._pyramid
        return self._at_start(line, wide, high)

    def flag(self, line: QRect, words_width: int) -> QRect:
        """Before words that stand at the end of the line."""
        x = line.left() + words_width + self.icon_gap // 2
        if not self.mirrored:
            x = line.right() + 1 - words_width - self.icon_gap // 2 - self.sign
        return QRect(x, line.top() + (line.height() - self.sign) // 2, self.sign, self.sign)

    def flag_at_start(self, line: QRect) -> QRect:
        return self._at_start(line, self.sign, self.sign)

    def _at_start(self, line: QRect, wide: int, high: int) -> QRect:
        x = line.right() + 1 - wide if self.mirrored else line.left()
        return QRect(x, line.top() + (line.height() - high) // 2, wide, high)

    def after_icon(self, line: QRect, icon_width: int) -> QRect:
        indent = icon_width + self.icon_gap
        return line.adjusted(0, 0, -indent, 0) if self.mirrored else line.adjusted(indent, 0, 0, 0)

    def name_room(self, words: PersonWords, width: int) -> int:
        """What the name has, and at most what it needs: the groups give way, down to a third of the line."""
        if not words.aside:
            return width
        least_aside = min(self.small.horizontalAdvance(words.aside), width // 3)
        return min(self.name.horizontalAdvance(words.name), width - least_aside - self.between)

    def fitting(self, timed: Timed, metrics: QFontMetrics, room: int) -> str:
        """The longest text that has room; the shortest, cut, where none has."""
        for text in timed.texts:
            if metrics.horizontalAdvance(text) <= room:
                return text
        return cut(metrics, timed.texts[-1], room) if timed.texts else ""

    def is_cut(self, words: PersonWords, width: int) -> bool:
        """Whether something does not fit a row of that width."""
        room = width - 2 * self.side
        name = self.name_room(words, room)
        level = self.small.horizontalAdvance(words.level) + self._pyramid[0] + self.icon_gap if words.level else 0
        lines = (
            (self.name, words.name, name),
            (self.small, words.aside, room - name - self.between),
            (self.who, words.who, room),
            (self.late, _longest(words.contact), room - level - self.between - self.sign),
            (self.late, _longest(words.promises), room - self.sign),
            (self.small, words.ask, room),
        )
        return any(metrics.horizontalAdvance(text) > most for metrics, text, most in lines if text)


def cut(metrics: QFontMetrics, text: str, room: int) -> str:
    """As much of it as there is room for. Qt would also cut what just fits."""
    return text if metrics.horizontalAdvance(text) <= room else metrics.elidedText(text, _ELIDED, max(0, room))


def _longest(timed: Timed) -> str:
    return timed.texts[0] if timed.texts else ""


def _small_lines(words: PersonWords) -> tuple[bool, bool, bool]:
    return bool(words.level or words.contact.texts), bool(words.promises.texts), bool(words.ask)
