"""Counting what the entries of a quarter or a year give to its goals, measure by measure; all sums are exact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.completion import WHOLE, completion
from scorecard.domain.days import ONE_DAY
from scorecard.domain.goal_progress import NOTHING, Gain, GoalProgress, Left, LeftOut
from scorecard.domain.goals import Counted, Goal, members, usable
from scorecard.domain.marks import Entry, Mark, Scored, Skipped
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.domain.periods import Period
from scorecard.domain.scores import Line, Standing, week_lines
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week

_ASKED = (Standing.COUNTED, Standing.BLANK)
_GOING_ON = (*_ASKED, Standing.OPEN, Standing.TALLY)


@dataclass(frozen=True, slots=True)
class Seen:
    """So many entries of a measure with the same mark under the same terms, the latest of them on `last`.

    `due`: they were asked for, and nobody was away. Those of a weekly measure come one by one.
    """

    measure_id: str
    terms: Terms
    mark: Mark
    times: int
    due: bool
    last: date


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known of a quarter or year up to `until`, for all goals of it. `weeks`: the lines of weekly measures."""

    period: Period
    until: date
    today: date
    card: Card
    gone: frozenset[date]
    seen: Mapping[str, tuple[Seen, ...]]
    weeks: Mapping[str, tuple[tuple[Week, Line], ...]]


def facts_of(
    period: Period, until: date, today: date, card: Card, away: Sequence[AwayRange], seen: Iterable[Seen]
) -> Facts:
    """`seen` reach from the Monday of the period's first week to `until`, which is no later than today."""
    until = min(until, period.last, today)
    by_measure: dict[str, list[Seen]] = {}
    for one in seen:
        by_measure.setdefault(one.measure_id, []).append(one)
    days = _days(period.first, period.last)
    return Facts(
        period=period,
        until=until,
        today=today,
        card=card,
        gone=frozenset(day for day in days if is_away(day, away)) if away else frozenset(),
        seen={measure_id: tuple(found) for measure_id, found in by_measure.items()},
        weeks=_week_lines(period, until, today, card, away, by_measure),
    )


def _week_lines(
    period: Period, until: date, today: date, card: Card, away: Sequence[AwayRange], seen: Mapping[str, Sequence[Seen]]
) -> dict[str, tuple[tuple[Week, Line], ...]]:
    """The weeks that touch the period, as far as it has come."""
    found: dict[str, list[tuple[Week, Line]]] = {}
    if until < period.first or not any(terms.weekly for measure in card.measures for terms in measure.terms):
        return {}
    entries = {
        (one.last, one.measure_id): Entry(one.measure_id, one.last, one.mark)
        for some in seen.values()
        for one in some
        if one.terms.weekly
    }
    as_of = today if until == today else until + ONE_DAY  # a week that ended with the last day looked at is over
    week = Week.of(period.first)
    while week.monday <= until:
        for line in week_lines(card.measures, entries, week, as_of, away):
            found.setdefault(line.measure_id, []).append((week, line))
        week = week.next
    return {measure_id: tuple(lines) for measure_id, lines in found.items()}


def goal_progress(goal: Goal, facts: Facts) -> GoalProgress:
    measures = members(goal, facts.card)
    in_force = [measure.terms_on(max(facts.until, facts.period.first)) or measure.terms[0] for measure in measures]
    kept_low = [terms.direction is Direction.AT_MOST for terms in in_force]
    adds = goal.counted.adds_values
    return GoalProgress(
        goal=goal,
        until=facts.until,
        gains=tuple(_gain(goal.counted, measure, facts) for measure in measures),
        gone=min(max((facts.until - facts.period.first).days + 1, 0), facts.period.days),
        days=facts.period.days,
        left=_left(measures, facts),
        limit=adds and bool(kept_low) and all(kept_low),
        mixed=adds and any(kept_low) and not all(kept_low),
        units=_units(measures, facts) if goal.counted is Counted.TOTAL else (),
        over=facts.today > facts.period.last == facts.until,
    )


def _gain(counted: Counted, measure: Measure, facts: Facts) -> Gain:
    first = facts.period.first
    seen = [one for one in facts.seen.get(measure.id, ()) if one.last >= first]
    daily = [one for one in seen if usable(counted, one.terms) and not one.terms.weekly]
    lines = [(week, line) for week, line in facts.weeks.get(measure.id, ()) if usable(counted, line.terms)]
    asked = _asked(counted, measure, facts) - _times(one for one in daily if one.due and isinstance(one.mark, Skipped))
    known = _times(one for one in daily if one.due and isinstance(one.mark, Scored))
    left_out = _left_out(counted, seen)
    if counted.adds_values:
        values = [one for one in seen if usable(counted, one.terms) and isinstance(one.mark, Scored)]
        weekly = [line for _, line in lines if line.standing in _GOING_ON]
        return Gain(
            measure,
            whole=sum((_added(one) for one in values), NOTHING),
            n=_times(values),
            known=known + sum(line.value is not None for line in weekly),
            asked=asked + len(weekly),
            left_out=left_out,
        )
    ended = [line for week, line in lines if first <= week.sunday <= facts.period.last and line.standing in _ASKED]
    pieces = [*_pieces(daily), *_week_pieces(ended)]
    return Gain(
        measure,
        whole=_whole(counted, pieces),
        weight=sum(weight * times for weight, _, times in pieces),
        n=sum(times for _, _, times in pieces),
        known=known + len(_week_pieces(ended)),
        asked=asked + len(ended),
        left_out=left_out,
    )


