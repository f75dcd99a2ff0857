"""Folders only their owner enters, files only their owner reads."""

import contextlib
import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600
LEAST_ROOM = 1024 * 1024  # bytes: a long evening's worth, with its journal


def keep_private() -> None:
    """What this process makes from now on is for its owner only: Qt's and matplotlib's own files too."""
    os.umask(0o077)


def make_private_folder(folder: Path) -> None:
    """Makes `folder`, and what is missing above it, with mode 0700; raises OSError.

    One that is there is closed to others too, unless it holds strangers' files.
    """
    for missing in reversed([parent for parent in folder.parents if not parent.exists()]):
        missing.mkdir(mode=FOLDER_MODE, exist_ok=True)
        _keep_name(missing)
    is_new = not folder.exists()
    try:
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(error.errno, error.strerror, error.filename) from None
    if is_new:
        _keep_name(folder)
    if os.name == "posix" and folder.stat().st_mode & 0o077 and _only_ours(folder):
        with contextlib.suppress(PermissionError):
            folder.chmod(FOLDER_MODE)


def _keep_name(folder: Path) -> None:
    """Else a power cut takes a new folder away with all that is in it, however durable that is itself."""
    with contextlib.suppress(OSError):  # what lies above need not be ours to open
        sync_folder(folder.parent)


def _only_ours(folder: Path) -> bool:
    return all(name.startswith("scorecard") for name in os.listdir(folder))


def create_private(file: Path) -> None:
    """Makes an empty file with mode 0600; raises FileExistsError."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def write_private(file: Path, content: bytes) -> None:
    """Replaces `file` as a whole, durably: after a crash it holds the old content or the new."""
    make_private_folder(file.parent)
    fresh = file.with_name(file.name + ".new")
    _write_fresh(fresh, content)
    fresh.replace(file)
    sync_folder(file.parent)


def replace_private(file: Path, content: bytes) -> None:
    """Replaces `file` as a whole in a folder that is not ours and stays as it is; raises OSError.

    After that the file is as it was, and nothing else is left behind. What a symbolic link points to is replaced.
    """
    file = file.resolve()
    fresh = file.with_name(f".scorecard-{os.getpid()}.new")
    try:
        _write_fresh(fresh, content)
        fresh.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):  # some folders of other computers can't be synced; the file is there
        sync_folder(file.parent)


def replace_empty_folder(folder: Path, files: Mapping[str, bytes], between: Callable[[], None]) -> None:
    """Puts a folder of files, for their owner only, where nothing is or an empty folder; raises OSError.

    The folder is there with all of them, or it is as it was. `between` is called between the files.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(folder))
    fresh = folder.with_name(f".scorecard-{os.getpid()}.new")
    try:
        fresh.mkdir(mode=FOLDER_MODE)
        for name, content in files.items():
            between()
            _write_fresh(fresh / name, content)
        sync_folder(fresh)
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
    except BaseException:
        from shutil import rmtree

        rmtree(fresh, ignore_errors=True)
        raise
    with contextlib.suppress(OSError):
        sync_folder(folder.parent)


def write_sign(file: Path, content: bytes) -> None:
    """Writes in place, so that whoever watches the file hears of it; where that can't be done, nobody does."""
    with contextlib.suppress(OSError):
        make_private_folder(file.parent)
        handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FILE_MODE)
        try:
            os.write(handle, content)
        finally:
            os.close(handle)


def _write_fresh(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def move_without_replacing(fresh: Path, path: Path) -> None:
    """A rename replaces what is there; a link refuses. File systems without links get the rename, checked.

    Raises FileExistsError.
    """
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        fresh.rename(path)
    else:
        fresh.unlink()


def sync_file(file: Path) -> None:
    """Makes what was written to `file` durable. No file that SQLite has open: closing it would drop SQLite's locks."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Makes a new name in `folder` durable. Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def has_room(folder: Path) -> bool:
    """Whether the disk of `folder` has some left for this user; where that can't be told, it has."""
    from shutil import disk_usage  # and all the packers that come with it: not for every start

    try:
        return disk_usage(folder).free >= LEAST_ROOM
    except OSError:
        return True
