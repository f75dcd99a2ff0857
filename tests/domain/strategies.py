"""Random terms, measures, calendars and moments, for the properties that must hold for all of them.

All days lie in a span of two ISO weeks unless said otherwise, so that what is drawn meets itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored, Skipped
from scorecard.domain.measures import EVERY_DAY, LARGEST, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.weeks import Week

Entries = dict[tuple[date, str], Entry]

FIRST_WEEKS = (
    Week(date(2026, 11, 16)),
    Week(date(2026, 12, 21)),  # then come week 53 and a new year
    Week(date(2024, 2, 19)),  # then comes a leap day
    Week(date(2026, 3, 23)),
)
SPAN = 14
DUE_DAYS = (EVERY_DAY, WORKING_DAYS, EVERY_DAY - WORKING_DAYS, *(frozenset({n, (n * n) % 7}) for n in range(7)))

# Half-hour changes, changes at midnight, days that never were, quarter-hour offsets, winters that are the exception.
ODD_ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu",
    "Pacific/Kwajalein", "America/Juneau", "Asia/Manila", "America/St_Johns", "America/Havana", "Europe/Dublin",
    "Africa/Casablanca", "Asia/Beirut", "Pacific/Kiritimati", "Antarctica/Troll", "Africa/Monrovia", "Asia/Gaza",
)  # fmt: skip


@cache
def every_zone() -> tuple[str, ...]:
    return tuple(sorted(name for name in available_timezones() if name != "localtime"))


def zones() -> st.SearchStrategy[ZoneInfo]:
    return st.one_of(st.sampled_from(ODD_ZONES), st.deferred(lambda: st.sampled_from(every_zone()))).map(ZoneInfo)


def day_ends() -> st.SearchStrategy[time]:
    return st.one_of(
        st.sampled_from([time(0), time(0, 1), time(1), time(2), time(2, 30), time(3), time(4), time(12)]),
        st.integers(0, 12 * 60).map(lambda minutes: time(minutes // 60, minutes % 60)),
    )


@cache
def jumps(zone: ZoneInfo, year: int) -> tuple[datetime, ...]:
    """The days of `year`, as instants, within 24 hours after which the zone's offset changes."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    offsets = [(first + timedelta(days=n)).astimezone(zone).utcoffset() for n in range(367)]
    return tuple(first + timedelta(days=n) for n in range(366) if offsets[n] != offsets[n + 1])


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """Moments of 1840 to 2060 in any zone, most of them near a night on which the clocks change."""
    zone, year = draw(zones()), draw(st.one_of(st.integers(1967, 2037), st.integers(1840, 2060)))
    near = draw(st.sampled_from(jumps(zone, year) or (datetime(year, 6, 1, tzinfo=UTC),)))
    seconds = draw(st.one_of(st.integers(-144, 288).map(lambda n: n * 900), st.integers(-130_000, 260_000)))
    return (near + timedelta(seconds=seconds)).astimezone(zone)


def amounts(low: int = 0, high: int = 40) -> st.SearchStrategy[Decimal]:
    """Amounts in quarters, so that targets are often met, just met and just missed."""
    return st.integers(4 * low, 4 * high).map(lambda quarters: Decimal(quarters) / 4)


@cache
def _asks(kinds: tuple[Kind, ...], directions: tuple[Direction, ...]) -> tuple[tuple[Kind, Direction], ...]:
    """The kinds with the directions that fit them: yes/no and kept promises cannot be overdone."""
    overdone, never = (Direction.AT_MOST, Direction.BETWEEN), (Kind.YES_NO, Kind.PROMISES)
    return tuple((k, d) for k in kinds for d in directions if k not in never or d not in overdone)


@st.composite
def terms(
    draw: st.DrawFn,
    first_day: date = date.min,
    kinds: Sequence[Kind] = tuple(Kind),
    directions: Sequence[Direction] = tuple(Direction),
    places: Sequence[Place] = (Place.CARD, Place.CARD, Place.CARD, Place.BENCH, Place.RETIRED),
    weekly: bool | None = None,
) -> Terms:
    fitting = tuple(kind for kind in kinds if not (weekly and kind.computed))
    kind, direction = draw(st.sampled_from(_asks(fitting, tuple(directions))))
    scale = draw(st.sampled_from([5, 10])) if kind is Kind.RATING else None
    target, upper = draw(_bounds(kind, direction, scale))
    return Terms(
        first_day=first_day,
        kind=kind,
        direction=direction,
        target=target,
        upper=upper,
        scale=scale,
        weight=draw(st.sampled_from([1, 2, 3])),
        due=draw(st.sampled_from(DUE_DAYS)),
        weekly=draw(st.booleans()) and not kind.computed if weekly is None else weekly,
        place=draw(st.sampled_from(places)),
    )


