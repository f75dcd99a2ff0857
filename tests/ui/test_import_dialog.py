"""Importing in the window: what is shown first, what can still be changed, and every way in which it can end."""

import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.services.importing import Importing, PreparedImport, Receipt
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.services import Services
from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.import_dialog.plan_table import PlanTable
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.progress_page import ProgressPage
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import LOOP_ZIP, daylio_backup
from tests.formats.zip_files import locked, packed
from tests.importing_files import MONDAY, content_of, count_of, new_store, table_file

TODAY = date(2026, 11, 20)
BECOMES = 1  # the column that says so
OWN = Measure("own", "calls", (Terms(TODAY, Kind.COUNT, Direction.TALLY),))


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    return new_store(tmp_path, clock, OWN)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return table_file(tmp_path, {"Calls": [3, 4, ""], "Reports": ["", 2, 5]})


Opened = Callable[..., ImportDialog]


@pytest.fixture
def opened(qtbot: QtBot, store: Path, clock: FixedClock) -> Opened:
    def dialog(file: Path | None = None, importing: Importing | None = None) -> ImportDialog:
        made = ImportDialog(importing or Importing(store, clock), None, file)
        qtbot.addWidget(made)
        made.show()
        return made

    return dialog


def settled(qtbot: QtBot, dialog: ImportDialog) -> ImportDialog:
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def plan_page(dialog: ImportDialog) -> PlanPage:
    assert isinstance(dialog.page, PlanPage)
    return dialog.page


def cells(table: PlanTable, row: int) -> list[str]:
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text() for item in items if item is not None]


def said(dialog: ImportDialog) -> tuple[str, str]:
    assert isinstance(dialog.page, EmptyState)
    return dialog.page.title.text(), dialog.page.sentence.text()


class Stubborn(Importing):
    """Reads like any other, and imports only until it is asked to stop."""

    def apply(self, prepared: PreparedImport, progress: Progress, cancelled: Cancelled) -> Receipt:
        progress(1, 2)
        while not cancelled():
            pass
        raise ImportCancelledError


class Unlucky(Importing):
    """Finds the disk full."""

    def apply(self, prepared: PreparedImport, progress: Progress, cancelled: Cancelled) -> Receipt:
        raise StoreError(StoreFault.FULL, Path("scorecard.db"))


class Broken(Importing):
    """Has a bug."""

    def apply(self, prepared: PreparedImport, progress: Progress, cancelled: Cancelled) -> Receipt:
        raise ZeroDivisionError


class Slow(Importing):
    """Waits with reading until it is let go."""

    def __init__(self, path: Path, clock: FixedClock) -> None:
        super().__init__(path, clock)
        self.go = threading.Event()

    def read_and_plan(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedImport:
        progress(500, 2000)
        assert self.go.wait(20)
        return super().read_and_plan(file, progress, cancelled)


def test_without_a_file_it_says_what_can_be_read_and_offers_to_choose(opened: Opened) -> None:
    dialog = opened()

    _, sentence = said(dialog)
    assert "Loop Habit Tracker" in sentence
    assert "nothing is changed" in sentence
    assert dialog.primary.text() == "Choose a &file…"


def test_the_file_that_is_chosen_is_read(
    qtbot: QtBot, opened: Opened, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(calls), ""))
    dialog = opened()

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert plan_page(settled(qtbot, dialog)).heading.text().startswith("table.csv")


def test_a_choice_that_is_called_off_leaves_everything(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: ("", ""))
    dialog = opened()

    dialog.primary.click()

    assert not dialog.busy
    assert dialog.isVisible()


def test_the_plan_shows_what_becomes_of_each_measure(qtbot: QtBot, opened: Opened, calls: Path) -> None:
    page = plan_page(settled(qtbot, opened(calls)))

    assert page.heading.text() == "table.csv · 2 Mar 2026 to 4 Mar 2026"
    assert cells(page.table, 0) == ["Calls", "Joins your “calls”", "Count · only counted", "On the card", "2", "–", "–"]
    assert cells(page.table, 1) == ["Reports", "New", "Count · only counted", "On the card", "2", "–", "–"]


def test_nothing_is_changed_before_it_is_agreed_to(qtbot: QtBot, opened: Opened, calls: Path, store: Path) -> None:
    before = content_of(store)
    dialog = settled(qtbot, opened(calls))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert content_of(store) == before


