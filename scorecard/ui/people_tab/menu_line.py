"""A value that is chosen from a menu: it reads as plain text, with an arrow where it can be changed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, Tokens
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.plain_tip import plain_tip

_HEIGHT, _ARROW = 30, 13


class MenuLine(PaintedButton):
    """`fill` puts into a fresh menu what can be chosen. Down opens it, too."""

    def __init__(self, name: str, fill: Callable[[QMenu], object], parent: QWidget) -> None:
        super().__init__("", parent, TextStyle.BODY)
        self._name = name
        self._fill = fill
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def set_value(self, words: str, invitation: str = "") -> None:
        """Without words the invitation is shown, quietly."""
        self._chosen = bool(words)
        self.setText((words or invitation).replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setAccessibleDescription("" if words else invitation)
        self.setToolTip(plain_tip(words) if len(words) > 24 else "")
        self.update()

    def open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu)
        corner = QPoint(self.width() - menu.sizeHint().width() if self.isRightToLeft() else 0, self.height())
        menu.popup(self.mapToGlobal(corner))

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, 3 * SIDE + _ARROW), px(self, _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 60), self.sizeHint().height())

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        if self.hovered or self.isDown():
            fill_round(painter, self.rect(), RADIUS, tokens.hover if self.isDown() else tokens.sunken)
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS, tokens)
        side, arrow = px(self, SIDE), px(self, _ARROW)
        inner = self.rect().adjusted(side, 0, -side, 0)
        font = text_font(self.font(), self.text_style)
        words = QRect(inner)
        words.setWidth(max(0, inner.width() - arrow - side))
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.shown_words, Qt.TextElideMode.ElideRight, words.width())
        end = min(metrics.horizontalAdvance(shown) + side // 2, words.width() + side)
        place = QRect(inner.left() + end, (self.height() - arrow) // 2, arrow, arrow)
        if self.isRightToLeft():
            words.moveRight(inner.right())
            place.moveLeft(self.width() - place.right() - 1)
        write(painter, words, font, tokens.text if self._chosen else tokens.text_quiet, shown, _START)
        painter.save()
        painter.translate(place.center())
        painter.rotate(90)
        half = arrow // 2
        paint_icon(painter, "chevron-right", QRect(-half, -half, arrow, arrow), tokens.text_quiet)
        painter.restore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)


_START = Qt.AlignmentFlag.AlignLeft  # Qt mirrors it itself
