"""From, to and why: the days away that are added or changed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.away import AwayRange
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.services.aways import AwayReach
from scorecard.ui.away.away_words import say_reach
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LABEL_WIDTH = 70


class AwayForm(QWidget):
    """Adds, until `change` fills in a range. Enter is the button; Escape leaves a change. `edited`: other days.

    The last day follows the first until it is chosen itself.
    """

    edited = Signal()
    given = Signal(str, object, object, str)  # the id of the range that is changed or "", its days, its reason
    left = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._away_id = ""
        self._follows = True
        self.first = DayField(tr("First day away"), today, date.max, self)
        self.last = DayField(tr("Last day away"), today, date.max, self)
        self.reason = TextField(tr("Reason"), tr("holiday, illness, travel; or nothing"), self)
        self.reason.setMaxLength(NAME_LENGTH)
        self.give = QuietButton(tr("&Add"), self)
        self.leave = LinkButton(tr("&Keep as it was"), self)
        self._arrange()
        self.first.edited.connect(self._follow_first)
        self.last.edited.connect(self._follow_last)
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)
        self.clear()

    @property
    def changes(self) -> bool:
        """Whether a range that is there is being changed."""
        return bool(self._away_id)

    def change(self, away: AwayRange) -> None:
        self._fill(away.id, away.first_day, away.last_day, away.reason)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.selectAll()

    def clear(self) -> None:
        """Ready for another one, from today on."""
        self._fill("", self._today, self._today, "")

    def show_reach(self, reach: AwayReach) -> None:
        words = say_reach(reach)
        self._reading.setText(words)
        self._reading.setForegroundRole(
            QPalette.ColorRole.PlaceholderText if reach.days else QPalette.ColorRole.BrightText
        )
        self.last.field.setAccessibleDescription(words)

    def _fill(self, away_id: str, first_day: date, last_day: date, reason: str) -> None:
        self._away_id, self._follows = away_id, not away_id
        self.first.set_day(first_day)
        self.last.set_day(last_day)
        self.reason.setText(reason)
        self.give.setText(tr("&Change it") if away_id else tr("&Add"))
        self.leave.setVisible(bool(away_id))
        self.edited.emit()

    def _follow_first(self) -> None:
        if self._follows:
            self.last.set_day(self.first.day)
        self.edited.emit()

    def _follow_last(self) -> None:
        self._follows = False
        self.edited.emit()

    def _give(self) -> None:
        self.given.emit(self._away_id, self.first.day, self.last.day, self.reason.text())

    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    def _arrange(self) -> None:
        until = Label(tr("&to"), quiet=True, parent=self)
        until.setBuddy(self.last)
        rows = FormRows(self)
        rows.set_label_width(_LABEL_WIDTH)
        self._days = rows.add_row(tr("&From"), [self.first, until, self.last])
        self._days.set_hint(" ")
        self._reading = self._days.hint
        rows.add_row(tr("&Reason"), [self.reason, self.give, self.leave], stretch=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._give()
        elif event.key() == Qt.Key.Key_Escape and self.changes:
            self._leave()
        else:
            super().keyPressEvent(event)
