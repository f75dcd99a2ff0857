import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from scorecard.ui.background import Cancelled, Job, Progress
from scorecard.ui.collecting import Collecting, collect_what_is_due


def _closed_dialog(died_in: list[int]) -> None:
    """As our own are: the dialog holds its button, its button holds the dialog, and nobody holds both."""
    dialog = QDialog()
    dialog.button = QPushButton(dialog)  # type: ignore[attr-defined]
    dialog.button.dialog = dialog  # type: ignore[attr-defined]
    weakref.finalize(dialog, lambda: died_in.append(threading.get_ident()))


def test_a_closed_dialog_dies_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    died_in: list[int] = []
    gc.enable()
    owner = QObject()
    Collecting(owner)
    allocated = threading.Event()

    def work(_progress: Progress, _cancelled: Cancelled) -> None:
        """As much as makes Python collect every generation, where it may."""
        assert len([[number] for number in range(200_000)]) > 0
        allocated.set()

    job = Job(work)
    with qtbot.waitSignal(job.finished):
        _closed_dialog(died_in)
        job.start()
        assert allocated.wait(60)
    kept = [[number] for number in range(2_000)]  # as every page that is read
    qtbot.waitUntil(lambda: died_in != [])

    assert died_in == [threading.get_ident()]
    owner.deleteLater()
    assert len(kept) > gc.get_threshold()[0]


@pytest.mark.parametrize("many", [0, 2_000])
def test_what_is_due_is_collected_and_nothing_else(many: int) -> None:
    gc.collect()
    held = [[number] for number in range(many)]
    before = gc.get_stats()[0]["collections"]

    collect_what_is_due()

    assert gc.get_stats()[0]["collections"] - before == (1 if len(held) > gc.get_threshold()[0] else 0)
