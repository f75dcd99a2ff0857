"""Everybody in a file of contacts, with what would become of them; a tick for each who can come in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.overriding import override
from scorecard.services.people.contacts import ContactsChoice, ContactsPlan
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.words.contacts import say_becomes_contact

_BECOMES = 3


class ContactsTable(QTableWidget):
    """`ticked`: another choice. Space is a tick too."""

    ticked = Signal()

    def __init__(self, plan: ContactsPlan, parent: QWidget) -> None:
        super().__init__(len(plan.contacts), 4, parent)
        self._plan = plan
        self._fill = False
        self.taken: frozenset[int] = frozenset()
        self.setAccessibleName(tr("Who would come in"))
        self.setHorizontalHeaderLabels([tr("Name"), tr("Role and organisation"), tr("Email"), tr("Becomes")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(px(self, 60))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._write()
        self.itemChanged.connect(self._follow_tick)

    def show_choice(self, choice: ContactsChoice) -> None:
        self.taken, self._fill = choice.taken, choice.fill
        self.blockSignals(True)
        for place in range(len(self._plan.contacts)):
            self._say(place)
        self.blockSignals(False)
        self.viewport().update()

    def tick_all(self, ticked: bool) -> None:
        """All but those who have somebody's name: they may be the same."""
        self._choose(self._plan.first_choice(self._fill) if ticked else frozenset())

    def _write(self) -> None:
        for place, one in enumerate(self._plan.contacts):
            draft = one.draft
            work = " · ".join(part for part in (draft.role, draft.organisation) if part)
            for column, words in enumerate((draft.name, work, draft.email, "")):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                self.setItem(place, column, item)
        if self._plan.contacts:
            self.setCurrentCell(0, 0)

    def _say(self, place: int) -> None:
        one = self._plan.contacts[place]
        name, becomes = self.item(place, 0), self.item(place, _BECOMES)
        assert name is not None, "written before"
        assert becomes is not None, "written before"
        if one.is_offered(self._fill):
            name.setCheckState(Qt.CheckState.Checked if place in self.taken else Qt.CheckState.Unchecked)
        else:
            name.setData(Qt.ItemDataRole.CheckStateRole, None)
        words = say_becomes_contact(one, one.becomes(self._fill, place in self.taken), tr)
        if becomes.text() != words:
            becomes.setText(words)
            becomes.setToolTip(plain_tip(words))

    def _follow_tick(self, item: QTableWidgetItem) -> None:
        if item.column() == 0 and self._plan.contacts[item.row()].is_offered(self._fill):
            self._put(item.row(), item.checkState() is Qt.CheckState.Checked)

    def _put(self, place: int, ticked: bool) -> None:
        self._choose(self.taken | {place} if ticked else self.taken - {place})

    def _choose(self, taken: frozenset[int]) -> None:
        if taken != self.taken:
            changed, self.taken = taken ^ self.taken, taken
            self.blockSignals(True)
            for place in changed:
                self._say(place)
            self.blockSignals(False)
            self.viewport().update()
            self.ticked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentRow()
        if event.key() == Qt.Key.Key_Space and place >= 0:
            if self._plan.contacts[place].is_offered(self._fill):
                self._put(place, place not in self.taken)
            return
        super().keyPressEvent(event)
