"""The YAML of diaries, as its program writes it and as people change it by hand."""

import pytest

from scorecard.formats.diary_yaml import Node, mapping_of
from scorecard.formats.errors import UnreadableFileError

# Each as the program's own library reads it.
TEXTS = [
    ("plain words", "plain words"),
    ("plain  # a remark", "plain"),
    ("a#b", "a#b"),
    ("10:30 it rained", "10:30 it rained"),
    ("one\n    two\n\n    three", "one two\nthree"),
    ("'it''s'", "it's"),
    ("'one\n\n    two  '", "one\ntwo  "),
    ("'\n\n    begins'", "\nbegins"),
    ("'ends\n\n\n    '", "ends\n\n"),
    (r'"tab\there \u00fc\U0001F600 \x41\n"', "tab\there ü😀 A\n"),
    ('"one \\\n    \\ two"', "one  two"),
    ("|\n    as it\n     stands\n\n    here\n", "as it\n stands\n\nhere\n"),
    ("|-\n    no end\n", "no end"),
    (">\n    folded\n    here\n\n    there\n", "folded here\nthere\n"),
    ("!!python/unicode 'old'", "old"),
    ("-5 degrees", "-5 degrees"),
    ("\n    below", "below"),
    ("null", None),
    ("~", None),
    ("", None),
    ("''", ""),
    ("{a: null, 'b, c': , d}", {"a": None, "b, c": None, "d": None}),
    ("{a: one\n    two, b: {c: d}}", {"a": "one two", "b": {"c": "d"}}),
]


@pytest.mark.parametrize(("written", "meant"), TEXTS)
def test_every_style_of_a_text(written: str, meant: Node) -> None:
    assert mapping_of(f"1:\n  text: {written}\n  next: a\n") == {"1": {"text": meant, "next": "a"}}


def test_a_long_name_stands_apart() -> None:
    assert mapping_of("1:\n  Ideas:\n    ? 'a long\n      name'\n    : null\n    ? b\n    : c: d\n") == {
        "1": {"Ideas": {"a long name": None, "b": {"c": "d"}}}
    }


def test_remarks_blank_lines_and_other_ends_of_lines() -> None:
    assert mapping_of("# a remark\r\n---\r\n\r\n1:\r\n  # another\r\n  text: a\r\n") == {"1": {"text": "a"}}


def test_nothing_is_an_empty_file() -> None:
    assert mapping_of("") == mapping_of("{}\n") == mapping_of("# only a remark") == {}


@pytest.mark.parametrize(
    "text", ["a", "[1]", "1: [a]", "1:\n\ttext: a", "1: {a: b", "1: 'a' b", "1: a\n 2: b", '1: "\\q"']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError):
        mapping_of(text)
