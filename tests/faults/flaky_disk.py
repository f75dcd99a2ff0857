"""A disk of which every single call can be made to fail, and whose every call can be read afterwards.

SQLite reaches files through a table of functions. A few of them are exchanged in the library that `sqlite3` itself
uses, so that everything above is as always: SQLite, SQLAlchemy and the program know nothing of it.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest


class Kind(StrEnum):
    OPEN = "open"
    READ = "read"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"


# What SQLite says of a call that failed: SQLITE_CANTOPEN, then the SQLITE_IOERR_ ones.
FAILURES = {
    Kind.OPEN: 14, Kind.READ: 266, Kind.WRITE: 778, Kind.TRUNCATE: 1546, Kind.SYNC: 1034, Kind.DELETE: 2570,
}  # fmt: skip
FULL = 13


@dataclass(frozen=True, slots=True)
class Call:
    kind: Kind
    file: str
    offset: int = 0
    content: bytes = b""
    length: int = 0


@dataclass
class Disk:
    """`answer` is asked before each call, with its number from 1: a code of SQLite's for a failure, or None.

    A failing call is not done, unless `done_all_the_same`.
    """

    calls: list[Call] = field(default_factory=list)
    answer: Callable[[int, Call], int | None] = lambda number, call: None
    done_all_the_same: bool = False
    keeps_content: bool = False
    failed: int = 0

    def fail_at(self, number: int, *, for_good: bool = False, code: int | None = None) -> None:
        """From the present on, the `number`th call fails; `for_good`: every one after it too."""
        self.calls.clear()
        self.failed = 0

        def answer(now: int, call: Call) -> int | None:
            return (code or FAILURES[call.kind]) if now == number or (for_good and now > number) else None

        self.answer = answer

    def work_again(self) -> None:
        self.answer = lambda number, call: None

    def refuse_temporary_files(self) -> None:
        self.answer = lambda number, call: 14 if call.kind is Kind.OPEN and not call.file else None


class _Vfs(Structure):
    pass


class _Methods(Structure):
    pass


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


_FILE = POINTER(_File)
_OPEN = ctypes.CFUNCTYPE(c_int, POINTER(_Vfs), c_void_p, _FILE, c_int, POINTER(c_int))
_DELETE = ctypes.CFUNCTYPE(c_int, POINTER(_Vfs), c_char_p, c_int)
_MOVE = ctypes.CFUNCTYPE(c_int, _FILE, c_void_p, c_int, c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(c_int, _FILE, c_int64)
_SYNC = ctypes.CFUNCTYPE(c_int, _FILE, c_int)
_Vfs._fields_ = (
    ("version", c_int), ("size", c_int), ("longest", c_int), ("next", c_void_p), ("name", c_char_p), ("own", c_void_p),
    ("open", c_void_p), ("delete", c_void_p),
)  # fmt: skip
_Methods._fields_ = (
    ("version", c_int), ("close", c_void_p), ("read", c_void_p), ("write", c_void_p), ("truncate", c_void_p),
    ("sync", c_void_p), *((f"rest{n}", c_void_p) for n in range(13)),
)  # fmt: skip


def _library() -> ctypes.CDLL:
    """The very one that `sqlite3` has loaded; skips the test where it is built into Python."""
    import sqlite3  # loaded by now, whoever asks

    try:
        loaded = Path("/proc/self/maps").read_text(encoding="utf-8")
    except OSError:
        pytest.skip("looks for SQLite's library in /proc")
    found = re.search(r"(/\S*libsqlite3\.so\S*)", loaded)
    if found is None:
        pytest.skip("SQLite is built into this Python")
    library = ctypes.CDLL(found.group(1))
    library.sqlite3_libversion.restype = c_char_p
    assert library.sqlite3_libversion().decode() == sqlite3.sqlite_version
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    return library


@contextmanager
def flaky_disk(folder: Path) -> Iterator[Disk]:
    """For files below `folder` that are opened inside the block, and temporary ones; they are closed inside it too."""
    vfs = _library().sqlite3_vfs_find(None).contents
    disk, before = Disk(), (vfs.open, vfs.delete)
    wrapped = _Wrapped(disk, str(folder), *before)
    vfs.open, vfs.delete = (cast(function, c_void_p).value for function in (wrapped.open, wrapped.delete))
    try:
        yield disk
    finally:
        vfs.open, vfs.delete = before


class _Wrapped:
    """The functions that stand in front of the real ones. Whatever is referred to from C stays alive here."""

    def __init__(self, disk: Disk, folder: str, real_open: int, real_delete: int) -> None:
        self._disk = disk
        self._folder = folder
        self._real_open, self._real_delete = _OPEN(real_open), _DELETE(real_delete)
        self._names: dict[int, str] = {}
        self._real: dict[int, Any] = {}
        self._kept: list[Any] = []
        self.open, self.delete = _OPEN(self._open), _DELETE(self._delete)
        self._functions = (_MOVE(self._read), _MOVE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync))

    def _ask(self, call: Call, really: Callable[[], int]) -> int:
        self._disk.calls.append(call)
        code = self._disk.answer(len(self._disk.calls), call)
        if code is None:
            return really()
        self._disk.failed += 1
        if self._disk.done_all_the_same:
            really()
        return code

    def _open(self, vfs: Any, name: int | None, file: Any, flags: int, out: Any) -> int:
        text = ctypes.string_at(name).decode(errors="surrogateescape") if name else ""
        if text and not text.startswith(self._folder):
            return int(self._real_open(vfs, name, file, flags, out))
        found = self._ask(Call(Kind.OPEN, text), lambda: int(self._real_open(vfs, name, file, flags, out)))
        if found == 0 and file.contents.methods:
            self._stand_in_front(file, text)
        elif found != 0:
            file.contents.methods = POINTER(_Methods)()  # SQLite closes what has methods
        return found

    def _stand_in_front(self, file: Any, name: str) -> None:
        real = file.contents.methods.contents
        mine = _Methods()
        ctypes.memmove(ctypes.byref(mine), ctypes.byref(real), ctypes.sizeof(_Methods) if real.version >= 3 else 13 * 8)
        mine.version = 1  # no shared memory, no mapping
        mine.read, mine.write, mine.truncate, mine.sync = (
            cast(function, c_void_p).value for function in self._functions
        )
        address = ctypes.addressof(file.contents)
        self._names[address] = name
        self._real[address] = _MOVE(real.read), _MOVE(real.write), _TRUNCATE(real.truncate), _SYNC(real.sync)
        self._kept.append(mine)
        file.contents.methods = ctypes.pointer(mine)

    def _read(self, file: Any, into: int, length: int, offset: int) -> int:
        name, real = self._of(file)
        call = Call(Kind.READ, name, offset, length=length)
        return self._ask(call, lambda: int(real[0](file, into, length, offset)))

    def _write(self, file: Any, content: int, length: int, offset: int) -> int:
        name, real = self._of(file)
        kept = ctypes.string_at(content, length) if self._disk.keeps_content else b""
        call = Call(Kind.WRITE, name, offset, kept, length)
        return self._ask(call, lambda: int(real[1](file, content, length, offset)))

    def _truncate(self, file: Any, length: int) -> int:
        name, real = self._of(file)
        return self._ask(Call(Kind.TRUNCATE, name, length=length), lambda: int(real[2](file, length)))

    def _sync(self, file: Any, flags: int) -> int:
        name, real = self._of(file)
        return self._ask(Call(Kind.SYNC, name), lambda: int(real[3](file, flags)))

    def _of(self, file: Any) -> tuple[str, Any]:
        address = ctypes.addressof(file.contents)
        return self._names[address], self._real[address]

    def _delete(self, vfs: Any, name: bytes, sync: int) -> int:
        text = name.decode(errors="surrogateescape")
        if not text.startswith(self._folder):
            return int(self._real_delete(vfs, name, sync))
        return self._ask(Call(Kind.DELETE, text), lambda: int(self._real_delete(vfs, name, sync)))
