"""What must not be run on (F20, F26, F29): every command says so in one line, and writes nothing."""

import io
import os
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from scorecard.cli.main import run as run_command
from scorecard.store.known import KnownStore, KnownStores
from tests.fake_clock import FixedClock
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.looking import look
from tests.faults.harness.sandbox import Sandbox, table_to_import, with_sample
from tests.faults.harness.sentences import not_one_line
from tests.store import bad_files
from tests.store.raw import fingerprint

WRITING = ("tally", "promise", "import", "backup")
BAD = (
    bad_files.empty, bad_files.one_byte, bad_files.text, bad_files.short_text, bad_files.zeros, bad_files.header_gone,
    bad_files.one_page, bad_files.truncated, bad_files.other_program_s, bad_files.newer, bad_files.nothing,
    bad_files.link_to_nothing, bad_files.folder, bad_files.pipe,
)  # fmt: skip
Contents = Mapping[str, str]


def commands(sandbox: Sandbox) -> Mapping[str, Sequence[str]]:
    return {
        "tally": ("tally", "thank", "=7", "--day", "2026-11-19"),
        "promise": ("promise", "Send the estimates to Cassandra by Friday"),
        "today": ("today",),
        "week": ("week", "--json"),
        "backup": ("backup",),
        "check": ("check",),
        "export": ("export", "--format", "csv", "--to", str(sandbox.folder / "mine.csv")),
        "import": ("import", "--yes", str(sandbox.folder / "table.csv")),
    }


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    """Where a store was known to be: a file of every bad kind, and files cut off, or with a lost page, anywhere."""
    chance = random.Random(seed)
    several = range(scale.of(4, 60))
    spoilings = [*BAD, *(_cut_at(chance) for _ in several), *(_page_lost(chance) for _ in several)]
    counting = Counting("bad files at the start", tell, len(spoilings) * 8)
    for number, spoil in enumerate(spoilings):
        sandbox = with_sample(place / f"bad-{number}")
        table_to_import(sandbox.folder, days=5)
        whole = look(sandbox.store)
        spoil(sandbox.store)
        if sandbox.store.is_file() and look(sandbox.store) == whole:
            continue  # a page that nothing was on
        for name, arguments in commands(sandbox).items():
            counting.fault()
            _try(sandbox, name, arguments, counting, spoil.__name__)
    return [counting.done()]


def _cut_at(chance: random.Random) -> bad_files.Spoiling:
    def cut_off(path: Path) -> None:
        os.truncate(path, chance.randrange(1, path.stat().st_size))

    return cut_off


def _page_lost(chance: random.Random) -> bad_files.Spoiling:
    def page_lost(path: Path) -> None:
        content = bytearray(path.read_bytes())
        start = chance.randrange(len(content) // 4096) * 4096
        content[start : start + 4096] = chance.randbytes(4096)
        path.write_bytes(content)

    return page_lost


def _try(sandbox: Sandbox, name: str, arguments: Sequence[str], counting: Counting, what: str) -> None:
    """Whatever the file is, it is refused in one line and left as it was."""
    before = contents(sandbox.data)
    status, said = typed(sandbox, arguments)
    here = f"{what}, {name}"
    if contents(sandbox.data) != before:
        counting.bad(
            Bad.CORRUPT, f"{here}: written to: {sorted(contents(sandbox.data).items() ^ before.items())[0][0]}"
        )
    if status == 0 and name in WRITING:
        counting.bad(Bad.CORRUPT, f"{here}: it was run on")
    if isinstance(status, str):
        counting.bad(Bad.UNEXPLAINED, f"{here}: {status}")
    elif status:
        counting.refused += 1
        counting.note(not_one_line(said))


def typed(sandbox: Sandbox, arguments: Sequence[str]) -> tuple[int | str, str]:
    """The status of the command, or the error that it ended with; and what it said on stderr."""
    err = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in sandbox.environment.items():
            patch.setenv(name, value)
        KnownStores(sandbox.folder / "home" / "scorecard" / "known-stores.json").remember(
            sandbox.store, KnownStore("id", 1)
        )
        try:
            status = run_command(arguments, os.environ, io.StringIO(), err, None, FixedClock())
        except Exception as error:
            return f"{type(error).__name__}: {error}", ""
    return (status if isinstance(status, int) else "a window"), err.getvalue()


def contents(folder: Path) -> Contents:
    """Of every file below; an empty folder holds none."""
    return {str(file): _content(file) for file in sorted(folder.rglob("*")) if not _is_empty(file)}


def _is_empty(file: Path) -> bool:
    return file.is_dir() and not any(file.iterdir())


def _content(file: Path) -> str:
    return fingerprint(file) if file.is_file() else "no file"
