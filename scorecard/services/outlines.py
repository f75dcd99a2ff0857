"""A card that is being set up: what was chosen so far, and how it lies beside the store until it is a card."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from scorecard.domain.days import LATEST_DAY_END
from scorecard.domain.errors import KnownError
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.cards import Draft
from scorecard.services.starters import Starter, read_draft, write_draft

_LONGEST = 200_000  # letters of what is read; no card that was set up by hand comes near it
_MOST = 200  # measures
_UNIT = 20  # letters, as in the editor of a measure


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure that may come onto the card. `own`: it was written here, and stays when another work is chosen."""

    draft: Draft
    taken: bool = True
    own: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """`whom`: whom the user serves, in their words. `work` is the key of a starter; empty for none.

    `serves` is whom the measures of that work are for, until `whom` says it better. `day_end`: None as it is.
    """

    step: int = 0
    whom: str = ""
    work: str = ""
    serves: str = ""
    offers: tuple[Offer, ...] = ()
    day_end: time | None = None

    @property
    def shown(self) -> tuple[Offer, ...]:
        """The offers for those whom the user serves."""
        whom = clean_line(self.whom)
        if not whom or not self.serves:
            return self.offers
        return tuple(_for_whom(offer, self.serves, whom) for offer in self.offers)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What comes onto the card."""
        return tuple(offer.draft for offer in self.shown if offer.taken)

    @property
    def own(self) -> tuple[Offer, ...]:
        return tuple(offer for offer in self.offers if offer.own)

    def ticked(self, place: int) -> "Outline":
        """With the offer at `place` taken, or left out if it was taken."""
        offer = self.offers[place]
        return self._with_offer(place, replace(offer, taken=not offer.taken))

    def edited(self, place: int, draft: Draft) -> "Outline":
        return self._with_offer(place, replace(self.offers[place], draft=draft, taken=True))

    def added(self, draft: Draft) -> "Outline":
        return replace(self, offers=(*self.offers, Offer(draft, own=True)))

    @property
    def order(self) -> tuple[int, ...]:
        """The places of what comes onto the card, as they stand on it: by groups, each where its first one is."""
        taken = [place for place, offer in enumerate(self.offers) if offer.taken]
        groups = list(dict.fromkeys(self.offers[place].draft.group for place in taken))
        return tuple(sorted(taken, key=lambda place: groups.index(self.offers[place].draft.group)))

    def moved(self, place: int, by: int) -> tuple["Outline", int]:
        """With an offer one further down (1) or up (−1) on the card, and its new place.

        At the edge of its group it goes into the next one; at the very end nothing moves.
        """
        order = list(self.order)
        index = order.index(place)
        other = index + by
        if not 0 <= other < len(order):
            return self, place
        row = [self.offers[known] for known in order]
        group = row[other].draft.group
        if group == row[index].draft.group:
            row[index], row[other] = row[other], row[index]
            index = other
        else:
            row[index] = replace(row[index], draft=replace(row[index].draft, group=group))
        slots, offers = sorted(order), list(self.offers)
        for slot, offer in zip(slots, row, strict=True):
            offers[slot] = offer
        return replace(self, offers=tuple(offers)), slots[index]

    def at_work(self, work: str, serves: str, offers: Collection[Offer]) -> "Outline":
        """With other offers, and the user's own after them."""
        return replace(self, work=work, serves=serves, offers=(*offers, *self.own))

    def _with_offer(self, place: int, offer: Offer) -> "Outline":
        return replace(self, offers=(*self.offers[:place], offer, *self.offers[place + 1 :]))


def offers_of(starter: Starter, present: Collection[str]) -> tuple[Offer, ...]:
    """All of them taken, but for what is on the card already; `present` are the names of that."""
    known = {name.casefold() for name in present}
    return tuple(Offer(draft, draft.name.casefold() not in known) for draft in starter.drafts)


def _for_whom(offer: Offer, serves: str, whom: str) -> Offer:
    return replace(offer, draft=replace(offer.draft, to_whom=whom)) if offer.draft.to_whom == serves else offer


def write_outline(outline: Outline) -> str:
    offers = [{"measure": write_draft(offer.draft), "taken": offer.taken, "own": offer.own} for offer in outline.offers]
    return json.dumps(
        {
            "step": outline.step,
            "whom": outline.whom,
            "work": outline.work,
            "serves": outline.serves,
            "day_end": outline.day_end.isoformat("minutes") if outline.day_end is not None else None,
            "offers": offers,
        },
        ensure_ascii=False,
    )


def read_outline(text: str, first_day: date) -> Outline | None:
    """What was kept, with terms from `first_day` on; None when nothing was, or it can't be understood."""
    if not text or len(text) > _LONGEST:
        return None
    try:
        return _outline(json.loads(text), first_day)
    except (KnownError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def _outline(written: Mapping[str, Any], first_day: date) -> Outline:
    return Outline(
        step=int(written["step"]),
        whom=clean_line(written["whom"]),
        work=clean_line(written["work"]),
        serves=clean_line(written["serves"]),
        offers=tuple(_offer(offer, first_day) for offer in written["offers"][:_MOST]),
        day_end=_day_end(written["day_end"]),
    )


def _day_end(written: str | None) -> time | None:
    if written is None:
        return None
    day_end = time.fromisoformat(written)
    if day_end.tzinfo is not None or day_end > LATEST_DAY_END:
        raise ValueError("no day ends then")
    return day_end


def _offer(written: Mapping[str, Any], first_day: date) -> Offer:
    draft = read_draft(written["measure"], first_day)
    clean = replace(
        draft,
        name=clean_name(draft.name),
        terms=replace(draft.terms, unit=clean_line(draft.terms.unit, _UNIT)),
        why=clean_line(draft.why),
        to_whom=clean_line(draft.to_whom),
        plan=clean_line(draft.plan),
        group=clean_line(draft.group),
    )
    return Offer(clean, written["taken"] is True, written["own"] is True)
