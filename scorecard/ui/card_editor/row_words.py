"""What a row of the card says."""

from dataclasses import dataclass

from scorecard.domain.measures import CARD_SIZE, Place
from scorecard.ui.card_editor.rows import GroupRow, MeasureRow, NothingRow, Row
from scorecard.ui.say import say_day
from scorecard.ui.say_terms import say_asked, say_differences
from scorecard.ui.text import tr


@dataclass(frozen=True, slots=True)
class CardRowWords:
    """`more` stands below the name, `right` at the end of its line."""

    name: str
    more: str = ""
    right: str = ""
    heading: bool = False
    remark: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.right, self.more) if part)


def row_words(row: Row) -> CardRowWords:
    match row:
        case GroupRow():
            name = row.group.name if row.group is not None else tr("In no group")
            return CardRowWords(name, right=tr("%n measure(s)", "", row.count), heading=True)
        case MeasureRow():
            return CardRowWords(row.measure.name, _say_more(row))
        case NothingRow():
            return CardRowWords(_say_nothing(row.place), remark=True)


def say_count(count: int, place: Place) -> str:
    return tr("{count} of {most}").format(count=count, most=CARD_SIZE) if place is Place.CARD else str(count or "")


def _say_more(row: MeasureRow) -> str:
    if row.terms.place is Place.RETIRED:
        return row.terms.reason or say_asked(row.terms)
    parts = [say_asked(row.terms)]
    if row.terms.scores:
        parts.append(tr("weight {weight}").format(weight=row.terms.weight))
    before = row.terms
    for terms in row.later:
        change = say_differences(before, terms)
        words = tr("from {day}: {change}").format(day=say_day(terms.first_day), change=change)
        parts.append(words)
        before = terms
    return " · ".join(parts)


def _say_nothing(place: Place) -> str:
    match place:
        case Place.CARD:
            return tr("Nothing yet. One to nine measures have room here.")
        case Place.BENCH:
            return tr("Nothing waits here. What is on the bench asks for nothing and earns nothing.")
        case Place.RETIRED:
            return tr("Nothing is retired.")
