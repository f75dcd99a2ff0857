"""The Goals window over a real store."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span
from scorecard.services.goal_pages import GoalDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.goal_dialogs.goal_editor import GoalEditor
from scorecard.ui.goal_dialogs.goals_dialog import GoalsDialog
from tests.ui.conftest import TODAY, Choose

CTRL = Qt.KeyboardModifier.ControlModifier
AnyDialog = TypeVar("AnyDialog", bound=QDialog)
ALT = Qt.KeyboardModifier.AltModifier


def draft(name: str, *measures: str, target: int | None = 10, **more: object) -> GoalDraft:
    parts = frozenset(Part(PartKind.MEASURE, measure) for measure in measures)
    wanted = None if target is None else Decimal(target)
    values: dict[str, object] = {"counted": Counted.TOTAL, "span": Span.QUARTER, "first_day": TODAY}
    return GoalDraft(name, target=wanted, parts=parts, **(values | more))  # type: ignore[arg-type]


def keyboard_of(widget: QWidget) -> QWidget:
    focused: QWidget | None = widget.focusWidget()
    return widget if focused is None else focused


@dataclass
class Sitting:
    """Somebody in front of the Goals window."""

    dialog: GoalsDialog
    services: Services
    qtbot: QtBot

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, at: QWidget | None = None
    ) -> None:
        for key in keys:
            QTest.keyClick(keyboard_of(at or self.dialog), key, modifier)

    def write(self, text: str, at: QWidget) -> None:
        QTest.keyClicks(keyboard_of(at), text)

    def names(self) -> list[str]:
        return [line.name for line in self.dialog.list.lines()]

    def choose(self, name: str) -> None:
        self.dialog.list.setCurrentRow(self.names().index(name))

    def editor(self) -> GoalEditor:
        return self.front(GoalEditor)

    def front(self, kind: type[AnyDialog]) -> AnyDialog:
        (found,) = (one for one in self.dialog.findChildren(kind) if one.isVisible())
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def goals(self) -> list[Goal]:
        return list(self.services.goals.all())


@pytest.fixture
def calls(choose: Choose) -> str:
    return choose("Calls", group="Customers")


@pytest.fixture
def sit_at_goals(services: Services, qtbot: QtBot) -> Callable[[], Sitting]:
    def open_window() -> Sitting:
        desk = Desk()
        desk.attach(services)
        dialog = GoalsDialog(desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        desk.setParent(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return Sitting(dialog, services, qtbot)

    return open_window
