"""What comes with the program about people: the levels, starting maps of concerns, questions before a meeting."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from scorecard.domain.people_files import BrokenPeopleFileError, PeopleFileFault
from scorecard.domain.relations import RelationLevel
from scorecard.domain.texts import WORDS_LENGTH, clean_line

LEVELS, CONCERNS, QUESTIONS = "levels.toml", "concerns.toml", "questions.toml"

Word = TypeVar("Word", bound=StrEnum)


class QuestionWhen(StrEnum):
    """What makes one ask it; in the order in which they are looked for. Written so in the file."""

    INTENT = "intent unsaid"
    HELP_OPEN = "help open"
    IMPORTANT = "important unknown"
    SHOULD_HAPPEN = "next unknown"
    UNFOLDS = "course unknown"
    BAD_OUTCOME = "bad outcome unknown"
    CONCERNS = "concerns unknown"
    HELP = "help not asked"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class LevelMeaning:
    """What a level means, how one knows it, what acting like the next one means, and what would drop it."""

    level: RelationLevel
    means: str
    attributes: tuple[str, ...]
    acting_next: tuple[str, ...]
    would_drop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConcernMap:
    """What people in a role mostly answer for and care about, to begin with. `role` is its id."""

    role: str
    name: str
    responsibilities: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    id: str
    when: QuestionWhen
    words: str


@dataclass(frozen=True, slots=True)
class PeopleDefinitions:
    levels: Mapping[RelationLevel, LevelMeaning]
    maps: tuple[ConcernMap, ...]
    questions: tuple[MeetingQuestion, ...]

    def map_of(self, role: str) -> ConcernMap | None:
        return next((found for found in self.maps if found.role == role), None)

    def asked_when(self, when: QuestionWhen) -> tuple[MeetingQuestion, ...]:
        return tuple(question for question in self.questions if question.when is when)


def read_definitions(folder: Path) -> PeopleDefinitions:
    """Raises BrokenPeopleFileError."""
    levels = _File(folder / LEVELS, "levels")
    meanings = [_meaning(levels, one) for one in levels.tables]
    levels.check_once([one.level.value for one in meanings])
    for level in RelationLevel:
        if level not in {one.level for one in meanings}:
            levels.refuse(PeopleFileFault.MISSING, level.value)
    maps = _File(folder / CONCERNS, "roles")
    roles = tuple(_map(maps, one) for one in maps.tables)
    maps.check_once([one.role for one in roles])
    asked = _File(folder / QUESTIONS, "questions")
    questions = tuple(_question(asked, one) for one in asked.tables)
    asked.check_once([one.id for one in questions])
    for when in QuestionWhen:
        if when not in {one.when for one in questions}:
            asked.refuse(PeopleFileFault.MISSING, when.value)
    return PeopleDefinitions({one.level: one for one in meanings}, roles, questions)


def _meaning(file: "_File", one: Mapping[str, Any]) -> LevelMeaning:
    level = file.word(one, "level", RelationLevel)
    means, attributes = file.line(one, "means"), file.lines(one, "attributes")
    acting = file.lines(one, "acting_next") if level.above is not None else ()
    return LevelMeaning(level, means, attributes, acting, file.lines(one, "would_drop"))


def _map(file: "_File", one: Mapping[str, Any]) -> ConcernMap:
    return ConcernMap(
        file.line(one, "role"), file.line(one, "name"), file.lines(one, "responsibilities"), file.lines(one, "concerns")
    )


def _question(file: "_File", one: Mapping[str, Any]) -> MeetingQuestion:
    return MeetingQuestion(file.line(one, "id"), file.word(one, "when", QuestionWhen), file.line(one, "words"))


class _File:
    """The tables of one name in a file; each of its methods raises BrokenPeopleFileError."""

    def __init__(self, path: Path, tables: str) -> None:
        self._name = path.name
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise BrokenPeopleFileError(PeopleFileFault.UNREADABLE, path.name) from error
        except (ValueError, RecursionError) as error:
            raise BrokenPeopleFileError(PeopleFileFault.NOT_TOML, path.name) from error
        found = content.get(tables)
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.refuse(PeopleFileFault.MISSING, tables)
        self.tables: Sequence[Mapping[str, Any]] = found or ()

    def refuse(self, fault: PeopleFileFault, part: str) -> None:
        raise BrokenPeopleFileError(fault, self._name, clean_line(part, 40))

    def line(self, table: Mapping[str, Any], key: str) -> str:
        if key not in table:
            self.refuse(PeopleFileFault.MISSING, key)
        return self._clean(table[key], key)

    def lines(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        if key not in table:
            self.refuse(PeopleFileFault.MISSING, key)
        if not isinstance(table[key], list):
            self.refuse(PeopleFileFault.WRONG_KIND, key)
        found = tuple(self._clean(one, key) for one in table[key])
        if not found:
            self.refuse(PeopleFileFault.EMPTY, key)
        self.check_once(found)
        return found

    def word(self, table: Mapping[str, Any], key: str, kind: type[Word]) -> Word:
        word = self.line(table, key)
        try:
            return kind(word)
        except ValueError:
            raise BrokenPeopleFileError(PeopleFileFault.UNKNOWN, self._name, clean_line(word, 40)) from None

    def check_once(self, words: Sequence[str]) -> None:
        for place, word in enumerate(words):
            if word in words[:place]:
                self.refuse(PeopleFileFault.TWICE, word)

    def _clean(self, text: object, key: str) -> str:
        if not isinstance(text, str):
            raise BrokenPeopleFileError(PeopleFileFault.WRONG_KIND, self._name, key)
        if len(text) > WORDS_LENGTH:
            self.refuse(PeopleFileFault.TOO_LONG, key)
        line = clean_line(text, WORDS_LENGTH)
        if not line:
            self.refuse(PeopleFileFault.EMPTY, key)
        return line
