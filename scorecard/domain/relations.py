"""Relationship levels: five steps from a vendor to a trusted partner, with what showed that a step was made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RelationLevel(StrEnum):
    """From the lowest to the highest. Stored by value."""

    VENDOR = "vendor"
    PROBLEM_SOLVER = "problem_solver"
    CONSULTANT = "consultant"
    PARTNER = "partner"
    TRUSTED_PARTNER = "trusted_partner"

    @property
    def step(self) -> int:
        """1 to 5."""
        return _STEPS[self]

    @property
    def above(self) -> "RelationLevel | None":
        return _AT.get(self.step + 1)

    @property
    def below(self) -> "RelationLevel | None":
        return _AT.get(self.step - 1)


_STEPS = {level: place + 1 for place, level in enumerate(RelationLevel)}
_AT = {step: level for level, step in _STEPS.items()}


@dataclass(frozen=True, slots=True)
class Relation:
    """A step to a level, up or down, with one sentence of evidence."""

    id: str
    person_id: str
    day: date
    level: RelationLevel
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A step beside the level it left; `was` is None for the first."""

    relation: Relation
    was: RelationLevel | None

    @property
    def up(self) -> bool | None:
        """None where it neither rose nor fell: the first one, or the same level said again."""
        if self.was is None or self.was is self.relation.level:
            return None
        return self.relation.level.step > self.was.step


def in_time(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """By day; those of one day as they were entered."""
    return tuple(sorted(relations, key=lambda relation: (relation.day, relation.id)))


def steps_of(relations: Iterable[Relation]) -> tuple[LevelStep, ...]:
    """The earliest first."""
    steps: list[LevelStep] = []
    for relation in in_time(relations):
        steps.append(LevelStep(relation, steps[-1].relation.level if steps else None))
    return tuple(steps)


def level_of(relations: Iterable[Relation]) -> RelationLevel | None:
    """That of the last step; None while nobody has said."""
    ordered = in_time(relations)
    return ordered[-1].level if ordered else None
