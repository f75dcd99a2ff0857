"""The days of the week, each on or off, by the names the locale gives them."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, Tokens
from scorecard.ui.week_start import weekdays_in_order
from scorecard.ui.widgets.drawing import box, fill_round, focus_ring, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

_HEIGHT = 32
_SIDES = 20
_GAP = 5
_INSET = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WeekdayButton(PaintedButton):
    """`weekday`: Monday = 0."""

    def __init__(self, weekday: int, parent: QWidget) -> None:
        names = QLocale()
        super().__init__(names.dayName(weekday + 1, QLocale.FormatType.ShortFormat), parent)
        self.weekday = weekday
        self.setCheckable(True)
        self.setAccessibleName(names.dayName(weekday + 1, QLocale.FormatType.LongFormat))

    @override
    def sizeHint(self) -> QSize:
        return self.words_size(px(self, _SIDES), px(self, _HEIGHT))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        chosen = self.isChecked()
        if chosen:
            fill_round(painter, self.rect(), RADIUS, tokens.accent_hover if self.hovered else tokens.accent)
        else:
            box(painter, self.rect(), RADIUS, tokens.sunken if self.hovered else tokens.surface, tokens.edge)
        if self.hasFocus():
            inset = _INSET if chosen else 0
            inner = self.rect().adjusted(inset, inset, -inset, -inset)
            focus_ring(painter, inner, RADIUS - inset, tokens, tokens.on_accent if chosen else "")
        font = text_font(self.font(), TextStyle.STRONG if chosen else TextStyle.MEDIUM)
        ink = tokens.on_accent if chosen else tokens.text_quiet
        write(painter, self.rect(), font, ink, self.shown_words, Qt.AlignmentFlag.AlignHCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()  # for the row: Qt's buttons would leave it
            return
        super().keyPressEvent(event)


class WeekdayToggles(QWidget):
    """One stop for Tab; Left and Right go from day to day, Space turns one on or off."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Days on which it is due"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons = [WeekdayButton(weekday, self) for weekday in weekdays_in_order()]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(self, 2), 0, px(self, 2))
        line.setSpacing(px(self, _GAP))
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.toggled.connect(lambda _=False: self.toggled.emit())
            line.addWidget(button)
        self.buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.buttons[0])

    def weekdays(self) -> frozenset[int]:
        return frozenset(button.weekday for button in self.buttons if button.isChecked())

    def set_weekdays(self, weekdays: frozenset[int]) -> None:
        """Shows days without telling anybody."""
        for button in self.buttons:
            button.blockSignals(True)
            button.setChecked(button.weekday in weekdays)
            button.blockSignals(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        focused = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        if not step or focused is None:
            event.ignore()
            return
        self.buttons[(focused + step) % 7].setFocus(Qt.FocusReason.TabFocusReason)
