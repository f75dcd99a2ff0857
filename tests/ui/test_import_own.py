"""Another store of ours in the window: what it is, what it brings, what joins by name, and what stays as it is here."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scorecard.services.importing import Importing
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.own_page import OwnPage
from scorecard.ui.widgets.empty_state import EmptyState
from tests.fake_clock import FixedClock
from tests.importing_files import count_of, scored_store


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    return scored_store(tmp_path / "ours" / "scorecard.db", clock, "m1", 4)


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Path:
    return scored_store(tmp_path / "laptop" / "scorecard.db", FixedClock(clock.now() - timedelta(hours=1)), "x1", 9)


def opened(qtbot: QtBot, store: Path, file: Path, clock: FixedClock) -> ImportDialog:
    dialog = ImportDialog(Importing(store, clock), None, file)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def cells(page: OwnPage) -> dict[str, list[str]]:
    found = [[item.text() for c in range(4) if (item := page.table.item(n, c))] for n in range(page.table.rowCount())]
    return {name: numbers for name, *numbers in found}


def test_it_says_what_comes_and_brings_it(qtbot: QtBot, store: Path, laptop: Path, clock: FixedClock) -> None:
    dialog = opened(qtbot, store, laptop, clock)
    page = dialog.page
    assert isinstance(page, OwnPage)
    assert dialog.title.text() == "Another Scorecard store"
    assert cells(page) == {"Entries": ["1", "–", "1"]}
    assert page.joins.text() == "Measures: Calls"
    assert "Calls, 19 Nov 2026: 4 here, 9 in the file" in page.notes.toPlainText()

    with qtbot.waitSignal(dialog.imported):
        qtbot.keyClick(dialog.primary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(dialog.page, EmptyState))
    assert (count_of(store, "measure"), count_of(store, "entry")) == (1, 3)


def test_what_has_the_same_name_can_be_kept_apart_by_a_key(
    qtbot: QtBot, store: Path, laptop: Path, clock: FixedClock
) -> None:
    dialog = opened(qtbot, store, laptop, clock)
    page = dialog.page
    assert isinstance(page, OwnPage)
    qtbot.keyClick(page.join, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cells(page)["Entries"][0] == "2")
    assert "on days that already have a score" in page.notes.toPlainText()
    assert dialog.primary.isEnabled()
    qtbot.keyClick(page.join, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cells(page)["Entries"] == ["1", "–", "1"])
    qtbot.keyClick(page.join, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.busy and cells(page)["Entries"][0] == "2")

    with qtbot.waitSignal(dialog.imported):
        dialog.accept()
    assert (count_of(store, "measure"), count_of(store, "entry")) == (2, 4)


def test_a_copy_that_has_nothing_new_says_so(qtbot: QtBot, store: Path, clock: FixedClock) -> None:
    copy = store.with_name("copy.db")
    copy.write_bytes(store.read_bytes())
    dialog = opened(qtbot, store, copy, clock)
    assert isinstance(dialog.page, EmptyState)
    assert dialog.page.title.text() == "Nothing to import"


def test_the_store_itself_is_refused_in_a_sentence(qtbot: QtBot, store: Path, clock: FixedClock) -> None:
    dialog = opened(qtbot, store, store, clock)
    assert isinstance(dialog.page, EmptyState)
    assert dialog.page.sentence.text().startswith("This is the store that Scorecard has open")
