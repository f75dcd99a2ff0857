"""The goals as their chart wants them: finished words and colours. Imports nothing of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from scorecard.charts.goals_picture import GoalColours, GoalPanel, GoalsPicture, GoalTone
from scorecard.domain.goal_progress import GoalProgress, Stand
from scorecard.ui.goals.wording import goal_sentence, numbers_of, say_period
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens
from scorecard.words.goal_names import say_perspective
from scorecard.words.goals import DOT, facts, say_gone, say_share

_TONES = {Stand.REACHED: GoalTone.REACHED, Stand.OVER: GoalTone.OVER, Stand.ENDED: GoalTone.ENDED}
_SIGNS = {Stand.REACHED: "✓", Stand.OVER: "!", Stand.ENDED: "−"}


@dataclass(frozen=True, slots=True)
class GoalsReading:
    """The picture, and of each goal which it is and what is said of it."""

    picture: GoalsPicture
    keys: tuple[str, ...]
    sentences: tuple[str, ...]
    summary: str = ""


def read_goals(goals: Sequence[GoalProgress], locale: QLocale, *, mirrored: bool = False) -> GoalsReading:
    return GoalsReading(
        picture=GoalsPicture(tuple(_panel(progress, locale) for progress in goals), mirrored),
        keys=tuple(progress.goal.id for progress in goals),
        sentences=tuple(goal_sentence(progress, locale) for progress in goals),
    )


def _panel(progress: GoalProgress, locale: QLocale) -> GoalPanel:
    number = numbers_of(locale)
    gone = say_gone(progress, tr, number)
    about = (say_period(progress.goal.period, locale), say_perspective(progress.goal.perspective, tr), gone)
    right = (_SIGNS.get(progress.stand, ""), say_share(progress, tr, number))
    return GoalPanel(
        name=progress.goal.name,
        about=DOT.join(part for part in about if part),
        words=DOT.join(part for part in facts(progress, tr, number) if part != gone),
        right=" ".join(part for part in right if part),
        share=None if progress.target is None else max(0.0, min(1.0, float(progress.share or 0))),
        gone=float(progress.gone_share),
        tone=_TONES.get(progress.stand, GoalTone.OPEN),
    )


def goal_colours(tokens: Tokens) -> GoalColours:
    return GoalColours(
        surface=tokens.surface,
        track=tokens.track,
        mark=tokens.outline,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        open=tokens.accent,
        reached=tokens.good,
        over=tokens.poor,
        ended=tokens.fair,
    )
