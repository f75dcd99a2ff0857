"""The page of agreed measures in words, and as Markdown: what was agreed, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.words.weekly_document import plain

if TYPE_CHECKING:
    from scorecard.services.people.agreed_view import AgreedLine, AgreedView


def say_title() -> str:
    return tr("What we agreed to measure")


def say_with(view: AgreedView) -> str:
    """With whom, and when it is looked at next."""
    whom = tr("With {name}").format(name=view.name)
    if view.review_day is None:
        return whom
    return f"{whom} · {tr('next review {day}').format(day=say.say_day_with_year(view.review_day))}"


def say_asked(line: AgreedLine) -> str:
    """ "At least 3, every day", as far as it is known."""
    if line.terms is None:
        return ""
    rhythm = "" if line.terms.weekly else say.say_due(line.terms)
    return say.sentence_case(", ".join(part for part in (say.say_target(line.terms), rhythm) if part))


def say_since(line: AgreedLine) -> str:
    return tr("agreed {day}").format(day=say.say_day_with_year(line.agreed_on))


def as_markdown(view: AgreedView) -> str:
    head = f"# {say_title()}\n\n{plain(say_with(view))}\n"
    return head + "\n" + "\n".join(_as_markdown(line) for line in view.lines) + "\n"


def _as_markdown(line: AgreedLine) -> str:
    said = (plain(part) for part in (say_asked(line), say_since(line)) if part)
    return " · ".join((f"- **{plain(line.name)}**", *said))
