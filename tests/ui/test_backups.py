"""Backups in the window: the list, making one, restoring one, and a window that then shows what was restored."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason
from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.promises import Level
from scorecard.services import backups as backups_service
from scorecard.services.backups import Backups
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.backups import changes_dialog
from scorecard.ui.backups.changes_dialog import ChangesDialog
from scorecard.ui.backups.dialog import BackupsDialog
from scorecard.ui.backups.restore_dialog import RestoreDialog, TakeBackDialog
from scorecard.ui.backups.settings_card import BackupsCard
from scorecard.ui.day_watch import DayWatch
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import REFLECTION, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.settings_dialog.dialog import SettingsDialog
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY, Choose

AnyDialog = TypeVar("AnyDialog", bound=QDialog)
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Desktop:
    """A window over a store, and somebody before it."""

    window: MainWindow
    commands: WindowCommands
    path: Path
    clock: FixedClock
    qtbot: QtBot

    @property
    def services(self) -> Services:
        """Those that the window has now."""
        found = self.window.desk.ask(lambda services: services)
        assert found is not None
        return found

    @property
    def backups(self) -> Backups:
        return Backups(self.path, self.clock)

    def open(self) -> BackupsDialog:
        self.commands.menu.actions["backups"].trigger()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, BackupsDialog) and w.isVisible())
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.settle(dialog)
        return dialog

    def settle(self, dialog: BackupsDialog) -> None:
        self.qtbot.waitUntil(lambda: dialog.errands.at_rest and not dialog.busy, timeout=20_000)

    def restore(self, dialog: BackupsDialog) -> None:
        """By keys, as it is meant."""
        asked = self.ask(dialog)
        self.press(asked, Qt.Key.Key_R, lambda: not questions())
        self.settle(dialog)
        dialog.activateWindow()

    def ask(self, dialog: BackupsDialog) -> RestoreDialog:
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.press(dialog, Qt.Key.Key_R, questions)
        (asked,) = questions()
        asked.activateWindow()
        self.qtbot.waitUntil(asked.isActiveWindow)
        return asked

    def press(self, dialog: QDialog, key: Qt.Key, done: Callable[[], object]) -> None:
        """Alt and a letter: the button is shown pressed for a moment before it does something."""
        QTest.keyClick(dialog, key, ALT)
        self.qtbot.waitUntil(lambda: bool(done()))

    def mark(self, measure: str, day: date = TODAY) -> Mark:
        entry = self.services.scoring.snapshot(day, day).entries.get((day, measure))
        return entry.mark if entry is not None else UNKNOWN

    def shown(self, name: str) -> Mark:
        """What stands on the scorecard."""
        return next(row.row.entry.mark for row in self.window.scorecard.rows if row.row.measure.name == name)


def questions() -> list[RestoreDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, RestoreDialog) and w.isVisible()]


def verdicts(dialog: BackupsDialog) -> list[str]:
    table = dialog.page.table
    cells = [table.item(row, table.columnCount() - 1) for row in range(table.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


@pytest.fixture
def calls(choose: Choose) -> str:
    return choose("Calls")


@pytest.fixture
def desktop(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> Iterator[Desktop]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    page = services.scoring.page(services.scoring.today())
    window = MainWindow(desk, page, Surroundings(Theme(app), Preferences(home / "window.ini")))
    desk.setParent(window)
    qtbot.addWidget(window)
    path = home / "data" / "scorecard.db"
    commands = WindowCommands(window, path, clock)
    desk.attach(services)
    commands.follow_store(writable=True)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.scorecard.start_keyboard()
    yield Desktop(window, commands, path, clock, qtbot)
    desk.detach()


@pytest.fixture
def scored(desktop: Desktop, calls: str) -> Backup:
    """A backup with a 3 in it; by now it is a 5, and yesterday has a 4."""
    desktop.services.scoring.score(calls, TODAY, Decimal(3))
    backup = desktop.backups.make(Reason.DAY)
    desktop.services.scoring.score(calls, TODAY, Decimal(5))
    desktop.services.scoring.score(calls, TODAY - timedelta(days=1), Decimal(4))
    return backup


# The list


def test_every_backup_is_listed_and_looked_through(desktop: Desktop, scored: Backup) -> None:
    desktop.backups.make()

    dialog = desktop.open()

    assert dialog.page.table.rowCount() == 2
    assert verdicts(dialog) == ["Good", "Good"]
    assert dialog.page.table.hasFocus()


def test_the_chosen_one_tells_what_restoring_it_would_lose(desktop: Desktop, scored: Backup) -> None:
    desktop.backups.make()
    dialog = desktop.open()
    assert dialog.page.difference.text() == "Nothing you entered would change: the present store holds the same."

    QTest.keyClick(dialog.page.table, Qt.Key.Key_Down)
    desktop.settle(dialog)

    assert dialog.page.difference.text().startswith("Restoring it would lose what came since: 2 value")


def test_a_damaged_one_is_named_and_can_t_be_restored(desktop: Desktop, scored: Backup) -> None:
    content = bytearray(scored.path.read_bytes())
    content[content.index(b"Calls")] ^= 1
    scored.path.write_bytes(content)

    dialog = desktop.open()

    assert verdicts(dialog) == ["Damaged"]
    assert not dialog.restore.isEnabled()
    assert "not as it was written any more" in dialog.page.details.text()


def test_without_any_backup_one_can_be_made(desktop: Desktop, calls: str) -> None:
    dialog = desktop.open()
    assert dialog.pages.currentIndex() == 1
    assert dialog.make.hasFocus()
    assert not dialog.open_folder.isEnabled()

    QTest.keyClick(dialog.make, Qt.Key.Key_Space)
    desktop.settle(dialog)

    assert verdicts(dialog) == ["Good"]
    assert [backup.reason for backup in desktop.backups.listed()] == [Reason.REQUEST]
    assert dialog.notice.sentence.text() == "Backup made and checked."


def test_a_backup_that_can_t_be_made_is_one_sentence(
    desktop: Desktop, scored: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: Path, *_: object) -> None:
        raise BackupError(BackupFault.FULL, store)

    monkeypatch.setattr(backups_service, "make", fail)
    dialog = desktop.open()
    desktop.press(dialog, Qt.Key.Key_M, dialog.notice.isVisible)

    assert dialog.notice.tone is NoticeTone.ERROR
    assert dialog.notice.sentence.text().startswith("The disk is full, so no backup was made.")
    assert dialog.make.isEnabled()


def test_the_folder_can_be_opened(desktop: Desktop, scored: Backup, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = desktop.open()

    desktop.press(dialog, Qt.Key.Key_F, lambda: opened)

    assert [Path(url.toLocalFile()) for url in opened] == [desktop.path.parent / "backups"]


def test_escape_leaves(desktop: Desktop, scored: Backup) -> None:
    dialog = desktop.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


# Restoring


def test_a_restore_shows_the_restored_store_without_a_restart(desktop: Desktop, scored: Backup, calls: str) -> None:
    dialog = desktop.open()
    desktop.restore(dialog)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(3))
    assert desktop.mark(calls, TODAY - timedelta(days=1)) == UNKNOWN
    assert dialog.notice.sentence.text().startswith("The store is as it was in the backup of Fri 20 Nov 2026")


def test_the_window_goes_on_with_the_restored_store(desktop: Desktop, scored: Backup, calls: str) -> None:
    dialog = desktop.open()
    desktop.restore(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desktop.window.activateWindow()
    row = desktop.window.scorecard.rows[0]
    row.enter()
    QTest.keyClick(desktop.window.focusWidget(), Qt.Key.Key_Backspace)
    QTest.keyClicks(desktop.window.focusWidget(), "8")

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(8))
    desktop.window.desk.detach()
    with closing(Services(desktop.path, desktop.clock)) as again:
        assert again.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls].mark == Scored(Decimal(8))


def test_the_store_before_it_is_the_first_in_the_list_and_comes_back_the_same_way(
    desktop: Desktop, scored: Backup, calls: str
) -> None:
    dialog = desktop.open()
    desktop.restore(dialog)
    assert dialog.page.table.item(0, 1).text() == "Set aside by a restore"  # type: ignore[union-attr]
    assert dialog.page.number == scored.number

    dialog.page.table.setCurrentCell(0, 0)
    desktop.settle(dialog)
    desktop.restore(dialog)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(5))
    assert desktop.mark(calls, TODAY - timedelta(days=1)) == Scored(Decimal(4))


def test_enter_alone_does_not_restore(desktop: Desktop, scored: Backup, calls: str) -> None:
    dialog = desktop.open()
    asked = desktop.ask(dialog)
    assert asked.secondary.hasFocus()
    assert asked.difference.text() == dialog.page.difference.text()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    desktop.settle(dialog)

    assert desktop.mark(calls) == Scored(Decimal(5))
    assert len(desktop.backups.listed()) == 1


def test_what_is_being_typed_goes_into_the_store_that_is_set_aside(
    desktop: Desktop, scored: Backup, calls: str
) -> None:
    desktop.window.scorecard.rows[0].enter()
    QTest.keyClicks(desktop.window.focusWidget(), "m")
    QTest.keyClicks(desktop.window.focusWidget(), "half a note")
    dialog = desktop.open()
    desktop.restore(dialog)

    entry = desktop.services.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls]
    assert entry.note == ""
    dialog.page.table.setCurrentCell(0, 0)
    desktop.settle(dialog)
    desktop.restore(dialog)
    entry = desktop.services.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls]
    assert entry.note == "half a note"


def test_answers_on_the_page_are_the_restored_ones_and_nothing_is_written_back(
    desktop: Desktop, scored: Backup
) -> None:
    place = desktop.services.reflecting.page(TODAY).places[0].prompt_id
    desktop.services.reflecting.write(TODAY, place, "Before the backup")
    backup = desktop.backups.make()
    desktop.window.go_to_page(REFLECTION)
    desktop.services.reflecting.write(TODAY, place, "After it")
    dialog = desktop.open()
    dialog.page.choose(backup.number)
    desktop.settle(dialog)
    desktop.restore(dialog)

    assert desktop.services.reflecting.page(TODAY).places[0].text == "Before the backup"
    assert desktop.window.flush()
    assert desktop.services.reflecting.page(TODAY).places[0].text == "Before the backup"


def test_a_restore_that_fails_leaves_the_window_with_its_store(
    desktop: Desktop, scored: Backup, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(backup: Backup, *_: object) -> None:
        raise BackupError(BackupFault.DAMAGED, backup.path)

    monkeypatch.setattr(backups_service, "restore", fail)
    dialog = desktop.open()
    desktop.restore(dialog)

    assert dialog.notice.tone is NoticeTone.ERROR
    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(5))
    desktop.services.scoring.score(calls, TODAY, Decimal(6))
    assert desktop.shown("Calls") == Scored(Decimal(6))


def test_what_can_t_be_saved_keeps_the_store_open(
    desktop: Desktop, scored: Backup, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = desktop.open()
    monkeypatch.setattr(desktop.window, "flush", lambda: False)
    desktop.restore(dialog)

    assert dialog.notice.sentence.text() == "What you typed last could not be saved, so nothing was restored."
    assert desktop.mark(calls) == Scored(Decimal(5))


def test_a_store_that_can_t_be_opened_is_restored_from_the_same_list(
    desktop: Desktop, scored: Backup, calls: str
) -> None:
    desktop.window.desk.detach()
    desktop.window.desk.lose_hope()
    desktop.path.write_bytes(bytes(20_000))

    dialog = desktop.open()
    assert "can't be compared" in dialog.page.difference.text()
    desktop.restore(dialog)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(3))
    assert verdicts(dialog) == ["Not a backup", "Good"]


# What would change, one by one


def cells(changes: ChangesDialog) -> list[list[str]]:
    table = changes.table
    found = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() for cell in row if cell is not None] for row in found]


def open_changes(desktop: Desktop, dialog: QDialog) -> ChangesDialog:
    desktop.press(dialog, Qt.Key.Key_W, lambda: shown(ChangesDialog))
    (changes,) = shown(ChangesDialog)
    changes.activateWindow()
    desktop.qtbot.waitUntil(lambda: changes.at_rest and changes.isActiveWindow())
    return changes


def shown(kind: type[AnyDialog]) -> list[AnyDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def test_what_would_change_is_listed_thing_by_thing_now_and_then(desktop: Desktop, scored: Backup) -> None:
    changes = open_changes(desktop, desktop.open())

    assert cells(changes) == [
        ["Fri 20 Nov 2026", "Calls", "5", "3"],
        ["Thu 19 Nov 2026", "Calls", "4", "not there"],
    ]
    assert changes.table.hasFocus()
    assert "2 step" in changes.record.text()
    assert [button.text() for button in changes.parts.cells] == ["Days 2"]  # type: ignore[union-attr]


def test_another_part_is_chosen_by_keys(desktop: Desktop, scored: Backup) -> None:
    desktop.services.promises.make(PromiseDraft("Send the offer", Level.COMMITMENT))
    changes = open_changes(desktop, desktop.open())
    assert changes.parts is not None
    QTest.keyClick(changes.table, Qt.Key.Key_Backtab)
    assert changes.parts.hasFocus()
    QTest.keyClick(changes.parts, Qt.Key.Key_Right)

    assert cells(changes) == [["Fri 20 Nov 2026", "Promise: Send the offer", "open, commitment", "not there"]]


def test_of_very_many_more_are_shown_when_asked_for(
    desktop: Desktop, scored: Backup, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes_dialog, "MOST", 2)
    for ago in range(2, 6):
        desktop.services.scoring.score(calls, TODAY - timedelta(days=ago), Decimal(ago))
    changes = open_changes(desktop, desktop.open())
    assert (len(cells(changes)), changes.more.isVisible()) == (2, True)
    assert "4 of them" in changes.more.text()

    QTest.keyClick(changes.more, Qt.Key.Key_Space)
    desktop.qtbot.waitUntil(lambda: changes.at_rest and len(cells(changes)) == 6)

    assert not changes.more.isVisible()


def test_where_nothing_would_change_that_is_said(desktop: Desktop, calls: str) -> None:
    desktop.backups.make()
    changes = open_changes(desktop, desktop.open())

    page = changes.pages.currentWidget()
    assert isinstance(page, EmptyState)
    assert page.sentence.text() == "Everything you entered is the same in both."


def test_the_question_shows_it_too(desktop: Desktop, scored: Backup) -> None:
    asked = desktop.ask(desktop.open())
    assert "step(s) came after it" in asked.record.text()

    changes = open_changes(desktop, asked)

    assert len(cells(changes)) == 2


def test_a_backup_that_is_gone_by_then_is_told(desktop: Desktop, scored: Backup) -> None:
    dialog = desktop.open()
    scored.path.unlink()
    changes = open_changes(desktop, dialog)

    page = changes.pages.currentWidget()
    assert isinstance(page, EmptyState)


# Taking it back


def yesterday() -> date:
    return TODAY - timedelta(days=1)


def test_the_notice_takes_the_restore_back(desktop: Desktop, scored: Backup, calls: str) -> None:
    dialog = desktop.open()
    desktop.restore(dialog)
    (take_back,) = dialog.notice.action_buttons
    assert take_back.text() == "Take it back"

    QTest.keyClick(take_back, Qt.Key.Key_Space)
    desktop.settle(dialog)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(5))
    assert desktop.mark(calls, yesterday()) == Scored(Decimal(4))
    assert dialog.notice.sentence.text().startswith("The restore was taken back")
    assert dialog.notice.action_buttons == ()


def questions_of_taking_back() -> list[TakeBackDialog]:
    return shown(TakeBackDialog)


def restored(desktop: Desktop) -> None:
    dialog = desktop.open()
    desktop.restore(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desktop.window.activateWindow()
    desktop.qtbot.waitUntil(desktop.window.isActiveWindow)


def undo(desktop: Desktop) -> None:
    desktop.commands.menu.actions["undo"].trigger()


def agree(desktop: Desktop) -> None:
    (question,) = questions_of_taking_back()
    question.activateWindow()
    desktop.qtbot.waitUntil(question.isActiveWindow)
    assert question.secondary.hasFocus(), "Enter alone keeps everything"
    before = desktop.services
    desktop.press(question, Qt.Key.Key_T, lambda: not questions_of_taking_back())
    # Another store stands behind the window then.
    desktop.qtbot.waitUntil(lambda: desktop.window.desk.ready and desktop.services is not before, timeout=20_000)


def test_the_window_says_it_too_until_something_is_entered(desktop: Desktop, scored: Backup, calls: str) -> None:
    restored(desktop)
    notice = desktop.window.notice
    assert notice.sentence.text().startswith("The store is as it was in the backup of")
    assert [button.text() for button in notice.action_buttons] == ["Take it back"]

    desktop.services.scoring.score(calls, TODAY, Decimal(8))

    assert not notice.isVisible()


def test_undo_right_after_a_restore_asks_whether_to_take_it_back(desktop: Desktop, scored: Backup, calls: str) -> None:
    restored(desktop)
    undo(desktop)
    agree(desktop)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(5))
    desktop.qtbot.waitUntil(lambda: "was taken back" in desktop.window.notice.sentence.text())
    undo(desktop)
    assert questions_of_taking_back() == []
    assert desktop.mark(calls, yesterday()) == UNKNOWN, "the last step of before can be undone again"


def test_who_keeps_it_undoes_the_last_step_in_it(desktop: Desktop, scored: Backup, calls: str) -> None:
    restored(desktop)
    undo(desktop)
    (question,) = questions_of_taking_back()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert desktop.mark(calls) == Scored(Decimal(3))

    undo(desktop)

    assert questions_of_taking_back() == []
    assert desktop.mark(calls) == UNKNOWN


def test_once_something_was_entered_undo_undoes_that(desktop: Desktop, scored: Backup, calls: str) -> None:
    restored(desktop)
    desktop.clock.advance(minutes=1)
    desktop.services.scoring.score(calls, TODAY, Decimal(8))
    undo(desktop)

    assert questions_of_taking_back() == []
    assert desktop.mark(calls) == Scored(Decimal(3))


def test_the_menu_says_what_undo_would_ask(desktop: Desktop, scored: Backup, calls: str) -> None:
    restored(desktop)
    desktop.commands.menu.about_to_show.emit()
    action = desktop.commands.menu.actions["undo"]
    assert action.text() == "&Undo the restore…"

    desktop.services.scoring.score(calls, TODAY, Decimal(8))
    desktop.commands.menu.about_to_show.emit()
    assert action.text().startswith("&Undo 8 for Calls")


def test_a_taking_back_that_fails_leaves_the_window_with_its_store(
    desktop: Desktop, scored: Backup, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored(desktop)

    def fail(backup: Backup, *_: object) -> None:
        raise BackupError(BackupFault.FULL, backup.path)

    monkeypatch.setattr(backups_service, "restore", fail)
    undo(desktop)
    agree(desktop)
    desktop.qtbot.waitUntil(lambda: desktop.window.notice.tone is NoticeTone.ERROR)

    assert desktop.mark(calls) == desktop.shown("Calls") == Scored(Decimal(3))


# Elsewhere in the window


def test_a_look_at_the_clock_makes_the_backup_that_is_due(desktop: Desktop, scored: Backup, calls: str) -> None:
    """After a night of sleep, say, before anything is entered."""
    desktop.commands.backups.keep_daily()
    desktop.clock.advance(hours=20)
    before = len(desktop.backups.listed())

    watch = desktop.commands.findChild(DayWatch)
    assert watch is not None
    watch.look()
    desktop.services.daily_backup.wait()

    assert len(desktop.backups.listed()) == before + 1


def test_a_backup_of_the_day_that_fails_is_said_once_quietly(
    desktop: Desktop, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: Path, *_: object) -> None:
        raise BackupError(BackupFault.NO_ACCESS, store.parent / "backups")

    monkeypatch.setattr(backups_service, "make", fail)
    desktop.commands.backups.keep_daily()
    desktop.services.scoring.score(calls, TODAY, Decimal(1))
    desktop.services.daily_backup.wait()
    desktop.qtbot.waitUntil(desktop.window.notice.isVisible)

    assert desktop.window.notice.tone is NoticeTone.INFO
    assert "What you enter is saved as always" in desktop.window.notice.sentence.text()
    desktop.window.notice.dismiss()
    desktop.services.scoring.score(calls, TODAY, Decimal(2))
    desktop.services.daily_backup.wait()
    QApplication.processEvents()
    assert not desktop.window.notice.isVisible()
    assert desktop.mark(calls) == Scored(Decimal(2))


def test_a_store_that_fails_its_check_is_no_quiet_matter(
    desktop: Desktop, calls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: Path, *_: object) -> None:
        raise BackupError(BackupFault.STORE_DAMAGED, store)

    monkeypatch.setattr(backups_service, "make", fail)
    desktop.commands.backups.keep_daily()
    desktop.services.scoring.score(calls, TODAY, Decimal(1))
    desktop.services.daily_backup.wait()
    desktop.qtbot.waitUntil(desktop.window.notice.isVisible)

    assert desktop.window.notice.tone is NoticeTone.ERROR
    assert "failed its check" in desktop.window.notice.sentence.text()


@contextmanager
def settings(desktop: Desktop) -> Iterator[BackupsCard]:
    desktop.commands.open_settings()
    (dialog,) = shown(SettingsDialog)
    yield dialog.backups
    dialog.close()


def test_the_settings_tell_the_last_good_one_and_its_age(desktop: Desktop, calls: str) -> None:
    with settings(desktop) as card:
        assert card.last_good.text().startswith("There is no backup yet.")
    desktop.backups.make()
    with settings(desktop) as card:
        assert card.last_good.text().startswith("The last good one is of Fri 20 Nov 2026")
        assert card.last_good.text().endswith(", today.")
    desktop.clock.advance(days=1)
    with settings(desktop) as card:
        assert card.last_good.text().endswith(", yesterday.")
        assert not card.last_good.sign.isVisible()


def test_a_week_of_use_without_one_is_warned_of(desktop: Desktop, calls: str) -> None:
    desktop.backups.make()
    for _ in range(8):
        desktop.clock.advance(days=1)
        desktop.services.scoring.score(calls, desktop.services.scoring.today(), Decimal(1))

    with settings(desktop) as card:
        assert card.last_good.sign.isVisible()
        assert card.last_good.label.accessibleName().startswith("Warning: ")
        assert "Since then something was entered on 8 day" in card.last_good.text()


def test_all_are_looked_through_from_the_settings(desktop: Desktop, scored: Backup, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desktop.window.surroundings.preferences.set_second_backups(stick)
    desktop.commands.backups.follow_second_folder()
    with settings(desktop) as card:
        card.look()
        desktop.qtbot.waitUntil(lambda: card.last_copy.text().startswith("The last copy there is of Fri 20 Nov 2026"))
        QTest.keyClick(card.check, Qt.Key.Key_Space)
        desktop.qtbot.waitUntil(card.check.isEnabled)
        assert card.checked.text() == "2 backup(s) were looked through. All are as they were written."
        assert not card.checked.sign.isVisible()

        scored.path.write_bytes(scored.path.read_bytes()[:5000])
        card.check.click()
        desktop.qtbot.waitUntil(card.check.isEnabled)
        assert "1 of them are damaged" in card.checked.text()
        assert card.checked.sign.isVisible()


def test_a_second_folder_that_is_away_is_no_warning_for_a_week(
    desktop: Desktop, scored: Backup, tmp_path: Path
) -> None:
    preferences = desktop.window.surroundings.preferences
    preferences.set_second_backups(tmp_path / "away")
    desktop.commands.backups.follow_second_folder()
    for since, warns in ((TODAY - timedelta(days=6), False), (TODAY - timedelta(days=7), True)):
        preferences.set_second_backups_since(since)
        with settings(desktop) as card:
            card.look()
            desktop.qtbot.waitUntil(lambda card=card: "is not there just now" in card.last_copy.text())
            assert card.last_copy.sign.isVisible() is warns
