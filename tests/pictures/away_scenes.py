"""The states of days away, and of days that are missing."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.activities import Deed, Verb
from scorecard.store.schema import day_table, entry_table
from tests.pictures.stage import TODAY, Act, Scene, Stage, front

_HOLIDAY = (date(2026, 10, 12), date(2026, 10, 16), "Holiday by the sea, without a computer")
_ILL = (TODAY - timedelta(days=3), TODAY - timedelta(days=2), "Ill")
_TRIP = (date(2026, 12, 21), date(2027, 1, 5), "")


def be_away(stage: Stage) -> None:
    for first_day, last_day, reason in (_HOLIDAY, _ILL, _TRIP):
        stage.services.aways.add(first_day, last_day, reason)


def forget(stage: Stage, days: int) -> None:
    """So many days before today, as if nothing had been entered on them, and the program opened again."""
    store = stage.services.scoring._store
    with store.change(Deed(Verb.CLEAR)) as work:
        for n in range(1, days + 1):
            day = (TODAY - timedelta(days=n)).isoformat()
            for row in stage.services.scoring.card().measures:
                work.remove(entry_table, day, row.id)
            work.remove(day_table, day)
    stage.commands.away.follow_store()
    QApplication.processEvents()


def away_on_a_day(day: date) -> Act:
    def show(stage: Stage) -> None:
        be_away(stage)
        stage.window.open_day(day)

    return show


def missing(days: int) -> Act:
    return lambda stage: forget(stage, days)


def look_at_missing(days: int, *keys: Qt.Key, size: tuple[int, int] | None = None) -> Act:
    def look(stage: Stage) -> QWidget:
        if size is not None:
            stage.window.resize(*size)
        forget(stage, days)
        stage.commands.away.open_missing()
        dialog = front()
        QApplication.processEvents()
        for key in keys:
            focused: QWidget | None = dialog.focusWidget()
            QTest.keyClick(focused or dialog, key)
        return dialog

    return look


def open_ranges(stage: Stage) -> QWidget:
    be_away(stage)
    stage.commands.away.open_ranges()
    return front()


def change_a_range(stage: Stage) -> QWidget:
    dialog = open_ranges(stage)
    dialog.list.setCurrentRow(4)  # type: ignore[attr-defined]
    dialog.edit.click()  # type: ignore[attr-defined]
    return dialog


def refuse_a_range(stage: Stage) -> QWidget:
    dialog = change_a_range(stage)
    dialog.form.first.set_day(date(2026, 10, 14))  # type: ignore[attr-defined]
    dialog.form.last.set_day(date(2026, 11, 18))  # type: ignore[attr-defined]
    dialog.form.edited.emit()  # type: ignore[attr-defined]
    dialog.form.give.click()  # type: ignore[attr-defined]
    return dialog


def add_a_range(stage: Stage) -> QWidget:
    dialog = open_ranges(stage)
    QTest.keyClick(dialog.form.reason, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    return dialog


AWAY_SCENES = (
    Scene("away-day", away_on_a_day(_ILL[0])),
    Scene("away-planned", away_on_a_day(_TRIP[0])),
    Scene("away-overfull", lambda stage: stage.window.scorecard.switch_away(), "overfull"),
    Scene("away-ranges", open_ranges, front=True),
    Scene("away-none", lambda stage: stage.commands.away.open_ranges(), front=True),
    Scene("away-change", change_a_range, front=True),
    Scene("away-added", add_a_range, front=True),
    Scene("away-refused", refuse_a_range, front=True),
    Scene("missing-bar", missing(6)),
    Scene("missing-many-bar", missing(40)),
    Scene("missing", look_at_missing(6), front=True),
    Scene("missing-answered", look_at_missing(6, Qt.Key.Key_A, Qt.Key.Key_B), front=True),
    Scene("missing-many", look_at_missing(40), front=True),
    Scene("missing-many-small-window", look_at_missing(40, size=(1024, 640)), front=True),
)
