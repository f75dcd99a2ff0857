"""A dialog of one page after the other: what is asked, how far long work is, what came of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.overriding import override
from scorecard.ui.background import Job, Work
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.progress_page import ProgressPage


class PagedDialog(Dialog):
    """Long work is done off the event loop, one at a time. Those who inherit say what a failure means."""

    def __init__(self, title: str, primary: str, secondary: str, parent: QWidget | None) -> None:
        super().__init__(title, primary, secondary, parent)
        self._job: Job | None = None
        self._act: Callable[[], object] = lambda: None
        self._kept: QWidget | None = None
        self._act_also: Callable[[], object] = lambda: None
        self.pages = QStackedWidget(self)
        self.content.addWidget(self.pages, 1)
        self.also = QuietButton("", self)
        self.also.clicked.connect(lambda: self._act_also())
        self.also.hide()
        self.buttons.insertWidget(0, self.also, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def page(self) -> QWidget | None:
        return self.pages.currentWidget()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def keep_page(self, page: QWidget) -> None:
        """One that is come back to; the others go when the next is shown."""
        self._kept = page
        self.show_page(page)

    def show_page(self, page: QWidget) -> None:
        before = self.page
        self.show_problem("")
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None and before not in (page, self._kept):
            self.pages.removeWidget(before)
            before.deleteLater()

    def say(self, icon: str, title: str, sentence: str) -> None:
        """A page that says one thing."""
        page = EmptyState(icon, title, sentence, parent=self)
        # A box layout gives a wrapped label the height it would need at the layout's own, greater width.
        page.sentence.setMinimumHeight(page.sentence.heightForWidth(page.sentence.maximumWidth()))
        self.show_page(page)

    def offer(self, primary: str, act: Callable[[], object], secondary: str = "") -> None:
        """What the buttons do from now on; without words a button is not there."""
        self._act = act
        self.also.hide()
        self.show_problem("")
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary))
        self.primary.setEnabled(bool(primary))
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        (self.primary if primary else self.secondary).setFocus()

    def offer_also(self, words: str, act: Callable[[], object]) -> None:
        """One thing more, at the other end of the row, until something else is offered."""
        self._act_also = act
        self.also.setText(words)
        self.also.show()

    def wait_for(self, work: Work, words: str, then: Callable[..., object]) -> None:
        """Shows how far the work is, and `then` gets what it returned."""
        page = ProgressPage(words, self)
        self.show_page(page)
        self.offer("", lambda: None, tr("&Cancel"))
        self.run(work, then).progressed.connect(page.follow)

    def run(self, work: Work, then: Callable[..., object]) -> Job:
        """The work beside the page that is shown."""
        self._job = job = Job(work, self)
        job.finished.connect(lambda result: self._end(then, result))
        job.failed.connect(lambda error: self._end(self.follow_failure, error))
        job.crashed.connect(lambda: self._end(self.follow_crash))
        job.start()
        return job

    def follow_failure(self, error: object) -> None:
        raise NotImplementedError

    def follow_crash(self) -> None:
        """A bug of ours is told elsewhere: nothing is left to do here."""
        super().reject()

    def close_page(self) -> None:
        """The last page was read."""
        super().accept()

    def _end(self, then: Callable[..., object], *outcome: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        then(*outcome)

    @override
    def accept(self) -> None:
        self._act()

    @override
    def reject(self) -> None:
        """Long work is asked to stop, and the dialog waits for that."""
        if self._job is not None and isinstance(self.page, ProgressPage):
            self._job.cancel()
            self.page.stop()
        else:
            super().reject()
