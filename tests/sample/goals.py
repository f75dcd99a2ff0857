"""Goals for a sample life: those of a small scorecard, or nine with long names."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scorecard.domain.goals import Counted, Part, PartKind, Span
from scorecard.services.goal_pages import GoalDraft
from scorecard.services.services import Services

_LONG = "Every customer who called in the year is called back on the same day, and told what was done about it by whom"


def make_goals(services: Services, today: date) -> list[str]:
    """Their ids: one of each kind of counting, in three perspectives, one of them closed."""
    ids = measures_of(services)
    drafts = [
        _draft("Customers who thank us", Counted.TOTAL, "500", ids[:2], today, "Customer", unit="thank-yous"),
        _draft("Problems gone for good", Counted.TOTAL, "30", ids[1:2], today, "Customer"),
        _draft("Targets met", Counted.DAYS_MET, "120", ids[:3], today, "Process"),
        _draft("A good mean", Counted.SCORE, "85", ids, today, "Process"),
        _draft("Hours of deep work", Counted.TIME, "6000", ids, today, "Learning"),
        _draft("Thank-yous of the year", Counted.TOTAL, "2000", ids[:1], today, "Customer", span=Span.YEAR),
        _draft("What nobody needs any more", Counted.TOTAL, None, ids[2:3], today, "", span=Span.YEAR),
    ]
    made = [services.goals.add(draft) for draft in drafts]
    services.goals.close(made[-1])
    return made


def make_nine(services: Services, today: date) -> list[str]:
    ids = measures_of(services)
    places = ("Financial", "Customer", "Process", "Learning", "Our own perspective with quite a long name as well")
    counted = tuple(Counted)
    return [
        services.goals.add(
            _draft(f"{n + 1} {_LONG}", counted[n % 4], "90", ids[: n + 1], today, places[n % 5], unit="telephone calls")
        )
        for n in range(9)
    ]


def measures_of(services: Services) -> list[str]:
    return [measure.id for measure in services.scoring.card().measures]


def _draft(
    name: str,
    counted: Counted,
    target: str | None,
    measures: Sequence[str],
    today: date,
    perspective: str,
    *,
    unit: str = "",
    span: Span = Span.QUARTER,
) -> GoalDraft:
    return GoalDraft(
        name=name,
        counted=counted,
        span=span,
        first_day=today,
        target=None if target is None else Decimal(target),
        unit=unit,
        perspective=perspective,
        parts=frozenset(Part(PartKind.MEASURE, measure) for measure in measures),
    )
