"""What one measure comes to. A plain value, so that it can be imported before numpy is; `tallies.py` works it out."""

from dataclasses import dataclass
from datetime import date

from scorecard.domain.measures import Measure, Terms


@dataclass(frozen=True, slots=True)
class Total:
    """`total` from `since`, the day of the first value, to today or the end of the period; `n` values. `in_period`
    and `n_in_period` are those of the period. `curve` is how the total grew, in equal steps from `since`. `served` is
    the name of the person it is done for, where that is somebody in the list.
    """

    measure: Measure
    terms: Terms
    on_card: bool
    since: date
    total: float
    n: int
    in_period: float
    n_in_period: int
    curve: tuple[float, ...]
    served: str = ""

    @property
    def to_whom(self) -> str:
        """In the measure's own words, where they say more than who is served."""
        words = self.measure.to_whom
        return "" if words.casefold() == self.served.casefold() else words
