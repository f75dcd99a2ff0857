"""What a control needs to know of a chart, whichever it is."""

from collections.abc import Sequence
from typing import Any, Protocol

from scorecard.charts.places import Places
from scorecard.charts.plot import Size


class Layout(Protocol):
    @property
    def places(self) -> Places: ...


class Pixels(Protocol):
    def buffer_rgba(self) -> memoryview: ...


class PlacedChart(Protocol):
    """A chart of `charts`. What its picture and its colours are, only it and the control that made it know."""

    @property
    def layout(self) -> Layout: ...

    @property
    def figure(self) -> Any: ...

    @property
    def canvas(self) -> Pixels: ...

    def show(self, picture: Any, colours: Any, size: Size) -> bool: ...


class ChartReading(Protocol):
    """What is shown, what is said of each place and of all. `keys` tell whether the places are still the same ones."""

    @property
    def picture(self) -> object: ...

    @property
    def keys(self) -> tuple[object, ...]: ...

    @property
    def sentences(self) -> Sequence[str]: ...

    @property
    def summary(self) -> str: ...
