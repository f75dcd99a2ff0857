"""A bad store, and somebody before the window that leads back."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scorecard.domain.backups import Backup, Reason
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.backups import Backups
from scorecard.services.rescuing import Around, Rescue, Salvaging
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import check_whole, examine
from scorecard.ui.rescue.dialog import RescueDialog
from scorecard.ui.rescue.offers_page import OffersPage
from scorecard.ui.rescue.sources_page import SourcesPage
from scorecard.ui.widgets.label import Label
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample
from tests.ui.conftest import TODAY

Show = Callable[..., "Shown"]
Page = TypeVar("Page")


@dataclass
class Shown:
    dialog: RescueDialog
    qtbot: QtBot

    @property
    def words(self) -> str:
        return " ".join(label.text() for label in self.dialog.findChildren(Label) if label.isVisible())

    @property
    def buttons(self) -> list[str]:
        return [button.text().replace("&", "") for button in self._buttons]

    @property
    def sources(self) -> list[str]:
        table = self._page(SourcesPage).table
        return [str(table.item(row, 0).text()) for row in range(table.rowCount())]  # type: ignore[union-attr]

    @property
    def offers(self) -> OffersPage:
        return self._page(OffersPage)

    def click(self, words: str) -> None:
        button = next(b for b in self._buttons if b.text().replace("&", "") == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To whatever has the keyboard."""
        QTest.keyClick(self.dialog.focusWidget(), key, modifiers)
        self.settle()

    def begin_from(self, beginning: str) -> None:
        """From the first page to the third."""
        if "Other ways…" in self.buttons:
            self.click("Other ways…")
        place = next(n for n, words in enumerate(self.sources) if words.startswith(beginning))
        self._page(SourcesPage).table.setCurrentCell(place, 0)
        self.click("Next")

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.busy, timeout=20_000)

    @property
    def _buttons(self) -> list[QPushButton]:
        found = self.dialog.findChildren(QPushButton)
        return [button for button in found if button.isVisible() and button.isEnabled()]

    def _page(self, kind: type[Page]) -> Page:
        page = self.dialog.page
        assert isinstance(page, kind), self.words
        return page


@pytest.fixture(scope="package")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks, and a backup of them."""
    path = tmp_path_factory.mktemp("model") / "scorecard.db"
    make_sample(path, FixedClock(), TODAY, years=0.04)
    Backups(path, FixedClock()).make(Reason.DAY)
    return path


@pytest.fixture
def path(home: Path, model: Path) -> Path:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(model, path)
    return path


@pytest.fixture
def known(home: Path, path: Path) -> KnownStores:
    known = KnownStores(home / "known.json")
    known.remember(path, KnownStore("id", 7))
    return known


@pytest.fixture
def backup(path: Path, model: Path, clock: FixedClock) -> Backup:
    shutil.copytree(model.parent / "backups", path.parent / "backups")
    (made,) = Backups(path, clock).listed()
    return made


@pytest.fixture
def show(path: Path, known: KnownStores, clock: FixedClock, qtbot: QtBot) -> Show:
    """As the start does it: a look at the store, and what it refuses. It is settled unless told otherwise."""

    def show_it(salvaging: Salvaging | None = None, around: Around | None = None, *, settled: bool = True) -> Shown:
        dialog = RescueDialog(refusal(path, known), Rescue(path, clock, around, salvaging), "&Quit")
        qtbot.addWidget(dialog)
        dialog.show()
        shown = Shown(dialog, qtbot)
        if settled:
            shown.settle()
        return shown

    return show_it


def refusal(path: Path, known: KnownStores) -> StoreError:
    try:
        examine(path, known)
        check_whole(path)
    except StoreError as error:
        return error
    return StoreError(StoreFault.DAMAGED, path)


def one_page_zeroed(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[4096:8192] = bytes(4096)
    path.write_bytes(whole)
