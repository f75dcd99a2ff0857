"""A date in words, with its reading below; several readings are shown to choose from, never guessed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.due import Due
from scorecard.ui.promise_dialogs.due_phrase import (
    Meanings,
    ReadDue,
    meanings_of,
    quick_dues,
    say_choice,
    say_meaning,
    say_no_meaning,
    say_typed,
)
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField

_WIDEST = 440


class DueField(QWidget):
    """`edited` follows every change by the user. `clear` says whether the date is known; then `due` is it."""

    edited = Signal()

    def __init__(
        self, name: str, today: date, parent: QWidget | None = None, *, read: ReadDue, optional: bool = False
    ) -> None:
        """`optional`: nothing typed means no date."""
        super().__init__(parent)
        self._today = today
        self._read = read
        self._optional = optional
        self._meanings: Meanings = ()
        self._picked: int | None = None
        self.field = TextField(name, tr("Friday, 27 Nov, next week, in 3 days"), self)
        self.quick = [LinkButton(words, self) for _, words in quick_dues(today)]
        self.reading = Label("", quiet=True, parent=self)
        self.reading.setWordWrap(True)
        self.choices: Segments | None = None
        self.setFocusProxy(self.field)
        self._lay_out()
        self.field.textEdited.connect(self._follow_typing)
        self._show_reading()

    @property
    def clear(self) -> bool:
        return len(self._meanings) == 1 or self._picked is not None or (self._optional and not self._typed)

    @property
    def due(self) -> Due | None:
        if not self._meanings:
            return None
        return self._meanings[self._picked or 0]

    def point_out(self) -> None:
        """Says in the colour of problems why there is no date, and takes the keyboard."""
        self.reading.setForegroundRole(QPalette.ColorRole.BrightText)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_due(self, due: Due | None) -> None:
        """Shows a date without telling anybody."""
        self.field.setText("" if due is None and self._optional else say_typed(due, self._today))
        self._take((due,))

    def _choose(self, due: Due | None) -> None:
        self.set_due(due)
        self.field.setFocus()
        self.edited.emit()

    @property
    def _typed(self) -> str:
        return self.field.text().strip()

    def _follow_typing(self) -> None:
        self._take(meanings_of(self._typed, self._today, self._read))
        self.edited.emit()

    def _take(self, meanings: Meanings) -> None:
        self._meanings = meanings
        self._picked = None
        self._offer_choices()
        self._show_reading()

    def _pick(self, index: int) -> None:
        self._picked = index
        self._show_reading()
        self.edited.emit()

    def _offer_choices(self) -> None:
        if self.choices is not None:
            self.choices.hide()
            self.choices.deleteLater()
            self.choices = None
        if len(self._meanings) > 1:
            options = [(str(place), say_choice(due, self._today)) for place, due in enumerate(self._meanings)]
            self.choices = Segments(options, tr("Which date is meant"), self, widest=_WIDEST)
            self.choices.chosen.connect(self._pick)
            self._column.addWidget(self.choices)
            self.choices.show()
            QWidget.setTabOrder(self.field, self.choices)

    def _show_reading(self) -> None:
        self.reading.set_quiet(True)
        words = say_meaning(self.due, self._today) if self.clear else say_no_meaning(self._typed, len(self._meanings))
        self.reading.setText(words)
        self.field.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        for button, (due, _) in zip(self.quick, quick_dues(self._today), strict=True):
            button.setAccessibleDescription(tr("Sets the date"))
            button.setToolTip(say_meaning(due, self._today))
            button.clicked.connect(lambda _=False, due=due: self._choose(due))
            line.addWidget(button)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP_TINY))
        self._column.addWidget(self.field)
        self._column.addLayout(line)
        self._column.addWidget(self.reading)
