"""Whom did I serve? Names with ticks, those of late first; a tick is kept at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.folding import words_of
from scorecard.overriding import override
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import SlimScrollBar
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.services.people.persons import ServeChoice

_SIZE = (420, 480)
_ID = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ServedDialog(Dialog):
    """The keyboard is in the search: letters find, arrows move, Enter or Space in the list ticks, Escape leaves."""

    def __init__(self, desk: Desk, day: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Whom did I serve?"), tr("Close"), parent=parent)
        self._desk = desk
        self._day = day
        self._choices: tuple[ServeChoice, ...] = ()
        self.search = TextField(tr("Search people"), tr("Search"), self)
        self.list = QListWidget(self)
        self._arrange()
        self._read()
        desk.changed.connect(self._follow)
        self.search.textChanged.connect(lambda _text: self._show())
        self.list.itemChanged.connect(self._toggle)
        self.primary.setAutoDefault(False)
        self.primary.setDefault(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)
        self.search.installEventFilter(self)
        self.focus_first(self.search)

    def _read(self) -> None:
        """The order stays while the dialog is open: a tick must not move under the pointer."""
        found = self._desk.ask(lambda services: services.people.serve_choices(self._day)) or ()
        known = {choice.person.id: place for place, choice in enumerate(self._choices)}
        self._choices = tuple(sorted(found, key=lambda choice: known.get(choice.person.id, len(known))))
        self._show()

    def _show(self) -> None:
        current = self.list.currentItem().data(_ID) if self.list.currentItem() is not None else None
        wanted = [f" {word.folded}" for word in words_of(self.search.text())]
        shown = [choice for choice in self._choices if all(word in _searched(choice) for word in wanted)]
        self.list.blockSignals(True)
        self.list.clear()
        for choice in shown:
            self.list.addItem(_item(choice))
        places = [choice.person.id for choice in shown]
        self.list.setCurrentRow(places.index(current) if current in places else 0)
        self.list.blockSignals(False)

    def _toggle(self, item: QListWidgetItem) -> None:
        person_id: str = item.data(_ID)
        if not self._desk.do(lambda s: s.people.touches.toggle_served(person_id, self._day), self._refuse):
            self._show()
        else:
            self.show_problem("")

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _undo(self) -> None:
        self._desk.do(lambda services: services.undoing.undo(), self._refuse)

    def _follow(self, change: Change) -> None:
        if change.touches_people():
            self._read()

    def _tick_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        self.title.setText(tr("Whom did I serve? {day}").format(day=say.say_short_day(self._day)))
        self.list.setAccessibleName(tr("People served"))
        self.list.setVerticalScrollBar(SlimScrollBar(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo is that of the ticks, not of the letters in the search."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the search does not take."""
        if event.key() in _LIST_KEYS:
            step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        elif event.key() in _ENTER:
            self._tick_current()
            self.search.clear()
        else:
            super().keyPressEvent(event)


def _item(choice: ServeChoice) -> QListWidgetItem:
    row = choice.row
    about = " · ".join(part for part in (row.role, row.organisation) if part)
    item = QListWidgetItem(f"{row.name}  —  {about}" if about else row.name)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if choice.served else Qt.CheckState.Unchecked)
    item.setData(_ID, row.id)
    return item


def _searched(choice: ServeChoice) -> str:
    row = choice.row
    return "".join(f" {word.folded}" for text in (row.name, row.role, row.organisation) for word in words_of(text))
