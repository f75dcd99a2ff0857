"""Each measure over a period: the numbers behind every point, mean, target line and sign, worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.changed import Verdict, comparison_of
from scorecard.services.progress.course import Grain
from scorecard.services.progress.measure_pages import MOST_MARKS, grain_of, measures_page
from scorecard.services.progress.measure_series import MeasureSeries, MeasuresPage
from tests.sample.measured import measured
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)
MONTH = Period.of(Length.MONTH, TODAY)
WEEK = Period.of(Length.WEEK, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)
COUNT = Terms(FIRST, Kind.COUNT, target=Decimal(3))


def nov(day: int) -> date:
    return date(2026, 11, day)


def measure(terms: Terms = COUNT, *later: Terms, name: str = "m") -> Measure:
    return Measure(name, name, (terms, *later))


def page_of(
    one: Measure, values: dict[date, Mark | int], period: Period = MONTH, away: tuple[date, date] | None = None
) -> MeasuresPage:
    marks = {day: mark if not isinstance(mark, int) else Scored(Decimal(mark)) for day, mark in values.items()}
    entries = [Entry(one.id, day, mark) for day, mark in marks.items()]
    ranges = [AwayRange("a", *away)] if away else []
    return measures_page(history_of_entries([one], entries, FIRST, TODAY, ranges), period)


def series_of(*args: object, **more: object) -> MeasureSeries:
    return page_of(*args, **more).series[0]  # type: ignore[arg-type]


def every_day(values: list[int], last: date = TODAY) -> dict[date, Mark | int]:
    return {last - timedelta(days=len(values) - 1 - n): value for n, value in enumerate(values)}


def test_every_known_value_is_a_point_and_gaps_and_skipped_days_are_none() -> None:
    series = series_of(measure(), {nov(2): 4, nov(3): SKIPPED, nov(5): 0})
    assert [(mark.first, mark.value) for mark in series.marks] == [(nov(2), 4.0), (nov(5), 0.0)]


def test_from_memory_is_hollow() -> None:
    entries = [Entry("m", nov(2), Scored(Decimal(4)), from_memory=True), Entry("m", nov(3), Scored(Decimal(4)))]
    page = measures_page(history_of_entries([measure()], entries, FIRST, TODAY), MONTH)
    assert [mark.hollow for mark in page.series[0].marks] == [True, False]


def test_the_line_is_the_mean_of_what_is_known_of_seven_days() -> None:
    line = series_of(measure(), {date(2026, 10, 30): 1, nov(2): 3, nov(3): 8, nov(9): 5}).line
    means = [None if mark is None else mark.value for mark in line]
    assert means[:4] == [None, None, 4.0, 4.0], "the days before the period count too"
    assert means[8] is None, "only two of the seven are known"
    assert len(means) == 20, "not after today"


def test_what_is_due_on_one_day_a_week_has_a_line_too() -> None:
    mondays = measure(replace(COUNT, due=frozenset({0})))
    assert any(series_of(mondays, {nov(2): 3, nov(9): 5}).line)


def test_days_away_are_shaded_and_are_in_no_mean() -> None:
    page = page_of(measure(), {nov(2): 3, nov(3): 3, nov(4): 3, nov(5): 99}, away=(nov(5), nov(8)))
    assert page.away == ((nov(5), nov(8)),)
    assert [mark.value for mark in page.series[0].marks] == [3, 3, 3, 99], "they happened"
    assert {mark.value for mark in page.series[0].line if mark is not None} == {3.0}


def test_targets_are_as_they_were_at_the_time_and_the_change_is_marked() -> None:
    raised = replace(COUNT, first_day=nov(10), target=Decimal(5), reason="The team has grown")
    series = series_of(measure(COUNT, raised), {nov(2): 4})
    assert [(asked.first, asked.last, asked.terms.target) for asked in series.asked] == [
        (nov(1), nov(9), Decimal(3)),
        (nov(10), nov(30), Decimal(5)),
    ]
    assert [(change.day, change.now.reason) for change in series.changes] == [(nov(10), "The team has grown")]


def test_on_the_bench_nothing_is_asked() -> None:
    benched = replace(COUNT, first_day=nov(10), place=Place.BENCH)
    series = series_of(measure(COUNT, benched), {nov(2): 4, nov(12): 6})
    assert [asked.last for asked in series.asked] == [nov(9)]
    assert not series.on_card
    assert len(series.marks) == 2


def test_values_of_another_kind_are_not_drawn_on_the_same_scale() -> None:
    rated = Terms(nov(10), Kind.RATING, target=Decimal(4), scale=5)
    series = series_of(measure(COUNT, rated), {nov(2): 40, nov(12): 4})
    assert [mark.value for mark in series.marks] == [4.0]
    assert not series.changes[0].comparable


def test_a_new_unit_or_target_leaves_values_comparable() -> None:
    renamed = replace(COUNT, first_day=nov(10), unit="calls", target=Decimal(9))
    series = series_of(measure(COUNT, renamed), {nov(2): 40, nov(12): 4})
    assert [mark.value for mark in series.marks] == [40.0, 4.0]
    assert series.changes[0].comparable


def test_weekly_measures_have_one_point_a_week_and_the_present_one_is_open() -> None:
    weekly = measure(replace(COUNT, weekly=True))
    series = series_of(weekly, {nov(2): 4, nov(4): 3, nov(9): 5, nov(17): 2})
    assert [(mark.first, mark.last, mark.value, mark.open) for mark in series.marks] == [
        (nov(2), nov(8), 7.0, False),
        (nov(9), nov(15), 5.0, False),
        (nov(16), nov(22), 2.0, True),
    ]
    assert series.change.n == 2, "a week that is not over says nothing yet"


def test_a_week_without_an_entry_is_a_gap_and_no_zero() -> None:
    weekly = measure(replace(COUNT, weekly=True))
    assert [mark.first for mark in series_of(weekly, {nov(4): 3, nov(18): 5}).marks] == [nov(2), nov(16)]


def test_a_year_is_gathered_by_weeks_with_their_least_and_most() -> None:
    series = series_of(measure(), {nov(2): 4, nov(4): 1, nov(9): 5}, YEAR)
    first, second = series.marks
    assert series.gathered
    assert (first.value, first.low, first.high, first.n) == (2.5, 1.0, 4.0, 2)
    assert (second.first, second.value, second.slot) == (nov(9), 5.0, first.slot + 1)
    assert series.line == series.marks


def test_a_gathered_line_is_interrupted_where_a_week_is_empty() -> None:
    series = series_of(measure(), {nov(2): 4, nov(18): 5}, YEAR)
    assert [mark is None for mark in series.line] == [False, True, False]


@pytest.mark.parametrize(
    ("years", "grain"), [(0.3, Grain.DAY), (2, Grain.WEEK), (9, Grain.MONTH), (25, Grain.QUARTER), (60, Grain.YEAR)]
)
def test_a_panel_never_has_more_marks_than_can_be_seen(years: float, grain: Grain) -> None:
    first = TODAY - timedelta(days=round(365 * years))
    assert grain_of(first, TODAY) is grain
    page = measures_page(history_of_entries([measure(replace(COUNT, first_day=first))], [], first, TODAY),
                         Period.of(Length.ALL, TODAY, first))  # fmt: skip
    assert page.grain is grain


def test_fifty_years_are_a_few_marks() -> None:
    history = measured(TODAY, 50 * 365)
    page = measures_page(history, Period.of(Length.ALL, TODAY, history.grid.first_day))
    assert all(len(series.marks) <= MOST_MARKS for series in page.series)
    assert all(len(series.marks) >= 50 for series in page.series)
    assert all(mark.low <= mark.value <= mark.high for series in page.series for mark in series.marks)


def test_a_week_shows_and_compares_eight_weeks() -> None:
    page = page_of(measure(), every_day([1] * 56 + [3] * 56), WEEK)
    assert (page.first, page.last) == (TODAY - timedelta(days=55), TODAY)
    change = page.series[0].change
    assert (change.n, change.n_before, change.mean, change.mean_before) == (56, 56, 3.0, 1.0)
    assert change.clear
    assert change.relative == 2.0
    assert page.series[0].verdict is Verdict.BETTER


def test_a_month_so_far_is_compared_with_the_whole_one_before() -> None:
    comparison = comparison_of(MONTH, TODAY)
    assert (comparison.first, comparison.last) == (nov(1), TODAY)
    assert (comparison.before_first, comparison.before_last) == (date(2026, 10, 1), date(2026, 10, 31))
    assert series_of(measure(), every_day([1] * 40)).change.n == 20


@pytest.mark.parametrize(
    ("terms", "now", "before", "verdict"),
    [
        (COUNT, 1, 4, Verdict.WORSE),
        (replace(COUNT, direction=Direction.AT_MOST), 1, 4, Verdict.BETTER),
        (replace(COUNT, direction=Direction.TALLY, target=None), 4, 1, Verdict.NEITHER),
        (replace(COUNT, direction=Direction.BETWEEN, upper=Decimal(5)), 4, 9, Verdict.BETTER),
        (replace(COUNT, direction=Direction.BETWEEN, upper=Decimal(5)), 3, 5, Verdict.NEITHER),
        (COUNT, 4, 4, Verdict.NEITHER),
    ],
)
def test_what_is_better_depends_on_what_is_asked(terms: Terms, now: int, before: int, verdict: Verdict) -> None:
    assert series_of(measure(terms), every_day([before] * 56 + [now] * 56), WEEK).verdict is verdict


@pytest.mark.parametrize(
    ("terms", "least"),
    [
        (replace(COUNT, due=EVERY_DAY), 14),
        (replace(COUNT, due=WORKING_DAYS), 14),
        (replace(COUNT, due=frozenset({4})), 7),
        (replace(COUNT, weekly=True), 4),
    ],
)
def test_how_much_has_to_be_known_follows_from_how_often_it_is_asked(terms: Terms, least: int) -> None:
    assert series_of(measure(terms), {nov(2): 3}).change.least == least


def test_measures_of_the_card_come_first_and_benched_ones_only_with_values() -> None:
    benched = replace(COUNT, first_day=nov(10), place=Place.BENCH)
    measures = [measure(COUNT, benched, name="a"), measure(COUNT, benched, name="b"), measure(name="c"),
                measure(replace(COUNT, place=Place.BENCH), name="d")]  # fmt: skip
    entries = [Entry(one, nov(3), Scored(Decimal(1))) for one in ("b", "d")]
    history = history_of_entries(measures, entries, FIRST, TODAY)
    assert [series.measure.id for series in measures_page(history, MONTH).series] == ["c", "b"]
    assert [series.measure.id for series in measures_page(history, WEEK).series] == ["c"]


def test_without_values_the_page_is_blank() -> None:
    assert page_of(measure(), {}).is_blank
    assert not page_of(measure(), {nov(2): 0}).is_blank
