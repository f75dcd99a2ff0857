"""Another store of this program: of another computer, or a copy that a synchronising program laid beside ours.

Measures, entries with their notes and what was written in reflections come along; everything else is counted.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.errors import ImpossibleTermsError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark
from scorecard.domain.measures import Direction, Kind, Place, Terms
from scorecard.formats.bundle import (
    MOST_ENTRIES,
    MOST_MEASURES,
    OWN_STORE,
    Bundle,
    Cancelled,
    ForeignMeasure,
    ForeignText,
    Format,
    LossKind,
    Progress,
)  # fmt: skip
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import Amount, FileFault, NewerFormatError, UnreadableFileError
from scorecard.formats.files import check_size
from scorecard.formats.fitting import fitting_name, fitting_note
from scorecard.formats.foreign_database import is_database, opened
from scorecard.formats.foreign_rows import Columns, ForeignRow, checked_columns, count_of
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.losses import LossTally

NAME = OWN_STORE
PROGRAM = "Scorecard"
APPLICATION_ID = 0x53434F52
NEWEST_VERSION = 5
LARGEST_FILE = 256 * 1024 * 1024
THOUSANDTHS = 1000
REASON_LENGTH = 1000
_ID_AT = slice(68, 72)  # of the head of a database: whose it is

MEASURE = ("id", "name", "why", "to_whom", "plan", "group_id", "position", "origin")
TERMS = (
    "measure_id", "first_day", "kind", "direction", "target", "upper", "scale", "unit", "weight", "due", "weekly",
    "place", "reason",
)  # fmt: skip
ENTRY = ("day", "measure_id", "state", "amount", "note", "from_memory")
REFLECTION = ("day", "prompt_id", "question", "answer")
GROUP = ("id", "name", "position")
NEEDED = {
    "measure": {"id", "name", "why", "to_whom", "plan", "group_id", "position", "origin"},
    "terms": set(TERMS),
    "entry": {"day", "measure_id", "state", "amount", "note"},
    "measure_group": {"id", "name", "position"},
}
OTHERS = (
    "promise", "promise_step", "person", "checkin", "felt", "adjustment", "away", "goal", "goal_part", "touch", "help",
    "owed", "intent", "concern", "agreed", "profile", "relation", "served", "factor_plan",
)  # fmt: skip
READABLE = {
    "measure": frozenset(MEASURE),
    "terms": frozenset(TERMS),
    "entry": frozenset(ENTRY),
    "measure_group": frozenset(GROUP),
    "reflection": frozenset(REFLECTION),
    **{table: frozenset[str]() for table in OTHERS},
}


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return is_database(head) and head[_ID_AT] == APPLICATION_ID.to_bytes(4, "big")


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    check_size(path, LARGEST_FILE)
    with opened(path, READABLE, cancelled) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > NEWEST_VERSION:
            raise NewerFormatError(version, NEWEST_VERSION)
        columns = checked_columns(connection, READABLE, NEEDED)
        _check(connection, columns)
        gathering = Gathering(NAME, LossTally(records=True))
        count_of(connection, "measure", MOST_MEASURES, Amount.MEASURES)
        steps = Steps(progress, cancelled, count_of(connection, "entry", MOST_ENTRIES, Amount.ENTRIES))
        measures = _measures(connection, columns, gathering)
        for row in _rows(connection, "entry", ENTRY, columns, "day, measure_id"):
            steps.step()
            _gather(row, measures, gathering)
        texts = _texts(connection, columns, gathering.losses)
        _count_others(connection, columns, gathering.losses)
    return gathering.bundle(texts, PROGRAM)


def _check(connection: sqlite3.Connection, columns: Columns) -> None:
    """Table by table, for the whole would call upon the search that is built into the file."""
    for table in (table for table in (*NEEDED, "reflection") if columns[table]):
        if connection.execute(f"PRAGMA quick_check({table})").fetchone() != ("ok",):
            raise UnreadableFileError(FileFault.DAMAGED)


def _rows(
    connection: sqlite3.Connection, table: str, wanted: tuple[str, ...], columns: Columns, order: str
) -> Iterator[ForeignRow]:
    """Numbered from 1 in their order; None for a column that the store's version has not."""
    if not columns[table]:
        return
    named = ", ".join(column if column in columns[table] else "NULL" for column in wanted)
    for number, cells in enumerate(connection.execute(f"SELECT {named} FROM {table} ORDER BY {order}"), 1):
        yield ForeignRow(number, dict(zip(wanted, cells, strict=True)))


