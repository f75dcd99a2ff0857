"""People in the weekly review: who was too long without a word, whose level changed, and plans to look at."""

from collections.abc import Callable, Sequence
from datetime import date

from scorecard.services.people.week import LevelMove, OverduePerson, PeopleWeek, PlanToReview
from scorecard.words.people import say_relation_level

Tr = Callable[..., str]
Names = Callable[[Sequence[str]], str]


def people_lines(
    week: PeopleWeek, tr: Tr, names: Names, day: Callable[[date], str] = date.isoformat
) -> tuple[tuple[str, str, str], ...]:
    """Words, a value and quietly more, for each line; none of what there is nothing of."""
    overdue = _overdue(week.overdue, tr, names)
    reviews = ((tr("Quality review with {name}").format(name=one.name), day(one.day), "") for one in week.reviews)
    return (*overdue, *(_move(one, tr) for one in week.moves), *(_plan(one, tr) for one in week.plans), *reviews)


def _overdue(overdue: Sequence[OverduePerson], tr: Tr, names: Names) -> tuple[tuple[str, str, str], ...]:
    if not overdue:
        return ()
    words = tr("Longer without a word than you wanted: {names}").format(names=names([one.name for one in overdue]))
    return ((words, "", ""),)


def _move(move: LevelMove, tr: Tr) -> tuple[str, str, str]:
    level = say_relation_level(move.level, tr)
    if move.was is None or move.up is None:
        return move.name, level, move.evidence
    words = tr("{name}, up from {level}") if move.up else tr("{name}, down from {level}")
    return words.format(name=move.name, level=say_relation_level(move.was, tr).lower()), level, move.evidence


def _plan(plan: PlanToReview, tr: Tr) -> tuple[str, str, str]:
    words = tr("Plan for {name}, {factor}", "a factor of trust in a team").format(name=plan.name, factor=plan.factor)
    return words, "", plan.words
