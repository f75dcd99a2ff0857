"""What is begun before the caret, and how it goes on."""

import pytest

from scorecard.ui.completing.begun import Begun, Sign, begun_before, offered_names

NAMES = (("Ana Lima", "1"), ("Ana Lima Souza", "2"), ("José Ángel", "3"), ("山田 太郎", "4"), ("Neal", "5"))


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("I met @An", Begun(Sign.NAME, "An")),
        ("I met @Ana Li", Begun(Sign.NAME, "Ana Li")),
        ("@", Begun(Sign.NAME, "")),
        ("😀 @jos", Begun(Sign.NAME, "jos")),
        ("会った @山", Begun(Sign.NAME, "山")),
        ("about #tru", Begun(Sign.TAG, "tru")),
        ("@Ana #tru", Begun(Sign.TAG, "tru")),
        ("ana@exam", None),
        ("nothing", None),
    ],
)
def test_the_last_sign_says_what_is_begun(before: str, begun: Begun | None) -> None:
    assert begun_before(before) == begun


@pytest.mark.parametrize(
    ("typed", "words", "sure"),
    [
        ("ana", ("Ana Lima", "Ana Lima Souza"), True),
        ("lim", ("Ana Lima", "Ana Lima Souza"), True),
        ("ana ", ("Ana Lima", "Ana Lima Souza"), False),
        ("jose", ("José Ángel",), True),
        ("jose ang", ("José Ángel",), True),
        ("山", ("山田 太郎",), True),
        ("Ana Lima", ("Ana Lima Souza",), False),
        ("Ana Lima ", (), False),
        ("Neal", (), False),
        ("", ("Ana Lima", "Ana Lima Souza", "José Ángel", "山田 太郎", "Neal"), False),
        ("Ana went", (), True),
    ],
)
def test_names_go_on_as_they_are_known(typed: str, words: tuple[str, ...], sure: bool) -> None:
    offers = offered_names(NAMES, typed)
    assert offers.words == words
    assert offers.sure is sure or not words


def test_no_more_than_six_are_offered() -> None:
    assert len(offered_names([(f"Ana {n}", str(n)) for n in range(20)], "ana").words) == 6
