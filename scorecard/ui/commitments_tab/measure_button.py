"""The figure at the head of a lane: "93%  14 of 15". It is pressed to be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from scorecard.domain.promises import Level
from scorecard.overriding import override
from scorecard.ui.commitments_tab.wording import measure_lines, say_measure
from scorecard.ui.say_promises import say_of, say_share
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from scorecard.services.lanes import LaneRecord

_GAP = 9
_SIDE = 4
HEIGHT = 26


class MeasureButton(PaintedButton):
    """Hidden while nothing counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._share = self._of = ""
        self._loud = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def words(self) -> str:
        return f"{self._share}  {self._of}"

    def show_record(self, level: Level, record: LaneRecord) -> None:
        self.setVisible(bool(record.recent.n))
        self._share, self._of, self._loud = say_share(record.recent), say_of(record.recent), record.recent.enough
        self.setAccessibleName(say_measure(level, record))
        lines = measure_lines(level, record)
        self.setAccessibleDescription("; ".join(lines[2:]))
        self.setToolTip(plain_tip("\n".join(lines)))
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        body = text_font(self.font(), TextStyle.BODY)
        return (text_font(self.font(), TextStyle.HEADING) if self._loud else body), body

    @override
    def sizeHint(self) -> QSize:
        share, of = (
            QFontMetrics(font).horizontalAdvance(words)
            for font, words in zip(self._fonts(), (self._share, self._of), strict=True)
        )
        return QSize(share + of + px(self, _GAP + 2 * _SIDE), px(self, HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.hovered or self.isDown():
            fill_round(painter, self.rect(), RADIUS_SMALL, tokens.sunken if self.hovered else tokens.hover)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        side = px(self, _SIDE)
        inner: QRect = self.rect().adjusted(side, 0, -side, 0)
        share_font, of_font = self._fonts()
        share_ink = tokens.text if self._loud else tokens.text_quiet
        write(painter, inner, share_font, share_ink, self._share, Qt.AlignmentFlag.AlignLeft)
        write(painter, inner, of_font, tokens.text_quiet, self._of, Qt.AlignmentFlag.AlignRight)
