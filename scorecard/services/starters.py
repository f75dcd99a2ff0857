"""Starter sets: cards to begin with, one TOML file each in resources/starters."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Terms
from scorecard.services.cards import Draft


@dataclass(frozen=True, slots=True)
class Starter:
    key: str
    name: str
    about: str
    drafts: tuple[Draft, ...]


def read_starters(folder: Path, first_day: date) -> tuple[Starter, ...]:
    """The starter sets in `folder`, by file name; their terms hold from `first_day` on."""
    return tuple(_starter(file, first_day) for file in sorted(folder.glob("*.toml")))


def _starter(file: Path, first_day: date) -> Starter:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    drafts = tuple(_draft(measure, first_day) for measure in content["measures"])
    return Starter(file.stem, content["name"], content["about"], drafts)


def _draft(measure: Mapping[str, Any], first_day: date) -> Draft:
    kind = Kind(measure["kind"])
    terms = Terms(
        first_day=first_day,
        kind=kind,
        direction=Direction(measure.get("direction", Direction.AT_LEAST)),
        target=_decimal(measure.get("target")),
        upper=_decimal(measure.get("upper")),
        scale=measure.get("scale", 5) if kind is Kind.RATING else None,
        unit=measure.get("unit", ""),
        weight=measure.get("weight", 1),
        due=WORKING_DAYS if measure.get("due") == "working days" else EVERY_DAY,
        weekly=measure.get("weekly", False),
    )
    return Draft(
        measure["name"], terms, measure["why"], measure.get("to_whom", ""), measure.get("plan", ""),
        measure.get("group", ""),
    )  # fmt: skip


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))