_Piece = tuple[int, Fraction, int]  # its weight, how much of what was asked it is, how many times


def _pieces(seen: Iterable[Seen]) -> list[_Piece]:
    """What counts in scores: values of days on which they were due, and nobody was away."""
    return [
        (one.terms.weight, completion(one.terms, one.mark.value), one.times)
        for one in seen
        if one.due and isinstance(one.mark, Scored)
    ]


def _week_pieces(lines: Iterable[Line]) -> list[_Piece]:
    return [
        (line.weight, line.completion, 1)
        for line in lines
        if line.standing is Standing.COUNTED and line.completion is not None
    ]


def _whole(counted: Counted, pieces: Iterable[_Piece]) -> Fraction:
    if counted is Counted.DAYS_MET:
        return sum((Fraction(times) for _, share, times in pieces if share == WHOLE), NOTHING)
    return sum((weight * share * times for weight, share, times in pieces), NOTHING)


def _added(one: Seen) -> Fraction:
    return Fraction(one.mark.value) * one.times if isinstance(one.mark, Scored) else NOTHING


def _times(seen: Iterable[Seen]) -> int:
    return sum(one.times for one in seen)


def _asked(counted: Counted, measure: Measure, facts: Facts) -> int:
    """On how many days, skipped ones too; a measure that the program counts is asked where something came due."""
    asked = 0
    for place, terms in enumerate(measure.terms):
        first = max(terms.first_day, facts.period.first)
        following = measure.terms[place + 1].first_day - ONE_DAY if place + 1 < len(measure.terms) else facts.until
        last = min(following, facts.until)
        if terms.daily and terms.on_card and not terms.kind.computed and usable(counted, terms) and first <= last:
            gone = sum(first <= day <= last and day.weekday() in terms.due for day in facts.gone)
            asked += _due_days(terms, first, last) - gone
    computed = (one for one in facts.seen.get(measure.id, ()) if one.terms.kind.computed and one.due)
    return asked + _times(one for one in computed if usable(counted, one.terms))


def _due_days(terms: Terms, first: date, last: date) -> int:
    weeks, rest = divmod((last - first).days + 1, 7)
    return weeks * len(terms.due) + sum((first.weekday() + n) % 7 in terms.due for n in range(rest))


def _left_out(counted: Counted, seen: Iterable[Seen]) -> tuple[LeftOut, ...]:
    found: dict[tuple[Kind, bool], int] = {}
    for one in seen:
        if isinstance(one.mark, Scored) and not usable(counted, one.terms):
            key = one.terms.kind, not one.terms.scores and not counted.adds_values
            found[key] = found.get(key, 0) + one.times
    return tuple(LeftOut(kind, tally, n) for (kind, tally), n in sorted(found.items()))


def _left(measures: Sequence[Measure], facts: Facts) -> Left:
    """From the day after `until`; with today, while nothing is known of it."""
    begun = facts.until < facts.today or _known_on(measures, facts, facts.until)
    first = max(facts.until + ONE_DAY if begun else facts.until, facts.period.first)
    days = [day for day in _days(first, facts.period.last) if day not in facts.gone]
    in_force = [terms for measure in measures if (terms := measure.terms_on(first)) is not None and terms.on_card]
    if in_force and all(terms.weekly for terms in in_force):
        return Left(len({Week.of(day) for day in days}), weekly=True)
    return Left(sum(any(_asked_on(measure, day) for measure in measures) for day in days))


def _asked_on(measure: Measure, day: date) -> bool:
    terms = measure.terms_on(day)
    return terms is not None and terms.daily and terms.due_on(day)


def _known_on(measures: Iterable[Measure], facts: Facts, day: date) -> bool:
    ids = (measure.id for measure in measures)
    return any(one.last == day for measure_id in ids for one in facts.seen.get(measure_id, ()))


def _units(measures: Iterable[Measure], facts: Facts) -> tuple[str, ...]:
    units = {
        one.terms.unit.casefold(): one.terms.unit
        for measure in measures
        for one in facts.seen.get(measure.id, ())
        if one.terms.unit and usable(Counted.TOTAL, one.terms) and one.last >= facts.period.first
    }
    return tuple(units.values()) if len(units) > 1 else ()


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def seen_promises(
    measures: Iterable[Measure], marks: Mapping[date, Mark], stored: Iterable[Seen], away: Sequence[AwayRange]
) -> list[Seen]:
    """What measures that count promises have, which is never stored. What was skipped stays skipped."""
    skipped = {(one.last, one.measure_id) for one in stored if one.terms.kind.computed}
    found = []
    for measure in measures:
        for day, mark in marks.items():
            terms = measure.terms_on(day)
            if terms is not None and terms.kind.computed and (day, measure.id) not in skipped:
                due = terms.due_on(day) and not is_away(day, away)
                found.append(Seen(measure.id, terms, mark, 1, due, day))
    return found
