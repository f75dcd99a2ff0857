"""Text in one of the program's styles, in the colours of the palette, shortened with an ellipsis when asked."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QToolTip, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.widgets.plain_tip import plain_tip

_WHOLE = 40  # letters of a heading that are never cut off


class Label(QLabel):
    """A plain-text label. `quiet` sets it in the quiet text colour."""

    _style = TextStyle.BODY

    def __init__(
        self, text: str = "", style: TextStyle = TextStyle.BODY, *, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(QApplication.font(), style))
        self.set_quiet(quiet)
        self.setText(text)

    def set_quiet(self, quiet: bool) -> None:
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.WindowText)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFont(text_font(QApplication.font(), self._style))


class ElidedLabel(Label):
    """One line that ends in "…" when there is no room, and then shows all of it as a tooltip."""

    def __init__(
        self, text: str = "", style: TextStyle = TextStyle.BODY, *, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, style, quiet=quiet, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def elided(self) -> bool:
        return not self.wordWrap() and self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    @override
    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.elided:
            super().paintEvent(event)
            return
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.elided:
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)


class SectionLabel(ElidedLabel):
    """The small capitals above a group. The accessible name keeps the words as they were written."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", TextStyle.SECTION, quiet=True, parent=parent)
        self.set_words(text)

    @override
    def minimumSizeHint(self) -> QSize:
        """What stands beside it gives way first, unless the words are very long."""
        whole = self.sizeHint().width()
        return QSize(min(whole, _WHOLE * self.fontMetrics().averageCharWidth()), super().minimumSizeHint().height())

    def set_words(self, text: str) -> None:
        self.setText(self.locale().toUpper(text))
        self.setAccessibleName(text)
