"""The goals as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.domain.goal_progress import GoalProgress
from scorecard.ui.goals.wording import numbers_of, say_period
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.goal_names import say_perspective
from scorecard.words.goals import say_come_to, say_missing, say_share, say_target, say_time

_LAST = 8
_NARROWEST, _WIDEST = 70, 340
_NUMBERS = (3, 4, 5, 7, 8)


def headings() -> tuple[str, ...]:
    return (
        tr("Goal"), tr("Perspective"), tr("For", "which quarter or year"), tr("Come to"), tr("Target"),
        tr("Share"), tr("Missing"), tr("Time gone"), tr("Known"),
    )  # fmt: skip


def table_rows(goals: Sequence[GoalProgress], locale: QLocale) -> list[tuple[str, ...]]:
    number = numbers_of(locale)
    return [
        (
            progress.goal.name,
            say_perspective(progress.goal.perspective, tr),
            say_period(progress.goal.period, locale),
            say_come_to(progress, tr, number),
            say_target(progress.goal, tr, number),
            say_share(progress, tr, number),
            say_missing(progress, tr, number),
            say_time(progress, tr, number),
            tr("{known} of {due}").format(known=number(progress.known), due=number(progress.asked)),
        )
        for progress in goals
    ]


class GoalTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Goals in numbers"), headings(), parent, numbers=_NUMBERS, wide=_LAST, narrowest=_NARROWEST)
        self.horizontalHeader().setMaximumSectionSize(px(self, _WIDEST))
