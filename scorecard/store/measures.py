"""Writing measures, their terms and their groups."""

from collections.abc import Iterable

from scorecard.domain.measures import Group, Measure
from scorecard.store import rows
from scorecard.store.record import Work
from scorecard.store.schema import group_table, measure_table, terms_table


def write_measure(work: Work, measure: Measure) -> None:
    """The measure with its terms. Terms that it had and are not among them stay: they may be of the past."""
    work.put(measure_table, rows.measure_row(measure))
    for terms in measure.terms:
        work.put(terms_table, rows.terms_row(measure.id, terms))


def add_measures(work: Work, measures: Iterable[Measure]) -> None:
    """Many measures that are known to be new."""
    for measure in measures:
        work.put(measure_table, rows.measure_row(measure))
        work.add_many(terms_table, [rows.terms_row(measure.id, terms) for terms in measure.terms])


def rewrite_measure(work: Work, known: Measure, measure: Measure) -> None:
    """The measure as it is to be instead of `known`: also terms that it no longer has go."""
    if known == measure:
        return
    days = {terms.first_day for terms in measure.terms}
    for terms in known.terms:
        if terms.first_day not in days:
            work.remove(terms_table, known.id, terms.first_day.isoformat())
    work.put(measure_table, rows.measure_row(measure))
    for terms in measure.terms:
        if terms not in known.terms:
            work.put(terms_table, rows.terms_row(measure.id, terms))


def remove_group(work: Work, group_id: str) -> None:
    """A group that no measure stands in any more."""
    work.remove(group_table, group_id)


def write_group(work: Work, group: Group) -> None:
    work.put(group_table, rows.group_row(group))
