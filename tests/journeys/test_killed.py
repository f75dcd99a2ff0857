"""The program is killed at any moment while it is being typed into: what it showed as saved is there, and is whole."""

import os
from pathlib import Path

import pytest

from tests.faults.harness import window_kills
from tests.faults.harness.counts import Scale


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.timeout(170)
def test_kills_at_any_moment_lose_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    (counts,) = window_kills.run(Scale.SHORT, 30, tmp_path, lambda _: None)

    assert counts.passed, (counts.said(), counts.problems)
    assert counts.edits > 4 * counts.faults
