"""The head of People: how many there are, whom to look for, in which order, and the way to somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.filters import FilterButton
from scorecard.ui.people_tab.kept import LEVEL, NAME, NEXT_DUE, ORDERS, SILENCE
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import PrimaryButton
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.page_header import PageHeader
from scorecard.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from scorecard.services.people.list_page import ListPage

_SEARCH = 200


class PeopleSearch(TextField):
    """`left`: down to those who were found, or Escape in the empty field. `entered`: the first of them is meant."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Search people"), tr("Search"), parent)
        self.setToolTip(tr("Search people ({keys})").format(keys="/"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _SEARCH), super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down or (event.key() == Qt.Key.Key_Escape and not self.text()):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class PeopleHeader(PageHeader):
    """`ordered` carries one of ORDERS."""

    words_room = 230
    ordered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("People"), parent)
        self.search = PeopleSearch(self)
        self.filter = FilterButton(self)
        self.order = ChoiceBox([(order, _say_order(order)) for order in ORDERS], self)
        self._order_name = Label(tr("Order of the list"), parent=self)  # which a screen reader reads
        self._order_name.setBuddy(self.order)
        self._order_name.hide()
        self.order.setToolTip(self._order_name.text())
        self.order.setAccessibleName(self._order_name.text())
        self.new = PrimaryButton(tr("Add somebody"), self)
        self.new.setToolTip(f"{tr('n', 'key that adds a person').upper()}, {Keys.NEW.shown}")
        self.order.currentIndexChanged.connect(lambda index: self.ordered.emit(ORDERS[index]))
        for control in (self.search, self.filter, self.order, self.new):
            self.controls.add(control)

    def show_order(self, order: str) -> None:
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(ORDERS.index(order))

    def show_counts(self, page: ListPage, *, found: bool) -> None:
        """`found`: not everybody is shown."""
        self.subtitle.setText(_say_counts(page, found=found))
        for control in (self.search, self.filter, self.order):
            control.setVisible(bool(page.people or page.archived))
        self.controls.arrange()


def _say_order(order: str) -> str:
    return {
        NAME: tr("By name"),
        SILENCE: tr("Longest silence first"),
        LEVEL: tr("Highest level first"),
        NEXT_DUE: tr("Next due first"),
    }[order]


def _say_counts(page: ListPage, *, found: bool) -> str:
    if not page.people and not page.archived:
        return ""
    people = tr("%n person(s) in the list", "", page.people)
    if found:
        shown = tr("%n shown", "", len(page.rows))
        return f"{shown} · {people}"
    overdue = tr("%n overdue by their rhythm", "", page.overdue) if page.overdue else ""
    archived = tr("%n archived", "", page.archived) if page.archived else ""
    return " · ".join(part for part in (people, overdue, archived) if part)
