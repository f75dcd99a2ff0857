"""Half a year of nine measures of every kind, with names of sixty letters in four scripts, by a fixed rule."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from scorecard.domain.away import AwayRange
from scorecard.domain.days import ONE_DAY
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Terms
from scorecard.services.progress.history import History
from tests.services.progress.grids import history_of_entries

NAMES = (
    "Rückrufe, die am selben Tag erledigt waren, ohne Erinnerung",
    "Problems removed for good, so that nobody calls about them",
    "取り除いた問題の数と、二度と起こらないようにした問題の数、そしてその理由も書いた日の数を毎日かぞえる",
    "Listened without a screen to whoever came in to talk to me",
    "ساعات العمل العميق بلا انقطاع ولا رسائل ولا اجتماعات مفاجئة",
    "Made someone happier today, be it only by a little bit of it",
    "הודעות שנשלחו במהלך פגישות, ולא היה צריך לשלוח אף אחת מהן",
    "Calls",
    "Thank-yous heard",
)
DAYS = 180


def measured(today: date, days: int = DAYS, seed: int = 5) -> History:
    """The last eight weeks are better than those before; some of them were away, and some days are from memory."""
    first = today - timedelta(days=days - 1)
    away = AwayRange("a", today - 30 * ONE_DAY, today - 24 * ONE_DAY)
    measures = _measures(first, today)
    return history_of_entries(measures, list(_entries(measures, today, days, away, seed)), first, today, [away])


def _measures(first: date, today: date) -> tuple[Measure, ...]:
    def terms(kind: Kind, target: str = "", **more: object) -> Terms:
        number = Decimal(target) if target else None
        return Terms(first, kind, target=number, due=WORKING_DAYS, **more)  # type: ignore[arg-type]

    found = [
        terms(Kind.COUNT, "3"),
        terms(Kind.COUNT, "3"),
        terms(Kind.NUMBER, "5", direction=Direction.BETWEEN, upper=Decimal(7)),
        terms(Kind.RATING, "4", scale=5),
        terms(Kind.DURATION, "90"),
        terms(Kind.YES_NO),
        terms(Kind.COUNT, "4", direction=Direction.AT_MOST),
        terms(Kind.COUNT, "10", weekly=True),
        terms(Kind.COUNT, direction=Direction.TALLY),
    ]
    measures = [
        Measure(f"m{n}", name, (asked,), position=n) for n, (name, asked) in enumerate(zip(NAMES, found, strict=True))
    ]
    raised = replace(found[0], first_day=today - 20 * ONE_DAY, target=Decimal(5), reason="The team has grown")
    measures[0] = measures[0].with_terms(raised)
    measures[8] = replace(measures[8], to_whom="Customers, and those who come after them")
    return tuple(measures)


def _entries(measures: tuple[Measure, ...], today: date, days: int, away: AwayRange, seed: int) -> Iterator[Entry]:
    chance = random.Random(seed)
    for ago in range(days):
        day = today - timedelta(days=ago)
        if day.weekday() < 5 and not away.covers(day):
            for measure in measures:
                value = _value(int(measure.id[1:]), 1.35 if ago < 56 else 1.0, chance)
                if chance.random() > 0.08:
                    yield Entry(measure.id, day, Scored(Decimal(value)), from_memory=chance.random() < 0.15)


def _value(number: int, better: float, chance: random.Random) -> int:
    match number:
        case 0 | 1 | 8:
            return max(0, round(chance.gauss(3.2 * better, 1.2)))
        case 2:
            return round(chance.gauss(4 * better, 1.5))
        case 3:
            return max(1, min(5, round(chance.gauss(3 * better, 0.9))))
        case 4:
            return 5 * max(0, round(chance.gauss(16, 5)))
        case 5:
            return int(chance.random() < 0.5 * better)
        case 6:
            return max(0, round(chance.gauss(5 / better, 1.5)))
        case _:
            return max(0, round(chance.gauss(2 * better, 0.8)))
