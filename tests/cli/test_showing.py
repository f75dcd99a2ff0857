"""`scorecard today`, `week` and `where`: how things stand, for people and for programs."""

import json
from pathlib import Path

from tests.cli.conftest import Type
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store


def test_today_is_shown_and_printed_as_json(scorecard: Type, store: Path) -> None:
    scorecard("tally", "thanks", "=2")
    scorecard("promise", "Call Ana 2026-11-20")

    lines = scorecard("today").out
    found = json.loads("\n".join(scorecard("today", "--json").out))

    assert "  Thanks given: 2 (at least 1)" in lines
    assert "  Deep work: – (at least 1:30)" in lines
    assert (found["day"], found["known"], found["due"]) == ("2026-11-20", 1, 5)
    assert {row["name"]: row["value"] for row in found["measures"]}["Thanks given"] == 2
    assert len(found["promised"]) == 1


def test_the_week_is_shown_up_to_today(scorecard: Type, store: Path) -> None:
    scorecard("tally", "thanks", "=2")

    assert [line[:10] for line in scorecard("week").out[:-1]] == [f"2026-11-{day}" for day in (16, 17, 18, 19, 20)]
    assert len(json.loads("\n".join(scorecard("week", "--json").out))["days"]) == 5


def test_where_things_lie_needs_no_store(scorecard: Type, home: Path) -> None:
    outcome = scorecard("where")

    assert outcome.status == 0
    assert outcome.out[0] == f"store: {home / 'data' / 'scorecard.db'}  (not there yet)"


DOCUMENT = Path(__file__).parents[2] / "docs" / "command-line.md"
SCORE = {"score", "so_far", "known", "due"}
MEASURE = {"id", "name", "group", "kind", "asked", "value", "week_total", "skipped", "waits", "note"}
PROMISE = {"id", "words", "to", "level", "due", "overdue", "outcome"}


def test_the_json_of_a_day_and_a_week_keeps_its_names(scorecard: Type, store: Path) -> None:
    """Programs of other people read them: a name may be added here and to the document, and none taken out."""
    scorecard("promise", "Call Ana 2026-11-20")
    day = json.loads("\n".join(scorecard("today", "--json").out))
    week = json.loads("\n".join(scorecard("week", "--json").out))

    assert set(day) == {"day", "finished", "away", "measures", "promised"} | SCORE
    assert set(day["measures"][0]) == MEASURE
    assert set(day["promised"][0]) == PROMISE
    assert day["promised"][0]["outcome"] == "open"
    assert set(week) == {"monday", "days"} | SCORE
    assert set(week["days"][0]) == {"day", "finished", "away"} | SCORE


def test_every_name_of_the_json_is_told_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")

    told = SCORE | MEASURE | PROMISE | {"day", "finished", "away", "measures", "promised", "monday", "days"}
    assert [name for name in sorted(told) if f"`{name}`" not in text] == []


def test_where_things_lie_is_printed_as_json(scorecard: Type, home: Path) -> None:
    found = json.loads("\n".join(scorecard("where", "--json").out))

    assert found["store"] == {"path": str(home / "data" / "scorecard.db"), "exists": False}
    assert set(found) == {"store", "backups", "settings", "log"}


def test_an_empty_card_is_told(scorecard: Type, clock: FixedClock, home: Path) -> None:
    fresh_store(home / "data" / "scorecard.db", clock.now())

    assert scorecard("today").out == ["2026-11-20  –  open", "There is no measure on the card yet."]
