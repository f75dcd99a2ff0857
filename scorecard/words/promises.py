"""Levels of promises in words."""

from collections.abc import Callable
from typing import assert_never

from scorecard.domain.promises import Level

Tr = Callable[..., str]


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
