"""The page before a meeting, and the line for after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.touches import Way
from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.meeting.after import AfterLine, Asked
from scorecard.ui.people_tab.meeting.promising import promise_in_one_line
from scorecard.ui.people_tab.meeting.wording import blocks_of, say_ask, say_page, say_who
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_TINY
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.services.people.meeting import Meeting

_SIZE = (640, 620)


class MeetingDialog(Dialog):
    """Reads itself anew as things change. T, H and P log what the meeting brought; Ctrl+Z takes it back."""

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before a meeting"), tr("Close"), parent=parent)
        self._desk = desk
        self._person_id = meeting.row.id
        self.who = Label("", quiet=True, parent=self)
        self.who.setWordWrap(True)
        self.question = Label("", TextStyle.HEADING, parent=self)
        self.question.setWordWrap(True)
        self._inside = QWidget()
        self._blocks = QVBoxLayout(self._inside)
        self.after = AfterLine(meeting.row.name, self)
        Completion(self.after.line, known_to(desk))
        self.copy = QuietButton(tr("Copy"), self)
        self._meeting = meeting
        self._arrange()
        self._connect()
        self._show(meeting)
        self.focus_first(self.after)

    def _show(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.title.setText(meeting.row.name)
        self.who.setText(say_who(meeting))
        self.who.setVisible(bool(self.who.text()))
        self.question.setText(say_ask(meeting.ask))
        while (item := self._blocks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        blocks = blocks_of(meeting)
        for block in blocks:
            self._blocks.addWidget(SectionLabel(block.title, self._inside))
            for line in block.lines:
                self._blocks.addWidget(_line(line, self._inside))
            self._blocks.addSpacing(px(self, GAP))
        if not blocks:
            self._blocks.addWidget(_line(tr("Nothing is written down of them yet. Begin by asking."), self._inside))
        self._blocks.addStretch(1)

    def _read(self) -> None:
        found = self._desk.ask(lambda services: (services.people.before_meeting(self._person_id),))
        if found is not None and found[0] is not None:
            self._show(found[0])

    def _keep(self, asked: Asked, words: str) -> None:
        person_id = self._person_id
        match asked:
            case Asked.TOUCH:
                kept = self._desk.do(
                    lambda s: s.people.touches.add(person_id, Way.MET, present=None, note=words), self._refuse
                )
                sentence = tr("Logged. Ctrl+Z takes it back.")
            case Asked.HELP:
                kept = self._desk.do(lambda s: s.people.helps.ask(person_id, words), self._refuse)
                sentence = tr("Kept among the ways to help. Ctrl+Z takes it back.")
            case Asked.PROMISE:
                said: list[str] = []
                kept = self._desk.do(
                    lambda s: said.append(promise_in_one_line(s, self._meeting.row.person, words)), self._refuse
                )
                sentence = tr("Promised: {reading}. Ctrl+Z takes it back.").format(reading="".join(said))
        if kept:
            self.show_problem("")
            self.after.confirm(sentence)

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _undo(self) -> None:
        self._desk.do(lambda services: services.undoing.undo(), self._refuse)
        self.after.confirm("")

    def _follow(self, change: Change) -> None:
        if change.touches_people() or change.touches_promises():
            self._read()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(say_page(self._meeting))

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        self._blocks.setContentsMargins(0, 0, 0, 0)
        self._blocks.setSpacing(px(self, GAP_TINY))
        ask = Card(tr("One question"), parent=self)
        ask.body.addWidget(self.question)
        self.content.addWidget(self.who)
        self.content.addWidget(ask)
        self.content.addWidget(ScrollArea(self._inside, self), 1)
        self.content.addWidget(self.after)
        self.buttons.insertWidget(0, self.copy)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow)
        self.after.said.connect(self._keep)
        self.copy.clicked.connect(self._copy)
        self.primary.setAutoDefault(False)
        self.primary.setDefault(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The three keys are heard wherever the keyboard is; Escape leaves the line first."""
        if not self.after.take_key(event):
            super().keyPressEvent(event)


def _line(text: str, parent: QWidget) -> Label:
    label = Label(text, parent=parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
