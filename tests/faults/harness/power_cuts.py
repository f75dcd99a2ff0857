"""Power cuts (F02): from the recording of an unmodified process the disk is put together as each cut may leave it."""

import json
import random
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell, not_done
from tests.faults.harness.disk_model import Recording, images
from tests.faults.harness.judging import OfEdits, OfOneThing
from tests.faults.harness.looking import Looker
from tests.faults.harness.recorded import record_edits
from tests.faults.harness.sandbox import PYTHON, ROOT, Sandbox, command, table_to_import, with_old_store, with_sample
from tests.faults.harness.tracing import NOT_HERE, can_trace, record

ABOUT = 4  # images a cut, for the progress


@dataclass(frozen=True, slots=True)
class Scenario:
    """`make` prepares a sandbox and says what is run in it: `edits` one after the other, each told by itself, or one
    thing, which is `backed_up` first."""

    name: str
    make: Callable[[Path, int], tuple[Sandbox, Sequence[str]]]
    most: int = 400
    edits: int = 0
    backed_up: bool = True
    control: bool = False


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    """The short form cuts edits and a backup, and has a control of each."""
    wanted = [s for s in SCENARIOS if scale is Scale.LONG or s.name in SHORT]
    inside = _in_this_process(scale.of(1, 15), seed, place, tell)
    if not can_trace():
        return [inside, *(not_done(scenario.name, NOT_HERE) for scenario in wanted)]
    return [inside, *(_cut(scenario, scale, seed + number, place, tell) for number, scenario in enumerate(wanted))]


def _in_this_process(count: int, seed: int, place: Path, tell: Tell) -> Counts:
    name = "power cut: edits, in one process"
    sandbox = with_sample(place / "inside")
    try:
        recording = record_edits(sandbox, count, seed)
    except pytest.skip.Exception as skipped:
        return not_done(name, str(skipped))
    counting = Counting(name, tell, len(recording.steps) * ABOUT)
    return _judged(counting, recording, OfEdits(recording, sandbox, Looker(place)), 100_000, seed)


def _cut(scenario: Scenario, scale: Scale, seed: int, place: Path, tell: Tell) -> Counts:
    folder = place / scenario.name.replace(" ", "-").replace(":", "")
    folder.mkdir()
    most = scale.of(min(40, scenario.most), scenario.most)
    sandbox, arguments = scenario.make(folder / "sandbox", scale.of(min(2, scenario.edits), scenario.edits))
    recording, ended = record(sandbox, arguments)
    counting = Counting(scenario.name, tell, most * ABOUT, control=scenario.control)
    if ended.returncode:
        counting.bad(Bad.UNEXPLAINED, f"ended with {ended.returncode}: {ended.stderr[-500:]}")
    return _judged(counting, recording, _judge(scenario, recording, sandbox, Looker(folder)), most, seed)


def _judged(counting: Counting, recording: Recording, judge: OfEdits | OfOneThing, most: int, seed: int) -> Counts:
    """Every image that there may be."""
    counting.edits = judge.edits
    for cut, image in images(recording, random.Random(seed), most):
        counting.fault()
        found = judge.judge(cut, image)
        if found is not None:
            counting.bad(found[0], f"after step {cut} of {len(recording.steps)}: {found[1]}")
    return counting.done(f"{len(recording.steps)} steps")


def _judge(scenario: Scenario, recording: Recording, sandbox: Sandbox, looker: Looker) -> OfEdits | OfOneThing:
    if scenario.edits:
        return OfEdits(recording, sandbox, looker)
    after = {str(file): file.read_bytes() for file in sandbox.data.rglob("*") if file.is_file()}
    return OfOneThing(recording, sandbox, after, looker, backed_up=scenario.backed_up)


def _job(sandbox: Sandbox, do: str, **more: object) -> Sequence[str]:
    job = {"do": do, "store": str(sandbox.store), **more}
    return [*PYTHON, "tests.faults.harness.worker", "once", json.dumps(job)]


def _edits(careless: str = "") -> Callable[[Path, int], tuple[Sandbox, Sequence[str]]]:
    def make(folder: Path, count: int) -> tuple[Sandbox, Sequence[str]]:
        sandbox = with_sample(folder)
        return sandbox, _job(sandbox, "edit", seed=11, count=count, careless=careless)

    return make


def _tally(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    return with_sample(folder), command("tally", "thank", "=7", "--day", "2026-11-19")


def _promise(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    return with_sample(folder), command("promise", "Send the estimates to Cassandra by Friday")


def _backup(careless: str = "") -> Callable[[Path, int], tuple[Sandbox, Sequence[str]]]:
    """Into a folder that is not there yet."""

    def make(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
        sandbox = with_sample(folder)
        arguments = _job(sandbox, "back_up", count=1, careless=careless) if careless else command("backup")
        return sandbox, arguments

    return make


def _restore(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    sandbox = with_sample(folder)
    run_in(sandbox, command("backup"))
    run_in(sandbox, command("tally", "thank", "=9", "--day", "2026-11-19"))
    return sandbox, command("restore", "1", "--yes")


def _migrate(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    return with_old_store(folder), _job(Sandbox(folder), "migrate")


def _import(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    sandbox = with_sample(folder)
    return sandbox, command("import", "--yes", str(table_to_import(folder)))


def _forget(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    sandbox = with_sample(folder)
    return sandbox, _job(sandbox, "forget", person="p0")


def _thin(folder: Path, _count: int) -> tuple[Sandbox, Sequence[str]]:
    """The nineteenth daily backup: others go for it."""
    sandbox = with_sample(folder)
    run_in(sandbox, _job(sandbox, "back_up", count=11))
    return sandbox, _job(sandbox, "back_up", count=1, days=11)


def run_in(sandbox: Sandbox, arguments: Sequence[str]) -> None:
    """Raises CalledProcessError."""
    subprocess.run(
        arguments, cwd=ROOT, env=dict(sandbox.environment), check=True, capture_output=True, text=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


SCENARIOS = (
    Scenario("power cut: edits", _edits(), 100_000, edits=40),
    Scenario("power cut: tally", _tally, 100_000, backed_up=False),
    Scenario("power cut: promise", _promise, 100_000, backed_up=False),
    Scenario("power cut: backup", _backup(), 1_500),
    Scenario("power cut: restore", _restore, 2_500),
    Scenario("power cut: thinning", _thin, 800),
    Scenario("power cut: migration", _migrate, 2_000),
    Scenario("power cut: import", _import, 2_000),
    Scenario("power cut: deletion for good", _forget, 2_500),
    Scenario("control: edits not synchronised", _edits("synchronising"), 300, edits=3, control=True),
    Scenario("control: backup, its folder not synchronised", _backup("folders"), 60, control=True),
    Scenario("control: backup, its file not synchronised", _backup("files"), 60, control=True),
)
SHORT = (
    "power cut: edits", "power cut: backup", "control: edits not synchronised",
    "control: backup, its folder not synchronised",
)  # fmt: skip
