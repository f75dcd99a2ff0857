"""What the Goals window shows while there is nothing to show."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scorecard.services.goal_pages import GoalsPage
from scorecard.ui.goals.wording import say_period
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import PrimaryButton, QuietButton
from scorecard.ui.widgets.empty_state import EmptyState


def no_goals_yet(add: Callable[[], None], parent: QWidget) -> EmptyState:
    make = PrimaryButton(tr("Make the first goal"), parent)
    make.clicked.connect(lambda: add())
    words = tr(
        "A goal adds up what the card already holds. For example: the measure “Thank-yous heard” works towards "
        "“500 thank-yous this quarter”. Nothing more has to be entered."
    )
    return EmptyState("target", tr("No goals yet"), words, [make], parent)


class NoGoalsHere(EmptyState):
    """Nothing in this quarter and year, but in others."""

    def __init__(self, copy: Callable[[], None], parent: QWidget) -> None:
        self.copy = QuietButton("", parent)
        self.copy.clicked.connect(lambda: copy())
        super().__init__("target", tr("No goals here"), "", [self.copy], parent)

    def show_earlier(self, page: GoalsPage) -> None:
        count = len(page.earlier)
        self.copy.setVisible(bool(count))
        self.copy.setText(tr("Copy %n goal(s) of the quarter before", "", count) if count else "")
        quarter, year = say_period(page.quarter, self.locale()), say_period(page.year, self.locale())
        words = tr("Neither {quarter} nor the year {year} has a goal.")
        self.sentence.setText(words.format(quarter=quarter, year=year))


def no_goals_here(copy: Callable[[], None], parent: QWidget) -> NoGoalsHere:
    return NoGoalsHere(copy, parent)
