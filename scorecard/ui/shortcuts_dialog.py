"""All shortcuts on one page, in two columns, or in one where there is no room for two."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.settings_dialog.finding import means, terms_of
from scorecard.ui.shortcuts import Section, Shortcut, say_section, shortcuts
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import box, px, smooth, write
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.ui.widgets.text_field import TextField

_COLUMNS = (
    (Section.ROW, Section.DAY, Section.CARD, Section.LISTS, Section.WINDOW),
    (Section.PROMISES, Section.QUICK_LINE, Section.PEOPLE, Section.CHARTS, Section.DIALOGS),
)
_CAP_HEIGHT = 24
_HIGHEST = 760
_SIDES, _ABOVE_AND_BELOW = 50, 200  # what the dialog and its frame take of the window besides the keys
_CAP_SIDES = 14
_LEAST_WORDS = 210
_STEP = 40


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


class ShortcutLine(QWidget):
    """What a key does, and the key. Words that have no room beside their keys go on below."""

    def __init__(self, shortcut: Shortcut, parent: QWidget) -> None:
        super().__init__(parent)
        self.shortcut = shortcut
        words = Label(shortcut.words, parent=self)
        words.setAccessibleName(f"{shortcut.words}: {', '.join(shortcut.keys)}")
        words.setWordWrap(True)
        words.setMinimumWidth(px(self, _LEAST_WORDS))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_TINY))
        line.addWidget(words, 1)
        line.addSpacing(px(self, GAP))
        for key in shortcut.keys:
            line.addWidget(KeyCap(key, self))


class ShortcutsDialog(Dialog):
    """What is typed is looked for among words and keys. Up and Down, Page Up and Page Down scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shortcuts"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = TextField(tr("Find a shortcut"), tr("Find a shortcut"), self)
        self.search.setClearButtonEnabled(True)
        self.nothing = Label(tr("No key does that."), quiet=True, parent=self)
        self.nothing.hide()
        self._lines: dict[Section, list[ShortcutLine]] = {}
        self._cards: dict[Section, Card] = {}
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
        self.content.addWidget(self.search)
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.area, 1)
        self.search.textChanged.connect(self.show_found)
        self.focus_first(self.search)

    @property
    def lines(self) -> tuple[ShortcutLine, ...]:
        """Those that are shown."""
        return tuple(line for lines in self._lines.values() for line in lines if not line.isHidden())

    def show_found(self, typed: str) -> None:
        """A line is meant by its words, its keys, or the heading above it."""
        terms = terms_of(typed)
        for section, lines in self._lines.items():
            for line in lines:
                line.setVisible(means(terms, (say_section(section), line.shortcut.words, *line.shortcut.keys)))
            self._cards[section].setVisible(any(not line.isHidden() for line in lines))
        self.nothing.setVisible(not self.lines)
        self.area.verticalScrollBar().setValue(0)

    @override
    def reject(self) -> None:
        """Escape takes back the search first."""
        if self.search.text():
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

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
        if not self.area.scroll_by(event):
            super().keyPressEvent(event)

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
        self._cards[section] = card
        self._lines[section] = [ShortcutLine(one, card) for one in shortcuts() if one.section is section]
        for line in self._lines[section]:
            card.body.addWidget(line)
        return card
