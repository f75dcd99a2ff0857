"""Who hears of a change: plain callbacks, called after the commit, in the order in which they asked."""

from collections.abc import Callable
from datetime import date

from scorecard.domain.changes import PEOPLE_TOPICS, Change

EVERYTHING = Change(
    frozenset({
        "measure", "terms", "measure_group", "setting", "away", "entry", "day", "promise", "promise_step", "person",
        "reflection", "felt", "adjustment", "prompt", "question", "checkin", "goal", "goal_part",
    }) | PEOPLE_TOPICS,
    frozenset(),
)  # fmt: skip

Listener = Callable[[Change], None]


class Changes:
    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def follow(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def announce(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)


def touches(change: Change, days: frozenset[date]) -> bool:
    """Whether the pages of `days` may be different now. What is written in the evening stands on none of them."""
    anywhere = change.touches_card() or change.touches_promises()
    return anywhere or (change.touches_entries() and not change.days.isdisjoint(days))
