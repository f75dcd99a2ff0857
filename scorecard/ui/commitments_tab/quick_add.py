"""The quick line: one field, and under it, before Enter, how it is understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.errors import EmptyNameError, KnownError
from scorecard.domain.people import People
from scorecard.domain.promises import Level
from scorecard.domain.texts import storable
from scorecard.overriding import override
from scorecard.services.quick_line.reader import LineReading, Part
from scorecard.ui.commitments_tab.quick_field import QuickField
from scorecard.ui.commitments_tab.quick_state import LEVEL_OF, QuickOrder, QuickState, quick_order_of, without_level
from scorecard.ui.commitments_tab.reading_line import ReadingLine
from scorecard.ui.desk import Desk
from scorecard.ui.say import say_day
from scorecard.ui.say_promises import say_no_words
from scorecard.ui.say_record import say_own_record
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.saved_area import say_left_out
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.services import Services

_BESIDE = 680  # from this width on there is room for something beside the field
_PART_OF = {
    QuickOrder.NEXT_PERSON: Part.PERSON,
    QuickOrder.NO_PERSON: Part.PERSON,
    QuickOrder.NEXT_DUE: Part.DUE,
    QuickOrder.NO_DUE: Part.DUE,
}


class Reader(Protocol):
    def read(
        self, line: str, today: date, people: People, declined: frozenset[Part] = frozenset()
    ) -> LineReading: ...  # fmt: skip


class QuickAdd(QWidget):
    """`made`: the id of a new promise. `more_asked`: the draft that the full editor is to show."""

    made = Signal(str)
    more_asked = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, reader: Reader | None, beside: QWidget, parent: QWidget) -> None:
        """`reader` is that of the services unless another is handed in.

        `beside` stands at the end of the field, or under it where there is no room.
        """
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self.state = QuickState()
        self.field = QuickField(
            tr("Quick add"), tr("Quick add: Send the estimates to Cassandra by Friday !commitment"), self._names, self
        )
        self.reading = ReadingLine(self)
        self.problem = Label("", TextStyle.MEDIUM, parent=self)
        self.problem.setWordWrap(True)
        self.problem.setForegroundRole(self.palette().ColorRole.BrightText)
        self.problem.hide()
        self.setFocusProxy(self.field)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(beside)
        self._connect()

    def draft(self) -> PromiseDraft | None:
        """What the line says; None while nothing is typed or the store is not open."""
        if self.state.reading is None:
            return None
        from scorecard.services.promises import PromiseDraft

        whom = self.state.addressee
        person = whom.person if whom is not None else None
        return PromiseDraft(
            self.state.words,
            self.state.level,
            self.state.due,
            to_whom=whom.name if whom is not None else "",
            person_id=person.id if person is not None else None,
        )

    def read_again(self) -> None:
        """Something else has changed: the day, the people, the record, or the store is open now."""
        if self.field.text().strip():
            self._read(self.state.declined)

    def take_over(self, words: str = "") -> None:
        """The line has become a promise: a new one begins."""
        self.field.clear()
        if words:
            self._announce(words)

    def _lay_out(self, beside: QWidget) -> None:
        self._fields.setSpacing(px(self, GAP_SMALL))
        self._fields.addWidget(self.field, 1)
        self._fields.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addLayout(self._fields)
        column.addWidget(self.problem)
        column.addWidget(self.reading)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._follow_text())
        self.field.entered.connect(self._make)
        self.field.left.connect(self.left)
        self.field.refused.connect(self._refuse)
        self.field.ordered.connect(self._obey)
        self.reading.level_chosen.connect(self._choose_level)
        self.reading.turned.connect(self._turn)
        self.reading.declined.connect(self._decline)
        self.reading.more_asked.connect(self._ask_more)

    def _names(self) -> tuple[str, ...]:
        return self._desk.ask(lambda services: services.people.present_names()) or ()

    def _follow_text(self) -> None:
        self._show_problem("")
        if self.field.text().strip():
            self._read(self.state.declined)
        else:
            self.state = QuickState(self.state.chosen)
            self._show_state(None)

    def _read(self, declined: frozenset[Part]) -> None:
        line = self.field.text()

        def read(services: Services) -> str:
            reader = self._reader or services.lines
            today, people = services.promises.today(), services.promises.book().people
            kept = _still_declined(reader.read(line, today, people), declined) if declined else declined
            self.state = self.state.read(reader.read(line, today, people, kept), kept)
            return self._own_record(services)

        self._show_state(self._desk.ask(read))

    def _own_record(self, services: Services) -> str:
        from scorecard.services.lanes import own_record

        whom, state = self.state.addressee, self.state
        person = whom.person if whom is not None else None
        known = whom is not None and (person is not None or not whom.name)
        own = own_record(
            services.promises.book(),
            services.promises.today(),
            state.level,
            state.due,
            person.id if person is not None else None,
            person_known=known,
        )
        return say_own_record(own, person.name if person is not None else "")

    def _show_state(self, record: str | None) -> None:
        today = self._desk.ask(lambda services: services.promises.today())
        if record is None or today is None or self.state.reading is None:
            self.reading.hide()
            self.field.setAccessibleDescription("")
            return
        self.reading.show_state(self.state, today, record)
        self.field.setAccessibleDescription(self.reading.spoken(self.state))

    def _show_again(self) -> None:
        self._show_state(self._desk.ask(self._own_record))

    def _obey(self, order: QuickOrder) -> None:
        if order is QuickOrder.MORE:
            self._ask_more()
        elif order in LEVEL_OF:
            self._choose_level(LEVEL_OF[order])
        elif order in (QuickOrder.NEXT_PERSON, QuickOrder.NEXT_DUE):
            self._turn(_PART_OF[order])
        else:
            self._decline(_PART_OF[order])

    def _choose_level(self, level: Level) -> None:
        self.state = self.state.with_level(level)
        line = without_level(self.field.text(), self.state.reading, level)
        if line != self.field.text():
            self.field.setText(line)
        else:
            self._show_again()

    def _turn(self, part: Part) -> None:
        if part in self.state.declined:
            self._decline(part)
            return
        self.state = self.state.next_due() if part is Part.DUE else self.state.next_person()
        self._show_again()

    def _decline(self, part: Part) -> None:
        """The part shall be text; a second time, it shall not."""
        self._read(self.state.declined ^ {part})
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_more(self) -> None:
        self.more_asked.emit(self.draft())

    def _make(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        made: list[str] = []
        line = self.field.text()
        if self._desk.do(lambda services: made.append(services.promises.make(draft)), self._refuse):
            self.state = QuickState(draft.level)
            self.take_over(tr("Promised: {words}").format(words=draft.words))
            if storable(line) != line:
                self._desk.said.emit(say_left_out())
            for promise_id in made:
                self.made.emit(promise_id)

    def _refuse(self, error: KnownError) -> None:
        unnamed = isinstance(error, EmptyNameError)
        self._show_problem(say_no_words() if unnamed else say_error(error, tr, say_day))
        self._announce(self.problem.text())

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(self, _BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._fields.direction():
            self._fields.setDirection(direction)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the line work on its chips too."""
        order = quick_order_of(event.key(), event.modifiers())
        if order is None:
            super().keyPressEvent(event)
        else:
            self._obey(order)


def _is_ours(event: QKeyEvent) -> bool:
    return quick_order_of(event.key(), event.modifiers()) is not None


def _still_declined(reading: LineReading, declined: frozenset[Part]) -> frozenset[Part]:
    """Only what is still there to be read."""
    found = {Part.PERSON: bool(reading.addressees), Part.DUE: bool(reading.dues), Part.LEVEL: reading.level is not None}
    return frozenset(part for part in declined if found[part])
