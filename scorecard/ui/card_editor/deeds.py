"""What is done with the rows of the card: each deed is one service call, saved at once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.activities import Turn
from scorecard.domain.errors import CardFullError, KnownError
from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.services.card_order import Spot, place_of, spot_beside
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.room_dialog import RoomDialog
from scorecard.ui.card_editor.group_dialog import GroupDialog
from scorecard.ui.card_editor.orders import Order, group_after, home_group
from scorecard.ui.card_editor.rows import GroupRow, GroupSpot, MeasureRow, Row
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.words.errors import say_error


class CardDeeds(QObject):
    """`began`: a new deed, so what was said of the last is old. `told`: it was done; `refused`: it was not, and why.

    `stands`: a measure has another place now; `named`: a group has a name. `retiring` asks for the reason.
    """

    began = Signal()
    told = Signal(str)
    refused = Signal(str)
    stands = Signal(str)
    named = Signal(str)
    retiring = Signal(str, str)  # id and name

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._card = Card()
        self._today = date.min

    def stand(self, card: Card, today: date) -> None:
        """The card as it stands now."""
        self._card, self._today = card, today

    def add_measure(self) -> None:
        self._open_editor(None)

    def add_group(self) -> None:
        self._open_group(None)

    def undo(self) -> None:
        self._turn(Turn.UNDO, tr("Undoing"))

    def redo(self) -> None:
        self._turn(Turn.REDO, tr("Redoing"))

    def _turn(self, turn: Turn, words: str) -> None:
        """What touches many days, as an import or another kind of measure, takes its time."""
        work = self._desk.ask(lambda s: s.undoing.long(turn))
        if work is None:
            self._do(lambda s: s.undoing.turn(turn))
            return
        from scorecard.ui.long_work import do_long

        self.began.emit()
        done = do_long(words, work.run, self._desk, self._window)
        done.failed.connect(lambda error: self.refused.emit(say_error(error, tr)))

    def take(self, order: Order, row: Row | None) -> None:
        match row:
            case GroupRow(group=group) if group is not None:
                self._take_of_group(order, group.id)
            case MeasureRow(measure=measure):
                self._take_of_measure(order, measure)
            case _:
                pass

    def take_drop(self, moved_id: str, spot: Spot | GroupSpot) -> None:
        if isinstance(spot, GroupSpot):
            if spot.before != moved_id:
                self._do(lambda s: s.card_groups.move(moved_id, spot.before))
            return
        measure = next((known for known in self._card.measures if known.id == moved_id), None)
        if measure is None:
            return
        if spot.place is not Place.RETIRED:
            self._move(measure, spot)
        elif place_of(measure, self._today) is not Place.RETIRED:
            self.retiring.emit(measure.id, measure.name)

    def retire(self, measure_id: str, reason: str) -> None:
        name = self._card.measure(measure_id).name
        if self._do(lambda s: s.cards.place(measure_id, Place.RETIRED, reason)):
            self.told.emit(tr("“{name}” is retired; its history stays.").format(name=name))

    def _take_of_group(self, order: Order, group_id: str) -> None:
        match order:
            case Order.EDIT:
                self._open_group(group_id)
            case Order.UP | Order.DOWN:
                before = group_after(self._card, group_id, -1 if order is Order.UP else 1)
                self._do(lambda s: s.card_groups.move(group_id, before))
            case Order.REMOVE:
                name = next(group.name for group in self._card.groups if group.id == group_id)
                if self._do(lambda s: s.card_groups.remove(group_id)):
                    self.told.emit(tr("The group “{name}” is removed; its measures stay.").format(name=name))
            case _:
                pass

    def _take_of_measure(self, order: Order, measure: Measure) -> None:
        match order:
            case Order.EDIT:
                self._open_editor(measure.id)
            case Order.DUPLICATE:
                self._open_editor(None, like=measure.id)
            case Order.UP | Order.DOWN:
                spot = spot_beside(self._card, self._today, measure.id, -1 if order is Order.UP else 1)
                if spot is not None:
                    self._move(measure, spot)
            case Order.CARD:
                self._move(measure, Spot(Place.CARD, home_group(self._card, measure)))
            case Order.BENCH:
                self._move(measure, Spot(Place.BENCH))
            case Order.REMOVE:
                self.retiring.emit(measure.id, measure.name)

    def _move(self, measure: Measure, spot: Spot, to_bench: str | None = None) -> None:
        """A tenth on the card asks which one goes to the bench; what is decided then is one deed."""
        leaves = place_of(measure, self._today) is not spot.place

        def refuse(error: KnownError) -> None:
            if isinstance(error, CardFullError) and to_bench is None:
                self._ask_for_room(measure, spot)
            else:
                self.refused.emit(say_error(error, tr))

        self.began.emit()
        if self._desk.do(lambda s: s.cards.move(measure.id, spot, to_bench), refuse):
            self.stands.emit(measure.id)
            if leaves:
                words = tr("“{name}” is on the card.") if spot.place is Place.CARD else tr("“{name}” is on the bench.")
                self.told.emit(words.format(name=measure.name))

    def _ask_for_room(self, measure: Measure, spot: Spot) -> None:
        dialog = RoomDialog(self._card, self._today, measure.name, self._window, itself=False)
        dialog.decided.connect(lambda other: self._move(measure, spot, other))
        dialog.open()

    def _open_editor(self, measure_id: str | None, like: str | None = None) -> None:
        editor = MeasureDialog(self._desk, self._window, measure_id, self._today, like=like)
        editor.saved.connect(self.stands)
        editor.open()

    def _open_group(self, group_id: str | None) -> None:
        group = next((known for known in self._card.groups if known.id == group_id), None)
        dialog = GroupDialog(self._desk, self._window, group)
        dialog.saved.connect(self.named)
        dialog.open()

    def _do(self, wish: Callable[[Services], object]) -> bool:
        self.began.emit()
        return self._desk.do(wish, lambda error: self.refused.emit(say_error(error, tr)))
