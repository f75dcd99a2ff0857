"""“@name” in a text, and what is typed after an @."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.mentions import AtWord, Names, at_word, completions

NAMES = Names([
    ("Ana", "ana"), ("Ana López", "lopez"), ("O'Brien", "brien"), ("田中", "tanaka"), ("Jean-Luc Picard", "jean"),
    ("Ñandú", "nandu"), ("Dr. Strange", "strange"), ("...", "nobody"), ("ana", "second"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Met @Ana today", ["ana"]),
        ("Met @Ana López today", ["lopez"]),
        ("@ana lopez and @ANA.", ["lopez", "ana"]),
        ("(@Ana)", ["ana"]),
        ("@Anabel and @Analópez", []),
        ("Ana, without it", []),
        ("mail to neal@Ana.org", []),
        ("@@Ana", []),
        ("@ Ana", []),
        ("@o'brien's idea", ["brien"]),
        ("@O’Brien said", ["brien"]),
        ("@田中さん", ["tanaka"]),
        ("@Jean-Luc Picard, @jean luc picard", ["jean", "jean"]),
        ("@nandu", ["nandu"]),
        ("@Dr. Strange", ["strange"]),
        ("@Ana\n\n\n\nLópez", ["ana"]),
        ("@", []),
    ],
)
def test_the_longest_name_that_stands_after_the_sign_is_meant(text: str, ids: list[str]) -> None:
    assert [found.person_id for found in NAMES.in_text(text)] == ids


def test_a_mention_knows_its_place() -> None:
    (found,) = NAMES.in_text("Met @Ana López today")
    assert (found.start, found.end) == (4, 14)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_read(text: str, name: str) -> None:
    for found in Names([(name, "x"), ("Ana", "y")]).in_text(text):
        assert text[found.start] == "@"
        assert found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Met @An|", AtWord(4, "An")),
        ("@|", AtWord(0, "")),
        ("@Ana Ló| and more", AtWord(0, "Ana Ló")),
        ("@one two three four|", None),
        ("a@b|", None),
        ("@ An|", None),
        ("@Ana\nnext line|", None),
        ("nothing|", None),
        ("@Ana and @Ne|", AtWord(9, "Ne")),
    ],
)
def test_what_is_typed_after_the_sign_is_found(text: str, found: AtWord | None) -> None:
    cursor = text.index("|")
    assert at_word(text.replace("|", ""), cursor) == found


def test_names_are_offered_by_the_beginning_of_any_word() -> None:
    known = [("Paul Anders", "1"), ("Ana López", "2"), ("Neal", "3")]
    assert completions("an", known) == (("Ana López", "2"), ("Paul Anders", "1"))
    assert completions("ana lo", known) == (("Ana López", "2"),)
    assert completions("", known, most=2) == (known[0], known[1])
    assert completions("x", known) == ()
