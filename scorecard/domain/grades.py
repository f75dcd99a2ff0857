"""Grades for a score, by bounds that the user may edit and that hold from a day on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

DEFAULT_BOUNDS = (
    ("A+", 97), ("A", 93), ("A−", 90), ("B+", 87), ("B", 83), ("B−", 80), ("C+", 77), ("C", 73), ("C−", 70), ("D", 60),
)  # fmt: skip
FAILED = "F"


@dataclass(frozen=True, slots=True)
class GradeScale:
    """`bounds` fall strictly from the best grade down; below the last is F. `shown` is off when grades are hidden."""

    bounds: tuple[tuple[str, int], ...] = DEFAULT_BOUNDS
    shown: bool = True
    first_day: date = date.min

    def __post_init__(self) -> None:
        limits = [limit for _, limit in self.bounds]
        if limits != sorted(set(limits), reverse=True) or any(not 0 < limit <= 100 for limit in limits):
            raise ValueError("grade bounds fall from 100 down")

    def grade(self, points: Fraction) -> str:
        """The grade of a score, rounded half up to whole points first, as it is shown."""
        shown = rounded(points)
        return next((name for name, limit in self.bounds if shown >= limit), FAILED)


def rounded(points: Fraction) -> int:
    """Whole points, halves up: what every score is shown as."""
    return (2 * points.numerator + points.denominator) // (2 * points.denominator)
