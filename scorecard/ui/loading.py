"""What the first picture did not wait for, loaded in a thread while the window is already in use."""

import importlib
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from scorecard.domain.errors import KnownError

SWITCH_INTERVAL = 0.001  # seconds; the window gets its turn this often while modules are read


@dataclass(frozen=True, slots=True)
class Step:
    """`modules` are imported, then `work` is done; `done` is the name that `finished` says."""

    name: str
    modules: Sequence[str]
    work: Callable[[], object] | None = None


class Loading(QObject):
    """Does its steps in order in one thread. A KnownError ends it with `failed`; any other reaches the excepthook."""

    finished = Signal(str)
    failed = Signal(object)

    def __init__(self, steps: Sequence[Step], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="loading", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends after the module that is being read, and waits for that: the thread must not outlive this object."""
        self._stopped = True
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_INTERVAL)
        try:
            for step in self._steps:
                self._take(step)
        except KnownError as error:
            self.failed.emit(error)
        finally:
            sys.setswitchinterval(interval)

    def _take(self, step: Step) -> None:
        for module in step.modules:
            if self._stopped:
                return
            importlib.import_module(module)
        if self._stopped:
            return
        if step.work is not None:
            step.work()
        self.finished.emit(step.name)
