"""What the steps of the way back have in common: where one is, the way back to the step before, what went wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui.background import Work
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import SectionLabel
from scorecard.ui.widgets.progress_page import ProgressPage
from scorecard.words.importing_steps import say_problem

_SIZE = (860, 580)
_LEAST = (660, 460)
_STEPS = 4


def nothing() -> None:
    pass


class RescueSteps(PagedDialog):
    """`recover` shows the page that is come back to when the work that is going on fails or is stopped."""

    def __init__(self, primary: str, secondary: str, parent: QWidget | None) -> None:
        super().__init__(tr("Scorecard"), primary, secondary, parent)
        self.recover: Callable[[], object] = nothing
        self._go_back: Callable[[], object] = nothing
        self._leaving = False
        self._extras: list[QuietButton] = []
        self.place = SectionLabel("", self)
        self.back = QuietButton(tr("Bac&k"), self)
        self.back.clicked.connect(lambda: self._go_back())
        self.buttons.insertWidget(0, self.back)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.place)
        self.setMinimumSize(px(self, _LEAST[0]), px(self, _LEAST[1]))
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))

    def add_extra(self, words: str, act: Callable[[], object]) -> QuietButton:
        """A button of some of the pages only."""
        button = QuietButton(words, self)
        button.clicked.connect(lambda: act())
        button.hide()
        self._extras.append(button)
        self.buttons.insertWidget(len(self._extras), button)
        return button

    def show_extras(self, *shown: QuietButton) -> None:
        for button in self._extras:
            button.setVisible(button in shown)

    def come_to(self, step: int, title: str, page: QWidget, back: Callable[[], object] | None = None) -> None:
        self.place.set_words(tr("Step {n} of {all}").format(n=step, all=_STEPS))
        self.title.setText(title)
        self._go_back = back or nothing
        self.back.setVisible(back is not None)
        self.show_extras()
        self.show_page(page)

    def work(self, work: Work, words: str, then: Callable[..., object]) -> None:
        self.show_extras()
        self.back.hide()
        self.wait_for(work, words, then)

    @override
    def follow_failure(self, error: object) -> None:
        assert isinstance(error, KnownError)
        self.recover()
        self.show_problem(say_problem(error, tr))

    @override
    def follow_crash(self) -> None:
        """A bug of ours must not take the other ways out away."""
        self.recover()
        self.show_problem(tr("Something went wrong inside Scorecard. Nothing was changed; you can try another way."))

    @override
    def reject(self) -> None:
        """While something is being looked at beside the page, it is waited for."""
        if self._job is not None and not isinstance(self.page, ProgressPage):
            self._leaving = True
            self._job.cancel()
        else:
            super().reject()

    @override
    def _end(self, then: Callable[..., object], *outcome: object) -> None:
        if self._leaving:
            then, outcome = super().reject, ()
        super()._end(then, *outcome)
