"""`scorecard import FILE` shows what would come along, asks, imports, and says how to take it back."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.cli.window import OpenWindow
from scorecard.formats.day_forms import DayForm
from scorecard.formats.mapping_guess import suggested
from scorecard.formats.table_looks import look_at
from scorecard.paths import find_paths
from scorecard.services.services import Services
from scorecard.services.table_book import TableBook
from scorecard.store import connection
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import LOOP_ZIP, daylio_backup
from tests.formats.loop_files import loop_backup
from tests.formats.zip_files import packed
from tests.importing_files import content_of, count_of, long_table, table_file


class Keyboard(io.StringIO):
    """A terminal at which the given lines are typed."""

    def isatty(self) -> bool:
        return True


class Interrupted(Keyboard):
    def readline(self, size: int | None = -1, /) -> str:
        raise KeyboardInterrupt


@dataclass(frozen=True)
class Outcome:
    status: int | OpenWindow
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def scorecard(clock: FixedClock) -> Command:
    def typed(*arguments: str | Path, keyboard: io.StringIO | None = None) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        status = run([str(argument) for argument in arguments], os.environ, out, err, keyboard, clock)
        return Outcome(status, out.getvalue(), err.getvalue())

    return typed


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return table_file(tmp_path, {"Calls": [3, 4, ""], "Reports": ["", 2, 5]})


@pytest.fixture
def store(home: Path) -> Path:
    """Where the store will be; it is not made yet."""
    return home / "data" / "scorecard.db"


def test_a_first_import_makes_the_store(scorecard: Command, calls: Path, store: Path) -> None:
    outcome = scorecard("import", calls, "--yes")

    assert outcome.status == 0
    assert outcome.out.splitlines()[-1] == (
        "Imported 2 measures, 4 entries from 2026-03-02 to 2026-03-04. One undo takes it back."
    )
    assert count_of(store, "entry") == 4
    assert store.stat().st_mode & 0o077 == 0 or os.name != "posix"


def test_the_dry_run_says_what_becomes_of_each_measure(scorecard: Command, calls: Path, store: Path) -> None:
    outcome = scorecard("import", calls)

    assert outcome.out.splitlines() == [
        "Table with a column for each measure, 2026-03-02 to 2026-03-04",
        "2 measures: 4 new entries",
        "  Calls: new, on the card; 2 new entries, 2026-03-02 to 2026-03-03",
        "  Reports: new, on the card; 2 new entries, 2026-03-03 to 2026-03-04",
        "Dates were read as yyyy-mm-dd.",
        "2 measures will only be counted: the file tells no target. Set one when you like.",
        f"A new store will be made: {store}",
    ]


def test_the_dry_run_lists_what_does_not_come_along(scorecard: Command, tmp_path: Path) -> None:
    file = table_file(tmp_path, {"Calls": [3, 4]}, first_day=date(2026, 11, 20))

    lines = scorecard("import", file).out.splitlines()

    assert "What does not come along, or not as it was:" in lines
    assert "  “Calls”: 1 entry of days to come left out" in lines


def test_without_a_terminal_and_without_yes_nothing_is_imported(scorecard: Command, calls: Path, store: Path) -> None:
    outcome = scorecard("import", calls, keyboard=io.StringIO("y\n"))

    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        "Nothing was imported: there is nobody to ask. Add --yes to import without a question."
    ]
    assert not store.parent.exists()


@pytest.mark.parametrize("answer", ["y\n", "Yes\n", " y "])
def test_who_says_yes_imports(scorecard: Command, calls: Path, store: Path, answer: str) -> None:
    outcome = scorecard("import", calls, keyboard=Keyboard(answer))

    assert outcome.status == 0
    assert "Import 4 entries? [y/N] " in outcome.out
    assert count_of(store, "entry") == 4


@pytest.mark.parametrize("keyboard", [Keyboard("n\n"), Keyboard("\n"), Keyboard(""), Interrupted()])
def test_any_other_answer_imports_nothing(scorecard: Command, calls: Path, store: Path, keyboard: Keyboard) -> None:
    outcome = scorecard("import", calls, keyboard=keyboard)

    assert outcome.status == 1
    assert outcome.out.endswith("Nothing was imported.\n")
    assert not store.exists()


def test_the_second_time_there_is_nothing_to_import(scorecard: Command, calls: Path, store: Path) -> None:
    scorecard("import", calls, "--yes")
    before = content_of(store)

    outcome = scorecard("import", calls)

    assert (outcome.status, outcome.out) == (0, "Everything in this file is here already.\n")
    assert content_of(store) == before


def test_what_is_imported_can_be_undone_in_the_window(
    scorecard: Command, calls: Path, store: Path, clock: FixedClock
) -> None:
    scorecard("import", calls, "--yes")

    with closing(Services(store, clock)) as services:
        services.undoing.undo()

    assert content_of(store)["entry"] == []


def test_a_backup_of_loop_is_read(scorecard: Command, tmp_path: Path, store: Path) -> None:
    outcome = scorecard("import", loop_backup(tmp_path / "habits.db"), "--yes")

    assert outcome.out.startswith("Loop Habit Tracker, 2026-03-02 to 2026-03-04\n3 measures: 7 new entries\n")
    assert count_of(store, "entry") == 7


def test_the_folder_of_the_store_can_be_named_before_or_after_the_command(
    scorecard: Command, calls: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"

    scorecard("--data", before, "import", calls, "--yes")
    scorecard("import", calls, "--yes", "--data", after)

    assert (before / "scorecard.db").exists()
    assert (after / "scorecard.db").exists()


def test_a_file_that_is_not_read_is_one_line_on_stderr(scorecard: Command, tmp_path: Path, store: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Cassandra,", encoding="utf-8")

    outcome = scorecard("import", letter, "--yes")

    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "Scorecard does not know this kind of file.\n"
    assert not store.exists()


def test_a_store_that_is_gone_is_not_made_anew(scorecard: Command, calls: Path, store: Path) -> None:
    scorecard("import", calls, "--yes")
    store.unlink()

    outcome = scorecard("import", calls, "--yes")

    assert outcome.status == 5
    assert outcome.err.startswith("The store that was here before is gone")
    assert not store.exists()


def test_a_file_in_the_place_of_the_store_is_left_alone(scorecard: Command, calls: Path, store: Path) -> None:
    store.parent.mkdir()
    store.write_bytes(b"my own notes")

    outcome = scorecard("import", calls, "--yes")

    assert outcome.status == 5
    assert "not a Scorecard store" in outcome.err
    assert store.read_bytes() == b"my own notes"


def test_a_full_disk_is_one_line_and_leaves_nothing(
    scorecard: Command, calls: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorecard("import", calls, "--yes")
    before = content_of(store)
    pages = store.stat().st_size // 4096 + 20
    monkeypatch.setattr(connection, "RULES", (*connection.RULES, ("max_page_count", pages, pages)))

    outcome = scorecard("import", long_table(tmp_path, 9, 400, date(2026, 11, 20)), "--yes")

    assert outcome.status == 1
    assert outcome.err.startswith("The disk is full")
    assert outcome.err.count("\n") == 1
    monkeypatch.undo()
    assert content_of(store) == before


def test_signs_that_steer_a_terminal_are_not_printed(scorecard: Command, tmp_path: Path) -> None:
    file = table_file(tmp_path, {"Calls\x1b[2J\x07": [3, 4]})

    outcome = scorecard("import", file)

    assert not set("\x1b\x07") & set(outcome.out + outcome.err)


def test_no_arguments_ask_for_the_window(scorecard: Command) -> None:
    assert scorecard() == Outcome(OpenWindow(None), "", "")
    assert scorecard("--data", "elsewhere").status == OpenWindow(Path("elsewhere"))


@pytest.mark.parametrize("arguments", [["import"], ["imports", "x"], ["--dat", "x"], ["import", "x", "--y"]])
def test_misuse_is_told_in_one_line(scorecard: Command, arguments: list[str]) -> None:
    outcome = scorecard(*arguments)

    assert outcome.status == 2
    assert outcome.err.startswith("scorecard")
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


def test_help_and_version_are_printed(scorecard: Command) -> None:
    assert scorecard("--version").out.startswith("Scorecard ")
    assert scorecard("--help").status == 0
    assert "import" in scorecard("--help").out


LOADED = """
import os, sys
from scorecard.cli.main import run
status = run(sys.argv[1:], os.environ, sys.stderr, sys.stderr)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "matplotlib", "numpy", "sqlalchemy"}))
"""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [(["--version"], ""), ([], ""), (["import", "FILE", "--yes"], "sqlalchemy")],
)
def test_no_command_loads_qt_or_charts_and_the_way_to_the_window_loads_no_sql(
    calls: Path, arguments: list[str], loaded: str
) -> None:
    typed = [str(calls) if argument == "FILE" else argument for argument in arguments]

    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *typed], capture_output=True, text=True, timeout=60, check=True
    )

    assert ended.stdout.strip() == loaded


def test_what_a_file_only_offers_comes_along_when_it_is_asked_for(
    scorecard: Command, store: Path, tmp_path: Path
) -> None:
    backup = daylio_backup(tmp_path / "backup")

    plain = scorecard("import", backup)
    assert "  work: left out unless you ask for it\nAdd --all to bring in what is left out.\n" in plain.out
    assert scorecard("import", backup, "--all", "--yes").out.splitlines()[-1] == (
        "Imported 2 measures, 3 entries from 2026-03-02 to 2026-03-03, and what was written on 1 day. "
        "One undo takes it back."
    )
    assert count_of(store, "reflection") == 1


def test_a_broken_file_in_an_archive_is_named_in_one_line(scorecard: Command, store: Path, tmp_path: Path) -> None:
    files = {"Habits.csv": LOOP_ZIP["Habits.csv"], "001/Checkmarks.csv": "2026-03-02,NO\nyesterday,NO\n"}

    outcome = scorecard("import", packed(tmp_path / "export.zip", files), "--yes")

    assert outcome.err.startswith("“001/Checkmarks.csv”, line 2: ")
    assert outcome.err.count("\n") == 1
    assert not store.exists()


def test_a_table_of_which_nobody_said_how_it_is_meant_is_one_line_and_where_it_can_be_said(
    scorecard: Command, tmp_path: Path, store: Path
) -> None:
    (tmp_path / "table.csv").write_text("Date,Calls\n1/2/2026,3\n3/4/2026,4\n")

    outcome = scorecard("import", tmp_path / "table.csv", "--yes")

    assert outcome.err.startswith("Line 2: the dates may be day first or month first")
    assert "In the window you can say how such a table is to be read" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not store.exists()


def test_a_table_is_read_as_it_was_in_the_window(scorecard: Command, tmp_path: Path, store: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("Date,Calls\n1/2/2026,3\n3/4/2026,4\n")
    look = look_at(file.read_bytes())
    assert look is not None
    how = replace(suggested(look), form=DayForm.DAY_FIRST)
    TableBook(find_paths(os.environ).tables).remember(look, how)

    outcome = scorecard("import", file, "--yes")

    assert outcome.status == 0
    assert "chosen for such a table before" in outcome.out
    assert outcome.out.splitlines()[-1].endswith("from 2026-02-01 to 2026-04-03. One undo takes it back.")
    assert count_of(store, "entry") == 2


def test_a_dry_run_shows_everything_and_makes_nothing(
    scorecard: Command, calls: Path, store: Path, tmp_path: Path
) -> None:
    outcome = scorecard("import", calls, "--dry-run")

    assert (outcome.status, outcome.err) == (0, "")
    assert "Calls" in outcome.out
    assert not store.exists()
    scorecard("import", calls, "--yes")
    before = content_of(store)
    assert scorecard("import", table_file(tmp_path, {"Visits": [1]}), "--dry-run", "--yes").status == 0
    assert content_of(store) == before
