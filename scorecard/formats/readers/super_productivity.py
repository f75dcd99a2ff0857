"""Backups of Super Productivity, old and new: its daily metrics, and its counters.

Old ones know obstructions, improvements, mood and productivity, which the program itself no longer reads. Tasks and
notes stay out, and so do settings: they may hold tokens, and are never looked at.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import YES
from scorecard.formats.bundle import (  # fmt: skip
    MOST_MEASURES,
    UNDATED,
    AdviceKind,
    Bundle,
    Cancelled,
    ForeignMeasure,
    ForeignText,
    Format,
    LossKind,
    Progress,
)
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import Amount
from scorecard.formats.fitting import fitting_name, fitting_note, folded, joined
from scorecard.formats.gathering import Gathering, Steps, check_count, fitting_value, plain
from scorecard.formats.json_files import (
    JsonObject,
    list_in,
    number_in,
    object_at,
    object_in,
    objects_in,
    paths_in,
    text_in,
)  # fmt: skip
from scorecard.formats.losses import LossTally
from scorecard.formats.super_counters import MINUTE, add_counters, rounded

NAME = "super-productivity"
PROGRAM = "Super Productivity"
WRAPPED = frozenset({"crossModelVersion", "data"})
STORES = ("project", "task", "tag", "metric", "simpleCounter", "improvement", "obstruction", "note", "taskRepeatCfg")

# The key of each metric, its name here, and what it is.
METRICS = (
    ("focusSessions", "Focus", Terms(UNDATED, Kind.DURATION, Direction.TALLY)),
    ("totalWorkMinutes", "Work", Terms(UNDATED, Kind.DURATION, Direction.TALLY)),
    ("impactOfWork", "Impact of work", Terms(UNDATED, Kind.COUNT, Direction.TALLY, unit="/ 4")),
    ("energyCheckin", "Energy", Terms(UNDATED, Kind.COUNT, Direction.TALLY, unit="/ 3")),
    ("mood", "Mood", Terms(UNDATED, Kind.RATING, Direction.TALLY, scale=10)),
    ("productivity", "Productivity", Terms(UNDATED, Kind.RATING, Direction.TALLY, scale=10)),
    ("completedTasks", "Completed tasks", Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
    ("plannedTasks", "Planned tasks", Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
)
LISTS = (
    ("obstructions", "obstruction", "Obstruction"),
    ("improvements", "improvement", "Improvement"),
    ("improvementsTomorrow", "improvement", "Improvement for tomorrow"),
)


def recognise(path: Path, head: bytes) -> bool:
    """By the whole that stands around the data, or by two stores of it."""
    del path  # the content tells, never the name
    paths = paths_in(head)
    if paths >= WRAPPED:
        return True
    return any(
        {f"{place}{store}.ids", f"{place}{store}.entities"} <= paths for place in ("", "data.") for store in STORES
    )


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    whole = object_in(path, cancelled)
    stores = object_at(whole, "data") or whole
    gathering = Gathering(NAME, LossTally(records=True))
    days = list(_entities(stores, "metric", gathering.losses))
    counters = list(_entities(stores, "simpleCounter", gathering.losses))
    obstructions = list(_entities(stores, "obstruction", gathering.losses))
    improvements = list(_entities(stores, "improvement", gathering.losses))
    check_count(len(counters) + len(improvements), MOST_MEASURES, Amount.MEASURES)
    steps = Steps(progress, cancelled, len(days) + len(counters))
    titles = {**_titles("obstruction", obstructions), **_titles("improvement", improvements)}
    texts = _metrics(days, titles, gathering, steps)
    add_counters(NAME, counters, gathering, steps)
    _checked(improvements, gathering)
    return gathering.bundle((ForeignText(day, texts[day]) for day in sorted(texts)), PROGRAM)


def _entities(stores: JsonObject, name: str, losses: LossTally) -> Iterator[tuple[int, JsonObject]]:
    """What a store holds, in its own order, each with its id; it is the name it stands under where it has none."""
    entities = object_at(object_at(stores, name), "entities")
    order = [key for key in list_in(object_at(stores, name), "ids") if isinstance(key, str) and key in entities]
    for number, key in enumerate(dict.fromkeys((*order, *entities)), 1):
        entity = entities[key]
        if isinstance(entity, dict):
            yield number, {**entity, "id": text_in(entity, "id") or key}
        elif entity is not None:
            losses.add(LossKind.UNREADABLE, line=number)


def _titles(store: str, entities: Sequence[tuple[int, JsonObject]]) -> dict[tuple[str, str], str]:
    """What obstructions or improvements say, by their store and id."""
    return {
        (store, text_in(entity, "id")): joined((text_in(entity, "title"), text_in(entity, "note")), between=" – ")
        for _, entity in entities
    }


def _metrics(
    days: Sequence[tuple[int, JsonObject]], titles: dict[tuple[str, str], str], gathering: Gathering, steps: Steps
) -> dict[date, str]:
    """Adds a measure for each metric that any day has; the texts of the days."""
    measures: dict[str, ForeignMeasure] = {}
    for key, name, terms in METRICS:
        if any(_is_told(metric, key) for _, metric in days):
            terms = (
                terms if _all_fit(days, key, terms) else Terms(UNDATED, Kind.NUMBER, Direction.TALLY, unit=terms.unit)
            )
            measures[key] = gathering.add_measure(ForeignMeasure(f"{NAME}:metric:{key}", name, (terms,)))
    texts: dict[date, str] = {}
    for number, metric in days:
        steps.step()
        day = day_in(text_in(metric, "id"), DayForm.ISO)
        for key, measure in measures.items():
            if _is_told(metric, key):
                _gather(measure, day, key, metric, number, gathering)
        text = fitting_note(_written(metric, titles), gathering.losses, PROGRAM, number)
        if text and day is None:
            gathering.losses.add(LossKind.FAR_DAY, PROGRAM, number)
        elif text and day in texts:
            gathering.losses.add(LossKind.DUPLICATE, PROGRAM, number)
        elif text and day is not None:
            texts[day] = text
    return texts


def _all_fit(days: Sequence[tuple[int, JsonObject]], key: str, terms: Terms) -> bool:
    """Whether the terms can mean every number that stands there."""
    numbers = [number_in(metric, key) for _, metric in days if _is_told(metric, key)]
    return all(number is None or fitting_value(terms, number) == number for number in numbers)


def _is_told(metric: JsonObject, key: str) -> bool:
    return metric.get(key) not in (None, [], "", 0) or (key == "totalWorkMinutes" and metric.get(key) == 0)


def _gather(
    measure: ForeignMeasure, day: date | None, key: str, metric: JsonObject, number: int, gathering: Gathering
) -> None:
    if key != "focusSessions":
        value = number_in(metric, key)
        mark, note = gathering.valued(measure, value, str(metric.get(key))[:40], "", number)
        gathering.add_entry(measure, day, mark, note, number)
        return
    sessions = [number_in({"": session}, "") for session in list_in(metric, key)]
    lengths = [session / MINUTE for session in sessions if session is not None]
    if len(lengths) < len(sessions) or not lengths:
        gathering.losses.add(LossKind.UNREADABLE, measure.name, number)
    note = ""
    if len(lengths) > 1:
        gathering.advise(AdviceKind.SUMMED, measure.name)
        note = " + ".join(f"{plain(rounded(length)):f} min" for length in lengths[:1_000])
    if lengths:
        total = rounded(sum(lengths, Decimal(0)))
        mark, note = gathering.valued(measure, total, f"{total:f} min", note, number)
        gathering.add_entry(measure, day, mark, note, number)


def _written(metric: JsonObject, titles: dict[tuple[str, str], str]) -> str:
    """Reflections and notes of a day, and what stood in the way or was to be done better."""
    reflections = [text_in(said, "text").strip() for _, said in objects_in(metric, "reflections") if said]
    lines = [
        f"{word}: {titles.get((store, key)) or f'#{key}'}"
        for field, store, word in LISTS
        for key in list_in(metric, field)
        if isinstance(key, str)
    ]
    return joined((*reflections, text_in(metric, "notes").strip(), "\n".join(lines)), between="\n\n")


def _checked(improvements: Sequence[tuple[int, JsonObject]], gathering: Gathering) -> None:
    """An improvement that was ticked on days is a measure, and only offered."""
    for number, improvement in improvements:
        days = [day for day in list_in(improvement, "checkedDays") if isinstance(day, str)]
        if not days:
            continue
        name, whole = gathering.named(text_in(improvement, "title"), f"#{number}")
        key, _ = fitting_name(text_in(improvement, "id"), folded(name))
        why = gathering.why(name, whole, text_in(improvement, "note"))
        terms = Terms(UNDATED, Kind.YES_NO, Direction.TALLY)
        measure = gathering.add_measure(ForeignMeasure(f"{NAME}:improvement:{key}", name, (terms,), why, offered=True))
        for day in days:
            gathering.add_entry(measure, day_in(day, DayForm.ISO), Scored(YES), line=number)


FORMAT = Format(NAME, recognise, read)
