"""The agreed measures as the other side may see them: nothing but what was agreed, and their own name. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.measures import Terms
from scorecard.services.hiding import hiding
from scorecard.services.people.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """`terms` without the reason they were changed for."""

    name: str
    terms: Terms | None
    agreed_on: date


@dataclass(frozen=True, slots=True)
class AgreedView:
    """`name` is that of whom it was agreed with; no number about a person stands here, and no other name."""

    name: str
    today: date
    review_day: date | None
    lines: tuple[AgreedLine, ...]


def agreed_view(page: PersonPage, names: Iterable[str]) -> AgreedView:
    """`names` are those of all persons: where another's stands in the name of a measure, it is left out."""
    hide = hiding(name for name in names if name.casefold() != page.person.name.casefold())
    lines = tuple(AgreedLine(hide(one.name), _bare(one.terms, hide), one.agreed_on) for one in page.agreed)
    return AgreedView(page.person.name, page.today, page.profile.review_day, lines)


def _bare(terms: Terms | None, hide: Callable[[str], str]) -> Terms | None:
    return None if terms is None else replace(terms, reason="", unit=hide(terms.unit))
