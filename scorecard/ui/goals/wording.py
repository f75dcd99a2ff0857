"""What goals say in the user's language: numbers with the locale's marks, quarters and years by their names."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QLocale

from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.goals import Goal
from scorecard.domain.periods import Length, Period
from scorecard.ui.text import tr
from scorecard.words import goals as words

MONTHS_OF_A_QUARTER = 3


def numbers_of(locale: QLocale) -> Callable[[Decimal | int], str]:
    """With the locale's marks between thousands, and as many digits after the point as there are."""

    def say(number: Decimal | int) -> str:
        exponent = Decimal(number).normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return locale.toString(float(number), "f", places).replace("-", "−")

    return say


def say_period(period: Period, locale: QLocale) -> str:
    """ "Quarter 4 of 2026", "2026"."""
    plain = QLocale(locale)
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    year = plain.toString(period.first.year)
    if period.length is not Length.QUARTER:
        return year
    number = plain.toString((period.first.month + MONTHS_OF_A_QUARTER - 1) // MONTHS_OF_A_QUARTER)
    return tr("Quarter {number} of {year}").format(number=number, year=year)


def say_goal_and_period(goal: Goal, locale: QLocale) -> str:
    return tr("{name} · {period}", "Thank-yous · Quarter 4 of 2026").format(
        name=goal.name, period=say_period(goal.period, locale)
    )


def goal_sentence(progress: GoalProgress, locale: QLocale) -> str:
    return words.goal_sentence(progress, tr, numbers_of(locale))
