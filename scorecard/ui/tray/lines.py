"""What the menu of the tray icon says of today, as plain values.

The menu shows names and numbers, as the window does, for it opens by a hand only. The icon and its tooltip are seen by
whoever looks at the screen: they say "Scorecard" and nothing else.
"""

from dataclasses import dataclass
from decimal import Decimal

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Kind
from scorecard.domain.scores import Standing
from scorecard.services.pages import DayPage, RowPage
from scorecard.ui.say import say_away, say_score, say_value_with_unit
from scorecard.ui.text import tr

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of today: choosing its line makes it `next`."""

    measure_id: str
    words: str
    next: Decimal


@dataclass(frozen=True, slots=True)
class TrayLines:
    score: str = ""
    tallies: tuple[Tally, ...] = ()
    undo: str = ""
    snooze: bool = False


def say_today(page: DayPage) -> str:
    if page.card_is_empty:
        return tr("No card yet")
    if page.away is not None:
        return tr("Today: {words}").format(words=say_away(""))
    words = tr("Today: {words}").format(words=say_score(page.score))
    return tr("{today}, finished").format(today=words) if page.finished_at is not None else words


def tallies_of(page: DayPage) -> tuple[Tally, ...]:
    """The counts that today asks for; none once the day is finished, or away."""
    if page.finished_at is not None or page.away is not None:
        return ()
    asked = (row for row in page.rows if row.terms.kind is Kind.COUNT and row.line.standing is not Standing.NOT_DUE)
    return tuple(_tally(row) for row in asked)


def _tally(row: RowPage) -> Tally:
    mark = row.entry.mark
    known = mark.value if isinstance(mark, Scored) else Decimal(0)
    words = tr("{measure}: {value}").format(measure=row.measure.name, value=say_value_with_unit(row.terms, known))
    return Tally(row.measure.id, words, known + _ONE)
