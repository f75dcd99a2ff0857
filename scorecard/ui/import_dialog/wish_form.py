"""What stands in the editor of a measure that is imported, and the wish that it means. No widgets."""

from dataclasses import replace
from datetime import date

from scorecard.domain.measures import Kind
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import shown_terms
from scorecard.domain.texts import clean_line
from scorecard.services.importing_rows import PlanRow, joinable
from scorecard.services.importing_wishes import NEW, WHY_LENGTH, Proposal, Wish
from scorecard.ui.card_dialogs.measure_form import MeasureForm, form_of
from scorecard.ui.card_dialogs.measure_reading import Whereabouts, draft_of
from scorecard.ui.text import tr

OUT = "out"
KEPT = "kept"
_ASKED = ("kind", "direction", "target", "upper", "scale", "unit", "weight", "rhythm", "weekdays")


def form_for(proposal: Proposal, today: date) -> MeasureForm:
    return form_of(proposal.measure, shown_terms(proposal.measure, today), proposal.group)


def kinds_for(proposal: Proposal) -> tuple[Kind, ...]:
    """What the program counts by itself takes no value, unless that is what it is."""
    own = {terms.kind for terms in proposal.measure.terms}
    return tuple(kind for kind in Kind if not kind.computed or kind in own)


def choices(row: PlanRow, rows: tuple[PlanRow, ...], card: Card) -> list[tuple[str, str]]:
    """What a measure of the file may become: keys, and their words."""
    out = (OUT, tr("Left out"))
    if row.fixed:
        return [(KEPT, tr("“{name}”, imported before").format(name=row.becomes)), out]
    mine = [(known.id, tr("Joins your “{name}”").format(name=known.name)) for known in joinable(rows, card, row.origin)]
    return [(NEW, tr("A new measure")), out, *mine]


def choice_of(row: PlanRow) -> str:
    """The key of what it becomes as things stand."""
    if row.left_out:
        return OUT
    if row.fixed:
        return KEPT
    joins = row.match.joins
    return row.measure_id if joins else NEW


def wish_to_become(before: Wish, row: PlanRow, choice: str) -> Wish:
    """The wish with another choice of what it becomes; what was chosen already stays as it was meant."""
    if choice == choice_of(row):
        return before
    if choice == OUT:
        return replace(before, comes=False)
    comes = True if row.offered else None
    return replace(before, comes=comes) if choice == KEPT else replace(before, comes=comes, joins=choice)


def wish_for_new(before: Wish, opened: MeasureForm, form: MeasureForm, today: date) -> Wish:
    """The wish with what differs in the form from how it was opened; raises FormProblem."""
    draft = draft_of(form, Whereabouts(today))
    changed: dict[str, object] = {}
    if form.name != opened.name:
        changed["name"] = draft.name
    if form.group != opened.group:
        changed["group"] = clean_line(form.group)
    for field in ("why", "to_whom", "plan"):
        if getattr(form, field) != getattr(opened, field):
            changed[field] = clean_line(getattr(form, field), WHY_LENGTH)
    if any(getattr(form, field) != getattr(opened, field) for field in _ASKED):
        changed["asked"] = draft.terms
    return replace(before, **changed)  # type: ignore[arg-type]
