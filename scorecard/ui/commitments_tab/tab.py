"""The Commitments tab: what was promised to whom, on three levels, and how it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.promises import Level
from scorecard.overriding import override
from scorecard.services.reckoning import Reckoned
from scorecard.ui.commitments_tab.board import Board
from scorecard.ui.commitments_tab.drop_frame import DropFrame
from scorecard.ui.commitments_tab.empty_states import NothingFound, NothingPromised
from scorecard.ui.commitments_tab.header import LanesHeader
from scorecard.ui.commitments_tab.lane import GUTTER
from scorecard.ui.commitments_tab.quick_add import QuickAdd, Reader
from scorecard.ui.commitments_tab.search_field import SearchField
from scorecard.ui.commitments_tab.wording import say_kept
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.keys import PromiseOrder, orders_for
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from scorecard.services.lanes import LanesPage
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.services import Services
    from scorecard.ui.promise_dialogs.steps import PromiseSteps

_TIGHT = 460


class CommitmentsTab(QWidget):
    """Reads the lanes, shows them, and takes what the user does to the desk. `shown` says that a page was read.

    `person_asked`: the page of somebody, by their id.
    """

    shown = Signal()
    person_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        steps: PromiseSteps | None = None,
        reader: Reader | None = None,
    ) -> None:
        """`steps` are made when first needed, and lines read by the services, unless others are handed in."""
        super().__init__(parent)
        self._desk = desk
        self._steps = steps
        self._stale = True
        self._handed_over = ""
        self.page: LanesPage | None = None
        self._content = QWidget()
        self.header = LanesHeader(self._content)
        self.search = SearchField(self._content)
        self.quick_add = QuickAdd(desk, reader, self.search, self._content)
        self.board = Board(self._content)
        self.drop_frame = DropFrame(self.board.lanes, self._content)
        self.nothing_promised = NothingPromised(self._content)
        self.nothing_found = NothingFound(self.board)
        self.nothing_found.hide()
        self._lay_out()
        self._connect()

    @property
    def steps(self) -> PromiseSteps:
        if self._steps is None:
            from scorecard.ui.promise_dialogs.steps import PromiseSteps

            self._steps = PromiseSteps(self._desk, self)
        return self._steps

    def refresh(self) -> None:
        """Reads the lanes again: now when they are seen, or when they are next shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def promise_something(self) -> None:
        """Opens the full editor, with what the quick line says so far."""
        self._open_editor(self.quick_add.draft())

    def add_quickly(self) -> None:
        self.quick_add.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_promise(self, promise_id: str) -> None:
        """Shows everything there is, with that promise as the current card."""
        self.search.clear()
        self.header.filters.set_chosen(len(self.header.filters.cells) - 1)
        self.refresh()
        self.board.enter_card(promise_id)

    def start_keyboard(self) -> None:
        """Puts the keyboard on a card; on the quick line when there is none."""
        if not self.board.start():
            self.add_quickly()

    def explain(self, level: Level) -> None:
        from scorecard.ui.commitments_tab.explanation import RecordDialog

        people = self._desk.ask(lambda services: services.promises.book().people)
        if self.page is None or people is None:
            return
        record = next(lane.record for lane in self.page.lanes if lane.level is level)
        RecordDialog(level, record, people, self.page.today, self).open()

    def _open_editor(self, draft: PromiseDraft | None) -> None:
        self._handed_over = self.quick_add.field.text()
        self.steps.new(draft)

    def _take(self, order: PromiseOrder, item: Reckoned) -> None:
        self.steps.take(order, item)

    def _relevel(self, promise_id: str, level: Level) -> None:
        self._desk.do(lambda services: services.promises.relevel(promise_id, level))

    def _show_menu(self, item: Reckoned, point: QPoint) -> None:
        from scorecard.ui.promise_dialogs.promise_menu import WayToPerson, show_promise_menu

        if self.page is not None:
            orders, person_id = orders_for(item, self.page.today), item.promise.person_id
            way = WayToPerson(item.person, lambda: self.person_asked.emit(person_id)) if person_id else None
            show_promise_menu(orders, point, lambda order: self._take(order, item), self, way)

    def _show_all(self) -> None:
        self.search.clear()
        self.header.filters.set_chosen(len(self.header.filters.cells) - 1)
        self.refresh()
        self.start_keyboard()

    def _read(self) -> None:
        page = self._desk.ask(self._ask)
        if page is None:
            return
        self._stale = False
        self._clear_handed_over(page)
        self.page = page
        self.header.subtitle.setText(say_kept(page))
        self._show_page(page)
        self.quick_add.read_again()
        self.shown.emit()

    def _ask(self, services: Services) -> LanesPage:
        from scorecard.services.lanes import Shown, lanes_page

        wanted = Shown(self.header.filters.chosen_key or Shown.OPEN)
        return lanes_page(services.promises.book(), services.promises.today(), wanted, self.search.text())

    def _show_page(self, page: LanesPage) -> None:
        had_keyboard = self.board.entered is not None
        self.board.show_page(page, tr("Nothing here"))
        self.board.setVisible(bool(page.total))
        self.nothing_promised.setVisible(not page.total)
        none_found = bool(page.total) and not page.found
        if none_found:
            self.nothing_found.say(self.header.filters.chosen_key or "", self.search.text().strip())
        self.board.cover_lists(self.nothing_found if none_found else None)
        if had_keyboard and self.board.entered is None:
            face = self.nothing_found.show_all if none_found else self.nothing_promised.begin
            face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_handed_over(self, page: LanesPage) -> None:
        """What the full editor took from the quick line is a promise now."""
        is_made = self.page is not None and page.total > self.page.total
        if self._handed_over and is_made and self._handed_over == self.quick_add.field.text():
            self._handed_over = ""
            self.quick_add.take_over()

    def _follow(self, change: Change) -> None:
        if change.touches_promises():
            self.refresh()

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow)
        self._desk.attached.connect(self.refresh)
        self.header.filters.chosen.connect(lambda _index: self.refresh())
        self.header.new.clicked.connect(self.promise_something)
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.left.connect(self.start_keyboard)
        self.quick_add.left.connect(self.start_keyboard)
        self.quick_add.made.connect(self.board.scroll_to)
        self.quick_add.more_asked.connect(self._open_editor)
        self.board.taken.connect(self._take)
        self.board.menu_asked.connect(self._show_menu)
        self.board.person_asked.connect(self.person_asked)
        self.board.dropped.connect(self._relevel)
        self.board.explained.connect(self.explain)
        self.nothing_promised.begin.clicked.connect(self.add_quickly)
        self.nothing_found.show_all.clicked.connect(self._show_all)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, px(self, GUTTER), 0)
        head.setSpacing(px(self, GAP))
        head.addWidget(self.header)
        head.addWidget(self.quick_add)
        column = QVBoxLayout(self._content)
        column.setSpacing(px(self, GAP_WIDE) - 2)
        column.addLayout(head)
        column.addWidget(self.board, 1)
        column.addWidget(self.nothing_promised, 1)
        self.nothing_promised.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(self._content, self))
        QWidget.setTabOrder(self.quick_add.reading.more, self.search)  # after what belongs to the line beside it
        self._set_margins()

    def _set_margins(self) -> None:
        """As on every page, but that large text in a small window needs the room."""
        side = px(self, PAGE_MARGIN if self.width() >= px(self, _TIGHT) else GAP)
        margins = QMargins(side, px(self, PAGE_TOP), max(0, side - px(self, GUTTER)), 0)
        column = self._content.layout()
        if column is not None and column.contentsMargins() != margins:
            column.setContentsMargins(margins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field and no card has taken; in the window, Ctrl+F is an action of it and ends up here too."""
        if event.text() == "/" or event.matches(QKeySequence.StandardKey.Find):
            self.start_search()
        elif event.text().casefold() in ("n", tr("n", "key that goes to the quick line")):
            self.add_quickly()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.start_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
