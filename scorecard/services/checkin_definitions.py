"""Definitions of check-ins, one TOML file each: those that come with the program, then the user's own.

A file that can't be used is left out and says why; the others work. Files of a user's folder may hold anything.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

from scorecard.domain.checkins import (
    BrokenDefinitionError,
    Cadence,
    Definition,
    DefinitionFault,
    Factor,
    Subject,
)
from scorecard.domain.texts import clean_line

LARGEST_FILE = 16_384  # bytes
LONGEST_LINE = 1000  # characters: the time a dotted key takes grows with the square of its length
MOST_FILES = 50  # in all
NAME_LENGTH = 60
MEANING_LENGTH = 200
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_DEFINITION_KEYS = ("id", "name", "cadence", "subjects", "factors")
_FACTOR_KEYS = ("id", "name", "one", "ten")
_DIVISOR = "divisor"

Fault = DefinitionFault
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Definitions:
    """Those that can be used, the most frequent first, and why the others can't."""

    usable: tuple[Definition, ...] = ()
    problems: tuple[BrokenDefinitionError, ...] = ()

    def get(self, definition_id: str) -> Definition | None:
        return next((definition for definition in self.usable if definition.id == definition_id), None)


class DefinitionShelf:
    """The definitions in `folders`, read again when a file there is another one than before.

    Of two files with one id the first is used: by folder, then by file name. A folder need not be there.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._seen: tuple[object, ...] | None = None
        self._known = Definitions()

    def definitions(self) -> Definitions:
        # One more than are read: that one is refused, which says that there are too many.
        files = tuple(file for folder in self._folders for file in _files(folder))[: MOST_FILES + 1]
        seen = tuple((file, _state(file)) for file in files)
        if seen != self._seen:
            self._known, self._seen = _read_all(files), seen
        return self._known


def _read_all(files: Sequence[Path]) -> Definitions:
    usable: dict[str, Definition] = {}
    problems: list[BrokenDefinitionError] = []
    for file in files:
        try:
            if len(usable) + len(problems) >= MOST_FILES:
                raise BrokenDefinitionError(Fault.TOO_MANY_FILES)
            definition = read_definition(file)
            if definition.id in usable:
                raise BrokenDefinitionError(Fault.SAME_ID, definition.id)
            usable[definition.id] = definition
        except BrokenDefinitionError as error:
            error.file = clean_line(file.name) or "?"
            problems.append(error)
    rhythm = list(Cadence)
    in_order = sorted(usable.values(), key=lambda definition: rhythm.index(definition.cadence))
    return Definitions(tuple(in_order), tuple(problems))


def read_definition(file: Path) -> Definition:
    """Raises BrokenDefinitionError."""
    return to_definition(_content(_text(file)))


def to_definition(content: Mapping[str, Any]) -> Definition:
    """Raises BrokenDefinitionError."""
    _check_keys(content, _DEFINITION_KEYS)
    return Definition(
        _id(content),
        _line(content, "name", NAME_LENGTH),
        _word(Cadence, _typed(content["cadence"], str, "cadence"), Fault.CADENCE),
        tuple(_word(Subject, subject, Fault.SUBJECT) for subject in _typed(content["subjects"], list, "subjects")),
        tuple(_factor(factor) for factor in _typed(content["factors"], list, "factors")),
    )


def _factor(content: object) -> Factor:
    known = _typed(content, dict, "factors")
    _check_keys(known, _FACTOR_KEYS, (_DIVISOR,))
    return Factor(
        _id(known),
        _line(known, "name", NAME_LENGTH),
        _line(known, "one", MEANING_LENGTH),
        _line(known, "ten", MEANING_LENGTH),
        _typed(known.get(_DIVISOR, False), bool, _DIVISOR),
    )


def _files(folder: Path) -> tuple[Path, ...]:
    """By their names; none of a folder that is not there."""
    try:
        return tuple(sorted(file for file in folder.iterdir() if file.suffix == ".toml"))
    except OSError:
        return ()


def _state(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _text(file: Path) -> str:
    try:
        if not S_ISREG(file.stat().st_mode):  # opening a pipe would wait for its writer
            raise BrokenDefinitionError(Fault.UNREADABLE)
        with file.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BrokenDefinitionError(Fault.UNREADABLE) from error
    if len(raw) > LARGEST_FILE:
        raise BrokenDefinitionError(Fault.TOO_LARGE)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenDefinitionError(Fault.NOT_TEXT) from error


def _content(text: str) -> dict[str, Any]:
    if any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise BrokenDefinitionError(Fault.TOO_LONG)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # a number of thousands of digits is one, too
        raise BrokenDefinitionError(Fault.NOT_TOML, _place(error)) from error
    except RecursionError as error:
        raise BrokenDefinitionError(Fault.TOO_DEEP) from error


def _place(error: ValueError) -> str:
    """The number of the line, where the parser names it."""
    found = re.search(r"at line (\d+)", str(error))
    return found[1] if found else ""


def _check_keys(content: Mapping[str, Any], needed: Sequence[str], allowed: Sequence[str] = ()) -> None:
    for key in content:
        if key not in needed and key not in allowed:
            raise BrokenDefinitionError(Fault.UNKNOWN_KEY, _shown(key))
    for key in needed:
        if key not in content:
            raise BrokenDefinitionError(Fault.MISSING, key)


def _typed(value: object, kind: type[Any], key: str) -> Any:
    if type(value) is not kind:
        raise BrokenDefinitionError(Fault.WRONG_KIND, key)
    return value


def _id(content: Mapping[str, Any]) -> str:
    found: str = _typed(content["id"], str, "id")
    if not _ID.fullmatch(found):
        raise BrokenDefinitionError(Fault.BAD_ID, _shown(found))
    return found


def _line(content: Mapping[str, Any], key: str, limit: int) -> str:
    text: str = _typed(content[key], str, key)
    if len(text) > limit:
        raise BrokenDefinitionError(Fault.TOO_LONG, key)
    line = clean_line(text)
    if not any(sign.isprintable() and not sign.isspace() for sign in line):
        raise BrokenDefinitionError(Fault.EMPTY, key)
    return line


def _word(kind: type[Word], word: object, fault: DefinitionFault) -> Word:
    if isinstance(word, str):
        for known in kind:
            if known.value == word:
                return known
    raise BrokenDefinitionError(fault, _shown(str(word)) if isinstance(word, str) else "")


def _shown(word: str) -> str:
    """What somebody wrote, short enough for a sentence."""
    line = clean_line(word[:1000])
    return line if len(line) <= 40 else line[:39] + "…"
