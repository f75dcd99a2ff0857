"""Colours: readable in every theme, and found from a widget's palette."""

from fractions import Fraction

import pytest
from PySide6.QtGui import QColor, QPalette

from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, tokens_of, tone

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(HIGH_CONTRAST, id="contrast")]

TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "text_quiet") for ground in ("window", "surface", "sunken", "accent_soft")),
    *((ink, ground) for ink in ("good", "fair", "poor") for ground in ("surface", "window")),
    *((ink, ground) for ink in ("commitment", "effort", "intention") for ground in ("surface", "window")),
    *(("accent", ground) for ground in ("surface", "window", "sunken", "accent_soft", "warning_soft", "error_soft")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("text", "hover"),
    ("text_quiet", "hover"),
    ("on_chosen", "chosen"),
    ("text", "warning_soft"),
    ("text", "error_soft"),
]

SIGN_PAIRS = [
    *((sign, ground) for sign in ("good", "fair", "poor") for ground in ("track", "surface", "window", "accent_soft")),
    *(("focus", ground) for ground in ("surface", "window", "sunken", "accent_soft", "warning_soft", "error_soft")),
    *(("outline", ground) for ground in ("surface", "window")),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "warning_soft"),
    ("fair", "warning_soft"),
    ("poor", "error_soft"),
]


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize(("sign", "ground"), SIGN_PAIRS)
def test_signs_stand_out_from_what_is_around_them(tokens: Tokens, sign: str, ground: str) -> None:
    assert contrast(getattr(tokens, sign), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", THEMES)
def test_a_widget_finds_its_theme_from_its_palette(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


def test_a_palette_with_another_window_colour_still_belongs_to_its_theme() -> None:
    palette = palette_of(DARK)
    palette.setColor(QPalette.ColorRole.Window, QColor("#ffffff"))
    assert tokens_of(palette) is DARK


@pytest.mark.parametrize(("window", "tokens"), [("#fafafa", LIGHT), ("#202020", DARK)])
def test_a_foreign_palette_gets_the_theme_nearest_to_it(window: str, tokens: Tokens) -> None:
    assert tokens_of(QPalette(QColor(window))) is tokens


@pytest.mark.parametrize(
    ("points", "colour"),
    [
        (100, LIGHT.good),
        (85, LIGHT.good),
        (Fraction(8499, 100), LIGHT.fair),
        (60, LIGHT.fair),
        (59.9, LIGHT.poor),
        (0, LIGHT.poor),
        (None, LIGHT.track),
    ],
)
def test_85_is_good_60_is_fair_and_less_is_poor(points: float | Fraction | None, colour: str) -> None:
    assert tone(points, LIGHT) == colour


@pytest.mark.parametrize("tokens", THEMES)
def test_qt_s_own_widgets_wear_the_colours_of_the_theme(tokens: Tokens) -> None:
    palette = palette_of(tokens)
    assert palette.color(QPalette.ColorRole.Window).name() == tokens.window
    assert palette.color(QPalette.ColorRole.PlaceholderText).name() == tokens.text_quiet
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == tokens.text_disabled
