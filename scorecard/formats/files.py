"""Opening somebody else's file: only plain files, only so many bytes, only to read."""

import os
import stat
from pathlib import Path

from scorecard.formats.errors import FileFault, FileTooLargeError, UnreadableFileError

HEAD = 65_536
"""Bytes shown to the formats to recognise a file by."""


def head_of(path: Path) -> bytes:
    """The first bytes of a file; raises UnreadableFileError."""
    return _read(path, HEAD)


def bytes_of(path: Path, limit: int) -> bytes:
    """The whole file; raises UnreadableFileError or, when it is longer than `limit`, FileTooLargeError."""
    content = _read(path, limit + 1)
    if len(content) > limit:
        raise FileTooLargeError(limit)
    return content


def is_folder(path: Path) -> bool:
    """As `Path.is_dir`, which raises for a path that is too long, or leads through what may not be looked into."""
    return os.path.isdir(path)


def check_size(path: Path, limit: int) -> None:
    if _size(path) > limit:
        raise FileTooLargeError(limit)


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFileError(FileFault.MISSING) from None
    except (OSError, ValueError):
        raise UnreadableFileError(FileFault.NO_ACCESS) from None
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFileError(FileFault.NOT_A_FILE)
    return status.st_size


def _read(path: Path, size: int) -> bytes:
    there = _size(path)
    if not there:
        raise UnreadableFileError(FileFault.EMPTY)
    try:
        with path.open("rb") as file:
            return file.read(min(size, there + 1))  # memory is taken for as many bytes as are asked for
    except OSError:
        raise UnreadableFileError(FileFault.NO_ACCESS) from None
