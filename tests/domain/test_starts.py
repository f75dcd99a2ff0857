"""What a start asks for goes over as one line; of what means nothing, nothing is taken."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.starts import NOTHING_ASKED, PAGES, Arrival, Manner, day_of_arrival, token_in

DAYS = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31))
FILES = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/"), min_size=1).map(
    lambda name: Path("/home") / name
)


@given(st.sampled_from(["", *PAGES]), DAYS, FILES, st.text(max_size=50))
def test_everything_that_was_asked_for_arrives(page: str, day: date | None, file: Path | None, token: str) -> None:
    asked = Arrival(page, day, file, token)
    assert "\n" not in asked.to_text()
    assert Arrival.from_text(asked.to_text()) == asked


def test_a_file_is_told_from_the_root_on() -> None:
    asked = Arrival(file=Path("habits.csv"))
    assert Arrival.from_text(asked.to_text()).file == Path.cwd() / "habits.csv"


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner)).map(repr))
def test_what_means_nothing_asks_for_nothing(line: str) -> None:
    assert Arrival.from_text(line) == NOTHING_ASKED


@pytest.mark.parametrize(
    "line",
    [
        '{"page": "secrets"}',
        '{"day": "2026-02-30"}',
        '{"day": "0001-01-01"}',
        '{"file": "a\\u0000b"}',
        '{"day": 7}',
        "[" * 5000,
    ],
)
def test_odd_wishes_are_none(line: str) -> None:
    assert Arrival.from_text(line) == NOTHING_ASKED


def test_a_day_that_nobody_scores_is_refused() -> None:
    with pytest.raises(ValueError, match="1815"):
        day_of_arrival("1815-06-18")


def test_only_the_usual_start_writes() -> None:
    assert [manner for manner in Manner if manner.writes] == [Manner.USUAL]


def test_the_leave_of_the_desktop_is_found() -> None:
    assert token_in({"DESKTOP_STARTUP_ID": "x11", "XDG_ACTIVATION_TOKEN": "wayland"}) == "wayland"
    assert token_in({}) == ""
