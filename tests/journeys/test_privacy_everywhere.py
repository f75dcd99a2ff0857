"""A canary in every field one can write in, and every error that can be driven: it is in the store and nowhere else."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.checkins import Definition, Subject
from scorecard.domain.promises import Level
from scorecard.domain.reflections import MOVED
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.journeys.running import Driven, until
from tests.journeys.test_privacy import CANARY, VALUE, found_in, telling
from tests.journeys.test_privacy import private_store as private_store
from tests.journeys.test_promises_safe import set_limit

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="modes, pipes and signals as POSIX has them"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process from outside"),
]

TODAY = date(2026, 11, 20)


def test_whatever_goes_wrong_the_canary_stays_in_the_store(
    start: Callable[..., Driven], private_store: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_everywhere(private_store)
    foreign = tmp_path / "elsewhere" / f"{CANARY}.csv"
    foreign.parent.mkdir()
    foreign.write_bytes(b"PK\x03\x04" + f"{CANARY} {VALUE}".encode())  # an archive that is none
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    program = start(arguments=["--open", str(foreign)])
    program.wait_for("store")
    until(lambda: "Choose another file…" in program.ask("dialog").get("buttons", ()))
    program.keys("Escape")
    assert program.ask("dialog")["title"] == ""

    titles = [use_it_all(program)]
    set_limit(program, 4096)
    full = program.ask("enter", measure="m1", keys=["9", "9"])
    assert full["rows"]["m1"]["refusal"]
    program.keys("Ctrl+3")
    program.ask("text", text=f"{CANARY} once more")
    titles.append(program.ask("close"))
    assert titles.pop() == {"closed": False}
    crash = program.ask("crash")
    program.ask("click", words="Copy details")
    program.ask("click", words="Close")
    set_limit(program, None)
    assert not telling(str(program.ask("clipboard")))
    titles.append(program.ask("read")["window"])
    program.ask("close")
    assert program.end() == 0

    assert not telling(" ".join([*titles, crash["title"], *crash["words"]]))
    assert "RuntimeError" in program.printed()
    assert not telling(program.printed())
    mine = {private_store, *(private_store.parent / "backups").iterdir()}
    assert found_in(home, temporary) <= mine


def write_everywhere(store: Path) -> None:
    services = Services(store, FixedClock())
    services.reflecting.write(TODAY, MOVED, f"Answer {CANARY} #{CANARY}")
    services.aways.add(date(2026, 11, 3), date(2026, 11, 4), f"Away {CANARY}")
    services.promises.make(
        PromiseDraft(
            f"Promise {CANARY}", Level.COMMITMENT, to_whom=CANARY, done_when=CANARY, why=CANARY, notes=f"Notes {CANARY}"
        )
    )
    definition = next(one for one in services.checkins.definitions().usable if Subject.ME in one.subjects)
    services.checkins.save(definition.id, Subject.ME, "", dict.fromkeys(_ids(definition), 5), f"Evidence {CANARY}")
    services.close()


def _ids(definition: Definition) -> list[str]:
    return [factor.id for factor in definition.factors]


def use_it_all(program: Driven) -> str:
    """Every page, a search for the canary, the history of a value, an undo and a redo; the title of the window."""
    for page in ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+1"):
        program.keys(page)
    program.keys("Ctrl+F")
    program.ask("text", text=CANARY)
    until(lambda: program.ask("found")["hits"])
    program.keys("Escape")
    program.ask("enter", measure="m1", keys=["8", "Return", "Ctrl+Z", "Ctrl+Shift+Z"])
    return str(program.ask("read")["window"])
