"""Which check-ins a stretch of days shows, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scorecard.domain.periods import Length, Period
from scorecard.services.checkin_page import Series
from scorecard.services.progress.trust import MOST_PANELS, MOST_POINTS, TrustPage, trust_of
from tests.sample.checkins import definition, page_of, series_of

TODAY = date(2026, 11, 20)
NOVEMBER = Period.of(Length.MONTH, TODAY)
FAIR, GOOD = (7, 7, 7, 7, 7), (9, 8, 6, 8, 5)


def nov(day: int) -> date:
    return date(2026, 11, day)


def page(*series: Series, period: Period = NOVEMBER) -> TrustPage:
    return trust_of(page_of(TODAY, *series), period)


def test_a_panel_has_the_results_of_the_period_and_the_last_one_before() -> None:
    days = (date(2026, 9, 1), date(2026, 10, 31), nov(1), TODAY)
    (panel,) = page(series_of(dict.fromkeys(days, FAIR))).panels
    assert [point.checkin.day for point in panel.points] == [nov(1), TODAY]
    assert panel.known is not None
    assert panel.known.checkin.day == date(2026, 10, 31)
    assert [point.checkin.day for point in panel.drawn] == list(days[1:])
    assert (panel.n, panel.latest.checkin.day, panel.gathered) == (2, TODAY, False)
    assert panel.points[0].before is panel.known.checkin


def test_the_first_one_ever_has_none_before() -> None:
    (panel,) = page(series_of({nov(2): FAIR})).panels
    assert panel.known is None
    assert panel.latest.before is None


def test_series_that_begin_later_or_never_are_not_shown() -> None:
    october = Period.of(Length.MONTH, date(2026, 10, 5))
    shown = page(series_of({nov(2): FAIR}), series_of({}, person="Ana"), period=october)
    assert (shown.panels, shown.begun, shown.n) == ((), True, 0)
    assert not page(series_of({})).begun


def test_the_newest_comes_first_and_those_of_long_ago_come_last() -> None:
    shown = page(
        series_of({date(2026, 3, 1): FAIR}, person="Ana"),
        series_of({nov(3): FAIR}, person="Neal"),
        series_of({nov(9): FAIR}),
    )
    assert [panel.series.person for panel in shown.panels] == ["", "Neal", "Ana"]
    assert (shown.n, shown.panels[-1].points, shown.panels[-1].drawn) == (
        2, (), (shown.panels[-1].known,),
    )  # fmt: skip


def test_no_more_are_drawn_than_there_is_room_for() -> None:
    shown = page(*(series_of({nov(n + 1): FAIR}, person=f"P{n}") for n in range(MOST_PANELS + 3)))
    assert (len(shown.shown), shown.more, len(list(shown.points()))) == (MOST_PANELS, 3, MOST_PANELS + 3)


def test_of_decades_the_last_of_each_stretch_is_drawn_and_none_is_lost_in_the_table() -> None:
    first = date(1977, 1, 3)
    days = [first + timedelta(weeks=n) for n in range(2600)]
    period = Period.of(Length.ALL, TODAY, first)
    shown = page(series_of(dict.fromkeys(days, FAIR)), period=period)
    (panel,) = shown.panels
    assert 100 < len(panel.points) <= MOST_POINTS
    assert (panel.n, panel.gathered, panel.latest.checkin.day) == (2600, True, days[-1])
    assert sum(1 for _ in shown.points()) == 2600
    assert panel.points[1].before is not panel.points[0].checkin, "what it changed by is since the one before it"


def test_results_of_another_formula_are_another_piece_and_keep_their_own_parts() -> None:
    old = series_of({date(2026, 10, 1): FAIR, nov(1): FAIR})
    later = definition(names=("Reliability", "Openness", "Self-orientation"))
    new = series_of({nov(8): (9, 8, 5), nov(15): (9, 9, 5)}, of=later)
    (panel,) = page(replace(old, results=old.results + new.results)).panels
    assert [[point.checkin.day for point in piece] for piece in panel.pieces] == [
        [date(2026, 10, 1), nov(1)], [nov(8), nov(15)],
    ]  # fmt: skip
    assert [point.anew for point in panel.drawn] == [False, False, True, False]
    assert len(panel.drawn[0].checkin.parts) == 5


@pytest.mark.parametrize(("day", "present"), [(TODAY, True), (date(2026, 10, 1), False)])
def test_what_is_measured_today_belongs_to_the_present_only(day: date, present: bool) -> None:
    assert page(series_of({nov(2): GOOD}), period=Period.of(Length.MONTH, day)).present is present
