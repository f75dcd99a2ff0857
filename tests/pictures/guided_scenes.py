"""The states of the guided start."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.ui.guided_start.dialog import GuidedStart
from tests.pictures.finishing_scenes import small
from tests.pictures.stage import CHART, Act, Scene, Stage


def begin(stage: Stage) -> GuidedStart:
    stage.commands.set_up_card()
    dialog = stage.commands.setting_up.dialog
    assert dialog is not None
    QApplication.processEvents()
    return dialog


def go_to(place: int, work: str = "customer_service", whom: str = "") -> Act:
    def go(stage: Stage) -> QWidget:
        dialog = begin(stage)
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        QTest.keyClicks(dialog.question.whom, whom)
        dialog.work.works.choose(work)
        while dialog.place < place:
            dialog.accept()
        QTest.qWait(CHART)
        return dialog

    return go


def untick(stage: Stage) -> QWidget:
    """One was left out, one is current, with the keyboard."""
    dialog = go_to(1, "management", "Everyone on the night shift")(stage)
    assert isinstance(dialog, GuidedStart)
    dialog.work.offers.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
        QTest.keyClick(dialog.work.offers, key)
    QTest.qWait(CHART)
    return dialog


def untick_all(stage: Stage) -> QWidget:
    dialog = go_to(1, "other")(stage)
    assert isinstance(dialog, GuidedStart)
    dialog.accept()
    QTest.qWait(CHART)
    return dialog


def change(stage: Stage) -> QWidget:
    dialog = go_to(1)(stage)
    assert isinstance(dialog, GuidedStart)
    dialog.work.edit_asked.emit(0)
    QTest.qWait(CHART)
    editor = QApplication.activeModalWidget()
    assert editor is not None
    return editor


GUIDED_SCENES = (
    Scene("guided-question", go_to(0), "empty", front=True),
    Scene("guided-work", go_to(1), "empty", front=True),
    Scene("guided-unticked", untick, "empty", front=True),
    Scene("guided-other", untick_all, "empty", front=True),
    Scene("guided-goldsmith", go_to(1, "goldsmith"), "empty", front=True),
    Scene("guided-card", go_to(2, whom="People who call the night line"), "empty", front=True),
    Scene("guided-full-card", go_to(1, "sales"), "overfull", front=True),
    Scene("guided-editor", change, "empty", front=True),
    Scene("guided-question-small-window", small(go_to(0)), "empty", front=True),
    Scene("guided-work-small-window", small(go_to(1)), "empty", front=True),
    Scene("guided-card-small-window", small(go_to(2)), "empty", front=True),
)
