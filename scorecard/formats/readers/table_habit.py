"""JSON exports of Table Habit. Days are counted from 1 January 1970, and no zone applies."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.formats.bundle import (  # fmt: skip
    MOST_MEASURES,
    UNDATED,
    Bundle,
    Cancelled,
    ForeignMeasure,
    Format,
    LossKind,
    Progress,
)
from scorecard.formats.errors import Amount
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Gathering, Steps, check_count, fitting_value, number_kind
from scorecard.formats.json_files import (
    JsonObject,
    list_in,
    number_in,
    object_in,
    objects_in,
    paths_in,
    text_in,
    whole_in,
)  # fmt: skip
from scorecard.formats.losses import LossTally
from scorecard.formats.schedules import WEEK, tally, tick_terms

NAME = "table-habit"
EPOCH = date(1970, 1, 1)
OWN_PATHS = frozenset({
    "habits[].create_t", "habits[].freq_type", "habits[].daily_goal", "habits[].start_date",
    "habits[].records[].record_date",
})  # fmt: skip
NEGATIVE = 2
DELETED, ARCHIVED = 2, 3
UNSAID, SCORED, SKIP = 0, 1, 2  # types of a record
WEEKLY, MONTHLY, CUSTOM = 1, 2, 3
MONTH = 30


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return not OWN_PATHS.isdisjoint(paths_in(head))


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    whole = object_in(path, cancelled)
    groups = {text_in(group, "uuid"): text_in(group, "name") for _, group in objects_in(whole, "groups") if group}
    habits = list(objects_in(whole, "habits"))
    check_count(len(habits), MOST_MEASURES, Amount.MEASURES)
    gathering = Gathering(NAME, LossTally(records=True))
    total = sum(len(list_in(habit, "records")) for _, habit in habits if habit)
    steps = Steps(progress, cancelled, total)
    made = Counter(whole_in(habit, "create_t") for _, habit in habits if habit)
    for number, habit in habits:
        if habit is None:
            gathering.losses.add(LossKind.BROKEN_MEASURE, line=number)
        elif whole_in(habit, "status") == DELETED:
            gathering.losses.add(LossKind.DELETED, gathering.named(text_in(habit, "name"), f"#{number}")[0])
        else:
            once = made[whole_in(habit, "create_t")] == 1
            _gather(habit, _measure(habit, number, groups, once, gathering), gathering, steps)
    return gathering.bundle()


def _measure(
    habit: JsonObject, number: int, groups: Mapping[str, str], once: bool, gathering: Gathering
) -> ForeignMeasure:
    """A habit is known by the second in which it was made, if it is the only one of that second, else by its name."""
    name, whole = gathering.named(text_in(habit, "name"), f"#{number}")
    made = whole_in(habit, "create_t")
    terms, unfit = _terms(habit, name, gathering)
    return gathering.add_measure(
        ForeignMeasure(
            f"{NAME}:{made}" if made is not None and once else f"{NAME}:name:{folded(name)}",
            name,
            (terms,),
            gathering.why(name, text_in(habit, "desc"), unfit, whole),
            archived=whole_in(habit, "status") == ARCHIVED,
            group=gathering.named(groups.get(text_in(habit, "group_id"), ""), "")[0],
        )
    )


def _terms(habit: JsonObject, name: str, gathering: Gathering) -> tuple[Terms, str]:
    """Terms, and in words what of goal and schedule is none of ours. A goal of one, never counted beyond, is a tick."""
    negative = whole_in(habit, "type") == NEGATIVE
    goal, extra = number_in(habit, "daily_goal"), number_in(habit, "daily_goal_extra")
    unit = gathering.named(text_in(habit, "daily_goal_unit"), "")[0]
    values = [value for _, record in objects_in(habit, "records") if record and (value := _value(record)) is not None]
    frequency, schedule = _frequency(habit)
    if (
        not negative
        and not unit
        and extra is None
        and goal in (None, YES)
        and all(value in (NO, YES) for value in values)
    ):
        terms = tick_terms(*frequency)
        return (terms, "") if terms is not None else tally(Kind.YES_NO, schedule, name, gathering.losses)
    kind = number_kind([*values, goal or NO])
    # Of something to have little of, the goal is the least harm and the extra goal what is still all right.
    bound, other = (extra, goal) if negative and extra is not None else (goal, extra)
    left = "" if other is None else f"{'daily_goal' if bound is extra else 'daily_goal_extra'}: {other}"
    aim = f"{'≤' if negative else '≥'} {bound}"
    if frequency[0] < frequency[1]:
        terms, schedule = tally(kind, f"{aim} · {schedule}", name, gathering.losses, unit)
        return terms, joined((schedule, left))
    target = fitting_value(Terms(UNDATED, Kind.NUMBER, Direction.TALLY), bound)
    if target is None or target < 0 or (target == 0 and not negative):
        gathering.losses.add(LossKind.TARGET, name, detail=aim)
        return Terms(UNDATED, kind, Direction.TALLY, unit=unit), joined((aim, left))
    return Terms(UNDATED, kind, Direction.AT_MOST if negative else Direction.AT_LEAST, target, unit=unit), left


def _value(record: JsonObject) -> Decimal | None:
    return number_in(record, "record_value") if whole_in(record, "record_type") == SCORED else None


def _frequency(habit: JsonObject) -> tuple[tuple[int, int], str]:
    """Times and days, and both as they are said where they are none of ours. Daily where nothing is told."""
    said, kind = text_in(habit, "freq_custom"), whole_in(habit, "freq_type")
    try:
        given = json.loads(said) if len(said) < 40 else []
    except ValueError:
        given = []
    numbers = [number for number in given if type(number) is int and number > 0] if isinstance(given, list) else []
    if kind == CUSTOM and len(numbers) == 2:
        return (numbers[0], numbers[1]), f"{numbers[0]}/{numbers[1]}"
    if kind in (WEEKLY, MONTHLY) and len(numbers) == 1:
        days = WEEK if kind == WEEKLY else MONTH
        return (numbers[0], days), f"{numbers[0]}/{days}"
    return ((1, 1), "") if kind is None and not said else ((0, 1), f"{kind} {said[:40]}")


def _gather(habit: JsonObject, measure: ForeignMeasure, gathering: Gathering, steps: Steps) -> None:
    for number, record in objects_in(habit, "records"):
        steps.step()
        days = whole_in(record, "record_date") if record else None
        if record is None or days is None:
            gathering.losses.add(LossKind.UNREADABLE, measure.name, number)
            continue
        mark, note = _mark(record, number, measure, gathering)
        gathering.add_entry(measure, _day(days), mark, note, number)


def _mark(record: JsonObject, number: int, measure: ForeignMeasure, gathering: Gathering) -> tuple[Mark, str]:
    reason, kind = text_in(record, "reason"), whole_in(record, "record_type")
    if kind == SKIP:
        return SKIPPED, reason
    value = _value(record)
    if value is not None:
        return gathering.valued(measure, value, str(value), reason, number)
    if kind in (None, UNSAID):
        return UNKNOWN, reason
    gathering.losses.add(LossKind.IN_NOTE, measure.name, number)
    return UNKNOWN, joined((reason, f"{kind} {record.get('record_value', '')}".strip()[:40]))


def _day(days: int) -> date | None:
    try:
        return EPOCH + timedelta(days=days)
    except OverflowError:
        return None


FORMAT = Format(NAME, recognise, read)
