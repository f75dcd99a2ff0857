"""What one measure comes to. A plain value, so that it can be imported before numpy is; `tallies.py` works it out."""

from dataclasses import dataclass
from datetime import date

from scorecard.domain.measures import Measure, Terms


@dataclass(frozen=True, slots=True)
class Total:
    """`total` from `since`, the day of the first value, to today or the end of the period; `n` values. `in_period`
    and `n_in_period` are those of the period. `curve` is how the total grew, in equal steps from `since`.
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

    @property
    def to_whom(self) -> str:
        return self.measure.to_whom