def test_ctrl_enter_imports_and_the_receipt_names_the_way_back(
    qtbot: QtBot, opened: Opened, calls: Path, store: Path
) -> None:
    dialog = settled(qtbot, opened(calls))

    with qtbot.waitSignal(dialog.imported) as told:
        qtbot.keyClick(plan_page(dialog).table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(told.args[0], Receipt)
    assert count_of(store, "entry") == 4
    title, sentence = said(settled(qtbot, dialog))
    assert title == "Imported"
    assert sentence.startswith("Imported ")
    assert sentence.endswith("from 2 Mar 2026 to 4 Mar 2026. One undo takes it back.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_what_is_not_ticked_stays_out(qtbot: QtBot, opened: Opened, calls: Path, store: Path) -> None:
    dialog = settled(qtbot, opened(calls))
    table = plan_page(dialog).table

    qtbot.keyClick(table, Qt.Key.Key_Space)
    settled(qtbot, dialog)
    assert cells(table, 0)[BECOMES] == "Left out"
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    assert (count_of(store, "measure"), count_of(store, "entry")) == (2, 2)


def test_a_tick_is_taken_away_and_set_again(qtbot: QtBot, opened: Opened, calls: Path) -> None:
    dialog = settled(qtbot, opened(calls))
    table = plan_page(dialog).table
    item = table.item(0, 0)
    assert item is not None
    assert item.checkState() is Qt.CheckState.Checked

    item.setCheckState(Qt.CheckState.Unchecked)
    settled(qtbot, dialog)
    assert cells(table, 0)[BECOMES] == "Left out"
    again = table.item(0, 0)
    assert again is not None
    again.setCheckState(Qt.CheckState.Checked)
    settled(qtbot, dialog)

    assert cells(table, 0)[BECOMES] == "Joins your “calls”"
    assert plan_page(dialog).wishes == {}


def test_ticks_taken_away_quickly_all_count(qtbot: QtBot, clock: FixedClock, tmp_path: Path, opened: Opened) -> None:
    names = [f"Measure {n}" for n in range(4)]
    own = [Measure(name, name, (Terms(TODAY, Kind.COUNT, Direction.TALLY),)) for name in names]
    path = new_store(tmp_path / "other", clock, *own)
    file = table_file(tmp_path, {name: [3, 4] for name in names})
    dialog = settled(qtbot, opened(file, Importing(path, clock)))
    table = plan_page(dialog).table

    for row in range(4):
        table.choose(row)
        qtbot.keyClick(table, Qt.Key.Key_Space)
    settled(qtbot, dialog)

    assert {cells(table, row)[BECOMES] for row in range(4)} == {"Left out"}
    assert not dialog.primary.isEnabled()


def test_what_does_not_come_along_is_listed(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    file = table_file(tmp_path, {"Calls": [3, 4, 5]}, first_day=TODAY)

    notes = plan_page(settled(qtbot, opened(file))).notes

    assert notes.toPlainText().splitlines()[0] == "What does not come along, or not as it was:"
    assert "of days to come left out" in notes.toPlainText()


def test_values_of_days_with_a_score_are_announced(
    qtbot: QtBot, clock: FixedClock, tmp_path: Path, calls: Path, opened: Opened
) -> None:
    old = Measure("old", "Thank-yous", (Terms(MONDAY, Kind.YES_NO),))
    path = new_store(tmp_path / "other", clock, old)

    page = plan_page(settled(qtbot, opened(calls, Importing(path, clock))))

    assert "the score stays as it is" in page.facts.text()


def test_what_is_here_already_is_not_offered_again(qtbot: QtBot, opened: Opened, calls: Path) -> None:
    dialog = settled(qtbot, opened(calls))
    with qtbot.waitSignal(dialog.imported):
        dialog.primary.click()

    again = settled(qtbot, opened(calls))

    assert said(again) == ("Nothing to import", "Everything in this file is here already.")
    assert again.primary.text() == "Choose another &file…"


def test_a_file_that_is_not_read_is_explained_and_another_can_be_chosen(
    qtbot: QtBot, opened: Opened, tmp_path: Path, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Cassandra,", encoding="utf-8")
    dialog = settled(qtbot, opened(letter))
    assert said(dialog) == ("letter.txt was not imported", "Scorecard does not know this kind of file.")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(calls), ""))
    dialog.primary.click()

    assert isinstance(settled(qtbot, dialog).page, PlanPage)


def test_reading_shows_how_far_it_is_once_it_takes_long(
    qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock
) -> None:
    slow = Slow(store, clock)
    dialog = opened(calls, slow)
    page = dialog.page
    assert isinstance(page, ProgressPage)
    assert page.bar.isHidden()

    qtbot.waitUntil(lambda: not page.bar.isHidden())
    assert (page.bar.value(), page.bar.maximum()) == (500, 2000)
    assert page.count.text() == "500 of 2000"
    slow.go.set()
    assert isinstance(settled(qtbot, dialog).page, PlanPage)


def test_reading_can_be_stopped(qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock) -> None:
    slow = Slow(store, clock)
    dialog = opened(calls, slow)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    slow.go.set()

    assert said(settled(qtbot, dialog)) == ("Stopped", "Stopped. Nothing was imported.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_importing_can_be_stopped_and_the_window_waits_until_it_has(
    qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock
) -> None:
    dialog = settled(qtbot, opened(calls, Stubborn(store, clock)))
    dialog.primary.click()
    assert dialog.primary.isHidden()

    dialog.close()

    assert dialog.isVisible()
    assert said(settled(qtbot, dialog))[0] == "Stopped"


def test_a_full_disk_is_explained(qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock) -> None:
    dialog = settled(qtbot, opened(calls, Unlucky(store, clock)))

    dialog.primary.click()

    title, sentence = said(settled(qtbot, dialog))
    assert title == "table.csv was not imported"
    assert sentence.startswith("The disk is full")


def test_a_bug_closes_the_dialog_and_reaches_the_excepthook(
    qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock
) -> None:
    dialog = settled(qtbot, opened(calls, Broken(store, clock)))

    with qtbot.capture_exceptions() as caught:
        dialog.primary.click()
        settled(qtbot, dialog)

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert not dialog.isVisible()


def test_the_window_behind_hears_of_the_import(
    qtbot: QtBot, opened: Opened, calls: Path, store: Path, clock: FixedClock
) -> None:
    with closing(Services(store, clock)) as services:
        dialog = settled(qtbot, opened(calls))
        dialog.imported.connect(lambda _receipt: services.look_for_changes_elsewhere())
        with qtbot.waitSignal(dialog.imported):
            dialog.primary.click()

        assert {row.measure.name for row in services.scoring.page(TODAY).rows} == {"calls", "Reports"}


def test_two_hundred_measures_with_long_names_fit(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    names = [f"{n} " + "a measure with a name as long as it may be " * 4 for n in range(199)]
    file = table_file(tmp_path, {name: [n, n + 2] for n, name in enumerate(names)})

    dialog = settled(qtbot, opened(file))

    assert plan_page(dialog).table.rowCount() == 199
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.primary.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, opened: Opened, calls: Path) -> None:
    dialog = settled(qtbot, opened(calls))

    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and isinstance(widget, (PlanTable, QPlainTextEdit, type(dialog.primary), type(dialog.secondary)))
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert not nameless


def test_the_keyboard_goes_from_the_table_to_the_list_to_the_buttons(qtbot: QtBot, opened: Opened, calls: Path) -> None:
    dialog = settled(qtbot, opened(calls))
    page = plan_page(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is page.table)

    visited = []
    while dialog.secondary not in visited:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        visited.append(dialog.focusWidget())

    usable = [button for button in page.bar.buttons.values() if button.isEnabled()]
    assert [one for one in visited if one in (*usable, page.notes, dialog.primary, dialog.secondary)] == [
        *usable,
        page.notes,
        dialog.primary,
        dialog.secondary,
    ]


def test_days_of_the_plan_reach_up_to_today(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    file = table_file(tmp_path, {"Calls": [3, 4, 5]}, first_day=TODAY - timedelta(days=1))

    page = plan_page(settled(qtbot, opened(file)))

    assert page.heading.text() == "table.csv · 19 Nov 2026 to 20 Nov 2026"


def test_what_is_only_offered_comes_along_once_it_is_ticked(
    qtbot: QtBot, opened: Opened, store: Path, tmp_path: Path
) -> None:
    dialog = settled(qtbot, opened(daylio_backup(tmp_path / "backup")))
    page = plan_page(dialog)
    assert cells(page.table, 1)[:2] == ["work", "Left out"]
    assert "What is not ticked stays out" in page.facts.text()
    assert "What was written in Daylio" in page.facts.text()

    page.table.choose(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settled(qtbot, dialog)
    assert cells(page.table, 1)[:2] == ["work", "New"]
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Space)
    settled(qtbot, dialog)

    assert count_of(store, "measure") == 3
    assert count_of(store, "reflection") == 1


def test_a_broken_archive_is_said_with_its_file(qtbot: QtBot, opened: Opened, store: Path, tmp_path: Path) -> None:
    before = content_of(store)
    dialog = settled(qtbot, opened(locked(packed(tmp_path / "export", LOOP_ZIP))))

    assert said(dialog)[1].startswith("“Habits.csv”: it is locked with a password.")
    assert content_of(store) == before
