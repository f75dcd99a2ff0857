"""Tags are found in what was written, in any script, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.reflections import counted, tags_in


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Asked first. #listening", ("listening",)),
        ("#one,#two; (#three) #four.", ("one", "two", "three", "four")),
        ("#Listening and #LISTENING", ("listening",)),
        ("#deep-work #deep_work #q3-2026", ("deep-work", "deep_work", "q3-2026")),
        ("#größe #Größe #STRASSE #straße", ("grösse", "strasse")),
        ("#слушать #聞く #सुनना #اصغاء", ("слушать", "聞く", "सुनना", "اصغاء")),
        ("#Cafe\u0301 #café", ("café",)),
        ("**#bold** _#slanted_ `#code`", ("bold", "slanted", "code")),
        ("#listening- #listening_", ("listening",)),
        ("#yes!\n#no?", ("yes", "no")),
    ],
)
def test_a_tag_is_letters_digits_and_dashes_after_its_sign(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


@pytest.mark.parametrize(
    "text",
    ["", "#", "# Heading", "## Heading", "##heading", "C# and F#", "issue #12", "#2026-11", "#-", "# #", "a#b",
     "&#x27;", "https://example.org/page#part", "https://example.org/#part", "#🙂", "\\#no"],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert tags_in(text) == ()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_was_written_its_tags_are_words_that_are_found_again_as_themselves(text: str) -> None:
    for tag in tags_in(text):
        assert tags_in(f"Before #{tag} after") == (tag,)


def test_tags_are_counted_the_most_frequent_first_and_else_by_name() -> None:
    assert counted(["b", "c", "a", "c", "b", "c"]) == (("c", 3), ("b", 2), ("a", 1))
    assert counted([]) == ()
