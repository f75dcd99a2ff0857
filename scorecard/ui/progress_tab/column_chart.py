"""What a control needs to know of a chart of columns, whichever it is."""

from typing import Any, Protocol

from scorecard.charts.plot import Plot, Size


class Layout(Protocol):
    @property
    def plot(self) -> Plot: ...


class Pixels(Protocol):
    def buffer_rgba(self) -> memoryview: ...


class ColumnChart(Protocol):
    """A chart of `charts`. What its picture and its colours are, only it and the control that made it know."""

    @property
    def layout(self) -> Layout: ...

    @property
    def canvas(self) -> Pixels: ...

    def show(self, picture: Any, colours: Any, size: Size) -> bool: ...


class ColumnReading(Protocol):
    """What is shown of some columns, and what is said of each and of all."""

    @property
    def picture(self) -> object: ...

    @property
    def columns(self) -> tuple[object, ...]: ...

    @property
    def sentences(self) -> tuple[str, ...]: ...

    @property
    def summary(self) -> str: ...
