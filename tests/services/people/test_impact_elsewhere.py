"""Whom one serves, outside the People tab: totals of Progress, the weekly review, quality reviews to come."""

from datetime import date, timedelta
from decimal import Decimal

from scorecard.domain.weeks import Week
from scorecard.services.cards import Draft
from scorecard.services.people.persons import Persons
from scorecard.services.services import Services
from scorecard.words.weekly_people import people_lines
from tests.services.opened import COUNT, TODAY


def tr(words: str, _meaning: str = "", _count: int = -1) -> str:
    return words


def test_a_measure_is_done_for_somebody_in_the_deed_that_edits_it(
    services: Services, people: Persons, ana: str, calls: str
) -> None:
    services.cards.edit(calls, Draft("Roadblocks removed", COUNT, serves=ana))
    assert people.served_names() == {calls: "Ana López"}
    services.undoing.undo()
    assert people.served_names() == {}
    services.undoing.redo()
    services.cards.edit(calls, Draft("Roadblocks", COUNT))
    assert people.served_names() == {calls: "Ana López"}
    services.cards.edit(calls, Draft("Roadblocks", COUNT, serves=""))
    assert people.served_names() == {}


def test_somebody_gone_is_served_no_more(services: Services, people: Persons, calls: str) -> None:
    services.cards.edit(calls, Draft("Roadblocks", COUNT, serves="nobody-of-this-id"))
    assert people.served_names() == {}


def test_a_new_measure_may_be_for_somebody_and_merging_keeps_that(
    services: Services, people: Persons, ana: str, neal: str
) -> None:
    made = services.cards.add(Draft("Roadblocks", COUNT, serves=ana))
    people.profiles.merge(neal, ana)
    assert people.served_names() == {made: "Neal"}


def test_the_weekly_review_says_for_whom_and_its_share_view_does_not(
    services: Services, people: Persons, ana: str, calls: str
) -> None:
    people.agreements.serve(calls, ana)
    services.scoring.score(calls, TODAY, Decimal(3))
    review = services.weekly_review.page(Week.of(TODAY))
    assert [impact.served for impact in review.impacts] == ["Ana López"]
    assert "Ana" not in repr(services.weekly_review.shared(review).impacts)


def test_the_weekly_review_names_the_quality_reviews_of_the_week_after(
    services: Services, people: Persons, ana: str, neal: str
) -> None:
    next_monday = Week.of(TODAY).next.monday
    people.profiles.set_review_day(ana, next_monday + timedelta(days=1))
    people.profiles.set_review_day(neal, next_monday + timedelta(days=7))
    review = services.weekly_review.page(Week.of(TODAY))
    (to_come,) = review.people_week.reviews
    assert (to_come.name, to_come.day) == ("Ana López", next_monday + timedelta(days=1))
    assert people_lines(review.people_week, tr, " and ".join, date.isoformat)[-1] == (
        "Quality review with Ana López", to_come.day.isoformat(), "",
    )  # fmt: skip
    assert services.weekly_review.shared(review).people_week.reviews == ()
    people.profiles.archive(ana)
    assert services.weekly_review.page(Week.of(TODAY)).people_week.reviews == ()
