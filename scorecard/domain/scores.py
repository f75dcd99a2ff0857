"""The score of a day, a group and a week, with its coverage, and how it came about.

All sums are exact (`Fraction`), so that the rows of an explanation add up to the score and their order cannot matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.completion import WHOLE, completion
from scorecard.domain.marks import Entry, Mark, Scored, Skipped
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.domain.weeks import Week

Entries = Mapping[tuple[date, str], Entry]


class Standing(StrEnum):
    """What a line does in the sum."""

    COUNTED = "counted"
    BLANK = "blank"
    SKIPPED = "skipped"
    AWAY = "away"
    NOT_DUE = "not due"
    WEEKLY = "weekly"
    TALLY = "tally"
    OPEN = "open"  # a weekly measure that is neither met nor over

    @property
    def asked(self) -> bool:
        """Whether the line's weight is due: blanks are, skipped and away are not."""
        return self in (Standing.COUNTED, Standing.BLANK)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure in a sum. `weight` counts in the sum, `points` is its share of the score's 100.

    `value` is a day's value or a week's total; None when nothing is known.
    """

    measure_id: str
    terms: Terms
    standing: Standing
    weight: int
    value: Decimal | None = None
    completion: Fraction | None = None
    points: Fraction = Fraction(0)
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`so_far` is 100 · Σ w·c / Σ w over what is known; it is the score once half of the due weight is known."""

    so_far: Fraction | None
    known: int
    due: int
    known_weight: int
    due_weight: int

    @property
    def thin(self) -> bool:
        """Under half coverage: too little to call it a score."""
        return 2 * self.known_weight < self.due_weight

    @property
    def value(self) -> Fraction | None:
        return None if self.thin else self.so_far


@dataclass(frozen=True, slots=True)
class Explanation:
    """The lines that made a score. The points of the lines add up to `score.so_far` exactly."""

    lines: tuple[Line, ...]
    score: Score


def day_lines(measures: Iterable[Measure], entries: Entries, day: date, away: Iterable[AwayRange] = ()) -> list[Line]:
    """One line for each measure on that day's card, in the order given, not yet weighed against each other."""
    gone = is_away(day, away)
    lines = []
    for measure in measures:
        terms = measure.terms_on(day)
        if terms is None or not terms.on_card:
            continue
        entry = entries.get((day, measure.id))
        lines.append(_day_line(terms, entry or Entry(measure.id, day), away=gone))
    return lines


def _day_line(terms: Terms, entry: Entry, *, away: bool) -> Line:
    mark = entry.mark
    standing = _standing(terms, entry, away=away)
    value = mark.value if isinstance(mark, Scored) else None
    share = completion(terms, value) if value is not None and terms.scores and terms.daily else None
    return Line(entry.measure_id, terms, standing, terms.weight, value, share, day=entry.day)


def _standing(terms: Terms, entry: Entry, *, away: bool) -> Standing:
    mark = entry.mark
    if away:
        return Standing.AWAY
    if terms.weekly:
        return Standing.WEEKLY
    if not terms.due_on(entry.day) or _has_nothing_to_count(terms, entry):
        return Standing.NOT_DUE
    if not terms.scores:
        return Standing.TALLY
    if isinstance(mark, Skipped):
        return Standing.SKIPPED
    return Standing.COUNTED if isinstance(mark, Scored) else Standing.BLANK


def _has_nothing_to_count(terms: Terms, entry: Entry) -> bool:
    """No promise came due that day."""
    return terms.kind.computed and not entry.computed and not isinstance(entry.mark, Skipped)


def explain(lines: Sequence[Line]) -> Explanation:
    """Weighs the lines against each other and adds them up."""
    counted = [line for line in lines if line.standing is Standing.COUNTED]
    asked = [line for line in lines if line.standing.asked]
    known_weight = sum(line.weight for line in counted)
    weighed = tuple(_with_points(line, known_weight) for line in lines)
    so_far = sum((line.points for line in weighed), Fraction(0)) if counted else None
    due_weight = sum(line.weight for line in asked)
    return Explanation(weighed, Score(so_far, len(counted), len(asked), known_weight, due_weight))


