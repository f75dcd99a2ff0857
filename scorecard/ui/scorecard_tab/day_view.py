"""The picture of a day: header, strip, groups of rows and panel, laid out and kept up to date with a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.services.pages import DayPage
from scorecard.ui.scorecard_tab.day_header import DayHeader
from scorecard.ui.scorecard_tab.day_panel import DayPanel
from scorecard.ui.scorecard_tab.group_card import GroupCard
from scorecard.ui.scorecard_tab.measure_row import MeasureRow
from scorecard.ui.scorecard_tab.states import header_state, panel_state
from scorecard.ui.scorecard_tab.week_strip import WeekStrip
from scorecard.ui.theme.tokens import GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    # Imported for the first day that has promises: the first picture of another does without.
    from scorecard.domain.reflections import Adjustment
    from scorecard.ui.scorecard_tab.greeting_card import GreetingCard
    from scorecard.ui.scorecard_tab.promised_card import PromisedCard
    from scorecard.ui.scorecard_tab.review_card import ReviewDue, ReviewsCard
    from scorecard.ui.scorecard_tab.served_card import ServedCard

_PANEL, _NARROW_PANEL = 300, 264
_NARROW_BELOW = 1100
_STACKED_BELOW = 860
_ANY_WIDTH = (1 << 24) - 1  # Qt's own "no limit"
_CARD_GAP = 14


class DayView(QWidget):
    """Subclasses answer the signals of the parts; `follow_row` is called for every row that is made.

    `promised` is None until a day with promises is shown; `follow_promised` is called when it is made.
    """

    def __init__(self, page: DayPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self._content = QWidget()
        self._scroll = ScrollArea(self._content, self)
        self.header = DayHeader(self._content)
        self.strip = WeekStrip(page, self._content)
        self.panel = DayPanel(self._content)
        self.promised: PromisedCard | None = None
        self.greeting: GreetingCard | None = None
        self.served: ServedCard | None = None
        self.reviews: ReviewsCard | None = None
        self.groups: list[GroupCard] = []
        self.empty: QWidget | None = None
        self._cards = QVBoxLayout()
        self._side = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._page = QVBoxLayout(self._content)
        self._lay_out()

    @property
    def rows(self) -> list[MeasureRow]:
        return [row for group in self.groups for row in group.rows]

    @property
    def entered_row(self) -> MeasureRow | None:
        return next((row for row in self.rows if row.is_entered), None)

    def row_of(self, measure_id: str) -> MeasureRow | None:
        return next((row for row in self.rows if row.measure_id == measure_id), None)

    def follow_row(self, row: MeasureRow) -> None:
        raise NotImplementedError

    def follow_promised(self, card: PromisedCard) -> None:
        raise NotImplementedError

    def set_empty_state(self, empty: QWidget) -> None:
        """What stands in place of the groups while the card is empty."""
        self.empty = empty
        self._cards.insertWidget(0, empty, 1)
        empty.setVisible(self.page.card_is_empty)
        if self.page.card_is_empty:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_bar(self, bar: QWidget, stops: Sequence[QWidget]) -> None:
        """A line between the week and the card, and where the keyboard stops in it."""
        self._page.insertWidget(self._page.indexOf(self._columns), bar)
        for first, second in pairwise((self.strip.buttons[-1], *stops)):
            QWidget.setTabOrder(first, second)

    def show_page(self, page: DayPage, *, other_day: bool = False) -> None:
        was_empty = self.page.card_is_empty
        self.page = page
        self.header.show_state(header_state(page))
        self.strip.show_page(page)
        self._show_groups(page)
        self.panel.show_state(panel_state(page))
        self.panel.setVisible(not page.card_is_empty)
        self._show_promised(page)
        if self.empty is not None:
            self.empty.setVisible(page.card_is_empty)
        if other_day:
            self._scroll.verticalScrollBar().setValue(0)
        begun = was_empty and not page.card_is_empty
        if (other_day or begun) and self.isVisible():  # from behind another page it would take the keyboard away
            self.enter_first_blank(Qt.FocusReason.OtherFocusReason)

    def enter_first_blank(self, reason: Qt.FocusReason) -> None:
        rows = self.rows
        row = next((row for row in rows if row.row.blank), rows[0] if rows else None)
        if row is not None and not self.page.is_future:
            row.control.focus_widget.setFocus(reason)
        elif self.empty is not None and self.page.card_is_empty:
            self.empty.setFocus(reason)

    def move_from(self, row: MeasureRow, direction: int) -> None:
        """To the next or previous measure; past the last one, to what finishes the day."""
        rows = self.rows
        place = rows.index(row) + direction
        if 0 <= place < len(rows):
            rows[place].enter()
        elif place == len(rows):
            self._last_button.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _last_button(self) -> QWidget:
        return self.panel.reopen if self.page.finished_at is not None else self.panel.finish

    def _show_promised(self, page: DayPage) -> None:
        if self.promised is None:
            if not page.promised:
                return
            self.promised = self._make_promised()
        had_keyboard = self.promised.list.has_keyboard
        self.promised.show_page(page)
        self._order_keyboard()
        if had_keyboard and self.promised.isHidden():
            self._last_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_promised(self) -> PromisedCard:
        from scorecard.ui.scorecard_tab.promised_card import PromisedCard

        card = PromisedCard(self._content)
        # Once what the card says of the keys has its place.
        card.list.entered.connect(lambda line: QTimer.singleShot(0, self, lambda: self._show_whole(card, line)))
        self._side.insertWidget(1, card)
        self.follow_promised(card)
        self._fit_width()
        return card

    def show_greeting(self, greeting: Adjustment | None) -> None:
        """What was written on an earlier day to be done on this one; None: nothing."""
        if self.greeting is None:
            if greeting is None:
                return
            from scorecard.ui.scorecard_tab.greeting_card import GreetingCard

            self.greeting = GreetingCard(self._content)
            self._side.insertWidget(self._side.count() - 1, self.greeting)
            self._fit_width()
        self.greeting.show_greeting(greeting, self.page.day)

    def show_served(self, names: Sequence[str] | None) -> None:
        """Whom one served on the day; None while there is nobody to choose from."""
        if self.served is None:
            if names is None:
                return
            from scorecard.ui.scorecard_tab.served_card import ServedCard

            self.served = ServedCard(self._content)
            self._side.insertWidget(self._side.count() - 1, self.served)
            self.follow_served(self.served)
            self._fit_width()
            self._order_keyboard()
        self.served.setVisible(names is not None and not self.page.is_future)
        self.served.show_served(names or ())

    def follow_served(self, card: ServedCard) -> None:
        raise NotImplementedError

    def show_reviews(self, due: Sequence[ReviewDue]) -> None:
        """The quality reviews that are due today, below the promises; on another day none is shown."""
        wanted = due if self.page.day == self.page.today else ()
        if self.reviews is None:
            if not wanted:
                return
            from scorecard.ui.scorecard_tab.review_card import ReviewsCard

            self.reviews = ReviewsCard(self._content)
            self._side.insertWidget(2 if self.promised is not None else 1, self.reviews)
            self.follow_reviews(self.reviews)
            self._fit_width()
        had_keyboard = self.reviews.isAncestorOf(self.window().focusWidget())
        self.reviews.show_reviews(wanted, self.page.today)
        self._order_keyboard()
        if had_keyboard and self.reviews.isHidden():
            self._last_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_reviews(self, card: ReviewsCard) -> None:
        raise NotImplementedError

    def _show_groups(self, page: DayPage) -> None:
        fits = len(self.groups) == len(page.groups) and all(
            card.fits(group) for card, group in zip(self.groups, page.groups, strict=True)
        )
        if fits:
            for card, group in zip(self.groups, page.groups, strict=True):
                card.show_group(group)
        else:
            self._rebuild(page)
        for row in self.rows:
            row.set_locked(page.is_future)

    def _rebuild(self, page: DayPage) -> None:
        keyboard = self.window().focusWidget()  # behind a dialog, too
        left = next((row.measure_id for row in self.rows if row.isAncestorOf(keyboard)), None)
        for card in self.groups:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.groups = [GroupCard(group, self._content) for group in page.groups]
        for place, card in enumerate(self.groups):
            self._cards.insertWidget(place, card)
            card.show()
        for row in self.rows:
            row.moved.connect(lambda direction, row=row: self.move_from(row, direction))
            row.entered.connect(self._make_visible)
            self.follow_row(row)
        self._order_keyboard()
        if left is not None and (again := self.row_of(left) or next(iter(self.rows), None)) is not None:
            again.control.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_keyboard(self) -> None:
        """Tab goes through the rows, then to the panel, as the eye does."""
        widgets = [row.control.focus_widget for row in self.rows]
        promised = self.promised.stops if self.promised is not None else []
        served = [self.served.ask] if self.served is not None else []
        due = self.reviews.stops if self.reviews is not None else []
        chain = [*widgets, self.panel.ring, self.panel.finish, self.panel.reopen, *promised, *due, *served]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _make_visible(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, px(self, 24))

    def _show_whole(self, card: QWidget, line: QWidget) -> None:
        """The whole card where there is room for it, the line in any case."""
        self._scroll.ensureWidgetVisible(card, 0, px(self, GAP_WIDE))
        self._make_visible(line)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        margin = px(self, PAGE_MARGIN)
        page = self._page
        page.setContentsMargins(margin, px(self, PAGE_TOP), margin, margin)
        page.setSpacing(px(self, GAP_WIDE))
        page.addWidget(self.header)
        page.addWidget(self.strip)
        page.addLayout(self._columns, 1)
        self._fill_columns()

    def _fill_columns(self) -> None:
        columns = self._columns
        columns.setSpacing(px(self, GAP_WIDE))
        for column in (self._cards, self._side):
            column.setSpacing(px(self, _CARD_GAP))
        self._cards.addStretch(1)
        self._side.addWidget(self.panel)
        self._side.addStretch(1)
        columns.addLayout(self._cards, 1)
        columns.addLayout(self._side)

    def _fit_width(self) -> None:
        """Beside the card where there is room, narrower where there is less, below it where there is none."""
        stacked = self.width() < px(self, _STACKED_BELOW)
        across = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across)
        narrow = self.width() < px(self, _NARROW_BELOW)
        width = px(self, _NARROW_PANEL if narrow else _PANEL)
        cards: tuple[QWidget | None, ...] = (self.panel, self.promised, self.reviews, self.greeting, self.served)
        for card in (card for card in cards if card is not None):
            card.setMinimumWidth(0 if stacked else width)
            card.setMaximumWidth(_ANY_WIDTH if stacked else width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()
