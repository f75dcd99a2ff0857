"""How much of a damaged store comes back. SCORECARD_SALVAGE=25 does each damage so often to a store of five years."""

import os
from collections.abc import Mapping

import pytest

from scorecard.domain.salvage import Confidence
from tests.faults.salvaging import Line, print_table, salvage_table

LONG = int(os.environ.get("SCORECARD_SALVAGE", "0"))
# In per cent, on the average and at least, of all rows: what the design measured, and more.
WANTED: Mapping[str, tuple[float, float]] = {
    "truncated": (30.0, 0.0),
    "one page zeroed": (99.7, 99.0),
    "512 bytes zeroed": (99.9, 99.0),
    "one bit flipped": (99.9, 99.0),
    "64 bits flipped": (99.0, 98.0),
    "random page": (99.7, 99.0),
    "two pages swapped": (99.7, 99.0),
    "header gone": (100.0, 100.0),
    "page 1 gone": (100.0, 100.0),
    "0 bytes": (0.0, 0.0),
}


@pytest.fixture(scope="module")
def table() -> dict[str, Line]:
    lines = salvage_table(LONG) if LONG else salvage_table(2, years=0.02)
    print(print_table(lines))  # noqa: T201
    return {line.damage: line for line in lines}


def test_as_much_comes_back_as_is_promised(table: dict[str, Line]) -> None:
    assert table.keys() == WANTED.keys()
    less = {
        name: line.shares
        for name, line in table.items()
        if sum(line.shares) / line.n < WANTED[name][0] or min(line.shares) < WANTED[name][1]
    }
    assert not less


def test_nothing_wrong_is_sure(table: dict[str, Line]) -> None:
    assert {name: line.wrong[Confidence.SURE] for name, line in table.items() if line.wrong[Confidence.SURE]} == {}
