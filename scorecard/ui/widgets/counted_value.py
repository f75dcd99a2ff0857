"""A value that is counted and not typed: its words in the place where other rows have a control."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px, smooth, write

_WIDTH = 120
_HEIGHT = 36


class CountedValue(QWidget):
    """Takes the keyboard like a control does; its row says what a key on it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH), px(self, _HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        strong, small = text_font(self.font(), TextStyle.STRONG), text_font(self.font(), TextStyle.CAPTION)
        middle = self.height() // 2
        upper, lower = self.rect(), self.rect()
        upper.setBottom(middle + QFontMetrics(strong).descent())
        lower.setTop(middle + QFontMetrics(strong).descent())
        with smooth(self) as painter:
            write(painter, upper, strong, tokens.text, self._words, Qt.AlignmentFlag.AlignHCenter)
            write(painter, lower, small, tokens.text_quiet, tr("counted"), Qt.AlignmentFlag.AlignHCenter)
