"""The program is killed at any moment while it is being typed into: what it showed as saved is there, and is whole."""

import json
import os
import random
import select
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.marks import Entry, Scored, Skipped
from scorecard.services.services import Services
from scorecard.store.first_look import FirstLook
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, examine
from tests.fake_clock import FixedClock
from tests.journeys.running import Answer, Driven, forget_runs

KILLS = int(os.environ.get("SCORECARD_KILLS", "12"))  # more in the long form of the harness
BURST = 40  # edits asked for at once: more than are ever done before the kill
TODAY = date(2026, 11, 20)
MEASURES = ("m1", "m2", "m3", "m6", "m7")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")

Edit = dict[str, object]
Stored = dict[str, list[str]]


@pytest.mark.timeout(170)
def test_kills_at_any_moment_lose_nothing_that_was_shown_as_saved(start: Callable[..., Driven], store: Path) -> None:
    chance = random.Random(30)
    acknowledged = 0

    for _ in range(KILLS):
        forget_runs()  # else a safe start would be offered
        edits = [edit(chance) for _ in range(BURST)]
        answers = type_and_kill(start, edits, chance)
        acknowledged += len(answers) - 1
        assert_as_acknowledged(store, answers, edits)
        assert list(torn(store)) == []
        assert_undo_works(store)

    assert acknowledged > 4 * KILLS


def edit(chance: random.Random) -> Edit:
    """A value, a skip, a clearing or a note for some measure."""
    note = ["m", "n", "o", str(chance.randrange(9)), "Escape"]
    keys = chance.choice([["5"], ["1", "2"], ["+"], ["s"], ["Backspace"], note])
    return {"measure": chance.choice(MEASURES), "keys": keys}


def type_and_kill(start: Callable[..., Driven], edits: list[Edit], chance: random.Random) -> list[Answer]:
    """The answers that came before the end; the first one tells what stood there at first."""
    with start() as program:
        program.wait_for("store")
        answers = [program.ask("read")]
        for wish in edits:
            program.send("enter", **wish)
        for _ in range(chance.randrange(18)):
            line = program.answers.next()
            assert line is not None
            answers.append(json.loads(line))
        select.select([], [], [], chance.random() * 0.012)  # so that it falls anywhere within an edit
        program.process.kill()
        assert program.end() < 0
        answers += [json.loads(line) for line in program.answers.rest()]
    return answers


def assert_as_acknowledged(store: Path, answers: list[Answer], edits: list[Edit]) -> None:
    """All is as it was shown last; only the edit that was not answered may be there or not."""
    shown: Stored = answers[-1]["stored"]
    assert {measure: row["entry"] for measure, row in answers[-1]["rows"].items()} == shown
    found = first_look(store)
    unanswered = edits[len(answers) - 1]["measure"]
    assert {m: entry for m, entry in found.items() if m != unanswered} == {
        m: entry for m, entry in shown.items() if m != unanswered
    }


def first_look(store: Path) -> Stored:
    """What the next start reads, SQLite's roll-back of a hot journal included."""
    assert examine(store, KnownStores(store.with_name("known.json"))).condition is Condition.CURRENT
    snapshot = FirstLook(store).settings_and_days().snapshot(TODAY, TODAY)
    return {m.id: said(snapshot.entries.get((TODAY, m.id), Entry(m.id, TODAY))) for m in snapshot.card.measures}


def said(entry: Entry) -> list[str]:
    match entry.mark:
        case Scored(value):
            return [str(value), entry.note]
        case Skipped():
            return ["skipped", entry.note]
        case _:
            return ["", entry.note]


def torn(store: Path) -> Iterator[str]:
    """Every sign of an edit that is there in part: entry, record and seal belong together."""
    connection = sqlite3.connect(store)
    connection.row_factory = sqlite3.Row
    yield from (row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok")
    yield from (f"orphan in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check"))
    bare = "SELECT seq FROM activity WHERE seq NOT IN (SELECT activity FROM change)"
    yield from (f"activity {row[0]} changed nothing" for row in connection.execute(bare))
    last = {key: row for key, row in connection.execute(LAST_RECORDED) if row is not None}
    found = connection.execute("SELECT * FROM entry").fetchall()
    rows = {compact([row["day"], row["measure_id"]]): compact(dict(row)) for row in found}
    yield from (f"entry {key} is not as recorded" for key in last | rows if rows.get(key) != last.get(key))
    connection.close()
    services = Services(store, FixedClock())
    days = {date.fromisoformat(row["day"]) for row in found} | {TODAY}
    yield from (f"seal of {day} is broken" for day in sorted(days) if not services.scoring.seal_holds(day))
    services.close()


LAST_RECORDED = """
    SELECT row_key, after FROM change WHERE table_name = 'entry' AND (activity, position) = (
        SELECT activity, position FROM change AS later
        WHERE later.table_name = 'entry' AND later.row_key = change.row_key
        ORDER BY activity DESC, position DESC LIMIT 1)
"""


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def assert_undo_works(store: Path) -> None:
    """Back until something is different (a value that was typed and cleared again comes to nothing), and on again."""
    services = Services(store, FixedClock())
    before = services.scoring.snapshot(TODAY, TODAY)
    undone = 0
    while services.scoring.snapshot(TODAY, TODAY) == before:
        services.undoing.undo()
        undone += 1
    for _ in range(undone):
        services.undoing.redo()
    assert services.scoring.snapshot(TODAY, TODAY) == before
    services.close()
