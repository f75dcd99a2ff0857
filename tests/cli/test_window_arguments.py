"""What opens the window may say what the window shows first."""

import io
from datetime import date
from pathlib import Path

import pytest

from scorecard.cli.main import MISUSED, run
from scorecard.cli.window import OpenWindow
from scorecard.domain.starts import Arrival


def asked(*arguments: str) -> tuple[int | OpenWindow, str]:
    err = io.StringIO()
    return run(arguments, {}, io.StringIO(), err), err.getvalue()


def test_a_page_a_day_and_a_file_are_handed_to_the_window() -> None:
    found, _ = asked("--page", "reflection", "--day", "2026-11-20", "--open", "habits.csv", "--data", "elsewhere")
    assert found == OpenWindow(Path("elsewhere"), Arrival("reflection", date(2026, 11, 20), Path("habits.csv")))


@pytest.mark.parametrize(
    ("arguments", "sign"),
    [(("--page", "secrets"), "secrets"), (("--day", "tomorrow"), "tomorrow"), (("--day", "0001-01-01"), "0001-01-01")],
)
def test_what_the_window_could_not_show_is_refused(arguments: tuple[str, str], sign: str) -> None:
    status, said = asked(*arguments)
    assert status == MISUSED
    assert sign in said
