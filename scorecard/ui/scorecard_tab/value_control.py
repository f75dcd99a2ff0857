"""The control that fits a measure's kind, a stepper to type into or segments to choose from, spoken to in one way."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.widgets.counted_value import CountedValue
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.value_stepper import ValueStepper


class StepperControl:
    """Typed text goes to `typed` as it stands; `stepped` gets +1 or −1."""

    def __init__(
        self, name: str, terms: Terms, parent: QWidget, typed: Callable[[str], None], stepped: Callable[[int], None]
    ) -> None:
        self._kind = terms.kind
        self.widget = ValueStepper(name, parent)
        self.focus_widget: QWidget = self.widget.field
        self.widget.set_unit(tr("min") if terms.kind is Kind.DURATION else _short(terms.unit))
        self.widget.edited.connect(typed)
        self.widget.stepped.connect(stepped)

    def show(self, value: Decimal | None) -> None:
        self.widget.set_text("" if value is None else say.say_value(self._kind, value))

    def set_name(self, name: str, spoken: str) -> None:
        self.widget.set_name(name)
        self.widget.field.setAccessibleDescription(spoken)

    def set_locked(self, locked: bool) -> None:
        self.widget.set_read_only(locked)


class SegmentsControl:
    """The choices of a yes/no measure or a rating; a choice goes to `chosen` as its value."""

    def __init__(self, name: str, terms: Terms, parent: QWidget, chosen: Callable[[Decimal], None]) -> None:
        self._values = _values(terms)
        options = [(str(value), _label(terms.kind, value)) for value in self._values]
        self.widget = Segments(options, name, parent)
        self.focus_widget: QWidget = self.widget
        self.widget.chosen.connect(lambda index: chosen(self._values[index]))

    @property
    def value(self) -> Decimal | None:
        """The value that is chosen."""
        index = self.widget.chosen_index
        return None if index is None else self._values[index]

    def show(self, value: Decimal | None) -> None:
        self.widget.set_chosen(self._values.index(value) if value in self._values else None)

    def set_name(self, name: str, spoken: str) -> None:
        self.widget.setAccessibleName(name)
        self.widget.setAccessibleDescription(spoken)

    def set_locked(self, locked: bool) -> None:
        self.widget.setEnabled(not locked)


class CountedControl:
    """A value that the program counts by itself: shown, entered with the keyboard for its note, never typed."""

    def __init__(self, name: str, terms: Terms, parent: QWidget) -> None:
        self._kind = terms.kind
        self.widget = CountedValue(parent)
        self.focus_widget: QWidget = self.widget

    def show(self, value: Decimal | None) -> None:
        self.widget.set_words(say.NOTHING if value is None else say.say_value(self._kind, value))

    def set_name(self, name: str, spoken: str) -> None:
        self.widget.setAccessibleName(tr("{measure}, counted by Scorecard").format(measure=name))
        self.widget.setAccessibleDescription(spoken)

    def set_locked(self, locked: bool) -> None:
        """There is nothing to lock."""


ValueControl = StepperControl | SegmentsControl | CountedControl


def _values(terms: Terms) -> list[Decimal]:
    if terms.kind is Kind.YES_NO:
        return [NO, YES]
    return [Decimal(rating) for rating in range(1, (terms.scale or 0) + 1)]


def _label(kind: Kind, value: Decimal) -> str:
    return say.say_value(kind, value)


def chooses(terms: Terms) -> bool:
    return terms.kind in (Kind.YES_NO, Kind.RATING)


def _short(unit: str) -> str:
    """A unit as it fits beside its value; the row's second line has it whole."""
    return unit if len(unit) <= 10 else unit[:9] + "…"
