"""A heading that unfolds what is below it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

_HEIGHT, _ARROW, _GAP = 26, 14, 6


class FoldButton(PaintedButton):
    """Checked is unfolded."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent, TextStyle.SECTION)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, _ARROW + 3 * _GAP), px(self, _HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        side, gap = px(self, _ARROW), px(self, _GAP)
        ink = tokens.text if self.hovered else tokens.text_quiet
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        mirrored = self.isRightToLeft()
        painter.save()
        x = self.width() - gap - side / 2 if mirrored else gap + side / 2
        painter.translate(x, self.height() / 2)
        painter.rotate(90 if self.isChecked() else 180 if mirrored else 0)
        paint_icon(painter, "chevron-right", QRect(-side // 2, -side // 2, side, side), ink)
        painter.restore()
        room = side + 2 * gap
        words = self.rect().adjusted(0, 0, -room, 0) if mirrored else self.rect().adjusted(room, 0, 0, 0)
        shown = self.locale().toUpper(self.shown_words)
        write(painter, words, text_font(self.font(), TextStyle.SECTION), ink, shown, Qt.AlignmentFlag.AlignLeft)
