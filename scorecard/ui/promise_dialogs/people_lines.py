"""Everybody promised something, as the lines of one list. Pure."""

from collections import Counter
from collections.abc import Sequence

from scorecard.domain.people import People, Person
from scorecard.services.reckoning import Reckoned
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.text import tr


def promises_by_person(items: Sequence[Reckoned], people: People) -> tuple[Counter[str], Counter[str]]:
    """How many promises each person has: the open ones, and all."""
    still_open: Counter[str] = Counter()
    ever: Counter[str] = Counter()
    for item in items:
        person = people.get(item.promise.person_id)
        if person is not None:
            ever[person.id] += 1
            still_open[person.id] += item.standing.open
    return still_open, ever


def people_lines(items: Sequence[Reckoned], people: People, search: str) -> tuple[ListLine, ...]:
    """Those whose name, or an earlier one, holds every word of the search."""
    still_open, ever = promises_by_person(items, people)
    found = [person for person in people.present if _matches(person, people, search)]
    if not found:
        words = tr("Nobody has this name.") if people.present else tr("Nobody yet: a promise to somebody names them.")
        return (ListLine(LineKind.REMARK, words),)
    return tuple(
        ListLine(
            LineKind.ROW, person.name, _say_promises(still_open[person.id], ever[person.id]), person.id, indented=False
        )
        for person in found
    )


def say_merging(kept: Person, merged: Person, promises: int) -> str:
    """What merging would do."""
    moved = tr("Moves %n promise(s) from {merged} to {kept}", "", promises).format(merged=merged.name, kept=kept.name)
    return tr("{moved}. Nothing is lost: the old name still finds them, and it can be undone.").format(moved=moved)


def _matches(person: Person, people: People, search: str) -> bool:
    names = "\n".join(name.casefold() for name, known in people.known_names() if known.id == person.id)
    return all(word in names for word in search.casefold().split())


def _say_promises(still_open: int, ever: int) -> str:
    if not ever:
        return tr("no promises")
    return tr("{open} open · {all}").format(open=still_open, all=tr("%n promise(s)", "", ever))
