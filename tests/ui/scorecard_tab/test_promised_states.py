"""What is said of the promises of a day."""

from datetime import date, timedelta

import pytest

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Level, Outcome
from scorecard.services.services import Services
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from scorecard.ui.scorecard_tab.promised_states import (
    MOST_LINES,
    PromisedState,
    StatusTone,
    promised_state,
    still_to_settle,
)
from tests.ui.conftest import TODAY
from tests.ui.scorecard_tab.conftest import Promised

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def shown(services: Services, day: date = TODAY, already: tuple[str, ...] = ()) -> PromisedState:
    state = promised_state(services.scoring.page(day), already)
    assert state is not None
    return state


def asked(services: Services, day: date = TODAY) -> list[str]:
    return [item.promise.words for item in still_to_settle(services.scoring.page(day))]


def test_a_day_without_promises_shows_nothing(services: Services) -> None:
    assert promised_state(services.scoring.page(TODAY)) is None


def test_the_title_knows_today_and_counts_what_was_kept(promised: Promised, services: Services) -> None:
    services.promises.settle(promised("Estimates"), Outcome.KEPT)
    promised("Call the vendor")
    state = shown(services)
    assert (state.title, state.kept) == ("Promised for today", "1 of 2 kept")
    assert state.spoken == "Promised for today, Fri 20 Nov"


def test_another_day_is_not_called_today(promised: Promised, services: Services) -> None:
    promised("Estimates", due=TOMORROW)
    assert shown(services, TOMORROW).spoken == "Promised for this day, Sat 21 Nov"


@pytest.mark.parametrize(
    ("outcome", "status", "tone"),
    [
        (Outcome.KEPT, "kept", StatusTone.GOOD),
        (Outcome.LATE, "late", StatusTone.FAIR),
        (Outcome.BROKEN, "broken", StatusTone.POOR),
        (Outcome.RELEASED, "released", StatusTone.QUIET),
    ],
)
def test_a_settled_promise_says_what_became_of_it(
    promised: Promised, services: Services, outcome: Outcome, status: str, tone: StatusTone
) -> None:
    services.promises.settle(promised("Estimates"), outcome)
    line = shown(services).lines[0]
    assert (line.status, line.tone) == (status, tone)
    assert line.orders[0] is PromiseOrder.REOPEN
    assert line.hint.replace("\u00a0", " ") == "O reopen · H history"


def test_an_open_promise_names_its_keys(promised: Promised, services: Services) -> None:
    promised("Estimates")
    line = shown(services).lines[0]
    assert (line.status, line.tone) == ("open", StatusTone.QUIET)
    assert line.hint.replace("\u00a0", " ") == "K kept · L late · R renegotiate · B broken"


def test_an_overdue_promise_says_by_how_much(promised: Promised, services: Services) -> None:
    promised("Estimates", due=TODAY - timedelta(days=2))
    line = shown(services).lines[0]
    assert "overdue 2" in line.status
    assert line.tone is StatusTone.POOR


def test_a_promise_moved_on_its_day_stays_there_and_is_not_kept_on_it(promised: Promised, services: Services) -> None:
    moved = promised("Estimates")
    services.promises.move(moved, Due.on(TOMORROW))
    assert shown(services).lines[0].status == "moved"
    services.promises.settle(moved, Outcome.KEPT)
    state = shown(services)
    assert state.lines[0].status == "kept"  # on this very day

    other = promised("Contract", due=YESTERDAY)
    services.promises.move(other, Due.on(TOMORROW))
    services.promises.settle(other, Outcome.KEPT)
    yesterday = shown(services, YESTERDAY)
    assert (yesterday.lines[0].status, yesterday.kept) == ("moved", "0 of 1 kept")


def test_the_line_is_spoken_whole(promised: Promised, services: Services) -> None:
    promised("Send the estimates", Level.BEST_EFFORT, to="Cassandra")
    promised("Call the vendor")
    state = shown(services)
    spoken = {line.item.promise.words: line.spoken for line in state.lines}
    assert spoken["Send the estimates"] == "Send the estimates, Best effort, to Cassandra, due: Today, open"
    assert spoken["Call the vendor"] == "Call the vendor, Commitment, to Myself, due: Today, open"
    tooltips = {line.tooltip for line in state.lines}
    assert "Send the estimates\nCassandra · Best effort\ndue: Today · open" in tooltips


def test_more_than_there_is_room_for_are_counted_and_open_ones_come_first(
    promised: Promised, services: Services
) -> None:
    for number in range(5):
        services.promises.settle(promised(f"Done {number}"), Outcome.KEPT)
    for number in range(6):
        promised(f"Open {number}")
    state = shown(services)
    assert (len(state.lines), state.more) == (MOST_LINES, 4)
    assert sum(line.item.standing.open for line in state.lines) == 6


def test_a_line_that_was_shown_stays_when_it_is_settled(promised: Promised, services: Services) -> None:
    for number in range(9):
        promised(f"Open {number}")
    ids = tuple(line.id for line in shown(services).lines)
    services.promises.settle(ids[2], Outcome.KEPT)
    assert tuple(line.id for line in shown(services, already=ids).lines) == ids


def test_finishing_today_asks_about_what_is_due_and_overdue(promised: Promised, services: Services) -> None:
    promised("Overdue", due=YESTERDAY)
    promised("Today")
    promised("This week", due=Due.within(Span.WEEK, TODAY))
    services.promises.settle(promised("Done"), Outcome.KEPT)
    services.promises.move(promised("Moved"), Due.on(TOMORROW))
    assert asked(services) == ["Overdue", "Today"]


def test_finishing_another_day_asks_only_about_what_was_due_on_it(promised: Promised, services: Services) -> None:
    promised("Long overdue", due=TODAY - timedelta(days=3))
    promised("Yesterday", due=YESTERDAY)
    promised("Today")
    assert asked(services, YESTERDAY) == ["Yesterday"]
