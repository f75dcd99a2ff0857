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

_EVERY_DAY, _WORKING_DAYS = "every day", "working days"


@dataclass(frozen=True, slots=True)
class Starter:
    """`serves` is whom this work is for: the `to_whom` of those measures that are for nobody in particular beside."""

    key: str
    name: str
    about: str
    serves: str
    drafts: tuple[Draft, ...]


def read_starters(folder: Path, first_day: date) -> tuple[Starter, ...]:
    """The starter sets in `folder`, each in its place; their terms hold from `first_day` on."""
    contents = [(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in folder.glob("*.toml")]
    ordered = sorted(contents, key=lambda known: (known[1]["place"], known[0]))
    return tuple(_starter(key, content, first_day) for key, content in ordered)


def _starter(key: str, content: Mapping[str, Any], first_day: date) -> Starter:
    drafts = tuple(read_draft(measure, first_day) for measure in content["measures"])
    return Starter(key, content["name"], content["about"], content["serves"], drafts)


def read_draft(written: Mapping[str, Any], first_day: date) -> Draft:
    """A measure as it stands in a file; raises KeyError, ValueError, TypeError, ArithmeticError or a KnownError."""
    kind = Kind(written["kind"])
    terms = Terms(
        first_day=first_day,
        kind=kind,
        direction=Direction(written.get("direction", Direction.AT_LEAST)),
        target=_decimal(written.get("target")),
        upper=_decimal(written.get("upper")),
        scale=written.get("scale", 5) if kind is Kind.RATING else None,
        unit=written.get("unit", ""),
        weight=written.get("weight", 1),
        due=_due(written.get("due", _EVERY_DAY)),
        weekly=bool(written.get("weekly", False)),
    )
    return Draft(
        written["name"], terms, written["why"], written.get("to_whom", ""), written.get("plan", ""),
        written.get("group", ""),
    )  # fmt: skip


def write_draft(draft: Draft) -> dict[str, Any]:
    """What `read_draft` reads; all but the first day of the terms."""
    terms = draft.terms
    words = {"name": draft.name, "why": draft.why, "to_whom": draft.to_whom, "plan": draft.plan, "group": draft.group}
    asked = {
        "kind": terms.kind.value,
        "direction": terms.direction.value,
        "target": _number(terms.target),
        "upper": _number(terms.upper),
        "scale": terms.scale,
        "unit": terms.unit,
        "weight": terms.weight,
        "due": sorted(terms.due),
        "weekly": terms.weekly,
    }
    return {key: value for key, value in (words | asked).items() if value is not None}


def _due(written: str | list[int]) -> frozenset[int]:
    named = {_EVERY_DAY: EVERY_DAY, _WORKING_DAYS: WORKING_DAYS}
    return named[written] if isinstance(written, str) else frozenset(written)


def _decimal(number: float | str | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
