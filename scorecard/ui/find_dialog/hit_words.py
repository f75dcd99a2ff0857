"""One hit as it is shown and as it is spoken."""

from dataclasses import dataclass
from typing import assert_never

from scorecard.domain.search import Excerpt
from scorecard.services.searching import Hit, HitKind
from scorecard.ui.say import say_short_day
from scorecard.ui.text import tr


@dataclass(frozen=True, slots=True)
class HitWords:
    """`what` is the kind and the day: "Note · Fri 20 Nov 2026"."""

    icon_name: str
    title: Excerpt
    what: str
    excerpt: Excerpt

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title.text, self.what, self.excerpt.text) if part)


_ICONS = {
    HitKind.REFLECTION: "notebook-pen",
    HitKind.NOTE: "message-square-text",
    HitKind.PROMISE: "handshake",
    HitKind.PERSON: "users",
    HitKind.CHECKIN: "target",
}


def hit_words(hit: Hit) -> HitWords:
    kind = say_hit_kind(hit.kind)
    when = f"{say_short_day(hit.day)} {hit.day.year:04}" if hit.day is not None else ""
    return HitWords(_ICONS[hit.kind], hit.title, f"{kind} · {when}" if when else kind, hit.excerpt)


def say_hit_kind(kind: HitKind) -> str:
    match kind:
        case HitKind.REFLECTION:
            return tr("Reflection", "kind of a search result")
        case HitKind.NOTE:
            return tr("Note", "kind of a search result")
        case HitKind.PROMISE:
            return tr("Promise", "kind of a search result")
        case HitKind.PERSON:
            return tr("Person", "kind of a search result")
        case HitKind.CHECKIN:
            return tr("Check-in", "kind of a search result")
        case _ as never:
            assert_never(never)


def say_hit_kinds(kind: HitKind) -> str:
    match kind:
        case HitKind.REFLECTION:
            return tr("Reflections", "kind of search results")
        case HitKind.NOTE:
            return tr("Notes", "kind of search results")
        case HitKind.PROMISE:
            return tr("Promises", "kind of search results")
        case HitKind.PERSON:
            return tr("People", "kind of search results")
        case HitKind.CHECKIN:
            return tr("Check-ins", "kind of search results")
        case _ as never:
            assert_never(never)
