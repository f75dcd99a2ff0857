"""One measure on the card: name, why, control, bar and points, and a note that opens under it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.domain.errors import ComputedValueError, ImpossibleValueError
from scorecard.domain.marks import Mark, Scored
from scorecard.domain.values import read_value
from scorecard.overriding import override
from scorecard.services.pages import RowPage
from scorecard.ui import say
from scorecard.ui.scorecard_tab.keys import KeyOrder, Order, order_of, stepped
from scorecard.ui.scorecard_tab.row_picture import RowPicture
from scorecard.ui.scorecard_tab.states import RowState, row_state
from scorecard.ui.scorecard_tab.value_control import (
    CountedControl,
    SegmentsControl,
    StepperControl,
    ValueControl,
    chooses,
)
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.words.errors import say_error, say_value_fault

if TYPE_CHECKING:
    # Imported when the first note is opened: the first picture shows none.
    from scorecard.ui.scorecard_tab.note_editor import NoteEditor

_OF_THE_FIELD = (Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_A)
_WITH_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MeasureRow(QWidget):
    """Says what the user wants by signals, each with the measure's id; shows only what it is given."""

    scored = Signal(str, object)
    skipped = Signal(str)
    cleared = Signal(str)
    noted = Signal(str, str)
    restored = Signal(str, object)  # back to a mark, after nonsense was typed over it
    moved = Signal(int)
    entered = Signal(object)
    served_asked = Signal()
    told = Signal(str)  # a sentence about the note
    menu_asked = Signal(str, QPoint)
    note_made = Signal(object)  # the place where its notes are written from now on

    def __init__(self, row: RowPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._state: RowState = row_state(row)
        self._nonsense: ImpossibleValueError | None = None
        self._mark_before: Mark = row.entry.mark
        self.refusal = ""
        self._is_dressed = False
        self._picture = RowPicture(self)
        self.control: ValueControl = self._make_control(row)
        self.note_button = IconButton("message-square-text", tr("Note"), "M", self)
        self.note_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note_button.clicked.connect(self.open_note)
        self._note_editor: NoteEditor | None = None
        self.control.focus_widget.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_row(row)

    @property
    def measure_id(self) -> str:
        return self._row.measure.id

    @property
    def row(self) -> RowPage:
        return self._row

    @property
    def state(self) -> RowState:
        return self._state

    @property
    def is_entered(self) -> bool:
        return self.control.focus_widget.hasFocus()

    @property
    def note_editor(self) -> NoteEditor | None:
        return self._note_editor

    def fits(self, row: RowPage) -> bool:
        """Whether this widget can show that row, or another has to be made."""
        mine, other = self._row.terms, row.terms
        same = (mine.kind, mine.scale, mine.unit) == (other.kind, other.scale, other.unit)
        return same and self._row.measure.id == row.measure.id

    def show_row(self, row: RowPage) -> None:
        """Shows what is stored. Text that is being typed and says the same, or is not finished, is left alone."""
        if row.entry.day != self._row.entry.day:
            self._forget_typing()
            self._put_note_away()
        state = row_state(row)
        same = state == self._state and self._is_dressed
        self._row, self._state = row, state
        if not self._is_typed(self._state.value):
            self.control.show(state.value)
        if self._note_editor is not None:
            self._note_editor.follow(row.entry.note)
        if not same:
            self._dress()

    def _dress(self) -> None:
        """What a screen reader, a tooltip and the picture say of the row."""
        row = self._row
        self._is_dressed = True
        self.control.set_name(row.measure.name, self._state.spoken)
        self.setAccessibleName(row.measure.name)
        self.setToolTip(plain_tip(self._picture.tooltip(row, self._state)))
        self.note_button.setVisible(self._state.has_note)
        self.note_button.set_name(tr("Note for {measure}").format(measure=row.measure.name), "M")
        self.update()

    def set_locked(self, locked: bool) -> None:
        self.control.set_locked(locked)

    def enter(self) -> None:
        self.control.focus_widget.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, sentence: str) -> None:
        """Says in the row, in words, why a value was not taken."""
        self.refusal = sentence
        self.control.focus_widget.setAccessibleDescription(sentence or self._state.spoken)
        self.update()

    def flush(self) -> None:
        """Everything typed so far goes to the store now."""
        if self._note_editor is not None:
            self._note_editor.save_now()
        self._settle_typing()

    def open_note(self) -> None:
        if self._note_editor is None:
            from scorecard.ui.scorecard_tab.note_editor import NoteEditor

            self._note_editor = NoteEditor(self._row.measure.name, self)
            self._note_editor.written.connect(lambda text: self.noted.emit(self.measure_id, text))
            self._note_editor.told.connect(self.told)
            self._note_editor.left.connect(self.close_note)
            self.note_made.emit(self._note_editor)
        self._note_editor.enter_with(self._row.entry.note)
        self._place()
        self.updateGeometry()

    def close_note(self) -> None:
        if self._note_editor is not None:
            self._note_editor.save_now()
            self.enter()
            self._note_editor.hide()
            self.updateGeometry()

    def _make_control(self, row: RowPage) -> ValueControl:
        if row.terms.kind.computed:
            return CountedControl(row.measure.name, row.terms, self)
        if chooses(row.terms):
            return SegmentsControl(row.measure.name, row.terms, self, self._score)
        control = StepperControl(row.measure.name, row.terms, self, self._type, self._step)
        control.widget.resized.connect(self._place)
        return control

    def _score(self, value: Decimal) -> None:
        self._nonsense = None
        if isinstance(self.control, CountedControl):
            self.refuse(say_error(ComputedValueError(), tr))
            return
        self.refuse("")
        self.scored.emit(self.measure_id, value)

    def _step(self, direction: int) -> None:
        """From what is shown: while the store is being opened it is ahead of what is stored."""
        value = stepped(self._shown_value(), direction, self._row.terms)
        if not isinstance(self.control, CountedControl):
            self.control.show(value)
        self._score(value)

    def _shown_value(self) -> Decimal | None:
        if isinstance(self.control, SegmentsControl):
            return self.control.value
        if isinstance(self.control, CountedControl):
            return self._state.value
        try:
            return read_value(self._row.terms, self.control.widget.text(), say.decimal_point())
        except ImpossibleValueError:
            return self._state.value

    def _type(self, text: str) -> None:
        """Every key that makes sense is saved; what does not yet make sense waits until the field is left."""
        self.refuse("")
        if not text.strip():
            self._clear()
            return
        try:
            value = read_value(self._row.terms, text, say.decimal_point())
        except ImpossibleValueError as error:
            self._nonsense = error
            return
        self._score(value)

    def _clear(self) -> None:
        self._nonsense = None
        self.refuse("")
        self.cleared.emit(self.measure_id)
        self.control.show(None)

    def _settle_typing(self) -> None:
        """The field is left: nonsense is refused, and the value stands again that was there before it was typed."""
        if self._nonsense is None:
            return
        sentence = say_value_fault(self._nonsense, tr)
        self._forget_typing()
        if self._row.entry.mark != self._mark_before:
            self.restored.emit(self.measure_id, self._mark_before)
        self.control.show(self._mark_before.value if isinstance(self._mark_before, Scored) else None)
        self.refuse(sentence)

    def _put_note_away(self) -> None:
        """Another day is coming: what is written here was saved for its own."""
        if self._note_editor is not None and not self._note_editor.isHidden():
            self._note_editor.hide()
            self.updateGeometry()

    def _forget_typing(self) -> None:
        self._nonsense = None
        self.refuse("")

    def _is_typed(self, value: Decimal | None) -> bool:
        """Whether the field is being typed into, and what stands there means `value` or nothing yet."""
        if not isinstance(self.control, StepperControl) or not self.is_entered:
            return False
        if self._nonsense is not None:
            return True
        try:
            return read_value(self._row.terms, self.control.widget.text(), say.decimal_point()) == value
        except ImpossibleValueError:
            return False

    def _obey(self, order: KeyOrder) -> None:
        match order.order:
            case Order.NEXT | Order.PREVIOUS:
                self._settle_typing()
                if not self.refusal:
                    self.moved.emit(1 if order.order is Order.NEXT else -1)
            case Order.STEP_UP | Order.STEP_DOWN:
                self._step(1 if order.order is Order.STEP_UP else -1)
            case Order.SET:
                if order.value is not None:
                    self._score(order.value)
            case Order.SKIP:
                self._forget_typing()
                self.skipped.emit(self.measure_id)
            case Order.CLEAR:
                self._clear()
            case Order.NOTE:
                self.open_note()
            case Order.SERVED:
                self.served_asked.emit()

    def _place(self) -> None:
        self._picture.place(self.control.widget, self.note_button, self._note_editor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.modifiers() & _WITH_COMMAND:
                return False
            order = order_of(event.key(), event.text(), self._row.terms)
            if order is not None:
                self._obey(order)
                return True
        elif kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # A line edit would keep Ctrl+Z, Ctrl+E and others for itself; here they belong to the window.
            if event.modifiers() & _WITH_COMMAND and event.key() not in _OF_THE_FIELD:
                event.ignore()
                return True
        elif kind is QEvent.Type.FocusIn:
            self._mark_before = self._row.entry.mark
            self.update()
            self.entered.emit(self)
        elif kind is QEvent.Type.FocusOut:
            self._settle_typing()
            self.control.show(self._state.value)
            self.update()
        return False

    @override
    def sizeHint(self) -> QSize:
        open_note = self._note_editor if self._note_editor is not None and not self._note_editor.isHidden() else None
        return QSize(320, self._picture.height(open_note))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._picture.paint(self._state, entered=self.is_entered, refusal=self.refusal)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.enter()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self.measure_id, event.globalPos())
