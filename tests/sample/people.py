"""What is known of the people of the sample, by a fixed rule: levels, touches, concerns, scripts, agreed measures."""

import random
from datetime import date, timedelta

from scorecard.domain.between import Agreed, Concern, ConcernKind, FactorPlan, Help, Intent, Owed, OwedOutcome
from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonKind, Profile, Script
from scorecard.domain.relations import Relation, RelationLevel
from scorecard.domain.touches import Direction, Touch, Way
from scorecard.store import people as stored
from scorecard.store import promises
from scorecard.store.record import Work

# Beside those that promises are made to, tests/sample/promises.py.
MORE_PEOPLE = (Person("p8", "Yuki Tanaka"), Person("p9", "Grace Okafor"), Person("p10", "Paul Reyes"))

_TEAM = PersonKind.TEAM
# id, kind, role, organisation, rhythm, team, next thing to ask, groups
_WHO = (
    ("p0", PersonKind.PERSON, "CIO", "Northwind Benefits", 14, None, "How did the board take the estimates?", "client"),
    ("p1", _TEAM, "Ten people, two sites", "", 7, None, "What slows us down this week?", "team"),
    ("p2", _TEAM, "", "Northwind Benefits", 90, None, "", "client"),
    ("p3", PersonKind.PERSON, "Developer", "", 7, "p1", "Is the new screen what she had in mind?", "team"),
    ("p4", PersonKind.PERSON, "CMO", "", 30, None, "What would help him with the budget?", "colleague"),
    ("p5", _TEAM, "", "", 30, None, "", "colleague"),
    ("p6", PersonKind.PERSON, "Team lead", "", 14, None, "", "colleague"),
    ("p7", _TEAM, "", "Northwind Benefits", 14, None, "Which calls could we spare them?", "client"),
    ("p8", PersonKind.PERSON, "Director", "Aozora Insurance", 30, None, "", "client"),
    ("p9", PersonKind.PERSON, "Developer", "", 14, "p1", "", "team"),
    ("p10", PersonKind.PERSON, "", "", None, None, "", "family"),
)
_SCRIPT = Script(
    "No second postponement: the board has been told Friday.",
    "Estimates she can show line by line.",
    "A short meeting, two questions, a yes.",
    "A number that changes after the meeting.",
)
_OF_NEAL = Script(
    "The budget round in December.", "A first draft that he can cut.", "", "To hear a no from others first."
)
# id, days ago, level, evidence
_LEVELS = (
    ("p0", 300, RelationLevel.VENDOR, "The first order, by the book."),
    ("p0", 210, RelationLevel.PROBLEM_SOLVER, "She called me first when the import failed."),
    ("p0", 60, RelationLevel.CONSULTANT, "Asked what I would do before the board met."),
    ("p0", 3, RelationLevel.PARTNER, "We wrote the plan for next year together."),
    ("p1", 250, RelationLevel.PARTNER, "Bad news comes early, and from themselves."),
    ("p2", 200, RelationLevel.VENDOR, "Three offers, the cheapest wins."),
    ("p3", 180, RelationLevel.TRUSTED_PARTNER, "Told me what she doubts about her own design."),
    ("p4", 150, RelationLevel.CONSULTANT, "Wanted my view on the budget."),
    ("p5", 120, RelationLevel.PROBLEM_SOLVER, "We found the missing invoices."),
    ("p5", 4, RelationLevel.VENDOR, "I let the month-end slip without a word."),
    ("p6", 90, RelationLevel.PARTNER, "Shares his plans before they are plans."),
    ("p7", 80, RelationLevel.PROBLEM_SOLVER, "The form is asked of us by name."),
    ("p8", 40, RelationLevel.CONSULTANT, "Sent the draft for comments."),
)
_CARES = (
    ("p0", ConcernKind.RESPONSIBILITY, "Systems that run, and are safe"),
    ("p0", ConcernKind.RESPONSIBILITY, "A plan for what has to be replaced"),
    ("p0", ConcernKind.CONCERN, "To be seen as a cost instead of a help"),
    ("p0", ConcernKind.CONCERN, "Suppliers who promise and do not deliver"),
    ("p3", ConcernKind.RESPONSIBILITY, "Code that others can read and change"),
    ("p3", ConcernKind.CONCERN, "Time without interruptions to think a thing through"),
    ("p4", ConcernKind.CONCERN, "Showing what the budget brought in"),
    ("p7", ConcernKind.CONCERN, "To reach somebody who knows, without telling it twice"),
)
_NOTES = ("", "", "", "Ten minutes, nothing else open.", "About the estimates.", "They did most of the talking.",
          "Coffee before the meeting.", "Said thank you for the form.")  # fmt: skip
