"""Promises of a busy person, made by a fixed rule: what is open on the day, and a history of ones that came due."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.due import Due, Span
from scorecard.domain.people import Person
from scorecard.domain.promises import Level, Moved, Outcome, Promise, Settled, Step
from scorecard.store import migrating
from scorecard.store import promise_rows as rows
from scorecard.store import promises as stored
from scorecard.store.record import Work
from scorecard.store.schema import promise_table, step_table
from scorecard.store.store import Store

PEOPLE = tuple(
    Person(f"p{number}", name)
    for number, name in enumerate(
        ("Cassandra Kelly", "My team", "Procurement", "Ana", "Neal Wallace", "Finance", "Marco", "Help desk")
    )
)
_ID = {person.name: person.id for person in PEOPLE}
_THINGS = (
    "Answer the open questions", "Send the minutes", "Check the invoice", "Call back about the form",
    "Read the draft", "Find somebody who knows", "Explain the new screen", "Write down what we agreed",
)  # fmt: skip


def add_promises(work: Work, promises: Sequence[Promise]) -> None:
    """Many promises that are known to be new, with their steps."""
    work.add_many(promise_table, [rows.promise_row(promise) for promise in promises])
    work.add_many(step_table, [rows.step_row(promise.id, step) for promise in promises for step in promise.steps])


def write_promises(work: Work, today: date, days: int = 90, seed: int = 11) -> None:
    """The promises of the last `days` days, and those that are open on `today`."""
    write_people(work)
    add_promises(work, [*open_promises(today), *past_promises(today, days, seed)])


def write_people(work: Work) -> None:
    for person in PEOPLE:
        stored.write_person(work, person)


def open_promises(today: date) -> Sequence[Promise]:
    def due(days: int) -> Due:
        return Due.on(today + timedelta(days=days))

    def promise(number: int, words: str, name: str, level: Level, when: Due | None, made: int = 7) -> Promise:
        return Promise(f"o{number}", words, level, today - timedelta(days=made), when, _ID.get(name))

    moved = promise(2, "Walk the team through the plan", "My team", Level.COMMITMENT, due(0))
    return (
        promise(1, "Realistic estimates for the CRM integration", "Cassandra Kelly", Level.COMMITMENT, due(0), 2),
        moved.with_step(Step(today - timedelta(days=1), 0, Moved(due(3), "My team"))),
        promise(3, "Call the vendor about the licence", "Procurement", Level.BEST_EFFORT, due(-2)),
        promise(4, "Review Ana's design notes", "Ana", Level.BEST_EFFORT, due(5)),
        promise(5, "Read chapter 3 of Mindsight", "", Level.BEST_EFFORT, None),
        promise(6, "Help Neal win the marketing budget", "Neal Wallace", Level.GOOD_INTENTION,
                Due.within(Span.MONTH, today + timedelta(days=21))),
        promise(7, "Repair the relationship with finance", "Finance", Level.GOOD_INTENTION, None, 30),
        replace(
            promise(8, "Review the estimates with Ana", "Ana", Level.BEST_EFFORT, due(0)),
            steps=(Step(today, 0, Settled(Outcome.KEPT, effort=8)),),
        ),
    )  # fmt: skip


def past_promises(today: date, days: int, seed: int = 11) -> Sequence[Promise]:
    """Two promises on three days, most of them kept."""
    chance = random.Random(seed)
    found = []
    for number in range(days * 2 // 3):
        made = today - timedelta(days=days - 3 * number // 2)
        level = chance.choices(tuple(Level), (5, 3, 2))[0]
        last = made + timedelta(days=chance.randint(0, 6))
        person = chance.choice(PEOPLE)
        promise = Promise(f"q{number}", chance.choice(_THINGS), level, made, Due.on(last), person.id)
        if last < today - timedelta(days=1):
            found.append(promise.with_step(_step(level, made, last, today, chance)))
    return found


def _step(level: Level, made: date, last: date, today: date, chance: random.Random) -> Step:
    outcome = chance.choices((Outcome.KEPT, Outcome.LATE, Outcome.BROKEN, Outcome.RELEASED), (14, 2, 2, 1))[0]
    late = min(last + timedelta(days=chance.randint(1, 3)), today)
    day = late if outcome is Outcome.LATE else chance.choice((last, max(made, last - timedelta(days=1))))
    effort = chance.randint(5, 10) if level is Level.BEST_EFFORT else None
    strove = chance.random() < 0.85 if level is Level.GOOD_INTENTION else None
    return Step(day, 0, Settled(outcome, effort, strove))


def years_of_promises(today: date, count: int, years: int = 10) -> Sequence[Promise]:
    """So many that came due in the years before `today`, most of them kept."""
    days = round(365.25 * years)
    found: list[Promise] = []
    seed = 0
    while len(found) < count:
        seed += 1
        found += [replace(promise, id=f"{seed}-{promise.id}") for promise in past_promises(today, days, seed)]
    return found[:count]


def thousand_promises(today: date) -> Sequence[Promise]:
    """A thousand open ones, some with words as long as they may be."""
    long = (
        "Find out what became of the thing that nobody has looked at since the reorganisation, and tell everybody " * 4
    )
    return [
        Promise(f"t{number}", long[:400] if number % 7 == 0 else f"{_THINGS[number % 8]}, number {number}",
                tuple(Level)[number % 3], today - timedelta(days=30), Due.on(today + timedelta(days=number % 60 - 3)),
                PEOPLE[number % 8].id)
        for number in range(1000)
    ]  # fmt: skip


def make_thousand(path: Path, clock: Clock, today: date) -> None:
    """A store at `path` with nothing but these."""
    make_promises(path, clock, thousand_promises(today))


def make_promises(path: Path, clock: Clock, promises: Sequence[Promise]) -> None:
    """A store at `path` with nothing but these."""
    migrating.create_store(path, clock.now())
    store = Store(path, clock)
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        write_people(work)
        add_promises(work, promises)
    store.close()
