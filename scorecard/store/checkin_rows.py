"""Check-ins as rows, and back. Knows no SQLAlchemy."""

import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.domain.checkins import LEAST, MOST, THOUSANDTHS, Checkin, Part, Subject, in_thousandths
from scorecard.store.rows import Row, damage_if_unreadable

CHECKIN_COLUMNS = ("id", "definition", "day", "subject", "person_id", "factors", "formula", "result", "evidence")


@damage_if_unreadable
def to_checkins(rows: Iterable[Row]) -> tuple[Checkin, ...]:
    return tuple(_to_checkin(row) for row in rows)


def _to_checkin(row: Row) -> Checkin:
    checkin_id, definition, day, subject, person_id, factors, formula, result, evidence = row
    parts, value = _to_parts(factors), Fraction(result, THOUSANDTHS)
    return Checkin(
        checkin_id, definition, date.fromisoformat(day), Subject(subject), person_id, parts, formula, value, evidence
    )  # fmt: skip


def _to_parts(factors: str) -> tuple[Part, ...]:
    try:
        rated = json.loads(factors)
    except RecursionError as error:
        raise ValueError("lists in lists") from error
    if not rated:
        raise ValueError("a check-in without factors")
    return tuple(_to_part(name, value) for name, value in rated)


def _to_part(name: object, value: object) -> Part:
    if not isinstance(name, str) or isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("no factor of a check-in")
    if not LEAST <= value <= MOST:
        raise ValueError("off the scale")
    return Part(name, value)


def checkin_row(checkin: Checkin) -> dict[str, Any]:
    return {
        "id": checkin.id,
        "definition": checkin.definition_id,
        "day": checkin.day.isoformat(),
        "subject": checkin.subject.value,
        "person_id": checkin.person_id,
        "factors": json.dumps([[part.name, part.value] for part in checkin.parts], ensure_ascii=False),
        "formula": checkin.formula,
        "result": in_thousandths(checkin.result),
        "evidence": checkin.evidence,
    }
