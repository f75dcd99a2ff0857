"""A file is known by what is in it, and a format by being there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scorecard.formats.bundle import Format
from scorecard.formats.errors import FileFault, NotRecognisedError, UnreadableFileError
from scorecard.formats.files import head_of
from scorecard.formats.known import known_formats, recognise
from tests.formats.foreign_files import one_of_each
from tests.formats.loop_files import loop_backup

STRANGERS = {
    "Daylio": "date,weekday,mood,activities\n2 March,Monday,OK,\n",
    "Nomie": "epoch,start,offset,tracker,value,note\n1,2026-03-02,0,mood,3,\n",
    "Loop Habit Tracker (CSV)": "Position,Name,Type,Question,Description\n001,Run,YES_NO,Did I?,\n",
}
UNREADABLE_TABLES = [
    "Date,Run,Focus,\n2026-03-02,YES_MANUAL,2500,\n",
    "Date,Run,Focus,\n2026-03-02,2,2500,\n2026-03-01,-1,0,\n",
    "Date,Run,Focus,\n2026-03-02,0.0519,1.0000,\n",
    "Date,Score\n2026-03-02,0.0519\n",
    "Date,Value,Notes\n2026-03-02,NO,ill\n",
    "2015-01-25,2\n2015-01-24,0\n",
    "Habit,Value\nRun,3\n",
    "Timestamp,Mood\n1772474400,3\n",
    "Dear diary,\ntoday it rained\n",
    "one\ntwo\n",
    "{}",
    "a,b\n1,2\n",
]


@pytest.mark.parametrize("name", ["backup.db", "backup.csv", "backup", "photo.jpg"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    table = tmp_path / f"table {name}"
    table.write_text("Date,Calls\n2026-03-02,3\n")

    assert recognise(loop_backup(tmp_path / name)).name == "loop"
    assert recognise(table).name == "table"


def test_each_format_knows_its_own_files_and_no_others(tmp_path: Path) -> None:
    files = {**one_of_each(tmp_path), "loop": loop_backup(tmp_path / "loop")}

    for name, path in files.items():
        head = head_of(path)
        assert {known.name for known in known_formats() if known.recognise(path, head)} == {name}


@pytest.mark.parametrize("program", STRANGERS)
def test_the_export_of_another_program_is_named_and_not_read(tmp_path: Path, program: str) -> None:
    (tmp_path / "export").write_text(STRANGERS[program])

    with pytest.raises(NotRecognisedError) as refused:
        recognise(tmp_path / "export")
    assert refused.value.program == program


@pytest.mark.parametrize("table", UNREADABLE_TABLES)
def test_what_only_looks_like_a_table_of_days_is_not_read(tmp_path: Path, table: str) -> None:
    (tmp_path / "table.csv").write_text(table)

    with pytest.raises(NotRecognisedError):
        recognise(tmp_path / "table.csv")


def test_any_archive_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export", "w") as archive:
        archive.writestr("photo.jpg", "")

    with pytest.raises(NotRecognisedError) as refused:
        recognise(tmp_path / "export")
    assert refused.value.program == ""


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    faults = {"empty": FileFault.EMPTY, "missing": FileFault.MISSING, ".": FileFault.NOT_A_FILE}

    for name, fault in faults.items():
        with pytest.raises(UnreadableFileError) as refused:
            recognise(tmp_path / name)
        assert refused.value.fault is fault


def test_every_module_of_readers_is_a_format() -> None:
    formats = known_formats()

    assert {known.name for known in formats} >= {"loop", "table"}
    assert all(isinstance(known, Format) for known in formats)
    assert len({known.name for known in formats}) == len(formats)


def test_importing_the_room_loads_no_reader() -> None:
    asked = "import sys, scorecard.formats.known; print([m for m in sys.modules if m in ('sqlite3', 'csv')])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
