"""Who follows a store hears of what was saved, by whatever process, and of nothing else."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn
from scorecard.domain.blanks import Filling
from scorecard.domain.changes import Change
from scorecard.domain.grades import GradeScale
from scorecard.domain.incidents import StoreError
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Place
from scorecard.domain.reflections import MOVED
from scorecard.services.cards import Draft
from scorecard.services.changes import EVERYTHING, touches
from scorecard.services.services import Services
from scorecard.services.undoing import LongTurn
from tests.fake_clock import FixedClock
from tests.services.opened import (
    COUNT,
    TODAY,
    YESTERDAY,
    entry,
    seq,
    undos,
)


def test_who_follows_hears_of_the_tables_and_days_that_were_touched(
    services: Services, calls: str, heard: list[Change]
) -> None:
    services.scoring.score(calls, YESTERDAY, Decimal(1))
    services.scoring.fill_and_finish(TODAY, {calls: Filling.SKIP})
    services.undoing.undo()
    services.undoing.redo()

    entries_and_day = (frozenset({"entry", "day"}), frozenset({TODAY}))
    touched = [(change.topics, change.days) for change in heard]
    assert touched == [(frozenset({"entry"}), frozenset({YESTERDAY})), *[entries_and_day] * 3]
    assert touches(heard[0], frozenset({YESTERDAY, TODAY}))
    assert not touches(heard[0], frozenset({TODAY}))


def test_a_change_of_the_card_touches_every_day(services: Services, calls: str, heard: list[Change]) -> None:
    services.cards.place(calls, Place.BENCH)

    assert touches(heard[0], frozenset({date(1999, 1, 1)}))


def test_what_is_written_in_the_evening_touches_no_day_page(
    services: Services, calls: str, heard: list[Change]
) -> None:
    services.reflecting.write(TODAY, MOVED, "Ana closed the ticket")
    services.reflecting.feel(TODAY, "B")
    services.scoring.note(calls, TODAY, "Neal called himself")

    assert [change.days for change in heard] == [frozenset({TODAY})] * 3
    assert [touches(change, frozenset({TODAY})) for change in heard] == [False, False, True]


def test_what_long_work_did_is_announced_once_with_its_keys(
    services: Services, calls: str, heard: list[Change], path: Path, clock: FixedClock
) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))
    done = LongTurn(path, clock, Turn.UNDO).run(lambda _done, _total: None, lambda: False)

    services.take_over(done)
    services.take_over(done)
    services.look_for_changes_elsewhere()
    assert [change.topics for change in heard] == [frozenset({"entry"})] * 2

    later = LongTurn(path, clock, Turn.REDO).run(lambda _done, _total: None, lambda: False)
    services.scoring.note(calls, TODAY, "Neal called himself")
    services.take_over(later)
    services.look_for_changes_elsewhere()
    assert [change.topics for change in heard[2:]] == [EVERYTHING.topics]


def test_who_follows_hears_of_it_when_it_is_saved_and_not_before(
    services: Services, path: Path, calls: str, clock: FixedClock
) -> None:
    seen: list[Entry | None] = []

    def look(_change: Change) -> None:
        with closing(Services(path, clock)) as another:
            seen.append(entry(another, calls))

    services.changes.follow(look)
    services.scoring.score(calls, TODAY, Decimal(3))

    assert seen == [Entry(calls, TODAY, Scored(Decimal(3)))]


def test_nobody_hears_of_what_was_not_saved(services: Services, calls: str, heard: list[Change], path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(StoreError):
        services.scoring.score(calls, TODAY, Decimal(3))
    path.with_name("elsewhere.db").rename(path)

    assert heard == []
    assert entry(services, calls) is None


def test_writing_what_is_there_is_no_change(services: Services, calls: str, heard: list[Change]) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))
    services.scoring.score(calls, TODAY, Decimal("3.000"))
    services.scoring.note(calls, TODAY, " ")
    services.scoring.clear(calls, YESTERDAY)

    assert len(heard) == 1


@pytest.fixture
def elsewhere(services: Services, path: Path, calls: str, clock: FixedClock) -> Iterator[Services]:
    """Another process on the same store; it began after the measure was added."""
    with closing(Services(path, clock)) as other:
        yield other


def test_a_change_by_another_process_is_seen_at_the_next_look(
    services: Services, elsewhere: Services, calls: str, heard: list[Change]
) -> None:
    services.look_for_changes_elsewhere()
    assert heard == []
    elsewhere.scoring.score(calls, TODAY, Decimal(3))
    elsewhere.cards.add(Draft("Thanks", COUNT))

    services.look_for_changes_elsewhere()
    services.look_for_changes_elsewhere()

    assert heard == [EVERYTHING]
    assert [row.measure.name for row in services.scoring.page(TODAY).rows] == ["Calls", "Thanks"]


def test_a_change_by_another_process_is_seen_with_the_next_change_of_ours(
    services: Services, elsewhere: Services, calls: str, heard: list[Change]
) -> None:
    elsewhere.cards.add(Draft("Thanks", COUNT))

    services.scoring.score(calls, TODAY, Decimal(3))
    services.look_for_changes_elsewhere()

    (change,) = heard
    assert change.touches_card()
    assert change.days == {TODAY}
    assert len(services.scoring.card().measures) == 2


def test_changes_of_two_processes_stand_in_one_record(services: Services, elsewhere: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(1))
    elsewhere.scoring.score(calls, TODAY, Decimal(2))

    services.undoing.undo()

    assert undos(services) == 1
    assert [known.turn for known in services.scoring.past(calls, TODAY)][:2] == [Turn.DO, Turn.DO]


def test_what_another_process_wrote_to_a_measure_stays_when_ours_moves_it(
    services: Services, elsewhere: Services, calls: str
) -> None:
    """An import tells a measure of ours where its past came from."""
    services.scoring.card()
    elsewhere.cards.edit(calls, Draft("Calls that helped", replace(COUNT, first_day=TODAY, weight=3)))

    services.cards.reorder([calls])
    services.cards.place(calls, Place.BENCH)

    (measure,) = services.scoring.card().measures
    assert measure.name == "Calls that helped"
    assert [(terms.weight, terms.place) for terms in measure.terms] == [(1, Place.CARD), (3, Place.BENCH)]


def test_a_group_made_by_another_process_is_found(services: Services, elsewhere: Services, calls: str) -> None:
    services.scoring.card()
    elsewhere.cards.add(Draft("Thanks", COUNT, group="Customers"))

    services.cards.add(Draft("Visits", COUNT, group="customers"))

    services.look_for_changes_elsewhere()
    assert [group.name for group in services.scoring.card().groups] == ["Customers"]
    assert [measure.name for measure in services.scoring.card().measures] == ["Thanks", "Visits", "Calls"]


def test_everything_works_as_the_first_thing_after_a_start(path: Path, calls: str, clock: FixedClock) -> None:
    """Nothing is read while a change is going on: there is one connection."""
    deeds = (
        lambda first: first.cards.add(Draft("Waiting", replace(COUNT, place=Place.BENCH))),
        lambda first: first.cards.start("Sales", [Draft("Visits", COUNT, group="Customers")]),
        lambda first: first.cards.edit(calls, Draft("Calls", replace(COUNT, first_day=TODAY))),
        lambda first: first.cards.place(calls, Place.BENCH),
        lambda first: first.cards.reorder([calls]),
        lambda first: first.rules.set_day_end(time(3)),
        lambda first: first.rules.set_grades(GradeScale((("Good", 80),))),
        lambda first: first.scoring.score(calls, TODAY, Decimal(1)),
        lambda first: first.scoring.note(calls, TODAY, "n"),
        lambda first: first.scoring.fill_and_finish(TODAY, {calls: Filling.SKIP}),
        lambda first: first.scoring.reopen(TODAY),
        lambda first: first.undoing.undo(),
        lambda first: first.undoing.redo(),
    )
    for deed in deeds:
        with closing(Services(path, clock)) as first:
            before = seq(first)
            deed(first)
            assert seq(first) >= before
