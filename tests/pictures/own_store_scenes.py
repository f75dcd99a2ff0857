"""Another store of ours, taken in beside this one: a copy that went its own way, and the store of another computer."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest

from scorecard.ui.import_dialog.dialog import ImportDialog
from tests.fake_clock import FixedClock
from tests.pictures.stage import TODAY, Scene, Stage
from tests.sample.overfull import make_overfull
from tests.sample.whole import make_whole


def read_in(stage: Stage, file: Path) -> None:
    stage.commands.import_file(file)
    dialog = stage.window.findChild(ImportDialog)
    assert dialog is not None
    while dialog.busy:
        QTest.qWait(20)


def _changed(file: Path) -> Path:
    """Whatever was entered in the last days is another there."""
    since = (TODAY - timedelta(days=9)).isoformat()
    with closing(sqlite3.connect(file)) as connection:
        of_counts = "state = 'scored' AND measure_id IN ('m1', 'm2', 'm3', 'm7')"
        connection.execute(f"UPDATE entry SET amount = amount + 1000 WHERE {of_counts} AND day > ?", (since,))
        connection.execute("UPDATE reflection SET answer = answer || ' Later.' WHERE day > ?", (since,))
        connection.execute("DELETE FROM entry WHERE day < ?", (since,))
        connection.commit()
    return file


def a_copy(stage: Stage) -> None:
    file = stage.folder / "scorecard (conflicted copy of the laptop).db"
    shutil.copy(stage.folder / "scorecard.db", file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO away VALUES ('new', '2026-12-24', '2026-12-31', 'Holidays')")
        connection.commit()
    read_in(stage, _changed(file))


def another_computer(stage: Stage) -> None:
    """With measures and people of the same names."""
    file = stage.folder / "laptop" / "scorecard.db"
    make_whole(file, FixedClock(), TODAY, years=0.2)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table, column in (("measure", "id"), ("terms", "measure_id"), ("entry", "measure_id"),
                              ("adjustment", "first_measure"), ("adjustment", "second_measure"),
                              ("agreed", "measure_id"), ("served", "measure_id")):  # fmt: skip
            connection.execute(f"UPDATE {table} SET {column} = 'x' || {column} WHERE {column} IS NOT NULL")
        connection.commit()
    read_in(stage, _changed(file))


def long_names(stage: Stage) -> None:
    file = stage.folder / f"{'a store with a long name ' * 6}.db"
    make_overfull(stage.folder / "laptop" / "scorecard.db", FixedClock(), TODAY)
    shutil.copy(stage.folder / "laptop" / "scorecard.db", file)
    read_in(stage, file)


OWN_STORE_SCENES = (
    Scene("import-own-copy", a_copy, front=True),
    Scene("import-own-other", another_computer, front=True),
    Scene("import-own-long", long_names, front=True),
)
