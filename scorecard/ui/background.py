"""Long work off the event loop: told of by signals, in the thread of the window."""

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from scorecard.domain.errors import KnownError
from scorecard.overriding import override

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]

TELL_EVERY = 0.05  # seconds


class Job(QObject):
    """One piece of work, done once. It must touch no widget, and end soon after its `cancelled` says so.

    Ends with one of: `finished` and what the work returned, `failed` and a KnownError, `crashed`. A crash is a bug of
    ours: the error is raised again in the thread of the window, and so reaches sys.excepthook.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._thread: _Thread | None = None

    @property
    def running(self) -> bool:
        """From its start until it has told how it ended."""
        return self._thread is not None

    def start(self) -> None:
        self._thread = thread = _Thread(self._work)
        thread.told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        thread.finished.connect(self._conclude, Qt.ConnectionType.QueuedConnection)
        thread.finished.connect(thread.deleteLater)
        self.destroyed.connect(thread.cancelled.set)
        thread.start()

    def cancel(self) -> None:
        """Asks the work to stop; how it ended is told as always."""
        if self._thread is not None:
            self._thread.cancelled.set()

    @Slot()
    def _conclude(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        match thread.error:
            case None:
                self.finished.emit(thread.result)
            case KnownError():
                self.failed.emit(thread.error)
            case _:
                self.crashed.emit()
                raise thread.error


class _Thread(QThread):
    """Belongs to the application, so that it outlives the job if it has to; it never outlives the application."""

    told = Signal(int, int)

    def __init__(self, work: Work) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        if application is not None:
            application.aboutToQuit.connect(self._stop)
        self._work = work
        self._told_at = 0.0
        self.cancelled = threading.Event()
        self.result: Any = None
        self.error: Exception | None = None

    @Slot()
    def _stop(self) -> None:
        self.cancelled.set()
        self.wait()

    def _tell(self, done: int, total: int) -> None:
        """The last step is always told, of those before it one every now and then."""
        now = time.monotonic()
        if done >= total or now - self._told_at >= TELL_EVERY:
            self._told_at = now
            self.told.emit(done, total)

    @override
    def run(self) -> None:
        try:
            self.result = self._work(self._tell, self.cancelled.is_set)
        except Exception as error:  # `Job` raises it again where the window lives
            self.error = error
