"""The states of the list of backups."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.backups import Reason
from scorecard.services.backups import Backups
from scorecard.store import backups_making, migrating
from scorecard.ui.backups.changes_dialog import ChangesDialog
from scorecard.ui.backups.dialog import BackupsDialog
from scorecard.ui.settings_dialog.dialog import SettingsDialog
from tests.fake_clock import FRIDAY_EVENING, FixedClock
from tests.pictures.stage import TODAY, Act, Scene, Stage, front

_KINDS = (
    (9, Reason.MIGRATION),
    (4, Reason.DAY),
    (3, Reason.DAY),
    (3, Reason.IMPORT),
    (2, Reason.REQUEST),
    (1, Reason.DAY),
)


def with_backups(stage: Stage) -> None:
    """A week of them, each with a little more in it; one has been damaged since."""
    store = stage.folder / "scorecard.db"
    for ago, reason in _KINDS:
        day = TODAY - timedelta(days=ago)
        backups_making.make(store, reason, FRIDAY_EVENING - timedelta(days=ago))
        score(stage, day)
    spoilt = Backups(store, FixedClock()).listed()[2].path
    content = bytearray(spoilt.read_bytes())
    content[len(content) // 2] ^= 1
    spoilt.write_bytes(content)


def score(stage: Stage, day: date) -> None:
    for number, measure in enumerate(stage.services.scoring.card().measures[:3]):
        stage.services.scoring.score(measure.id, day, Decimal(4 + number % 2))


def open_list(stage: Stage) -> BackupsDialog:
    stage.commands.backups.open()
    dialog = front()
    assert isinstance(dialog, BackupsDialog)
    settle(dialog)
    return dialog


def settle(dialog: BackupsDialog) -> None:
    while not dialog.errands.at_rest:
        QTest.qWait(20)


def chosen(row: int) -> Act:
    def act(stage: Stage) -> None:
        with_backups(stage)
        dialog = open_list(stage)
        dialog.page.table.setCurrentCell(row, 0)
        settle(dialog)

    return act


def asked(stage: Stage) -> None:
    chosen(3)(stage)
    dialog = front()
    assert isinstance(dialog, BackupsDialog)
    dialog.ask_to_restore()
    QApplication.processEvents()


def restored(stage: Stage) -> QWidget:
    asked(stage)
    dialog = front().parentWidget()
    assert isinstance(dialog, BackupsDialog)
    question = front()
    question.accept()  # type: ignore[attr-defined]
    QApplication.processEvents()
    settle(dialog)
    return dialog


def one_by_one(stage: Stage) -> None:
    """Of a backup from before most of what is there."""
    chosen(4)(stage)
    dialog = front()
    assert isinstance(dialog, BackupsDialog)
    dialog.show_changes()
    settle_changes()


def settle_changes() -> None:
    changes = front()
    assert isinstance(changes, ChangesDialog)
    while not changes.at_rest:
        QTest.qWait(20)


def all_one_by_one(stage: Stage) -> None:
    """Of a backup from before everything: many thousands of things, and long names."""
    store = stage.folder / "scorecard.db"
    before = stage.folder / "before" / "scorecard.db"
    migrating.create_store(before, FRIDAY_EVENING)
    (stage.folder / "backups").mkdir(exist_ok=True)
    made = backups_making.make(before, Reason.REQUEST, FRIDAY_EVENING)
    made.path.rename(stage.folder / "backups" / made.path.name)
    (backup,) = Backups(store, FixedClock()).listed()
    ChangesDialog(backup, Backups(store, FixedClock()), stage.window).open()
    settle_changes()


def undoing(stage: Stage) -> None:
    """Ctrl+Z after a restore."""
    restored(stage).close()
    stage.window.activateWindow()
    stage.commands.undo()


def told_in_window(stage: Stage) -> QWidget:
    restored(stage).close()
    return stage.window


def settings(stage: Stage) -> QWidget:
    with_backups(stage)
    second = stage.folder / "stick"
    second.mkdir()
    stage.commands.backups.keep_daily()
    stage.window.surroundings.preferences.set_second_backups(second)
    stage.commands.backups.follow_second_folder()
    stage.commands.open_settings()
    dialog = front()
    assert isinstance(dialog, SettingsDialog)
    dialog.backups.look()
    dialog.backups.check_all()
    while not dialog.backups.check.isEnabled():
        QTest.qWait(20)
    dialog.area.ensureWidgetVisible(dialog.backups)
    QTest.qWait(50)
    return dialog


BACKUP_SCENES = (
    Scene("backups", chosen(0), front=True),
    Scene("backups-older", chosen(4), front=True),
    Scene("backups-damaged", chosen(2), front=True),
    Scene("backups-question", asked, front=True),
    Scene("backups-restored", restored, front=True),
    Scene("backups-changes", one_by_one, front=True),
    Scene("backups-changes-overfull", all_one_by_one, "overfull", front=True),
    Scene("backups-undo", undoing, front=True),
    Scene("backups-told", told_in_window),
    Scene("backups-none", lambda stage: open_list(stage), "empty", front=True),
    Scene("backups-settings", settings, front=True),
)