@st.composite
def _bounds(
    draw: st.DrawFn, kind: Kind, direction: Direction, scale: int | None
) -> tuple[Decimal | None, Decimal | None]:
    if kind is Kind.YES_NO or direction is Direction.TALLY:
        return None, None
    least = 1 if scale or direction is Direction.AT_LEAST else 0
    target = draw(amounts(least, scale or 20))
    if direction is not Direction.BETWEEN:
        return target, None
    return target, min(target + draw(amounts(0, 10)), Decimal(scale or LARGEST))


def _value(ask: Terms, n: int) -> Decimal:
    match ask.kind:
        case Kind.YES_NO:
            return Decimal(n % 2)
        case Kind.COUNT:
            return Decimal(n)
        case Kind.RATING:
            return Decimal(1 + n % (ask.scale or 1))
        case Kind.DURATION:
            return Decimal(n) / 2
        case Kind.NUMBER:
            return Decimal(3 * n - 16) / 4
        case Kind.PROMISES:
            return Decimal(min(100, 5 * n))


def values_of(ask: Terms) -> st.SearchStrategy[Decimal]:
    """Values which an entry under `ask` may have."""
    return st.integers(0, 40).map(lambda n: _value(ask, n))


def marks_of(ask: Terms) -> st.SearchStrategy[Mark]:
    return st.integers(-3, 40).map(lambda n: SKIPPED if n < 0 else Scored(_value(ask, n)))


@st.composite
def measures(draw: st.DrawFn, monday: date, measure_id: str = "m", **of_terms: object) -> Measure:
    """A measure with one to three terms, which may begin before the span of days, in it, or after it."""
    offsets = sorted(draw(st.sets(st.integers(-5, SPAN + 1), min_size=1, max_size=3)))
    asks = tuple(draw(terms(monday + timedelta(days=offset), **of_terms)) for offset in offsets)
    return Measure(measure_id, f"Measure {measure_id}", asks, group_id=draw(st.sampled_from([None, "g", "h"])))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Two weeks of somebody's scorecard."""

    monday: date
    measures: tuple[Measure, ...]
    entries: Entries
    away: tuple[AwayRange, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(days=n) for n in range(SPAN))

    @property
    def weeks(self) -> tuple[Week, ...]:
        return tuple(Week(self.monday + timedelta(days=n)) for n in range(0, SPAN, 7))

    def with_mark(self, day: date, measure_id: str, mark: Mark | None) -> "Calendar":
        entries = {key: entry for key, entry in self.entries.items() if key != (day, measure_id)}
        if mark is not None:
            measure = next(m for m in self.measures if m.id == measure_id)
            entries[day, measure_id] = _entry(measure, day, mark)
        return replace(self, entries=entries)

    def with_away(self, *days: date) -> "Calendar":
        return replace(self, away=(*self.away, *(AwayRange(f"a{day}", day, day) for day in days)))

    def with_measure(self, changed: Measure) -> "Calendar":
        return replace(self, measures=tuple(changed if m.id == changed.id else m for m in self.measures))


def _entry(measure: Measure, day: date, mark: Mark) -> Entry:
    """A mark of a kind that the program counts is computed, unless the user skipped it."""
    asked = measure.terms_on(day)
    counted = asked is not None and asked.kind.computed and not isinstance(mark, Skipped)
    return Entry(measure.id, day, mark, computed=counted)


@st.composite
def calendars(draw: st.DrawFn, most: int = 3, **of_terms: object) -> Calendar:
    monday = draw(st.sampled_from(FIRST_WEEKS)).monday
    own = tuple(draw(measures(monday, f"m{n}", **of_terms)) for n in range(draw(st.integers(1, most))))
    calendar = Calendar(monday, own, {}, draw(away_ranges(monday)))
    entries: Entries = {}
    for measure in own:
        marked = draw(st.integers(0, 2**SPAN - 1))
        for n, day in enumerate(calendar.days):
            if marked >> n & 1 and (ask := measure.terms_on(day)) is not None:
                entries[day, measure.id] = _entry(measure, day, draw(marks_of(ask)))
    return replace(calendar, entries=entries)


@st.composite
def away_ranges(draw: st.DrawFn, monday: date) -> tuple[AwayRange, ...]:
    stretches = draw(st.lists(st.tuples(st.integers(-3, SPAN), st.integers(0, 6)), max_size=2))
    return tuple(
        AwayRange(f"a{n}", monday + timedelta(days=start), monday + timedelta(days=start + length))
        for n, (start, length) in enumerate(stretches)
    )
