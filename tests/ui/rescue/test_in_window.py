"""The way back from a window whose store turns out to be a bad one: it is let go of, and what is good is shown."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.backups import Reason
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Mark, Scored
from scorecard.domain.starts import Manner
from scorecard.services.backups import Backups
from scorecard.services.services import Services
from scorecard.ui.backups.dialog import BackupsDialog
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.rescue.dialog import RescueDialog
from scorecard.ui.theme.theme import Theme
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.store import bad_files
from tests.ui.conftest import TODAY
from tests.ui.rescue.conftest import Shown, one_page_zeroed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="writes into a file that is open")


class Evening:
    def __init__(self, path: Path, clock: FixedClock, surroundings: Surroundings, qtbot: QtBot) -> None:
        self.path, self.clock, self.qtbot = path, clock, qtbot
        services = Services(path, clock)
        desk = Desk()
        self.window = MainWindow(desk, services.scoring.page(TODAY), surroundings)
        desk.setParent(self.window)
        qtbot.addWidget(self.window)
        self.commands = WindowCommands(self.window, path, clock)
        desk.attach(services)
        self.commands.follow_store(writable=True)
        self.window.show()

    @property
    def offers(self) -> list[str]:
        return [button.text() for button in self.window.notice.action_buttons]

    def take(self, words: str) -> Shown:
        next(b for b in self.window.notice.action_buttons if b.text() == words).click()
        (dialog,) = self.window.findChildren(RescueDialog)
        shown = Shown(dialog, self.qtbot)
        shown.settle()
        return shown

    def mark(self) -> Mark:
        with closing(Services(self.path, self.clock)) as services:
            return services.scoring.snapshot(TODAY, TODAY).entries[TODAY, "m1"].mark


@pytest.fixture
def surroundings(home: Path) -> Surroundings:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Surroundings(Theme(app), Preferences(home / "window.ini"))


@pytest.fixture
def evening(path: Path, clock: FixedClock, surroundings: Surroundings, qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(path, clock, surroundings, qtbot)
    evening.window.desk.do(lambda services: services.scoring.score("m1", TODAY, Decimal(5)))
    Backups(path, clock).make(Reason.DAY)
    evening.window.desk.do(lambda services: services.scoring.score("m1", TODAY, Decimal(7)))
    yield evening
    evening.window.desk.detach()


def fails_to_open(evening: Evening) -> None:
    """As the start does when its thread finds the damage after the first picture."""
    evening.window.desk.pause()
    evening.window.desk.lose_hope()
    one_page_zeroed(evening.path)
    evening.commands.backups.show_failure(StoreError(StoreFault.DAMAGED, evening.path))


def test_what_is_found_damaged_after_the_first_picture_is_brought_back_in_the_window(evening: Evening) -> None:
    fails_to_open(evening)
    assert evening.offers == ["Bring it back…", "Backups…"]
    shown = evening.take("Bring it back…")
    shown.click("Begin from this backup")
    shown.click("Bring it back")
    shown.click("Go on")

    assert evening.window.desk.ready
    row = evening.window.scorecard.row_of("m1")
    assert row is not None
    assert row.row.entry.mark == Scored(Decimal(7)) == evening.mark()
    evening.window.desk.do(lambda services: services.undoing.undo())
    assert evening.mark() == Scored(Decimal(5)), "one undo takes back what came from the damaged file"


def test_not_now_leaves_the_bad_store_closed_and_the_way_back_offered(evening: Evening) -> None:
    fails_to_open(evening)
    bad = evening.path.read_bytes()
    shown = evening.take("Bring it back…")
    shown.click("Not now")

    assert not evening.window.desk.ready
    assert evening.offers == ["Bring it back…", "Backups…"]
    assert evening.path.read_bytes() == bad


def test_a_good_copy_put_there_by_hand_is_opened_when_tried_again(evening: Evening, model: Path) -> None:
    fails_to_open(evening)
    shown = evening.take("Bring it back…")
    evening.path.write_bytes(model.read_bytes())
    shown.click("Try again")

    assert evening.window.desk.ready


def test_of_a_store_that_is_spoilt_while_it_is_open_my_version_is_the_newest_backup(evening: Evening) -> None:
    evening.commands.store_watch.look()
    bad_files.text(evening.path)
    evening.commands.store_watch.look()
    assert evening.offers == ["Put my version back", "Bring it back…", "Backups…"]
    shown = evening.take("Bring it back…")
    shown.click("Begin from this backup")
    shown.click("Bring it back")
    shown.click("Go on")

    assert evening.window.desk.ready
    assert evening.mark() == Scored(Decimal(7))


def test_a_window_that_only_looks_is_offered_no_way_back(
    path: Path, clock: FixedClock, surroundings: Surroundings, qtbot: QtBot
) -> None:
    evening = Evening(path, clock, replace(surroundings, manner=Manner.LOOKING), qtbot)
    fails_to_open(evening)

    assert evening.offers == ["Backups…"]


def test_what_is_entered_over_a_store_that_can_t_be_opened_is_told_again_and_can_be_copied(evening: Evening) -> None:
    fails_to_open(evening)
    evening.window.notice.dismiss()
    row = evening.window.scorecard.row_of("m1")
    assert row is not None

    row.enter()
    evening.qtbot.keyClick(row.control.focus_widget, Qt.Key.Key_Plus)
    evening.window.flush()

    assert evening.offers == ["Bring it back…", "Backups…"]
    assert evening.window.notice.isVisible()
    assert evening.window.unsaved_text() == "Thank-yous heard: 8"


def test_who_leaves_the_backups_of_a_bad_store_is_shown_the_way_back_again(evening: Evening) -> None:
    fails_to_open(evening)
    next(b for b in evening.window.notice.action_buttons if b.text() == "Backups…").click()
    (dialog,) = evening.window.findChildren(BackupsDialog)
    evening.qtbot.waitUntil(lambda: dialog.errands.at_rest)
    assert not evening.window.notice.isVisible()

    dialog.reject()

    assert evening.offers == ["Bring it back…", "Backups…"]
    assert evening.window.notice.isVisible()
