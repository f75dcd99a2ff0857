"""A touch being written down, or edited: a few words, how, given or received, whether one was present, when."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.touches import TOUCH_NOTE_LENGTH, Direction, Touch, Way
from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.people import say_way

_BY_ITSELF = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # nobody went there
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESENT: dict[str, bool | None] = {"": None, "yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class LoggedTouch:
    """What was said of a touch; `touch_id` is empty for a new one."""

    touch_id: str
    way: Way
    direction: Direction
    present: bool | None
    note: str
    day: date


class TouchForm(QWidget):
    """One line; how and when it was stands below it once the line was gone to. Enter anywhere takes all of it.

    `taken` carries a LoggedTouch; `left` says that one is no longer edited.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._touch_id = ""
        self.note = TextField(tr("Log a touch"), tr("Log a touch: a few words, or none"), self)
        self.note.setMaxLength(TOUCH_NOTE_LENGTH)
        self.way = ChoiceBox([(way.value, say_way(way, tr)) for way in Way], self)
        directions = ((Direction.GIVEN, tr("Given", "attention")), (Direction.RECEIVED, tr("Received", "attention")))
        self.direction = ChoiceBox([(one.value, words) for one, words in directions], self)
        presences = (("", tr("Present?")), ("yes", tr("Fully", "present")), ("no", tr("Not quite", "present")))
        self.present = ChoiceBox(presences, self)
        self.day = DayField(tr("Day"), today, today, self)
        self.take = QuietButton("", self)
        self.leave = LinkButton(tr("Cancel"), self)
        self.options = FlowRow(self)
        self._arrange()
        self._clear()
        self.note.textEdited.connect(lambda _: self._unfold())
        self.take.clicked.connect(self.act)
        self.leave.clicked.connect(self.give_up)

    @property
    def editing(self) -> bool:
        return bool(self._touch_id)

    @property
    def typed(self) -> str:
        """What would be lost; nothing of a touch that is only looked at."""
        return " ".join(self.note.text().split())

    @property
    def begun(self) -> bool:
        return bool(self.typed) or self.editing

    def edit(self, touch: Touch) -> None:
        self._touch_id = touch.id
        self._show(touch.way, touch.direction, touch.present, touch.day, touch.note)
        self.take.setText(tr("Change it"))
        self.leave.show()
        self.options.arrange()
        self._unfold()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_day(self, today: date, *, afresh: bool) -> None:
        """`afresh`: of somebody else, so nothing is begun; else only a form in which nothing is goes on to today."""
        if afresh:
            self._today = today
            self.forget()
        elif today != self._today and not self.begun:
            self._today = today
            self.day.set_day(today)

    def forget(self) -> None:
        self._clear()
        self.options.hide()

    def put_back(self, logged: LoggedTouch) -> None:
        """The store refused it."""
        self._touch_id = logged.touch_id
        self._show(logged.way, logged.direction, logged.present, logged.day, logged.note)
        self._unfold()

    def act(self) -> None:
        """Takes what is said; the way stays for the next one."""
        present = _PRESENT[str(self.present.currentData())]
        way, direction = Way(self.way.currentData()), Direction(self.direction.currentData())
        logged = LoggedTouch(self._touch_id, way, direction, present, self.typed, self.day.day)
        self._clear()
        self.way.setCurrentIndex(self.way.findData(way.value))
        self.taken.emit(logged)

    def give_up(self) -> None:
        was_editing = self.editing
        self.forget()
        if was_editing:
            self.left.emit()

    def _clear(self) -> None:
        self._touch_id = ""
        self._show(Way.MET, Direction.GIVEN, None, self._today, "")
        self.take.setText(tr("Log it"))
        self.leave.hide()
        self.options.arrange()

    def _show(self, way: Way, direction: Direction, present: bool | None, day: date, note: str) -> None:
        self.way.setCurrentIndex(self.way.findData(way.value))
        self.direction.setCurrentIndex(self.direction.findData(direction.value))
        key = next(key for key, answer in _PRESENT.items() if answer is present)
        self.present.setCurrentIndex(self.present.findData(key))
        self.day.set_day(day)
        self.note.setText(note)

    def _unfold(self) -> None:
        if self.options.isHidden():
            self.options.show()
            self.options.arrange()

    def _arrange(self) -> None:
        for box, words in (
            (self.way, tr("How you were in touch")),
            (self.direction, tr("Whether you gave attention or received it")),
            (self.present, tr("Whether you were present: fully, not quite, or not said")),
        ):
            box.setAccessibleDescription(words)  # its name is what is chosen
            box.setToolTip(plain_tip(words))
        for part in (self.way, self.direction, self.present, self.day, self.take, self.leave):
            self.options.add(part)
        self.options.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.note)
        column.addWidget(self.options)
        self.setFocusProxy(self.note)
        for field in (self.note, self.day.field):
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field of a day keeps Enter to itself otherwise."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and watched is self.note:
            if event.reason() not in _BY_ITSELF:
                self._unfold()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            self.act()
            return True
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Escape is its own while something is begun, also where the window knows it."""
        wanted = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self.begun
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.act()
        elif event.key() == Qt.Key.Key_Escape and self.begun:
            self.give_up()
        else:
            super().keyPressEvent(event)
