"""Which cell a day or a week has, and the way back: by arithmetic, for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.charts.plot import Size
from scorecard.charts.year_cells import boxes_of
from scorecard.charts.year_layout import YearLayout, height_of
from scorecard.charts.year_places import DaySlots, Slot, WeekSlots

YEAR = DaySlots(date(2026, 1, 1), 324)  # to 20 November
SIZE = Size(660, 190)

years = st.integers(1900, 2200)


@st.composite
def day_slots(draw: st.DrawFn) -> DaySlots:
    first = date(draw(years), 1, 1)
    return DaySlots(first, draw(st.integers(1, 12 * 365)))


@st.composite
def week_slots(draw: st.DrawFn) -> WeekSlots:
    return WeekSlots(date.fromisocalendar(draw(years), 1, 1), draw(st.integers(1, 60 * 52)))


def test_weeks_are_columns_and_days_are_rows_from_monday_on() -> None:
    assert YEAR.slot(0) == Slot(0, 3, 0), "a Thursday"
    assert YEAR.slot(4) == Slot(0, 0, 1)
    assert YEAR.slot(323) == Slot(0, 4, 46)
    assert (YEAR.bands, YEAR.columns) == (1, 53)


def test_a_leap_year_that_begins_on_a_sunday_has_a_column_more() -> None:
    leap = DaySlots(date(2012, 1, 1), 366)
    assert leap.slot(365) == Slot(0, 0, 53)
    assert leap.columns == 54


def test_the_latest_year_is_the_first_band() -> None:
    three = DaySlots(date(2024, 1, 1), 366 + 365 + 20)
    assert three.bands == 3
    assert [three.slot(n).band for n in (0, 366, 366 + 365)] == [2, 1, 0]


def test_a_long_year_of_weeks_has_53_columns() -> None:
    weeks = WeekSlots(date.fromisocalendar(2020, 1, 1), 60)
    assert weeks.slot(52) == Slot(1, 0, 52)
    assert weeks.slot(53) == Slot(0, 0, 0)
    assert weeks.at(Slot(0, 0, 52)) is None, "2021 has 52 weeks"


@given(st.one_of(day_slots(), week_slots()), st.data())
def test_every_cell_is_found_again(slots: DaySlots | WeekSlots, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, slots.count - 1))
    slot = slots.slot(n)
    assert slots.at(slot) == n
    assert 0 <= slot.band < slots.bands
    assert 0 <= slot.row < slots.rows
    assert 0 <= slot.column < slots.columns


@given(st.one_of(day_slots(), week_slots()), st.integers(0, 60), st.integers(0, 6), st.integers(0, 53))
def test_a_cell_that_is_no_day_is_nobody_s(slots: DaySlots | WeekSlots, band: int, row: int, column: int) -> None:
    band, row = band % slots.bands, row % slots.rows
    n = slots.at(Slot(band, row, column))
    assert n is None or slots.slot(n) == Slot(band, row, column)


@pytest.mark.parametrize(
    ("later", "upward", "there"),
    [(1, 0, 107), (-1, 0, 93), (0, 1, 99), (0, -1, 101)],
    ids=["a week on", "a week back", "up is the day before", "down is the day after"],
)
def test_keys_lead_a_week_or_a_day_on(later: int, upward: int, there: int) -> None:
    assert YEAR.beside(100, later, upward) == there


def test_keys_stop_at_the_first_and_the_last_day() -> None:
    assert [YEAR.beside(0, -1, 0), YEAR.beside(0, 0, 1), YEAR.beside(323, 1, 0), YEAR.beside(323, 0, -1)] == [
        0, 0, 323, 323,
    ]  # fmt: skip


def test_by_weeks_up_is_the_same_week_of_the_year_after() -> None:
    weeks = WeekSlots(date.fromisocalendar(2019, 1, 1), 52 + 53 + 10)
    assert weeks.beside(3, 0, 1) == 52 + 3
    assert weeks.beside(52 + 3, 0, -1) == 3
    assert weeks.beside(52 + 52, 0, -1) == 51, "2019 has no week 53: its last one is meant"
    assert weeks.beside(20, 0, 1) == 72
    assert weeks.beside(72, 0, 1) == 72, "2021 has not come so far"
    assert weeks.beside(3, 0, -1) == 3
    assert weeks.beside(51, 1, 0) == 52


def layout(slots: DaySlots | WeekSlots, *, mirrored: bool = False, ratio: float = 1.0) -> YearLayout:
    by_weeks = isinstance(slots, WeekSlots)
    size = Size(660, round(height_of(slots.bands, by_weeks=by_weeks)), ratio)
    return YearLayout(size, slots.first, slots.count, by_weeks, 30, (60, 60, 200, 300), mirrored)


LAYOUTS = [
    pytest.param(layout(YEAR), id="year"),
    pytest.param(layout(YEAR, mirrored=True), id="mirrored"),
    pytest.param(layout(YEAR, ratio=1.5), id="ratio"),
    pytest.param(layout(DaySlots(date(2015, 1, 1), 4342)), id="twelve years"),
    pytest.param(layout(WeekSlots(date.fromisocalendar(1977, 1, 1), 2600)), id="by weeks"),
    pytest.param(layout(WeekSlots(date.fromisocalendar(1977, 1, 1), 2600), mirrored=True), id="by weeks, mirrored"),
]


@pytest.mark.parametrize("shown", LAYOUTS)
def test_pointing_at_a_cell_means_it_and_all_lie_within_the_chart(shown: YearLayout) -> None:
    places, size = shown.places, shown.size
    for n in range(0, places.count, 5):
        left, bottom, right, top = places.frame(n)
        assert places.at((left + right) / 2, (bottom + top) / 2) == n
        assert 0 <= left < right <= size.width
        assert shown.key_y(shown.legend_lines - 1) < bottom < top < shown.months < size.height
    assert places.at(1, size.height / 2) is None
    assert places.at(size.width / 2, 1) is None
    assert shown.key_y(shown.legend_lines - 1) > 0, "the legend is not cut off"


@pytest.mark.parametrize("shown", LAYOUTS)
def test_the_frames_of_all_are_those_of_each(shown: YearLayout) -> None:
    boxes = boxes_of(shown.places)
    for n in range(0, shown.count, 7):
        assert tuple(boxes[n]) == pytest.approx(shown.places.frame(n))


@pytest.mark.parametrize("shown", LAYOUTS)
def test_cells_begin_and_end_on_whole_pixels_of_the_device(shown: YearLayout) -> None:
    edges = [edge * shown.size.ratio for n in (0, 9, shown.count - 1) for edge in shown.places.frame(n)]
    assert edges == pytest.approx([round(edge) for edge in edges])


def test_mirrored_time_runs_from_right_to_left() -> None:
    mirrored = layout(YEAR, mirrored=True)
    assert mirrored.places.frame(300)[0] < mirrored.places.frame(10)[0]
    assert mirrored.month_x(11) < mirrored.month_x(1)
    assert mirrored.beside > mirrored.places.right
    assert mirrored.places.beside(100, -1, 0) == 107


def test_the_months_stand_over_their_days() -> None:
    shown = layout(YEAR)
    for month in range(1, 12):
        n = (date(2026, month, 15) - YEAR.first) // timedelta(days=1)
        left, _, right, _ = shown.places.frame(n)
        assert left - 12 < shown.month_x(month) < right + 12


def test_decades_are_higher_than_a_year_but_not_much_more_to_draw() -> None:
    assert height_of(1, by_weeks=False) < height_of(12, by_weeks=False)
    assert height_of(50, by_weeks=True) < 3 * height_of(1, by_weeks=False)
