"""A newcomer in front of the empty window, who sets up a card."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Measure
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.list_line import ListLine
from scorecard.ui.guided_start.dialog import GuidedStart
from scorecard.ui.guided_start.draft_dialog import DraftDialog
from scorecard.ui.window_commands import WindowCommands
from tests.ui.reflection_tab.test_window import Open
from tests.ui.reflection_tab.test_window import open_window as open_window  # a fixture

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Newcomer:
    commands: WindowCommands
    services: Services
    qtbot: QtBot

    @property
    def dialog(self) -> GuidedStart:
        assert self.commands.setting_up.dialog is not None
        return self.commands.setting_up.dialog

    @property
    def entered(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def open(self) -> bool:
        return self.commands.setting_up.dialog is not None

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            QTest.keyClick(self.entered, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.entered, text)

    def begin(self) -> GuidedStart:
        self.commands.set_up_card()
        self.front(self.dialog)
        return self.dialog

    def front(self, dialog: QWidget) -> None:
        self.qtbot.waitExposed(dialog)
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)

    def editor(self) -> DraftDialog:
        """The one that opened last, with the keyboard in it."""
        self.qtbot.waitUntil(lambda: bool(self._editors()))
        (editor,) = self._editors()
        self.front(editor)
        return editor

    def _editors(self) -> list[DraftDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, DraftDialog) and w.isVisible()]

    def measures(self) -> tuple[Measure, ...]:
        return self.services.scoring.card().measures

    def names(self) -> list[str]:
        return [measure.name for measure in self.measures()]

    def offered(self) -> list[str]:
        return [offer.draft.name for offer in self.dialog.work.offers.offers.items]

    def shown_card(self) -> list[str]:
        """The lines of the last step, headings too."""
        lines = self.dialog.card.lines
        found: list[ListLine] = [lines.item(row).data(Qt.ItemDataRole.UserRole) for row in range(lines.count())]
        return [line.words for line in found]

    def kept(self) -> str:
        return self.services.unfinished_card.line()


SitDown = Callable[[], Newcomer]


@pytest.fixture
def newcomer(open_window: Open, services: Services, qtbot: QtBot) -> Newcomer:
    _, commands = open_window()
    return Newcomer(commands, services, qtbot)
