"""The history of all that was scored: from where to where it goes, what is read again, and that it never changes."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.due import Due
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.services.cards import Draft
from scorecard.services.progress import keeper
from scorecard.services.progress.history import History
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import entries
from tests.fake_clock import BERLIN, FixedClock
from tests.services.opened import COUNT, TODAY, TOMORROW, YESTERDAY
from tests.services.progress.grids import assert_unchanged, witness

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
LONG_AGO = date(1996, 2, 29)


def score(services: Services, measure_id: str, day: date = TODAY, value: int = 3) -> None:
    services.scoring.score(measure_id, day, Decimal(value))


def import_entries(services: Services, *days: date, measure_id: str) -> None:
    with services._store.change(Deed(Verb.IMPORT)) as work:
        for day in days:
            entries.write_entry(work, Entry(measure_id, day, Scored(Decimal(1))))


def points(history: History, day: date = TODAY) -> float:
    return float(history.scores.points[history.grid.row(day)])


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which ways of reading were taken since."""
    found: list[str] = []
    for name in ("read_all", "read_frame_again", "read_days_again"):

        def reading(*arguments: object, name: str = name, read: object = getattr(keeper, name)) -> object:
            found.append(name)
            return read(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(keeper, name, reading)
    return found


def test_nothing_was_ever_scored_and_it_is_the_present_week(services: Services, calls: str) -> None:
    history = services.progress.history()

    assert (history.grid.first_day, history.grid.last_day, history.today) == (MONDAY, SUNDAY, TODAY)
    assert [measure.id for measure in history.grid.card.measures] == [calls]
    assert np.isnan(history.scores.points).all()


def test_it_goes_from_the_first_entry_to_the_sunday_of_this_week(services: Services, calls: str) -> None:
    import_entries(services, LONG_AGO, measure_id=calls)
    grid = services.progress.history().grid

    assert (grid.first_day, grid.last_day) == (LONG_AGO, SUNDAY)
    assert grid.values[0, 0] == 1
    assert np.isnan(grid.values[1:]).all()


def test_entries_of_days_after_this_week_are_not_in_it(services: Services, calls: str) -> None:
    import_entries(services, SUNDAY + timedelta(days=1), measure_id=calls)
    grid = services.progress.history().grid

    assert (grid.first_day, grid.last_day) == (MONDAY, SUNDAY)
    assert np.isnan(grid.values).all()


def test_it_is_the_same_object_while_nothing_changes(services: Services, calls: str, reads: list[str]) -> None:
    score(services, calls)
    history = services.progress.history()

    assert services.progress.history() is history
    assert reads == ["read_all"]


def test_a_value_is_read_again_and_the_history_before_it_stays_what_it_was(
    services: Services, calls: str, reads: list[str]
) -> None:
    score(services, calls, YESTERDAY)
    before = services.progress.history()
    numbers = witness(before)
    score(services, calls)
    after = services.progress.history()

    assert (points(before), points(after)) == (pytest.approx(np.nan, nan_ok=True), 100)
    assert reads == ["read_all", "read_days_again"]
    assert_unchanged(before, numbers)
    with pytest.raises(ValueError, match="read-only"):
        after.grid.values[0, 0] = 5


def test_an_entry_before_all_others_begins_it_and_goes_with_it(services: Services, calls: str) -> None:
    score(services, calls)
    services.progress.history()
    score(services, calls, YESTERDAY)
    assert services.progress.history().grid.first_day == YESTERDAY
    services.undoing.undo()

    assert services.progress.history().grid.first_day == TODAY


def test_other_terms_change_scores_without_reading_the_entries(
    services: Services, calls: str, reads: list[str]
) -> None:
    score(services, calls)
    services.progress.history()
    services.cards.edit(calls, Draft("Calls", replace(COUNT, target=Decimal(6))))

    assert points(services.progress.history()) == 50
    assert reads == ["read_all", "read_frame_again"]


def test_a_new_measure_is_a_new_column(services: Services, calls: str) -> None:
    score(services, calls)
    services.progress.history()
    thanks = services.cards.add(Draft("Thanks", COUNT))
    score(services, thanks, value=0)

    assert points(services.progress.history()) == 50


def test_another_window_is_seen_once_it_was_looked_for(services: Services, calls: str, path: Path) -> None:
    score(services, calls, value=0)
    services.progress.history()
    with closing(Services(path, FixedClock())) as other:
        score(other, calls)
    services.look_for_changes_elsewhere()

    assert points(services.progress.history()) == 100


def test_whoever_hears_of_a_change_gets_the_history_after_it(services: Services, calls: str) -> None:
    """Also one who has asked to hear of changes before the history was first asked for."""
    heard: list[float] = []
    services.changes.follow(lambda change: heard.append(points(services.progress.history())))
    score(services, calls, value=0)
    score(services, calls)
    services.undoing.undo()

    assert heard == [0, 100, pytest.approx(np.nan, nan_ok=True)]


def test_a_new_day_is_today_and_a_new_week_is_all_of_it(services: Services, calls: str, clock: FixedClock) -> None:
    score(services, calls)
    friday = services.progress.history()
    clock.advance(days=1)
    saturday = services.progress.history()
    clock.advance(days=2)
    monday = services.progress.history()

    assert (friday.today, saturday.today, monday.today) == (TODAY, TOMORROW, SUNDAY + timedelta(days=1))
    assert saturday.grid is friday.grid
    assert monday.grid.last_day == SUNDAY + timedelta(days=7)


def test_the_day_ends_when_the_settings_say_so(services: Services, calls: str, clock: FixedClock) -> None:
    clock.set(datetime(2026, 11, 23, 4, 30, tzinfo=BERLIN))
    assert services.progress.history().grid.last_day == SUNDAY + timedelta(days=7)
    services.rules.set_day_end(time(6, 0))

    assert (services.progress.history().today, services.progress.history().grid.last_day) == (SUNDAY, SUNDAY)


def test_what_counts_kept_promises_is_counted_on_all_days(services: Services, calls: str, clock: FixedClock) -> None:
    kept = services.cards.add(Draft("Kept promises", Terms(COUNT.first_day, Kind.PROMISES, target=Decimal(100))))
    import_entries(services, MONDAY, measure_id=calls)
    column = [measure.id for measure in services.scoring.card().measures].index(kept)
    services.scoring.skip(kept, YESTERDAY)

    def shown() -> list[str]:
        grid = services.progress.history().grid
        return ["–" if np.isnan(value) else f"{value:g}" for value in grid.values[:, column]]

    def promise(day: date) -> str:
        draft = PromiseDraft("Send it", Level.COMMITMENT, Due.on(day), made_on=COUNT.first_day)
        return services.promises.make(draft)

    late, today = promise(MONDAY), promise(TODAY)
    promise(YESTERDAY)
    assert shown() == ["0", "–", "–", "–", "–", "–", "–"]
    grid = services.progress.history().grid
    assert grid.counted[:, column].tolist() == [True, False, False, False, True, False, False]
    assert services.progress.history().scores.due.tolist() == [2, 1, 1, 1, 2, 1, 1]

    services.promises.settle(late, Outcome.KEPT, day=MONDAY)
    services.promises.settle(today, Outcome.KEPT)
    promise(TODAY)
    assert shown() == ["100", "–", "–", "–", "–", "–", "–"]
    clock.advance(days=1)
    assert shown() == ["100", "–", "–", "–", "50", "–", "–"]


def test_what_is_promised_is_not_read_while_no_measure_counts_it(
    services: Services, calls: str, reads: list[str]
) -> None:
    score(services, calls)
    history = services.progress.history()
    services.promises.make(PromiseDraft("Send it", Level.COMMITMENT, Due.on(TODAY)))

    assert services.progress.history() is history


def test_a_prepared_history_is_taken_as_it_is(services: Services, calls: str, reads: list[str]) -> None:
    score(services, calls)
    services.progress.prepare()
    history = services.progress.history()

    assert reads == ["read_all"]
    assert "scores" in vars(history)
    assert points(history) == 100


def test_a_prepared_history_is_left_when_something_was_done_since(services: Services, calls: str) -> None:
    services.progress.prepare()
    score(services, calls)

    assert points(services.progress.history()) == 100


def test_preparing_late_changes_nothing(services: Services, calls: str) -> None:
    history = services.progress.history()
    services.progress.prepare()

    assert services.progress.history() is history


def test_after_an_error_it_is_read_all_the_same(
    services: Services, calls: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score(services, calls, value=0)
    services.progress.history()
    score(services, calls)

    def fail(*_: object) -> None:
        raise StoreError(StoreFault.INPUT_OUTPUT, path)

    with monkeypatch.context() as broken:
        broken.setattr(keeper, "read_days_again", fail)
        with pytest.raises(StoreError):
            services.progress.history()

    assert points(services.progress.history()) == 100
