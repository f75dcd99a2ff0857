"""Imported measures change no score that is there already.

Days from before the card began have no scores: there the imported past is scored. From the card's first week on until
today an imported measure stands on the bench, where its values are seen and charted but not scored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from scorecard.domain.marks import Entry
from scorecard.domain.measures import Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.domain.weeks import Week
from scorecard.services.importing_plan import ImportPlan


def keeping_scores(plan: ImportPlan, card: Card, today: date) -> tuple[ImportPlan, int]:
    """The plan with its terms on the bench on days that have scores, and how many of its entries that concerns."""
    since = card_begins(card, today)
    if since is None:
        return plan, 0
    known = {measure.id: measure for measure in card.measures}
    ends = {measure.id: today for measure in plan.measures_to_add}
    ends |= {measure.id: known[measure.id].terms[0].first_day for measure in plan.measures_to_change}
    added = tuple(on_bench(measure, since, ends[measure.id]) for measure in plan.measures_to_add)
    changed = tuple(on_bench(measure, since, ends[measure.id]) for measure in plan.measures_to_change)
    scored = {measure.id: measure for measure in (*plan.measures_to_add, *plan.measures_to_change)}
    benched = {measure.id: measure for measure in (*added, *changed)}
    concerned = _count_leaving_card(plan.entries_to_add, scored, benched)
    return replace(plan, measures_to_add=added, measures_to_change=changed), concerned


def card_begins(card: Card, today: date) -> date | None:
    """The Monday of the first week with anything on the card, for that week has a score too; this week still grows."""
    days = [terms.first_day for measure in card.measures for terms in measure.terms if terms.on_card]
    if not days:
        return None
    first = min(days)
    return first if Week.of(first) == Week.of(today) else Week.of(first).monday


def on_bench(measure: Measure, since: date, until: date) -> Measure:
    """The measure, on the bench instead of the card from `since` on and before `until`."""
    if since >= until:
        return measure
    terms: dict[date, Terms] = {}
    for known in measure.terms:
        benched = known.on_card and since <= known.first_day < until
        terms[known.first_day] = replace(known, place=Place.BENCH) if benched else known
    begins = measure.terms[0].first_day
    if begins < since and (there := measure.terms_on(since)) is not None and there.on_card:
        terms[since] = replace(there, first_day=since, place=Place.BENCH)
    if begins < until and (back := measure.terms_on(until)) is not None and back.on_card:
        terms[until] = replace(back, first_day=until)
    return replace(measure, terms=tuple(terms[day] for day in sorted(terms)))


def _count_leaving_card(entries: Iterable[Entry], scored: Mapping[str, Measure], benched: Mapping[str, Measure]) -> int:
    moved = {measure_id for measure_id, measure in scored.items() if benched[measure_id] != measure}
    return sum(
        _on_card(scored[entry.measure_id], entry.day) and not _on_card(benched[entry.measure_id], entry.day)
        for entry in entries
        if entry.measure_id in moved
    )


def _on_card(measure: Measure, day: date) -> bool:
    terms = measure.terms_on(day)
    return terms is not None and terms.on_card
