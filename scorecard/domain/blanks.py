"""What becomes of the measures still blank when a day is finished."""

from enum import StrEnum

from scorecard.domain.measures import Kind, Terms


class Filling(StrEnum):
    LEAVE = "leave"
    ZERO = "zero"
    SKIP = "skip"


def can_be_zero(terms: Terms) -> bool:
    """Whether "zero" is something this measure can be given: a rating cannot, and what is counted is not given."""
    return terms.kind is not Kind.RATING and not terms.kind.computed