_BUSY = ("p0", "p1", "p3", "p4", "p6", "p7", "p9")


def write_what_is_known(work: Work, today: date, days: int = 300, seed: int = 17) -> None:
    """The persons of tests/sample/promises.py and the measures of tests/sample/year.py are there."""
    for person in MORE_PEOPLE:
        promises.write_person(work, person)
    for person_id, kind, role, organisation, rhythm, team, ask, group in sorted(_WHO, key=lambda who: who[5] or ""):
        script = {"p0": _SCRIPT, "p4": _OF_NEAL}.get(person_id, Script())
        review = today + timedelta(days=12) if person_id == "p7" else None
        profile = Profile(person_id, kind, role, organisation, rhythm=rhythm, ask_next=ask, script=script,
                          team_id=team, review_day=review)  # fmt: skip
        stored.write_profile(work, profile)
        stored.write_groups(work, person_id, (group,))
    for number, (person_id, ago, level, evidence) in enumerate(_LEVELS):
        day = today - timedelta(days=ago)
        stored.write_relation(work, Relation(f"r{number:02}", person_id, day, level, evidence))
    for number, (person_id, kind_of, words) in enumerate(_CARES):
        stored.write_concern(work, Concern(f"c{number:02}", person_id, kind_of, words, number))
    stored.add_touches(work, _touches(today, days, seed))
    _write_between(work, today)


def _touches(today: date, days: int, seed: int) -> list[Touch]:
    """One or two on most working days; finance and procurement wait for theirs."""
    chance = random.Random(seed)
    found: list[Touch] = []
    for ago in range(days, 0, -1):
        day = today - timedelta(days=ago)
        for _ in range(chance.choice((0, 1, 1, 2)) if day.weekday() < 5 else 0):
            person = chance.choices(_BUSY, (4, 6, 6, 2, 3, 3, 3))[0]
            way = chance.choices(tuple(Way), (2, 3, 5, 3, 2))[0]
            direction = Direction.RECEIVED if chance.random() < 0.3 else Direction.GIVEN
            present = chance.choice((True, True, True, False, None))
            found.append(Touch(f"t{len(found):04}", person, day, way, direction, present, chance.choice(_NOTES)))
    for person, ago in (("p2", 120), ("p5", 52), ("p8", 33), ("p10", 6)):
        found.append(Touch(f"t{len(found):04}", person, today - timedelta(days=ago), Way.TALKED))
    return found


def _write_between(work: Work, today: date) -> None:
    def ago(days: int) -> date:
        return today - timedelta(days=days)

    for asked in (
        Help("h0", "p0", ago(20), "Somebody who explains the licence to her people."),
        Help("h1", "p0", ago(90), "A list of what runs out this year.", ago(80), "She has it on her wall."),
        Help("h2", "p3", ago(30), "Fewer meetings before noon.", ago(28), "Two mornings are free now."),
    ):
        stored.write_help(work, asked)
    for intent in (
        Intent("i0", "p0", ago(5), "I want her to see the risk in the old import before we build on it."),
        Intent("i1", "p4", ago(25), "I hope we share the campaign, and the credit for it.", ago(24)),
    ):
        stored.write_intent(work, intent)
    for owed in (
        Owed("w0", "p0", "Names of the people who test with us", ago(6), today + timedelta(days=2)),
        Owed("w1", "p5", "The figures of the last quarter", ago(30), ago(9)),
        Owed("w2", "p0", "A decision on the licence", ago(60), ago(40), ago(41), OwedOutcome.KEPT),
        Owed("w3", "p6", "Two people for the migration", ago(50), ago(30), ago(20), OwedOutcome.LATE, "One came."),
    ):
        stored.write_owed(work, owed)
    for measure, person in (("m2", "p7"), ("m3", "p1"), ("m1", "p0")):
        stored.write_served(work, measure, person)
    for measure in ("m1", "m2"):
        stored.write_agreed(work, Agreed("p7", measure, ago(70)))
    stored.write_plan(
        work, FactorPlan("p1", "organisational_trust", "transparency", "Decisions on the wall the same day.", ago(18))
    )
    stored.write_plan(
        work, FactorPlan("p5", "organisational_trust", "reliability", "Say on the 25th what will be late.", ago(3))
    )
