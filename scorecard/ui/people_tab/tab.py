"""The People tab: a list to reach somebody in seconds, and beside it the page of whom is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.kept import HIDDEN, NAME, Shown, from_words, to_words
from scorecard.ui.people_tab.orders import PersonOrder, is_possible, key_that_adds
from scorecard.ui.people_tab.view import PeopleView
from scorecard.ui.shortcuts import FIND_PEOPLE
from scorecard.ui.text import tr

if TYPE_CHECKING:
    # They bring the store with them, which the first picture does not wait for.
    from scorecard.services.people.list_page import ListPage, PersonRow
    from scorecard.services.services import Services
    from scorecard.ui.preferences import Preferences

_REST = 140  # milliseconds on somebody, before their page is opened


class PeopleTab(PeopleView):
    """Reads the list, shows it, and takes what the user does to the desk. `shown` says that a list was read."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, preferences: Preferences | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self._preferences = preferences
        self._order, self._shown = from_words(preferences.people_list()) if preferences is not None else (NAME, Shown())
        self._last = preferences.person() if preferences is not None else ""
        self._stale = True
        self._said_anew = False
        self._put_away: str | None = None
        self.page: ListPage | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self.header.show_order(self._order)
        self._connect()

    def open_person(self, person_id: str, part: str = "", *, with_keyboard: bool = True) -> None:
        """Shows the page of somebody, whoever the list shows; at the rows of the table `part`, where one is named."""
        self._rest.stop()
        if not self.person.open_person(person_id):
            return
        now = self.person_id or person_id
        self.list.choose(now)
        if self._preferences is not None:
            self._preferences.set_person(now)
        self._last = now
        self._show_page_over_list()
        if part:
            self.person.start_at(part)
        elif with_keyboard:
            self.person.start()

    def add_person(self, name: str = "") -> None:
        from scorecard.ui.people_tab.add_dialog import AddDialog

        if self.flush():
            dialog = AddDialog(self._desk, self, self.page, name)
            dialog.added.connect(self._show_added)
            dialog.open()

    def import_contacts(self) -> None:
        from scorecard.ui.people_tab import person_deeds

        if self.flush():
            person_deeds.import_contacts(self._desk, self)

    def export_contacts(self) -> None:
        from scorecard.ui.people_tab import person_deeds

        if self.flush():
            person_deeds.export_contacts(self._desk, self, self.page.rows if self.page is not None else ())

    def show_everybody(self) -> None:
        self.header.search.clear()
        self._choose(Shown())
        self.start_keyboard()

    def refresh(self) -> None:
        """Reads the list again: now when it is seen, or when it is next shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def flush(self) -> bool:
        """Saves what is being written on the page; False when something could not be saved."""
        return self.person.flush()

    def unsaved_text(self) -> str:
        return self.person.unsaved_text()

    def give_up_text(self) -> None:
        self.person.give_up_text()

    def take(self, order: PersonOrder) -> None:
        """For the person who is current in the list."""
        row = self.list.current
        if row is not None:
            self._take(order, row)

    def _take(self, order: PersonOrder, row: PersonRow) -> None:
        from scorecard.ui.people_tab import person_deeds as deeds

        if not is_possible(order, row):
            self._desk.said.emit(tr("{person} is in the archive already.").format(person=row.name))
        elif order is PersonOrder.OPEN:
            self.open_person(row.id)
        elif self.flush():
            if order is PersonOrder.ARCHIVE:
                self._archive(row)
            else:
                deeds.take(order, self._desk, self, row)

    def _archive(self, row: PersonRow) -> None:
        """Whoever takes the place in the list is the next one, with their page where it is in sight."""
        from scorecard.ui.people_tab import person_deeds

        was_open, place = self.person_id == row.id, self.list.currentIndex().row()
        if not person_deeds.archive(self._desk, row) or self._shown.archived != HIDDEN:
            return
        self._put_away = row.id
        self.list.go_to(place)
        if was_open:
            self._open_current()

    def _show_added(self, person_id: str) -> None:
        """Whoever is new is shown, whatever was searched for."""
        self.refresh()
        if self.page is not None and self.page.get(person_id) is None:
            self.header.search.clear()
            self._choose(Shown())
        self.open_person(person_id)

    def _show_menu(self, point: QPoint) -> None:
        from scorecard.ui.people_tab.person_menu import show_people_menu

        row = self.list.current
        if row is not None:
            show_people_menu(row, point, lambda order: self._take(order, row), self)

    def _open_current(self) -> None:
        """Where the page is in sight beside the list."""
        if self.is_narrow:
            return
        person_id = self.list.current_id
        if person_id is not None:
            self.open_person(person_id, with_keyboard=False)
        else:
            self.person.close_person()

    def _follow_click(self) -> None:
        person_id = self.list.current_id
        if person_id is not None:
            self.open_person(person_id, with_keyboard=self.is_narrow)

    def _follow_search(self) -> None:
        self._rest.stop()
        self.refresh()
        if self.header.search.text().strip():
            self.list.go_to(0)
        else:
            self.list.choose(self.person_id)

    def _enter_found(self) -> None:
        if self.list.current is None:
            self.list.go_to(0)
        self.take(PersonOrder.OPEN)

    def _choose(self, shown: Shown) -> None:
        self._shown = shown
        self._put_away = None
        self._keep()
        self.refresh()

    def _choose_order(self, order: str) -> None:
        self._order = order
        self._keep()
        self.refresh()
        self.list.scrollTo(self.list.currentIndex())

    def _keep(self) -> None:
        if self._preferences is not None:
            self._preferences.set_people_list(to_words(self._order, self._shown))

    def _read(self) -> None:
        page = self._desk.ask(self._ask)
        if page is None:
            return
        first, self._stale = self.page is None, False
        self.page = page
        self._show_page(page)
        if first and self.person_id is None and self.list.choose(self._last):
            self._open_current()
        self.shown.emit()

    def _ask(self, services: Services) -> ListPage:
        from scorecard.services.people.list_page import ListOrder

        asked = self._shown.asked(self.header.search.text())
        return services.people.list_page(asked, ListOrder(self._order))

    def _show_page(self, page: ListPage) -> None:
        search = self.header.search.text().strip()
        self.header.show_counts(page, found=bool(search) or self._shown.narrows)
        self.header.filter.show_page(page, self._shown)
        self.panel.chips.show_parts(self._shown, self.header.filter.teams)
        self.panel.show_rows(page.rows, self.person_id, search, anew=self._said_anew)
        self._said_anew = False
        self._show_empty(not page.people and not page.archived)
        if self._put_away is not None and self.list.choose(self._put_away):
            self._put_away = None  # an undo has brought them back
            self._open_current()

    def _follow(self, change: Change) -> None:
        self._said_anew = self._said_anew or "setting" in change.topics  # dates may be written otherwise
        if change.touches_people() or change.touches_promises() or "setting" in change.topics:
            self.refresh()

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow)
        self._desk.attached.connect(self.refresh)
        self._rest.timeout.connect(self._open_current)
        header, found = self.header, self.list
        header.search.textChanged.connect(lambda _text: self._follow_search())
        header.search.left.connect(self.panel.start)
        header.search.entered.connect(self._enter_found)
        header.filter.chosen.connect(self._choose)
        header.ordered.connect(self._choose_order)
        header.new.clicked.connect(lambda: self.add_person())
        self.panel.chips.chosen.connect(self._choose)
        self.panel.nobody.show_all.clicked.connect(self.show_everybody)
        self.panel.nobody.add.clicked.connect(lambda: self.add_person(header.search.text().strip()))
        found.taken.connect(self.take)
        found.moved.connect(self._rest.start)
        found.pointed.connect(self._follow_click)
        found.doubleClicked.connect(lambda _index: self.take(PersonOrder.OPEN))
        found.typed.connect(self.start_search)
        found.add_asked.connect(lambda: self.add_person())
        found.menu_asked.connect(self._show_menu)
        self.person.person_asked.connect(lambda person_id: self.open_person(person_id))
        self.nobody_yet.add.clicked.connect(lambda: self.add_person())
        self.nobody_yet.bring.clicked.connect(self.import_contacts)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field and no row has taken; in the window, Ctrl+F is an action of it and ends up here too."""
        if event.text() == FIND_PEOPLE or event.matches(QKeySequence.StandardKey.Find):
            self.start_search()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.text() and event.text().casefold() in key_that_adds():
            self.add_person()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Escape goes back a step: from the page to the list, from a search to all, from a filter to everybody."""
        if self.person.isAncestorOf(self.window().focusWidget()) or self.window().focusWidget() is self.person:
            self.back_to_list()
        elif self.header.search.text():
            self.header.search.clear()
        elif self._shown.narrows:
            self._choose(Shown())
        else:
            self.panel.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
