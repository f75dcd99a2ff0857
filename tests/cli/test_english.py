"""Plurals on the command line."""

import pytest

from scorecard.cli.english import tr


@pytest.mark.parametrize(
    ("source", "count", "said"),
    [
        ("%n measure(s)", 1, "1 measure"),
        ("%n measure(s)", 0, "0 measures"),
        ("%n new entry(s)", 1, "1 new entry"),
        ("%n new entry(s)", 3204, "3204 new entries"),
        ("%n day(s)", 2, "2 days"),
        ("%n text(s) cut", 2, "2 texts cut"),
        ("at most %n MB", 64, "at most 64 MB"),
    ],
)
def test_a_number_brings_its_plural(source: str, count: int, said: str) -> None:
    assert tr(source, "", count) == said


def test_without_a_number_the_source_is_the_text() -> None:
    assert tr("{first} to {last}", "a span of days") == "{first} to {last}"
