"""JSON exports of Beaver Habits. Only a habit's name and records are certain; of two records for a day the last stands.

The part named `backup` may hold a token: it is never looked at.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.formats.bundle import MOST_MEASURES, Bundle, Cancelled, ForeignMeasure, Format, LossKind, Progress
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import Amount
from scorecard.formats.fitting import fitting_name, folded, joined
from scorecard.formats.gathering import Gathering, Steps, check_count
from scorecard.formats.json_files import (
    JsonObject,
    list_in,
    object_at,
    object_in,
    objects_in,
    paths_in,
    text_in,
    whole_in,
)
from scorecard.formats.losses import LossTally
from scorecard.formats.schedules import WEEK, tally, tick_terms

NAME = "beaver"
NOT_OURS = frozenset({"habits[].create_t", "habits[].freq_type", "habits[].daily_goal"})
DELETED, ARCHIVED = "soft_delete", "archive"
PERIOD_DAYS = {"D": 1, "W": WEEK, "M": 30, "Y": 365}


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    paths = paths_in(head)
    return {"habits[].name", "habits[].records"} <= paths and NOT_OURS.isdisjoint(paths)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    whole = object_in(path, cancelled)
    gathering = Gathering(NAME, LossTally(records=True))
    habits: list[tuple[int, JsonObject]] = []
    check_count(len(list_in(whole, "habits")), MOST_MEASURES, Amount.MEASURES)
    for number, habit in objects_in(whole, "habits"):
        if habit is None:
            gathering.losses.add(LossKind.BROKEN_MEASURE, line=number)
        else:
            habits.append((number, habit))
    steps = Steps(progress, cancelled, sum(len(list_in(habit, "records")) for _, habit in habits))
    for number, habit in _ordered(habits, list_in(whole, "order")):
        if text_in(habit, "status") == DELETED:
            gathering.losses.add(LossKind.DELETED, gathering.named(text_in(habit, "name"), f"#{number}")[0])
        else:
            _gather(habit, _measure(habit, number, gathering), gathering, steps)
    return gathering.bundle()


def _ordered(habits: Sequence[tuple[int, JsonObject]], order: Sequence[object]) -> list[tuple[int, JsonObject]]:
    """As the user put them; those that are not in the order come last, as they stand."""
    places = {habit_id: place for place, habit_id in enumerate(order) if isinstance(habit_id, str)}
    return sorted(habits, key=lambda item: places.get(text_in(item[1], "id"), len(places)))


def _measure(habit: JsonObject, number: int, gathering: Gathering) -> ForeignMeasure:
    """A habit of several tags keeps the others in words."""
    name, whole = gathering.named(text_in(habit, "name"), f"#{number}")
    habit_id, _ = fitting_name(text_in(habit, "id"), "")
    group, *others = [tag for tag in list_in(habit, "tags") if isinstance(tag, str) and tag.strip()] or [""]
    terms, unfit = _terms(habit, name, gathering.losses)
    return gathering.add_measure(
        ForeignMeasure(
            f"{NAME}:{habit_id}" if habit_id else f"{NAME}:name:{folded(name)}",
            name,
            (terms,),
            gathering.why(name, unfit, whole, ", ".join(others)),
            archived=text_in(habit, "status") == ARCHIVED,
            group=gathering.named(group, "")[0],
        )
    )


def _terms(habit: JsonObject, name: str, losses: LossTally) -> tuple[Terms, str]:
    """So many times in so many days, weeks, months or years; daily where nothing is told."""
    period = object_at(habit, "period")
    unit, count, times = (
        text_in(period, "period_type"),
        whole_in(period, "period_count"),
        whole_in(period, "target_count"),
    )
    if not period:
        count, times, unit = 1, 1, "D"
    days = PERIOD_DAYS.get(unit, 0) * max(count or 0, 0)
    terms = tick_terms(times or 0, days)
    return (terms, "") if terms is not None else tally(Kind.YES_NO, f"{times}/{count}{unit}"[:40], name, losses)


def _gather(habit: JsonObject, measure: ForeignMeasure, gathering: Gathering, steps: Steps) -> None:
    days: dict[date, tuple[int, Mark, str]] = {}
    for number, record in objects_in(habit, "records"):
        steps.step()
        said = text_in(record, "day") if record else ""
        if record is None or not said:
            gathering.losses.add(LossKind.UNREADABLE, measure.name, number)
        elif (day := day_in(said, DayForm.ISO)) is None:
            gathering.losses.add(LossKind.FAR_DAY, measure.name, number)
        else:
            if day in days:
                gathering.losses.add(LossKind.REPLACED, measure.name, days[day][0])
            days[day] = (number, *_mark(record, number, measure, gathering.losses))
    for day, (number, mark, note) in days.items():
        gathering.add_entry(measure, day, mark, note, number)


def _mark(record: JsonObject, number: int, measure: ForeignMeasure, losses: LossTally) -> tuple[Mark, str]:
    note, done = text_in(record, "text"), record.get("done")
    if isinstance(done, bool):
        return Scored(YES if done else NO), note
    if done is None:
        return UNKNOWN, note
    losses.add(LossKind.IN_NOTE, measure.name, number)
    return UNKNOWN, joined((note, str(done)[:40]))


FORMAT = Format(NAME, recognise, read)
