"""One lane: its level in words, its figure, its cards. A card of another lane can be dropped on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.domain.promises import Level
from scorecard.overriding import override
from scorecard.ui.commitments_tab.card_model import promise_of
from scorecard.ui.commitments_tab.lane_list import LaneList
from scorecard.ui.commitments_tab.measure_button import HEIGHT, MeasureButton
from scorecard.ui.say_promises import say_level, say_level_meaning
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth
from scorecard.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from scorecard.services import lanes

GUTTER = 12  # at the end of a lane, for the scroll bar
_RULE = 3
_INSET = 4
_EMPTY_TOP = 14


def colour_of(level: Level, tokens: Tokens) -> str:
    match level:
        case Level.COMMITMENT:
            return tokens.commitment
        case Level.BEST_EFFORT:
            return tokens.effort
        case Level.GOOD_INTENTION:
            return tokens.intention


class Lane(QWidget):
    """`dropped` carries the id of the promise that is to have this level; `targeted`: `is_target` has changed."""

    dropped = Signal(str, object)
    explained = Signal(object)
    targeted = Signal()

    def __init__(self, level: Level, parent: QWidget) -> None:
        super().__init__(parent)
        self.level = level
        self._target = False
        self.name = ElidedLabel(say_level(level), TextStyle.HEADING, parent=self)
        self.measure = MeasureButton(self)
        self.meaning = Label(say_level_meaning(level), quiet=True, parent=self)
        self.empty = Label("", quiet=True, parent=self)
        self.list = LaneList(say_level(level), self)
        self.setAcceptDrops(True)
        self._lay_out()
        self.measure.clicked.connect(lambda: self.explained.emit(self.level))

    @property
    def is_target(self) -> bool:
        """A card hangs over it that would change its level here."""
        return self._target

    def show_lane(self, lane: lanes.Lane, today: date, empty_words: str) -> None:
        """The current card stays the current one; if it is gone, the one that took its place follows."""
        kept, row = self.list.current, self.list.currentIndex().row()
        place = self.list.verticalScrollBar().value()
        self.list.cards.show_cards(lane.cards, today)
        # A view goes to the next card before the current one goes, and so scrolls on.
        self.list.verticalScrollBar().setValue(place)
        if kept is not None:
            found = self.list.cards.row_of(kept.promise.id)
            self.list.go_to(row if found is None else found)
        self.measure.show_record(self.level, lane.record)
        self.empty.setText(empty_words)
        self.empty.setVisible(not lane.cards and bool(empty_words))
        self.list.setVisible(bool(lane.cards))

    def meaning_height(self, width: int) -> int:
        """How high the words of the level are in a lane of that width."""
        # Not heightForWidth, which is never less than the minimum height it is wanted for.
        room = QRect(0, 0, max(1, width - 2 * px(self, _INSET) - px(self, GUTTER)), 10_000)
        metrics = self.meaning.fontMetrics()
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.meaning.text()).height()

    def head_bottom(self) -> int:
        return self.meaning.geometry().bottom() + 1

    def _lay_out(self) -> None:
        self.meaning.setWordWrap(True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.empty.setWordWrap(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inset, gutter = px(self, _INSET), px(self, GUTTER)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.name, 1)
        line.addWidget(self.measure)
        line.addStrut(px(self, HEIGHT))
        line.setContentsMargins(inset, px(self, 3), gutter, 0)
        words = QHBoxLayout()
        words.setContentsMargins(inset, 0, gutter + inset, 0)
        words.addWidget(self.meaning)
        self.empty.setContentsMargins(inset, px(self, _EMPTY_TOP), gutter + inset, 0)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(self, _RULE), 0, 0)
        column.setSpacing(px(self, 2))
        column.addLayout(line)
        column.addLayout(words)
        column.addSpacing(px(self, GAP))
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)

    @property
    def column(self) -> QRect:
        """Without the gutter."""
        gutter = px(self, GUTTER)
        mirrored = self.isRightToLeft()
        return self.rect().adjusted(gutter if mirrored else 0, 0, 0 if mirrored else -gutter, 0)

    def _set_target(self, target: bool) -> None:
        if target != self._target:
            self._target = target
            self.targeted.emit()

    def _takes(self, event: QDropEvent) -> bool:
        promise = promise_of(event.mimeData())
        return promise is not None and self.list.cards.row_of(promise) is None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._set_target(self._takes(event))
        if self._target:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._target:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_target(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._set_target(False)
        promise = promise_of(event.mimeData())
        if promise is not None and self._takes(event):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.dropped.emit(promise, self.level)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        column, colour = self.column, colour_of(self.level, tokens)
        with smooth(self) as painter:
            rule = QRect(column.left(), column.top(), column.width(), px(self, _RULE))
            fill_round(painter, rule, px(self, _RULE) / 2, colour)
