"""What every painted button is: a real push button for keyboard and screen reader, with our own picture."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import smooth

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaintedButton(QPushButton):
    """Subclasses paint themselves in `paint_button` and give their size in `sizeHint`. Enter presses, as Space does."""

    def __init__(self, text: str = "", parent: QWidget | None = None, style: TextStyle = TextStyle.MEDIUM) -> None:
        super().__init__(text, parent)
        self._text_style = style
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def text_style(self) -> TextStyle:
        return self._text_style

    @property
    def shown_words(self) -> str:
        """The text without the mark of its mnemonic."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    @property
    def hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def words_size(self, across: int, height: int) -> QSize:
        """The size of the text with `across` pixels more in width, `height` at least."""
        metrics = QFontMetrics(text_font(self.font(), self._text_style))
        return QSize(metrics.horizontalAdvance(self.shown_words) + across, max(height, metrics.height()))

    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        raise NotImplementedError

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            self.paint_button(painter, tokens_of(self.palette()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
