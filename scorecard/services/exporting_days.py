"""The days of an export as plain values: read in one go, worked out day by day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.errors import StoppedError
from scorecard.domain.grades import rounded
from scorecard.domain.marks import Entry, Scored, Skipped, Unknown
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.reflections import OF_WEEKS, tags_in
from scorecard.domain.scores import explain_day
from scorecard.domain.snapshot import Snapshot
from scorecard.formats.writers.days import Headings as Headings
from scorecard.formats.writers.days import WrittenDay, WrittenEntry, WrittenMeasure
from scorecard.resources import resource
from scorecard.services.exporting import Said, Say
from scorecard.services.kept_promises import with_kept_promises
from scorecard.services.prompts import read_library
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.store import promises, reading, reflections
from scorecard.store.everything import read_table
from scorecard.store.store import Store

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_A_LOOK = 50  # days between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What an export says, in the user's language."""

    headings: Headings = field(default_factory=Headings)
    say_value: Callable[[Terms, Decimal], str] = lambda _terms, value: str(value)
    say_asked: Callable[[Terms], str] = lambda _terms: ""
    say_promise: Callable[[Reckoned], str] = lambda item: item.promise.words
    say_due: Say = lambda due: Said(due.item.promise.words)
    calendar: str = "Scorecard"


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """`measures` are those with an entry in the days, in the order of the card."""

    measures: tuple[WrittenMeasure, ...]
    days: tuple[WrittenDay, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """All that the days are made of."""

    snapshot: Snapshot
    answers: Mapping[date, Sequence[Mapping[str, str]]]
    felt: Mapping[date, str]
    promised: Mapping[date, Sequence[Reckoned]]
    entries: Mapping[date, Sequence[Entry]]
    order: Mapping[str, int]


def written_days(
    store: Store,
    clock: Clock,
    words: ExportWords,
    span: tuple[date | None, date | None],
    progress: Progress,
    cancelled: Cancelled,
) -> WrittenDays:
    """The days on which there is something. Raises StoppedError when cancelled."""
    known = _read(store, clock, *span)
    wanted = known.entries.keys() | known.answers.keys() | known.felt.keys() | known.snapshot.finished.keys()
    first, last = known.snapshot.first_day, known.snapshot.last_day
    listed = sorted(day for day in wanted | known.promised.keys() if first <= day <= last)
    days = []
    for number, day in enumerate(listed, 1):
        if number % _A_LOOK == 0:
            progress(number, len(listed))
            if cancelled():
                raise StoppedError
        days.append(_day(known, day, words))
    there = {entry.measure_id for day in days for entry in day.entries}
    measures = tuple(_measure(measure) for measure in known.snapshot.card.measures if measure.id in there)
    return WrittenDays(measures, tuple(days))


def _read(store: Store, clock: Clock, first: date | None, until: date | None) -> _Known:
    first_day, last_day = first or date.min, until or date.max
    with store.reading() as connection:
        stored = reading.read_snapshot(connection, first_day, last_day)
        answers = read_table(connection, "reflection", first, until)
        felt = reflections.read_felt_between(connection, first_day, last_day)
        promised, people = promises.read_promises(connection), promises.read_people(connection)
        prompts = reflections.read_prompts(connection) or read_library(resource("prompts")).prompts
    today = score_date(clock.now(), stored.settings.day_end)
    snapshot = with_kept_promises(stored, today)
    entries: dict[date, list[Entry]] = {}
    for (day, _), entry in snapshot.entries.items():
        if not isinstance(entry.mark, Unknown) or entry.note:
            entries.setdefault(day, []).append(entry)
    of_day: dict[date, list[Mapping[str, str]]] = {}
    for answer in answers:
        if answer["answer"].strip():
            of_day.setdefault(date.fromisoformat(answer["day"]), []).append(answer)
    return _Known(
        snapshot, of_day, felt, _by_day([reckon(promise, people, today) for promise in promised], today), entries,
        {prompt.id: place for place, prompt in enumerate(prompts)},
    )  # fmt: skip


def _by_day(items: Sequence[Reckoned], today: date) -> dict[date, list[Reckoned]]:
    """A promise stands on the day it was settled, an open one on its last day, once that has come."""
    found: dict[date, list[Reckoned]] = {}
    for item in items:
        day = item.standing.settled_on or item.last_day
        if day is not None and day <= today:
            found.setdefault(day, []).append(item)
    return found


def _day(known: _Known, day: date, words: ExportWords) -> WrittenDay:
    snapshot = known.snapshot
    score = explain_day(snapshot.card.measures, snapshot.entries, day, snapshot.away).score
    scale = snapshot.settings.scale_on(day)
    away = next((found for found in snapshot.away if found.covers(day)), None)
    answers = sorted(known.answers.get(day, ()), key=lambda found: _place(known, found))
    texts = [(found["question"], found["answer"]) for found in answers if found["prompt_id"] not in OF_WEEKS]
    weekly = [(found["question"], found["answer"]) for found in answers if found["prompt_id"] in OF_WEEKS]
    place = {measure.id: number for number, measure in enumerate(snapshot.card.measures)}
    entries = sorted(known.entries.get(day, ()), key=lambda entry: place.get(entry.measure_id, len(place)))
    return WrittenDay(
        day=day,
        entries=tuple(_entry(snapshot, entry, words) for entry in entries if entry.measure_id in place),
        score=None if score.value is None else rounded(score.value),
        known=score.known,
        due=score.due,
        grade=scale.grade(score.value) if score.value is not None and scale.shown else "",
        felt=known.felt.get(day, ""),
        finished=day in snapshot.finished,
        away=None if away is None else away.reason,
        answers=tuple(texts),
        weekly=tuple(weekly),
        promises=tuple((item.standing.outcome.done, words.say_promise(item)) for item in known.promised.get(day, ())),
        tags=tuple(dict.fromkeys(tag for _, text in (*texts, *weekly) for tag in tags_in(text))),
    )


def _place(known: _Known, answer: Mapping[str, str]) -> tuple[int, str]:
    return known.order.get(answer["prompt_id"], len(known.order)), answer["prompt_id"]


def _entry(snapshot: Snapshot, entry: Entry, words: ExportWords) -> WrittenEntry:
    terms = snapshot.card.measure(entry.measure_id).terms_on(entry.day)
    value = entry.mark.value if isinstance(entry.mark, Scored) else None
    shown = words.say_value(terms, value) if terms is not None and value is not None else ""
    asked = words.say_asked(terms) if terms is not None and terms.on_card else ""
    skipped = isinstance(entry.mark, Skipped)
    return WrittenEntry(entry.measure_id, value, skipped, entry.note, entry.from_memory, shown, asked)


def _measure(measure: Measure) -> WrittenMeasure:
    terms = measure.terms[-1] if measure.terms else None
    if terms is None:
        return WrittenMeasure(measure.id, measure.name)
    unit = "min" if terms.kind is Kind.DURATION else "%" if terms.kind is Kind.PROMISES else terms.unit
    return WrittenMeasure(measure.id, measure.name, terms.kind.value, unit, terms.scale)
