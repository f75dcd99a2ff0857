"""All shortcuts on one page, in two columns, or in one where there is no room for two."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.shortcuts import Section, Shortcut, say_section, shortcuts
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import box, px, smooth, write
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

_COLUMNS = ((Section.ROW, Section.CARD, Section.WINDOW), (Section.PROMISES, Section.QUICK_LINE, Section.DAY))
_CAP_HEIGHT = 24
_HIGHEST = 760
_SIDES, _ABOVE_AND_BELOW = 50, 150  # what the dialog and its frame take of the window besides the keys
_CAP_SIDES = 14
_STEP = 40
_Action = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _Action.SliderSingleStepSub,
    Qt.Key.Key_Down: _Action.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}


class KeyCap(QLabel):
    """A key, drawn as one."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(text_font(self.font(), TextStyle.SMALL)).horizontalAdvance(self.text())
        height = px(self, _CAP_HEIGHT)
        return QSize(max(height, width + px(self, _CAP_SIDES)), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        font = text_font(self.font(), TextStyle.SMALL)
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS_SMALL, tokens.sunken, tokens.edge)
            write(painter, self.rect(), font, tokens.text, self.text(), Qt.AlignmentFlag.AlignHCenter)


class ShortcutsDialog(Dialog):
    """Up and Down, Page Up and Page Down, Home and End scroll: nothing in it needs the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shortcuts"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.keys = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.keys)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(px(self, GAP))
        for sections in _COLUMNS:
            self._columns.addLayout(self._column(sections), 1)
        self.area = ScrollArea(self.keys, self)
        self.area.verticalScrollBar().setSingleStep(px(self, _STEP))
        around = parent.window().size() if parent is not None else self.screen().availableGeometry().size()
        self._fit(around - QSize(px(self, _SIDES), px(self, _ABOVE_AND_BELOW)))
        self.content.addWidget(self.area, 1)
        self.focus_first(self.primary)

    def _fit(self, room: QSize) -> None:
        bar = self.area.verticalScrollBar().sizeHint().width()
        if self.keys.sizeHint().width() + bar > room.width():
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
        wanted = self.keys.sizeHint()
        height = min(wanted.height(), px(self, _HIGHEST), room.height())
        self.area.setMinimumSize(wanted.width() + bar, height)
        # As high as there is room, and not as a scrolled area would like to be.
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.area.verticalScrollBar().triggerAction(action)

    def _column(self, sections: tuple[Section, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(self, GAP))
        for section in sections:
            column.addWidget(self._card(section))
        column.addStretch(1)
        return column

    def _card(self, section: Section) -> Card:
        card = Card(say_section(section), parent=self)
        card.body.setSpacing(px(self, GAP_SMALL))
        for shortcut in shortcuts():
            if shortcut.section is section:
                card.body.addLayout(self._line(shortcut))
        return card

    def _line(self, shortcut: Shortcut) -> QHBoxLayout:
        words = Label(shortcut.words, parent=self)
        words.setAccessibleName(f"{shortcut.words}: {', '.join(shortcut.keys)}")
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_TINY))
        line.addWidget(words, 1)
        line.addSpacing(px(self, GAP))
        for key in shortcut.keys:
            line.addWidget(KeyCap(key, self))
        return line
