"""One answer of a row of segments: a radio button with its own picture."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, tokens_of
from scorecard.ui.widgets.drawing import box, fill_round, smooth, write


class Segment(QRadioButton):
    """Takes no focus of its own; pressing it checks it, and the row unchecks the others."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_checked(self, checked: bool) -> None:
        """Also unchecks the only checked one, which Qt's radio buttons refuse; not exclusive, they are no radio buttons
        to a screen reader."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)

    @override
    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(pos)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        checked = self.isChecked()
        with smooth(self) as painter:
            if checked:
                fill = tokens.chosen if self.isEnabled() else tokens.sunken
                box(painter, self.rect(), RADIUS - 2, fill, tokens.edge)
            elif self.isEnabled() and self.underMouse():
                fill_round(painter, self.rect(), RADIUS - 2, tokens.hover)
            ink = tokens.on_chosen if checked else tokens.text_quiet
            font = text_font(self.font(), TextStyle.STRONG if checked else TextStyle.MEDIUM)
            shown = ink if self.isEnabled() else tokens.text_disabled
            write(painter, self.rect(), font, shown, self.text(), Qt.AlignmentFlag.AlignHCenter)
