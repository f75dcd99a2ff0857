"""All measures: on the card, on the bench, retired; ordering them and moving them between the three."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.measure_list import Step, list_lines, moved, place_now, refusals
from scorecard.ui.card_dialogs.retire_line import RetireLine
from scorecard.ui.card_dialogs.step_buttons import StepButtons
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

_SIZE = (760, 640)
_UNDO = "Ctrl+Z"
_REDO = "Ctrl+Shift+Z"


class MeasuresDialog(Dialog):
    """Every step is one service call, saved at once and undone by Ctrl+Z; nothing is asked first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Measures"), tr("D&one"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._card = Card()
        self.list = LineList(tr("All measures"), self)
        self.steps = StepButtons(self)
        self.retire_line = RetireLine(self)
        self.notice = NoticeBar(self)
        self._arrange()
        self._connect()
        self._read()
        self.focus_first(self.list)

    def add_measure(self) -> None:
        if self._today is not None:
            MeasureDialog(self._desk, self, None, self._today).open()

    def edit_measure(self) -> None:
        if self._today is not None and self.list.key is not None:
            MeasureDialog(self._desk, self, self.list.key, self._today).open()

    def _take(self, step: Step) -> None:
        match step:
            case Step.EDIT:
                self.edit_measure()
            case Step.UP:
                self._move(-1)
            case Step.DOWN:
                self._move(1)
            case Step.CARD:
                self._place(Place.CARD, tr("“{name}” is on the card."))
            case Step.BENCH:
                self._place(Place.BENCH, tr("“{name}” is on the bench."))
            case Step.RETIRE:
                self._ask_reason()

    def _move(self, direction: int) -> None:
        if self._today is None or self.list.key is None:
            return
        order = moved(self._card, self._today, self.list.key, direction)
        if order is not None:
            self._do(lambda s: s.cards.reorder(order))

    def _place(self, place: Place, words: str, reason: str = "", measure_id: str | None = None) -> None:
        measure = self._measure(measure_id or self.list.key)
        if measure is not None and self._do(lambda s: s.cards.place(measure.id, place, reason)):
            undo = NoticeAction(tr("&Undo"), self.undo)
            self.notice.show_notice(words.format(name=measure.name), actions=(undo,))

    def _ask_reason(self) -> None:
        measure = self._measure(self.list.key)
        if measure is not None:
            self.notice.hide()
            self.retire_line.ask(measure.id, measure.name)

    def _retire(self, measure_id: str, reason: str) -> None:
        self._place(Place.RETIRED, tr("“{name}” is retired; its history stays."), reason, measure_id)
        self.list.setFocus()

    def undo(self) -> None:
        self._do(lambda s: s.undoing.undo())

    def redo(self) -> None:
        self._do(lambda s: s.undoing.redo())

    def _do(self, wish: Callable[[Services], object]) -> bool:
        self.notice.hide()
        return self._desk.do(wish, self._refuse)

    def _refuse(self, error: KnownError) -> None:
        self._say(say_error(error, tr))

    def _say(self, sentence: str) -> None:
        self.notice.show_notice(sentence, NoticeTone.WARNING)

    def _measure(self, measure_id: str | None) -> Measure | None:
        return None if measure_id is None else self._card.measure(measure_id)

    def _read(self) -> None:
        self._today = self._desk.ask(lambda s: s.scoring.today())
        self._card = self._desk.ask(lambda s: s.scoring.card()) or Card()
        if self._today is not None:
            self.list.set_lines(list_lines(self._card, self._today))
        self._offer()

    def _offer(self) -> None:
        if self._today is None:
            return
        measure = self._measure(self.list.key)
        place = None if measure is None else place_now(measure, self._today)
        self.steps.offer(refusals(self._card, self._today, self.list.key), place)

    def _follow_change(self, change: Change) -> None:
        if change.touches_card():
            self.retire_line.hide()
            self._read()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(self.list, 1)
        line.addWidget(self.steps)
        self.content.addLayout(line, 1)
        self.content.addWidget(self.retire_line)
        self.content.addWidget(self.notice)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self._read)
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(lambda _: self.edit_measure())
        self.steps.added.connect(self.add_measure)
        self.steps.asked.connect(self._take)
        self.steps.refused.connect(self._say)
        self.retire_line.retired.connect(self._retire)
        self.retire_line.left.connect(self.list.setFocus)
        for keys, act in ((_UNDO, self.undo), (_REDO, self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
