"""The three lanes side by side; where there is no room for three, one of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.promises import Level
from scorecard.overriding import override
from scorecard.ui.commitments_tab.lane import GUTTER, Lane
from scorecard.ui.say_promises import say_level
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from scorecard.services.lanes import LanesPage

NARROW = 820
_LEAST_HEIGHT = 250


class Board(QWidget):
    """`taken`: an order for a promise. `dropped`: a promise and the level it is to have. `explained`: a level."""

    taken = Signal(object, object)
    menu_asked = Signal(object, object)
    person_asked = Signal(str)
    dropped = Signal(str, object)
    explained = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        options = [(level.value, say_level(level)) for level in Level]
        self.chooser = Segments(options, tr("Lane"), self, widest=480)
        self.lanes = tuple(Lane(level, self) for level in Level)
        self.nothing_found: QWidget | None = None
        self._narrow = False
        self._shown = Level.COMMITMENT
        self.chooser.set_chosen(0)
        self.chooser.chosen.connect(lambda index: self._show_only(self.lanes[index].level))
        for lane in self.lanes:
            self._follow_lane(lane)
        self._lay_out()
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        return self._narrow

    @property
    def entered(self) -> Lane | None:
        """The lane whose cards have the keyboard, also while a dialog is in front."""
        focus = self.window().focusWidget()
        return next((lane for lane in self.lanes if lane.list is focus), None)

    def lane(self, level: Level) -> Lane:
        return next(lane for lane in self.lanes if lane.level is level)

    def show_page(self, page: LanesPage, empty_words: str) -> None:
        entered = self.entered
        kept = entered.list.current if entered is not None else None
        for lane, shown in zip(self.lanes, page.lanes, strict=True):
            lane.show_lane(shown, page.today, empty_words if page.found else "")
        if entered is not None:
            self._keep_keyboard(entered, kept.promise.id if kept is not None else None)
        self._place_cover()

    def start(self) -> bool:
        """Puts the keyboard on a card, the current one of a lane first; False when there is none."""
        with_cards = [lane for lane in self.lanes if lane.list.cards.cards]
        if self._narrow:
            with_cards.sort(key=lambda lane: lane.level is not self._shown)
        if not with_cards:
            return False
        chosen = next((lane for lane in with_cards if lane.list.current is not None), with_cards[0])
        self._enter(chosen)
        return True

    def scroll_to(self, promise_id: str) -> None:
        """Brings a card into sight without making it the current one."""
        for lane in self.lanes:
            row = lane.list.cards.row_of(promise_id)
            if row is not None:
                lane.list.scrollTo(lane.list.cards.index(row))

    def enter_card(self, promise_id: str) -> None:
        """Makes a card the current one, with the keyboard on it."""
        for lane in self.lanes:
            row = lane.list.cards.row_of(promise_id)
            if row is not None:
                lane.list.go_to(row)
                self._enter(lane)

    def cover_lists(self, widget: QWidget | None) -> None:
        """Shows a widget in place of all cards, under the heads; None takes it away."""
        if self.nothing_found is not None and self.nothing_found is not widget:
            self.nothing_found.hide()
        self.nothing_found = widget
        if widget is not None:
            widget.setParent(self)
            self._place_cover()
            widget.show()

    def _follow_lane(self, lane: Lane) -> None:
        lane.list.taken.connect(self.taken)
        lane.list.menu_asked.connect(self.menu_asked)
        lane.list.person_asked.connect(self.person_asked)
        lane.list.turned.connect(lambda by: self._turn(lane, by))
        lane.dropped.connect(self.dropped)
        lane.explained.connect(self.explained)

    def _keep_keyboard(self, lane: Lane, promise_id: str | None) -> None:
        moved = next((other for other in self.lanes if other.list.cards.row_of(promise_id) is not None), lane)
        if moved is not lane:
            row = moved.list.cards.row_of(promise_id)
            moved.list.go_to(row or 0)
            self._enter(moved)
        elif lane.list.cards.cards:
            self._enter(lane)
        else:
            self.start()

    def _enter(self, lane: Lane) -> None:
        self._show_only(lane.level)
        lane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        lane.list.scrollTo(lane.list.currentIndex())

    def _turn(self, lane: Lane, by: int) -> None:
        """On to the next lane that has cards, at the same height."""
        place = self.lanes.index(lane) + by
        while 0 <= place < len(self.lanes):
            other = self.lanes[place]
            if other.list.cards.cards:
                y = lane.list.current_y
                self._show_only(other.level)
                other.list.enter_at(y)
                return
            place += by

    def _show_only(self, level: Level) -> None:
        self._shown = level
        self._arrange()

    def _arrange(self) -> None:
        self.chooser.set_chosen([lane.level for lane in self.lanes].index(self._shown))
        self.chooser.setVisible(self._narrow)
        for lane in self.lanes:
            lane.setVisible(not self._narrow or lane.level is self._shown)
        self._even_heads()

    def _even_heads(self) -> None:
        """The words of all lanes take the same height, so that their cards begin on one line."""
        seen = [lane for lane in self.lanes if not lane.isHidden()]
        between = px(self, GAP_WIDE - GUTTER) * (len(seen) - 1)
        width = (self.width() - between) // len(seen)
        height = max(lane.meaning_height(width) for lane in seen)
        for lane in seen:
            lane.meaning.setMinimumHeight(height)

    def _place_cover(self) -> None:
        if self.nothing_found is None:
            return
        lane = next(lane for lane in self.lanes if not lane.isHidden())
        top = lane.geometry().top() + lane.head_bottom()
        self.nothing_found.setGeometry(QRect(0, top, self.width() - px(self, GUTTER), max(0, self.height() - top)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(self, GAP_WIDE - GUTTER))
        for lane in self.lanes:
            row.addWidget(lane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row, 1)
        self.setMinimumHeight(px(self, _LEAST_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(self, NARROW)
        if narrow != self._narrow:
            entered = self.entered
            self._narrow = narrow
            self._shown = entered.level if entered is not None else self._shown
            self._arrange()
        self._even_heads()
        self._place_cover()

    @override
    def event(self, event: QEvent) -> bool:
        seen = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange) and self.width():
            self._even_heads()
            self._place_cover()
        return seen
