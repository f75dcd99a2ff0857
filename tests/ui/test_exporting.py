"""Exporting due dates: the file asked for is the witness, and the notice says what happened."""

import errno
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.background import Job
from scorecard.ui.desk import Desk
from scorecard.ui.exporting import export_due_dates
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.notice_sign import NoticeTone

TODAY = date(2026, 11, 20)

Export = Callable[..., list[Any]]


@pytest.fixture
def window(services: Services, home: Path, qtbot: QtBot) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
    made = MainWindow(desk, services.scoring.page(TODAY), surroundings)
    desk.setParent(made)
    desk.attach(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the file dialog was opened with."""
    return []


@pytest.fixture
def export(window: MainWindow, monkeypatch: pytest.MonkeyPatch, asked: list[str], qtbot: QtBot) -> Export:
    """Exports to `file`, which is what the user chooses; returns what is in it then."""

    def choose(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        asked.append(offered)
        return answers[-1], ""

    answers: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    def export_to(file: Path | str) -> list[Any]:
        answers.append(str(file))
        export_due_dates(window.desk, window)
        qtbot.waitUntil(lambda: window.findChild(Job) is None)
        return list(Calendar.from_ical(Path(file).read_bytes()).events) if file and Path(file).is_file() else []

    return export_to


def promise(services: Services, words: str, due: Due | None = None, **more: str) -> str:
    return services.promises.make(PromiseDraft(words, Level.BEST_EFFORT, due, **more))  # type: ignore[arg-type]


def test_the_due_dates_are_written_to_the_file_that_was_chosen(
    services: Services, window: MainWindow, export: Export, asked: list[str], home: Path
) -> None:
    more = {"to_whom": "Cassandra", "done_when": "she has it", "why": "she decides on Monday"}
    promise(services, "Send the offer", Due.on(TODAY + timedelta(days=1)), **more)
    (event,) = export(home / "mine.ics")
    assert asked == [str(home / "Scorecard promises.ics")]
    assert event["summary"] == "Send the offer (Cassandra)"
    assert event["description"] == "Done when: she has it\nWhy: she decides on Monday"
    assert [str(category) for category in event["categories"].cats] == ["Best effort"]
    assert event["dtstart"].dt == date(2026, 11, 21)


def test_the_notice_says_how_many_and_where(services: Services, window: MainWindow, export: Export, home: Path) -> None:
    promise(services, "Send the offer", Due.on(TODAY))
    export(home / "mine.ics")
    sentence = window.notice.sentence.text()
    assert sentence.startswith("1 due date")
    assert str(home / "mine.ics") in sentence
    assert window.notice.tone is NoticeTone.INFO


def test_a_promise_for_a_week_or_a_month_says_for_which(services: Services, export: Export, home: Path) -> None:
    promise(services, "Week", Due.within(Span.WEEK, TODAY))
    promise(services, "Month", Due.within(Span.MONTH, TODAY))
    said = {str(event["summary"]): str(event["description"]) for event in export(home / "mine.ics")}
    assert said == {"Week": "Due: Week 47", "Month": "Due: November"}


@pytest.mark.parametrize(
    ("outcome", "summary", "status"),
    [
        (Outcome.KEPT, "Kept: Offer", "CONFIRMED"),
        (Outcome.LATE, "Kept late: Offer", "CONFIRMED"),
        (Outcome.BROKEN, "Broken: Offer", "CONFIRMED"),
        (Outcome.RELEASED, "Released: Offer", "CANCELLED"),
    ],
)
def test_a_second_export_says_what_became_of_a_promise(
    services: Services, export: Export, home: Path, outcome: Outcome, summary: str, status: str
) -> None:
    promise_id = promise(services, "Offer", Due.on(TODAY))
    (before,) = export(home / "mine.ics")
    services.promises.settle(promise_id, outcome)
    (after,) = export(home / "mine.ics")
    assert (after["summary"], after["status"]) == (summary, status)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_a_promise_that_lost_its_date_goes_from_the_calendar(services: Services, export: Export, home: Path) -> None:
    promise_id = promise(services, "Offer", Due.on(TODAY))
    services.promises.move(promise_id, None)
    (event,) = export(home / "mine.ics")
    assert (event["summary"], event["status"]) == ("No date any more: Offer", "CANCELLED")


def test_a_name_without_an_ending_gets_one(services: Services, export: Export, home: Path) -> None:
    promise(services, "Offer", Due.on(TODAY))
    export(home / "mine")
    assert (home / "mine.ics").is_file()


def test_with_nothing_to_export_no_file_is_asked_for(
    services: Services, window: MainWindow, export: Export, asked: list[str]
) -> None:
    promise(services, "Some day")
    export("")
    assert asked == []
    assert "nothing to export" in window.notice.sentence.text()


def test_who_chooses_no_file_hears_nothing(services: Services, window: MainWindow, export: Export) -> None:
    promise(services, "Offer", Due.on(TODAY))
    export("")
    assert not window.notice.isVisible()


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write")])
def test_a_failure_is_one_sentence_with_the_file(
    services: Services,
    window: MainWindow,
    export: Export,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    promise(services, "Offer", Due.on(TODAY))

    def fail(*_arguments: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("scorecard.services.exporting.replace_private", fail)
    export(home / "mine.ics")
    assert words in window.notice.sentence.text()
    assert str(home / "mine.ics") in window.notice.sentence.text()
    assert window.notice.tone is NoticeTone.ERROR
    assert not (home / "mine.ics").exists()
