"""Which backups may go: by their numbers, and never so that less is left than was promised."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.backups import DAYS, MONTHS, NEWEST, WEEKS, Backup, Reason, Soundness, thinned

FIRST = date(2024, 1, 1)
AUTOMATIC = (Reason.DAY, Reason.IMPORT, Reason.DELETION)


def backup(number: int, day: date, reason: Reason = Reason.DAY, soundness: Soundness = Soundness.GOOD) -> Backup:
    return Backup(Path(f"{number}.db"), number, day, reason, 1, soundness)


def daily(count: int, first: date = FIRST) -> list[Backup]:
    return [backup(number, first + timedelta(days=number)) for number in range(count)]


def left_of(backups: list[Backup]) -> list[Backup]:
    going = {gone.number for gone in thinned(backups)}
    return [b for b in backups if b.number not in going]


def grown(backups: list[Backup]) -> list[Backup]:
    """One after the other, thinned each time, as it happens in life."""
    kept: list[Backup] = []
    for one in backups:
        kept = left_of([*kept, one])
    return kept


@st.composite
def some_backups(draw: st.DrawFn, *, in_order: bool = False) -> list[Backup]:
    """Numbered in the order in which they were made; unless `in_order`, the clock says what it likes."""
    days = draw(st.lists(st.dates(date(2020, 1, 1), date(2031, 12, 31)), max_size=60))
    days = sorted(days) if in_order else days
    return [
        backup(number, day, draw(st.sampled_from(Reason)), draw(st.sampled_from(Soundness)))
        for number, day in enumerate(days)
    ]


@given(some_backups())
def test_the_newest_three_good_ones_stay_whatever_the_clock_said(backups: list[Backup]) -> None:
    good = [b for b in backups if b.reason in AUTOMATIC and b.soundness is Soundness.GOOD]

    assert {b.number for b in good[-NEWEST:]} <= {b.number for b in left_of(backups)}


@given(some_backups())
def test_only_what_was_made_day_by_day_ever_goes(backups: list[Backup]) -> None:
    assert all(gone.reason in AUTOMATIC for gone in thinned(backups))


@given(some_backups())
def test_a_damaged_one_never_goes_and_never_makes_a_good_one_go(backups: list[Backup]) -> None:
    going = thinned(backups)
    sound = [b for b in backups if b.soundness in (Soundness.GOOD, Soundness.DOUBTFUL)]

    assert set(going) <= set(sound)
    assert thinned(sound) == going


@given(some_backups())
def test_a_doubtful_one_never_makes_a_good_one_go(backups: list[Backup]) -> None:
    good = [b for b in backups if b.soundness is Soundness.GOOD]

    assert [b for b in thinned(backups) if b.soundness is Soundness.GOOD] == list(thinned(good))


@given(some_backups())
def test_thinned_once_there_is_nothing_more_to_thin(backups: list[Backup]) -> None:
    assert thinned(left_of(backups)) == ()


@given(some_backups(in_order=True))
def test_the_last_days_weeks_months_and_every_year_keep_their_last_one(backups: list[Backup]) -> None:
    good = [replace(b, reason=Reason.DAY, soundness=Soundness.GOOD) for b in backups]
    left = {b.number for b in grown(good)}

    for stretch, places in (
        (lambda d: d, DAYS),
        (lambda d: d.isocalendar()[:2], WEEKS),
        (lambda d: (d.year, d.month), MONTHS),
        (lambda d: d.year, 100),
    ):
        last_ones = {stretch(b.day): b.number for b in good}
        assert set(list(last_ones.values())[-places:]) <= left


@given(some_backups())
def test_grown_over_the_years_there_are_few(backups: list[Backup]) -> None:
    """Of one soundness; as many runs of a year as the clock made."""
    good = [replace(b, reason=Reason.DAY, soundness=Soundness.GOOD) for b in backups]
    years = sum(a.day.year != b.day.year for a, b in pairwise(good)) + 1

    assert len(grown(good)) <= NEWEST + DAYS + WEEKS + MONTHS + years


def test_five_years_of_evenings_leave_about_two_dozen() -> None:
    left = grown(daily(5 * 365))

    assert 20 <= len(left) <= 30
    assert left[-1].number == 5 * 365 - 1


def test_a_clock_that_was_wrong_for_a_day_costs_no_more_than_any_day() -> None:
    """An empty battery: the day says 2001. It is a stretch of its own, and takes the place of no other's last one."""
    before = grown(daily(300))
    wrong = backup(300, date(2001, 1, 1))

    left = left_of([*before, wrong])

    assert wrong in left
    assert len(left) >= len(before)


def test_a_year_ahead_and_back_again_leaves_what_was_there() -> None:
    before = daily(5)
    ahead = [backup(5, FIRST + timedelta(days=2000))]
    after = [backup(6, FIRST + timedelta(days=5))]

    assert thinned([*before, *ahead, *after]) == ()
