"""What can be done with a chart outside of the program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scorecard.ui.progress_tab.chart_menu import ChartMenu
from scorecard.ui.progress_tab.reading import read_week
from scorecard.ui.progress_tab.week_card import WeekCard
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK
from scorecard.ui.widgets.notice_sign import NoticeTone
from tests.ui.test_week_chart_canvas import BRITISH, TODAY, bars

Told = list[tuple[str, NoticeTone]]
Choose = Callable[[str], None]


@pytest.fixture
def card(qtbot: QtBot) -> WeekCard:
    made = WeekCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(DARK))
    made.resize(1000, 320)
    made.show_bars(bars(), TODAY, BRITISH)
    with qtbot.waitSignal(made.canvas.drawn, timeout=20_000):
        made.show()
    return made


@pytest.fixture
def told(card: WeekCard) -> Told:
    heard: Told = []
    card.told.connect(lambda sentence, tone: heard.append((sentence, tone)))
    return heard


@pytest.fixture
def choose(card: WeekCard, qtbot: QtBot) -> Choose:
    """Opens the menu by its button and takes the line with these words in it."""

    def take(words: str) -> None:
        qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
        menu = card.canvas.findChild(ChartMenu)
        assert menu is not None
        action: QAction = next(action for action in menu.actions() if words in action.text().replace("&", ""))
        action.trigger()
        menu.close()

    return take


def test_the_picture_is_copied_at_twice_the_size_and_in_the_light_look(
    card: WeekCard, choose: Choose, told: Told, qtbot: QtBot
) -> None:
    choose("Copy picture")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    copied = QGuiApplication.clipboard().image()
    assert copied.width() == 2 * card.canvas.width()
    assert copied.pixelColor(2, 2).name() == "#ffffff"
    assert told == [("The picture is copied.", NoticeTone.INFO)]


def test_the_numbers_are_copied_as_a_spreadsheet_takes_them(choose: Choose) -> None:
    choose("Copy numbers")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Day\tScore\tScored measures\tRemarks"
    assert lines[1].startswith("Mon 16 November\t92\t")


@pytest.mark.parametrize("form", ["PNG", "SVG", "PDF"])
def test_the_chart_is_saved_where_one_says(
    form: str, choose: Choose, told: Told, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "week"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    choose(f"Save as {form}")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    written = file.with_suffix(f".{form.lower()}")
    content = written.read_bytes()
    assert content[:9].lstrip(b"\x89%<?")[:3] in (b"PNG", b"xml", b"PDF")
    if form == "SVG":
        assert ">92</text>" in content.decode()
        assert "<image" not in content.decode()
    if form == "PDF":
        assert b"/Subtype /Image" not in content
        assert b"/ToUnicode" in content
    if form == "PNG":
        assert not QImage.fromData(content).isNull()
    assert told == [(f"The chart is saved as {written}.", NoticeTone.INFO)]
    assert written.stat().st_mode & 0o777 == 0o600


def test_what_can_not_be_written_is_said_and_leaves_nothing(
    choose: Choose, told: Told, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "week.svg"), ""))
    choose("Save as SVG")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0][0].startswith("The folder of ")
    assert told[0][1] is NoticeTone.ERROR
    assert not (tmp_path / "gone").exists()


def test_the_picture_of_a_chart_stays_as_it_was(card: WeekCard, choose: Choose, told: Told, qtbot: QtBot) -> None:
    before = card.canvas.grab().toImage()
    choose("Copy picture")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    card.canvas.show_week(read_week(bars(), BRITISH), "again")
    assert card.canvas.grab().toImage() == before
