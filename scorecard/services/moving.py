"""Bringing store and backups to another folder: copied, looked through, and only then is the new place the place."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.store.backups import UNFINISHED, folder_of, refusals_named
from scorecard.store.backups_making import copy, look_through
from scorecard.store.backups_seal import state_of
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder
from scorecard.store.forwarding import leave_word, take_back_word
from scorecard.store.identity import FILE_NAME
from scorecard.store.opening import open_plain

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

SUBFOLDER = "scorecard"
LEFT_BEHIND = "scorecard-before-move.db"

_OURS = ("backups", "checkins")
_NOT_TAKEN = (FILE_NAME, f"{FILE_NAME}-journal", "scorecard.lock", LEFT_BEHIND)


class TakenFolderError(KnownError):
    """There is a store in that folder already: `folder`."""

    def __init__(self, folder: Path) -> None:
        super().__init__("taken")
        self.folder = folder


class SameFolderError(KnownError):
    """The store lies there, or the folder lies among its backups."""


def place_for(chosen: Path, store: Path) -> Path:
    """The folder itself when it is empty or not there, otherwise one of its own in it. Raises TakenFolderError,
    SameFolderError and BackupError.
    """
    chosen, home = chosen.expanduser().absolute(), store.parent.absolute()
    if chosen == home or folder_of(store).absolute() in (chosen, *chosen.parents):
        raise SameFolderError
    with refusals_named(chosen):
        if (chosen / FILE_NAME).exists():
            raise TakenFolderError(chosen)
        strangers = [name for name in _names_in(chosen) if not name.startswith(("scorecard", "."))]
        place = chosen / SUBFOLDER if strangers else chosen
        if (place / FILE_NAME).exists():
            raise TakenFolderError(place)
    if place == home:
        raise SameFolderError
    return place


def move(store: Path, place: Path, clock: Clock, progress: Progress, cancelled: Cancelled) -> Path:
    """Nobody may have the store open meanwhile. The store's new path; raises BackupError and StoppedError, and then
    everything is as it was.

    The old store stays under another name, so that nothing opens it by mistake, and a word of where it is now.
    """
    target = place / FILE_NAME
    made: list[Path] = []
    with refusals_named(place, store):
        make_private_folder(place)
        try:
            others = list(_files_beside(store))
            _copy_store(store, target, clock, made, cancelled)
            for n, file in enumerate(others, 1):
                _copy_file(file, place / file.relative_to(store.parent), made, cancelled)
                progress(n, len(others))
            with suppress(OSError):  # some folders of other computers can't be synced; the files are there
                sync_folder(place)
            take_back_word(place)
            with refusals_named(store.parent):
                leave_word(store.parent, place)
        except BaseException:
            for file in reversed(made):
                with suppress(OSError):
                    file.unlink(missing_ok=True)
            raise
        with suppress(OSError):  # there is the word, too
            store.replace(store.with_name(LEFT_BEHIND))
    log.warning("moved the store with %d files", len(made))
    return target


def _copy_store(store: Path, target: Path, clock: Clock, made: list[Path], cancelled: Cancelled) -> None:
    look_through(store, clock.now())
    part = target.with_name(f".{FILE_NAME}{UNFINISHED}")
    part.unlink(missing_ok=True)
    create_private(part)
    try:
        copy(store, part, _stopping(cancelled))
        sync_file(part)
        with closing(open_plain(store)) as one, closing(open_plain(part)) as other:
            if state_of(one) != state_of(other):
                raise BackupError(BackupFault.BUSY, store)
        look_through(part, clock.now())
        move_without_replacing(part, target)
        made.append(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _files_beside(store: Path) -> Iterator[Path]:
    """What belongs to the store: its backups, check-ins of one's own, and what is half typed."""
    for path in sorted(store.parent.iterdir()):
        if path.name in _NOT_TAKEN or path.is_symlink():
            continue
        if path.is_dir() and path.name in _OURS:
            yield from (file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink())
        elif path.is_file() and path.name.startswith("scorecard"):
            yield path


def _copy_file(source: Path, target: Path, made: list[Path], cancelled: Cancelled) -> None:
    if cancelled():
        raise StoppedError
    if source.suffix == UNFINISHED:
        return
    make_private_folder(target.parent)
    try:
        create_private(target)
    except FileExistsError:
        raise BackupError(BackupFault.EXISTS, target) from None
    made.append(target)
    shutil.copyfile(source, target)
    times = source.stat()
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    sync_file(target)


def _names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _stopping(cancelled: Cancelled) -> Callable[[], None]:
    def between() -> None:
        if cancelled():
            raise StoppedError

    return between
