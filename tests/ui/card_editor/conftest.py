"""Somebody in front of the window of the card."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import Measure, Place
from scorecard.services.card_order import place_of, standing_at
from scorecard.services.services import Services
from scorecard.ui.card_editor.card_list import CardList
from scorecard.ui.card_editor.dialog import CardDialog
from scorecard.ui.desk import Desk

TODAY = date(2026, 11, 20)
NO_KEYS = Qt.KeyboardModifier.NoModifier
MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton


@dataclass
class Editor:
    dialog: CardDialog
    services: Services
    qtbot: QtBot

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        if not self.dialog.isActiveWindow():  # another one was in front
            self.dialog.activateWindow()
            self.qtbot.waitUntil(self.dialog.isActiveWindow)
        for key in keys:
            QTest.keyClick(self._keyboard(), key, modifier)

    def _keyboard(self) -> QWidget:
        focus: QWidget | None = self.dialog.focusWidget()
        return self.dialog if focus is None else focus

    def choose(self, name: str) -> None:
        self.dialog.choose(self.measure(name).id)

    def measure(self, name: str) -> Measure:
        return next(known for known in self.services.scoring.card().measures if known.name == name)

    def place(self, name: str) -> Place:
        return place_of(self.measure(name), TODAY)

    def names(self, place: Place = Place.CARD) -> list[str]:
        return [known.name for known in standing_at(self.services.scoring.card(), TODAY, place)]

    def group(self, name: str) -> str:
        groups = {group.id: group.name for group in self.services.scoring.card().groups}
        return groups.get(self.measure(name).group_id or "", "")

    def groups(self) -> list[str]:
        return [group.name for group in self.services.scoring.card().groups]

    def shown(self, one: CardList) -> list[str]:
        return [one.rows.words(row).name for row in range(len(one.rows.items))]

    @property
    def current(self) -> str:
        row = self.dialog.entered.currentIndex().row()
        return self.dialog.entered.rows.words(row).name if row >= 0 else ""

    @property
    def notice(self) -> str:
        return self.dialog.notice.sentence.text() if self.dialog.notice.isVisible() else ""

    def activities(self) -> int:
        return self.services.facts().last_seq

    def in_front(self, kind: type[QWidget]) -> QWidget:
        """The dialog of that kind that opened over the window."""
        (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        found.activateWindow()
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def drag(self, source: CardList, name: str, target: CardList, row: int) -> None:
        """Drops the row of that name above row number `row` of a list; past the last: at its end."""
        number = self.shown(source).index(name)
        dragged = source.rows.mimeData([source.rows.index(number)])
        self._drop(dragged, target, row)

    def _drop(self, dragged: QMimeData, target: CardList, row: int) -> None:
        rows = len(target.rows.items)
        rect = target.visualRect(target.rows.index(min(row, rows - 1)))
        point = QPoint(rect.center().x(), rect.top() + 2 if row < rows else rect.bottom() - 1)
        at = target.viewport()
        QApplication.sendEvent(at, QDragEnterEvent(point, MOVE, dragged, LEFT, NO_KEYS))
        QApplication.sendEvent(at, QDragMoveEvent(point, MOVE, dragged, LEFT, NO_KEYS))
        QApplication.sendEvent(at, QDropEvent(point.toPointF(), MOVE, dragged, LEFT, NO_KEYS))


OpenCard = Callable[[], Editor]


@pytest.fixture
def open_card(services: Services, qtbot: QtBot) -> OpenCard:
    def opened() -> Editor:
        desk = Desk()
        desk.attach(services)
        dialog = CardDialog(desk)
        desk.setParent(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return Editor(dialog, services, qtbot)

    return opened
