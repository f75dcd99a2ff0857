"""Random cards, entries and settings as they may stand in a store, for what must hold for all of them."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import SKIPPED, UNKNOWN, Entry, Scored
from scorecard.domain.measures import EVERY_DAY, Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.texts import clean_line, clean_text
from scorecard.domain.values import LARGEST

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
notes = any_text.map(clean_text)
lines = any_text.map(clean_line)
names = lines.map(lambda line: line or "Calls")
ids = st.text("abcdef0123456789-", min_size=1, max_size=36)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
thousandths = st.integers(int(-LARGEST) * 1000, int(LARGEST) * 1000).map(lambda n: Decimal(n).scaleb(-3))
values = st.one_of(
    st.integers(-5, 100).map(Decimal), thousandths, st.sampled_from([LARGEST, -LARGEST, Decimal("1E+3")])
)
marks = st.one_of(st.just(SKIPPED), st.just(UNKNOWN), values.map(Scored))
moments = st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)


@st.composite
def entries(draw: st.DrawFn, of_days: st.SearchStrategy[date] = days) -> Entry:
    return Entry(draw(ids), draw(of_days), draw(marks), draw(notes), draw(st.booleans()))


@st.composite
def terms(draw: st.DrawFn, first_day: date | None = None) -> Terms:
    kind = draw(st.sampled_from(Kind))
    scale = draw(st.sampled_from([5, 10])) if kind is Kind.RATING else None
    plain = kind in (Kind.YES_NO, Kind.PROMISES)
    fitting = [Direction.AT_LEAST, Direction.TALLY] if plain else list(Direction)
    most = 100 if kind is Kind.PROMISES else scale
    direction = draw(st.sampled_from(fitting))
    target, upper = None, None
    if direction is not Direction.TALLY and kind is not Kind.YES_NO:
        amount = st.integers(1, most or int(LARGEST)).map(Decimal)
        least = draw(amount if most else st.one_of(amount, thousandths.filter(lambda value: value > 0)))
        target, upper = least, draw(st.sampled_from([least, Decimal(scale or LARGEST)]))
    return Terms(
        first_day or draw(days), kind, direction, target, upper if direction is Direction.BETWEEN else None, scale,
        unit=draw(lines), weight=draw(st.sampled_from([1, 2, 3])),
        due=draw(st.sets(st.sampled_from(sorted(EVERY_DAY)), min_size=1).map(frozenset)),
        weekly=draw(st.booleans()) and not kind.computed, place=draw(st.sampled_from(Place)), reason=draw(lines),
    )  # fmt: skip


@st.composite
def measures(draw: st.DrawFn, measure_id: str, group_ids: list[str]) -> Measure:
    first_days = sorted(draw(st.sets(days, max_size=3)))
    return Measure(
        measure_id, draw(names), tuple(draw(terms(day)) for day in first_days), draw(lines), draw(lines), draw(lines),
        draw(st.sampled_from([None, *group_ids])), draw(st.integers(0, 5)), draw(st.sampled_from([None, measure_id])),
    )  # fmt: skip


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    return [
        Group(group_id, draw(names), draw(st.integers(0, 2))) for group_id in sorted(draw(st.sets(ids, max_size=3)))
    ]


@st.composite
def scales(draw: st.DrawFn) -> GradeScale:
    limits = sorted(draw(st.sets(st.integers(1, 100), max_size=6)), reverse=True)
    return GradeScale(tuple((draw(names), limit) for limit in limits), draw(st.booleans()), draw(days))


@st.composite
def away_ranges(draw: st.DrawFn) -> list[AwayRange]:
    stretches = draw(st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 40)), max_size=3))
    return [AwayRange(f"a{n}", day, day + timedelta(length), "") for n, (day, length) in enumerate(stretches)]


day_ends = st.integers(0, 12 * 60).map(lambda minutes: time(minutes // 60, minutes % 60))
