"""A dialog over work that takes longer than a blink: what is being done, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from scorecard.overriding import override
from scorecard.ui.background import Job, Work
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from scorecard.services.undoing import Done


class LongWork(Dialog):
    """Starts at once and closes when the work has ended: `ended` carries what it returned, `failed` a KnownError."""

    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, words: str, work: Work, parent: QWidget) -> None:
        super().__init__(tr("Scorecard"), tr("&Stop"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(words)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self.content.addWidget(self._bar)
        self.setMinimumWidth(px(self, 420))
        # The Enter that began the work must not reach the button that stops it. Space and Escape do.
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self._job = Job(work, self)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._job.crashed.connect(self._leave)
        self._job.start()

    def _finish(self, result: object) -> None:
        self._leave()
        self.ended.emit(result)

    def _fail(self, error: object) -> None:
        self._leave()
        self.failed.emit(error)

    def _leave(self) -> None:
        self.done(0)

    @override
    def accept(self) -> None:
        self.reject()

    @override
    def reject(self) -> None:
        """Stopping waits for the work to say how it ended."""
        self._job.cancel()
        self.title.setText(tr("Stopping…"))
        self.primary.setEnabled(False)


def do_long(words: str, work: Work, desk: Desk, parent: QWidget) -> LongWork:
    """Does it off the event loop; what it did to the store, all who follow the desk hear then."""

    def take_over(done: Done | None) -> None:
        if done is not None:
            desk.do(lambda services: services.take_over(done))

    shown = LongWork(words, work, parent)
    shown.ended.connect(take_over)
    shown.open()
    return shown
