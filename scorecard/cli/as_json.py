"""What the commands print with --json. docs/command-line.md says what stands in it: nothing is taken out or renamed."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TextIO

from scorecard.cli.english import tr
from scorecard.cli.printing import put
from scorecard.cli.promise_words import say_due
from scorecard.domain.grades import rounded
from scorecard.domain.marks import Scored, Skipped
from scorecard.domain.scores import Score
from scorecard.domain.weeks import Week
from scorecard.services.pages import DayPage, RowPage, StripDay
from scorecard.words.values import say_asked


def print_json(out: TextIO, value: object) -> None:
    """Signs beyond ASCII are escaped: it is the same on every terminal."""
    put(out, json.dumps(value, indent=1) + "\n")


def week_json(week: Week, score: Score, days: Sequence[StripDay]) -> dict[str, Any]:
    return {"monday": week.monday.isoformat(), **_score_json(score), "days": [_strip_json(day) for day in days]}


def day_json(page: DayPage) -> dict[str, Any]:
    names = {group.group.id: group.group.name for group in page.groups if group.group is not None}
    return {
        "day": page.day.isoformat(),
        **_score_json(page.score),
        "finished": page.finished_at is not None,
        "away": page.away is not None,
        "measures": [_row_json(row, names) for row in page.rows],
        "promised": list(_promised_json(page)),
    }


def _score_json(score: Score) -> dict[str, Any]:
    return {
        "score": _points(score.value),
        "so_far": _points(score.so_far),
        "known": score.known,
        "due": score.due,
    }


def _row_json(row: RowPage, groups: dict[str, str]) -> dict[str, Any]:
    mark = row.entry.mark
    return {
        "id": row.measure.id,
        "name": row.measure.name,
        "group": groups.get(row.measure.group_id or "", ""),
        "kind": row.terms.kind.value,
        "asked": say_asked(row.terms, tr),
        "value": _number(mark.value) if isinstance(mark, Scored) else None,
        "week_total": _number(row.total) if row.total is not None else None,
        "skipped": isinstance(mark, Skipped),
        "waits": row.blank,
        "note": row.entry.note,
    }


def _promised_json(page: DayPage) -> Iterator[dict[str, Any]]:
    for item in page.promised:
        yield {
            "id": item.promise.id,
            "words": item.promise.words,
            "to": item.person,
            "level": item.standing.level.value,
            "due": say_due(item.standing.due) if item.standing.due else None,
            "overdue": item.standing.overdue,
            "outcome": item.standing.outcome.value,
        }


def _strip_json(day: StripDay) -> dict[str, Any]:
    return {"day": day.day.isoformat(), **_score_json(day.score), "finished": day.finished, "away": day.away}


def _points(points: Fraction | None) -> int | None:
    return None if points is None else rounded(points)


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
