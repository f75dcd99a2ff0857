"""The counters of Super Productivity: clicks, and time on a stopwatch, of each day."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorecard.domain.measures import EVERY_DAY, LARGEST, PLACES, Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, ForeignMeasure, LossKind
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.fitting import fitting_name, folded
from scorecard.formats.gathering import Gathering, Steps, fitting_value, number_kind
from scorecard.formats.json_files import JsonObject, number_in, object_at, text_in
from scorecard.formats.schedules import tally

MINUTE = Decimal(60_000)
STOPWATCH = "StopWatch"
SPECIFIC_DAYS = "specific-days"


def add_counters(source: str, counters: Sequence[tuple[int, JsonObject]], gathering: Gathering, steps: Steps) -> None:
    for number, counter in counters:
        steps.step()
        measure = _measure(source, counter, number, gathering)
        for day, value, said in _values(counter):
            mark, note = gathering.valued(measure, value, said, "", number)
            gathering.add_entry(measure, day_in(day, DayForm.ISO), mark, note, number)


def _is_watch(counter: JsonObject) -> bool:
    """The oldest counters knew nothing but time."""
    return text_in(counter, "type") == STOPWATCH or bool(not text_in(counter, "type") and _old_times(counter))


def _old_times(counter: JsonObject) -> JsonObject:
    return object_at(counter, "totalTimeOnDay")


def _values(counter: JsonObject) -> Iterator[tuple[str, Decimal | None, str]]:
    """The day, the value, and both as they stand in the file. A counter that was not touched stands at 0."""
    days = object_at(counter, "countOnDay") or _old_times(counter)
    for day, said in days.items():
        value = number_in(days, day)
        if said is None or value == 0:
            continue
        if value is not None and _is_watch(counter):
            value = rounded(value / MINUTE)
        yield day, value, str(said)[:40]


def rounded(number: Decimal) -> Decimal:
    """To the places that are kept; what is too large to be kept has none that could be told."""
    return round(number, PLACES) if abs(number) <= LARGEST else number


def _measure(source: str, counter: JsonObject, number: int, gathering: Gathering) -> ForeignMeasure:
    name, whole = gathering.named(text_in(counter, "title"), f"#{number}")
    key, _ = fitting_name(text_in(counter, "id"), folded(name))
    terms, unfit = _terms(counter, name, gathering)
    return gathering.add_measure(
        ForeignMeasure(
            f"{source}:{key}",
            name,
            (terms,),
            gathering.why(name, unfit, whole),
            archived=counter.get("isEnabled") is False,
        )
    )


def _terms(counter: JsonObject, name: str, gathering: Gathering) -> tuple[Terms, str]:
    """A counter with a streak asks for something on certain days; any other is only counted."""
    values = [value for _, value, _ in _values(counter) if value is not None]
    kind = Kind.DURATION if _is_watch(counter) else number_kind(values)
    if counter.get("isTrackStreaks") is not True:
        return Terms(UNDATED, kind, Direction.TALLY), ""
    least = number_in(counter, "streakMinValue") or Decimal(1)
    least = rounded(least / MINUTE) if kind is Kind.DURATION else least
    aim = f"≥ {least:f}"[:40]
    mode = text_in(counter, "streakMode") or SPECIFIC_DAYS
    if mode != SPECIFIC_DAYS:
        often = number_in(counter, "streakWeeklyFrequency")
        schedule = f"{aim} · {mode}{'' if often is None else f' {often:f}'}"[:80]
        return tally(kind, schedule, name, gathering.losses)
    target = fitting_value(Terms(UNDATED, Kind.NUMBER, Direction.TALLY), least)
    if target is None or target <= 0:
        gathering.losses.add(LossKind.TARGET, name, detail=aim)
        return Terms(UNDATED, kind, Direction.TALLY), aim
    return Terms(UNDATED, kind, Direction.AT_LEAST, target, due=_due(counter)), ""


def _due(counter: JsonObject) -> frozenset[int]:
    """Their week begins with Sunday as 0. Every day where none is told."""
    said = object_at(counter, "streakWeekDays")
    due = frozenset((day + 6) % 7 for day in range(7) if said.get(str(day)) is True)
    return due or EVERY_DAY
