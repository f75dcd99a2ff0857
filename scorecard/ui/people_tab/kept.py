"""What the list of people remembers: how it is ordered, and whom it shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scorecard.domain.profiles import GROUPS
from scorecard.domain.relations import RelationLevel

if TYPE_CHECKING:
    # It brings the store with it, which the first picture does not wait for.
    from scorecard.services.people.list_page import ListFilter

# The values of services.people.list_page.ListOrder and Archived.
NAME, SILENCE, LEVEL, NEXT_DUE = "name", "silence", "level", "next due"
ORDERS = (NAME, SILENCE, LEVEL, NEXT_DUE)
HIDDEN, ALSO, ONLY = "hidden", "also", "only"
_ARCHIVED = (ALSO, ONLY)
_NO_LEVEL = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """Whom the list shows. What is searched for is not part of it."""

    group: str | None = None
    level: RelationLevel | None = None
    without_level: bool = False
    overdue: bool = False
    teams: bool = False  # nobody but teams
    team_id: str | None = None
    archived: str = HIDDEN

    @property
    def narrows(self) -> bool:
        """Whether it is anything but all who are not archived."""
        return self != Shown()

    def asked(self, words: str) -> ListFilter:
        from scorecard.domain.profiles import PersonKind
        from scorecard.services.people.list_page import Archived, ListFilter

        return ListFilter(
            words=words,
            group=self.group,
            level=self.level,
            without_level=self.without_level,
            overdue=self.overdue,
            kind=PersonKind.TEAM if self.teams else None,
            team_id=self.team_id,
            archived=Archived(self.archived),
        )


def to_words(order: str, shown: Shown) -> str:
    """For the settings of the window. A group in the user's own words is private, and stays in the store."""
    kept = {
        "order": order.replace(" ", "-"),
        "group": shown.group if shown.group in GROUPS else "",
        "level": shown.level.value if shown.level else _NO_LEVEL if shown.without_level else "",
        "overdue": "yes" if shown.overdue else "",
        "teams": "yes" if shown.teams else "",
        "team": shown.team_id or "",
        "archived": shown.archived if shown.archived in _ARCHIVED else "",
    }
    return " ".join(f"{key}={word}" for key, word in kept.items() if word)


def from_words(words: str) -> tuple[str, Shown]:
    """The order and whom to show; what makes no sense is left out."""
    kept = dict(part.partition("=")[::2] for part in words.split())
    order = kept.get("order", NAME).replace("-", " ")
    level = kept.get("level", "")
    shown = Shown(
        group=kept["group"] if kept.get("group") in GROUPS else None,
        level=RelationLevel(level) if level in set(RelationLevel) else None,
        without_level=level == _NO_LEVEL,
        overdue=_is_yes(kept, "overdue"),
        teams=_is_yes(kept, "teams"),
        team_id=kept.get("team") or None,
        archived=kept["archived"] if kept.get("archived") in _ARCHIVED else HIDDEN,
    )
    return order if order in ORDERS else NAME, shown


def _is_yes(kept: Mapping[str, str], key: str) -> bool:
    return kept.get(key) == "yes"


def without(shown: Shown, part: str) -> Shown:
    """Without one of its parts, by the name of the field."""
    if part == "level":
        return replace(shown, level=None, without_level=False)
    default = {"group": None, "overdue": False, "teams": False, "team_id": None, "archived": HIDDEN}[part]
    return replace(shown, **{part: default})  # type: ignore[arg-type]
