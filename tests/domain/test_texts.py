"""Text is stored as it was written, in one form, without what cannot be stored or hides."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.errors import EmptyNameError, KnownError, TextTooLongError
from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH, clean_line, clean_name, clean_text, storable, whole_line

UNWANTED = set("\ufeff") | {
    chr(code)
    for first, last in [(0, 8), (0xB, 0x1F), (0x7F, 0x9F), (0xD800, 0xDFFF), (0x202A, 0x202E), (0x2066, 0x2069)]
    for code in range(first, last + 1)
}
ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()), st.sampled_from(sorted(UNWANTED) + list(" \n\t\re\u0301\u1100\u1161"))
    )
)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Grüße\n\tan alle", "Grüße\n\tan alle"),
        ("one\r\ntwo\rthree\n\rfour", "one\ntwo\nthree\n\nfour"),
        ("Cafe\u0301", "Café"),
        ("\u212b", "Å"),
        ("\u1100\u1161", "가"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("half \ud83d a smile", "half  a smile"),
        ("\ufeffbill\u202efdp.exe\u2066!\u2069", "billfdp.exe!"),
        ("e\x00\u0301", "é"),
        ("👩‍👩‍👧 \u200fשלום 中文", "👩‍👩‍👧 \u200fשלום 中文"),
        ("  kept  ", "  kept  "),
        ("", ""),
    ],
)
def test_what_is_stored_of_a_text(typed, stored):
    assert clean_text(typed) == stored


def test_what_cannot_be_stored_is_left_out():
    assert {clean_text(f"a{sign}b") for sign in UNWANTED - {"\r"}} == {"ab"}


@pytest.mark.parametrize("sign", "\t\n\x20\u00a0\u00ad\u200b\u200d\u200e\u2029\u202f\u2065\u206a\ue000\uffff\U0010ffff")
def test_its_neighbours_stay(sign):
    assert clean_text(f"a{sign}b") == f"a{sign}b"


def test_a_note_may_be_a_hundred_thousand_characters_long():
    assert NOTE_LENGTH == 100_000
    assert len(clean_text("x" * NOTE_LENGTH)) == NOTE_LENGTH
    with pytest.raises(TextTooLongError) as refusal:
        clean_text("x" * (NOTE_LENGTH + 1))
    assert refusal.value.limit == NOTE_LENGTH


def test_length_is_that_of_what_would_be_stored():
    assert clean_text("e\u0301" * 10 + "\x00" * 10, limit=10) == "é" * 10


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Thank-yous \t heard\n", "Thank-yous heard"),
        ("a\u00a0\u2003b\u2028c\r\nd", "a b c d"),
        ("\x00", ""),
        ("x" * (NAME_LENGTH + 9), "x" * NAME_LENGTH),
        ("x" * (NAME_LENGTH - 1) + " yz", "x" * (NAME_LENGTH - 1)),
    ],
)
def test_a_line_is_one_line_trimmed_and_not_too_long(typed, stored):
    assert clean_line(typed) == stored


def test_ten_times_too_much_is_no_line():
    assert clean_line("x" * 50, limit=5) == "xxxxx"
    with pytest.raises(TextTooLongError):
        clean_line("x" * 51, limit=5)


@pytest.mark.parametrize("typed", ["", " \n\t", "\x00\x1b", "\u200b", "\u202e\u2066", "\u00ad \u2060", "\u0301"])
def test_a_name_with_nothing_to_see_is_none(typed):
    with pytest.raises(EmptyNameError):
        clean_name(typed)


@pytest.mark.parametrize("name", ["Calls", "通話", "7", "☎", "?", "👩‍👧", "नमस्ते"])
def test_a_name_in_any_script_is_a_name(name):
    assert clean_name(f" {name}\n") == name


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text, limit=20), limit=20) == clean_line(text, limit=20)


@given(ANY_TEXT)
def test_a_cleaned_text_can_be_stored_and_compared(text):
    cleaned = clean_text(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not UNWANTED & set(cleaned)


@given(ANY_TEXT)
def test_a_name_is_refused_or_short_trimmed_and_on_one_line(text):
    try:
        name = clean_name(text)
    except KnownError:
        return
    assert 0 < len(name) <= NAME_LENGTH
    assert name == name.strip()
    assert len(name.splitlines()) == 1


def test_a_line_that_must_be_whole_is_refused_and_not_cut():
    assert whole_line("  one\n two ", 7) == "one two"
    with pytest.raises(TextTooLongError) as refusal:
        whole_line("x" * 501, 500)
    assert refusal.value.limit == 500


def test_what_can_be_stored_is_left_as_it_is():
    assert storable("e\u0301 👩‍👩‍👧 ❤️ \u200eשלום\u200f\n") == "e\u0301 👩‍👩‍👧 ❤️ \u200eשלום\u200f\n"
    assert storable("a\0b\u202ec\ud83d") == "abc"
