"""Diaries of RedNotebook: a folder with a file for each month, or a ZIP archive of these files.

A month is told by the name of its file. One that is chosen by itself stands for the folder that it lies in, as a window
that lets choose files cannot name a folder. On each day stands a text, and what was noted in the user's categories.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scorecard.formats.archives import Caps, is_archive, names_in, opened
from scorecard.formats.bundle import FIRST_DAY, LAST_DAY, Bundle, Cancelled, ForeignText, Format, LossKind, Progress
from scorecard.formats.diary_yaml import Node, mapping_of
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.files import bytes_of, is_folder
from scorecard.formats.fitting import fitting_note
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.losses import LossTally
from scorecard.formats.named_tables import inside
from scorecard.formats.tables import decoded

NAME = "rednotebook"
PROGRAM = "RedNotebook"
TEXT = "text"
LARGEST_MONTH = 4 * 1024 * 1024
LARGEST_DIARY = 64 * 1024 * 1024
MOST_FILES = 20_000  # looked at in a folder
CAPS = Caps(one=LARGEST_MONTH, all=LARGEST_DIARY, files=3_600)
_MONTH = re.compile(r"(?:.*/)?(\d{4})-(0[1-9]|1[0-2])\.txt", re.ASCII | re.DOTALL)
_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:#[^\n]*\n\s*)*(?:\{\}|\{?'?(?:[1-9]|[12]\d|3[01])'?:[\s{])")


def recognise(path: Path, head: bytes) -> bool:
    if is_folder(path):
        return any(_months_in(path))
    if is_archive(head):
        return any(map(_is_month, names_in(path)))
    return _is_month(path.name) and _FIRST_LINE.match(head) is not None


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    gathering = Gathering(NAME, LossTally(records=True))
    texts: dict[date, str] = {}
    if is_folder(path):
        months = _of_folder(path, progress, cancelled)
    elif _is_month(path.name):
        months = _of_folder(path.parent, progress, cancelled)
    else:
        months = _of_archive(path, progress, cancelled)
    for name, content in months:
        with inside(name):
            _gather(name, content, texts, gathering.losses)
    return gathering.bundle((ForeignText(day, texts[day]) for day in sorted(texts)), PROGRAM)


def _is_month(name: str) -> bool:
    return _MONTH.fullmatch(name) is not None


def _months_in(folder: Path) -> Iterator[str]:
    """The names of the files of months, as far as the folder can be looked into."""
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= MOST_FILES:
                    raise FileTooLargeError(MOST_FILES, Amount.FILES)
                if _is_month(entry.name):
                    yield entry.name
    except OSError:
        raise UnreadableFileError(FileFault.NO_ACCESS) from None


def _of_folder(folder: Path, progress: Progress, cancelled: Cancelled) -> Iterator[tuple[str, bytes]]:
    names = sorted(_months_in(folder))
    steps = Steps(progress, cancelled, len(names))
    left = LARGEST_DIARY
    for name in names:
        steps.step()
        try:
            content = bytes_of(folder / name, LARGEST_MONTH)
        except UnreadableFileError as error:
            if error.fault is FileFault.EMPTY:
                continue  # nothing was written in that month
            raise UnreadableFileError(error.fault, inside=name) from None
        left -= len(content)
        if left < 0:
            raise FileTooLargeError(LARGEST_DIARY)
        yield name, content


def _of_archive(path: Path, progress: Progress, cancelled: Cancelled) -> Iterator[tuple[str, bytes]]:
    months: set[str] = set()
    with opened(path, _is_month, CAPS) as archive:
        steps = Steps(progress, cancelled, len(archive.names))
        for name in archive.names:
            steps.step()
            month = name.rpartition("/")[2]
            if month in months:
                raise UnreadableFileError(FileFault.DUPLICATE_FILES, inside=name)
            months.add(month)
            yield name, archive.read(name)


def _gather(name: str, content: bytes, texts: dict[date, str], losses: LossTally) -> None:
    found = _MONTH.fullmatch(name)
    assert found is not None, "only months are read"
    for number, (key, noted) in enumerate(mapping_of(decoded(content)).items(), 1):
        text = fitting_note(_said(noted), losses, PROGRAM, number)
        if (day := _day(int(found[1]), int(found[2]), key)) is None:
            losses.add(LossKind.FAR_DAY, PROGRAM, number)
        elif text:
            texts[day] = text


def _day(year: int, month: int, key: str) -> date | None:
    try:
        day = date(year, month, int(key)) if key.isascii() and key.isdigit() and len(key) < 3 else None
    except ValueError:
        return None
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


def _said(noted: Node) -> str:
    """The text of a day, and below it what stands in each category: "Ideas: call Ann"."""
    if not isinstance(noted, dict):
        return noted or ""
    text = noted.get(TEXT)
    lines = [line for category, entries in noted.items() if category != TEXT for line in _lines(category, entries)]
    if isinstance(text, dict):
        lines = [*_lines(TEXT, text), *lines]
    return "\n\n".join(filter(None, (text.strip() if isinstance(text, str) else "", "\n".join(lines))))


def _lines(category: str, entries: Node) -> list[str]:
    if not entries:
        return [category]
    if isinstance(entries, str):
        return [f"{category}: {entries}"]
    lines: list[str] = []
    for entry, below in entries.items():
        lines += [f"{category}: {line}" for line in _lines(entry, below)]
    return lines


FORMAT = Format(NAME, recognise, read)
