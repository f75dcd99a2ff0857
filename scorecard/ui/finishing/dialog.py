"""Finishing a day: what is still blank, the promises due, the prompts, then the day is finished and shows its result.

A step that asks nothing is left out.
"""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.services.pages import DayPage
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.blanks_step import BlanksStep
from scorecard.ui.finishing.promised_step import PromisedStep
from scorecard.ui.finishing.prompts_step import PromptsStep
from scorecard.ui.finishing.result_step import ResultStep
from scorecard.ui.finishing.states import is_written
from scorecard.ui.finishing.steps_dialog import StepsDialog
from scorecard.ui.finishing.taking_back import TakingBack
from scorecard.ui.scorecard_tab.promised_states import still_to_settle
from scorecard.ui.text import tr


class FinishDialog(StepsDialog):
    """Accepting finishes the day on the last step that asks, and goes home from the result.

    Leaving it before keeps what was settled and written, and the day open.
    """

    def __init__(self, page: DayPage, reflection: ReflectionPage, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Finish the day"), tr("&Finish the day"), desk, parent)
        self._day = page.day
        self.blanks = BlanksStep(page, self) if page.blanks else None
        self.promises = PromisedStep(page, desk, self) if still_to_settle(page) else None
        self.prompts = PromptsStep(reflection, desk, self) if not is_written(reflection) else None
        self.ending: ResultStep | None = None
        for step in (self.blanks, self.promises, self.prompts):
            if step is not None:
                self.add_step(step)
        taking_back = TakingBack(desk, self.flush, self)
        taking_back.refused.connect(self.refuse)
        taking_back.took_back.connect(self._show_what_changed)
        desk.changed.connect(self._follow)
        if self.asks:
            self.go_to(0)
            self.fit()

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask: without it, the day can be finished without a word."""
        return any(step is not self.ending for step in self.steps)

    def finish(self) -> bool:
        """Fills and finishes, in one activity, and shows how the day was. False when it was refused."""
        fillings = self.blanks.fillings() if self.blanks is not None else {}
        done = self.desk.do(lambda services: services.scoring.fill_and_finish(self._day, fillings), self.refuse)
        return done and self._show_result()

    def _show_result(self) -> bool:
        page = self.desk.ask(lambda services: services.reflecting.page(self._day))
        if page is None:
            return False
        self.ending = ResultStep(page, self.desk, self)
        self.add_step(self.ending)
        self.go_to(len(self.steps) - 1, self.primary)
        self.primary.setText(tr("&Go home"))
        self.primary.setAccessibleDescription(self.ending.spoken)
        self.place_words.setText("")
        self.back.hide()
        self.secondary.hide()
        self.fit()
        return True

    def _follow(self, change: Change) -> None:
        """Finishing was taken back: the day is open again."""
        if self.ending is None or "day" not in change.topics:
            return
        page = self.desk.ask(lambda services: services.scoring.page(self._day))
        if page is None or page.finished_at is not None:
            return
        if self.asks:
            self._reopen(self.ending)
        else:
            self.reject()

    def _reopen(self, ending: ResultStep) -> None:
        self.ending = None
        self.take_step_away(ending)
        self.secondary.show()
        self.primary.setAccessibleDescription("")
        self.go_to(len(self.steps) - 1)

    def _show_what_changed(self, change: Change) -> None:
        """Goes to the step where what was taken back is seen."""
        if self.ending is None and not self.step.shows(change):
            place = next((n for n, step in enumerate(self.steps) if step.shows(change)), self.place)
            self.go_to(place)

    @override
    def go_back(self) -> None:
        if self.ending is None:
            super().go_back()

    @override
    def end(self) -> None:
        if self.ending is None:
            self.finish()
        else:
            QDialog.accept(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ending is None or not self.ending.area.scroll_by_key(event.key()):
            super().keyPressEvent(event)
