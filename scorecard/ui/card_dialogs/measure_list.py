"""All measures as the lines of one list, and what can be done with each. Pure: a card in, lines and reasons out."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, auto

from scorecard.domain.measures import CARD_SIZE, Group, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.say import say_due, say_target, sentence_case
from scorecard.ui.text import tr


class Step(Enum):
    """What can be done with the measure that is chosen."""

    EDIT = auto()
    UP = auto()
    DOWN = auto()
    CARD = auto()
    BENCH = auto()
    RETIRE = auto()


def terms_now(measure: Measure, today: date) -> Terms:
    """The terms of today; the first ones when none hold yet."""
    return measure.terms_on(today) or measure.terms[0]


def place_now(measure: Measure, today: date) -> Place:
    return terms_now(measure, today).place


def list_lines(card: Card, today: date) -> tuple[ListLine, ...]:
    return (*_card_lines(card, today), *_bench_lines(card, today), *_retired_lines(card, today))


def refusals(card: Card, today: date, measure_id: str | None) -> Mapping[Step, str]:
    """Why a step is not possible, for those that are not."""
    if measure_id is None:
        return dict.fromkeys(Step, tr("Choose a measure first."))
    measure = card.measure(measure_id)
    place = place_now(measure, today)
    reasons: dict[Step, str] = {}
    if moved(card, today, measure_id, -1) is None:
        reasons[Step.UP] = _say_no_move(place, tr("It is the first one here already."))
    if moved(card, today, measure_id, 1) is None:
        reasons[Step.DOWN] = _say_no_move(place, tr("It is the last one here already."))
    match place:
        case Place.CARD:
            reasons[Step.CARD] = tr("It is on the card already.")
        case Place.BENCH:
            reasons[Step.BENCH] = tr("It is on the bench already.")
        case Place.RETIRED:
            reasons[Step.RETIRE] = tr("It is retired already.")
    return reasons


def moved(card: Card, today: date, measure_id: str, direction: int) -> tuple[str, ...] | None:
    """The ids of all measures, in the order they have when one goes up (−1) or down (+1) among its neighbours.

    Neighbours stand in the same place and group. None when there is none on that side.
    """
    measure = card.measure(measure_id)
    place = place_now(measure, today)
    if place is Place.RETIRED:
        return None
    beside = [m.id for m in card.measures if place_now(m, today) is place and m.group_id == measure.group_id]
    other = beside.index(measure_id) + direction
    if not 0 <= other < len(beside):
        return None
    swap = {measure_id: beside[other], beside[other]: measure_id}
    return tuple(swap.get(m.id, m.id) for m in card.measures)


def _say_no_move(place: Place, otherwise: str) -> str:
    return tr("Retired measures stand in no order.") if place is Place.RETIRED else otherwise


def _card_lines(card: Card, today: date) -> Iterator[ListLine]:
    placed = [m for m in card.measures if place_now(m, today) is Place.CARD]
    count = tr("{count} of {most}").format(count=len(placed), most=CARD_SIZE)
    yield ListLine(LineKind.SECTION, tr("On the card"), count)
    if not placed:
        yield ListLine(LineKind.REMARK, tr("Nothing yet. One to nine measures have room here."))
    groups: tuple[Group | None, ...] = (*card.groups, None)
    known = {group.id for group in card.groups}
    for group in groups:
        own = [m for m in placed if (m.group_id == group.id if group else m.group_id not in known)]
        if own and len(card.groups):
            yield ListLine(LineKind.GROUP, group.name if group else tr("In no group"))
        yield from (_measure_line(measure, today) for measure in own)


def _bench_lines(card: Card, today: date) -> Iterator[ListLine]:
    placed = [m for m in card.measures if place_now(m, today) is Place.BENCH]
    yield ListLine(LineKind.SECTION, tr("On the bench"), str(len(placed)) if placed else "")
    if not placed:
        yield ListLine(LineKind.REMARK, tr("Nothing waits here."))
    yield from (_measure_line(measure, today) for measure in placed)


def _retired_lines(card: Card, today: date) -> Iterator[ListLine]:
    placed = [m for m in card.measures if place_now(m, today) is Place.RETIRED]
    if not placed:
        return
    yield ListLine(LineKind.SECTION, tr("Retired"), str(len(placed)))
    for measure in placed:
        reason = terms_now(measure, today).reason
        yield ListLine(LineKind.ROW, measure.name, reason or _say_asked(terms_now(measure, today)), measure.id)


def _measure_line(measure: Measure, today: date) -> ListLine:
    return ListLine(LineKind.ROW, measure.name, _say_asked(terms_now(measure, today)), measure.id)


def _say_asked(terms: Terms) -> str:
    """ "At least 3 · Monday to Friday"; the days alone for yes or no."""
    target = sentence_case(say_target(terms))
    if terms.weekly:
        return target
    return f"{target} · {say_due(terms)}" if target else sentence_case(say_due(terms))
