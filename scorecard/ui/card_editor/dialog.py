"""The card: the measures that are on it in their groups, the bench beside it, and the retired."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.measures import Place
from scorecard.domain.snapshot import Card
from scorecard.services.card_order import place_of
from scorecard.ui.card_dialogs.retire_line import RetireLine
from scorecard.ui.card_editor.card_list import CardList
from scorecard.ui.card_editor.deeds import CardDeeds
from scorecard.ui.card_editor.fold_button import FoldButton
from scorecard.ui.card_editor.order_bar import OrderBar
from scorecard.ui.card_editor.orders import Order, offered, refusals, say_order
from scorecard.ui.card_editor.row_words import say_count
from scorecard.ui.card_editor.rows import MeasureRow, Row, rows_of
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone

_SIZE = QSize(960, 720)
_AROUND = QSize(40, 60)  # of the window that stays free
_LOWEST = 480
_RETIRED_HEIGHT = 150
_UNDO, _REDO, _REDO_TOO = "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"


class CardDialog(Dialog):
    """Everything is saved at once and undone by Ctrl+Z; only a reason, a name and the tenth measure are asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("The card"), tr("D&one"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._card = Card()
        self.deeds = CardDeeds(desk, self)
        self.card = CardList(Place.CARD, tr("On the card"), self)
        self.bench = CardList(Place.BENCH, tr("On the bench"), self)
        self.retired = CardList(Place.RETIRED, tr("Retired"), self)
        self.lists = (self.card, self.bench, self.retired)
        self.fold = FoldButton("", self)
        self.orders = OrderBar(self)
        self.retire_line = RetireLine(self)
        self.notice = NoticeBar(self)
        self._counts = {place: Label("", quiet=True, parent=self) for place in (Place.CARD, Place.BENCH)}
        self._entered = self.card
        self._arrange()
        self._fit()
        self._connect()
        self._read()
        first = next((number for number, row in enumerate(self.card.rows.items) if isinstance(row, MeasureRow)), 0)
        self.card.choose_near(first)
        self.focus_first(self.orders.add_button if self.card.is_empty else self.card)

    @property
    def entered(self) -> CardList:
        """The list with the current row."""
        return self._entered

    @property
    def row(self) -> Row | None:
        return self._entered.current

    def choose(self, measure_id: str) -> None:
        """Makes a measure the current row, wherever it stands."""
        key = f"measure:{measure_id}"
        found = next((one for one in self.lists if one.rows.row_of(key) is not None), None)
        if found is None:
            return
        if found is self.retired:
            self.fold.setChecked(True)
        self._enter(found)
        found.choose(key)

    def _choose_group(self, group_id: str) -> None:
        self._enter(self.card)
        self.card.choose(f"group:{group_id}")

    def _ask_reason(self, measure_id: str, name: str) -> None:
        self.notice.hide()
        self.retire_line.ask(measure_id, name)

    def _tell(self, sentence: str) -> None:
        self.notice.show_notice(sentence, actions=(NoticeAction(tr("&Undo"), self.deeds.undo),))

    def _say(self, sentence: str) -> None:
        self.notice.show_notice(sentence, NoticeTone.WARNING)

    def _read(self) -> None:
        today = self._desk.ask(lambda s: s.scoring.today())
        card = self._desk.ask(lambda s: s.scoring.card())
        if today is None or card is None:
            return
        self._today, self._card = today, card
        self.deeds.stand(card, today)
        for one in self.lists:
            one.show_rows(rows_of(card, today, one.place))
        for place, label in self._counts.items():
            label.setText(say_count(sum(place_of(measure, today) is place for measure in card.measures), place))
        self._show_retired()
        if self._entered.current is None and not self._entered.is_empty:
            self._entered.choose_near(0)
        self._offer()

    def _show_retired(self) -> None:
        count = 0 if self.retired.is_empty else len(self.retired.rows.items)
        self.fold.setText(tr("Retired: {count}").format(count=count))
        self.fold.setVisible(count > 0)
        self.retired.setVisible(count > 0 and self.fold.isChecked())
        if self._entered is self.retired and self.retired.isHidden():
            self._enter(self.card)

    def _offer(self) -> None:
        if self._desk.ready:
            self.orders.offer(self.row, refusals(self._card, self._today, self.row))

    def _come_in(self, entered: CardList) -> None:
        """One row of all lists is current."""
        self._entered = entered
        for one in self.lists:
            if one is not entered:
                one.leave()
        self._offer()

    def _enter(self, entered: CardList) -> None:
        self._come_in(entered)
        entered.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, left: CardList, by: int) -> None:
        """To the other side, at the same height; where the bench is empty, to the retired."""
        if (left is self.card) != (by > 0):
            return
        others = (self.bench, self.retired) if left is self.card else (self.card,)
        other = next((one for one in others if not one.isHidden() and not one.is_empty), None)
        if other is not None:
            y = left.viewport().mapToGlobal(QPoint(0, left.current_y))
            other.enter_at(other.viewport().mapFromGlobal(y).y())

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reasons = refusals(self._card, self._today, self.row)
        for order in offered(self.row):
            action = menu.addAction(say_order(order, self.row))
            action.setEnabled(order not in reasons)
            action.triggered.connect(partial(self.orders.ask, order))
        menu.popup(point)

    def _follow_change(self, change: Change) -> None:
        if change.touches_card():
            self.retire_line.hide()
            self._read()

    def _fit(self) -> None:
        """As large as it would like to be, as far as the window below it reaches."""
        parent = self.parentWidget()
        below = parent.window().size() if parent is not None else self.screen().availableSize()
        most = (below - _AROUND).expandedTo(QSize(0, px(self, _LOWEST))).boundedTo(self.screen().availableSize())
        self.resize(QSize(px(self, _SIZE.width()), px(self, _SIZE.height())).boundedTo(most))

    def _arrange(self) -> None:
        self.retired.setMaximumHeight(px(self, _RETIRED_HEIGHT))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(px(self, GAP_TINY))
        left.addLayout(self._head(tr("On the card"), Place.CARD))
        left.addWidget(self.card, 1)
        right.addLayout(self._head(tr("On the bench"), Place.BENCH))
        right.addWidget(self.bench, 1)
        right.addWidget(self.fold)
        right.addWidget(self.retired, 1)
        lists = QHBoxLayout()
        lists.setSpacing(px(self, GAP))
        lists.addLayout(left, 4)
        lists.addLayout(right, 3)
        self.content.setSpacing(px(self, GAP_SMALL + 2))
        self.content.addLayout(lists, 1)
        self.content.addWidget(self.orders)
        self.content.addWidget(self.retire_line)
        self.content.addWidget(self.notice)

    def _head(self, words: str, place: Place) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(px(self, GAP_TINY), 0, px(self, GAP_TINY), 0)
        line.addWidget(SectionLabel(words, self))
        line.addStretch(1)
        line.addWidget(self._counts[place])
        return line

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
        for one in self.lists:
            one.chosen.connect(self._offer)
            one.came_in.connect(partial(self._come_in, one))
            one.turned.connect(partial(self._turn, one))
            one.dropped.connect(self.deeds.take_drop)
            one.menu_asked.connect(self._open_menu)
            one.activated.connect(lambda _: self.orders.ask(Order.EDIT))
        self.fold.toggled.connect(lambda _: self._show_retired())
        self.orders.added.connect(self.deeds.add_measure)
        self.orders.group_added.connect(self.deeds.add_group)
        self.orders.asked.connect(lambda order: self.deeds.take(order, self.row))
        self.orders.refused.connect(self._say)
        self.deeds.began.connect(self.notice.hide)
        self.deeds.told.connect(self._tell)
        self.deeds.refused.connect(self._say)
        self.deeds.stands.connect(self.choose)
        self.deeds.named.connect(self._choose_group)
        self.deeds.retiring.connect(self._ask_reason)
        self.retire_line.retired.connect(self._retire)
        self.retire_line.left.connect(lambda: self._entered.setFocus())
        for keys, act in ((_UNDO, self.deeds.undo), (_REDO, self.deeds.redo), (_REDO_TOO, self.deeds.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _retire(self, measure_id: str, reason: str) -> None:
        self.deeds.retire(measure_id, reason)
        self._entered.setFocus()
