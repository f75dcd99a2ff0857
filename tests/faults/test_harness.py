"""The harness in its short form: a few faults of every kind. `make faults` does thousands, into docs/reliability.md."""

import os
from pathlib import Path

import pytest

from tests.faults.harness.counts import Bad, Counting, Counts, Scale
from tests.faults.harness.deeds import TODAY
from tests.faults.harness.experiments import EXPERIMENTS
from tests.faults.harness.table import BEGIN, DOCUMENT, END, as_table, written_into

IN_A_WINDOW = "window"  # journeys/test_killed.py
SEED = 20


@pytest.mark.skipif(os.name != "posix", reason="kills, limits and traces are POSIX's")
@pytest.mark.parametrize("name", sorted(EXPERIMENTS.keys() - {IN_A_WINDOW}))
def test_no_fault_costs_anything(name: str, tmp_path: Path) -> None:
    counts = EXPERIMENTS[name](Scale.SHORT, SEED, tmp_path, lambda _: None)

    print("\n".join(one.said() for one in counts))  # noqa: T201 - each tells its counts
    assert [(one.said(), one.problems[:3]) for one in counts if not one.passed] == []
    if all(one.skipped for one in counts):
        pytest.skip(counts[0].skipped)


def counted(*found: Bad, control: bool = False) -> Counts:
    counting = Counting("kill -9", lambda _: None, 10, control=control)
    counting.fault(len(found) or 1)
    for one in found:
        counting.bad(one, "so it was")
    return counting.done()


@pytest.mark.parametrize("bad", Bad)
def test_whatever_is_bad_fails(bad: Bad) -> None:
    assert counted().passed
    assert not counted(bad).passed
    assert counted(bad).problems == (f"{bad}: so it was",)


def test_a_control_that_sees_nothing_fails() -> None:
    assert counted(Bad.LOST, control=True).passed
    assert not counted(control=True).passed


def test_an_experiment_without_a_fault_fails() -> None:
    assert not Counts("kill -9").passed
    assert Counts("kill -9", skipped="not here").passed


def test_the_table_sums_up_what_is_no_control() -> None:
    table = as_table([counted(Bad.LOST, control=True), counted(Bad.TORN), Counts("n-th", skipped="not here")], TODAY, 7)

    assert table.splitlines()[-1].split("|")[1:9] == [" **all** ", " 1 ", " 0 ", " 0 ", " 0 ", " 1 ", " 0 ", " 0 "]
    assert "2026-11-20" in table.splitlines()[0]
    assert "not done: not here" in table


def test_the_table_has_its_place_in_the_document() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")

    written = written_into(document, "a table", "another")

    assert written.partition(BEGIN)[0] == document.partition(BEGIN)[0]
    assert written.partition(END)[2] == document.partition(END)[2]
    assert f"{BEGIN}\na table\n\nanother\n{END}" in written
    with pytest.raises(ValueError, match="marks"):
        written_into("nothing", "a table")
