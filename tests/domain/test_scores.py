"""The score of a day and of its groups, with its coverage."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from scorecard.domain.away import AwayRange
from scorecard.domain.completion import completion
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Mark, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.scores import Score, Standing, explain, explain_day
from tests.domain.strategies import calendars

DAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)


def count(measure_id: str, target: int, weight: int = 1, **parts: object) -> Measure:
    ask = Terms(date.min, Kind.COUNT, target=Decimal(target), weight=weight, **parts)
    return Measure(measure_id, measure_id, (ask,))


def tally(measure_id: str, **parts: object) -> Measure:
    return Measure(measure_id, measure_id, (Terms(date.min, Kind.COUNT, Direction.TALLY, **parts),))


def marked(day: date = DAY, **marks: int | Mark) -> dict[tuple[date, str], Entry]:
    return {
        (day, name): Entry(name, day, Scored(Decimal(mark)) if isinstance(mark, int) else mark)
        for name, mark in marks.items()
    }


CARD = (count("thanks", 3, weight=3), count("problems", 4, weight=2), count("calls", 2))


@pytest.mark.parametrize(
    ("marks", "so_far", "known", "known_weight", "due", "due_weight"),
    [
        ({}, None, 0, 0, 3, 6),
        ({"thanks": 3, "problems": 4, "calls": 2}, 100, 3, 6, 3, 6),
        ({"thanks": 0, "problems": 0, "calls": 0}, 0, 3, 6, 3, 6),
        ({"thanks": 3, "problems": 2, "calls": 0}, Fraction(400, 6), 3, 6, 3, 6),
        ({"thanks": 1, "problems": 1, "calls": 1}, Fraction(200, 6), 3, 6, 3, 6),
        ({"thanks": 9, "problems": 0, "calls": 9}, Fraction(400, 6), 3, 6, 3, 6),
        ({"thanks": 3}, 100, 1, 3, 3, 6),
        ({"thanks": 3, "problems": 0}, 60, 2, 5, 3, 6),
        ({"thanks": SKIPPED, "problems": 4, "calls": 0}, Fraction(200, 3), 2, 3, 2, 3),
        ({"thanks": SKIPPED, "problems": SKIPPED, "calls": SKIPPED}, None, 0, 0, 0, 0),
        ({"thanks": UNKNOWN, "problems": 4, "calls": 2}, 100, 2, 3, 3, 6),
    ],
)
def test_a_day_is_the_weighed_mean_of_what_is_known(marks, so_far, known, known_weight, due, due_weight):
    score = explain_day(CARD, marked(**marks), DAY).score
    assert score == Score(None if so_far is None else Fraction(so_far), known, due, known_weight, due_weight)


@pytest.mark.parametrize(
    ("marks", "value"),
    [
        ({}, None),
        ({"calls": 2}, None),
        ({"problems": 4}, None),
        ({"thanks": 3}, 100),
        ({"problems": 4, "calls": 2}, 100),
    ],
)
def test_under_half_of_the_due_weight_there_is_no_score(marks, value):
    score = explain_day(CARD, marked(**marks), DAY).score
    assert score.value == value
    assert score.thin is (value is None)


def test_a_day_on_which_nothing_is_due_has_no_score_and_is_not_thin():
    score = explain_day((), {}, DAY).score
    assert (score.value, score.thin) == (None, False)


@pytest.mark.parametrize(
    ("measure", "mark", "standing", "away"),
    [
        (count("m", 2), 1, Standing.COUNTED, False),
        (count("m", 2), UNKNOWN, Standing.BLANK, False),
        (count("m", 2), SKIPPED, Standing.SKIPPED, False),
        (count("m", 2), 1, Standing.AWAY, True),
        (count("m", 2), UNKNOWN, Standing.AWAY, True),
        (count("m", 2, due=WORKING_DAYS), 1, Standing.NOT_DUE, False),
        (count("m", 2, due=WORKING_DAYS), UNKNOWN, Standing.NOT_DUE, False),
        (count("m", 2, due=frozenset({6})), 1, Standing.COUNTED, False),
        (count("m", 2, weekly=True), 1, Standing.WEEKLY, False),
        (count("m", 2, weekly=True), 1, Standing.AWAY, True),
        (tally("m"), 1, Standing.TALLY, False),
        (tally("m"), UNKNOWN, Standing.TALLY, False),
        (tally("m"), UNKNOWN, Standing.AWAY, True),
        (tally("m", due=WORKING_DAYS), UNKNOWN, Standing.NOT_DUE, False),
    ],
)
def test_how_a_measure_stands_on_a_sunday(measure, mark, standing, away):
    ranges = (AwayRange("a", SUNDAY, SUNDAY),) if away else ()
    (line,) = explain_day([measure], marked(SUNDAY, m=mark), SUNDAY, ranges).lines
    assert line.standing is standing
    assert line.points == (50 if standing is Standing.COUNTED else 0)
    assert line.value == (Decimal(1) if mark == 1 else None)


@pytest.mark.parametrize("place", [Place.BENCH, Place.RETIRED])
def test_what_is_not_on_the_card_has_no_line(place):
    assert explain_day([count("m", 2, place=place)], marked(m=1), DAY).lines == ()


def test_a_measure_has_no_line_before_its_first_terms():
    new = Measure("m", "m", (Terms(DAY, Kind.YES_NO),))
    assert explain_day([new], {}, DAY - timedelta(days=1)).lines == ()
    assert len(explain_day([new], {}, DAY).lines) == 1


def test_a_day_is_judged_by_the_terms_of_that_day():
    harder = CARD[2].with_terms(Terms(DAY, Kind.COUNT, target=Decimal(8)))
    yesterday = DAY - timedelta(days=1)
    entries = marked(calls=2) | marked(yesterday, calls=2)
    assert explain_day([harder], entries, yesterday).score.value == 100
    assert explain_day([harder], entries, DAY).score.value == 25


def test_an_explanation_tells_how_the_score_came_about():
    explained = explain_day(CARD, marked(thanks=1, problems=4), DAY)
    assert [(line.measure_id, line.weight, line.value, line.completion, line.points) for line in explained.lines] == [
        ("thanks", 3, Decimal(1), Fraction(1, 3), Fraction(20)),
        ("problems", 2, Decimal(4), Fraction(1), Fraction(40)),
        ("calls", 1, None, None, Fraction(0)),
    ]
    assert explained.score.so_far == 60
    assert {line.day for line in explained.lines} == {DAY}


def test_explaining_an_explanation_changes_nothing():
    explained = explain_day(CARD, marked(thanks=1, problems=4), DAY)
    assert explain(explained.lines) == explained


@given(calendars())
def test_a_day_is_the_sum_of_product_over_the_sum_of_weights(calendar):
    """Written out once more, as plainly as the rule is told."""
    for day in calendar.days:
        if any(away.first_day <= day <= away.last_day for away in calendar.away):
            continue
        above = below = due = Fraction(0)
        for measure in calendar.measures:
            ask = measure.terms_on(day)
            if ask is None or ask.weekly or ask.direction is Direction.TALLY or ask.place is not Place.CARD:
                continue
            entry = calendar.entries.get((day, measure.id))
            if day.weekday() not in ask.due or (entry and entry.mark == SKIPPED):
                continue
            if ask.kind is Kind.PROMISES and not entry:
                continue  # nothing came due
            due += ask.weight
            if entry:
                above += ask.weight * completion(ask, entry.mark.value)
                below += ask.weight
        score = explain_day(calendar.measures, calendar.entries, day, calendar.away).score
        assert score.so_far == (100 * above / below if below else None)
        assert (score.known_weight, score.due_weight) == (below, due)
        assert score.value == (None if below < due / 2 else score.so_far)
