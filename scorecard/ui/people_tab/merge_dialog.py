"""Two that turn out to be one: who the other is, which name stays, and what comes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from scorecard.domain.folding import words_of
from scorecard.overriding import override
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error
from scorecard.words.merging import say_both, say_moves

if TYPE_CHECKING:
    from scorecard.domain.errors import KnownError
    from scorecard.services.people.list_page import PersonRow
    from scorecard.services.people.merge_preview import MergePreview

_SIZE = (640, 600)
_LIST = 130
_PREVIEW = 120


class MergeDialog(Dialog):
    """`merged` carries the id of the one that is left."""

    merged = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, row: PersonRow) -> None:
        super().__init__(tr("Merge two into one"), tr("&Merge"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._row = row
        self._others = _likely_first(row, desk.ask(lambda services: services.people.rows()) or ())
        self.title.setText(tr("Who is {person} the same as?").format(person=row.name))
        self.title.setWordWrap(True)
        self.search = _Search(tr("Search the other one"), tr("Search"), self)
        self.list = LineList(tr("The other one"), self)
        self.name = ChoiceBox(parent=self)
        self._name_label = Label(tr("The &name that stays"), quiet=True, parent=self)
        self._name_label.setBuddy(self.name)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("What comes together"))
        self._arrange()
        self._connect()
        self._fill()
        self.focus_first(self.search)

    @property
    def other(self) -> PersonRow | None:
        key = self.list.key
        return next((row for row in self._others if row.id == key), None)

    @property
    def ids(self) -> tuple[str, str] | None:
        """Who stays, and who goes into them."""
        other = self.other
        if other is None:
            return None
        kept = self.name.currentData() or other.id
        return (kept, self._row.id if kept == other.id else other.id)

    @override
    def accept(self) -> None:
        if self.ids is None:
            return
        kept_id, merged_id = self.ids
        work = self._desk.ask(lambda services: services.merging.long(kept_id, merged_id))
        if work is not None:
            from scorecard.ui.long_work import do_long

            shown = do_long(tr("Merging"), work.run, self._desk, self)
            shown.ended.connect(lambda _done: self._finish(kept_id))
            shown.failed.connect(self._refuse)
        elif self._desk.do(lambda services: services.people.profiles.merge(kept_id, merged_id), self._refuse):
            self._finish(kept_id)

    def _finish(self, kept_id: str) -> None:
        other = self.other
        names = {self._row.id: self._row.name, **({other.id: other.name} if other is not None else {})}
        kept = names.pop(kept_id, "")
        super().accept()
        words = tr("{merged} is {kept} now, and both names find them. Undo parts them again.")
        self._desk.said.emit(words.format(merged=next(iter(names.values()), ""), kept=kept))
        self.merged.emit(kept_id)

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _fill(self) -> None:
        wanted = [f" {word.folded}" for word in words_of(self.search.text())]
        rows = [row for row in self._others if all(word in _folded(row) for word in wanted)]
        lines = [ListLine(LineKind.ROW, row.name, _say(row), row.id, indented=False) for row in rows]
        nobody = tr("Nobody has this name.") if self._others else tr("There is nobody else in your list.")
        self.list.show_lines(lines or [ListLine(LineKind.REMARK, nobody, indented=False)])
        self._follow_choice()

    def _follow_choice(self) -> None:
        self.show_problem("")
        other = self.other
        self.primary.setEnabled(other is not None)
        self.name.blockSignals(True)
        self.name.clear()
        for row in (other, self._row) if other is not None else ():
            self.name.addItem(row.name, row.id)
        self.name.blockSignals(False)
        for part in (self.name, self._name_label):
            part.setVisible(other is not None)
        self._show_preview()

    def _show_preview(self) -> None:
        ids = self.ids
        preview = self._desk.ask(lambda services: services.people.before_merging(*ids)) if ids is not None else None
        words = _say_preview(preview) if preview is not None else ""
        self.preview.setPlainText(words)
        self.name.setAccessibleDescription(words)

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        self.list.setMinimumHeight(px(self, _LIST))
        self.preview.setMinimumHeight(px(self, _PREVIEW))
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self._name_label)
        line.addWidget(self.name, 1)
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, 2)
        self.content.addLayout(line)
        self.content.addWidget(self.preview, 3)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(self._follow_choice)
        self.list.itemActivated.connect(lambda _item: self.primary.setFocus())
        self.name.currentIndexChanged.connect(lambda _index: self._show_preview())


class _Search(TextField):
    """Down goes to what was found; Enter does too, and presses no button."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()


def _likely_first(row: PersonRow, rows: tuple[PersonRow, ...]) -> tuple[PersonRow, ...]:
    """Those who share a word of the name come first, archived ones last."""
    words = {word.folded for word in words_of(row.name)}

    def shares(other: PersonRow) -> bool:
        return not words.isdisjoint(word.folded for word in words_of(other.name))

    others = [other for other in rows if other.id != row.id]
    return tuple(sorted(others, key=lambda other: (not shares(other), other.archived)))


def _folded(row: PersonRow) -> str:
    return "".join(f" {word.folded}" for word in words_of(f"{row.name} {row.organisation}"))


def _say(row: PersonRow) -> str:
    return " · ".join(part for part in (row.role, row.organisation, tr("archived") if row.archived else "") if part)


def _say_preview(preview: MergePreview) -> str:
    names = {"merged": preview.merged.name, "kept": preview.kept.name}
    parts = [tr("{merged} becomes {kept}; both names go on to find them.").format(**names)]
    if moves := say_moves(preview, tr):
        parts.append("\n".join((tr("Comes over from {merged}:").format(**names), *(f"•  {line}" for line in moves))))
    if both := say_both(preview, tr):
        parts.append("\n".join((tr("On the page of both:"), *(f"•  {line}" for line in both))))
    parts.append(tr("Nothing is lost, and it can be undone."))
    return "\n\n".join(parts)
