"""The goals of a quarter and its year as the lines of one list, and what can be done with each. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from PySide6.QtCore import QLocale

from scorecard.domain.goal_progress import GoalProgress, Stand
from scorecard.domain.goals import moved
from scorecard.domain.periods import Period
from scorecard.services.goal_pages import GoalsPage
from scorecard.ui.goals.wording import numbers_of, say_period
from scorecard.ui.text import tr
from scorecard.words.goal_names import say_perspective
from scorecard.words.goals import DOT, facts, goal_sentence, remarks, say_gone, say_share


class Step(Enum):
    """What can be done with the goal that is chosen."""

    EXPLAIN = auto()
    EDIT = auto()
    UP = auto()
    DOWN = auto()
    COPY = auto()
    CLOSE = auto()
    REMOVE = auto()


class LineKind(Enum):
    PERIOD = auto()
    PERSPECTIVE = auto()
    GOAL = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class GoalLine:
    """`right` stands at the end of the line, `words` below it. `share` None: no bar; `gone` is a mark on the bar."""

    kind: LineKind
    name: str
    right: str = ""
    words: str = ""
    key: str = ""
    share: float | None = None
    gone: float = 0.0
    stand: Stand = Stand.OPEN
    closed: bool = False
    spoken: str = ""


def goal_lines(page: GoalsPage, locale: QLocale) -> tuple[GoalLine, ...]:
    return tuple(line for period in (page.quarter, page.year) for line in _period_lines(page, period, locale))


def _period_lines(page: GoalsPage, period: Period, locale: QLocale) -> Iterator[GoalLine]:
    number = numbers_of(locale)
    found = page.of(period)
    right = say_gone(found[0], tr, number) if found else ""
    name = say_period(period, locale)
    gone = float(found[0].gone_share) if found else 0.0
    yield GoalLine(LineKind.PERIOD, name, right, gone=gone, spoken=f"{name}, {right}" if right else name)
    if not found:
        words = tr("No goals for this time.")
        yield GoalLine(LineKind.REMARK, words, spoken=words)
    for (perspective, closed), some in groupby(found, key=lambda one: (one.goal.perspective, one.goal.closed)):
        heading = _heading(perspective, closed=closed)
        if heading:
            yield GoalLine(LineKind.PERSPECTIVE, heading, spoken=heading)
        yield from (goal_line(progress, locale) for progress in some)


def _heading(perspective: str, *, closed: bool) -> str:
    said = say_perspective(perspective, tr)
    if not closed:
        return said
    return tr("Closed: {perspective}").format(perspective=said) if said else tr("Closed", "of goals")


def goal_line(progress: GoalProgress, locale: QLocale) -> GoalLine:
    number = numbers_of(locale)
    share = progress.share
    gone = say_gone(progress, tr, number)
    said = [part for part in facts(progress, tr, number) if part != gone]
    return GoalLine(
        kind=LineKind.GOAL,
        name=progress.goal.name,
        right=say_share(progress, tr, number),
        words=DOT.join([*said, *([tr("see Explain")] if remarks(progress, tr) else [])]),
        key=progress.goal.id,
        share=None if progress.target is None else max(0.0, min(1.0, float(share or 0))),
        gone=float(progress.gone_share),
        stand=progress.stand,
        closed=progress.goal.closed,
        spoken=goal_sentence(progress, tr, number),
    )


def refusals(page: GoalsPage, goal_id: str | None) -> Mapping[Step, str]:
    """Why a step is not possible, for those that are not."""
    progress = page.get(goal_id)
    if progress is None:
        return dict.fromkeys(Step, tr("Choose a goal first."))
    goals = [one.goal for one in page.of(progress.goal.period)]
    reasons: dict[Step, str] = {}
    if moved(goals, progress.goal.id, -1) is None:
        reasons[Step.UP] = tr("It is the first one here already.")
    if moved(goals, progress.goal.id, 1) is None:
        reasons[Step.DOWN] = tr("It is the last one here already.")
    return reasons


def keys_of(lines: Sequence[GoalLine]) -> tuple[str, ...]:
    return tuple(line.key for line in lines if line.key)
