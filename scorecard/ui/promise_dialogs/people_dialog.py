"""The people to whom something is promised: other names for them, and two that turn out to be one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.activities import Turn
from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.people import Person
from scorecard.services.promise_book import Book
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.background import Work
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.people_lines import people_lines, promises_by_person, say_merging
from scorecard.ui.promise_dialogs.person_lines import MergeLine, NameLine
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error

_SIZE = (620, 500)


def open_people(desk: Desk, parent: QWidget | None, person_id: str | None = None) -> None:
    """With that person chosen, or the first."""
    dialog = PeopleDialog(desk, parent)
    dialog.list.choose(person_id)
    dialog.open()


class PeopleDialog(Dialog):
    """Every step is done at once and can be undone here."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("People"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._book = Book()
        self._items: tuple[Reckoned, ...] = ()
        self.search = TextField(tr("Search people"), tr("Search"), self)
        self.list = LineList(tr("People"), self)
        self.rename = QuietButton(tr("Re&name…"), self)
        self.merge = QuietButton(tr("&Merge into…"), self)
        self.name_line = NameLine(self)
        self.merge_line = MergeLine(self)
        self.notice = NoticeBar(self)
        self._arrange()
        self._connect()
        self._read()
        self.focus_first(self.list)

    def ask_name(self) -> None:
        """Asks for another name for the person who is chosen."""
        person = self._chosen
        if person is not None:
            self._clear()
            self.name_line.ask(person)

    def ask_merge(self) -> None:
        """Asks who the person who is chosen turns out to be."""
        person = self._chosen
        others = [other for other in self._book.people.present if person is not None and other.id != person.id]
        if person is not None and others:
            self._clear()
            self.merge_line.ask(person, others, self._say_merging)

    @property
    def _chosen(self) -> Person | None:
        return self._book.people.get(self.list.key)

    def _rename(self, person_id: str, name: str) -> None:
        twin = self._twin(person_id, name)
        if not self._do(lambda s: s.promises.rename_person(person_id, name)):
            return
        words = tr("Renamed.")
        if twin is not None:
            words = tr("Renamed. Somebody else has this name: if they are one person, merge them.")
        self._done(person_id, words)

    def _merge(self, kept_id: str, merged_id: str) -> None:
        merged, kept = self._book.people.name(merged_id), self._book.people.name(kept_id)
        words = tr("{merged} is {kept} now.").format(merged=merged, kept=kept)
        work = self._desk.ask(lambda s: s.merging.long(kept_id, merged_id))
        if work is not None:
            self._do_long(tr("Merging"), work.run, lambda: self._done(kept_id, words))
        elif self._do(lambda s: s.promises.merge_persons(kept_id, merged_id)):
            self._done(kept_id, words)

    def _done(self, person_id: str, words: str) -> None:
        self._clear()
        self.list.choose(person_id)
        self.list.setFocus()
        self.notice.show_notice(words, actions=(NoticeAction(tr("&Undo"), self._undo),))

    def _undo(self) -> None:
        work = self._desk.ask(lambda s: s.undoing.long(Turn.UNDO))
        if work is not None:
            self._do_long(tr("Undoing"), work.run, self._focus_list)
        elif self._do(lambda s: s.undoing.undo()):
            self._focus_list()

    def _twin(self, person_id: str, name: str) -> Person | None:
        words = " ".join(name.split()).casefold()
        present = self._book.people.present
        return next((other for other in present if other.id != person_id and other.name.casefold() == words), None)

    def _do(self, wish: Callable[[Services], object]) -> bool:
        return self._desk.do(wish, self._refuse)

    def _do_long(self, words: str, work: Work, then: Callable[[], None]) -> None:
        from scorecard.ui.long_work import do_long

        shown = do_long(words, work, self._desk, self)
        shown.ended.connect(lambda _: then())
        shown.failed.connect(self._refuse)

    def _refuse(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr), NoticeTone.WARNING)

    def _say_merging(self, kept_id: str, merged_id: str) -> str:
        people = self._book.people
        kept, merged = people.get(kept_id), people.get(merged_id)
        if kept is None or merged is None:
            return ""
        _, ever = promises_by_person(self._items, people)
        return say_merging(kept, merged, ever[merged.id])

    def _clear(self) -> None:
        for line in (self.name_line, self.merge_line, self.notice):
            line.hide()

    def _read(self) -> None:
        today = self._desk.ask(lambda s: s.promises.today())
        self._book = self._desk.ask(lambda s: s.promises.book()) or Book()
        self._items = self._book.reckoned(today) if today is not None else ()
        self._show()

    def _show(self) -> None:
        self.list.set_lines(people_lines(self._items, self._book.people, self.search.text()))
        self._offer()

    def _offer(self) -> None:
        chosen = self._chosen is not None
        self.rename.setEnabled(chosen)
        self.merge.setEnabled(chosen and len(self._book.people.present) > 1)

    def _follow_change(self, change: Change) -> None:
        if change.touches_promises():
            self._clear()
            self._read()

    def _focus_list(self) -> None:
        self.list.setFocus()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        buttons = QVBoxLayout()
        buttons.setSpacing(px(self, GAP_SMALL))
        buttons.addWidget(self.rename)
        buttons.addWidget(self.merge)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(self.list, 1)
        line.addLayout(buttons)
        self.content.addWidget(self.search)
        self.content.addLayout(line, 1)
        for below in (self.name_line, self.merge_line, self.notice):
            self.content.addWidget(below)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
        self.search.textEdited.connect(lambda _: self._show())
        self.search.returnPressed.connect(self._focus_list)
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(lambda _: self.ask_name())
        self.rename.clicked.connect(self.ask_name)
        self.merge.clicked.connect(self.ask_merge)
        self.name_line.renamed.connect(self._rename)
        self.merge_line.merged.connect(self._merge)
        for below in (self.name_line, self.merge_line):
            below.left.connect(self._focus_list)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.ask_name)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._undo)
