"""Somebody at the keyboard of a Reflection tab; the store is the witness."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.errors import KnownError
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.reflection_tab.tab import ReflectionTab
from scorecard.ui.reflection_tab.writing_area import WritingArea
from tests.ui.conftest import TODAY

YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class Writer:
    tab: ReflectionTab
    services: Services
    desk: Desk
    failures: list[KnownError]
    qtbot: QtBot

    def area(self, prompt_id: str) -> WritingArea:
        place = self.tab.place_of(prompt_id)
        assert place is not None
        return place.area

    def enter(self, prompt_id: str) -> WritingArea:
        area = self.area(prompt_id)
        area.setFocus(Qt.FocusReason.TabFocusReason)
        return area

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.tab, text)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def write(self, prompt_id: str, text: str) -> None:
        self.enter(prompt_id)
        self.type(text)
        self.tab.flush()

    def stored(self, prompt_id: str, day: date = TODAY) -> str:
        places = self.services.reflecting.page(day).places
        return next(place.text for place in places if place.prompt_id == prompt_id)

    def stored_soon(self, prompt_id: str, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.stored(prompt_id) == text)


@pytest.fixture
def open_tab(services: Services, qtbot: QtBot) -> Callable[..., Writer]:
    def show(*, attached: bool = True) -> Writer:
        desk = Desk()
        if attached:
            desk.attach(services)
        failures: list[KnownError] = []
        desk.failed.connect(failures.append)
        tab = ReflectionTab(desk)
        desk.setParent(tab)
        qtbot.addWidget(tab)
        tab.resize(1180, 860)
        tab.show()
        qtbot.waitExposed(tab)
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.start_keyboard()
        return Writer(tab, services, desk, failures, qtbot)

    return show
