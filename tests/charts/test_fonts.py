"""Words in every script that this computer has a face for."""

import logging
import warnings

import pytest
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font

from scorecard.charts.fonts import LAST, REGULAR, SCRIPTS, STRONG, Faces, present_faces, present_fallbacks

WORDS = {
    "Latin": "Café Ñandú Łódź",
    "Greek": "Ευχαριστώ",
    "Cyrillic": "Спасибо",
    "Chinese": "谢谢",
    "Japanese": "ありがとう",
    "Korean": "감사",
    "Arabic": "شكرا",
    "Hebrew": "תודה",
    "Devanagari": "धन्यवाद",
    "Emoji": "☺",
}


@pytest.fixture(scope="module")
def faces() -> Faces:
    return present_faces()


def draw(words: str, faces: Faces) -> None:
    figure = Figure()
    canvas = FigureCanvasAgg(figure)
    for face in (faces.regular, faces.strong):
        figure.text(0.1, 0.5, words, fontproperties=face, parse_math=False)
    canvas.draw()


def covered(words: str, faces: Faces) -> bool:
    paths = [font_manager.findfont(family) for family in faces.regular.get_family()]
    glyphs = set().union(*(FT2Font(path).get_charmap() for path in paths))
    return {ord(letter) for letter in words if letter != " "} <= glyphs


@pytest.mark.parametrize("script", WORDS)
def test_words_in_a_script_with_a_face_here_are_no_boxes(script: str, faces: Faces) -> None:
    if not covered(WORDS[script], faces):
        pytest.skip(f"no face for {script} on this computer")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw(WORDS[script], faces)


@pytest.mark.parametrize("script", ["Latin", "Greek", "Cyrillic", "Arabic"])
def test_these_scripts_need_nothing_installed(script: str, faces: Faces) -> None:
    assert covered(WORDS[script], faces)


def test_finding_the_faces_is_quiet(faces: Faces, caplog: pytest.LogCaptureFixture) -> None:
    font_manager.fontManager._findfont_cached.cache_clear()
    with caplog.at_level(logging.WARNING):
        draw("Thank-yous 92", faces)
    assert caplog.messages == []


def test_texts_are_in_inter_and_strong_ones_in_its_semibold(faces: Faces) -> None:
    assert font_manager.findfont(faces.regular).endswith("Inter-Regular.otf")
    assert font_manager.findfont(faces.strong).endswith("Inter-SemiBold.otf")


def test_inter_is_in_the_list_once_however_often_it_is_asked_for(faces: Faces) -> None:
    present_faces()
    assert [entry.name for entry in font_manager.fontManager.ttflist].count(STRONG) == 1
    assert faces.regular.get_family()[0] == REGULAR


def test_one_present_face_a_script_in_the_order_of_preference() -> None:
    present = frozenset({"WenQuanYi Zen Hei", "Noto Sans SC", "Mangal", "Comic Sans MS"})
    assert present_fallbacks(present) == ("Noto Sans SC", "Mangal", LAST)
    assert present_fallbacks(frozenset()) == (LAST,)


def test_every_script_of_the_list_names_families() -> None:
    assert all(families for families in SCRIPTS.values())
