"""What others may see holds nothing private."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.measures import Kind, Terms
from scorecard.domain.weeks import Week
from scorecard.services.services import Services
from scorecard.services.weekly_review.review import Impact, NextMeasure, WeekReview
from scorecard.services.weekly_review.sharing import shared
from tests.services.opened import TODAY

TERMS = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3), unit="calls to Neal", reason="Neal asked for it")


@pytest.fixture
def review(services: Services) -> WeekReview:
    return services.weekly_review.page(Week.of(TODAY))


@pytest.mark.parametrize(
    ("name", "measure", "shown"),
    [
        ("Neal", "Calls to Neal", "Calls to …"),
        ("Neal", "calls to NEAL", "calls to …"),
        ("Cassandra Kelly", "Lunch with Cassandra", "Lunch with …"),
        ("Ann", "Annual plan", "Annual plan"),
        ("My team", "What my team needs", "What … needs"),
        ("田中", "田中さんと話す", "…さんと話す"),
        ("Will", "What I will do", "What I … do"),
    ],
)
def test_a_name_in_a_measure_is_left_out(review: WeekReview, name: str, measure: str, shown: str) -> None:
    with_it = replace(review, next_card=(NextMeasure(measure, TERMS),))

    assert shared(with_it, [name]).next_card[0].name == shown


def test_neither_ripple_nor_reason_is_shared(review: WeekReview) -> None:
    impact = Impact("Calls", TERMS, Decimal(3), Decimal(9), TODAY, why="Neal waits", to_whom="Neal")

    text = repr(shared(replace(review, impacts=(impact,)), ["Neal"]))

    assert "Neal" not in text


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=4, max_size=12).map(lambda name: "Q" + name))
def test_no_name_is_found_in_what_is_shared(name: str) -> None:
    terms = replace(TERMS, unit=f"for {name}")

    text = repr(shared(_bare(name, terms), [name]))

    assert name not in text


def _bare(name: str, terms: Terms) -> WeekReview:
    from scorecard.domain.scores import Score
    from scorecard.services.week_chart import WeekBars
    from scorecard.services.weekly_review.review import WeekPlace

    week = Week.of(TODAY)
    return WeekReview(
        week=week,
        today=TODAY,
        bars=WeekBars(week, (), None, 0, None, 0, Score(None, 0, 0, 0, 0)),
        grade="",
        best=None,
        worst=None,
        moved=(),
        levels=(),
        adjustments=(),
        people=(name,),
        people_count=1,
        impacts=(Impact(f"Calls to {name}", terms, Decimal(1), Decimal(1), TODAY, name, name),),
        question=WeekPlace("week-question", "Why?", f"{name} again"),
        focus=WeekPlace("week-focus", "Focus", name),
        last_focus=name,
        next_card=(NextMeasure(f"{name}", terms),),
    )
