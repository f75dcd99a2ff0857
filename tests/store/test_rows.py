"""What goes into a row comes out of it, exactly."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import UNKNOWN, Entry, Scored
from scorecard.domain.measures import Group, Measure, Terms
from scorecard.domain.settings import Settings
from scorecard.domain.values import LARGEST
from scorecard.store import rows
from scorecard.store.faults import UnreadableRowError
from tests.store import strategies as some
from tests.store.deeds import DAY


def in_order(row: dict[str, Any], columns: Sequence[str]) -> tuple[Any, ...]:
    assert set(row) == set(columns)
    assert all(value is None or type(value) in (str, int) for value in row.values())
    return tuple(row[name] for name in columns)


@given(some.entries())
def test_an_entry(entry: Entry) -> None:
    assert rows.to_entry(in_order(rows.entry_row(entry), rows.ENTRY_COLUMNS)) == entry


@given(some.entries())
def test_an_entry_through_the_record(entry: Entry) -> None:
    """Undo reads rows from JSON."""
    row = json.loads(json.dumps(rows.entry_row(entry)))

    assert rows.to_entry(in_order(row, rows.ENTRY_COLUMNS)) == entry


@given(some.terms())
def test_terms(terms: Terms) -> None:
    assert rows.to_terms(in_order(rows.terms_row("m", terms), rows.TERMS_COLUMNS)) == terms


@given(some.measures("m1", ["g"]))
def test_a_measure_with_its_terms(measure: Measure) -> None:
    terms = [in_order(rows.terms_row(measure.id, known), rows.TERMS_COLUMNS) for known in measure.terms]

    card = rows.to_card([], [in_order(rows.measure_row(measure), rows.MEASURE_COLUMNS)], terms)

    assert card.measures == (measure,)


@given(some.groups())
def test_groups_in_their_order(groups: list[Group]) -> None:
    card = rows.to_card([in_order(rows.group_row(group), rows.GROUP_COLUMNS) for group in groups], [], [])

    assert card.groups == tuple(sorted(groups, key=lambda group: (group.position, group.id)))


@given(some.scales())
def test_a_grade_scale(scale: GradeScale) -> None:
    row = (rows.GRADES, scale.first_day.isoformat(), rows.scale_value(scale))

    assert rows.to_settings([row]).scales == (scale,)


def test_no_row_of_settings_is_the_settings_of_the_beginning() -> None:
    assert rows.to_settings([]) == Settings()


def test_a_setting_of_a_later_version_is_let_through() -> None:
    assert rows.to_settings([("colour", "2026-11-20", '"blue"')]) == Settings()


@given(some.values)
@example(LARGEST)
@example(Decimal("-0"))
@example(Decimal("-0.001"))
@example(Decimal("0.100"))
def test_a_value(value: Decimal) -> None:
    assert rows.to_value(rows.to_amount(value)) == value


@given(st.integers(-(10**12), 10**12))
def test_an_amount_reads_as_a_plain_number(amount: int) -> None:
    """Never as 1E+3: the text of a value goes into menus."""
    value = rows.to_value(amount)

    assert value is not None
    assert "E" not in str(value).upper() or value == 0
    assert rows.to_amount(value) == amount


@pytest.mark.parametrize("value", ["0.0001", "3.14159", "1E-9"])
def test_a_value_that_is_too_fine_is_never_rounded_in_silence(value: str) -> None:
    with pytest.raises(ValueError, match="places"):
        rows.entry_row(Entry("m1", DAY, Scored(Decimal(value))))


def test_nothing_known_is_told_from_zero() -> None:
    zero, unknown = Entry("m", DAY, Scored(Decimal(0))), Entry("m", DAY, UNKNOWN, "a note")

    assert rows.entry_row(zero)["amount"] == 0
    assert rows.entry_row(unknown)["amount"] is None


@pytest.mark.parametrize(
    "row",
    [
        ("2026-11-31", "m", "scored", 1, "", 0),
        ("", "m", "scored", 1, "", 0),
        (None, "m", "scored", 1, "", 0),
        ("2026-11-20", "m", "scored", "many", "", 0),
        ("2026-11-20", "m", "scored", 1, ""),
    ],
)
def test_a_row_that_means_nothing_is_no_bug(row: tuple[Any, ...]) -> None:
    with pytest.raises(UnreadableRowError):
        rows.to_entry(row)
