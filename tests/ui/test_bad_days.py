"""F08, F13, F16, F17 before somebody who types: what can't be saved is kept, tried again, never dropped in silence."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Entry, Scored
from scorecard.domain.reflections import MOVED
from scorecard.services.services import Services
from scorecard.store import migrating
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import TRY_EVERY, TRY_LOCKED_EVERY
from scorecard.ui.main_window import REFLECTION, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.store_watch import LOOK_EVERY
from scorecard.ui.theme.theme import Theme
from scorecard.ui.unsaved_dialog import UnsavedDialog
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import FULL, Disk, Kind, flaky_disk
from tests.store import bad_days
from tests.store.raw import assert_sound, fingerprint
from tests.ui.conftest import TODAY, Choose

pytestmark = pytest.mark.skipif(os.name != "posix", reason="moves files that are open")


@pytest.fixture
def disk(home: Path) -> Iterator[Disk]:
    with flaky_disk(home / "data") as disk:
        yield disk


@pytest.fixture
def path(home: Path) -> Path:
    return home / "data" / "scorecard.db"


@pytest.fixture
def services(disk: Disk, path: Path, clock: FixedClock) -> Iterator[Services]:
    """On a disk that can be full."""
    migrating.create_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        yield services


@dataclass
class Evening:
    window: MainWindow
    commands: WindowCommands
    disk: Disk
    path: Path

    def type(self, *keys: str) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, key)

    def write(self, text: str) -> None:
        self.window.go_to_page(REFLECTION)
        self.type(text)
        self.window.flush()

    @property
    def services(self) -> Services:
        found = self.window.desk.ask(lambda services: services)
        assert found is not None
        return found

    @property
    def told(self) -> str:
        return self.window.notice.sentence.text() if self.window.notice.isVisible() else ""

    @property
    def offers(self) -> list[str]:
        return [button.text() for button in self.window.notice.action_buttons]

    def take(self, words: str) -> None:
        next(button for button in self.window.notice.action_buttons if button.text() == words).click()

    @property
    def asked(self) -> UnsavedDialog | None:
        found = [dialog for dialog in self.window.findChildren(UnsavedDialog) if dialog.isVisible()]
        return found[0] if found else None

    def a_moment_later(self) -> None:
        """Nobody does anything: the timer alone."""
        timer = self.window.desk.keeping._timer
        assert timer is not None
        assert timer.isActive()
        timer.timeout.emit()

    def come_back(self) -> None:
        self.window.focused.emit()

    def entry(self, services: Services | None = None) -> Entry | None:
        entries = (services or self.services).scoring.snapshot(TODAY, TODAY).entries
        return next(iter(entries.values()), None)

    def answer(self) -> str:
        places = self.services.reflecting.page(TODAY).places
        return next(place.text for place in places if place.prompt_id == MOVED)


def scored(value: int) -> Scored:
    return Scored(Decimal(value))


def fill(disk: Disk) -> None:
    disk.answer = lambda _number, call: FULL if call.kind is Kind.WRITE else None


@pytest.fixture
def evening(
    services: Services, disk: Disk, path: Path, clock: FixedClock, home: Path, choose: Choose, qtbot: QtBot
) -> Iterator[Evening]:
    choose("Calls")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    window = MainWindow(desk, services.scoring.page(TODAY), Surroundings(Theme(app), Preferences(home / "window.ini")))
    desk.setParent(window)
    qtbot.addWidget(window)
    commands = WindowCommands(window, path, clock)
    desk.attach(services)
    commands.follow_store(writable=True)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.scorecard.start_keyboard()
    commands.store_watch.look()
    yield Evening(window, commands, disk, path)
    disk.work_again()
    desk.give_up()
    for page in window._writing:
        page.give_up_text()
    desk.detach()


def test_what_is_typed_on_a_full_disk_is_kept_and_saved_by_itself_when_there_is_room(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("5")
    assert evening.entry() is None
    assert evening.window.scorecard.rows[0].refusal == "Not saved yet, but kept: 5"
    evening.type("m", "Neal called")
    evening.window.flush()
    evening.write("Ana closed the ticket")
    assert evening.told.startswith("The disk is full. 3 change(s) not saved yet")
    assert evening.offers == ["Try again", "Save a copy elsewhere…"]

    evening.a_moment_later()
    assert evening.told.startswith("The disk is full. 3 change(s)")
    assert (evening.entry(), evening.answer()) == (None, "")

    evening.disk.work_again()
    evening.a_moment_later()

    entry = evening.entry()
    assert entry is not None
    assert (entry.mark, entry.note) == (scored(5), "Neal called")
    assert evening.answer() == "Ana closed the ticket"
    assert evening.told == "Everything is saved."
    assert evening.window.scorecard.rows[0].refusal == ""
    assert not evening.window.desk.keeping
    assert_sound(evening.path)
    assert evening.window.close()


@pytest.mark.parametrize("bad_day", [bad_days.full, bad_days.out_of_space_at_commit, bad_days.read_only])
def test_so_it_is_with_sqlite_s_own_limit_and_that_of_the_process(evening: Evening, bad_day: bad_days.BadDay) -> None:
    long = "Ana closed the ticket. " * 1000
    with bad_day(evening.services._store):
        evening.window.go_to_page(REFLECTION)
        QApplication.focusWidget().insertPlainText(long)  # type: ignore[union-attr]
        assert not evening.window.close()
        assert evening.answer() == ""

    assert evening.asked is not None
    evening.a_moment_later()

    assert evening.answer() == long
    assert evening.asked is None, "there is nothing to ask any more"
    assert evening.window.isVisible()


def test_the_timer_looks_every_few_seconds_and_stops_when_nothing_is_kept(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("5")
    timer = evening.window.desk.keeping._timer
    assert timer is not None
    assert (timer.isActive(), timer.interval()) == (True, TRY_EVERY)
    assert TRY_EVERY <= 10_000
    evening.disk.work_again()
    timer.timeout.emit()
    assert not timer.isActive()


def test_a_program_that_has_the_store_for_long_is_not_waited_for_again_and_again(evening: Evening) -> None:
    with bad_days.locked(evening.services._store):
        evening.type("5")
        timer = evening.window.desk.keeping._timer
        assert timer is not None
        assert timer.interval() == TRY_LOCKED_EVERY
        assert evening.told.startswith("Another program is using the store.")
    evening.a_moment_later()

    entry = evening.entry()
    assert entry is not None
    assert entry.mark == scored(5)


def test_what_is_typed_later_in_the_same_place_is_what_is_saved(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("5", "7")
    assert len(evening.window.desk.keeping) == 1
    evening.disk.work_again()
    evening.type("8")

    entry = evening.entry()
    assert entry is not None
    assert entry.mark == scored(578)
    assert not evening.window.desk.keeping


def test_what_was_typed_for_another_day_is_saved_on_that_day(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("m", "For today")
    evening.window.scorecard.show_day(TODAY - timedelta(days=1))
    evening.disk.work_again()
    evening.a_moment_later()

    entry = evening.entry()
    assert entry is not None
    assert entry.note == "For today"


def test_closing_asks_and_each_answer_does_what_it_says(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.type("m", "precious")
    fill(evening.disk)
    assert not evening.window.close()
    asked = evening.asked
    assert asked is not None
    assert asked.sentence.text().startswith("The disk is full. 1 change(s) not saved yet")
    assert asked.text.toPlainText() == "Calls: precious"
    assert [button.text() for button in (asked.primary, asked.copy, asked.discard)] == [
        "&Try again", "Save a &copy elsewhere…", "&Discard and close",
    ]  # fmt: skip

    assert not evening.window.close()
    assert evening.asked is asked, "asked once, however often it is closed"

    asked.primary.click()
    assert evening.window.isVisible()
    again = evening.asked
    assert again is not None
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert evening.window.isVisible()
    assert evening.asked is None

    assert not evening.window.close()
    copy = tmp_path / "nowhere" / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    third = evening.asked
    assert third is not None
    third.copy.click()
    assert "could not be written" in third.problem.text()
    assert evening.window.isVisible()
    copy.parent.mkdir()
    third.copy.click()
    assert copy.read_text(encoding="utf-8") == "Calls: precious\n"
    assert copy.stat().st_mode & 0o077 == 0
    assert not evening.window.isVisible()


def test_discarding_closes_and_leaves_the_store_as_it_was(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("5")
    assert not evening.window.close()
    assert evening.asked is not None
    evening.asked.discard.click()

    assert not evening.window.isVisible()
    evening.disk.work_again()
    with closing(sqlite3.connect(evening.path)) as stranger:
        assert stranger.execute("SELECT count(*) FROM entry").fetchone() == (0,)


def test_trying_again_with_room_closes(evening: Evening) -> None:
    fill(evening.disk)
    evening.type("5")
    assert not evening.window.close()
    evening.disk.work_again()
    assert evening.asked is not None
    evening.asked.primary.click()

    assert not evening.window.isVisible()
    with closing(sqlite3.connect(evening.path)) as stranger:
        assert stranger.execute("SELECT state FROM entry").fetchone() == ("scored",)


def test_a_bug_of_ours_while_saving_is_not_taken_for_saved(
    evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as bug, qtbot.capture_exceptions() as caught:
        bug.setattr(evening.services.scoring, "note", break_down)
        evening.type("m", "precious")
        assert not evening.window.close()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError] * len(caught)
    assert caught
    assert evening.asked is not None
    assert evening.asked.text.toPlainText() == "precious"

    evening.asked.primary.click()
    assert not evening.window.isVisible()


# The file that is open


def moved(path: Path, _older: bytes) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced(path: Path, older: bytes) -> None:
    path.with_name("arriving").write_bytes(older)
    path.with_name("arriving").replace(path)


def overwritten(path: Path, older: bytes) -> None:
    path.write_bytes(older)


@pytest.fixture
def older(evening: Evening) -> bytes:
    """What a synchronising program brings back: the store before the 5."""
    before = evening.path.read_bytes()
    evening.type("5")
    evening.come_back()
    assert evening.told == ""
    return before


HandOver = Callable[[Path, bytes], None]


def test_the_file_is_looked_at_every_half_minute_and_when_another_program_had_its_turn(evening: Evening) -> None:
    timer = evening.commands.store_watch._timer
    assert (timer.isActive(), timer.interval()) == (True, LOOK_EVERY)
    assert LOOK_EVERY <= 30_000


@pytest.mark.parametrize("hand_over", [moved, replaced, overwritten])
@pytest.mark.parametrize("way", ["focus", "timer", "application", "typing"])
def test_a_file_in_other_hands_is_told_with_what_can_be_done(
    evening: Evening, older: bytes, hand_over: HandOver, way: str
) -> None:
    hand_over(evening.path, older)
    match way:
        case "focus":
            evening.come_back()
        case "timer":
            evening.commands.store_watch._timer.timeout.emit()
        case "application":
            QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[union-attr]
        case _:
            evening.type("6")

    assert "while it was open" in evening.told
    assert evening.offers[0] == ("Put my version back" if hand_over is moved else "Write my version beside it")


def test_it_is_told_once_and_not_every_half_minute(evening: Evening, older: bytes) -> None:
    moved(evening.path, older)
    evening.come_back()
    evening.window.notice.dismiss()
    evening.commands.store_watch._timer.timeout.emit()
    assert evening.told == ""
    evening.path.with_name("elsewhere.db").rename(evening.path)
    evening.come_back()
    assert "back where it was" in evening.told


def test_a_file_that_is_gone_is_put_back_with_everything_typed(evening: Evening, older: bytes) -> None:
    evening.path.unlink()
    evening.type("6")
    assert len(evening.window.desk.keeping) == 1
    evening.take("Put my version back")

    entry = evening.entry()
    assert entry is not None
    assert entry.mark == scored(56)
    assert not evening.window.desk.keeping
    assert_sound(evening.path)
    evening.type("7")
    assert evening.window.close()


def test_nonsense_in_its_place_gives_way_to_my_version_and_is_kept_aside(
    evening: Evening, older: bytes, clock: FixedClock
) -> None:
    evening.path.write_bytes(b"Dear Cassandra, " * 4096)
    nonsense = fingerprint(evening.path)
    evening.type("6")
    assert len(evening.window.desk.keeping) == 1
    evening.take("Put my version back")

    entry = evening.entry()
    assert entry is not None
    assert entry.mark == scored(56)
    assert not evening.window.desk.keeping
    assert_sound(evening.path)
    assert nonsense in [fingerprint(backup.path) for backup in evening.services.backups.listed()]


def test_a_newer_program_s_file_in_its_place_is_left_alone(evening: Evening, older: bytes) -> None:
    with closing(sqlite3.connect(evening.path)) as stranger:
        stranger.execute("PRAGMA user_version = 99")
    before = fingerprint(evening.path)
    evening.come_back()
    assert "newer Scorecard" in evening.told
    evening.take("Write my version beside it")

    assert "Your version is kept" in evening.told
    assert fingerprint(evening.path) == before


def test_a_look_while_another_program_has_the_store_says_nothing(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bad_days.locked(evening.services._store):
        evening.come_back()
    assert "can't be" not in evening.told


@pytest.mark.parametrize("hand_over", [replaced, overwritten])
def test_my_version_is_written_beside_and_can_be_restored(
    evening: Evening, older: bytes, hand_over: HandOver, clock: FixedClock
) -> None:
    evening.window.scorecard.rows[0].control.show(None)
    hand_over(evening.path, older)
    before = fingerprint(evening.path)
    evening.type("6")
    evening.take("Write my version beside it")

    assert "Your version is kept beside it" in evening.told
    assert fingerprint(evening.path) == before
    backups = evening.services.backups
    (mine,) = backups.listed()
    assert mine.can_be_restored
    assert mine.contents is not None
    assert mine.contents.values == 1
    assert mine.path.parent.parent == evening.path.parent
    assert [file.name for file in evening.path.parent.iterdir() if "mine" in file.name] == []
    with closing(sqlite3.connect(f"file:{mine.path}?mode=ro", uri=True)) as stranger:
        (amount,) = stranger.execute("SELECT amount FROM entry").fetchone()
    evening.take("Go on with the one there")

    entry = evening.entry()
    assert entry is not None, "what was typed and not saved goes into the one there"
    assert entry.mark == scored(amount // 1000)
    assert not evening.window.desk.keeping


def test_going_on_with_the_one_there_shows_it(evening: Evening, older: bytes) -> None:
    overwritten(evening.path, older)
    evening.come_back()
    assert evening.entry() is None
    evening.take("Go on with the one there")

    assert evening.window.scorecard.rows[0].row.entry.mark != scored(5)
    evening.window.scorecard.start_keyboard()
    evening.type("8")
    entry = evening.entry()
    assert entry is not None
    assert entry.mark == scored(8)


def test_leaving_the_window_takes_its_version_to_mind(evening: Evening, older: bytes) -> None:
    evening.type("6")
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)  # type: ignore[union-attr]
    overwritten(evening.path, older)
    evening.come_back()
    evening.take("Write my version beside it")

    (mine,) = evening.services.backups.listed()
    with closing(sqlite3.connect(f"file:{mine.path}?mode=ro", uri=True)) as stranger:
        assert stranger.execute("SELECT count(*) FROM entry").fetchone() == (1,)
