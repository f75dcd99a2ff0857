"""What was measured, as lines of a table: each a ratio to a floor measured in the same run."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """`measured` and `floor` are in `unit`. A goal is a ratio to the floor, or a bound in the unit where `absolute`."""

    what: str
    floor_name: str
    measured: Sequence[float]
    floor: Sequence[float] = ()
    goal: float | None = None
    unit: str = "ms"
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        return median(self.measured) / median(self.floor) if self.floor else None

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        reached = percentile(self.measured, 99) if self.absolute else self.ratio
        return "met" if reached is not None and reached <= self.goal else "MISSED"

    def cells(self) -> list[str]:
        goal = "" if self.goal is None else f"≤ {self.goal:g} {self.unit if self.absolute else '×'}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        return [self.what, _spread(self.measured, self.unit), self.floor_name, _spread(self.floor, self.unit), ratio,
                goal, self.verdict]  # fmt: skip


HEADS = ["what", "min / median / p99 / max", "floor", "min / median / p99 / max", "ratio", "goal", ""]


def percentile(values: Sequence[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def _spread(values: Sequence[float], unit: str) -> str:
    if not values:
        return ""
    digits = 2 if median(values) < 10 else 0
    shown = [min(values), median(values), percentile(values, 99), max(values)] if len(values) > 1 else [values[0]]
    return " / ".join(f"{value:.{digits}f}" for value in shown) + f" {unit}"


def as_text(lines: Sequence[Line]) -> str:
    rows = [HEADS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join("  ".join(row).rstrip() for row in padded)
