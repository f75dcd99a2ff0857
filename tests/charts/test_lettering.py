"""Words broken and shortened to fit a width; here every sign is one wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.charts.lettering import ELLIPSIS, fitted, shortened


def width(words: str) -> float:
    return len(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Calls", "Calls"),
        ("Problems removed", "Problems\nremoved"),
        ("Problems removed for good", "Problems\nremoved f…"),
        ("Rindfleischetikettierung", "Rindfleisc\nhetiketti…"),
        ("  two\n words ", "two words"),
        ("", ""),
    ],
)
def test_words_are_broken_between_words_and_the_rest_is_cut_off(words: str, shown: str) -> None:
    assert fitted(words, 10, 2, width) == shown


def test_what_belongs_to_one_sign_is_not_torn_apart() -> None:
    assert shortened("ab👩‍👧cd", 5, width) == "ab…"
    assert shortened("abe\u0301cd", 4, width) == "ab…"
    assert shortened("a🇩🇪cd", 3, width) == "a…"


@given(st.text(max_size=80), st.integers(3, 30), st.integers(1, 3))
def test_nothing_is_wider_or_has_more_lines_than_there_is_room(words: str, room: int, lines: int) -> None:
    shown = fitted(words, room, lines, width).split("\n")
    assert len(shown) <= lines
    whole = "".join(words.split())
    together = "".join("".join(shown).split())
    assert together == whole or together.endswith(ELLIPSIS)
    if all(sign.isascii() for sign in words):
        assert all(len(line) <= room for line in shown)
