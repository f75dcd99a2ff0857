"""The row of tabs at the top of the window, with room for icon buttons at its end."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import focus_ring, px, smooth, write

_HEIGHT = 38
_ICON = 16
_LEFT = 16
_ICON_GAP = 10
_RIGHT = 22
_TIGHT = 10
_BETWEEN = 4
_UNDERLINE = 2
_START = 20
_END = 16


class TabRow(QTabBar):
    """A tab bar with its own picture: an icon, a word, and a line under the chosen one. `tight`: no icons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons: list[str] = []
        self._tight = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def add(self, icon_name: str, words: str) -> int:
        self._icons.append(icon_name)
        return self.addTab(words)

    def fit(self, room: int) -> None:
        """Leaves the icons away where the words would not all have room beside them."""
        wanted = sum(self._width(index, tight=False) for index in range(self.count()))
        if self._tight != (wanted > room):
            self._tight = wanted > room
            self.setElideMode(Qt.TextElideMode.ElideNone)  # Qt works out its layout anew

    def _width(self, index: int, *, tight: bool) -> int:
        words = QFontMetrics(text_font(self.font(), TextStyle.MEDIUM)).horizontalAdvance(self._words(index))
        return words + px(self, 2 * _TIGHT if tight else _LEFT + _ICON + _ICON_GAP + _RIGHT) + px(self, _BETWEEN)

    @override
    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return QSize(self._width(index, tight=self._tight), px(self, _HEIGHT))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            for index in range(self.count()):
                self._paint_tab(painter, index, tokens)

    def _words(self, index: int) -> str:
        return self.tabText(index).replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _paint_tab(self, painter: QPainter, index: int, tokens: Tokens) -> None:
        between = px(self, _BETWEEN)
        mirrored = self.isRightToLeft()
        tab = self.tabRect(index).adjusted(between if mirrored else 0, 0, 0 if mirrored else -between, 0)
        current = index == self.currentIndex()
        lit = current or tab.contains(self.mapFromGlobal(self.cursor().pos()))
        inset = px(self, _TIGHT)
        if not self._tight:
            side, before = px(self, _ICON), px(self, _LEFT)
            x = tab.right() + 1 - before - side if mirrored else tab.left() + before
            paint_icon(painter, self._icons[index], QRect(x, px(self, 10), side, side), tokens.text)
            inset = before + side + px(self, _ICON_GAP)
        words = tab.adjusted(0 if mirrored else inset, 0, -inset if mirrored else 0, 0)
        ink = tokens.text if lit else tokens.text_quiet
        write(
            painter,
            words,
            text_font(self.font(), TextStyle.MEDIUM),
            ink,
            self._words(index),
            Qt.AlignmentFlag.AlignLeft,
        )
        if current:
            thick = _UNDERLINE
            painter.fillRect(tab.left(), tab.bottom() + 1 - thick, tab.width(), thick, tokens.accent)
            if self.hasFocus():
                focus_ring(painter, tab.adjusted(2, 3, -2, -5), RADIUS_SMALL, tokens)


class TopTabs(QWidget):
    """`chosen` says the index of the tab the user went to; `set_current` goes there and says it too."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = TabRow(self)
        self.setAccessibleName(name)  # the row's own name is its current tab, by Qt's doing
        self._end = QHBoxLayout()
        self._end.setSpacing(px(self, 6))
        line = QHBoxLayout(self)
        line.setSpacing(0)
        line.setContentsMargins(px(self, _START), 0, px(self, _END), 1)
        line.addWidget(self.row)
        line.addStretch(1)
        line.addLayout(self._end)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row.currentChanged.connect(self.chosen)

    def add_tab(self, icon_name: str, words: str) -> int:
        index = self.row.add(icon_name, words)
        self._fit()
        return index

    def add_end(self, button: QWidget) -> None:
        """Puts a button after those at the end of the row."""
        self._end.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        if self.isVisible():
            self.row.fit(self.width() - px(self, _START + _END) - self._end.sizeHint().width())

    @property
    def current(self) -> int:
        return self.row.currentIndex()

    def set_current(self, index: int) -> None:
        self.row.setCurrentIndex(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.border)
