"""Felt grades beside scores, worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from math import comb

import pytest

from scorecard.domain.grades import GradeScale
from scorecard.domain.periods import Length, Period
from scorecard.domain.settings import Settings
from scorecard.services.progress.feeling import feeling_of, sign_test
from scorecard.services.progress.felt import Feeling, Felt
from scorecard.services.progress.history import History
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
NOVEMBER = Period.of(Length.MONTH, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)


def nov(day: int) -> date:
    return date(2026, 11, day)


def month(points: dict[date, float], felt: dict[date, str], **more: object) -> Feeling:
    return feeling_of(scored(points, TODAY, **more), felt, NOVEMBER)


def with_scales(history: History, *scales: GradeScale) -> History:
    return History(replace(history.grid, settings=Settings(scales=scales)), history.today)


@pytest.mark.parametrize(
    ("points", "felt", "apart"),
    [(86, Felt.BETTER, 1), (86.4, Felt.BETTER, 1), (86.5, Felt.AS_COUNTED, 0), (89.4, Felt.AS_COUNTED, 0),
     (89.5, Felt.WORSE, 1), (100, Felt.WORSE, 11), (0, Felt.BETTER, 87)],
)  # fmt: skip
def test_a_grade_covers_the_points_of_its_band_as_they_are_shown(points: float, felt: Felt, apart: int) -> None:
    (day,) = month({nov(2): points}, {nov(2): "B+"}).days
    assert (day.low, day.high, day.felt, day.apart) == (87, 89, felt, apart)


def test_the_best_and_the_lowest_grade_reach_to_the_ends() -> None:
    feeling = month(days_from(nov(2), 100, 97, 59, 0), days_grades("A+", "A+", "F", "F"))
    assert (feeling.n, feeling.better, feeling.worse) == (4, 0, 0)


def days_grades(*grades: str) -> dict[date, str]:
    return {nov(2 + n): grade for n, grade in enumerate(grades)}


def test_days_are_counted_on_each_side() -> None:
    feeling = month(days_from(nov(2), 84, 70, 95, 88), days_grades("B", "B", "B", "A"))
    assert (feeling.n, feeling.better, feeling.worse, feeling.p) == (4, 2, 1, None)


def test_a_grade_without_a_score_is_counted_apart_and_never_as_zero() -> None:
    feeling = month({nov(2): 84, nov(4): 30}, {nov(2): "B", nov(3): "A", nov(4): "F"}, thin=[nov(4)])
    assert (feeling.n, feeling.unscored) == (1, 2)
    assert [(day.day, day.points, day.felt) for day in feeling.days] == [
        (nov(2), 84, Felt.AS_COUNTED), (nov(3), None, None), (nov(4), None, None),
    ]  # fmt: skip
    assert [spot.least for spot in feeling.spots] == [84]


def test_only_days_of_the_period_up_to_today_are_in_it() -> None:
    felt = {date(2026, 10, 31): "B", nov(1): "B", TODAY: "B", nov(21): "B", date(2026, 12, 1): "B"}
    points = dict.fromkeys(felt, 84.0)
    assert [day.day for day in month(points, felt).days] == [nov(1), TODAY]


def test_without_grades_there_is_nothing_but_the_scale() -> None:
    feeling = month({nov(2): 84}, {})
    assert (feeling.n, feeling.spots, feeling.days, feeling.grades) == (0, (), (), ())
    assert (feeling.letters[0], feeling.letters[-1], feeling.bounds[:2]) == ("F", "A+", (0, 60))


def test_grades_before_the_history_begins_have_no_score() -> None:
    feeling = feeling_of(scored({TODAY: 84}, TODAY), {nov(2): "B"}, NOVEMBER)
    assert (feeling.n, feeling.unscored) == (0, 1)


def test_from_memory_is_hollow() -> None:
    feeling = month(days_from(nov(2), 84, 84), days_grades("B", "C"), remembered=[nov(3)])
    assert [(spot.grade, spot.hollow) for spot in feeling.spots] == [("C", True), ("B", False)]
    assert [day.remembered for day in feeling.days] == [False, True]


def test_a_spot_lies_in_grades_and_gathers_the_days_of_the_same_place() -> None:
    feeling = month(days_from(nov(2), 84, 84, 85), days_grades("B", "B", "B"), remembered=[nov(2)])
    same, other = feeling.spots
    assert (same.n, same.last, same.least, same.most, same.remembered) == (2, nov(3), 84, 84, 1)
    assert not same.hollow, "only half of its days are from memory"
    assert (same.across, same.upward) == pytest.approx((6 + 1.5 / 4, 6.5)), "B: 83 to 86"
    assert (other.n, other.across) == (1, pytest.approx(6 + 2.5 / 4))


def test_of_many_days_neighbours_share_a_spot_and_none_is_lost() -> None:
    points = {TODAY - timedelta(days=n): 40 + n % 61 for n in range(300)}
    felt = {day: "B" if n % 2 else "C" for n, day in enumerate(points)}
    feeling = feeling_of(scored(points, TODAY), felt, YEAR)
    assert sum(spot.n for spot in feeling.spots) == feeling.n == 300
    assert len(feeling.spots) < 80
    assert feeling.days == ()
    for spot in feeling.spots:
        side = (spot.across < int(spot.upward)) - (spot.across > int(spot.upward) + 1)
        assert side == spot.felt, "each lies on its own side of the stair"
    assert sum(spot.n for spot in feeling.spots if spot.felt is Felt.BETTER) == feeling.better


def test_grades_have_the_mean_of_their_scores() -> None:
    feeling = month(days_from(nov(2), 84, 70, 95, 88), days_grades("B", "B", "B", "A"))
    best, good = feeling.grades
    assert (best.grade, best.mean, best.n, best.better) == ("A", 88, 1, 1)
    assert (good.grade, good.mean, good.better, good.as_counted, good.worse) == ("B", 83, 1, 1, 1)


def test_each_day_has_the_bounds_of_its_time() -> None:
    strict = GradeScale((("A", 95), ("B", 90)), first_day=nov(10))
    history = with_scales(scored({nov(2): 84, nov(11): 84, nov(12): 92}, TODAY), strict)
    feeling = feeling_of(history, {nov(2): "B", nov(11): "B", nov(12): "B"}, NOVEMBER)
    assert [day.felt for day in feeling.days] == [Felt.AS_COUNTED, Felt.BETTER, Felt.AS_COUNTED]
    assert (feeling.letters, feeling.bounds, feeling.foreign) == (("F", "B", "A"), (0, 90, 95), 1)
    before = next(spot for spot in feeling.spots if spot.felt is Felt.AS_COUNTED and spot.least == 84)
    assert 0 < before.upward < 1, "84.5, the middle of the B of that time, lies below 90"


def test_bounds_that_come_back_or_are_only_hidden_are_the_same() -> None:
    hidden = GradeScale(shown=False, first_day=nov(10))
    history = with_scales(scored({nov(2): 84, nov(11): 84}, TODAY), hidden)
    assert feeling_of(history, {nov(2): "B", nov(11): "B"}, NOVEMBER).foreign == 0


def test_a_grade_that_its_scale_does_not_have_is_counted_as_such() -> None:
    feeling = month(days_from(nov(2), 84, 84), days_grades("B", "1"))
    assert (feeling.n, feeling.strange, len(feeling.days)) == (1, 1, 1)


@pytest.mark.parametrize(("better", "worse"), [(0, 6), (6, 0), (5, 1), (3, 3), (12, 9), (40, 20)])
def test_the_sign_test_is_exact(better: int, worse: int) -> None:
    n = better + worse
    tail = sum(comb(n, k) for k in range(min(better, worse) + 1)) / 2**n
    assert sign_test(better, worse) == pytest.approx(min(1.0, 2 * tail))


def test_the_sign_test_of_nothing_and_of_decades() -> None:
    assert sign_test(0, 0) is None
    assert sign_test(9000, 9000) == pytest.approx(1)
    assert 0.7 < (sign_test(9010, 8980) or 0) < 0.9
    assert (sign_test(9500, 8500) or 0) < 1e-9


def test_nothing_is_claimed_before_there_are_fourteen_days() -> None:
    def better(days: int) -> Feeling:
        return month(days_from(nov(1), *[70] * days), {nov(1 + n): "A" for n in range(days)})

    assert better(13).p is None
    assert better(14).p == pytest.approx(2 / 2**14)
    assert better(14).clear
