"""kill -9 of the program with its real window, in the middle of typing: what it showed as saved is there (F01)."""

import json
import random
from datetime import date
from pathlib import Path

from scorecard.domain.marks import Entry, Scored, Skipped
from scorecard.store.first_look import FirstLook
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.looking import Found, look
from tests.faults.harness.nursery import wait
from tests.faults.harness.sandbox import Sandbox, with_sample
from tests.journeys.running import Answer, Driven, forget_runs

BURST = 40  # edits asked for at once: more than are ever done before the kill
MOST_ANSWERS = 18
LONGEST_WAIT = 0.012
TODAY = date(2026, 11, 20)
MEASURES = ("m1", "m2", "m3", "m6", "m7")

Edit = dict[str, object]
Stored = dict[str, list[str]]


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    kills = scale.of(6, 80)
    counting, chance = Counting("kill -9 while typing", tell, kills), random.Random(seed)
    sandbox = with_sample(place / "window")
    environment = {**sandbox.environment, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(kills):
        forget_runs(environment)  # else a safe start would be offered
        edits = [_edit(chance) for _ in range(BURST)]
        answers = _type_and_kill(environment, edits, chance, counting)
        counting.fault()
        counting.edits += len(answers) - 1
        counting.note(look(sandbox.store).wrong or _not_as_shown(sandbox, answers, edits))
    return [counting.done()]


def _edit(chance: random.Random) -> Edit:
    """A value, a skip, a clearing or a note for some measure."""
    note = ["m", "n", "o", str(chance.randrange(9)), "Escape"]
    keys = chance.choice([["5"], ["1", "2"], ["+"], ["s"], ["Backspace"], note])
    return {"measure": chance.choice(MEASURES), "keys": keys}


def _type_and_kill(
    environment: dict[str, str], edits: list[Edit], chance: random.Random, counting: Counting
) -> list[Answer]:
    """The answers that came before the end; the first one tells what stood there at first."""
    with Driven(environment) as program:
        program.wait_for("store")
        answers = [program.ask("read")]
        for wish in edits:
            program.send("enter", **wish)
        for _ in range(chance.randrange(MOST_ANSWERS)):
            line = program.answers.next()
            assert line is not None
            answers.append(json.loads(line))
        wait(chance.random() * LONGEST_WAIT)
        program.process.kill()
        if (status := program.end()) != -9:
            counting.bad(Bad.UNEXPLAINED, f"ended with {status}")
        answers += [json.loads(line) for line in program.answers.rest()]
    return answers


def _not_as_shown(sandbox: Sandbox, answers: list[Answer], edits: list[Edit]) -> Found | None:
    """All is as it was shown last; only the edit that was not answered may be there or not."""
    shown: Stored = answers[-1]["stored"]
    if {measure: row["entry"] for measure, row in answers[-1]["rows"].items()} != shown:
        return Bad.UNEXPLAINED, "it showed what was not stored"
    found, unanswered = _stored(sandbox.store), edits[len(answers) - 1]["measure"]
    for measure, entry in shown.items():
        if measure != unanswered and found[measure] != entry:
            return Bad.LOST, f"{measure} is {found[measure]}, and was shown as {entry}"
    return None


def _stored(store: Path) -> Stored:
    snapshot = FirstLook(store).settings_and_days().snapshot(TODAY, TODAY)
    return {m.id: _said(snapshot.entries.get((TODAY, m.id), Entry(m.id, TODAY))) for m in snapshot.card.measures}


def _said(entry: Entry) -> list[str]:
    match entry.mark:
        case Scored(value):
            return [str(value), entry.note]
        case Skipped():
            return ["skipped", entry.note]
        case _:
            return ["", entry.note]
