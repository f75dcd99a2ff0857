"""The groups and measures that can belong to a goal, as lines with ticks. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scorecard.domain.goals import Counted, Part, PartKind, usable
from scorecard.domain.measures import Group, Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.ui.say import say_due, say_target, sentence_case
from scorecard.ui.text import tr


@dataclass(frozen=True, slots=True)
class PartLine:
    """`within`: it belongs to the goal with its group, whatever its own tick. `words` stand at the end."""

    part: Part
    name: str
    words: str
    ticked: bool = False
    within: bool = False
    indented: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.words) if part)


def part_lines(card: Card, today: date, chosen: frozenset[Part], counted: Counted) -> tuple[PartLine, ...]:
    """Each group with its measures, then those in none. Retired ones only while they belong to the goal."""
    wanted = [measure for measure in card.measures if _is_wanted(measure, today, chosen)]
    known = {group.id for group in card.groups}
    lines: list[PartLine] = []
    for group in card.groups:
        own = [measure for measure in wanted if measure.group_id == group.id]
        part = Part(PartKind.GROUP, group.id)
        if own or part in chosen:
            lines.append(_group_line(group, part, len(own), ticked=part in chosen))
            lines += _measure_lines(own, today, chosen, counted, within=part in chosen, indented=True)
    loose = [measure for measure in wanted if measure.group_id not in known]
    return (*lines, *_measure_lines(loose, today, chosen, counted, within=False, indented=False))


def _is_wanted(measure: Measure, today: date, chosen: frozenset[Part]) -> bool:
    terms = measure.terms_on(today) or measure.terms[0]
    return terms.place is not Place.RETIRED or Part(PartKind.MEASURE, measure.id) in chosen


def _group_line(group: Group, part: Part, count: int, *, ticked: bool) -> PartLine:
    words = tr("group of %n measure(s)", "", count)
    return PartLine(part, group.name, words, ticked)


def _measure_lines(
    measures: list[Measure], today: date, chosen: frozenset[Part], counted: Counted, *, within: bool, indented: bool
) -> Iterator[PartLine]:
    for measure in measures:
        part = Part(PartKind.MEASURE, measure.id)
        yield PartLine(
            part, measure.name, _say(measure, today, counted), part in chosen, within=within, indented=indented
        )


def _say(measure: Measure, today: date, counted: Counted) -> str:
    """What it asks; or why it can't be counted so."""
    terms = measure.terms_on(today) or measure.terms[0]
    if not usable(counted, terms):
        match counted:
            case Counted.TOTAL:
                return tr("can't be added up")
            case Counted.TIME:
                return tr("is no time")
            case Counted.DAYS_MET | Counted.SCORE:
                return tr("has no target")
    target = sentence_case(say_target(terms))
    return target or sentence_case(say_due(terms))
