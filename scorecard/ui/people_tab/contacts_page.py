"""Who would come in from a file of contacts, before anything is done: who is new, who is known, and which groups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from scorecard.services.people.contacts import ContactsChoice, ContactsPlan, ContactsReceipt, count
from scorecard.ui.import_dialog.wording import say_name
from scorecard.ui.people_tab.contacts_table import ContactsTable
from scorecard.ui.people_tab.group_choice import GroupChoice
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.segments import Segments
from scorecard.words.contacts import say_columns, say_contacts_notes, say_contacts_source

_WIDEST = 420
_TABLE = 170
_NOTES = 112
_FILL = 1


class ContactsPage(QWidget):
    """`chosen`: `choice` is another now."""

    chosen = Signal()

    def __init__(self, file: Path, plan: ContactsPlan, groups: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self.heading = ElidedLabel(f"{say_name(file)} · {say_contacts_source(plan, tr)}", quiet=True, parent=self)
        answers = [("leave", tr("Leave as they are")), ("fill", tr("Fill in what is empty"))]
        self.known = Segments(answers, tr("Those you know already"), self, widest=_WIDEST)
        self.known.set_chosen(0)
        self.all = LinkButton(tr("Tick &all"), self)
        self.none = LinkButton(tr("Tick &nobody"), self)
        self.table = ContactsTable(plan, self)
        self.table.setMinimumHeight(px(self, _TABLE))
        self.groups = GroupChoice(groups, self)
        self.notes = QPlainTextEdit(self._say_notes(), self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(tr("What does not come along, and how the file was read"))
        self.notes.setMaximumHeight(px(self, _NOTES))
        self.notes.setVisible(bool(self.notes.toPlainText()))
        self._arrange()
        self._connect()
        self.table.show_choice(ContactsChoice(plan.first_choice(fill=False)))

    @property
    def choice(self) -> ContactsChoice:
        return ContactsChoice(self.table.taken, self.known.chosen_index == _FILL, self.groups.words)

    @property
    def receipt(self) -> ContactsReceipt:
        """What the choice would come to."""
        return count(self._plan, self.choice)

    def _say_notes(self) -> str:
        return "\n".join(part for part in (say_contacts_notes(self._plan, tr), say_columns(self._plan, tr)) if part)

    def _follow_known(self) -> None:
        fill = self.known.chosen_index == _FILL
        self.table.show_choice(ContactsChoice(self._plan.first_choice(fill), fill))
        self.chosen.emit()

    def _arrange(self) -> None:
        known = Label(tr("Those you know already:"), parent=self)
        known.setVisible(self._plan.can_fill)
        self.known.setVisible(self._plan.can_fill)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        for widget in (known, self.known):
            line.addWidget(widget)
        line.addStretch(1)
        for button in (self.all, self.none):
            line.addWidget(button)
        grouped = Label(tr("&Groups for those who are new"), parent=self)
        grouped.setBuddy(self.groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.heading)
        column.addLayout(line)
        column.addWidget(self.table, 3)
        column.addSpacing(px(self, GAP - GAP_SMALL))
        column.addWidget(grouped)
        column.addWidget(self.groups)
        column.addWidget(self.notes, 1)

    def _connect(self) -> None:
        self.known.chosen.connect(lambda _index: self._follow_known())
        self.table.ticked.connect(self.chosen)
        self.all.clicked.connect(lambda: self.table.tick_all(True))
        self.none.clicked.connect(lambda: self.table.tick_all(False))
