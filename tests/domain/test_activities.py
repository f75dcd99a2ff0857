"""What a change touched, what can be the matter with the store, and what a blank may become."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.blanks import can_be_zero
from scorecard.domain.changes import Change
from scorecard.domain.errors import FutureDayError, KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.values import NO, check_value

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("topics", "touched"),
    [
        ({"measure"}, True), ({"terms"}, True), ({"measure_group"}, True), ({"setting"}, True), ({"away"}, True),
        ({"entry", "terms"}, True), ({"entry"}, False), ({"day"}, False), (set(), False),
    ],
)  # fmt: skip
def test_which_changes_touch_the_card(topics, touched):
    assert Change(frozenset(topics), frozenset({DAY})).touches_card() is touched


def test_a_fault_of_the_store_names_the_file_and_the_versions():
    error = StoreError(StoreFault.TOO_NEW, Path("scorecard.db"), found=9, known=3)
    assert isinstance(error, KnownError)
    assert (error.fault, error.path, error.found, error.known) == (StoreFault.TOO_NEW, Path("scorecard.db"), 9, 3)


def test_a_day_of_the_future_is_refused_by_its_date():
    assert FutureDayError(DAY).day == DAY
    assert str(FutureDayError(DAY)) == "2026-11-20"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_blank_can_be_made_zero_where_zero_is_a_value(kind):
    scale = 5 if kind is Kind.RATING else None
    asked = Terms(DAY, kind, target=None if kind is Kind.YES_NO else Decimal(1), scale=scale)
    if kind.computed:
        assert not can_be_zero(asked), "it is counted, not given"
    elif can_be_zero(asked):
        assert check_value(asked, NO) == 0
    else:
        with pytest.raises(KnownError):
            check_value(asked, NO)
