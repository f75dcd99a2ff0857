"""How a measure is counted, which way is good and when it is due, in words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scorecard.domain.measures import Direction, Kind
from scorecard.ui.card_dialogs.measure_form import Rhythm, directions_for
from scorecard.ui.say import say_kind
from scorecard.ui.text import tr
from scorecard.ui.widgets.segments import Segments

_WIDEST = 460


def say_kind_example(kind: Kind) -> str:
    match kind:
        case Kind.YES_NO:
            return tr("Did it happen? For example “Called back the same day”: yes.")
        case Kind.COUNT:
            return tr("How often? For example “Thank-yous heard”: 4.")
        case Kind.NUMBER:
            return tr("How much, with a unit? For example “Waste saved”: 2.5 kg.")
        case Kind.DURATION:
            return tr("How long? For example “Work without interruption”: 1:30.")
        case Kind.RATING:
            return tr("How well, by your own judgement? For example “Listened without a screen”: 4 of 5.")
        case Kind.PROMISES:
            return tr(
                "How many percent of the promises that came due that day were kept? Scorecard counts them by itself."
            )


def say_direction(kind: Kind, direction: Direction) -> str:
    match direction:
        case Direction.AT_LEAST:
            return {Kind.YES_NO: tr("Yes earns points"), Kind.PROMISES: tr("Keeping earns points")}.get(
                kind, tr("At least")
            )
        case Direction.AT_MOST:
            return tr("At most")
        case Direction.BETWEEN:
            return tr("Between")
        case Direction.TALLY:
            return tr("Only counted")


def rhythm_choices() -> list[tuple[str, str]]:
    return [
        (Rhythm.EVERY_DAY, tr("Every day")),
        (Rhythm.WORKING_DAYS, tr("Monday to Friday")),
        (Rhythm.CHOSEN_DAYS, tr("Chosen days")),
        (Rhythm.WEEKLY, tr("Once a week")),
    ]


class KindChoice(Segments):
    def __init__(self, parent: QWidget, kinds: Sequence[Kind] = tuple(Kind)) -> None:
        self._kinds = tuple(kinds)
        options = [(kind.value, say_kind(kind)) for kind in kinds]
        super().__init__(options, tr("How it is counted"), parent, widest=_WIDEST)

    @property
    def kind(self) -> Kind:
        return Kind(self.chosen_key or Kind.COUNT)

    def set_kind(self, kind: Kind) -> None:
        self.set_chosen(self._kinds.index(kind))


class DirectionChoice(QWidget):
    """Offers only the directions that the kind allows; tells of a choice by `chosen`."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = Kind.COUNT
        self.of_yes_no = self._segments(Kind.YES_NO)
        self.of_promises = self._segments(Kind.PROMISES)
        self.of_amounts = self._segments(Kind.COUNT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.of_yes_no)
        line.addWidget(self.of_promises)
        line.addWidget(self.of_amounts)
        self.set_choice(Kind.COUNT, Direction.AT_LEAST)

    @property
    def shown(self) -> Segments:
        return {Kind.YES_NO: self.of_yes_no, Kind.PROMISES: self.of_promises}.get(self._kind, self.of_amounts)

    @property
    def direction(self) -> Direction:
        return Direction(self.shown.chosen_key or Direction.AT_LEAST)

    def set_choice(self, kind: Kind, direction: Direction) -> None:
        """A direction that the kind does not have becomes its first."""
        self._kind = kind
        offered = directions_for(kind)
        for segments in (self.of_yes_no, self.of_promises, self.of_amounts):
            segments.setVisible(self.shown is segments)
        self.shown.set_chosen(offered.index(direction) if direction in offered else 0)
        self.setFocusProxy(self.shown)

    def _segments(self, kind: Kind) -> Segments:
        options = [(direction.value, say_direction(kind, direction)) for direction in directions_for(kind)]
        segments = Segments(options, tr("What is good"), self, widest=_WIDEST)
        segments.chosen.connect(lambda _: self.chosen.emit())
        return segments
