"""What the history says of a week: which measures moved, and what they add up to."""

from decimal import Decimal

from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.services.progress.changed import comparison_of, verdict_of
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_pages import measure_change
from scorecard.services.progress.tallies import Names, impact_totals
from scorecard.services.weekly_review.review import Impact, Moved

_THOUSANDTH = Decimal("0.001")


def moved_in(history: History, week: Week) -> tuple[Moved, ...]:
    """The measures of the card, in its order: a week is too short to say anything, so it is the last eight of them
    against the eight before.
    """
    period = _period(week)
    comparison = comparison_of(period, history.today)
    found = []
    for column, measure in enumerate(history.grid.card.measures):
        terms = measure.terms_on(comparison.last)
        if terms is not None and terms.on_card:
            change = measure_change(history, column, terms, comparison)
            found.append(Moved(measure.name, terms, change, verdict_of(terms, change)))
    return tuple(found)


def impact_in(history: History, week: Week, served: Names) -> tuple[Impact, ...]:
    """Of the measures of the card, and of others that got a value in the week."""
    return tuple(
        Impact(
            total.measure.name,
            total.terms,
            _exact(total.in_period),
            _exact(total.total),
            total.since,
            total.measure.why,
            total.to_whom,
            total.served,
        )
        for total in impact_totals(history, _period(week), served)
        if (total.on_card and total.total) or total.in_period
    )


def _period(week: Week) -> Period:
    return Period.of(Length.WEEK, week.monday)


def _exact(number: float) -> Decimal:
    """As values are kept, to a thousandth."""
    return Decimal(number).quantize(_THOUSANDTH)
