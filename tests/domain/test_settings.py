"""Settings hold from a day on; what was before keeps its meaning."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.grades import GradeScale
from scorecard.domain.settings import Settings

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)


def test_without_any_settings_the_day_ends_at_four_and_grades_are_the_usual_ones():
    assert Settings() == Settings(day_end=time(4, 0), scales=())
    assert Settings().scale_on(TODAY) == GradeScale()


def test_new_bounds_leave_yesterday_its_grade():
    strict = GradeScale(bounds=(("pass", 99),), first_day=TODAY)
    settings = Settings(scales=(strict,))
    assert settings.scale_on(YESTERDAY) == GradeScale()
    assert settings.scale_on(TODAY) is strict


def test_the_latest_scale_that_has_begun_is_in_force():
    early, late = GradeScale(first_day=date(2026, 1, 1)), GradeScale(shown=False, first_day=TODAY)
    settings = Settings(scales=(early, late))
    assert [settings.scale_on(day) for day in (YESTERDAY, TODAY, date.max)] == [early, late, late]


@given(st.dates(), st.dates(), st.dates())
def test_an_away_range_covers_its_first_day_its_last_and_those_between(first, last, day):
    away = AwayRange("a", first, last)
    assert away.covers(day) == (first <= day and day <= last)
    assert is_away(day, [away]) == away.covers(day)
    if first <= last:
        assert away.covers(first)
        assert away.covers(last)


def test_nobody_is_away_without_a_range():
    assert not is_away(TODAY, ())
