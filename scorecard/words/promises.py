"""Levels of promises, and what became of one, in words."""

from collections.abc import Callable
from typing import assert_never

from scorecard.domain.promises import Level, Outcome

Tr = Callable[..., str]


def say_level(level: Level, tr: Tr) -> str:
    """Of one promise."""
    match level:
        case Level.COMMITMENT:
            return tr("commitment")
        case Level.BEST_EFFORT:
            return tr("best effort")
        case Level.GOOD_INTENTION:
            return tr("good intention")
        case _ as never:
            assert_never(never)


def say_levels(level: Level, tr: Tr) -> str:
    """The promises of one level."""
    match level:
        case Level.COMMITMENT:
            return tr("Commitments")
        case Level.BEST_EFFORT:
            return tr("Best efforts")
        case Level.GOOD_INTENTION:
            return tr("Good intentions")
        case _ as never:
            assert_never(never)


def say_outcome(outcome: Outcome, tr: Tr) -> str:
    match outcome:
        case Outcome.OPEN:
            return tr("open")
        case Outcome.KEPT:
            return tr("kept")
        case Outcome.LATE:
            return tr("late")
        case Outcome.BROKEN:
            return tr("broken")
        case Outcome.RELEASED:
            return tr("released")
        case _ as never:
            assert_never(never)
