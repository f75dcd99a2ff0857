"""What became of a promise, told day by day from its plain rows, by other means than the program's own.

Each day begins with a look whether the date has passed; then come the steps of that day in the order of their entry.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

ONE_DAY = timedelta(days=1)
Row = Mapping[str, Any]
Record = tuple[int, int]


@dataclass(slots=True)
class Story:
    """`missed` is the day and level of the first date that a step shows as missed; `lapsed` of the present one."""

    level: str
    last_day: date | None
    outcome: str = "open"
    settled_on: date | None = None
    effort: int | None = None
    strove: int | None = None
    missed: tuple[date, str] | None = None
    lapsed: tuple[date, str] | None = None
    honest_moves: list[tuple[date, str]] = field(default_factory=list)

    @property
    def count(self) -> tuple[date, str, str] | None:
        """The day, the level and the verdict of what it counts for."""
        if self.missed:
            ends = {"kept": "late", "late": "late", "broken": "broken"}
            return *self.missed, ends.get(self.outcome) or ("overdue" if self.lapsed else "missed")
        if self.lapsed:
            return *self.lapsed, "overdue"
        if self.outcome == "kept" and self.settled_on:
            return self.settled_on, self.level, "on time"
        return None

    @property
    def kept(self) -> bool | None:
        """As its level understands it; None for what does not count."""
        if self.count is None:
            return None
        _, level, verdict = self.count
        if level == "commitment":
            return verdict == "on time"
        if level == "best_effort":
            return None if verdict in ("overdue", "missed") else verdict != "broken"
        return None if self.strove is None else bool(self.strove)


def last_day_of(span: str | None, first: str | None) -> date | None:
    if span is None or first is None:
        return None
    day = date.fromisoformat(first)
    if span == "week":
        return day + 6 * ONE_DAY
    while span == "month" and (day + ONE_DAY).month == day.month:
        day += ONE_DAY
    return day


def told(promise: Row, steps: Iterable[Row], today: date) -> Story:
    story = Story(promise["level"], last_day_of(promise["due_span"], promise["due_day"]))
    known = sorted(steps, key=lambda step: step["position"])
    day = min([promise["made_on"], *(step["day"] for step in known)])
    now = date.fromisoformat(day)
    while now <= today:
        _look(story, now)
        for step in known:
            if step["day"] == now.isoformat():
                _happen(story, step, now)
                _look(story, now)
        now += ONE_DAY
    return story


def _look(story: Story, now: date) -> None:
    if story.outcome == "open" and story.last_day and story.last_day < now and not story.lapsed:
        story.lapsed = (story.last_day, story.level)


def _happen(story: Story, step: Row, now: date) -> None:
    kind = step["kind"]
    if (kind == "reopened") == (story.outcome == "open"):
        return
    if kind == "reopened":
        story.outcome, story.settled_on, story.effort, story.strove = "open", None, None, None
    elif kind == "relevelled":
        story.level = step["level"]
    elif kind == "moved":
        if story.last_day and now >= story.last_day:
            story.missed = story.missed or story.lapsed or (story.last_day, story.level)
        elif story.last_day:
            story.honest_moves.append((now, story.level))
        story.lapsed, story.last_day = None, last_day_of(step["due_span"], step["due_day"])
    else:
        story.outcome = "late" if kind == "kept" and story.last_day and now > story.last_day else kind
        if story.outcome in ("late", "broken"):
            story.missed = story.missed or story.lapsed or (min(now, story.last_day or now), story.level)
        story.settled_on, story.effort, story.strove, story.lapsed = now, step["effort"], step["strove"], None


def record(stories: Iterable[Story], level: str, since: date = date.min) -> Record:
    """How many of one level were kept, of how many; `since` leaves out what counts for earlier days."""
    kept = [
        story.kept
        for story in stories
        if story.count and story.count[1] == level and story.count[0] >= since and story.kept is not None
    ]
    return sum(kept), len(kept)