def _measures(connection: sqlite3.Connection, columns: Columns, gathering: Gathering) -> dict[str, ForeignMeasure]:
    """By the ids that entries name. One is the same wherever the store is copied to: its id tells it, or its origin."""
    groups = {row.text("id"): row.text("name") for row in _rows(connection, "measure_group", GROUP, columns, "id")}
    terms: dict[str, list[Terms]] = {}
    for row in _rows(connection, "terms", TERMS, columns, "measure_id, first_day"):
        if (found := _terms(row)) is not None:
            terms.setdefault(row.text("measure_id"), []).append(found)
        else:
            gathering.losses.add(LossKind.UNREADABLE, line=row.number)
    begins: dict[str, date] = {}
    for row in _rows(connection, "entry", ENTRY, columns, "day, measure_id"):
        if (day := day_in(row.text("day"), DayForm.ISO)) is not None:
            begins.setdefault(row.text("measure_id"), day)
    measures: dict[str, ForeignMeasure] = {}
    for row in _rows(connection, "measure", MEASURE, columns, "position, id"):
        own = _since(terms.get(row.text("id"), ()), begins.get(row.text("id")))
        if not own or not row.text("id"):
            gathering.losses.add(LossKind.BROKEN_MEASURE, line=row.number)
            continue
        name, whole = gathering.named(row.text("name"), f"#{row.number}")
        key, _ = fitting_name(row.text("origin") or f"{NAME}:{row.text('id')}", f"{NAME}:#{row.number}")
        measures[row.text("id")] = gathering.add_measure(
            ForeignMeasure(
                key,
                name,
                own,
                gathering.why(name, row.text("why"), whole),
                fitting_note(row.text("to_whom"), gathering.losses, name),
                archived=own[-1].place is Place.RETIRED,
                group=gathering.named(groups.get(row.text("group_id"), ""), "")[0],
                plan=fitting_note(row.text("plan"), gathering.losses, name),
            )
        )
    return measures


def _since(terms: Sequence[Terms], begin: date | None) -> tuple[Terms, ...]:
    """Those in force since the first entry, or the last where there is none."""
    before = [known for known in terms if begin is None or known.first_day <= begin]
    later = [known for known in terms if begin is not None and known.first_day > begin]
    return (*before[-1:], *later)


def _terms(row: ForeignRow) -> Terms | None:
    """As they were asked from their first day on; None where they are none of ours."""
    day, due, weight = day_in(row.text("first_day"), DayForm.ISO), row.whole("due"), row.whole("weight")
    if day is None or due is None or weight is None:
        return None
    try:
        return Terms(
            first_day=day,
            kind=Kind(row.text("kind")),
            direction=Direction(row.text("direction")),
            target=_value(row.whole("target")),
            upper=_value(row.whole("upper")),
            scale=row.whole("scale"),
            unit=fitting_name(row.text("unit"), "")[0],
            weight=weight,
            due=frozenset(weekday for weekday in range(7) if due >> weekday & 1),
            weekly=bool(row.whole("weekly")),
            place=Place(row.text("place")),
            reason=fitting_note(row.text("reason"), LossTally())[:REASON_LENGTH],
        )
    except (ValueError, ImpossibleTermsError):
        return None


def _value(amount: int | None) -> Decimal | None:
    if amount is None:
        return None
    whole, rest = divmod(amount, THOUSANDTHS)
    return Decimal(whole) if rest == 0 else Decimal(amount).scaleb(-3).normalize()


def _gather(row: ForeignRow, measures: dict[str, ForeignMeasure], gathering: Gathering) -> None:
    measure = measures.get(row.text("measure_id"))
    if measure is None:
        gathering.losses.add(LossKind.NO_MEASURE, line=row.number)
        return
    mark: Mark = SKIPPED if row.text("state") == "skipped" else UNKNOWN
    note, day = row.text("note"), day_in(row.text("day"), DayForm.ISO)
    if row.text("state") == "scored":
        in_force = [terms for terms in measure.terms if day is not None and terms.first_day <= day]
        under = replace(measure, terms=(in_force[-1] if in_force else measure.terms[0],))
        value = _value(row.whole("amount"))
        said = str(row.cells["amount"])[:40] if value is None else f"{value:f}"
        mark, note = gathering.valued(under, value, said, note, row.number)
    remembered = row.whole("from_memory") == 1
    gathering.add_entry(measure, day, mark, note, row.number, from_memory=remembered)


def _texts(connection: sqlite3.Connection, columns: Columns, losses: LossTally) -> Iterable[ForeignText]:
    """What was answered on each day, each answer below what was asked."""
    days: dict[date, list[str]] = {}
    for row in _rows(connection, "reflection", REFLECTION, columns, "day, prompt_id"):
        said = fitting_note(row.text("answer"), losses, PROGRAM, row.number)
        if not said:
            continue
        if (day := day_in(row.text("day"), DayForm.ISO)) is None:
            losses.add(LossKind.FAR_DAY, PROGRAM, row.number)
        else:
            asked = fitting_name(row.text("question"), "")[0]
            days.setdefault(day, []).append(f"{asked}\n{said}".strip())
    return [
        ForeignText(day, fitting_note("\n\n".join(pieces), losses, PROGRAM), tuple(pieces))
        for day, pieces in sorted(days.items())
    ]


def _count_others(connection: sqlite3.Connection, columns: Columns, losses: LossTally) -> None:
    """Promises, people, goals and whatever else a store holds."""
    for table in (table for table in OTHERS if columns[table]):
        for _ in range(count_of(connection, table, MOST_ENTRIES, Amount.ENTRIES)):
            losses.add(LossKind.BEYOND)


FORMAT = Format(NAME, recognise, read)
