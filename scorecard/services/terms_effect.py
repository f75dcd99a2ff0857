"""What would be different if a measure asked something else: shown before it is saved, and changing nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scorecard.domain.conversions import converted_mark
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Measure, Terms
from scorecard.domain.scores import Score, explain_day, explain_week
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.terms_over_time import planned, same_terms
from scorecard.domain.weeks import Week
from scorecard.services.kept_promises import with_kept_promises


@dataclass(frozen=True, slots=True)
class DayEffect:
    day: date
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class WeekEffect:
    week: Week
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class ValueEffect:
    """A value that was entered on so many `days`, and what it would be; None: it would be blank."""

    value: Decimal
    old: Terms
    meant: Decimal | None
    new: Terms
    days: int


@dataclass(frozen=True, slots=True)
class TermsEffect:
    """`first_day` begins what may differ; `days` and `weeks` are those whose score or coverage would, in their order.

    `values` are those that would have to be read in another way. `later`: terms that were chosen for after that.
    """

    first_day: date
    today: date
    days: tuple[DayEffect, ...] = ()
    weeks: tuple[WeekEffect, ...] = ()
    values: tuple[ValueEffect, ...] = ()
    later: tuple[Terms, ...] = ()


def reach_of(first_day: date, today: date) -> tuple[date, date]:
    """The days of which a snapshot is needed."""
    return Week.of(min(first_day, today)).monday, Week.of(today).sunday


def terms_effect(snapshot: Snapshot, changed: Measure, first_day: date, today: date) -> TermsEffect:
    """`changed` is the measure as it would be. The snapshot holds the days of `reach_of`."""
    known = snapshot.card.measure(changed.id)
    values = converted_entries(known, changed, snapshot.entries)
    after = _snapshot_after(snapshot, changed, values, today)
    known_days = sorted({day for of in (snapshot, after) for day, _ in of.entries if first_day <= day <= today})
    differing = [day for day in known_days if _differs(known, changed, day, values)]
    days = [_day_effect(snapshot, after, day) for day in differing]
    weeks = _weeks_of(known, changed, differing)
    return TermsEffect(
        first_day=first_day,
        today=today,
        days=tuple(one for one in days if _shown(one.before) != _shown(one.after)),
        weeks=tuple(one for week in weeks if (one := _week_effect(snapshot, after, week, today)) is not None),
        values=_value_effects(known, changed, snapshot.entries, values),
        later=planned(changed, max(first_day, today)),
    )


def converted_entries(known: Measure, changed: Measure, entries: Mapping[tuple[date, str], Entry]) -> dict[date, Entry]:
    """Those that would be others under the terms of `changed`, by their days. Computed ones follow by themselves."""
    found = {}
    for (day, measure_id), entry in entries.items():
        old, new = known.terms_on(day), changed.terms_on(day)
        if measure_id != known.id or entry.computed or old is None or new is None:
            continue
        mark = converted_mark(entry.mark, old, new)
        if mark != entry.mark:
            found[day] = replace(entry, mark=mark, from_memory=entry.from_memory and isinstance(mark, Scored))
    return found


def _snapshot_after(snapshot: Snapshot, changed: Measure, values: Mapping[date, Entry], today: date) -> Snapshot:
    measures = tuple(changed if measure.id == changed.id else measure for measure in snapshot.card.measures)
    entries = {key: entry for key, entry in snapshot.entries.items() if not entry.computed}
    entries |= {(day, changed.id): entry for day, entry in values.items()}
    card = Card(measures, snapshot.card.groups)
    return with_kept_promises(replace(snapshot, card=card, entries=entries), today)


def _differs(known: Measure, changed: Measure, day: date, values: Mapping[date, Entry]) -> bool:
    return day in values or not same_terms(known.terms_on(day), changed.terms_on(day))


def _day_effect(before: Snapshot, after: Snapshot, day: date) -> DayEffect:
    scores = [explain_day(of.card.measures, of.entries, day, of.away).score for of in (before, after)]
    return DayEffect(day, *scores)


def _shown(score: Score) -> object:
    """What is seen of a score. A day of which nothing is known has none, whatever it asked."""
    return (score.value, score.known, score.due) if score.known else None


def _weeks_of(known: Measure, changed: Measure, days: list[date]) -> list[Week]:
    """The weeks whose own score a weekly measure has a part in."""
    weekly = [day for day in days if any((t := m.terms_on(day)) is not None and t.weekly for m in (known, changed))]
    return list(dict.fromkeys(Week.of(day) for day in weekly))


def _week_effect(before: Snapshot, after: Snapshot, week: Week, today: date) -> WeekEffect | None:
    scores = [explain_week(of.card.measures, of.entries, week, today, of.away).score for of in (before, after)]
    effect = WeekEffect(week, *scores)
    return effect if _shown(effect.before) != _shown(effect.after) else None


def _value_effects(
    known: Measure, changed: Measure, entries: Mapping[tuple[date, str], Entry], values: Mapping[date, Entry]
) -> tuple[ValueEffect, ...]:
    """Of every value that was entered under another kind or scale, also of those that stay the same number."""
    counts: Counter[tuple[Decimal, Terms, Decimal | None, Terms]] = Counter()
    for (day, measure_id), entry in entries.items():
        old, new = known.terms_on(day), changed.terms_on(day)
        if measure_id != known.id or entry.computed or old is None or new is None:
            continue
        if isinstance(entry.mark, Scored) and (_counted_otherwise(old, new) or day in values):
            mark = values.get(day, entry).mark
            meant = mark.value if isinstance(mark, Scored) else None
            counts[entry.mark.value, old, meant, new] += 1
    found = [ValueEffect(value, old, meant, new, days) for (value, old, meant, new), days in counts.items()]
    return tuple(sorted(found, key=lambda one: (one.meant is None, one.value)))


def _counted_otherwise(old: Terms, new: Terms) -> bool:
    return (old.kind, old.scale) != (new.kind, new.scale)
