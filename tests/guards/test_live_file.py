"""Only SQLite opens the store that is in use: closing it after an open() of our own would drop SQLite's locks (F23)."""

import ast
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.domain.backups import Reason
from scorecard.services.services import Services
from scorecard.store.files import create_private
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.migrating import create_store, migrate
from scorecard.store.opening import check_whole, examine
from scorecard.store.places import look_around
from tests.fake_clock import FixedClock
from tests.guards.source import PROGRAM, modules, tree, where
from tests.store.raw import hand

OPENING = {
    "open",
    "fdopen",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "copy",
    "copyfile",
    "copy2",
    "sync_file",
}
OF_FILES = {"shutil", "os"}  # whose `copy` and `open` are meant; a list has a `copy` too

# What may open files at all in the rooms that know where the store is, and why none of them is the live store.
ALLOWED = {
    "store/files.py": "the ways to write files of our own",
    "store/known.py": "the list of known stores",
    "store/unfinished.py": "what is half done",
    "store/backups_making.py": "a backup under its working name",
    "store/backups_second.py": "a backup, which nobody has open",
    "store/backups_thinning.py": "the word that thinning waits",
    "store/forwarding.py": "a word of where the store went",
    "store/places.py": "the first bytes of files beside the store, itself left out; the system's list of mounts",
    "store/backups_restoring.py": "a store that nobody of this process has open: it is set aside, or made and renamed",
    "store/adopting.py": "another store that the user begins from again, copied; never the one that stands there",
    "store/readable_copy.py": "a store that can't be opened where it is",
    "store/journals.py": "a journal with something in it: SQLite takes its locks on the store alone",
    "store/salvaging/copying.py": "a damaged store that nobody of this process has open, and its private copy",
    "store/salvaging/rebuilding.py": "a store under its working name",
}


def opens(module: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree(module)):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in OPENING - {"copy"}:
                yield node
            case ast.Attribute(attr="copy" | "open" as name, value=ast.Name(id=owner)) if name in OPENING:
                if owner in OF_FILES:
                    yield node
            case ast.Attribute(attr=name) if name in OPENING - {"copy", "open"}:
                yield node


def test_nothing_in_the_store_opens_files_but_what_is_known_to_and_why() -> None:
    found = {str(module.relative_to(PROGRAM)) for module in modules("store") if any(opens(module))}

    assert dict.fromkeys(found - ALLOWED.keys(), "new") == {}


def test_nothing_allowed_is_there_for_nothing() -> None:
    assert [name for name in ALLOWED if not any(opens(PROGRAM / name))] == []


def test_nobody_else_names_the_store_s_file_to_open_it() -> None:
    """Above the store, a file that is opened is never called a store."""
    bad = []
    for room in ("services", "ui", "program", "entrance", "cli", "paths"):
        for module in modules(room):
            if not any(f"{name}(" in module.read_text(encoding="utf-8") for name in OPENING):
                continue
            for call in opens(module):
                receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
                said = [ast.unparse(part) for part in (*call.args[:1], *([receiver] if receiver is not None else []))]
                bad += [where(module, call) for words in said if "store" in words.lower().split(".")]
    assert bad == []


@pytest.mark.parametrize(
    "source", ["open(path)", "os.open(path, 0)", "path.read_bytes()", "shutil.copy(a, b)", "sync_file(path)"]
)
def test_the_look_sees(source: str, tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(source)
    assert len(list(opens(file))) == 1


class Watch:
    """Hears of every file that Python opens, and of none that SQLite does."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.opened: list[str] = []

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.paths and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            name = os.path.realpath(os.fsdecode(arguments[0]))
            if name in self.paths:
                self.opened.append(name)


@pytest.fixture(scope="module")
def hook() -> Watch:
    """An audit hook stays as long as the process: one that hears nothing costs nothing."""
    watch = Watch()
    sys.addaudithook(watch.hear)
    return watch


@pytest.fixture
def watch(hook: Watch) -> Iterator[Watch]:
    hook.opened = []
    yield hook
    hook.paths = set()


def test_no_use_of_an_open_store_opens_its_file(watch: Watch, home: Path, clock: FixedClock) -> None:
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    known = KnownStores(home / "known.json")
    with closing(Services(path, clock)) as services:
        watch.paths = {str(path), f"{path}-journal"}
        services.aways.be_away([clock.now().date()])
        services.backups.make(Reason.DAY)
        services.backups.make_at(home / "copy.db")
        services.backups.look_through_store()
        (backup,) = services.backups.listed()
        services.backups.difference(backup)
        services.backups.make_before(Reason.IMPORT)
        known.remember(path, KnownStore("id", 1))
        examine(path, known)
        known.forget(path)
        check_whole(path)
        look_around(path)
        services.look()
        services.undoing.undo()
        services.facts()
        create_private(home / "mine.db")
        services.write_mine(home / "mine.db")
        migrate(path)
        services.look_for_changes_elsewhere()
        assert watch.opened == []
        with hand(path):
            pass
        path.read_bytes()
        assert watch.opened == [str(path)], "the watch would have seen it"
