"""What the first picture must not wait for, and that Python imports as it always did."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.store import first_look
from scorecard.store.opening import open_plain
from tests.fake_clock import FRIDAY_EVENING, FixedClock
from tests.sample.year import make_sample

LATER = (
    "sqlalchemy", "alembic", "numpy", "matplotlib", "dateparser", "icalendar", "asyncio", "tomllib",
    "PySide6.QtNetwork", "PySide6.QtTest", "scorecard.domain.activities", "scorecard.domain.checkins",
    "scorecard.domain.goals", "scorecard.domain.profiles", "scorecard.domain.folding",
)  # fmt: skip

AT_FIRST_PICTURE = """
import os, sys
from scorecard import bootstrap

bootstrap_imports = bootstrap._import_qt

def import_qt_and_listen():
    bootstrap_imports()
    from scorecard import program
    def tell(milestone):
        print(*sorted(sys.modules), flush=True)
        os._exit(0)
    program.tell = tell

bootstrap._import_qt = import_qt_and_listen
sys.exit(bootstrap.run())
"""

IMPORTING_AS_EVER = """
import builtins
from scorecard import bootstrap

original = builtins.__import__
bootstrap._import_qt()
assert builtins.__import__ is original, "PySide6 has replaced it"

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Property, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

assert builtins.__import__ is original

class Bell(QObject):
    rung = Signal(int)

    def __init__(self):
        super().__init__()
        self._tone = 1

    def tone(self):
        return self._tone

    def set_tone(self, tone):
        self._tone = tone

    tone = Property(int, tone, set_tone)

    @Slot(int)
    def hear(self, times):
        heard.append((times, self.sender()))

heard = []
app = QCoreApplication([])
bell, other = Bell(), Bell()
bell.rung.connect(other.hear)
bell.rung.connect(other.hear, Qt.ConnectionType.QueuedConnection)
bell.rung.emit(3)
bell.setProperty("tone", 7)
QTimer.singleShot(0, app.quit)
app.exec()
assert heard == [(3, bell), (3, bell)], heard
assert (bell.tone, bell.property("tone")) == (7, 7)
assert bell.metaObject().indexOfSlot("hear(int)") >= 0
print("as ever")
"""


@pytest.fixture
def store(home: Path) -> Path:
    path = home / "data" / "scorecard.db"
    make_sample(path, FixedClock(), FRIDAY_EVENING.date(), years=0.02)
    return path


STYLE = """
from scorecard.ui.application import make_application
app = make_application()
print(app.style().objectName(), *app.arguments())
"""


def run(source: str) -> str:
    command = [sys.executable, "-c", source]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_first_picture_waits_for_nothing_it_does_not_need(store: Path) -> None:
    loaded = run(AT_FIRST_PICTURE).split()

    assert "scorecard.ui.main_window" in loaded
    assert [name for name in LATER if name in loaded] == []


def test_the_first_picture_reads_only_its_own_week_of_the_entries(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_and_listen(path: Path, writes: bool) -> sqlite3.Connection:
        connection = open_plain(path, writes)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(first_look, "open_plain", open_and_listen)
    today = FRIDAY_EVENING.date()
    first_look.FirstLook(store).settings_and_days().snapshot(today, today)

    with sqlite3.connect(store) as connection:
        plans = [connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall() for query in asked if "FROM" in query]
    connection.close()
    steps = [step for plan in plans for *_, step in plan]
    assert any(step.startswith("SEARCH entry") for step in steps)
    assert [step for step in steps if step.startswith("SCAN entry")] == []


def test_importing_is_python_s_own_again_and_qt_works_all_the_same() -> None:
    assert run(IMPORTING_AS_EVER) == "as ever\n"


def test_the_style_is_ours_whatever_the_desktop_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_STYLE_OVERRIDE", "windows")

    assert run(STYLE) == "fusion scorecard\n"
