"""A store with rows in every table that is the user's."""

from contextlib import closing
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.checkins import Checkin, Part, Subject, result_of
from scorecard.domain.grades import GradeScale
from scorecard.domain.measures import Direction, Kind, Measure, Place, Terms
from scorecard.domain.reflections import Prompt, Question
from scorecard.services.services import Services
from scorecard.store import checkins, measures, reflections, settings
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.sample.goals import make_goals
from tests.sample.year import make_sample

SECRETS = ("=cmd|' /C calc'!A1", "+1", "-1+2", "@SUM(A1)", "\tx", "Ünïcode 🎯 “quoted”, with; all: of # it")


def make_whole(path: Path, clock: FixedClock, today: date, years: float = 0.1) -> None:
    """The sample, with a measure on the bench that asked something else before, one retired, and all else there is."""
    make_sample(path, clock, today, years)
    begun = today - timedelta(days=30)
    with closing(Services(path, clock)) as services:
        make_goals(services, today)
        services.aways.add(today - timedelta(days=12), today - timedelta(days=10), "ill")
        services.aways.add(today + timedelta(days=20), today + timedelta(days=27), "")
        services.scoring.skip("m1", today - timedelta(days=3))
        services.scoring.note("m2", today - timedelta(days=3), SECRETS[0])
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        benched = (
            Terms(begun, Kind.COUNT, target=Decimal(3), unit="calls"),
            Terms(today - timedelta(days=15), Kind.COUNT, target=Decimal(5), unit="calls", reason="more of them"),
            Terms(today - timedelta(days=5), Kind.COUNT, target=Decimal(5), unit="calls", place=Place.BENCH),
        )
        retired = (Terms(begun, Kind.NUMBER, Direction.AT_MOST, Decimal("80.5"), unit="kg", place=Place.RETIRED),)
        measures.add_measures(
            work,
            [
                Measure("m8", SECRETS[1], benched, "why", "whom", "plan", "g1", 8, "loop:9f3"),
                Measure("m9", SECRETS[5], retired, position=9),
            ],
        )
        reflections.write_prompt(work, Prompt("moved", "What moved?", 0))
        reflections.write_prompt(work, Prompt("own", SECRETS[3], 1))
        reflections.write_question(work, Question("q1", SECRETS[2], "theme", own=True))
        settings.write_day_end(work, time(3, 30))
        settings.write_scale(work, GradeScale((("A", 90), ("B", 50)), shown=True, first_day=begun))
        parts = (Part("Care", 8), Part("Doubt", 2))
        for number, person in enumerate((None, "p1")):
            of = Subject.PERSON if person else Subject.ME
            found = Checkin(
                f"k{number}", "trust", begun, of, person, parts, "care / doubt", result_of(parts), "said so"
            )
            checkins.write_checkin(work, found)
