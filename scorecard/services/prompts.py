"""The prompts and questions that come with the program: one TOML file a theme in resources/prompts."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.reflections import Prompt, Question

STANDING = "standing.toml"  # asked every day, until the user has prompts of their own


@dataclass(frozen=True, slots=True)
class Library:
    prompts: tuple[Prompt, ...]
    questions: tuple[Question, ...]


def read_library(folder: Path) -> Library:
    """The questions in the order of their files and of their places in them."""
    files = sorted(file for file in folder.glob("*.toml") if file.name != STANDING)
    return Library(_prompts(folder / STANDING), tuple(question for file in files for question in _questions(file)))


def _prompts(file: Path) -> tuple[Prompt, ...]:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Prompt(found["id"], found["words"], place) for place, found in enumerate(content["prompts"]))


def _questions(file: Path) -> tuple[Question, ...]:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Question(found["id"], found["words"], content["theme"]) for found in content["questions"])
