"""Exporting in the window: the file is the witness, and every way in which it can end is said."""

import json
import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.domain.errors import StoppedError
from scorecard.overriding import override
from scorecard.services.exporting_files import ExportFormat, Exports, Wish, Written
from scorecard.services.importing import Importing
from scorecard.services.services import Services
from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.export_dialog.dialog import ExportDialog
from scorecard.ui.export_dialog.fields import FORMATS
from scorecard.ui.export_dialog.wording import Time, span_of
from scorecard.ui.exporting import words_of_exports
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.own_page import OwnPage
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.progress_page import ProgressPage
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.importing_files import count_of

TODAY = date(2026, 11, 20)
Opened = Callable[..., ExportDialog]


class Stubborn(Exports):
    """Writes until it is asked to stop."""

    @override
    def write(self, wish: Wish, progress: Progress, cancelled: Cancelled) -> Written:
        progress(1, 2)
        while not cancelled():
            pass
        raise StoppedError


@pytest.fixture
def opened(services: Services, choose: Callable[..., str], clock: FixedClock, tmp_path: Path, qtbot: QtBot) -> Opened:
    services.scoring.score(choose("Calls"), TODAY, Decimal(3))

    def dialog(kind: type[Exports] = Exports) -> ExportDialog:
        made = ExportDialog(kind(services.facts().path, clock, words_of_exports()), TODAY, None, tmp_path)
        qtbot.addWidget(made)
        made.show()
        return made

    return dialog


def exported(dialog: ExportDialog, qtbot: QtBot) -> str:
    """Presses the button; what the page says then."""
    dialog.primary.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog.page.sentence.text() if isinstance(dialog.page, EmptyState) else ""


def test_everything_is_proposed_and_written(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    said = exported(opened(), qtbot)

    file = tmp_path / "Scorecard 2026-11-20.json"
    assert len(json.loads(file.read_bytes())["tables"]["entry"]) == 1
    assert "compared with the store row by row" in said
    assert os.name != "posix" or file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("wanted", FORMATS)
def test_each_format_is_explained_and_has_its_ending(wanted: ExportFormat, opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.fields.format.setCurrentIndex(FORMATS.index(wanted))

    assert dialog.fields.explanation.text()
    assert dialog.fields.wish.target.suffix == wanted.ending
    assert dialog.fields.choose_folder.isVisible() == (wanted is ExportFormat.MARKDOWN)
    exported(dialog, qtbot)
    assert dialog.fields.wish.target.exists()


def test_everything_of_a_year_is_not_called_all_you_ever_entered(opened: Opened) -> None:
    fields = opened().fields
    assert fields.explanation.text().startswith("All you ever entered")

    fields.time.setCurrentIndex(list(Time).index(Time.THIS_YEAR))

    assert fields.explanation.text().startswith("The values, notes and reflections of those days")


def test_what_is_there_is_replaced_only_when_asked_again(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Scorecard 2026-11-20.json"
    file.write_text("mine")
    dialog = opened()

    dialog.primary.click()
    assert file.read_text() == "mine"
    assert "is there already" in dialog.problem.text()
    assert dialog.primary.text() == "&Replace it"

    exported(dialog, qtbot)
    assert file.read_text() != "mine"


def test_another_name_takes_the_question_back(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Scorecard 2026-11-20.json").write_text("mine")
    dialog = opened()
    dialog.primary.click()

    dialog.fields.place.setFocus()
    dialog.fields.place.clear()
    qtbot.keyClicks(dialog.fields.place, str(tmp_path / "other.json"))

    assert dialog.primary.text() == "&Export"
    assert dialog.problem.isHidden()


@pytest.mark.parametrize("place", ["", "somewhere.json"])
def test_it_says_that_a_place_is_needed(place: str, opened: Opened) -> None:
    dialog = opened()
    dialog.fields.place.setText(place)

    dialog.primary.click()

    assert dialog.problem.text() == "Say where to: a file in a folder that is there."


def test_a_folder_that_is_not_there_is_said_and_can_be_corrected(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    dialog.fields.place.setText(str(tmp_path / "gone" / "x.json"))

    exported(dialog, qtbot)

    assert dialog.page is dialog.fields
    assert "is not there any more" in dialog.problem.text()


def test_a_daybook_goes_into_a_chosen_folder(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "notes"))
    dialog = opened()
    dialog.fields.format.setCurrentIndex(FORMATS.index(ExportFormat.MARKDOWN))

    dialog.fields.choose_folder.click()
    exported(dialog, qtbot)

    assert [file.name for file in (tmp_path / "notes").iterdir()] == ["2026-11-20.md"]


def test_a_file_chosen_in_the_system_s_dialog_is_not_asked_about_twice(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.json").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.json"), ""))
    dialog = opened()

    dialog.fields.choose_file.click()
    exported(dialog, qtbot)

    assert (tmp_path / "mine.json").read_text() != "mine"


def test_stopping_waits_and_says_that_nothing_was_written(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(Stubborn)
    dialog.primary.click()
    assert isinstance(dialog.page, ProgressPage)

    dialog.secondary.click()
    qtbot.waitUntil(lambda: not dialog.busy)

    assert dialog.isVisible()
    assert dialog.problem.text() == "Stopped. Nothing was written."
    assert not (tmp_path / "Scorecard 2026-11-20.json").exists()


def test_chosen_days_bound_what_is_written(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.fields.time.setCurrentIndex(list(Time).index(Time.CHOSEN))
    assert dialog.fields.days.isVisible()

    dialog.fields.first.set_day(TODAY)
    dialog.fields.until.set_day(date(2026, 11, 19))
    dialog.primary.click()

    assert dialog.problem.text() == "The first day comes after the last one."


def test_years_are_whole_years() -> None:
    chosen = (TODAY, TODAY)
    assert span_of(Time.ALL, chosen, TODAY) == (None, None)
    assert span_of(Time.THIS_YEAR, chosen, TODAY) == (date(2026, 1, 1), date(2026, 12, 31))
    assert span_of(Time.LAST_YEAR, chosen, TODAY) == (date(2025, 1, 1), date(2025, 12, 31))
    assert span_of(Time.CHOSEN, chosen, TODAY) == chosen


def test_an_export_is_taken_in_by_the_window_s_import(
    opened: Opened, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    exported(opened(), qtbot)
    other = tmp_path / "other" / "scorecard.db"
    fresh_store(other, clock.now())
    dialog = ImportDialog(Importing(other, clock), None, tmp_path / "Scorecard 2026-11-20.json")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert isinstance(dialog.page, OwnPage)
    assert dialog.title.text() == "An export of this store, 20 Nov 2026"

    dialog.primary.click()
    qtbot.waitUntil(lambda: not dialog.busy)

    assert isinstance(dialog.page, EmptyState)
    assert dialog.page.title.text() == "Imported"
    assert count_of(other, "entry") == 1
