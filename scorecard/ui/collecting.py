"""Garbage is collected in the thread of the window only, whenever that has nothing else to do.

Python collects in whichever thread happens to allocate. A closed dialog is a cycle of widgets; collected by a thread
that reads for a chart, its C++ half is destroyed there, and that ends the process now and then.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


def collect_what_is_due() -> None:
    """The oldest generation whose threshold is passed, as Python itself would; nothing, mostly."""
    due = -1
    for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count <= threshold:
            break
        due = generation
    if due >= 0:
        gc.collect(due)


class Collecting(QObject):
    """From its making on, in the thread that made it. No timer: it is asked before the event loop goes to sleep."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._collect)

    @Slot()
    def _collect(self) -> None:
        collect_what_is_due()
