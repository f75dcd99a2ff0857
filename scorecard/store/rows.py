"""Rows ↔ domain values, without SQLAlchemy: rows come as plain tuples in the order named here."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar, assert_never

from scorecard.domain.away import AwayRange
from scorecard.domain.errors import ImpossibleTermsError
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored, Skipped, Unknown
from scorecard.domain.measures import Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card
from scorecard.store.faults import UnreadableRowError

Row = Sequence[Any]
P = ParamSpec("P")
T = TypeVar("T")

GROUP_COLUMNS = ("id", "name", "position")
MEASURE_COLUMNS = ("id", "name", "why", "to_whom", "plan", "group_id", "position", "origin")
TERMS_COLUMNS = (
    "measure_id", "first_day", "kind", "direction", "target", "upper", "scale", "unit", "weight", "due", "weekly",
    "place", "reason",
)  # fmt: skip
ENTRY_COLUMNS = ("day", "measure_id", "state", "amount", "note", "from_memory")
DAY_COLUMNS = ("day", "finished_at")
AWAY_COLUMNS = ("id", "first_day", "last_day", "reason")
SETTING_COLUMNS = ("name", "first_day", "value")

DAY_END = "day_end"
GRADES = "grades"


def damage_if_unreadable(read: Callable[P, T]) -> Callable[P, T]:
    """What no program of ours wrote is damage of the file, and no bug: `read` raises UnreadableRowError then."""

    @wraps(read)
    def reading(*arguments: P.args, **named: P.kwargs) -> T:
        try:
            return read(*arguments, **named)
        except (ValueError, TypeError, KeyError, ImpossibleTermsError) as error:
            raise UnreadableRowError from error

    return reading


def to_amount(value: Decimal | None) -> int | None:
    """Whole thousandths; raises ValueError for a value with more places than domain/values.py allows."""
    if value is None:
        return None
    exact = value.scaleb(3)
    amount = int(exact)
    if amount != exact:
        raise ValueError("more than three decimal places")
    return amount


def to_value(amount: int | None) -> Decimal | None:
    if amount is None:
        return None
    whole, rest = divmod(amount, 1000)
    return Decimal(whole) if rest == 0 else Decimal(amount).scaleb(-3).normalize()


def to_group(row: Row) -> Group:
    return Group(*row)


def to_terms(row: Row) -> Terms:
    _, first_day, kind, direction, target, upper, scale, unit, weight, due, weekly, place, reason = row
    return Terms(
        first_day=date.fromisoformat(first_day),
        kind=Kind(kind),
        direction=Direction(direction),
        target=to_value(target),
        upper=to_value(upper),
        scale=scale,
        unit=unit,
        weight=weight,
        due=frozenset(weekday for weekday in range(7) if due >> weekday & 1),
        weekly=bool(weekly),
        place=Place(place),
        reason=reason,
    )


@damage_if_unreadable
def to_card(groups: Iterable[Row], measures: Iterable[Row], terms: Iterable[Row]) -> Card:
    """`terms` ordered by measure and first day."""
    of_measure: dict[str, list[Terms]] = {}
    for row in terms:
        of_measure.setdefault(row[0], []).append(to_terms(row))
    known_groups = tuple(sorted((to_group(row) for row in groups), key=lambda group: (group.position, group.id)))
    order = {group.id: place for place, group in enumerate(known_groups)}
    known_measures = [_to_measure(row, tuple(of_measure.get(row[0], ()))) for row in measures]
    known_measures.sort(key=lambda m: (order.get(m.group_id or "", len(order)), m.position, m.id))
    return Card(tuple(known_measures), known_groups)


def _to_measure(row: Row, terms: tuple[Terms, ...]) -> Measure:
    measure_id, name, why, to_whom, plan, group_id, position, origin = row
    return Measure(measure_id, name, terms, why, to_whom, plan, group_id, position, origin)


@damage_if_unreadable
def to_entry(row: Row) -> Entry:
    return _to_entry(row)


def _to_entry(row: Row) -> Entry:
    day, measure_id, state, amount, note, from_memory = row
    return Entry(measure_id, date.fromisoformat(day), _to_mark(state, amount), note, bool(from_memory))


def _to_mark(state: str, amount: int | None) -> Mark:
    value = to_value(amount)
    if state == "scored" and value is not None:
        return Scored(value)
    return SKIPPED if state == "skipped" else UNKNOWN


@damage_if_unreadable
def to_entries(rows: Iterable[Row]) -> dict[tuple[date, str], Entry]:
    entries = (_to_entry(row) for row in rows)
    return {(entry.day, entry.measure_id): entry for entry in entries}


@damage_if_unreadable
def to_finished(rows: Iterable[Row]) -> dict[date, datetime]:
    return {date.fromisoformat(day): datetime.fromisoformat(at) for day, at in rows if at is not None}


@damage_if_unreadable
def to_away(rows: Iterable[Row]) -> tuple[AwayRange, ...]:
    ranges = (AwayRange(i, date.fromisoformat(first), date.fromisoformat(last), why) for i, first, last, why in rows)
    return tuple(sorted(ranges, key=lambda away: away.first_day))


@damage_if_unreadable
def to_settings(rows: Iterable[Row]) -> Settings:
    """`rows` ordered by first day. Of the day end the last one counts: it only ever decides about now."""
    settings: dict[str, list[tuple[date, Any]]] = {}
    for name, first_day, value in rows:
        settings.setdefault(name, []).append((date.fromisoformat(first_day), json.loads(value)))
    scales = tuple(_to_scale(first_day, value) for first_day, value in settings.get(GRADES, ()))
    if ends := settings.get(DAY_END):
        return Settings(time.fromisoformat(ends[-1][1]), scales)
    return Settings(scales=scales)


def _to_scale(first_day: date, value: Mapping[str, Any]) -> GradeScale:
    bounds = tuple((str(name), int(limit)) for name, limit in value["bounds"])
    return GradeScale(bounds, bool(value["shown"]), first_day)


def group_row(group: Group) -> dict[str, Any]:
    return {"id": group.id, "name": group.name, "position": group.position}


def measure_row(measure: Measure) -> dict[str, Any]:
    return {name: getattr(measure, name) for name in MEASURE_COLUMNS}


def terms_row(measure_id: str, terms: Terms) -> dict[str, Any]:
    return {
        "measure_id": measure_id,
        "first_day": terms.first_day.isoformat(),
        "kind": terms.kind.value,
        "direction": terms.direction.value,
        "target": to_amount(terms.target),
        "upper": to_amount(terms.upper),
        "scale": terms.scale,
        "unit": terms.unit,
        "weight": terms.weight,
        "due": sum(1 << weekday for weekday in terms.due),
        "weekly": int(terms.weekly),
        "place": terms.place.value,
        "reason": terms.reason,
    }


def entry_row(entry: Entry) -> dict[str, Any]:
    state, amount = _state(entry.mark)
    return {
        "day": entry.day.isoformat(),
        "measure_id": entry.measure_id,
        "state": state,
        "amount": amount,
        "note": entry.note,
        "from_memory": int(entry.from_memory),
    }


def _state(mark: Mark) -> tuple[str, int | None]:
    match mark:
        case Scored(value):
            return "scored", to_amount(value)
        case Skipped():
            return "skipped", None
        case Unknown():
            return "unknown", None
        case _ as never:
            assert_never(never)


def scale_value(scale: GradeScale) -> str:
    return json.dumps({"bounds": [list(bound) for bound in scale.bounds], "shown": scale.shown}, ensure_ascii=False)
