"""What the Scorecard tab shows, as plain values made from a day's page. The widgets only paint these."""

from dataclasses import dataclass
from decimal import Decimal

from scorecard.domain.grades import rounded
from scorecard.domain.marks import Scored, Skipped
from scorecard.domain.measures import Direction, Kind
from scorecard.domain.scores import Score, Standing
from scorecard.services.pages import DayPage, GroupPage, RowPage, StripDay
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.widgets.strip_day import StripReading

Share = float | None


@dataclass(frozen=True, slots=True)
class HeaderState:
    """The two lines at the top of a day, and what its button says that switches being away."""

    title: str
    subtitle: str
    away: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """`share` fills the bar; None draws none known. `bar` is False where nothing is asked."""

    name: str
    why: str
    points: str
    surplus: str
    share: Share
    bar: bool
    quiet: bool
    value: Decimal | None
    has_note: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class GroupBar:
    """A group in the day panel; `share` is its score over 100."""

    name: str
    share: Share
    points: str


@dataclass(frozen=True, slots=True)
class PanelState:
    """`big` and `small` stand in the ring, `left` says what is left to do."""

    share: Share
    big: str
    small: str
    spoken: str
    bars: tuple[GroupBar, ...]
    left: str
    finished: bool
    can_finish: bool


def share_of(score: Score) -> Share:
    return None if score.value is None else float(score.value) / 100


def header_state(page: DayPage) -> HeaderState:
    title = say.say_day(page.day) if page.day.year == page.today.year else say.say_day_with_year(page.day)
    return HeaderState(title, " · ".join([say.say_week(page.week), *_header_parts(page)]), say_away_switch(page))


def _header_parts(page: DayPage) -> list[str]:
    parts = [tr("This day has not begun yet")] if page.is_future else []
    if page.away is not None:
        return [*parts, say.say_away(page.away.reason)]
    if page.is_future or not page.score.due:
        return parts
    scored = tr("{known} of {due} measures scored").format(known=page.score.known, due=page.score.due)
    return [scored, tr("finished")] if page.finished_at else [scored]


def say_away_switch(page: DayPage) -> str:
    """What switches being away on the day; empty while there is no card."""
    if page.card_is_empty:
        return ""
    if page.away is not None:
        return tr("Not away")
    return tr("Away today") if page.day == page.today else tr("Away that day")


def row_state(row: RowPage) -> RowState:
    value = row.entry.mark.value if isinstance(row.entry.mark, Scored) else None
    points, share = _points(row)
    return RowState(
        name=row.measure.name,
        why=_second_line(row),
        points=points,
        surplus=_surplus(row, value) if share is not None else "",
        share=share,
        bar=row.terms.scores,
        quiet=row.line.standing in (Standing.NOT_DUE, Standing.AWAY),
        value=value,
        has_note=bool(row.entry.note),
        spoken=_spoken(row, points),
    )


def _second_line(row: RowPage) -> str:
    target = say.say_target(row.terms)
    parts = [row.measure.why, target] if row.measure.why else [say.sentence_case(target) or say.say_due(row.terms)]
    if row.terms.weekly and row.total is not None and row.terms.kind is not Kind.YES_NO:
        parts.append(tr("{total} so far this week").format(total=say.say_value_with_unit(row.terms, row.total)))
    return " · ".join(part for part in parts if part)


def _points(row: RowPage) -> tuple[str, Share]:
    """What stands at the end of the row, and how far its bar is filled."""
    if isinstance(row.entry.mark, Skipped):
        return tr("skipped"), None
    if row.line.standing is Standing.AWAY:
        return tr("away"), None
    if row.line.standing is Standing.NOT_DUE:
        return tr("not due"), None
    share = row.completion
    if share is None:
        return "" if row.line.standing is Standing.TALLY else say.NOTHING, None
    return str(rounded(100 * share)), float(share)


def _surplus(row: RowPage, value: Decimal | None) -> str:
    """ "+2" when there is more than was asked; it is shown and earns nothing more."""
    known = row.total if row.terms.weekly else value
    target = row.terms.target
    if known is None or target is None or row.terms.direction is not Direction.AT_LEAST or known <= target:
        return ""
    return "+" + say.say_value(row.terms.kind, known - target)


def _spoken(row: RowPage, points: str) -> str:
    """What a screen reader says of the row beside its name."""
    parts = [say.say_entry(row.terms, row.entry), say.say_target(row.terms)]
    if points.isdigit():
        parts.append(tr("{points} points").format(points=points))
    if row.entry.note:
        parts.append(tr("has a note"))
    return ", ".join(part for part in parts if part)


def group_title(group: GroupPage) -> tuple[str, str]:
    name = group.group.name if group.group else tr("Measures")
    return name, tr("weight {weight}").format(weight=group.weight) if group.weight else ""


def strip_reading(day: StripDay, page: DayPage) -> StripReading:
    score = day.score
    future = day.day > page.today
    share = None if score.so_far is None or future else float(score.so_far) / 100
    return StripReading(
        weekday=say.say_weekday(day.day),
        day=str(day.day.day),
        score=tr("away") if day.away else "" if score.value is None else str(rounded(score.value)),
        share=None if day.away else share,
        selected=day.day == page.day,
        today=day.day == page.today,
        finished=day.finished,
        away=day.away,
        thin=score.thin or day.from_memory,
        future=future,
    )


def strip_spoken(day: StripDay, page: DayPage) -> str:
    """The accessible name of a day of the strip."""
    parts = [say.say_day(day.day)]
    if day.day == page.today:
        parts.append(tr("today"))
    if day.away:
        parts.append(say.say_away(day.away_reason))
    elif day.day <= page.today:
        parts.append(tr("score {score}").format(score=say.say_score(day.score)))
    if day.finished:
        parts.append(tr("finished"))
    return ", ".join(parts)


def panel_state(page: DayPage) -> PanelState:
    score = page.score
    big = say.say_points(score.value)
    grade = page.scale.grade(score.value) if score.value is not None and page.scale.shown else ""
    coverage = tr("{known} of {due}").format(known=score.known, due=score.due) if score.due else ""
    bars = tuple(_group_bar(group) for group in page.groups) if len(page.groups) > 1 else ()
    return PanelState(
        share=share_of(score),
        big=big,
        small=" · ".join(part for part in (grade, coverage) if part),
        spoken=tr("Score of the day: {score}, {grade}. Explain").format(score=say.say_score(score), grade=grade or "–"),
        bars=bars,
        left=_left(page),
        finished=page.finished_at is not None,
        can_finish=not page.is_future and not page.card_is_empty,
    )


def _group_bar(group: GroupPage) -> GroupBar:
    name, _ = group_title(group)
    return GroupBar(name, share_of(group.score), say.say_points(group.score.value))


def _left(page: DayPage) -> str:
    if page.is_future:
        return tr("It can be scored when it is here.")
    if page.away is not None:
        return tr("You are away: the day counts for nothing.")
    blank = len(page.blanks)
    if blank and page.finished_at is not None:
        return tr("%n measure(s) left blank", "", blank)
    if blank:
        return tr("%n measure(s) still to score", "", blank)
    if not page.rows:
        return ""
    return tr("Everything is scored.") if page.score.due else tr("Nothing is due on this day.")
