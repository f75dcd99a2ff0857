"""Moving the store from the window: what is asked, where the program goes on, and what stays when it could not be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.marks import Scored
from scorecard.domain.starts import Arrival
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.moving.move_dialog import MoveDialog
from scorecard.ui.moving.new_home import NewHome
from scorecard.ui.preferences import Preferences
from scorecard.ui.store_lock import StoreLock
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY, Choose


@dataclass
class Desktop:
    window: MainWindow
    commands: WindowCommands
    qtbot: QtBot

    @property
    def services(self) -> Services:
        found = self.window.desk.ask(lambda services: services)
        assert found is not None
        return found

    @property
    def path(self) -> Path:
        return self.services.facts().path

    def move_to(self, chosen: Path) -> None:
        """As if the folder had been chosen, and then yes."""
        self.commands.looks.moving.offer(self.path, chosen)
        (asked,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MoveDialog) and w.isVisible())
        asked.primary.click()
        self.qtbot.waitUntil(lambda: self.window.desk.ready and bool(self.said), timeout=20_000)

    @property
    def said(self) -> str:
        notice = self.window.notice
        return notice.sentence.text() if notice.isVisible() else ""


@pytest.fixture
def desktop(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> Iterator[Desktop]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    page = services.scoring.page(services.scoring.today())
    window = MainWindow(desk, page, Surroundings(Theme(app), Preferences(home / "window.ini")))
    desk.setParent(window)
    qtbot.addWidget(window)
    commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
    desk.attach(services)
    commands.follow_store(writable=True)
    commands.backups.keep_daily()
    window.show()
    qtbot.waitExposed(window)
    yield Desktop(window, commands, qtbot)
    desk.detach()


def test_the_window_goes_on_with_the_store_where_it_is_now(desktop: Desktop, choose: Choose, tmp_path: Path) -> None:
    calls = choose("Calls")
    desktop.services.scoring.score(calls, TODAY, Decimal(2))
    place = tmp_path / "elsewhere"

    desktop.move_to(place)

    assert desktop.path == place / "scorecard.db"
    assert str(place) in desktop.said
    desktop.services.scoring.score(calls, TODAY, Decimal(4))
    row = next(row for row in desktop.window.scorecard.rows if row.measure_id == calls)
    assert row.row.entry.mark == Scored(Decimal(4))
    desktop.services.undoing.undo()
    undone = desktop.services.scoring.snapshot(TODAY, TODAY).entries
    assert (TODAY, calls) not in undone, "what was done before the move and after it is undone as one"


def test_where_it_can_t_be_moved_the_window_goes_on_as_before_and_says_why(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise BackupError(BackupFault.FULL, tmp_path)

    monkeypatch.setattr("scorecard.services.moving._copy_store", refuse)
    before = desktop.path

    desktop.move_to(tmp_path / "elsewhere")

    assert desktop.path == before
    assert desktop.window.notice.tone is NoticeTone.ERROR
    assert "nothing was moved" in desktop.said


def test_a_folder_with_a_store_in_it_is_refused_at_once(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "scorecard.db").touch()

    desktop.commands.looks.moving.offer(desktop.path, tmp_path)

    assert "There is a store" in desktop.said


def test_a_second_start_finds_the_program_at_the_new_place(qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[object] = []
    owner = QObject()
    lock = tmp_path / "scorecard.lock"

    NewHome(lock, Arrival(), heard.append, owner)

    assert lock.exists()
    other = StoreLock(lock)
    assert not other.held
    owner.deleteLater()


# The second folder of backups, as the window tells of it

Told = Callable[[BackupError | None], None]


@pytest.fixture
def told(desktop: Desktop) -> Told:
    return desktop.commands.backups._follow_copy


def missed_since(desktop: Desktop) -> date | None:
    return desktop.window.surroundings.preferences.second_backups_since()


def test_a_disk_that_is_away_is_told_after_a_week_and_not_before(
    desktop: Desktop, told: Told, clock: FixedClock, tmp_path: Path
) -> None:
    away = BackupError(BackupFault.GONE, tmp_path)
    for day in range(7):
        told(away)
        assert (desktop.said, missed_since(desktop)) == ("", TODAY), f"day {day}"
        clock.advance(hours=24)
    told(away)
    assert desktop.said.startswith("For a week no backup was copied")
    assert str(tmp_path) in desktop.said


def test_one_copy_in_between_begins_the_week_anew(
    desktop: Desktop, told: Told, clock: FixedClock, tmp_path: Path
) -> None:
    told(BackupError(BackupFault.GONE, tmp_path))
    told(None)

    assert missed_since(desktop) is None
    clock.advance(hours=24 * 8)
    told(BackupError(BackupFault.GONE, tmp_path))
    assert desktop.said == ""
