"""What can be pointed at in a chart: its columns, its cells, its points. Logical pixels from the bottom left corner."""

from typing import Protocol

Frame = tuple[float, float, float, float]  # left, bottom, right, top


class Places(Protocol):
    @property
    def count(self) -> int: ...

    def at(self, x: float, y: float) -> int | None:
        """The place that is meant when (x, y) is pointed at; None where there is none."""

    def frame(self, n: int) -> Frame:
        """What is highlighted when place `n` is meant."""

    def beside(self, n: int, across: int, upward: int) -> int:
        """Where an arrow key leads from place `n`: (1, 0) is to the right, (0, 1) up; `n` itself where nothing is."""
