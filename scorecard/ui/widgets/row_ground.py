"""The ground of a row in a list: marked at its beginning where it is the current one, sunken under the pointer."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget

from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px

_MARK = 3


def paint_row_ground(painter: QPainter, view: QWidget, rect: QRect, state: QStyle.StateFlag) -> None:
    tokens = tokens_of(view.palette())
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, tokens.accent_soft)
        mark = QRect(rect)
        mark.setWidth(px(view, _MARK))
        if view.isRightToLeft():
            mark.moveRight(rect.right())
        painter.fillRect(mark, tokens.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, tokens.sunken)
