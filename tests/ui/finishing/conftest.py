"""Somebody who finishes the day that is shown, step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.services.services import Services
from scorecard.ui.finishing.dialog import FinishDialog
from scorecard.ui.finishing.prompts_step import PromptsStep
from scorecard.ui.finishing.result_step import ResultStep
from scorecard.ui.finishing.step import Step
from scorecard.ui.reflection_tab.writing_area import WritingArea
from tests.ui.conftest import TODAY, Person
from tests.ui.scorecard_tab.conftest import promised as promised  # a fixture

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Evening:
    dialog: FinishDialog
    services: Services
    qtbot: QtBot

    @property
    def prompts(self) -> PromptsStep:
        assert self.dialog.prompts is not None
        return self.dialog.prompts

    @property
    def ending(self) -> ResultStep:
        assert self.dialog.ending is not None
        return self.dialog.ending

    @property
    def entered(self) -> QWidget:
        return self.dialog.focusWidget()

    @property
    def button(self) -> str:
        return self.dialog.primary.shown_words

    @property
    def finished(self) -> bool:
        return finished(self.services)

    def at(self, step: Step | None) -> bool:
        return self.dialog.step is step

    def has_keyboard(self, widget: QWidget) -> bool:
        return self.entered is widget

    def area(self, prompt_id: str) -> WritingArea:
        place = self.prompts.place_of(prompt_id)
        assert place is not None
        return place.area

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.entered, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.entered, text)

    def go_on(self) -> None:
        self.press(Qt.Key.Key_Return, CONTROL)

    def stored(self, prompt_id: str, day: date = TODAY) -> str:
        places = self.services.reflecting.page(day).places
        return next(place.text for place in places if place.prompt_id == prompt_id)


Begin = Callable[[Person], Evening]


def finished(services: Services, day: date = TODAY) -> bool:
    return services.scoring.page(day).finished_at is not None


def write_everything(services: Services, day: date = TODAY) -> None:
    for place in services.reflecting.page(day).places:
        services.reflecting.write(day, place.prompt_id, f"About {place.prompt_id}")


@pytest.fixture
def begin(qtbot: QtBot) -> Begin:
    """Asks to finish the day that is shown; the dialog that opens has the keyboard."""

    def ask(person: Person) -> Evening:
        person.tab.finish()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FinishDialog) and w.isVisible())
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return Evening(dialog, person.services, qtbot)

    return ask
