"""Work of a dialog in threads, one piece at a time; which is the next one is asked when the last one has ended."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from scorecard.domain.errors import KnownError
from scorecard.ui.background import Job, Work


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Errand:
    """`ended` is called however it ended, before `done` or `failed`."""

    work: Work
    done: Callable[[Any], object]
    failed: Callable[[KnownError], object]
    ended: Callable[[], object] = _nothing


class Errands(QObject):
    def __init__(self, next_one: Callable[[], Errand | None], parent: QObject) -> None:
        super().__init__(parent)
        self._next_one = next_one
        self._job: Job | None = None

    @property
    def at_rest(self) -> bool:
        return self._job is None

    def go_on(self) -> None:
        """Begins the next one, unless one is going on."""
        errand = self._next_one() if self._job is None else None
        if errand is None:
            return
        self._job = job = Job(errand.work, self)
        job.finished.connect(lambda result: self._conclude(errand, lambda: errand.done(result)))
        job.failed.connect(lambda error: self._conclude(errand, lambda: errand.failed(error)))
        job.crashed.connect(lambda: self._conclude(errand, _nothing))
        job.start()

    def _conclude(self, errand: Errand, then: Callable[[], object]) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        errand.ended()
        then()
        self.go_on()
