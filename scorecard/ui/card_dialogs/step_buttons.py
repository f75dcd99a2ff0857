"""The column of buttons beside the list of measures. What is not possible says why, by mouse and by keyboard."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.measures import Place
from scorecard.ui.card_dialogs.measure_list import Step
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px

_KEYS = {
    Step.EDIT: "F2",
    Step.UP: "Alt+Up",
    Step.DOWN: "Alt+Down",
    Step.CARD: "Ctrl+Shift+C",
    Step.BENCH: "Ctrl+Shift+B",
    Step.RETIRE: "Del",
}
_NEW = "Ctrl+N"


def _words() -> dict[Step, str]:
    return {
        Step.EDIT: tr("&Edit"),
        Step.UP: tr("Move &up"),
        Step.DOWN: tr("Move &down"),
        Step.CARD: tr("Put on the &card"),
        Step.BENCH: tr("Put on the &bench"),
        Step.RETIRE: tr("&Retire"),
    }


class StepButtons(QWidget):
    """`asked` carries a Step that is possible, `refused` the sentence why another is not."""

    added = Signal()
    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """The shortcuts belong to `parent`, the dialog."""
        super().__init__(parent)
        self._reasons: Mapping[Step, str] = {}
        self.add = QuietButton(tr("&Add a measure"), self)
        self.add.setToolTip(_with_key(tr("A new measure for the card"), _NEW))
        self.add.clicked.connect(self.added)
        self._shortcut(_NEW, parent, self.added.emit)
        self.buttons = {step: QuietButton(words, self) for step, words in _words().items()}
        for step, button in self.buttons.items():
            button.clicked.connect(lambda _=False, step=step: self._ask(step))
            self._shortcut(_KEYS[step], parent, partial(self._ask, step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.add)
        column.addSpacing(px(self, GAP_SMALL))
        for step, button in self.buttons.items():
            column.addWidget(button)
            if step in (Step.EDIT, Step.DOWN):
                column.addSpacing(px(self, GAP_SMALL))
        column.addStretch(1)

    def offer(self, reasons: Mapping[Step, str], place: Place | None) -> None:
        """`reasons` are for the steps that are not possible; `place` is where the chosen measure is."""
        self._reasons = reasons
        back = tr("Bring &back to the card")
        self.buttons[Step.CARD].setText(back if place is Place.RETIRED else _words()[Step.CARD])
        for step, button in self.buttons.items():
            reason = reasons.get(step, "")
            button.setEnabled(not reason)
            button.setToolTip(reason or _with_key(button.shown_words, _KEYS[step]))
            button.setAccessibleDescription(reason)

    def _ask(self, step: Step) -> None:
        if reason := self._reasons.get(step):
            self.refused.emit(reason)
        else:
            self.asked.emit(step)

    def _shortcut(self, keys: str, owner: QWidget, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), owner).activated.connect(act)


def _with_key(words: str, keys: str) -> str:
    return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
