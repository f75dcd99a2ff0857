"""Deleting somebody for good: what goes, what stays, where they still are; and the name typed, so that it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.texts import clean_line
from scorecard.overriding import override
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.deleting import say_backups, say_what_goes, say_what_stays, say_what_the_record_loses
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.domain.errors import KnownError
    from scorecard.services.people.deleting import Removal

_WIDTH = 600
_SHOWN = 48  # letters of a name in a heading


class DeleteDialog(Dialog):
    """`deleted`: it is done. Archiving is offered beside it, for it keeps everything."""

    deleted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, removal: Removal, *, archived: bool) -> None:
        super().__init__(tr("Delete for good"), tr("&Delete for good"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._removal = removal
        name = removal.person.name
        self.title.setText(tr("Delete {person} for good?").format(person=_short(name)))
        self.title.setWordWrap(True)
        self.warning = _wrapped(tr("This can't be undone. In the archive they would only be out of the list."), self)
        self.archive = QuietButton(tr("&Archive instead"), self)
        self.archive.setVisible(not archived)
        self.folder = LinkButton(tr("Open the &folder of backups"), self)
        self.typed = _Typed(tr("Their name, to delete them"), "", self)
        self.asked = _wrapped(tr("To delete them, type their name: {person}").format(person=name), self)
        self.asked.setBuddy(self.typed)
        self._arrange()
        for button in (self.primary, self.secondary, self.archive):
            button.setAutoDefault(False)  # Enter is for whoever has typed the name
        self.primary.setDefault(False)
        self.archive.clicked.connect(self._archive)
        self.folder.clicked.connect(self._open_folder)
        self.typed.textEdited.connect(lambda _text: self.show_problem(""))
        self.typed.returnPressed.connect(self.accept)
        self.focus_first(self.secondary)

    @property
    def is_named(self) -> bool:
        """Whether the name was typed; large and small letters are the same."""
        return clean_line(self.typed.text()).casefold() == self._removal.person.name.casefold()

    @override
    def accept(self) -> None:
        if not self.is_named:
            self.show_problem(tr("Type their name first, so that nobody goes by accident. Nothing was deleted."))
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        from scorecard.ui.long_work import do_long

        person = self._removal.person
        work = self._desk.ask(lambda services: services.people.deleting.deletion(person.id))
        if work is not None:
            shown = do_long(tr("Deleting: first a backup, then all of it"), work.run, self._desk, self)
            shown.ended.connect(lambda _done: self._finish())
            shown.failed.connect(self._refuse)

    def _finish(self) -> None:
        super().accept()
        name = self._removal.person.name
        self._desk.said.emit(tr("{person} was deleted for good.").format(person=name))
        self.deleted.emit()

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _archive(self) -> None:
        person_id = self._removal.person.id
        if self._desk.do(lambda services: services.people.profiles.archive(person_id), self._refuse):
            self.reject()

    def _open_folder(self) -> None:
        folder = self._desk.ask(lambda services: services.backups.folder)
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        removal = self._removal
        for heading, lines in (
            (tr("What goes from the store"), say_what_goes(removal, tr)),
            (tr("What goes from history, undo and search"), say_what_the_record_loses(removal, tr)),
            (tr("What stays"), say_what_stays(removal, tr)),
        ):
            _add_part(column, heading, lines, page)
        _add_part(column, tr("Where they still are"), (say_backups(removal, tr),), page, listed=False)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.column = ScrollColumn(page, self)
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(self.warning)
        self.content.addWidget(self.column, 1)
        self.content.addWidget(self.asked)
        self.content.addWidget(self.typed)
        self.buttons.insertWidget(0, self.archive, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down reads on, wherever the keyboard is."""
        if not self.column.scroll_by(event):
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        grow(self, self.column)


class _Typed(TextField):
    """Keeps Enter to itself: the dialog over this one would take it for its button "Stop"."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def open_delete(desk: Desk, parent: QWidget, person_id: str, *, archived: bool) -> DeleteDialog | None:
    """None when there is nobody to delete any more."""
    removal = desk.ask(lambda services: services.people.deleting.what_it_removes(person_id))
    if removal is None:
        return None
    dialog = DeleteDialog(desk, parent, removal, archived=archived)
    dialog.open()
    return dialog


def grow(dialog: Dialog, column: ScrollColumn) -> None:
    """As high as what is in it, as far as the screen has room."""
    layout = dialog.layout()
    assert layout is not None, "every dialog has one"
    column.settle()
    layout.activate()
    room = dialog.screen().availableGeometry().height()
    wanted = layout.totalHeightForWidth(max(dialog.width(), dialog.minimumWidth()))
    if wanted > dialog.height():
        dialog.resize(dialog.width(), min(wanted, room))


def _add_part(column: QVBoxLayout, heading: str, lines: Sequence[str], parent: QWidget, *, listed: bool = True) -> None:
    if column.count():
        column.addSpacing(px(parent, GAP - GAP_TINY))
    column.addWidget(SectionLabel(heading, parent))
    words = "\n".join(f"•  {line}" if listed else line for line in lines)
    label = _wrapped(words, parent)
    label.setContentsMargins(px(parent, GAP_SMALL) if listed else 0, 0, 0, 0)
    column.addWidget(label)


def _wrapped(words: str, parent: QWidget, style: TextStyle = TextStyle.BODY) -> Label:
    label = Label(words, style, parent=parent)
    label.setWordWrap(True)
    return label


def _short(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
