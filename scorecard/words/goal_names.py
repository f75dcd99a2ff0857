"""What goals have names for: perspectives, what is counted, what was done with one, and why one can't be."""

from collections.abc import Callable, Mapping
from typing import assert_never

from scorecard.domain.activities import Verb
from scorecard.domain.goals import PERSPECTIVES, Counted, GoalFault

Tr = Callable[..., str]


def say_perspective(perspective: str, tr: Tr) -> str:
    """Those of a formal scorecard in the user's language; one's own as they were written."""
    said = dict(zip(PERSPECTIVES, perspectives(tr), strict=True))
    return said.get(perspective, perspective)


def perspectives(tr: Tr) -> tuple[str, ...]:
    return (
        tr("Financial", "perspective of a scorecard"),
        tr("Customer", "perspective of a scorecard"),
        tr("Process", "perspective of a scorecard"),
        tr("Learning", "perspective of a scorecard"),
    )


def read_perspective(words: str, tr: Tr) -> str:
    """As it is stored: what somebody wrote in one language is found again in another."""
    said = {name.casefold(): stored for name, stored in zip(perspectives(tr), PERSPECTIVES, strict=True)}
    return said.get(words.strip().casefold(), words)


def say_counted(counted: Counted, tr: Tr) -> str:
    match counted:
        case Counted.TOTAL:
            return tr("Total", "what counts for a goal")
        case Counted.TIME:
            return tr("Time", "what counts for a goal")
        case Counted.DAYS_MET:
            return tr("Days met", "what counts for a goal")
        case Counted.SCORE:
            return tr("Mean score", "what counts for a goal")
        case _ as never:
            assert_never(never)


def explain_counted(counted: Counted, tr: Tr) -> str:
    match counted:
        case Counted.TOTAL:
            return tr("Adds up counts and numbers; a yes is one.")
        case Counted.TIME:
            return tr("Adds up times.")
        case Counted.DAYS_MET:
            return tr("Counts the days on which a measure met its target; of a weekly one, the weeks.")
        case Counted.SCORE:
            return tr("The mean of how well the targets were met, each with its weight, from 0 to 100.")
        case _ as never:
            assert_never(never)


def say_goal_fault(fault: GoalFault, tr: Tr) -> str:
    match fault:
        case GoalFault.TARGET:
            return tr("The target has to be a number above zero; or leave it empty.")
        case GoalFault.NOT_WHOLE:
            return tr("Days are counted as whole ones.")
        case GoalFault.ABOVE_BEST:
            return tr("A score reaches 100 at the most.")
        case _ as never:
            assert_never(never)


def say_goal_deed(verb: str, subject: Mapping[str, str], tr: Tr, short: Callable[[str], str]) -> str | None:
    """None for what has nothing to do with goals."""
    named = {key: short(subject.get(key, "")) for key in ("goal", "part")}
    match verb:
        case Verb.ADD_GOAL:
            words = tr("goal “{goal}”")
        case Verb.EDIT_GOAL:
            words = tr("change of the goal “{goal}”")
        case Verb.COPY_GOAL:
            words = tr("copy of the goal “{goal}”") if named["goal"] else tr("copy of goals")
        case Verb.MOVE_GOAL:
            words = tr("reorder the goals")
        case Verb.CLOSE_GOAL:
            words = tr("close the goal “{goal}”")
        case Verb.REOPEN_GOAL:
            words = tr("reopen the goal “{goal}”")
        case Verb.REMOVE_GOAL:
            words = tr("remove the goal “{goal}”")
        case Verb.ASSIGN_GOALS:
            words = tr("goals of {part}")
        case _:
            return None
    return words.format(**named)
