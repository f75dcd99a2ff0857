"""Whether somebody of a name is there already: told while the name is typed, and never forbidden."""

from __future__ import annotations

from scorecard.ui.desk import Desk
from scorecard.ui.text import tr


def say_same_name(desk: Desk, name: str, besides: str | None = None) -> str:
    """Empty when nobody else has the name; `besides` is the id of the person who may have it."""
    named = desk.ask(lambda services: services.people.profiles.named(name)) if name.strip() else None
    others = [person for person in named or () if person.id != besides]
    if not others:
        return ""
    row = desk.ask(lambda services: services.people.row(others[0].id))
    if row is None:
        return ""
    who = " · ".join(filter(None, (row.role, row.organisation)))
    shown = f"{row.name} ({who})" if who else row.name
    if row.archived:
        return tr("{person} is there already, in the archive.").format(person=shown)
    return tr("{person} is there already. If they are one, cancel or merge them later.").format(person=shown)
