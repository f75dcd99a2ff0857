"""In a language whose words are two fifths longer nothing is cut off, nor is it with letters twice as large."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import COMMITMENTS, REFLECTION, SCORECARD, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.text_styles import text_font
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.label import ElidedLabel
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.pseudo import PseudoTranslator, pseudo
from tests.ui.conftest import Choose


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = qapp.font(), qapp.palette()
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    yield qapp
    qapp.removeTranslator(translator)
    translator.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    theme = Theme(app)
    theme.apply()
    yield theme
    theme.enlarge(1.0)
    theme.deleteLater()


@pytest.fixture
def commands(
    services: Services, clock: FixedClock, theme: Theme, choose: Choose, qtbot: QtBot
) -> Iterator[WindowCommands]:
    """Of a window of 1024 by 640 over a card of one group."""
    for name in ("Calls", "Problems removed", "Forms merged"):
        choose(name, group="Customers")
    desk = Desk()
    path = services.facts().path
    page = services.scoring.page(services.scoring.today())
    window = MainWindow(desk, page, Surroundings(theme, Preferences(path.with_name("window.ini"))))
    desk.setParent(window)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    commands = WindowCommands(window, path, clock)
    desk.attach(services)
    commands.follow_store(writable=True)
    window.show()
    qtbot.waitExposed(window)
    yield commands
    desk.detach()


def cut_off(root: QWidget) -> list[str]:
    """Words that have less room than they need, and pages that are wider than where they are looked at."""
    found = []
    for label in root.findChildren(QLabel):
        if isinstance(label, ElidedLabel) or label.wordWrap() or not label.isVisible():
            continue
        if label.sizeHint().width() > label.width() + 1:
            found.append(label.text())
    for button in root.findChildren(PaintedButton):
        words = QFontMetrics(text_font(button.font(), button.text_style)).horizontalAdvance(button.shown_words)
        if button.isVisible() and words > button.width():
            found.append(button.text())
    areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
    widths = [(area.widget().width(), area.viewport().width()) for area in areas]
    return found + [f"a page of {page} in {room}" for page, room in widths if page > room]


def dialog_of(commands: WindowCommands, name: str) -> QWidget:
    commands.menu.actions[name].trigger()
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


@pytest.mark.parametrize("page", [SCORECARD, COMMITMENTS, REFLECTION])
def test_on_a_page_nothing_is_cut_off(commands: WindowCommands, page: str) -> None:
    window = commands.looks._window
    window.go_to_page(page)
    QApplication.processEvents()

    assert cut_off(window) == []


@pytest.mark.parametrize("name", ["settings", "shortcuts", "about"])
def test_in_a_dialog_nothing_is_cut_off(commands: WindowCommands, name: str) -> None:
    assert cut_off(dialog_of(commands, name)) == []


@pytest.mark.parametrize("page", [SCORECARD, COMMITMENTS, REFLECTION])
def test_with_letters_twice_as_large_no_page_is_wider_than_the_window(
    commands: WindowCommands, theme: Theme, app: QApplication, page: str
) -> None:
    for translator in app.findChildren(PseudoTranslator):
        app.removeTranslator(translator)
    window = commands.looks._window
    window.go_to_page(page)
    theme.enlarge(2.0)
    QApplication.processEvents()

    assert cut_off(window) == []


def test_the_language_that_nobody_speaks_keeps_what_is_no_word() -> None:
    assert pseudo("&Undo {what}").startswith("[&Uñdö {what}")
    assert len(pseudo("Finish the day")) == round(1.4 * len("Finish the day"))
