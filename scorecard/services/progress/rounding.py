"""Points as they are shown: whole, halves up, with a hair's breadth for what binary fractions lose."""

from math import floor

HAIR = 1e-9


def whole(points: float | None) -> int | None:
    """As `domain.grades.rounded` rounds the exact ones; None of none."""
    return None if points is None else floor(points + 0.5 + HAIR)
