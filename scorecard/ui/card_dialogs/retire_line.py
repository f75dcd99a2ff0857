"""Retiring a measure: a place for the reason, which may stay empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RetireLine(QWidget):
    """Hidden until `ask`. `retired` carries the measure's id and the reason; Enter retires, Escape leaves it."""

    retired = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure_id = ""
        self.question = Label("", parent=self)
        self.reason = TextField(tr("Why it is retired"), tr("why, if you want to remember it"), self)
        self.question.setBuddy(self.reason)
        self.retire = QuietButton(tr("Re&tire it"), self)
        self.leave = LinkButton(tr("&Keep it"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.question)
        line.addWidget(self.reason, 1)
        line.addWidget(self.retire)
        line.addWidget(self.leave)
        self.retire.clicked.connect(self._retire)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def ask(self, measure_id: str, name: str) -> None:
        self._measure_id = measure_id
        metrics = self.question.fontMetrics()
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, px(self, 200))
        self.question.setText(tr("“{name}” retires:").format(name=short.replace("&", "&&")))
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retire(self) -> None:
        self.hide()
        self.retired.emit(self._measure_id, self.reason.text())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER:
            self._retire()
        else:
            super().keyPressEvent(event)
