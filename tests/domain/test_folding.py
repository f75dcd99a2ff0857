"""The words a search compares: without case, accents and width, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.folding import fold, tags_of, words_of


def words(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("ＣＡＦＥ", "cafe"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ﬁnd", "find"),
        ("ｶﾞ", "ガ"),
        ("이름", "이름"),
        ("कि", "कि"),
    ],
)
def test_case_accents_and_width_are_nothing(written: str, compared: str) -> None:
    assert fold(written) == compared


def test_a_voiced_kana_is_another_one() -> None:
    assert fold("か") != fold("が")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how can I help?", ["how", "can", "i", "help"]),
        ("Neal's follow-up", ["neal", "s", "follow", "up"]),
        ("会议记录", ["会", "议", "记", "录"]),
        ("API会议2", ["api", "会", "议", "2"]),
        ("日本のカメラ", ["日", "本", "の", "カ", "メ", "ラ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("done👍", ["done", "👍"]),
        ("**bold** _and_ `code`", ["bold", "and", "code"]),
        ("\x00 \ud800 ¶ … ´", []),
    ],
)
def test_a_text_is_taken_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_every_word_knows_its_place() -> None:
    text = "Asked Zoë: 会议?"
    assert [text[word.start : word.end] for word in words_of(text)] == ["Asked", "Zoë", "会", "议"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#Team met", ["team"]),
        ("with #follow-up, and #follow-up-", ["follow-up", "follow-up"]),
        ("#团队 #Équipe", ["团队", "equipe"]),
        ("a#b https://x.org/#y &#39; ## heading", []),
    ],
)
def test_tags_are_words_after_a_number_sign(text: str, expected: list[str]) -> None:
    assert [tag.folded for tag in tags_of(text)] == expected


@given(st.text())
def test_no_word_holds_a_space_and_each_lies_in_the_text(text: str) -> None:
    for word in (*words_of(text), *tags_of(text)):
        assert word.folded
        assert len(word.folded.split()) == 1
        assert 0 <= word.start < word.end <= len(text)
