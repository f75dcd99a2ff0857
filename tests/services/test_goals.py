"""Goals made, edited, ordered, copied and closed; what they come to; and every step taken back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.domain.changes import Change
from scorecard.domain.due import Due
from scorecard.domain.errors import EmptyNameError
from scorecard.domain.goal_progress import GoalProgress
from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.services.cards import Draft
from scorecard.services.goal_pages import GoalDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.services.opened import TODAY, YESTERDAY, seq, undos

QUARTER = GoalDraft("Thank-yous", Counted.TOTAL, Span.QUARTER, TODAY, Decimal(500), "thanks", "Customer")


def of_measure(*measure_ids: str) -> frozenset[Part]:
    return frozenset(Part(PartKind.MEASURE, measure_id) for measure_id in measure_ids)


def goal(services: Services, goal_id: str) -> Goal:
    return next(one for one in services.goals.all() if one.id == goal_id)


def progress(services: Services, goal_id: str) -> GoalProgress:
    found = services.goals.page().get(goal_id)
    assert found is not None
    return found


def test_a_goal_is_added_to_its_quarter_as_it_was_drafted(services: Services, calls: str) -> None:
    goal_id = services.goals.add(replace(QUARTER, name="  Thank-yous \n heard ", parts=of_measure(calls), why=" so "))
    made = goal(services, goal_id)

    assert (made.name, made.first_day, made.span, made.why) == (
        "Thank-yous heard",
        date(2026, 10, 1),
        Span.QUARTER,
        "so",
    )
    assert (made.target, made.unit, made.perspective, made.parts) == (
        Decimal(500), "thanks", "Customer", of_measure(calls),
    )  # fmt: skip


def test_a_goal_needs_a_name(services: Services) -> None:
    with pytest.raises(EmptyNameError):
        services.goals.add(replace(QUARTER, name=" "))
    assert services.goals.all() == ()


def test_entries_from_before_the_goal_count_and_stay_when_it_lets_go_of_them(services: Services, calls: str) -> None:
    services.scoring.score(calls, YESTERDAY, Decimal(4))
    goal_id = services.goals.add(QUARTER)
    assert progress(services, goal_id).amount is None

    services.goals.edit(goal_id, replace(QUARTER, parts=of_measure(calls)))
    assert progress(services, goal_id).amount == 4
    services.goals.edit(goal_id, QUARTER)
    assert progress(services, goal_id).amount is None
    assert services.scoring.snapshot(YESTERDAY, YESTERDAY).entries


def test_what_is_scored_shows_at_once_and_terms_of_the_past_hold_in_the_past(services: Services, calls: str) -> None:
    goal_id = services.goals.add(replace(QUARTER, counted=Counted.DAYS_MET, target=Decimal(2), parts=of_measure(calls)))
    services.scoring.score(calls, YESTERDAY, Decimal(3))
    services.scoring.score(calls, TODAY, Decimal(3))
    assert progress(services, goal_id).amount == 2

    services.cards.edit(calls, Draft("Calls", Terms(TODAY, Kind.COUNT, target=Decimal(9))))
    assert progress(services, goal_id).amount == 1


def test_a_group_brings_whatever_is_in_it(services: Services) -> None:
    terms = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3))
    first = services.cards.add(Draft("One", terms, group="Team"))
    group = services.scoring.card().groups[0].id
    goal_id = services.goals.add(replace(QUARTER, parts=frozenset({Part(PartKind.GROUP, group)})))
    second = services.cards.add(Draft("Two", terms, group="Team"))
    for measure_id in (first, second):
        services.scoring.score(measure_id, TODAY, Decimal(2))

    assert progress(services, goal_id).amount == 4


def test_kept_promises_count_in_a_mean_score(services: Services) -> None:
    kept = services.cards.add(Draft("Kept", Terms(date(2026, 1, 1), Kind.PROMISES, target=Decimal(100))))
    for name, outcome in (("one", Outcome.KEPT), ("other", Outcome.BROKEN)):
        draft = PromiseDraft(name, Level.COMMITMENT, Due.on(TODAY), "Ana", made_on=TODAY)
        services.promises.settle(services.promises.make(draft), outcome)
    goal_id = services.goals.add(replace(QUARTER, counted=Counted.SCORE, target=Decimal(90), parts=of_measure(kept)))

    found = progress(services, goal_id)
    assert (found.amount, found.known, found.asked) == (Fraction(50), 1, 1)


def test_a_page_holds_the_quarter_and_its_year_as_they_stood_on_a_day(services: Services, calls: str) -> None:
    parts = of_measure(calls)
    quarter = services.goals.add(replace(QUARTER, parts=parts))
    year = services.goals.add(replace(QUARTER, span=Span.YEAR, parts=parts))
    elsewhere = services.goals.add(replace(QUARTER, first_day=date(2026, 9, 30), parts=parts))
    for day in (YESTERDAY, TODAY):
        services.scoring.score(calls, day, Decimal(2))

    now, then = services.goals.page(), services.goals.as_of(YESTERDAY)
    assert [one.goal.id for one in now.goals] == [quarter, year]
    assert [one.amount for one in now.goals] == [4, 4]
    assert [one.amount for one in then.goals] == [2, 2]
    assert services.goals.page(date(2026, 9, 30)).get(elsewhere) is not None
    assert [one.id for one in now.earlier] == [elsewhere]


def test_a_copy_has_the_same_parts_in_the_next_quarter(services: Services, calls: str) -> None:
    ids = [services.goals.add(replace(QUARTER, name=name, parts=of_measure(calls))) for name in ("One", "Two")]
    copies = services.goals.copy_on(ids)

    assert [(copy.name, copy.first_day, copy.position) for copy in copies] == [
        ("One", date(2027, 1, 1), 0), ("Two", date(2027, 1, 1), 1),
    ]  # fmt: skip
    assert all(goal(services, copy.id).parts == of_measure(calls) for copy in copies)
    services.undoing.undo()
    assert [one.id for one in services.goals.all()] == ids
    assert services.goals.copy_on([]) == ()


def test_goals_are_ordered_within_their_perspective(services: Services) -> None:
    ids = [services.goals.add(replace(QUARTER, name=name)) for name in ("One", "Two", "Three")]
    services.goals.move(ids[2], -1)
    assert [one.goal.id for one in services.goals.page().goals] == [ids[0], ids[2], ids[1]]

    before = seq(services)
    services.goals.move(ids[0], -1)
    assert seq(services) == before


def test_a_closed_goal_stays_and_is_asked_about_no_more(services: Services) -> None:
    goal_id = services.goals.add(QUARTER)
    services.goals.close(goal_id)

    page = services.goals.page()
    assert (len(page.goals), page.open, services.goals.offered()) == (1, (), ())
    services.goals.edit(goal_id, replace(QUARTER, name="Other"))
    assert goal(services, goal_id).closed
    services.goals.reopen(goal_id)
    assert services.goals.page().open


def test_a_goal_meant_for_another_quarter_comes_last_there(services: Services) -> None:
    services.goals.add(replace(QUARTER, first_day=date(2027, 2, 2)))
    goal_id = services.goals.add(QUARTER)
    services.goals.edit(goal_id, replace(QUARTER, first_day=date(2027, 2, 2)))

    assert (goal(services, goal_id).first_day, goal(services, goal_id).position) == (date(2027, 1, 1), 1)


def test_a_measure_is_given_to_goals_that_are_open_and_not_over(services: Services, calls: str) -> None:
    part = Part(PartKind.MEASURE, calls)
    over = services.goals.add(replace(QUARTER, first_day=TODAY - timedelta(days=120), parts=frozenset({part})))
    here, other = services.goals.add(QUARTER), services.goals.add(replace(QUARTER, span=Span.YEAR))
    assert {one.id for one in services.goals.offered()} == {here, other}

    services.goals.assign(part, "Calls", {other})
    assert services.goals.of_part(part) == {over, other}
    before = seq(services)
    services.goals.assign(part, "Calls", {other})
    assert seq(services) == before


def test_every_step_can_be_undone_down_to_nothing_and_redone(services: Services, calls: str) -> None:
    goal_id = services.goals.add(replace(QUARTER, parts=of_measure(calls)))
    other = services.goals.add(replace(QUARTER, name="Other"))
    services.goals.edit(goal_id, replace(QUARTER, target=None))
    services.goals.move(other, -1)
    services.goals.close(goal_id)
    services.goals.reopen(goal_id)
    services.goals.copy_on([goal_id])
    services.goals.assign(Part(PartKind.MEASURE, calls), "Calls", [other])
    services.goals.remove(other)
    last = services.goals.all()
    done = undos(services)

    assert services.goals.all() == ()
    for _ in range(done):
        services.undoing.redo()
    assert services.goals.all() == last


def test_whoever_shows_goals_hears_of_them(services: Services, heard: list[Change]) -> None:
    services.goals.add(QUARTER)
    assert heard[-1].touches_goals()


def test_what_is_gone_stays_gone(services: Services) -> None:
    goal_id = services.goals.add(QUARTER)
    services.goals.remove(goal_id)
    before = seq(services)
    services.goals.remove(goal_id)
    services.goals.close(goal_id)
    services.goals.edit(goal_id, QUARTER)
    services.goals.move(goal_id, 1)
    assert seq(services) == before


def test_a_preview_says_what_a_goal_would_have_come_to(services: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(4))
    found = services.goals.preview(replace(QUARTER, name="", parts=of_measure(calls)))

    assert (found.amount, found.missing) == (Fraction(4), Fraction(496))
    assert services.goals.all() == ()


def test_the_weekly_review_has_a_line_a_goal_and_no_name_when_shared(services: Services, calls: str) -> None:
    from scorecard.domain.weeks import Week

    goal_id = services.goals.add(replace(QUARTER, name="Help Cassandra", why="her", parts=of_measure(calls)))
    closed = services.goals.add(replace(QUARTER, name="Closed"))
    services.goals.close(closed)
    services.scoring.score(calls, TODAY, Decimal(4))
    services.promises.make(PromiseDraft("Something", Level.COMMITMENT, Due.on(TODAY), "Cassandra", made_on=TODAY))
    review = services.weekly_review.page(Week.of(TODAY))

    assert [(one.goal.id, one.amount) for one in review.goals] == [(goal_id, Fraction(4))]
    (bare,) = services.weekly_review.shared(review).goals
    assert (bare.goal.name, bare.goal.why, bare.amount) == ("Help …", "", Fraction(4))
    assert services.weekly_review.page(Week.of(TODAY).previous).goals[0].amount is None


def test_a_measure_and_its_goals_are_saved_as_one_deed(services: Services, calls: str) -> None:
    goal_id = services.goals.add(QUARTER)
    draft = Draft("Walks", Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3)), goals=frozenset({goal_id}))
    walks = services.cards.add(draft)
    assert services.goals.of_part(Part(PartKind.MEASURE, walks)) == {goal_id}

    services.cards.edit(walks, replace(draft, goals=None))
    assert services.goals.of_part(Part(PartKind.MEASURE, walks)) == {goal_id}
    services.cards.edit(walks, replace(draft, goals=frozenset()))
    assert services.goals.of_part(Part(PartKind.MEASURE, walks)) == frozenset()
    services.undoing.undo()
    services.undoing.undo()
    assert [one.id for one in services.scoring.card().measures] == [calls]


def test_a_group_that_goes_leaves_its_goals_as_far_as_they_had_come(services: Services) -> None:
    goal_id = services.goals.add(QUARTER)
    group = services.card_groups.add("Team", frozenset({goal_id}))
    terms = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3))
    walks = services.cards.add(Draft("Walks", terms, group="Team"))
    services.scoring.score(walks, TODAY, Decimal(4))
    services.card_groups.remove(group)

    assert goal(services, goal_id).parts == of_measure(walks)
    assert progress(services, goal_id).amount == 4
    services.undoing.undo()
    assert goal(services, goal_id).parts == {Part(PartKind.GROUP, group)}
    services.card_groups.rename(group, "Crew", frozenset())
    assert goal(services, goal_id).parts == frozenset()
