"""Goals: their quarters and years, their targets as typed, and the order they stand in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scorecard.domain.goals import (
    Counted,
    Goal,
    GoalFault,
    ImpossibleGoalError,
    Part,
    PartKind,
    Span,
    goals_of,
    in_order,
    moved,
    read_target,
    with_part,
)

GOAL = Goal("a", "Goal", Counted.TOTAL, Span.QUARTER, date(2026, 10, 1), Decimal(5))
CALLS = Part(PartKind.MEASURE, "calls")


@pytest.mark.parametrize(
    ("counted", "typed", "target"),
    [
        (Counted.TOTAL, "500", "500"),
        (Counted.TOTAL, "1,204", "1204"),
        (Counted.TOTAL, "12.5", "12.5"),
        (Counted.TOTAL, "1000000", "1000000"),
        (Counted.TIME, "120", "7200"),
        (Counted.TIME, "1.5", "90"),
        (Counted.TIME, "300h", "18000"),
        (Counted.TIME, "1:30", "90"),
        (Counted.TIME, "45 min", "45"),
        (Counted.SCORE, "85", "85"),
        (Counted.DAYS_MET, "60", "60"),
    ],
)
def test_a_target_is_read_as_it_is_meant(counted: Counted, typed: str, target: str) -> None:
    assert read_target(counted, typed) == Decimal(target)


@pytest.mark.parametrize(
    ("counted", "typed", "fault"),
    [
        (Counted.TOTAL, "many", GoalFault.TARGET),
        (Counted.TOTAL, "0", GoalFault.TARGET),
        (Counted.TOTAL, "-3", GoalFault.TARGET),
        (Counted.TOTAL, "1" * 40, GoalFault.TARGET),
        (Counted.TIME, "soon", GoalFault.TARGET),
        (Counted.DAYS_MET, "3.5", GoalFault.NOT_WHOLE),
        (Counted.SCORE, "101", GoalFault.ABOVE_BEST),
    ],
)
def test_a_target_that_is_none_is_refused(counted: Counted, typed: str, fault: GoalFault) -> None:
    with pytest.raises(ImpossibleGoalError) as refused:
        read_target(counted, typed)
    assert refused.value.fault is fault


def test_no_target_is_no_target() -> None:
    assert read_target(Counted.SCORE, "  ") is None


def test_a_target_is_read_with_the_decimal_point_of_the_user() -> None:
    assert read_target(Counted.TOTAL, "1.204,5", ",") == Decimal("1204.5")


def test_a_copy_is_open_and_of_the_next_quarter_or_year() -> None:
    copy = replace(GOAL, closed=True, parts=frozenset({CALLS})).next("b", 3)
    assert (copy.first_day, copy.closed, copy.position, copy.parts) == (
        date(2027, 1, 1), False, 3, frozenset({CALLS}),
    )  # fmt: skip
    assert replace(GOAL, span=Span.YEAR, first_day=date(2026, 1, 1)).next("c", 0).period.first == date(2027, 1, 1)


def test_goals_stand_by_perspective_the_formal_ones_first_and_closed_ones_last() -> None:
    given = [("a", "", 0, False), ("b", "Ours", 1, False), ("c", "Process", 2, False), ("d", "Customer", 3, True),
             ("e", "Customer", 4, False), ("f", "Ours", 5, False)]  # fmt: skip
    goals = [replace(GOAL, id=i, perspective=p, position=n, closed=c) for i, p, n, c in given]

    assert "".join(goal.id for goal in in_order(goals)) == "ecbfad"
    assert "".join(goal.id for goal in in_order(reversed(goals))) == "ecbfad"


def test_a_goal_moves_among_those_of_its_perspective() -> None:
    goals = [replace(GOAL, id=i, perspective=p, position=n) for n, (i, p) in enumerate(zip("abc", "XYX", strict=True))]

    assert moved(goals, "a", 1) == ("c", "a", "b")
    assert moved(goals, "a", -1) is None
    assert moved(goals, "b", 1) is None


def test_a_part_is_given_to_the_chosen_goals_and_taken_from_the_others() -> None:
    goals = (GOAL, replace(GOAL, id="b", parts=frozenset({CALLS})), replace(GOAL, id="old", parts=frozenset({CALLS})))
    changed = with_part(goals, CALLS, {"a"}, among={"a", "b"})

    assert [(goal.id, CALLS in goal.parts) for goal in changed] == [("a", True), ("b", False)]
    assert goals_of(goals, CALLS) == {"b", "old"}
    assert with_part(goals, CALLS, {"b"}, among={"a", "b"}) == ()
