"""`scorecard today`, `scorecard week` and `scorecard where`: how things stand, for a person or as JSON."""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scorecard.cli.console import DONE, Console
from scorecard.cli.english import tr
from scorecard.cli.opened import opened, say_due, say_level
from scorecard.cli.printing import say
from scorecard.domain.grades import rounded
from scorecard.domain.marks import Scored, Skipped
from scorecard.domain.scores import Score
from scorecard.domain.weeks import Week
from scorecard.services.pages import DayPage, RowPage, StripDay
from scorecard.services.reckoning import Reckoned
from scorecard.words.exporting import say_asked, say_plain_value
from scorecard.words.promises import say_outcome


def today(console: Console, *, as_json: bool) -> int:
    with opened(console) as store:
        page = store.scoring.page(store.scoring.today())
    if as_json:
        _print_json(console, _day_json(page))
        return DONE
    finished = tr("finished") if page.finished_at is not None else tr("open")
    say(console.out, f"{page.day}  {_say_score(page.score)}  {finished}")
    for group in page.groups:
        if group.group is not None:
            say(console.out, group.group.name)
        for row in group.rows:
            say(console.out, f"  {_say_row(row)}")
    if page.promised:
        say(console.out, tr("Promised"))
    for item in page.promised:
        say(console.out, f"  {_say_promise(item)}")
    return DONE


def week(console: Console, *, as_json: bool) -> int:
    with opened(console) as store:
        now = store.scoring.today()
        page, explained = store.scoring.page(now), store.scoring.explain_week(Week.of(now))
    strip = [day for day in page.strip if day.day <= now]
    if as_json:
        days = [_strip_json(day) for day in strip]
        _print_json(console, {"monday": page.week.monday.isoformat(), **_score_json(explained.score), "days": days})
        return DONE
    for day in strip:
        away = tr("away") if day.away else ""
        say(console.out, f"{day.day}  {_say_score(day.score)}  {away}".rstrip())
    say(console.out, f"{tr('Week')}        {_say_score(explained.score)}")
    return DONE


def where(console: Console) -> int:
    """Prints where things lie; that something is not there yet is no error."""
    from scorecard.store.backups import folder_of

    paths = console.paths
    for words, place in (
        (tr("store"), paths.store),
        (tr("backups"), folder_of(paths.store)),
        (tr("settings of the window"), paths.preferences),
        (tr("log"), paths.log),
    ):
        there = "" if place.exists() else "  " + tr("(not there yet)")
        say(console.out, f"{words}: {place}{there}")
    return DONE


def _say_score(score: Score) -> str:
    if score.so_far is None:
        return "–"
    points = str(rounded(score.so_far))
    return (
        (tr("{points} so far") if score.thin else "{points}").format(points=points)
        + "  "
        + tr("{known} of {due} known").format(known=score.known, due=score.due)
    )


def _say_row(row: RowPage) -> str:
    if row.week is not None and row.total is not None:
        value = say_plain_value(row.terms, row.total, tr)
    elif isinstance(row.entry.mark, Scored):
        value = say_plain_value(row.terms, row.entry.mark.value, tr)
    else:
        value = tr("skipped") if isinstance(row.entry.mark, Skipped) else "–"
    asked = say_asked(row.terms, tr)
    return f"{row.measure.name}: {value} ({asked})" if asked else f"{row.measure.name}: {value}"


def _say_promise(item: Reckoned) -> str:
    mark = "x" if item.standing.outcome.done else " "
    due = f", {say_due(item.standing.due)}" if item.standing.due is not None else ""
    to_whom = f" ({item.person})" if item.person else ""
    return f"[{mark}] {item.promise.words}{to_whom}{due}, {say_level(item.standing.level)}"


def _day_json(page: DayPage) -> dict[str, Any]:
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
            "outcome": say_outcome(item.standing.outcome, tr),
        }


def _strip_json(day: StripDay) -> dict[str, Any]:
    return {"day": day.day.isoformat(), **_score_json(day.score), "finished": day.finished, "away": day.away}


def _points(points: Fraction | None) -> int | None:
    return None if points is None else rounded(points)


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _print_json(console: Console, value: object) -> None:
    """Signs beyond ASCII are escaped: it is the same on every terminal."""
    console.out.write(json.dumps(value, indent=1) + "\n")
    console.out.flush()
