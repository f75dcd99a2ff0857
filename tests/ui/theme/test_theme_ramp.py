"""The scale of the calendar: in order and apart for every eye, and told from what is around it."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from scorecard.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(HIGH_CONTRAST, id="contrast")]
Linear = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, at full severity, on linear light; the last is no deficiency.
EYES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ],
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
}  # fmt: skip
TO_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
WHITE = [0.95047, 1.0, 1.08883]

LEAST_LIGHTER = 8  # of the 100 of L*, from step to step
LEAST_APART = 10  # of ΔE; 2.3 is just noticed
LEAST_CONTRAST = 1.35


def linear(colour: str) -> Linear:
    shown = QColor(colour)
    parts = np.array([shown.redF(), shown.greenF(), shown.blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: Linear) -> Linear:
    """CIELAB: lightness L*, and two axes of colour."""
    xyz = np.array(TO_XYZ) @ np.clip(light, 0, 1) / WHITE
    bent = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(float(linear(colour) @ TO_XYZ[1]) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("eye", EYES)
def test_lightness_follows_the_score_for_every_eye(tokens: Tokens, eye: str) -> None:
    seen = [lab(np.array(EYES[eye]) @ linear(colour)) for colour in tokens.ramp]
    direction = 1 if tokens.dark else -1
    assert all(direction * (after[0] - before[0]) >= LEAST_LIGHTER for before, after in pairwise(seen))
    assert all(np.linalg.norm(after - before) >= LEAST_APART for before, after in pairwise(seen))


@pytest.mark.parametrize("tokens", THEMES)
def test_neighbours_on_the_scale_can_be_told_apart(tokens: Tokens) -> None:
    assert all(contrast(one, other) >= LEAST_CONTRAST for one, other in pairwise(tokens.ramp))


@pytest.mark.parametrize("tokens", THEMES)
def test_the_lowest_step_is_not_taken_for_a_gap_nor_for_nothing(tokens: Tokens) -> None:
    assert all(contrast(step, tokens.track) >= 1.5 for step in tokens.ramp)
    assert all(contrast(step, tokens.surface) >= 1.8 for step in tokens.ramp)
    assert all(contrast(step, tokens.surface) >= 3 for step in tokens.ramp[2:])
    assert contrast(tokens.track, tokens.surface) >= 1.1


@pytest.mark.parametrize("tokens", THEMES)
def test_the_stroke_through_a_day_away_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.outline, tokens.track) >= 2.8


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("eye", EYES)
def test_levels_and_tones_are_told_apart_by_every_eye(tokens: Tokens, eye: str) -> None:
    """Hatches, signs and numbers tell them apart besides."""
    levels = (tokens.commitment, tokens.effort, tokens.intention, tokens.poor)
    tones = (tokens.good, tokens.fair, tokens.poor)
    for colours in (levels, tones):
        seen = [lab(np.array(EYES[eye]) @ linear(colour)) for colour in colours]
        assert all(np.linalg.norm(one - other) >= LEAST_APART for one, other in combinations(seen, 2))
