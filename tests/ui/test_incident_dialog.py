"""F20, F26, F29: a store that can't be opened is left as it is, and the ways out are offered with their dates."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from scorecard.domain.backups import Backup, Reason
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.backups import Backups
from scorecard.services.services import Services
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.ui.incident_dialog import IncidentDialog
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample
from tests.store import bad_files
from tests.store.raw import fingerprint
from tests.ui.conftest import TODAY

Show = Callable[[], IncidentDialog]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks, and a backup of them."""
    path = tmp_path_factory.mktemp("model") / "scorecard.db"
    make_sample(path, FixedClock(), TODAY, years=0.04)
    Backups(path, FixedClock()).make(Reason.DAY)
    return path


@pytest.fixture
def path(home: Path, model: Path) -> Path:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(model, path)
    return path


@pytest.fixture
def known(home: Path, path: Path) -> KnownStores:
    known = KnownStores(home / "known.json")
    known.remember(path, KnownStore("id", 7))
    return known


@pytest.fixture
def backup(path: Path, model: Path, clock: FixedClock) -> Backup:
    shutil.copytree(model.parent / "backups", path.parent / "backups")
    (made,) = Backups(path, clock).listed()
    return made


@pytest.fixture
def show(path: Path, known: KnownStores, clock: FixedClock, qtbot: QtBot) -> Show:
    """As the start does it: a look at the store, and what it refuses."""

    def show_it() -> IncidentDialog:
        with pytest.raises(StoreError) as refused:
            look(path, known)
        dialog = IncidentDialog(refused.value, clock)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show_it


def look(path: Path, known: KnownStores) -> None:
    examine(path, known)
    check_whole(path)


def words(dialog: IncidentDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(type(dialog.sentence)) if label.isVisible())


def buttons(dialog: IncidentDialog) -> dict[str, QPushButton]:
    found = dialog.findChildren(QPushButton)
    return {button.text().replace("&", ""): button for button in found if button.isVisible()}


def one_page_zeroed(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[4096:8192] = bytes(4096)
    path.write_bytes(whole)


BAD = (
    bad_files.empty, bad_files.truncated, bad_files.text, bad_files.header_gone, bad_files.zeros, bad_files.nothing,
    bad_files.other_program_s, one_page_zeroed,
)  # fmt: skip


@pytest.mark.parametrize("spoil", BAD, ids=lambda spoil: spoil.__name__)
def test_the_newest_good_backup_is_offered_with_its_date_and_restored(
    path: Path, backup: Backup, show: Show, known: KnownStores, clock: FixedClock, spoil: bad_files.Spoiling
) -> None:
    spoil(path)
    before = fingerprint(path) if path.exists() else ""
    dialog = show()
    assert "The newest good backup is of Fri 20 Nov 2026, " in words(dialog)
    assert ": 12 day(s), 81 value(s)" in words(dialog)
    assert (fingerprint(path) if path.exists() else "") == before, "nothing is done unasked"

    assert dialog.restore_button is not None
    dialog.restore_button.click()

    assert dialog.result() == 1
    assert examine(path, known).condition is Condition.CURRENT
    aside = [b for b in Backups(path, clock).listed() if b.reason in (Reason.SET_ASIDE, Reason.RESTORE)]
    assert [fingerprint(kept.path) for kept in aside] == ([before] if before else [])
    with closing(Services(path, clock)) as services:
        assert services.scoring.snapshot(TODAY, TODAY).entries


def test_a_backup_that_is_damaged_too_is_passed_over(path: Path, backup: Backup, show: Show, clock: FixedClock) -> None:
    newer = Backups(path, clock).make(Reason.REQUEST)
    newer.path.write_bytes(newer.path.read_bytes().replace(b"Two forms merged", b"Two forms mergeb"))
    assert Backups(path, clock).listed()[0].can_be_restored, "by what it says of itself"
    bad_files.truncated(path)

    dialog = show()
    assert dialog.restore_button is not None
    dialog.restore_button.click()

    assert dialog.result() == 1


def test_without_a_backup_it_says_so(path: Path, show: Show) -> None:
    bad_files.empty(path)

    dialog = show()

    assert "There is no backup of it" in words(dialog)
    assert dialog.restore_button is None


def test_a_restore_that_fails_is_said_and_the_dialog_stays(
    path: Path, backup: Backup, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad_files.empty(path)
    dialog = show()
    backup.path.unlink()
    assert dialog.restore_button is not None
    dialog.restore_button.click()

    assert dialog.isVisible()
    assert dialog.problem.text()
    assert path.stat().st_size == 0


def test_a_newer_store_can_be_saved_as_text_and_is_not_touched(
    path: Path, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad_files.newer(path)
    before, there = fingerprint(path), sorted(file.name for file in path.parent.iterdir())
    dialog = show()
    assert "schema 99" in words(dialog)
    assert "Restore this backup" not in buttons(dialog)

    target = tmp_path / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    buttons(dialog)["Save all as text…"].click()

    content = json.loads(target.read_text(encoding="utf-8"))
    assert content["schema"] == 99
    entries = content["tables"]["entry"]
    assert "Two forms merged into one." in {row[entries["columns"].index("note")] for row in entries["rows"]}
    assert not [name for name in content["tables"] if name.startswith(("sqlite_", "search_index"))]
    assert target.stat().st_mode & 0o077 == 0
    assert (fingerprint(path), sorted(file.name for file in path.parent.iterdir())) == (before, there)
    assert str(target) in dialog.problem.text()


def test_where_it_cannot_be_written_that_is_said(
    path: Path, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad_files.newer(path)
    dialog = show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "all.json"), ""))
    buttons(dialog)["Save all as text…"].click()

    assert "could not be written" in dialog.problem.text()


def test_before_the_folder_is_known_nothing_but_the_sentence_is_offered(qtbot: QtBot, path: Path) -> None:
    dialog = IncidentDialog(StoreError(StoreFault.DAMAGED, path))
    qtbot.addWidget(dialog)

    assert dialog.restore_button is None
