"""All shortcuts on one page, in two columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.shortcuts import Section, Shortcut, say_section, shortcuts
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, GAP_WIDE, RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import box, px, smooth, write
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

_COLUMNS = ((Section.ROW, Section.CARD), (Section.PROMISES,), (Section.DAY, Section.WINDOW))
_CAP_HEIGHT = 24
_WIDEST, _HIGHEST = 960, 460
_CAP_SIDES = 14


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
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shortcuts"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = QWidget(self)
        columns = QHBoxLayout(keys)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(px(self, GAP_WIDE))
        for sections in _COLUMNS:
            columns.addLayout(self._column(sections), 1)
        area = ScrollArea(keys, self)
        area.setMinimumSize(keys.sizeHint().boundedTo(QSize(px(self, _WIDEST), px(self, _HIGHEST))))
        self.content.addWidget(area, 1)
        self.focus_first(self.primary)

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
