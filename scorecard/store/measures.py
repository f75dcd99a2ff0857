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


def write_group(work: Work, group: Group) -> None:
    work.put(group_table, rows.group_row(group))
