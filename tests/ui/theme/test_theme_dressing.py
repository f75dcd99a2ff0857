"""The theme dresses the application, and follows the system until the user chooses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.theme.fonts import text_base
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, tokens_of
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.value_stepper import ValueStepper


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    theme = Theme(app)
    theme.apply()
    yield theme
    theme.deleteLater()


def test_an_unknown_system_is_taken_for_a_light_one(theme: Theme, app: QApplication) -> None:
    assert theme.choice is ThemeChoice.SYSTEM
    assert tokens_of(app.palette()) is LIGHT


@pytest.mark.parametrize(
    ("choice", "tokens"),
    [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK), (ThemeChoice.HIGH_CONTRAST, HIGH_CONTRAST)],
)
def test_what_the_user_chooses_reaches_every_widget(
    theme: Theme, qtbot: QtBot, choice: ThemeChoice, tokens: object
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    theme.choose(choice)
    qtbot.waitUntil(lambda: tokens_of(widget.palette()) is tokens)


def test_changed_is_said_once_and_only_when_the_colours_are_others(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)


def test_a_system_that_turns_dark_takes_the_program_with_it(
    theme: Theme, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "_system_tokens", lambda self: DARK)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens_of(app.palette()) is DARK


def test_a_system_that_turns_dark_leaves_a_chosen_theme_alone(
    theme: Theme, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose(ThemeChoice.LIGHT)
    monkeypatch.setattr(Theme, "_system_tokens", lambda self: DARK)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens_of(app.palette()) is LIGHT


def test_ordinary_text_is_inter_at_thirteen_pixels(theme: Theme, app: QApplication) -> None:
    info = QFontInfo(app.font())
    assert info.family() == "Inter"
    assert info.pixelSize() == 13


def test_the_text_grows_with_a_system_set_to_large_text(app: QApplication) -> None:
    usual, large = QFont("Sans Serif", 10), QFont("Sans Serif", 22)
    assert text_base(large).pointSizeF() == pytest.approx(2 * text_base(usual).pointSizeF(), rel=0.2)


def test_enlarged_text_reaches_what_is_already_there(theme: Theme, qtbot: QtBot) -> None:
    title, stepper = Label("Friday", TextStyle.TITLE), ValueStepper("Thank-yous")
    qtbot.addWidget(title)
    qtbot.addWidget(stepper)
    before = stepper.sizeHint().height()
    theme.enlarge(2.0)
    qtbot.waitUntil(lambda: stepper.sizeHint().height() == 2 * before)
    assert QFontInfo(title.font()).pixelSize() == 44


def test_every_style_keeps_its_proportion_to_the_ordinary_text(app: QApplication) -> None:
    base = QFont("Inter")
    base.setPointSizeF(26)
    assert text_font(base, TextStyle.BODY).pointSizeF() == 26
    assert text_font(base, TextStyle.TITLE).pointSizeF() == pytest.approx(44)
    base.setPixelSize(13)
    assert text_font(base, TextStyle.DISPLAY).pixelSize() == 45
