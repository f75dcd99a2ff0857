"""Reading a ZIP archive that somebody else made, which may be damaged or mean harm.

Nothing is ever unpacked to a folder. Only the files asked for by name are read, into memory and up to a cap: what an
archive claims about sizes counts for nothing, only the bytes that come out of it.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.files import check_size
from scorecard.formats.strangers import ZIP

Wanted = Callable[[str], bool]

_MB = 1024 * 1024
_SIP = 64 * 1024
_LARGEST_SIP = 2 * _MB  # of a table of contents: some 30,000 files
_ENCRYPTED = 0x1
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# All that zipfile raises for an archive that is not as it should be.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OverflowError, LookupError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caps:
    """Bytes of the archive as it lies there, of one file and of all files once they are unpacked; and how many."""

    packed: int = 64 * _MB
    one: int = 16 * _MB
    all: int = 64 * _MB
    files: int = 2_000


class Archive:
    """The wanted files of an open archive. `names` are in the archive's order."""

    def __init__(self, archive: zipfile.ZipFile, wanted: Wanted, caps: Caps) -> None:
        self._archive = archive
        self._caps = caps
        self._left = caps.all
        self._members = _members(archive, wanted, caps)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The whole of one file; raises UnreadableFileError that names it, or FileTooLargeError."""
        member = self._members[name]
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableFileError(FileFault.ENCRYPTED, inside=name)
        if member.compress_type not in _PACKINGS:
            raise UnreadableFileError(FileFault.ODD_PACKING, inside=name)
        parts: list[bytes] = []
        size = 0
        try:
            with self._archive.open(member) as file:
                while part := file.read(_SIP):
                    size += len(part)
                    self._check(size)
                    parts.append(part)
        except _DAMAGE:
            raise UnreadableFileError(FileFault.DAMAGED, inside=name) from None
        self._left -= size
        return b"".join(parts)

    def _check(self, size: int) -> None:
        if size > self._caps.one:
            raise FileTooLargeError(self._caps.one, Amount.UNPACKED)
        if size > self._left:
            raise FileTooLargeError(self._caps.all, Amount.UNPACKED)


@contextmanager
def opened(path: Path, wanted: Wanted, caps: Caps | None = None) -> Iterator[Archive]:
    """The archive, for those of its files whose names are `wanted`; raises UnreadableFileError or FileTooLargeError.

    A name that leads out of the archive, wanted or not, is a reason to refuse all of it.
    """
    caps = caps or Caps()
    check_size(path, caps.packed)
    with _table_of_contents(path) as archive:
        yield Archive(archive, wanted, caps)


def names_in(path: Path) -> tuple[str, ...]:
    """The names of all files, to recognise an archive by; none where it cannot be read."""
    try:
        with _table_of_contents(path) as archive:
            return tuple(_name(member) for member in archive.infolist())
    except (UnreadableFileError, FileTooLargeError):
        return ()


def is_archive(head: bytes) -> bool:
    return head.startswith(ZIP)


@contextmanager
def _table_of_contents(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        file = path.open("rb")
    except OSError:
        raise UnreadableFileError(FileFault.NO_ACCESS) from None
    with file:
        try:
            archive = zipfile.ZipFile(cast(BinaryIO, _Sipped(file)))
        except _DAMAGE:
            raise UnreadableFileError(FileFault.DAMAGED) from None
        with archive:
            yield archive


class _Sipped:
    """An open file that gives only so many bytes at once: zipfile reads as many as the archive tells it to."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        content = self._file.read(min(size, _LARGEST_SIP + 1) if size >= 0 else _LARGEST_SIP + 1)
        if len(content) > _LARGEST_SIP:
            raise FileTooLargeError(_LARGEST_SIP // _LEAST_CONTENTS, Amount.FILES)
        return content

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()


_LEAST_CONTENTS = 64  # bytes of the table of contents for each file, about


def _members(archive: zipfile.ZipFile, wanted: Wanted, caps: Caps) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    for number, member in enumerate(archive.infolist(), 1):
        name = _name(member)
        if _leads_outside(name):
            raise UnreadableFileError(FileFault.OUTSIDE_NAMES)
        if member.is_dir() or not wanted(name):
            continue
        if name in members:
            raise UnreadableFileError(FileFault.DUPLICATE_FILES, inside=name)
        if number > caps.files and len(members) >= caps.files:
            raise FileTooLargeError(caps.files, Amount.FILES)
        members[name] = member
    return members


def _name(member: zipfile.ZipInfo) -> str:
    """As it stands in the archive: zipfile's own name ends at the first NUL and has other strokes on Windows."""
    return member.orig_filename


def _leads_outside(name: str) -> bool:
    drive = name[1:2] == ":"
    return name.startswith("/") or drive or "\\" in name or "\0" in name or ".." in name.split("/")
