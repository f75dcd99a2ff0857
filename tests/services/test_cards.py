"""Choosing what to measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.errors import CardFullError, EmptyNameError, NameTakenError
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import Scored
from scorecard.domain.measures import CARD_SIZE, Direction, Kind, Measure, Place, Terms
from scorecard.services.card_order import Spot
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store import migrating
from tests.fake_clock import BERLIN, FixedClock

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)
TERMS = Terms(TODAY, Kind.COUNT, target=Decimal(3))
OLD_TERMS = replace(TERMS, first_day=date(2026, 11, 1))
ON_BENCH = replace(TERMS, place=Place.BENCH)

THANKS = Draft("Thank-yous heard", TERMS, why="Somebody is better off", group="Customers")


@pytest.fixture
def services(home: Path, clock: FixedClock) -> Iterator[Services]:
    path = home / "data" / "scorecard.db"
    migrating.create_store(path, clock.now())
    services = Services(path, clock)
    yield services
    services.close()


def measure(services: Services, measure_id: str) -> Measure:
    return services.scoring.card().measure(measure_id)


def names(services: Services) -> list[str]:
    return [known.name for known in services.scoring.card().measures]


def on_card(services: Services) -> list[str]:
    return [known.name for known in services.scoring.card().on(TODAY)]


def place(services: Services, measure_id: str) -> Place:
    terms = measure(services, measure_id).terms_on(TODAY)
    assert terms is not None
    return terms.place


def fill_the_card(services: Services) -> list[str]:
    return [services.cards.add(Draft(f"Measure {number}", OLD_TERMS)) for number in range(CARD_SIZE)]


def test_a_new_measure_stands_on_the_card_in_its_group(services: Services) -> None:
    measure_id = services.cards.add(THANKS)

    (group,) = services.scoring.card().groups
    assert group.name == "Customers"
    assert measure(services, measure_id).group_id == group.id
    assert on_card(services) == ["Thank-yous heard"]


def test_a_group_is_found_again_however_its_name_is_written(services: Services) -> None:
    services.cards.add(THANKS)
    services.cards.add(replace(THANKS, name="Problems removed", group=" customers "))

    assert [group.name for group in services.scoring.card().groups] == ["Customers"]


def test_a_new_measure_comes_last_in_its_group(services: Services) -> None:
    for name, group in (("Calls", "Customers"), ("Reviews", "Team"), ("Visits", "Customers")):
        services.cards.add(replace(THANKS, name=name, group=group))

    assert names(services) == ["Calls", "Visits", "Reviews"]


def test_a_measure_needs_a_name_that_can_be_seen(services: Services) -> None:
    with pytest.raises(EmptyNameError):
        services.cards.add(replace(THANKS, name=" \u200b "))

    assert names(services) == []


def test_a_tenth_measure_is_refused(services: Services) -> None:
    fill_the_card(services)

    with pytest.raises(CardFullError):
        services.cards.add(THANKS)

    assert "Thank-yous heard" not in names(services)


def test_a_tenth_measure_may_wait_on_the_bench(services: Services) -> None:
    fill_the_card(services)
    with pytest.raises(CardFullError):
        services.cards.add(THANKS)

    measure_id = services.cards.add(replace(THANKS, terms=ON_BENCH))

    assert place(services, measure_id) is Place.BENCH
    assert len(on_card(services)) == CARD_SIZE


def test_the_tenth_finds_room_when_another_goes_to_the_bench(services: Services) -> None:
    first, *_ = fill_the_card(services)
    services.cards.place(first, Place.BENCH)

    services.cards.add(THANKS)

    assert "Thank-yous heard" in on_card(services)


def test_a_measure_of_the_bench_does_not_come_back_to_a_full_card(services: Services) -> None:
    waiting = services.cards.add(THANKS)
    services.cards.place(waiting, Place.BENCH)
    fill_the_card(services)

    with pytest.raises(CardFullError):
        services.cards.place(waiting, Place.CARD)

    assert place(services, waiting) is Place.BENCH


def test_changing_a_target_today_leaves_yesterday_as_it_was(services: Services) -> None:
    measure_id = services.cards.add(replace(THANKS, terms=OLD_TERMS))
    services.scoring.score(measure_id, YESTERDAY, Decimal(3))
    before = services.scoring.page(YESTERDAY).score

    services.cards.edit(measure_id, replace(THANKS, terms=replace(TERMS, target=Decimal(30))))

    assert services.scoring.page(YESTERDAY).score == before
    assert [terms.target for terms in measure(services, measure_id).terms] == [Decimal(3), Decimal(30)]


def test_changing_only_words_makes_no_new_terms(services: Services) -> None:
    measure_id = services.cards.add(replace(THANKS, terms=OLD_TERMS))

    services.cards.edit(measure_id, replace(THANKS, name="Thanks", to_whom="Callers"))

    edited = measure(services, measure_id)
    assert (edited.name, edited.to_whom) == ("Thanks", "Callers")
    assert edited.terms == (OLD_TERMS,)


def test_editing_a_measure_of_a_full_card_is_not_a_tenth(services: Services) -> None:
    first, *_ = fill_the_card(services)

    services.cards.edit(first, replace(THANKS, terms=replace(TERMS, weight=3)))

    assert len(on_card(services)) == CARD_SIZE


def test_a_retired_measure_keeps_its_reason_and_its_history(services: Services) -> None:
    measure_id = services.cards.add(replace(THANKS, terms=OLD_TERMS))
    services.scoring.score(measure_id, YESTERDAY, Decimal(2))

    services.cards.place(measure_id, Place.RETIRED, "Nobody was better off")

    retired = measure(services, measure_id).terms_on(TODAY)
    assert retired is not None
    assert (retired.place, retired.reason) == (Place.RETIRED, "Nobody was better off")
    (row,) = services.scoring.page(YESTERDAY).rows
    assert row.entry.mark == Scored(Decimal(2))


def test_a_retired_measure_comes_back_with_what_it_asked(services: Services) -> None:
    measure_id = services.cards.add(replace(THANKS, terms=replace(OLD_TERMS, weight=3)))
    services.cards.place(measure_id, Place.RETIRED, "A pause")

    services.cards.place(measure_id, Place.CARD)

    back = measure(services, measure_id).terms_on(TODAY)
    assert back is not None
    assert (back.place, back.weight, back.reason) == (Place.CARD, 3, "")


def test_putting_a_measure_where_it_is_changes_nothing(services: Services) -> None:
    measure_id = services.cards.add(THANKS)
    last = services.undoing.next_undo()

    services.cards.place(measure_id, Place.CARD)

    assert services.undoing.next_undo() == last


def test_the_order_of_the_card_is_the_user_s(services: Services) -> None:
    ids = [services.cards.add(Draft(name, TERMS)) for name in ("A", "B", "C")]

    services.cards.reorder([ids[2], ids[0], ids[1]])

    assert names(services) == ["C", "A", "B"]


def test_the_tenth_and_the_one_that_makes_room_are_one_deed(services: Services) -> None:
    first, *_ = fill_the_card(services)
    before = services.facts().last_seq

    tenth = services.cards.add(THANKS, to_bench=first)

    assert (place(services, tenth), place(services, first)) == (Place.CARD, Place.BENCH)
    assert services.facts().last_seq == before + 1
    services.undoing.undo()
    assert place(services, first) is Place.CARD
    assert "Thank-yous heard" not in names(services)


def test_one_from_the_bench_changes_places_with_one_of_the_nine(services: Services) -> None:
    waiting = services.cards.add(replace(THANKS, terms=ON_BENCH))
    first, *_ = fill_the_card(services)
    with pytest.raises(CardFullError):
        services.cards.move(waiting, Spot(Place.CARD))

    services.cards.move(waiting, Spot(Place.CARD), to_bench=first)

    assert (place(services, waiting), place(services, first)) == (Place.CARD, Place.BENCH)
    assert len(on_card(services)) == CARD_SIZE


def test_a_measure_moves_into_another_group_in_one_deed(services: Services) -> None:
    first = services.cards.add(replace(THANKS, name="A"))
    second = services.cards.add(replace(THANKS, name="B", group="Team"))
    before = services.facts().last_seq

    services.cards.move(first, Spot(Place.CARD, measure(services, second).group_id, second))

    assert (names(services), measure(services, first).group_id) == (["A", "B"], measure(services, second).group_id)
    assert services.facts().last_seq == before + 1
    services.undoing.undo()
    assert measure(services, first).group_id != measure(services, second).group_id


def groups(services: Services) -> list[str]:
    return [group.name for group in services.scoring.card().groups]


def test_groups_are_added_renamed_ordered_and_removed_each_in_one_deed(services: Services) -> None:
    measure_id = services.cards.add(THANKS)
    team = services.card_groups.add(" Team ")
    customers = services.scoring.card().groups[0].id
    steps = (
        (lambda: services.card_groups.rename(team, "Us"), ["Customers", "Us"]),
        (lambda: services.card_groups.move(team, customers), ["Us", "Customers"]),
        (lambda: services.card_groups.remove(customers), ["Us"]),
    )

    for step, after in steps:
        seq = services.facts().last_seq
        step()
        assert (groups(services), services.facts().last_seq) == (after, seq + 1)
    assert measure(services, measure_id).group_id is None
    for _, _ in steps:
        services.undoing.undo()
    assert groups(services) == ["Customers", "Team"]
    assert measure(services, measure_id).group_id == customers


def test_two_groups_can_t_have_one_name(services: Services) -> None:
    team, _ = services.card_groups.add("Team"), services.card_groups.add("Craft")

    for name in ("craft", " CRAFT "):
        with pytest.raises(NameTakenError):
            services.card_groups.rename(team, name)
        with pytest.raises(NameTakenError):
            services.card_groups.add(name)
    with pytest.raises(EmptyNameError):
        services.card_groups.add("  ")
    services.card_groups.rename(team, "TEAM")
    assert groups(services) == ["TEAM", "Craft"]


def test_a_starter_set_fills_the_card_and_the_rest_waits(services: Services) -> None:
    for number in range(CARD_SIZE - 1):
        services.cards.add(Draft(f"Measure {number}", OLD_TERMS))

    services.cards.start("Sales", [replace(THANKS, name="First"), replace(THANKS, name="Second")])

    assert "First" in on_card(services)
    assert "Second" not in on_card(services)
    assert "Second" in names(services)


def test_a_starter_set_is_taken_back_in_one_step(services: Services) -> None:
    services.cards.start("Sales", [replace(THANKS, name="First", group="A"), replace(THANKS, name="Second", group="B")])
    assert names(services) == ["First", "Second"]

    services.undoing.undo()

    assert services.scoring.card().measures == ()
    assert services.scoring.card().groups == ()


def test_a_card_that_was_set_up_brings_the_end_of_the_day_with_it_in_one_step(services: Services) -> None:
    services.cards.start("Sales", [replace(THANKS, name="First")], time(2, 0))
    assert services.scoring.settings().day_end == time(2, 0)

    services.undoing.undo()

    assert services.scoring.settings().day_end == time(4, 0)
    assert services.scoring.card().measures == ()


def test_a_card_set_up_in_the_small_hours_asks_on_the_day_that_is_still_today(
    services: Services, clock: FixedClock
) -> None:
    clock.set(datetime(2026, 11, 21, 5, 0, tzinfo=BERLIN))
    terms = replace(THANKS.terms, first_day=services.scoring.today())

    services.cards.start("", [replace(THANKS, name="First", terms=terms)], time(6, 0))

    assert services.scoring.today() == date(2026, 11, 20)
    assert on_card(services) == ["First"]


def test_every_step_of_the_card_can_be_taken_back(services: Services) -> None:
    first = services.cards.add(Draft("A", OLD_TERMS))
    services.cards.add(Draft("B", OLD_TERMS))
    steps = (
        lambda: services.cards.edit(first, Draft("A2", replace(TERMS, direction=Direction.AT_MOST))),
        lambda: services.cards.place(first, Place.BENCH),
        lambda: services.cards.place(first, Place.RETIRED, "over"),
        lambda: services.cards.reorder([m.id for m in reversed(services.scoring.card().measures)]),
    )

    for step in steps:
        before = services.scoring.card()
        step()
        assert services.scoring.card() != before
        services.undoing.undo()
        assert services.scoring.card() == before


def test_the_first_measure_of_all_may_go_to_the_bench(services: Services) -> None:
    measure_id = services.cards.add(replace(THANKS, terms=ON_BENCH))

    assert place(services, measure_id) is Place.BENCH


def test_grades_can_be_set_right_after_the_card_changed(services: Services) -> None:
    services.cards.add(THANKS)

    services.rules.set_grades(GradeScale((("Good", 80),)))

    assert services.scoring.settings().scale_on(TODAY).bounds == (("Good", 80),)


def test_the_day_end_set_last_is_the_one_that_holds(services: Services, clock: FixedClock) -> None:
    clock.set(clock.now().replace(day=21, hour=2))
    services.scoring.settings()
    services.rules.set_day_end(time(0))
    assert services.scoring.today() == date(2026, 11, 21)
    services.rules.set_day_end(time(4))
    assert services.scoring.today() == TODAY

    services.rules.set_day_end(time(3))

    assert services.scoring.settings().day_end == time(3)