def _with_points(line: Line, known_weight: int) -> Line:
    if line.standing is not Standing.COUNTED or line.completion is None:
        return line
    points = 100 * line.weight * line.completion / known_weight
    return Line(
        line.measure_id, line.terms, line.standing, line.weight, line.value, line.completion, points, line.day
    )  # fmt: skip


def explain_day(
    measures: Iterable[Measure], entries: Entries, day: date, away: Iterable[AwayRange] = ()
) -> Explanation:
    return explain(day_lines(measures, entries, day, away))


def explain_week(
    measures: Sequence[Measure], entries: Entries, week: Week, today: date, away: Sequence[AwayRange] = ()
) -> Explanation:
    """Every daily line of the week up to `today`, and every weekly measure, weighing its weight × the week's due days.

    A weekly measure counts once it is met or the week is over; before that it stands as open. The due days of a week
    are those, not away, on which some daily measure of the card is due; with no daily measure, those not away.
    """
    lines: list[Line] = []
    for day in week.days:
        if day <= today:
            lines += [line for line in day_lines(measures, entries, day, away) if line.terms.daily]
    return explain([*lines, *week_lines(measures, entries, week, today, away)])


def week_lines(
    measures: Sequence[Measure], entries: Entries, week: Week, today: date, away: Sequence[AwayRange] = ()
) -> list[Line]:
    """The lines of the weekly measures, not yet weighed against the others."""
    weekly = [measure for measure in measures if any(_weekly_on(measure, day) for day in week.days)]
    if not weekly:
        return []
    due_days = _due_days(measures, week, away)
    lines = [week_line(measure, entries, week, today, due_days) for measure in weekly]
    return [line for line in lines if line is not None]


def week_line(measure: Measure, entries: Entries, week: Week, today: date, due_days: int = 1) -> Line | None:
    """The line of a weekly measure; None when it was not weekly, or not on the card, on any day of the week.

    The terms are those of the last day on which it was a weekly measure of the card, and only entries of such days
    are in the total, so that a change to or from weekly in mid-week takes nothing away.
    """
    days = [day for day in week.days if _weekly_on(measure, day)]
    terms = measure.terms_on(days[-1]) if days else None
    if terms is None:
        return None
    marks = [entries[day, measure.id].mark for day in days if (day, measure.id) in entries]
    total = week_total(terms, marks)
    share = completion(terms, total) if total is not None and terms.scores else None
    standing = _week_standing(terms, marks, share, over=today > week.sunday, due_days=due_days)
    return Line(measure.id, terms, standing, terms.weight * due_days, total, share)


def _weekly_on(measure: Measure, day: date) -> bool:
    terms = measure.terms_on(day)
    return terms is not None and terms.weekly and terms.on_card


def _week_standing(
    terms: Terms, marks: Sequence[Mark], share: Fraction | None, *, over: bool, due_days: int
) -> Standing:
    if due_days == 0:
        return Standing.AWAY
    if any(isinstance(mark, Skipped) for mark in marks) and not any(isinstance(mark, Scored) for mark in marks):
        return Standing.SKIPPED
    if not terms.scores:
        return Standing.TALLY
    if share is None:
        return Standing.BLANK if over else Standing.OPEN
    # What is at most or between can still be overshot until the week is over.
    met = share == WHOLE and terms.direction is Direction.AT_LEAST
    return Standing.COUNTED if met or over else Standing.OPEN


def week_total(terms: Terms, marks: Sequence[Mark]) -> Decimal | None:
    """The week's total of the marks of its days, in their order; None when nothing is known.

    Counts, numbers and durations add up; yes on one day is yes for the week; of ratings the last one stands.
    """
    values = [mark.value for mark in marks if isinstance(mark, Scored)]
    if not values:
        return None
    if terms.kind is Kind.YES_NO:
        return max(values)
    if terms.kind is Kind.RATING:
        return values[-1]
    return sum(values, Decimal(0))


def _due_days(measures: Sequence[Measure], week: Week, away: Sequence[AwayRange]) -> int:
    present = [day for day in week.days if not is_away(day, away)]
    due = [day for day in present if any(_daily_due(measure, day) for measure in measures)]
    daily = any(_daily_due(measure, day) for measure in measures for day in week.days)
    return len(due) if daily else len(present)


def _daily_due(measure: Measure, day: date) -> bool:
    terms = measure.terms_on(day)
    return terms is not None and terms.daily and terms.scores and terms.due_on(day)
