"""Goals counted the slow way, entry by entry, to be compared with how the program does it."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from scorecard.domain.away import is_away
from scorecard.domain.goal_counting import Facts, Seen, facts_of
from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span, period_of, usable
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.periods import Period
from scorecard.domain.scores import Line, Standing, day_lines, week_lines
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week
from tests.domain.strategies import Calendar


def goal_of(counted: Counted, day: date, *measures: str, target: int | None = None, groups: Iterable[str] = ()) -> Goal:
    parts = {Part(PartKind.MEASURE, one) for one in measures} | {Part(PartKind.GROUP, one) for one in groups}
    wanted = None if target is None else Decimal(target)
    first = period_of(Span.QUARTER, day).first
    return Goal("goal", "Goal", counted, Span.QUARTER, first, wanted, parts=frozenset(parts))


def seen_of(calendar: Calendar, period: Period, until: date) -> list[Seen]:
    """Each entry by itself, as the store gives them."""
    found = []
    for (day, measure_id), entry in calendar.entries.items():
        measure = next(one for one in calendar.measures if one.id == measure_id)
        terms = measure.terms_on(day)
        assert terms is not None
        if day <= until and (day >= period.first or (terms.weekly and day >= Week.of(period.first).monday)):
            due = terms.on_card and not is_away(day, calendar.away) and terms.due_on(day)
            if not terms.kind.computed or entry.computed or not isinstance(entry.mark, Scored):
                found.append(Seen(measure_id, terms, entry.mark, 1, due, day))
    return found


def facts_of_calendar(calendar: Calendar, period: Period, until: date, today: date) -> Facts:
    seen = seen_of(calendar, period, until)
    return facts_of(period, until, today, Card(calendar.measures), calendar.away, seen)


def slow_amount(counted: Counted, calendar: Calendar, period: Period, until: date, today: date) -> Fraction | None:
    """What all measures of the calendar come to; None while nothing is known."""
    if counted.adds_values:
        values = [
            Fraction(entry.mark.value)
            for (day, _), entry in calendar.entries.items()
            if day in period and day <= until and isinstance(entry.mark, Scored) and _usable(counted, calendar, entry)
        ]
        return sum(values, Fraction(0)) if values else None
    lines = [line for line in _lines(calendar, period, until, today) if line.standing is Standing.COUNTED]
    if not lines:
        return None
    if counted is Counted.DAYS_MET:
        return Fraction(sum(line.completion == 1 for line in lines))
    weight = sum(line.weight for line in lines)
    whole = sum((line.weight * (line.completion or Fraction(0)) for line in lines), Fraction(0))
    return 100 * whole / weight if weight else None


def _usable(counted: Counted, calendar: Calendar, entry: Entry) -> bool:
    measure = next(one for one in calendar.measures if one.id == entry.measure_id)
    terms = measure.terms_on(entry.day)
    return terms is not None and usable(counted, terms)


def _lines(calendar: Calendar, period: Period, until: date, today: date) -> list[Line]:
    lines: list[Line] = []
    for n in range((until - period.first).days + 1):
        day = period.first + timedelta(days=n)
        lines += [
            line for line in day_lines(calendar.measures, calendar.entries, day, calendar.away) if line.terms.daily
        ]
    week = Week.of(period.first)
    while week.monday <= until:
        if period.first <= week.sunday <= period.last:
            known = {key: entry for key, entry in calendar.entries.items() if key[0] <= until}
            as_of = today if until == today else until + timedelta(days=1)
            lines += week_lines(calendar.measures, known, week, as_of, calendar.away)
        week = week.next
    return lines
