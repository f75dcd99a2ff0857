"""Goals in words: plain facts, rounded so that nothing seems reached that is not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.domain.goal_progress import Gain, GoalProgress, Left, LeftOut, Stand
from scorecard.domain.goals import PERSPECTIVES, Counted, Goal, GoalFault, ImpossibleGoalError, Span
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.words.activities import say_activity
from scorecard.words.errors import say_error
from scorecard.words.goal_names import explain_counted, read_perspective, say_counted, say_perspective
from scorecard.words.goals import facts, goal_sentence, remarks, review_lines, say_share

UNTIL = date(2026, 11, 20)
MEASURE = Measure("m", "Calls", (Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3)),))
GOAL = Goal("g", "Thank-yous", Counted.TOTAL, Span.QUARTER, date(2026, 10, 1), Decimal(500), "calls")

TAIL = " · 55% of the quarter gone · 38 of 45 known"


def number(value: Decimal | int) -> str:
    return f"{value:,}"


def come(
    whole: Fraction | int | None,
    counted: Counted = Counted.TOTAL,
    target: int | str | None = 500,
    *,
    left: Left = Left(41),  # noqa: B008
    **more: object,
) -> GoalProgress:
    unit = "calls" if counted is Counted.TOTAL else ""
    goal = replace(GOAL, counted=counted, target=None if target is None else Decimal(target), unit=unit)
    known = 0 if whole is None else 38
    weight = 1 if counted is Counted.SCORE else 0
    amount = Fraction(whole or 0) / (100 if counted is Counted.SCORE else 1)
    gain = Gain(MEASURE, amount, weight, n=known, known=known, asked=45)
    return GoalProgress(goal, UNTIL, (gain,), 51, 92, left, **more)  # type: ignore[arg-type]


def said(progress: GoalProgress) -> str:
    return " · ".join(facts(progress, tr, number))


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (come(312), "312 of 500 calls · 188 missing: 4.6 a working day" + TAIL),
        (come(312, limit=True), "312 of at most 500 calls · 188 left: 4.5 a working day" + TAIL),
        (come(512), "512 of 500 calls · reached · 12 more than the target" + TAIL),
        (come(500), "500 of 500 calls · reached" + TAIL),
        (come(512, limit=True), "512 of at most 500 calls · over · 12 over" + TAIL),
        (come(None), "nothing known yet · 55% of the quarter gone · 0 of 45 known"),
        (come(312, target=None), "312 calls" + TAIL),
        (come(48, Counted.DAYS_MET, 60), "48 of 60 days met · 12 missing, 41 working days left" + TAIL),
        (come(1, Counted.DAYS_MET, None), "1 day met" + TAIL),
        (come(Fraction(849, 10), Counted.SCORE, 85), "mean score 84.9 of 85 · 0.1 points below the target" + TAIL),
        (come(90, Counted.SCORE, 85), "mean score 90 of 85 · 5 points above the target" + TAIL),
        (come(2310, Counted.TIME, 6000), "38:30 h of 100 h · 61:30 h missing: 1:30 h a working day" + TAIL),
    ],
)  # fmt: skip
def test_a_goal_is_said_in_facts(progress: GoalProgress, words: str) -> None:
    assert said(progress) == words


def test_what_is_just_below_is_not_said_to_be_reached() -> None:
    almost = come(Fraction(849_999, 10_000), Counted.SCORE, 85)
    assert said(almost).startswith("mean score 84.9 of 85")
    assert say_share(come(Fraction(4_999_999, 10_000)), tr, number) == "99%"
    assert say_share(come(None), tr, number) == ""


def test_weeks_are_left_where_every_measure_is_weekly() -> None:
    assert "188 missing: 47 a week" in said(come(312, left=Left(4, weekly=True)))
    assert "12 missing, 1 week left" in said(come(48, Counted.DAYS_MET, 60, left=Left(1, weekly=True)))


def test_a_goal_without_measures_says_so() -> None:
    assert said(replace(come(None), gains=())).startswith("no measure belongs to it yet")


@pytest.mark.parametrize(
    ("span", "gone", "over", "words"),
    [
        (Span.YEAR, 51, False, "55% of the year gone"),
        (Span.YEAR, 92, True, "the year is over"),
        (Span.QUARTER, 0, False, "the quarter has not begun"),
        (Span.QUARTER, 92, True, "the quarter is over"),
    ],
)
def test_the_time_is_said(span: Span, gone: int, over: bool, words: str) -> None:
    progress = come(312)
    assert words in said(replace(progress, goal=replace(progress.goal, span=span), gone=gone, over=over))


def test_a_goal_that_was_not_reached_says_it_plainly() -> None:
    ended = replace(come(312, left=Left(0)), over=True)
    assert ended.stand is Stand.ENDED
    assert said(ended) == "312 of 500 calls · not reached · 188 missing · the quarter is over · 38 of 45 known"


def test_what_was_left_out_and_what_is_mixed_is_remarked() -> None:
    gain = Gain(MEASURE, n=3, left_out=(LeftOut(Kind.RATING, False, 12), LeftOut(Kind.COUNT, True, 1)))
    progress = replace(come(3), gains=(gain,), mixed=True, units=("calls", "visits"))

    assert remarks(progress, tr) == (
        "Calls: 12 values left out: ratings can't be added up.",
        "Calls: 1 value left out: what is only counted meets no target.",
        "Adds up what is to be high and what is to be low.",
        "Adds up different units: calls, visits.",
    )


def test_one_line_a_goal_stands_in_the_review() -> None:
    assert review_lines([come(312)], tr, number) == [
        ("Thank-yous", "312 of 500 calls", "62% · 188 missing: 4.6 a working day · 55% of the quarter gone")
    ]  # fmt: skip
    assert goal_sentence(come(312), tr, number).startswith("Thank-yous: 312 of 500 calls · ")


def test_perspectives_are_found_again_in_another_language() -> None:
    def german(words: str, *_: object) -> str:
        return {"Customer": "Kunden"}.get(words, words)

    assert read_perspective(" kunden ", german) == "Customer"
    assert say_perspective("Customer", german) == "Kunden"
    assert read_perspective("Our own", german) == "Our own"
    assert [say_perspective(one, tr) for one in PERSPECTIVES] == list(PERSPECTIVES)


def test_each_way_of_counting_has_a_name_and_an_explanation() -> None:
    assert len({say_counted(counted, tr) for counted in Counted}) == len(Counted)
    assert len({explain_counted(counted, tr) for counted in Counted}) == len(Counted)


@pytest.mark.parametrize("fault", GoalFault)
def test_each_fault_has_a_sentence(fault: GoalFault) -> None:
    assert say_error(ImpossibleGoalError(fault), tr).endswith(".")


@pytest.mark.parametrize(
    ("verb", "subject", "words"),
    [
        (Verb.ADD_GOAL, {"goal": "X"}, "goal “X”"),
        (Verb.EDIT_GOAL, {"goal": "X"}, "change of the goal “X”"),
        (Verb.COPY_GOAL, {"goal": "X"}, "copy of the goal “X”"),
        (Verb.COPY_GOAL, {"goal": ""}, "copy of goals"),
        (Verb.MOVE_GOAL, {}, "reorder the goals"),
        (Verb.CLOSE_GOAL, {"goal": "X"}, "close the goal “X”"),
        (Verb.REOPEN_GOAL, {"goal": "X"}, "reopen the goal “X”"),
        (Verb.REMOVE_GOAL, {"goal": "X"}, "remove the goal “X”"),
        (Verb.ASSIGN_GOALS, {"part": "Calls"}, "goals of Calls"),
    ],
)
def test_the_menu_says_what_was_done(verb: Verb, subject: dict[str, str], words: str) -> None:
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), verb, subject)
    assert say_activity(activity, tr, lambda day: day, lambda value, kind: value) == words
