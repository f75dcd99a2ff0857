"""The weekly review by keyboard; the store and the files are the witnesses."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.errors import KnownError
from scorecard.domain.reflections import MOVED, WEEK_FOCUS, WEEK_QUESTION
from scorecard.domain.weeks import Week
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.long_work import LongWork
from scorecard.ui.weekly_review import handing_out, pdf
from scorecard.ui.weekly_review.dialog import ReviewDialog, open_review
from scorecard.words.weekly_document import Part
from tests.ui.weekly_review.conftest import WEEK, Live
from tests.ui.weekly_review.pdf_text import Pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Reviewer:
    dialog: ReviewDialog
    window: QWidget
    services: Services
    failures: list[KnownError]
    qtbot: QtBot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key, modifier)

    def type(self, prompt_id: str, text: str) -> None:
        place = self.dialog.place_of(prompt_id)
        assert place is not None
        place.area.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(place.area, text)

    def shown(self, prompt_id: str) -> str:
        place = self.dialog.place_of(prompt_id)
        assert place is not None
        return place.area.text

    def stored(self, prompt_id: str, week: Week = WEEK) -> str:
        review = self.services.weekly_review.page(week)
        return next(place.text for place in (review.question, review.focus) if place.prompt_id == prompt_id)

    @property
    def words(self) -> str:
        return "\n".join(label.text() for part in self.dialog.view.sections for label in part.findChildren(QLabel))

    def hears(self, sentence: str) -> None:
        self.qtbot.waitUntil(lambda: sentence in self.dialog.notice.sentence.text())


Open = Callable[..., Reviewer]


@pytest.fixture
def review(live: Live, qtbot: QtBot) -> Open:
    def show(*, week: Week = WEEK, prompt_id: str = "", before: Callable[[Services], object] = id) -> Reviewer:
        services = live()
        before(services)
        desk = Desk()
        desk.attach(services)
        failures: list[KnownError] = []
        desk.failed.connect(failures.append)
        window = QWidget()
        desk.setParent(window)
        qtbot.addWidget(window)
        window.resize(1180, 860)
        window.show()
        dialog = open_review(desk, window, week, prompt_id)
        assert dialog is not None
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return Reviewer(dialog, window, services, failures, qtbot)

    return show


def test_it_opens_on_its_week_with_all_its_parts(review: Open) -> None:
    reviewer = review()

    assert reviewer.dialog.windowTitle() == "Weekly review · Week 47"
    assert reviewer.dialog.span.text() == "16–22 November 2026"
    parts = {section.section.part for section in reviewer.dialog.view.sections}
    assert {Part.MOVED, Part.IMPACT, Part.PROMISES, Part.ADJUSTMENTS, Part.PEOPLE, Part.CARD} <= parts
    assert reviewer.dialog.view.bars is not None
    assert "Mon 16 November · " in reviewer.dialog.view.bars.accessibleDescription()


def test_what_is_written_is_saved_without_a_button(review: Open) -> None:
    reviewer = review()

    reviewer.type(WEEK_FOCUS, "One thing at a time.")
    reviewer.type(WEEK_QUESTION, "Neal's.")

    reviewer.qtbot.waitUntil(lambda: reviewer.stored(WEEK_FOCUS) == "One thing at a time.")
    reviewer.qtbot.waitUntil(lambda: reviewer.stored(WEEK_QUESTION) == "Neal's.")


def test_undo_takes_back_the_last_thought_and_no_more_than_was_done_here(review: Open) -> None:
    reviewer = review(before=lambda services: services.weekly_review.write(WEEK, WEEK_QUESTION, "Before."))
    reviewer.type(WEEK_FOCUS, "One thing.")
    reviewer.dialog.flush()

    reviewer.press(Qt.Key.Key_Z, CONTROL)
    reviewer.press(Qt.Key.Key_Z, CONTROL)

    assert (reviewer.shown(WEEK_FOCUS), reviewer.stored(WEEK_FOCUS)) == ("", "")
    assert reviewer.stored(WEEK_QUESTION) == "Before."


def test_the_keyboard_goes_to_other_weeks_and_not_into_the_future(review: Open) -> None:
    reviewer = review()
    reviewer.type(WEEK_FOCUS, "Ask first.")

    reviewer.press(Qt.Key.Key_PageUp, CONTROL)

    assert reviewer.dialog.week == WEEK.previous
    assert reviewer.dialog.windowTitle() == "Weekly review · Week 46"
    assert reviewer.shown(WEEK_FOCUS) == ""
    assert reviewer.stored(WEEK_FOCUS) == "Ask first."
    reviewer.press(Qt.Key.Key_PageDown, CONTROL)
    reviewer.press(Qt.Key.Key_PageDown, CONTROL)
    assert reviewer.dialog.week == WEEK
    assert reviewer.shown(WEEK_FOCUS) == "Ask first."
    assert not reviewer.dialog.on.isEnabled()


def test_last_weeks_focus_greets(review: Open) -> None:
    reviewer = review(before=lambda services: services.weekly_review.write(WEEK.previous, WEEK_FOCUS, "Ask **first**."))

    assert "Last week's focus" in reviewer.words
    assert "Ask first." in reviewer.words


def test_a_week_to_come_opens_the_present_one(review: Open) -> None:
    assert review(week=WEEK.next).dialog.week == WEEK


def test_a_place_can_be_opened_with_the_keyboard_in_it(review: Open) -> None:
    reviewer = review(prompt_id=WEEK_FOCUS)
    place = reviewer.dialog.place_of(WEEK_FOCUS)

    assert place is not None
    assert place.area.hasFocus()


def test_what_changes_meanwhile_is_seen_and_what_is_typed_stays_with_its_caret(review: Open) -> None:
    reviewer = review()
    reviewer.type(WEEK_FOCUS, "Half a sen")

    best = reviewer.dialog.review.best if reviewer.dialog.review is not None else None
    assert best is not None
    reviewer.services.reflecting.write(best.bar.day, MOVED, "Written elsewhere.")

    assert reviewer.shown(WEEK_FOCUS) == "Half a sen"
    assert "Written elsewhere." in reviewer.words
    place = reviewer.dialog.place_of(WEEK_FOCUS)
    assert place is not None
    reviewer.qtbot.waitUntil(place.area.hasFocus)
    assert reviewer.dialog.flush()


def test_the_share_view_shows_nothing_private_and_hides_the_places(review: Open) -> None:
    reviewer = review(before=lambda services: services.weekly_review.write(WEEK, WEEK_FOCUS, "Private."))

    reviewer.dialog.share.click()

    assert not reviewer.dialog.view.writing.isVisible()
    assert "“" not in reviewer.words
    printed = reviewer.dialog.printed()
    assert printed is not None
    assert "Private." not in str(printed.document)
    reviewer.dialog.share.click()
    reviewer.qtbot.waitUntil(reviewer.dialog.view.writing.isVisible)
    assert reviewer.shown(WEEK_FOCUS) == "Private."


def test_it_is_copied_as_markdown_with_what_was_just_typed(review: Open) -> None:
    reviewer = review()
    reviewer.type(WEEK_FOCUS, "Just typed.")

    reviewer.dialog.copy_button.click()

    assert QGuiApplication.clipboard().text().endswith("> Just typed.\n")
    reviewer.hears("Copied as Markdown.")


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the user chooses in the file dialog, which asks for a file by the name of the week."""
    folder = tmp_path / "chosen"
    folder.mkdir()

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        return str(folder / Path(proposed).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return folder


def test_a_pdf_is_written_beside_and_then_replaces(review: Open, chosen: Path) -> None:
    file = chosen / "Weekly review 2026-W47.pdf"
    file.write_text("an older one")
    reviewer = review()

    reviewer.dialog.pdf_button.click()

    reviewer.hears("The review was written to")
    assert Pdf(file.read_bytes()).pages == 1
    assert [one.name for one in chosen.iterdir()] == [file.name]


def test_markdown_is_written_to_a_file(review: Open, chosen: Path) -> None:
    reviewer = review()

    reviewer.dialog.markdown_button.click()

    reviewer.hears("The review was written to")
    assert (chosen / "Weekly review 2026-W47.md").read_text(encoding="utf-8").startswith("# Weekly review · Week 47")


def test_a_folder_that_went_is_said_in_a_sentence(review: Open, chosen: Path) -> None:
    reviewer = review()
    chosen.rmdir()

    reviewer.dialog.pdf_button.click()

    reviewer.hears("is not there any more, so nothing was exported.")


def test_what_takes_long_can_be_stopped_and_then_nothing_is_written(
    review: Open, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_it = threading.Event()

    def slow(_printed: object, _size: object, stopped: Callable[[], bool]) -> bytes:
        at_it.set()
        while not stopped():
            at_it.wait(0.005)
            threading.Event().wait(0.005)
        return b""

    monkeypatch.setattr(pdf, "pdf_of", slow)
    monkeypatch.setattr(handing_out, "SHOWN_AFTER", 0)
    reviewer = review()
    reviewer.dialog.pdf_button.click()
    reviewer.qtbot.waitUntil(lambda: any(one.isVisible() for one in reviewer.dialog.findChildren(LongWork)))
    (progress,) = reviewer.dialog.findChildren(LongWork)

    QTest.keyClick(progress, Qt.Key.Key_Escape)

    reviewer.hears("Stopped. Nothing was written.")
    assert list(chosen.iterdir()) == []


def test_closing_waits_until_the_file_is_written(review: Open, chosen: Path) -> None:
    reviewer = review()
    with reviewer.qtbot.waitSignal(reviewer.dialog.left):
        reviewer.dialog.pdf_button.click()
        reviewer.dialog.reject()

    assert Pdf((chosen / "Weekly review 2026-W47.pdf").read_bytes()).pages == 1


def test_a_printer_gets_the_same_page(review: Open, tmp_path: Path) -> None:
    reviewer = review()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printed = reviewer.dialog.printed()
    assert printed is not None

    reviewer.dialog.handing_out.print_on(printed, printer)

    reviewer.hears("Sent to the printer.")
    del printer
    content = (tmp_path / "printed.pdf").read_bytes()
    assert "Week47" in Pdf(content).text


def test_leaving_saves_what_is_typed(review: Open) -> None:
    reviewer = review()
    reviewer.type(WEEK_FOCUS, "Last words")

    reviewer.press(Qt.Key.Key_Escape)

    assert reviewer.stored(WEEK_FOCUS) == "Last words"


def test_what_can_not_be_saved_is_kept_and_said(review: Open) -> None:
    reviewer = review()
    place = reviewer.dialog.place_of(WEEK_FOCUS)
    assert place is not None
    place.area.setPlainText("much " * 60_000)

    reviewer.press(Qt.Key.Key_Escape)

    assert reviewer.dialog.isVisible()
    reviewer.hears("What you typed is still here.")
    place.area.setPlainText("")


def test_tab_reaches_everything_that_can_be_done(review: Open) -> None:
    reviewer = review()
    dialog = reviewer.dialog
    reached = set()
    for _ in range(30):
        reached.add(QApplication.focusWidget())
        reviewer.press(Qt.Key.Key_Tab)

    wanted = {dialog.back, dialog.share, dialog.print_button, dialog.pdf_button, dialog.markdown_button}
    assert wanted | {dialog.copy_button, dialog.primary} | {place.area for place in dialog.places} <= reached


def test_a_day_far_back_has_its_week(review: Open) -> None:
    far = Week.of(WEEK.monday - timedelta(days=700))

    assert review(week=far).dialog.week == far
