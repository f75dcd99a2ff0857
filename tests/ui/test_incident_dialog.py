"""F26: a store of a newer program is left as it is, and all of it can be saved as text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from scorecard.domain.incidents import StoreError
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import check_whole, examine
from scorecard.ui.incident_dialog import IncidentDialog
from tests.fresh_stores import fresh_sample
from tests.store import bad_files
from tests.store.raw import fingerprint
from tests.ui.conftest import TODAY

Show = Callable[[], IncidentDialog]


@pytest.fixture
def path(home: Path) -> Path:
    path = home / "data" / "scorecard.db"
    fresh_sample(path, TODAY, years=0.04)
    return path


@pytest.fixture
def known(home: Path, path: Path) -> KnownStores:
    known = KnownStores(home / "known.json")
    known.remember(path, KnownStore("id", 7))
    return known


@pytest.fixture
def show(path: Path, known: KnownStores, qtbot: QtBot) -> Show:
    """As the start does it: a look at the store, and what it refuses."""

    def show_it() -> IncidentDialog:
        with pytest.raises(StoreError) as refused:
            look(path, known)
        dialog = IncidentDialog(refused.value)
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


def test_a_newer_store_can_be_saved_as_text_and_is_not_touched(
    path: Path, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad_files.newer(path)
    before, there = fingerprint(path), sorted(file.name for file in path.parent.iterdir())
    dialog = show()
    assert "schema 99" in words(dialog)

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
