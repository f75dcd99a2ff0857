"""What the Scorecard tab shows of one day, as plain values made from a snapshot."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from scorecard.domain.away import AwayRange
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import UNKNOWN, Entry, Unknown
from scorecard.domain.measures import Group, Measure, Terms
from scorecard.domain.scores import Explanation, Line, Score, Standing, explain, explain_day, week_lines
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.promised import promised_on
from scorecard.services.reckoning import Reckoned

_WAITING = frozenset({Standing.BLANK, Standing.TALLY, Standing.WEEKLY, Standing.OPEN})


@dataclass(frozen=True, slots=True)
class RowPage:
    """One measure on the day. `week` is its line in the week's sum, for weekly measures only."""

    measure: Measure
    terms: Terms
    entry: Entry
    line: Line
    week: Line | None = None

    @property
    def total(self) -> Decimal | None:
        """The week's total so far, of a weekly measure."""
        return self.week.value if self.week else None

    @property
    def completion(self) -> Fraction | None:
        """What to show beside the value: the day's completion, or the week's of a weekly measure."""
        return self.week.completion if self.week else self.line.completion

    @property
    def blank(self) -> bool:
        """Whether it still waits for a mark: on this day, or anywhere in the week for a weekly measure."""
        if self.terms.kind.computed:
            return False
        asking = [self.line.standing] if self.week is None else [self.line.standing, self.week.standing]
        return isinstance(self.entry.mark, Unknown) and self.total is None and all(s in _WAITING for s in asking)


@dataclass(frozen=True, slots=True)
class GroupPage:
    """`group` is None for the measures that stand in none. `weight` is the sum of its daily scored measures'."""

    group: Group | None
    rows: tuple[RowPage, ...]
    score: Score
    weight: int


@dataclass(frozen=True, slots=True)
class StripDay:
    """A day of the week strip."""

    day: date
    score: Score
    finished: bool
    away: bool
    from_memory: bool
    away_reason: str = ""


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day as the Scorecard tab shows it; `finished_at` is UTC, None while the day is open."""

    day: date
    today: date
    groups: tuple[GroupPage, ...]
    explanation: Explanation
    strip: tuple[StripDay, ...]
    finished_at: datetime | None
    scale: GradeScale
    away: AwayRange | None
    card_is_empty: bool
    promised: tuple[Reckoned, ...] = ()

    @property
    def week(self) -> Week:
        return Week.of(self.day)

    @property
    def score(self) -> Score:
        return self.explanation.score

    @property
    def rows(self) -> tuple[RowPage, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def blanks(self) -> tuple[RowPage, ...]:
        return tuple(row for row in self.rows if row.blank)

    @property
    def is_future(self) -> bool:
        return self.day > self.today


def day_page(snapshot: Snapshot, day: date, today: date) -> DayPage:
    """The page of `day`; the snapshot must hold the whole calendar week of it."""
    card, entries, away = snapshot.card, snapshot.entries, snapshot.away
    explanation = explain_day(card.measures, entries, day, away)
    of_week = {line.measure_id: line for line in week_lines(card.measures, entries, Week.of(day), today, away)}
    rows = tuple(_row(snapshot, day, line, of_week) for line in explanation.lines)
    return DayPage(
        day=day,
        today=today,
        groups=_groups(snapshot, rows),
        explanation=explanation,
        strip=tuple(_strip_day(snapshot, strip_day) for strip_day in Week.of(day).days),
        finished_at=snapshot.finished.get(day),
        scale=snapshot.settings.scale_on(day),
        away=_away_on(snapshot, day),
        card_is_empty=not card.on(day),
        promised=promised_on(snapshot, day, today),
    )


def _away_on(snapshot: Snapshot, day: date) -> AwayRange | None:
    return next((away for away in snapshot.away if away.covers(day)), None)


def _row(snapshot: Snapshot, day: date, line: Line, of_week: Mapping[str, Line]) -> RowPage:
    measure = snapshot.card.measure(line.measure_id)
    entry = snapshot.entries.get((day, measure.id)) or Entry(measure.id, day, UNKNOWN)
    return RowPage(measure, line.terms, entry, line, of_week[measure.id] if line.terms.weekly else None)


def _groups(snapshot: Snapshot, rows: Sequence[RowPage]) -> tuple[GroupPage, ...]:
    """The groups that have rows, in the order of the card; measures in no group of the card come last."""
    known = {group.id for group in snapshot.card.groups}
    pages = []
    for group in (*snapshot.card.groups, None):
        own = tuple(row for row in rows if _stands_in(row.measure, group, known))
        if own:
            lines = [row.line for row in own]
            weight = sum(row.terms.weight for row in own if row.terms.daily and row.terms.scores)
            pages.append(GroupPage(group, own, explain(lines).score, weight))
    return tuple(pages)


def _stands_in(measure: Measure, group: Group | None, known: Set[str]) -> bool:
    return measure.group_id == group.id if group else measure.group_id not in known


def _strip_day(snapshot: Snapshot, day: date) -> StripDay:
    score = explain_day(snapshot.card.measures, snapshot.entries, day, snapshot.away).score
    away = _away_on(snapshot, day)
    marked = [entry for (of_day, _), entry in snapshot.entries.items() if of_day == day]
    return StripDay(
        day=day,
        score=score,
        finished=day in snapshot.finished,
        away=away is not None,
        from_memory=any(entry.from_memory for entry in marked),
        away_reason=away.reason if away is not None else "",
    )
