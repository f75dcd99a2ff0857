"""A measure that is offered, as it is shown and as it is spoken; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.domain.measures import CARD_SIZE, Terms
from scorecard.services.cards import Draft
from scorecard.services.outlines import Offer
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.say import say_target, sentence_case
from scorecard.ui.text import tr


@dataclass(frozen=True, slots=True)
class OfferWords:
    """`reason` says who is better off, and how."""

    taken: bool
    name: str
    asked: str
    reason: str

    @property
    def spoken(self) -> str:
        taken = tr("on the card") if self.taken else tr("left out")
        return ". ".join(part for part in (f"{self.name}, {self.asked}, {taken}", self.reason) if part)


def offer_words(offer: Offer) -> OfferWords:
    draft = offer.draft
    return OfferWords(offer.taken, draft.name, say_asked(draft.terms), say_reason(draft))


def say_asked(terms: Terms) -> str:
    """ "At least 3", "At least 4 of 5", "Yes or no": short, beside the name."""
    if terms.scale is not None and terms.target is not None and terms.upper is None:
        words = tr("at least {target} of {scale}").format(target=terms.target, scale=terms.scale)
        return sentence_case(tr("{target}, once a week").format(target=words) if terms.weekly else words)
    return sentence_case(say_target(terms) or tr("yes or no"))


def say_reason(draft: Draft) -> str:
    """To whom, and why; a reason that begins with those whom it is for needs no naming before it."""
    names_them = draft.why.casefold().startswith(draft.to_whom.casefold())
    if draft.why and not names_them:
        return tr("{whom}: {why}").format(whom=sentence_case(draft.to_whom), why=draft.why)
    return draft.why or sentence_case(draft.to_whom)


def say_room(taken: int, ticked: int) -> str:
    """How many will wait on the bench, when `taken` measures are on the card already; empty when there is room."""
    waiting = min(ticked, taken + ticked - CARD_SIZE)
    if waiting <= 0:
        return ""
    return tr("%n of these will wait on the bench: the card has room for nine.", "", waiting)


def card_lines(offers: Sequence[Offer]) -> list[ListLine]:
    """What comes onto the card, in its groups; the key of a row is the place of its offer."""
    places = [place for place, offer in enumerate(offers) if offer.taken]
    groups = list(dict.fromkeys(offers[place].draft.group for place in places))
    lines: list[ListLine] = []
    for group in groups:
        if group or len(groups) > 1:
            lines.append(ListLine(LineKind.SECTION, group or tr("Without a group")))
        lines += [_card_line(place, offers[place].draft) for place in places if offers[place].draft.group == group]
    return lines


def _card_line(place: int, draft: Draft) -> ListLine:
    asked = say_asked(draft.terms)
    right = tr("{asked} · weight {weight}").format(asked=asked, weight=draft.terms.weight)
    return ListLine(LineKind.ROW, draft.name, right if draft.terms.scores else asked, str(place), indented=False)
