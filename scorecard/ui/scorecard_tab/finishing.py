"""Finishing a day: what is still blank is listed once, then the promises due. A step that asks nothing is left out."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.blanks import Filling
from scorecard.overriding import override
from scorecard.services.pages import DayPage
from scorecard.ui.desk import Desk
from scorecard.ui.scorecard_tab.blanks_step import BlanksStep
from scorecard.ui.scorecard_tab.finishing_parts import LEAST_WIDTH
from scorecard.ui.scorecard_tab.promised_states import still_to_settle
from scorecard.ui.scorecard_tab.promised_step import PromisedStep
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


def asks_nothing(page: DayPage) -> bool:
    """Whether the day can be finished without a word."""
    return not page.blanks and not still_to_settle(page)


class FinishDialog(Dialog):
    """Accepting goes to the next step, and finishes on the last one. Leaving it keeps what was settled, and no more."""

    def __init__(self, page: DayPage, desk: Desk, parent: QWidget) -> None:
        """The page must ask something."""
        super().__init__(tr("Finish the day"), tr("&Finish the day"), tr("&Not yet"), parent)
        self.blanks = BlanksStep(page, self) if page.blanks else None
        self.promises = PromisedStep(page, desk, self) if still_to_settle(page) else None
        self._steps = [step for step in (self.blanks, self.promises) if step is not None]
        self._stack = QStackedWidget(self)
        self._back = QuietButton(tr("&Back"), self)
        self._place_words = Label("", quiet=True, parent=self)
        for step in self._steps:
            self._stack.addWidget(step)
        self._lay_out_steps()
        self._go_to(0)
        self.focus_first(self._steps[0].first)

    def fillings(self) -> dict[str, Filling]:
        return self.blanks.fillings() if self.blanks is not None else {}

    def go_back(self) -> None:
        if self._stack.currentIndex() > 0:
            self._go_to(self._stack.currentIndex() - 1)

    @property
    def _is_last(self) -> bool:
        return self._stack.currentIndex() == len(self._steps) - 1

    def _go_to(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._show_title()
        self.primary.setText(tr("&Finish the day") if self._is_last else tr("Ne&xt: promises"))
        self._back.setVisible(place > 0)
        words = tr("Step {step} of {n}").format(step=place + 1, n=len(self._steps))
        self._place_words.setText(words if len(self._steps) > 1 else "")
        if self.isVisible():
            self._steps[place].first.setFocus()

    def _show_title(self) -> None:
        self.title.setText(self._steps[self._stack.currentIndex()].title)

    def _lay_out_steps(self) -> None:
        self.content.addWidget(self._stack, 1)
        self.setMinimumWidth(px(self, LEAST_WIDTH))
        self.buttons.insertWidget(0, self._place_words)
        self.buttons.insertWidget(2, self._back)
        QWidget.setTabOrder(self._back, self.secondary)
        self.primary.setToolTip(Keys.FINISH_DAY.shown)
        self._back.setToolTip(QKeySequence("Alt+Left").toString(QKeySequence.SequenceFormat.NativeText))
        self._back.clicked.connect(self.go_back)
        if self.promises is not None:
            self.promises.changed.connect(self._show_title)
        for key in (Keys.FINISH_DAY, Keys.FINISH_DAY_TOO):
            QShortcut(key.sequence, self, self.accept)
        QShortcut(Keys.PREVIOUS_DAY.sequence, self, self.go_back)

    @override
    def accept(self) -> None:
        if self._is_last:
            super().accept()
        else:
            self._go_to(self._stack.currentIndex() + 1)
