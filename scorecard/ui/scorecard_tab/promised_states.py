"""What is shown of the promises of a day, as plain values made from its page. The widgets only paint these."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from scorecard.domain.promises import Outcome
from scorecard.services.pages import DayPage
from scorecard.services.promised import kept_among
from scorecard.services.reckoning import Reckoned
from scorecard.ui.promise_dialogs.keys import PromiseOrder, letter_of, orders_for
from scorecard.ui.say_promises import say_due, say_level, say_outcome, say_person, say_plain_day
from scorecard.ui.text import tr

MOST_LINES = 7
_HINTED = (
    PromiseOrder.KEEP,
    PromiseOrder.LATE,
    PromiseOrder.MOVE,
    PromiseOrder.BREAK,
    PromiseOrder.REOPEN,
    PromiseOrder.HISTORY,
)
_NO_BREAK = "\u00a0"  # keeps a key and its word on one line


class StatusTone(Enum):
    GOOD = auto()
    FAIR = auto()
    POOR = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class PromisedLine:
    """One promise on a day. `orders` are what it can take now; `hint` names the keys of the most needed of them.

    `short` stands for `status` where it would leave no room for the words.
    """

    item: Reckoned
    status: str
    short: str
    tone: StatusTone
    tooltip: str
    spoken: str
    hint: str
    orders: tuple[PromiseOrder, ...]

    @property
    def id(self) -> str:
        return self.item.promise.id


@dataclass(frozen=True, slots=True)
class PromisedState:
    """`more` is how many promises of the day stand in no line; `spoken` is the title with its date."""

    title: str
    spoken: str
    kept: str
    lines: tuple[PromisedLine, ...]
    more: int


def promised_state(page: DayPage, shown: Collection[str] = ()) -> PromisedState | None:
    """None for a day without promises. Those whose ids are in `shown` keep their lines where there are too many."""
    if not page.promised:
        return None
    is_today = page.day == page.today
    title = tr("Promised for today") if is_today else tr("Promised for this day")
    counted = tuple(item for item in page.promised if not _moved_on(item, page.day))
    chosen = _chosen(page.promised, shown)
    return PromisedState(
        title=title,
        spoken=f"{title}, {say_plain_day(page.day, page.today)}",
        kept=tr("{kept} of {n} kept").format(kept=kept_among(counted), n=len(page.promised)),
        lines=tuple(promised_line(item, page.day, page.today) for item in chosen),
        more=len(page.promised) - len(chosen),
    )


def promised_line(item: Reckoned, day: date, today: date) -> PromisedLine:
    status, tone = _status(item, day, today)
    level, person = say_level(item.standing.level), say_person(item.person)
    due = tr("due: {date}").format(date=say_due(item.standing.due, today))
    orders = orders_for(item, today)
    return PromisedLine(
        item=item,
        status=status,
        short=tr("overdue") if tone is StatusTone.POOR and item.standing.overdue else status,
        tone=tone,
        tooltip="\n".join((item.promise.words, f"{person} · {level}", f"{due} · {status}")),
        spoken=", ".join((item.promise.words, level, tr("to {person}").format(person=person), due, status)),
        hint=_hint(orders),
        orders=orders,
    )


def still_to_settle(page: DayPage) -> tuple[Reckoned, ...]:
    """What finishing the day asks about: open and due on it, and on today's page overdue."""
    is_today = page.day == page.today
    return tuple(item for item in page.promised if _asks(item, page.day, overdue_too=is_today))


def first_open(lines: Sequence[PromisedLine]) -> int:
    """The place of the first line that can still be settled; 0 when there is none."""
    return next((place for place, line in enumerate(lines) if line.item.standing.open), 0)


def _asks(item: Reckoned, day: date, *, overdue_too: bool) -> bool:
    last_day = item.last_day
    if not item.standing.open or last_day is None:
        return False
    return last_day == day or (overdue_too and last_day < day)


def _chosen(items: Sequence[Reckoned], shown: Collection[str]) -> tuple[Reckoned, ...]:
    """As many as have room, in their order: those already shown, then those that are open."""
    if len(items) <= MOST_LINES:
        return tuple(items)
    ranked = sorted(items, key=lambda item: (item.promise.id not in shown, not item.standing.open))
    chosen = {item.promise.id for item in ranked[:MOST_LINES]}
    return tuple(item for item in items if item.promise.id in chosen)


def _moved_on(item: Reckoned, day: date) -> bool:
    """Whether it had to be kept on this day and was given another date instead."""
    state = item.standing
    return item.last_day != day and state.settled_on != day and any(came.day == day for came in state.dates)


def _status(item: Reckoned, day: date, today: date) -> tuple[str, StatusTone]:
    state = item.standing
    if _moved_on(item, day):
        return tr("moved"), StatusTone.QUIET
    if state.overdue and item.last_day is not None:
        return tr("overdue %n day(s)", "", (today - item.last_day).days), StatusTone.POOR
    tones = {Outcome.KEPT: StatusTone.GOOD, Outcome.LATE: StatusTone.FAIR, Outcome.BROKEN: StatusTone.POOR}
    return say_outcome(state.outcome), tones.get(state.outcome, StatusTone.QUIET)


def _hint(orders: Collection[PromiseOrder]) -> str:
    hints = [_say_hint(order) for order in _HINTED if order in orders]
    return " · ".join(hint.replace(" ", _NO_BREAK) for hint in hints[:4])


def _say_hint(order: PromiseOrder) -> str:
    match order:
        case PromiseOrder.KEEP:
            words = tr("{key} kept")
        case PromiseOrder.LATE:
            words = tr("{key} late")
        case PromiseOrder.MOVE:
            words = tr("{key} renegotiate")
        case PromiseOrder.BREAK:
            words = tr("{key} broken")
        case PromiseOrder.REOPEN:
            words = tr("{key} reopen")
        case _:
            words = tr("{key} history")
    return words.format(key=letter_of(order).upper())
