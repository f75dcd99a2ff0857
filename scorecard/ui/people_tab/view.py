"""What People looks like: head, list and page beside each other; where there is no room for both, one of them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.empty_states import NobodyYet
from scorecard.ui.people_tab.header import PeopleHeader
from scorecard.ui.people_tab.list_panel import ListPanel
from scorecard.ui.people_tab.list_view import PeopleList
from scorecard.ui.people_tab.page_panel import GUTTER, PagePanel
from scorecard.ui.theme.tokens import GAP, GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

BESIDE_FROM = 860  # where there is room for the list and a page
_LIST = (280, 350)
_SHARE = 0.3  # of the width, for the list
_TIGHT = 460
_LOW = 560  # of height: less air above and below
_UNSIZED = 200  # less than any window has: nobody has given it its width yet
_COLUMNS = 2  # their place in the layout
_ANY_WIDTH = 16777215


class PeopleView(QWidget):
    """Reads nothing and does nothing: those who inherit do."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._page_over_list = False
        self._arranging = False
        self.header = PeopleHeader(self)
        self.panel = ListPanel(self)
        self.person = PagePanel(desk, self)
        self.nobody_yet = NobodyYet(self)
        self._empty = ScrollArea(self.nobody_yet, self)
        self._empty.hide()
        self._lay_out()
        self.person.back_asked.connect(self.back_to_list)
        self.person.gone.connect(self.back_to_list)

    @property
    def list(self) -> PeopleList:
        return self.panel.list

    @property
    def is_narrow(self) -> bool:
        return self._is_narrow(self.width())

    def _is_narrow(self, width: int) -> bool:
        return _UNSIZED < width < px(self, BESIDE_FROM)

    @property
    def is_empty(self) -> bool:
        return not self._empty.isHidden()

    @property
    def person_id(self) -> str | None:
        """Whose page is open."""
        return self.person.person_id

    def start_search(self, text: str = "") -> None:
        self.show_list()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()
        if text:
            self.header.search.setText(text)

    def start_keyboard(self) -> None:
        """Puts the keyboard where it is useful: on the page that covers the list, on the list, on what begins one."""
        if self.is_empty:
            self.nobody_yet.add.setFocus()
        elif self.panel.isHidden():
            self.person.start()
        else:
            self.panel.start()

    def show_list(self) -> None:
        """Also from under the page that covers it."""
        self._page_over_list = False
        self._arrange()

    def back_to_list(self) -> None:
        self.show_list()
        self.list.choose(self.person_id)
        self.start_keyboard()

    def _show_page_over_list(self) -> None:
        self._page_over_list = True
        self._arrange()

    def _show_empty(self, empty: bool) -> None:
        had_keyboard, changed = self.isAncestorOf(self.window().focusWidget()), empty is not self.is_empty
        self._empty.setVisible(empty)
        self._column.setStretch(_COLUMNS, 0 if empty else 1)  # Qt would leave them room also with nothing in them
        self._arrange()
        if had_keyboard and changed:
            self.start_keyboard()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self.header)
        columns = QHBoxLayout()
        columns.setSpacing(px(self, GAP_WIDE) - 4)
        columns.addWidget(self.panel)
        columns.addWidget(self.person, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(self, GAP))
        self._column.addLayout(self._head)
        self._column.addWidget(self._empty, 1)
        self._column.addLayout(columns, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Showing and hiding may give it another width at once, which then counts."""
        if self._arranging:
            return
        self._arranging, width = True, self.width()
        self._arrange_for(width)
        self._arranging = False
        if self.width() != width:
            self._arrange()

    def _arrange_for(self, width: int) -> None:
        narrow = self._is_narrow(width)
        over = narrow and self._page_over_list and self.person_id is not None
        with_page = not self.is_empty and (over or not narrow)
        self.header.setVisible(not over)
        self.panel.setVisible(not self.is_empty and not over)
        self.person.setVisible(with_page)
        self.person.back.setVisible(over)
        side = px(self, PAGE_MARGIN if width >= px(self, _TIGHT) else GAP)
        bar = min(side, px(self, GUTTER)) if with_page else 0  # the page keeps room for its own
        low = self.height() < px(self, _LOW)
        self._column.setContentsMargins(
            QMargins(side, px(self, GAP if low else PAGE_TOP), side - bar, px(self, GAP if low else GAP_WIDE))
        )
        self._head.setContentsMargins(0, 0, bar, 0)
        room = width - 2 * side
        least, most = (px(self, pixels) for pixels in _LIST)
        wide = min(most, max(least, round(room * _SHARE)))
        self.panel.setMinimumWidth(0 if narrow else wide)
        self.panel.setMaximumWidth(_ANY_WIDTH if narrow else wide)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.start_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
