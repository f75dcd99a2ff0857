"""Relationship levels rise and fall by steps."""

from datetime import date, timedelta

import pytest

from scorecard.domain.relations import Relation, RelationLevel, level_of, steps_of

DAY = date(2026, 11, 20)
V, S, C, P, T = RelationLevel


def step(number: int, level: RelationLevel, ago: int) -> Relation:
    return Relation(f"r{number}", "p", DAY - timedelta(days=ago), level)


def test_there_are_five_one_above_the_other() -> None:
    assert [level.step for level in RelationLevel] == [1, 2, 3, 4, 5]
    assert [level.above for level in RelationLevel] == [S, C, P, T, None]
    assert [level.below for level in RelationLevel] == [None, V, S, C, P]


def test_the_last_step_by_day_is_the_level_whatever_was_entered_last() -> None:
    assert level_of([step(1, P, 0), step(2, V, 30)]) is P
    assert level_of([step(1, P, 5), step(2, V, 5)]) is V
    assert level_of([]) is None


def test_each_step_knows_where_it_came_from() -> None:
    found = steps_of([step(3, S, 1), step(1, V, 9), step(2, C, 5), step(4, S, 0)])

    assert [(one.was, one.relation.level, one.up) for one in found] == [
        (None, V, None), (V, C, True), (C, S, False), (S, S, None),
    ]  # fmt: skip


@pytest.mark.parametrize("level", RelationLevel)
def test_a_level_is_stored_as_a_word(level: RelationLevel) -> None:
    assert RelationLevel(level.value) is level
