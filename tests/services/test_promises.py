"""Promising, renegotiating and settling: each an activity of its own, and what came due stays in the record."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from scorecard.domain.activities import Verb
from scorecard.domain.changes import Change
from scorecard.domain.due import Due, Span
from scorecard.domain.errors import EmptyNameError, ImpossibleStepError, StepFault
from scorecard.domain.promises import Level, Moved, Outcome, Promise, Relevelled, Settled, standing
from scorecard.domain.records import count_of
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.opened import BEFORE_YESTERDAY, TODAY, TOMORROW, YESTERDAY, seq, undos

COMMITMENT, EFFORT, INTENTION = Level
NEXT_WEEK = TODAY + timedelta(days=7)
SEND = PromiseDraft("Send the estimates", COMMITMENT, Due.on(TOMORROW), "Cassandra")
OLD = replace(SEND, made_on=TODAY - timedelta(days=10), due=Due.on(YESTERDAY))


def only(services: Services) -> Promise:
    (promise,) = services.promises.book().promises.values()
    return promise


def refused(services: Services, step: Callable[[], object]) -> tuple[StepFault, date | None]:
    """Why, and that nothing has changed."""
    before, known = seq(services), services.promises.book()
    with pytest.raises(ImpossibleStepError) as impossible:
        step()
    assert seq(services) == before
    assert services.promises.book() == known
    return impossible.value.fault, impossible.value.day


def outcome(services: Services, promise_id: str) -> Outcome:
    return standing(services.promises.book().promises[promise_id], services.promises.today()).outcome


def test_a_promise_is_written_down_as_it_was_said(services: Services) -> None:
    draft = PromiseDraft("  Send\tit ", EFFORT, Due.within(Span.WEEK, TODAY), " Cassandra ",
                         done_when="she has it", why="she waits", notes="two\nlines\n")  # fmt: skip
    made = services.promises.make(draft)

    promise = only(services)
    assert promise == Promise(
        made, "Send it", EFFORT, TODAY, draft.due, promise.person_id, "she has it", "she waits", "two\nlines"
    )
    assert services.promises.book().people.name(promise.person_id) == "Cassandra"


def test_a_promise_needs_words(services: Services) -> None:
    with pytest.raises(EmptyNameError):
        services.promises.make(replace(SEND, words=" \n"))
    assert services.promises.book().promises == {}


@pytest.mark.parametrize(
    ("draft", "fault", "day"),
    [
        (replace(SEND, made_on=TOMORROW), StepFault.FUTURE, TODAY),
        (replace(SEND, due=Due.on(YESTERDAY)), StepFault.DUE_BEFORE, TODAY),
        (replace(SEND, made_on=YESTERDAY, due=Due.on(BEFORE_YESTERDAY)), StepFault.DUE_BEFORE, YESTERDAY),
    ],
)
def test_a_promise_is_not_made_in_the_future_nor_due_before_it_was_made(
    services: Services, draft: PromiseDraft, fault: StepFault, day: date
) -> None:
    assert refused(services, lambda: services.promises.make(draft)) == (fault, day)


def test_one_made_earlier_can_be_written_down_today_even_overdue(services: Services) -> None:
    made = services.promises.make(OLD)

    assert services.promises.book().promises[made].made_on == TODAY - timedelta(days=10)
    assert standing(only(services), TODAY).overdue


def test_a_person_of_a_known_name_is_the_same_person(services: Services) -> None:
    for name in ("Cassandra", "cassandra", " CASSANDRA"):
        services.promises.make(replace(SEND, to_whom=name))

    assert [person.name for person in services.promises.book().people.present] == ["Cassandra"]


def test_between_two_persons_of_one_name_the_chosen_one_is_taken(services: Services) -> None:
    services.promises.make(replace(SEND, to_whom="Neal"))
    services.promises.make(replace(SEND, to_whom="Neil"))
    first, second = services.promises.book().people.present
    services.promises.rename_person(second.id, "Neal")

    made = services.promises.make(replace(SEND, to_whom="Neal", person_id=second.id))
    by_another_name = services.promises.make(replace(SEND, to_whom="Ana", person_id=first.id))

    known = services.promises.book()
    assert known.promises[made].person_id == second.id
    assert known.people.name(known.promises[by_another_name].person_id) == "Ana"


def test_editing_words_changes_them_in_place(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.edit(made, replace(SEND, words="Send them", to_whom="Ana", why="asked for"))

    promise = only(services)
    assert (promise.words, promise.why, promise.steps) == ("Send them", "asked for", ())
    assert services.promises.book().people.name(promise.person_id) == "Ana"
    next_undo = services.undoing.next_undo()
    assert next_undo is not None
    assert (next_undo.verb, next_undo.subject) == (Verb.EDIT_PROMISE, {"promise": "Send them"})


def test_a_date_corrected_on_the_day_it_was_made_is_a_slip_and_no_move(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.edit(made, replace(SEND, due=Due.on(NEXT_WEEK)))

    assert (only(services).due, only(services).steps) == (Due.on(NEXT_WEEK), ())


def test_a_date_changed_on_a_later_day_is_a_move(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(replace(SEND, due=Due.on(NEXT_WEEK)))
    clock.advance(days=1)
    services.promises.edit(made, SEND)

    assert [step.event for step in only(services).steps] == [Moved(Due.on(TOMORROW))]
    assert only(services).due == Due.on(NEXT_WEEK)


def test_a_date_that_has_come_is_missed_even_on_the_day_the_promise_was_made(services: Services) -> None:
    made = services.promises.make(replace(SEND, due=Due.on(TODAY)))
    services.promises.edit(made, SEND)

    assert standing(only(services), TODAY).missed is not None


def test_another_level_in_the_editor_is_a_step_of_its_own(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.edit(made, replace(SEND, level=INTENTION))

    assert [step.event for step in only(services).steps] == [Relevelled(INTENTION)]
    assert only(services).level is COMMITMENT


def test_words_can_be_edited_whatever_became_of_it(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(OLD)
    services.promises.settle(made, Outcome.LATE)
    services.promises.edit(made, replace(OLD, notes="sorry"))
    assert only(services).notes == "sorry"

    assert refused(services, lambda: services.promises.edit(made, replace(OLD, level=EFFORT))) == (
        StepFault.SETTLED, None,
    )  # fmt: skip
    clock.advance(days=-15)
    services.promises.edit(made, replace(OLD, notes="in another zone", made_on=None))


def test_the_day_it_was_made_can_be_corrected_within_what_followed(services: Services) -> None:
    made = services.promises.make(replace(OLD, due=Due.on(TOMORROW)))
    services.promises.move(made, Due.on(NEXT_WEEK), day=YESTERDAY)
    draft = replace(OLD, due=Due.on(NEXT_WEEK))
    services.promises.edit(made, replace(draft, made_on=BEFORE_YESTERDAY))
    assert only(services).made_on == BEFORE_YESTERDAY

    late = replace(draft, made_on=TODAY)
    assert refused(services, lambda: services.promises.edit(made, late)) == (StepFault.FUTURE, YESTERDAY)


@pytest.mark.parametrize(
    ("outcome_", "comes_to"),
    [
        (Outcome.KEPT, Outcome.KEPT), (Outcome.LATE, Outcome.LATE),
        (Outcome.BROKEN, Outcome.BROKEN), (Outcome.RELEASED, Outcome.RELEASED),
    ],
)  # fmt: skip
def test_an_overdue_promise_can_be_settled_in_every_way(
    services: Services, outcome_: Outcome, comes_to: Outcome
) -> None:
    """Kept, said of one that is overdue, means that it was kept in time and that only this is said late."""
    made = services.promises.make(OLD)
    services.promises.settle(made, outcome_)

    assert outcome(services, made) is comes_to
    assert standing(only(services), TODAY).settled_on == (YESTERDAY if outcome_ is Outcome.KEPT else TODAY)


def test_kept_on_a_day_after_the_last_is_late(services: Services) -> None:
    made = services.promises.make(OLD)
    services.promises.settle(made, Outcome.KEPT, day=TODAY)

    assert outcome(services, made) is Outcome.LATE


def test_what_is_asked_when_settling_is_kept(services: Services) -> None:
    made = services.promises.make(replace(SEND, level=EFFORT))
    services.promises.settle(made, Outcome.KEPT, effort=7, note="  with help ")

    (step,) = only(services).steps
    assert (step.event, step.note, step.day) == (Settled(Outcome.KEPT, 7), "with help", TODAY)
    for effort in (-1, 11):
        with pytest.raises(ValueError, match="settle"):
            services.promises.settle(made, Outcome.KEPT, effort=effort)
    with pytest.raises(ValueError, match="settle"):
        services.promises.settle(made, Outcome.OPEN)


def test_a_move_remembers_who_was_told_and_when(services: Services) -> None:
    made = services.promises.make(replace(SEND, made_on=BEFORE_YESTERDAY))
    services.promises.move(made, Due.on(NEXT_WEEK), told=" Cassandra ", day=YESTERDAY, note="by phone")

    (step,) = only(services).steps
    assert (step.event, step.day, step.note) == (Moved(Due.on(NEXT_WEEK), "Cassandra"), YESTERDAY, "by phone")


def test_a_date_can_be_given_up(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.move(made, None)

    assert standing(only(services), TODAY).due is None


IMPOSSIBLE: dict[str, tuple[Callable[[Services, str], None], StepFault, date | None]] = {
    "move to where it is": (lambda s, p: s.promises.move(p, Due.on(TOMORROW)), StepFault.SAME, None),
    "move to the past": (lambda s, p: s.promises.move(p, Due.on(YESTERDAY)), StepFault.DUE_BEFORE, TODAY),
    "the level it has": (lambda s, p: s.promises.relevel(p, COMMITMENT), StepFault.SAME, None),
    "reopen an open one": (lambda s, p: s.promises.reopen(p), StepFault.OPEN, None),
    "kept tomorrow": (lambda s, p: s.promises.settle(p, Outcome.KEPT, day=TOMORROW), StepFault.FUTURE, TODAY),
    "kept before it was made": (
        lambda s, p: s.promises.settle(p, Outcome.KEPT, day=BEFORE_YESTERDAY), StepFault.BEFORE_MADE, YESTERDAY,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("step", "fault", "day"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_step_that_can_t_be_is_refused_and_nothing_changes(
    services: Services, step: Callable[[Services, str], None], fault: StepFault, day: date | None
) -> None:
    made = services.promises.make(replace(SEND, made_on=YESTERDAY))

    assert refused(services, lambda: step(services, made)) == (fault, day)


def test_what_is_settled_takes_no_step_but_reopening(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.settle(made, Outcome.KEPT)
    steps: list[Callable[[], object]] = [
        lambda: services.promises.settle(made, Outcome.BROKEN),
        lambda: services.promises.move(made, None),
        lambda: services.promises.relevel(made, EFFORT),
    ]

    assert {refused(services, step)[0] for step in steps} == {StepFault.SETTLED}
    services.promises.reopen(made, "too soon")
    assert outcome(services, made) is Outcome.OPEN


def test_without_a_date_it_can_t_be_late(services: Services) -> None:
    made = services.promises.make(replace(SEND, due=None))

    assert refused(services, lambda: services.promises.settle(made, Outcome.LATE)) == (StepFault.NEVER_DUE, None)


def test_nothing_is_entered_before_a_miss_nor_before_a_reopening(services: Services) -> None:
    made = services.promises.make(OLD)
    services.promises.move(made, Due.on(NEXT_WEEK))
    assert refused(services, lambda: services.promises.settle(made, Outcome.KEPT, day=YESTERDAY)) == (
        StepFault.BEFORE_MISS, TODAY,
    )  # fmt: skip

    other = services.promises.make(replace(OLD, due=Due.on(TOMORROW)))
    services.promises.settle(other, Outcome.KEPT, day=YESTERDAY)
    services.promises.reopen(other)
    assert refused(services, lambda: services.promises.move(other, Due.on(NEXT_WEEK), day=YESTERDAY)) == (
        StepFault.BEFORE_MISS, TODAY,
    )  # fmt: skip


def test_a_late_one_reopened_and_kept_is_late(services: Services) -> None:
    made = services.promises.make(OLD)
    services.promises.settle(made, Outcome.LATE)
    services.promises.reopen(made)
    services.promises.settle(made, Outcome.KEPT)

    promise = only(services)
    count = count_of(promise, standing(promise, TODAY))
    assert count is not None
    assert (count.verdict, count.day) == ("late", YESTERDAY)


def test_on_its_sunday_a_date_does_not_become_its_week(services: Services, clock: FixedClock) -> None:
    """It would come due twice on one day."""
    sunday = TODAY + timedelta(days=2)
    made = services.promises.make(replace(SEND, due=Due.on(sunday)))
    clock.advance(days=2)

    week = Due.within(Span.WEEK, sunday)
    assert refused(services, lambda: services.promises.move(made, week)) == (StepFault.SAME, None)


def test_only_what_never_came_due_and_has_no_step_can_be_removed(services: Services, clock: FixedClock) -> None:
    gone = services.promises.make(SEND)
    services.promises.remove(gone)
    assert services.promises.book().promises == {}
    services.undoing.undo()
    assert list(services.promises.book().promises) == [gone]

    stepped = services.promises.make(SEND)
    services.promises.relevel(stepped, EFFORT)
    overdue = services.promises.make(OLD)
    for kept in (stepped, overdue):
        assert refused(services, lambda kept=kept: services.promises.remove(kept))[0] is StepFault.CAME_DUE  # type: ignore[misc]
    clock.advance(days=1)
    assert refused(services, lambda: services.promises.remove(gone))[0] is StepFault.CAME_DUE


def test_merging_persons_loses_neither_promises_nor_names(services: Services) -> None:
    a = services.promises.make(replace(SEND, to_whom="Neal"))
    b = services.promises.make(replace(SEND, to_whom="Neil"))
    c = services.promises.make(replace(SEND, to_whom="Cornelius"))
    services.promises.settle(c, Outcome.KEPT)
    people = services.promises.book().people
    ids = {person.name: person.id for person in people.present}
    services.promises.merge_persons(ids["Neal"], ids["Neil"])
    services.promises.merge_persons(ids["Cornelius"], ids["Neil"])

    known = services.promises.book()
    assert [person.name for person in known.people.present] == ["Cornelius"]
    assert {known.promises[promise].person_id for promise in (a, b, c)} == {ids["Cornelius"]}
    assert {known.people.named(name)[0].id for name in ids} == {ids["Cornelius"]}
    assert outcome(services, c) is Outcome.KEPT
    again = services.promises.make(replace(SEND, to_whom="neil"))
    assert services.promises.book().promises[again].person_id == ids["Cornelius"]

    for _ in range(3):
        services.undoing.undo()
    assert services.promises.book().people == people
    assert services.promises.book().promises[b].person_id == ids["Neil"]


def test_merging_a_person_with_themselves_or_nobody_is_nothing(services: Services) -> None:
    services.promises.make(SEND)
    (cassandra,) = services.promises.book().people.present
    before = seq(services)
    services.promises.merge_persons(cassandra.id, cassandra.id)
    services.promises.merge_persons(cassandra.id, "unheard of")

    assert seq(services) == before


def test_a_renamed_person_is_renamed_everywhere(services: Services) -> None:
    services.promises.make(SEND)
    (cassandra,) = services.promises.book().people.present
    before = services.promises.book().reckoned(TODAY)
    services.promises.rename_person(cassandra.id, " Cassie ")

    assert [item.person for item in before] == ["Cassandra"]
    assert [item.person for item in services.promises.book().reckoned(TODAY)] == ["Cassie"]
    with pytest.raises(EmptyNameError):
        services.promises.rename_person(cassandra.id, " ")


def test_every_deed_is_one_activity_and_one_undo(services: Services) -> None:
    made = services.promises.make(SEND)
    services.promises.move(made, Due.on(NEXT_WEEK))
    services.promises.relevel(made, EFFORT)
    services.promises.settle(made, Outcome.BROKEN)
    services.promises.reopen(made)
    services.promises.edit(made, replace(SEND, level=INTENTION, due=None))

    assert seq(services) == 6
    assert undos(services) == 6
    assert services.promises.book().promises == {}
    assert services.promises.book().people.all == ()
    for _ in range(6):
        services.undoing.redo()
    assert len(only(services).steps) == 6


def test_a_change_names_the_days_it_touches(services: Services) -> None:
    heard: list[Change] = []
    services.changes.follow(heard.append)
    made = services.promises.make(SEND)
    services.promises.move(made, Due.on(NEXT_WEEK))
    services.promises.settle(made, Outcome.KEPT)

    assert [change.days for change in heard] == [{TOMORROW}, {TODAY, TOMORROW, NEXT_WEEK}, {TODAY, NEXT_WEEK}]
    assert all(change.touches_promises() for change in heard)


def test_the_first_thing_done_may_be_a_step(services: Services, path: Path, clock: FixedClock) -> None:
    """Nothing was read before it that says when the day ends."""
    made = services.promises.make(replace(SEND, due=Due.on(NEXT_WEEK)))
    with closing(Services(path, clock)) as fresh:
        fresh.promises.settle(made, Outcome.KEPT)
    with closing(Services(path, clock)) as fresh:
        fresh.promises.reopen(made)
    with closing(Services(path, clock)) as fresh:
        fresh.promises.move(made, Due.on(TOMORROW))
    with closing(Services(path, clock)) as fresh:
        fresh.promises.relevel(made, EFFORT)
    with closing(Services(path, clock)) as fresh:
        assert len(only(fresh).steps) == 4


def test_what_another_window_wrote_is_in_the_book_after_a_look(
    services: Services, path: Path, clock: FixedClock
) -> None:
    made = services.promises.make(SEND)
    assert len(services.promises.book().promises) == 1
    with closing(Services(path, clock)) as other:
        other.promises.settle(made, Outcome.KEPT)
        other.promises.make(OLD)
        services.look_for_changes_elsewhere()

        assert services.promises.book() == other.promises.book()
        assert len(services.promises.book().promises) == 2
