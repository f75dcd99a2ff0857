"""Days away: written, recorded, announced and undone."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from scorecard.domain.activities import Verb
from scorecard.domain.away import AwayOverlapError, BackwardRangeError
from scorecard.domain.changes import Change
from scorecard.domain.errors import TextTooLongError
from scorecard.domain.measures import WORKING_DAYS
from scorecard.services.aways import AwayReach
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.services.opened import BEFORE_YESTERDAY, COUNT, TODAY, TOMORROW, YESTERDAY, seq, undos

Span = tuple[date, date, str]


def spans(services: Services) -> list[Span]:
    return [(away.first_day, away.last_day, away.reason) for away in services.aways.ranges()]


def test_a_range_is_added_with_its_reason_and_the_day_is_neutral(services: Services, calls: str) -> None:
    services.scoring.score(calls, YESTERDAY, Decimal(3))
    services.aways.add(YESTERDAY, TODAY, "  Ill,\nat home ")

    assert spans(services) == [(YESTERDAY, TODAY, "Ill, at home")]
    page = services.scoring.page(YESTERDAY)
    assert page.away is not None
    assert page.away.reason == "Ill, at home"
    assert page.score.value is None
    assert page.score.due == 0
    assert [day.away_reason for day in page.strip if day.away] == ["Ill, at home"] * 2


def test_every_change_is_announced_recorded_and_undone(services: Services, calls: str, heard: list[Change]) -> None:
    away = services.aways.add(YESTERDAY, TODAY, "Ill")
    services.aways.change(away.id, BEFORE_YESTERDAY, TODAY, "Ill again")
    services.aways.remove(away.id)

    assert [change.topics for change in heard] == [frozenset({"away"})] * 3
    assert all(change.touches_card() for change in heard)
    for left in ([(BEFORE_YESTERDAY, TODAY, "Ill again")], [(YESTERDAY, TODAY, "Ill")], []):
        services.undoing.undo()
        assert spans(services) == left


def test_an_undo_says_which_days(services: Services) -> None:
    services.aways.add(YESTERDAY, TODAY)

    done = services.undoing.next_undo()

    assert done is not None
    assert done.verb == Verb.ADD_AWAY
    assert done.subject == {"day": YESTERDAY.isoformat(), "last_day": TODAY.isoformat()}


def test_what_is_refused_changes_nothing(services: Services) -> None:
    services.aways.add(YESTERDAY, TODAY, "Ill")
    before = seq(services)

    with pytest.raises(AwayOverlapError):
        services.aways.add(TODAY, TOMORROW, "Holiday")
    with pytest.raises(BackwardRangeError):
        services.aways.add(TOMORROW, TODAY)
    with pytest.raises(TextTooLongError):
        services.aways.add(TOMORROW, TOMORROW, "x" * 201)

    assert seq(services) == before
    assert spans(services) == [(YESTERDAY, TODAY, "Ill")]


def test_ranges_that_become_one_are_two_again_after_one_undo(services: Services) -> None:
    services.aways.add(BEFORE_YESTERDAY, BEFORE_YESTERDAY, "Ill")
    services.aways.add(TODAY, TODAY, "Ill")

    whole = services.aways.add(YESTERDAY, YESTERDAY, "Ill")

    assert (whole.first_day, whole.last_day) == (BEFORE_YESTERDAY, TODAY)
    assert len(services.aways.ranges()) == 1
    services.undoing.undo()
    assert spans(services) == [(BEFORE_YESTERDAY, BEFORE_YESTERDAY, "Ill"), (TODAY, TODAY, "Ill")]


def test_days_away_in_a_row_are_one_range_and_the_weekend_between_them_goes_along(services: Services) -> None:
    services.cards.add(Draft("Calls", replace(COUNT, due=WORKING_DAYS)))
    friday, monday, wednesday = date(2026, 11, 13), date(2026, 11, 16), date(2026, 11, 18)

    services.aways.be_away([friday, monday, wednesday])

    assert spans(services) == [(friday, monday, ""), (wednesday, wednesday, "")]
    assert undos(services) == 2
    assert spans(services) == []


def test_a_day_that_is_away_already_stays_what_it_is(services: Services, calls: str) -> None:
    services.aways.add(TODAY, TODAY, "Ill")
    before = seq(services)

    services.aways.be_away([TODAY])

    assert seq(services) == before


def test_a_day_to_come_may_be_away(services: Services, calls: str) -> None:
    services.aways.be_away([TODAY + timedelta(days=30)])

    assert services.scoring.page(TODAY + timedelta(days=30)).away is not None


def test_here_after_all_leaves_the_rest_of_the_range(services: Services) -> None:
    services.aways.add(BEFORE_YESTERDAY, TODAY, "Trip")

    services.aways.be_here(YESTERDAY)

    assert spans(services) == [(BEFORE_YESTERDAY, BEFORE_YESTERDAY, "Trip"), (TODAY, TODAY, "Trip")]
    services.undoing.undo()
    assert spans(services) == [(BEFORE_YESTERDAY, TODAY, "Trip")]


def test_a_range_that_went_meanwhile_is_removed_without_a_word(services: Services) -> None:
    before = seq(services)
    services.aways.remove("gone")

    assert seq(services) == before


def test_what_a_range_would_take_out_is_known_before(services: Services, calls: str) -> None:
    services.scoring.score(calls, YESTERDAY, Decimal(3))
    services.scoring.skip(calls, TODAY)

    assert services.aways.reach(BEFORE_YESTERDAY, TODAY) == AwayReach(3, 3, 1)
    assert services.aways.reach(TODAY, YESTERDAY) == AwayReach(0, 0, 0)


def test_progress_takes_days_away_out_at_once_and_back_with_the_undo(services: Services, calls: str) -> None:
    services.scoring.score(calls, TODAY, Decimal(3))
    assert services.progress.history().scores.gone.sum() == 0

    services.aways.be_away([TODAY])
    assert services.progress.history().scores.gone.sum() == 1

    services.undoing.undo()
    assert services.progress.history().scores.gone.sum() == 0
