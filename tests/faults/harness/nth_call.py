"""Whichever call of SQLite to the disk fails (F03, F04), in this process: by the flaky disk under SQLite."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from scorecard.domain.backups import Reason
from scorecard.domain.blanks import Filling
from scorecard.domain.errors import KnownError
from scorecard.services.backups import Backups, migrate_safely
from scorecard.services.importing import Importing
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import FULL, Disk, flaky_disk
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell, not_done
from tests.faults.harness.deeds import TODAY
from tests.faults.harness.halves import judge_folder
from tests.faults.harness.looking import Left, look
from tests.faults.harness.sandbox import Sandbox, table_to_import, with_old_store, with_sample
from tests.faults.harness.sentences import sentence_of

LONG = "Two forms merged into one. " * 40
Act = Callable[[Sandbox], object]


@dataclass(frozen=True, slots=True)
class Mode:
    name: str
    for_good: bool = False
    done: bool = False  # what is reported as failed took place
    code: int | None = None


MODES = (
    Mode("one call"),
    Mode("every call from there", for_good=True),
    Mode("one call, done all the same"),
    Mode("the disk is full from there", for_good=True, code=FULL),
)


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that comes to the same when it is done again. So many of its calls are let fail, spread over all."""

    name: str
    make: Callable[[Path], Sandbox]
    act: Act
    long: int = 1 << 30
    short: int = 0


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    del seed  # every call is tried, or every so many
    try:
        with flaky_disk(place) as disk:
            wanted = DOINGS if scale is Scale.LONG else [doing for doing in DOINGS if doing.short]
            return [_doing(doing, scale, place, disk, tell) for doing in wanted]
    except pytest.skip.Exception as skipped:
        return [not_done("n-th call of SQLite", str(skipped))]


def _doing(doing: Doing, scale: Scale, place: Path, disk: Disk, tell: Tell) -> Counts:
    folder = place / f"calls-{doing.name}"
    model = doing.make(folder / "model")
    sandbox = model.copy(folder / "sandbox")
    before = look(sandbox.store)
    disk.calls.clear()
    doing.act(sandbox)
    calls, after = len(disk.calls), look(sandbox.store)
    most = scale.of(doing.short, doing.long)
    modes = MODES if scale is Scale.LONG else MODES[:2]
    counting = Counting(f"n-th call fails: {doing.name}", tell, min(most, calls) * len(modes))
    for mode in modes:
        for number in _spread(calls, most):
            sandbox = model.copy(sandbox.folder)
            _Try(doing, disk, counting, (before, after)).fail(sandbox, mode, number)
    return counting.done(f"{calls} calls")


def _spread(count: int, most: int) -> Sequence[int]:
    """From 1 to `count`, at most so many."""
    return range(1, count + 1, max(1, -(-count // most)))


class _Try:
    def __init__(self, doing: Doing, disk: Disk, counting: Counting, states: tuple[Left, Left]) -> None:
        self._doing, self._disk, self._counting = doing, disk, counting
        self._before, self._after = states

    def fail(self, sandbox: Sandbox, mode: Mode, number: int) -> None:
        here = f"{mode.name}, {number}"
        self._disk.done_all_the_same = mode.done
        self._disk.fail_at(number, for_good=mode.for_good, code=mode.code)
        refused = self._act(sandbox, here)
        self._disk.work_again()
        if not self._disk.failed:
            return
        self._counting.fault()
        self._counting.refused += refused
        left = look(sandbox.store)
        if left.wrong is not None:
            self._counting.bad(left.wrong[0], f"{here}: {left.wrong[1]}")
        elif not refused and not self._is(left, self._after):
            self._counting.bad(Bad.LOST, f"{here}: it went through and is not there")
        elif not (self._is(left, self._after) or self._is(left, self._before)):
            self._counting.bad(Bad.TORN, f"{here}: neither done nor not done")
        judge_folder(self._counting, sandbox.backups, [])
        self._again(sandbox, here)

    def _act(self, sandbox: Sandbox, here: str) -> bool:
        """Whether it was refused."""
        try:
            self._doing.act(sandbox)
        except KnownError as error:
            self._counting.note(sentence_of(error))
            return True
        except Exception as error:
            self._counting.bad(Bad.UNEXPLAINED, f"{here}: {type(error).__name__}: {error}")
            return True
        return False

    def _again(self, sandbox: Sandbox, here: str) -> None:
        """The disk works again: the same goes through."""
        if self._act(sandbox, f"{here}, again"):
            self._counting.bad(Bad.LOST, f"{here}: it does not go through later")
        elif not self._is(look(sandbox.store), self._after):
            self._counting.bad(Bad.TORN, f"{here}: done again it is not as it should be")
        else:
            self._counting.edits += 1

    @staticmethod
    def _is(left: Left, state: Left) -> bool:
        """Ids of new rows are new each time."""
        return left.wrong is None and (len(left.rows), left.schema) == (len(state.rows), state.schema) and (
            left.rows.keys() != state.rows.keys() or left.rows == state.rows
        )  # fmt: skip


def _with(act: Callable[[Services], object]) -> Act:
    def do(sandbox: Sandbox) -> None:
        with closing(Services(sandbox.store, FixedClock())) as services:
            act(services)

    return do


def _note(services: Services) -> None:
    services.scoring.note("m1", TODAY, LONG)


def _write(services: Services) -> None:
    services.reflecting.write(TODAY, services.reflecting.page(TODAY).places[0].prompt_id, LONG)


def _finish(services: Services) -> None:
    services.scoring.fill_and_finish(TODAY, {"m5": Filling.SKIP, "m7": Filling.ZERO})


def _back_up(sandbox: Sandbox) -> None:
    Backups(sandbox.store, FixedClock()).make(Reason.REQUEST)


def _with_backup(folder: Path) -> Sandbox:
    sandbox = with_sample(folder)
    _back_up(sandbox)
    _with(_note)(sandbox)
    return sandbox


def _restore(sandbox: Sandbox) -> None:
    backups = Backups(sandbox.store, FixedClock())
    backups.restore(backups.listed()[-1])


def _import(sandbox: Sandbox) -> None:
    importing = Importing(sandbox.store, FixedClock())
    file = table_to_import(sandbox.folder, days=40)
    importing.apply(importing.read_and_plan(file, lambda *_: None, lambda: False), lambda *_: None, lambda: False)


def _forget(sandbox: Sandbox) -> None:
    with closing(Services(sandbox.store, FixedClock())) as services:
        if services.promises.book().people.get("p0") is not None:
            services.people.deleting.deletion("p0").run(lambda *_: None, lambda: False)


DOINGS = (
    Doing("a note", with_sample, _with(_note)),
    Doing("a reflection", with_sample, _with(_write)),
    Doing("a finished day", with_sample, _with(_finish)),
    Doing("a backup", with_sample, _back_up, long=40, short=3),
    Doing("a restore", _with_backup, _restore, long=40, short=3),
    Doing("a migration", with_old_store, lambda sandbox: migrate_safely(sandbox.store, FixedClock()), long=40, short=3),
    Doing("an import", with_sample, _import, long=40, short=3),
    Doing("a deletion for good", with_sample, _forget, long=40),
)
