"""What can stand where the store should be."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.store.raw import hand


def newer(path: Path) -> None:
    with hand(path) as stranger:
        stranger.execute("PRAGMA user_version = 99")


def other_program_s(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("CREATE TABLE song (title TEXT)")


def text(path: Path) -> None:
    path.write_text("Dear Cassandra,\n" * 1000, encoding="utf-8")


def short_text(path: Path) -> None:
    path.write_text("Dear Cassandra,", encoding="utf-8")


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def one_page(path: Path) -> None:
    os.truncate(path, 4096)


def one_byte(path: Path) -> None:
    os.truncate(path, 1)


def header_gone(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def empty(path: Path) -> None:
    os.truncate(path, 0)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def nothing(path: Path) -> None:
    path.unlink()


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("/media/stick/scorecard.db")


Spoiling = Callable[[Path], None]
