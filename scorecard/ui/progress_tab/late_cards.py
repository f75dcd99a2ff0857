"""How the cards that know numpy are made; each is imported when it is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from scorecard.ui.progress_tab.adjustments_card import AdjustmentsCard
    from scorecard.ui.progress_tab.course_card import CourseCard
    from scorecard.ui.progress_tab.feeling_card import FeelingCard
    from scorecard.ui.progress_tab.findings_card import FindingsCard
    from scorecard.ui.progress_tab.goal_card import GoalCard
    from scorecard.ui.progress_tab.measures_card import MeasuresCard
    from scorecard.ui.progress_tab.tally_card import TallyCard
    from scorecard.ui.progress_tab.trust_card import TrustCard
    from scorecard.ui.progress_tab.weekday_card import WeekdayCard
    from scorecard.ui.progress_tab.year_card import YearCard


def course_card(parent: QWidget) -> "CourseCard":
    from scorecard.ui.progress_tab.course_card import CourseCard

    return CourseCard(parent)


def year_card(parent: QWidget) -> "YearCard":
    from scorecard.ui.progress_tab.year_card import YearCard

    return YearCard(parent)


def measures_card(parent: QWidget) -> "MeasuresCard":
    from scorecard.ui.progress_tab.measures_card import MeasuresCard

    return MeasuresCard(parent)


def tally_card(parent: QWidget) -> "TallyCard":
    from scorecard.ui.progress_tab.tally_card import TallyCard

    return TallyCard(parent)


def goal_card(parent: QWidget) -> "GoalCard":
    from scorecard.ui.progress_tab.goal_card import GoalCard

    return GoalCard(parent)


def weekday_card(parent: QWidget) -> "WeekdayCard":
    from scorecard.ui.progress_tab.weekday_card import WeekdayCard

    return WeekdayCard(parent)


def feeling_card(parent: QWidget) -> "FeelingCard":
    from scorecard.ui.progress_tab.feeling_card import FeelingCard

    return FeelingCard(parent)


def trust_card(parent: QWidget) -> "TrustCard":
    from scorecard.ui.progress_tab.trust_card import TrustCard

    return TrustCard(parent)


def findings_card(parent: QWidget) -> "FindingsCard":
    from scorecard.ui.progress_tab.findings_card import FindingsCard

    return FindingsCard(parent)


def adjustments_card(parent: QWidget) -> "AdjustmentsCard":
    from scorecard.ui.progress_tab.adjustments_card import AdjustmentsCard

    return AdjustmentsCard(parent)
