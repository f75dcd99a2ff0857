"""`scorecard today` and `scorecard week`: how things stand, for a person or as JSON."""

from collections.abc import Iterator

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.printing import say
from scorecard.cli.promise_words import say_due, say_level
from scorecard.cli.settling import settle_to_read
from scorecard.cli.status import DONE
from scorecard.domain.grades import rounded
from scorecard.domain.marks import Scored, Skipped
from scorecard.domain.scores import Score, explain_week
from scorecard.domain.weeks import Week
from scorecard.services.first_days import this_week
from scorecard.services.pages import DayPage, RowPage, day_page
from scorecard.services.reckoning import Reckoned
from scorecard.words.values import say_asked, say_plain_value


def today(console: Console, *, as_json: bool) -> int:
    settle_to_read(console)
    now = this_week(console.paths.store, console.clock)
    page = day_page(now.snapshot, now.today, now.today)
    if as_json:
        from scorecard.cli.as_json import day_json, print_json

        print_json(console.out, day_json(page))
        return DONE
    for line in _day_lines(page):
        say(console.out, line)
    return DONE


def week(console: Console, *, as_json: bool) -> int:
    settle_to_read(console)
    now = this_week(console.paths.store, console.clock)
    days, today = now.snapshot, now.today
    strip = [day for day in day_page(days, today, today).strip if day.day <= today]
    score = explain_week(days.card.measures, days.entries, Week.of(today), today, days.away).score
    if as_json:
        from scorecard.cli.as_json import print_json, week_json

        print_json(console.out, week_json(Week.of(today), score, strip))
        return DONE
    for day in strip:
        away = tr("away") if day.away else ""
        say(console.out, f"{day.day}  {_say_score(day.score)}  {away}".rstrip())
    say(console.out, f"{tr('Week'):10}  {_say_score(score)}")
    return DONE


def _day_lines(page: DayPage) -> Iterator[str]:
    finished = tr("finished") if page.finished_at is not None else tr("open")
    away = ("  " + tr("away")) if page.away is not None else ""
    yield f"{page.day}  {_say_score(page.score)}  {finished}{away}"
    if page.card_is_empty:
        yield tr("There is no measure on the card yet.")
    for group in page.groups:
        if group.group is not None:
            yield group.group.name
        for row in group.rows:
            yield f"  {_say_row(row)}"
    if page.promised:
        yield tr("Promised")
    for item in page.promised:
        yield f"  {_say_promise(item)}"


def _say_score(score: Score) -> str:
    if score.so_far is None:
        return "–"
    points = str(rounded(score.so_far))
    said = tr("{points} so far").format(points=points) if score.thin else points
    return f"{said:>3}  " + tr("{known} of {due} known").format(known=score.known, due=score.due)


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
