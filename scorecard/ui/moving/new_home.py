"""A store that was moved while the program runs: it is locked where it is now, and a second start finds us there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from scorecard.domain.starts import Arrival
from scorecard.ui.one_instance import Doorbell
from scorecard.ui.store_lock import StoreLock


class NewHome(QObject):
    """The lock of the place before is let go at the end, as always."""

    def __init__(self, lock: Path, arrival: Arrival, rung: Callable[..., object], parent: QObject) -> None:
        super().__init__(parent)
        self._lock = StoreLock(lock)
        self._lock.take(arrival, 0)
        Doorbell(lock, self).rung.connect(rung)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._lock.release)
