"""What was written to be done from the next day on, and what became of it: tried? helped? on which measures?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.reflections import MOST_MEASURES, Adjustment
from scorecard.ui.reflection_tab.letter_segments import LetterOption, LetterSegments
from scorecard.ui.reflection_tab.states import say_written_before
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label

Measures = Sequence[tuple[str, str]]  # id and name
_YES, _NO, _UNSURE = "yes", "no", "unsure"


class AdjustmentBlock(QWidget):
    """`answered`: the adjustment's day, tried, helped, the ids of up to two measures. Each answer counts at once."""

    answered = Signal(object, bool, object, tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._adjustment: Adjustment | None = None
        self._measures: Measures = ()
        self._helped_known = False
        self.words = Label("", quiet=True, parent=self)
        self.words.setWordWrap(True)
        self._questions = FlowRow(self)
        self._ties = FlowRow(self)
        self.tried = LetterSegments(_yes_no(), tr("Tried?"), self)
        self.helped = LetterSegments((*_yes_no(), _unsure()), tr("Did it help?"), self)
        self._tried_label = Label(tr("Tried?"), parent=self)
        self._helped_label = Label(tr("Did it help?"), parent=self)
        self._tie_label = Label(tr("Meant for"), quiet=True, parent=self)
        self.ties = [ChoiceBox(parent=self) for _ in range(MOST_MEASURES)]
        self._lay_out()
        self.tried.chosen.connect(lambda _index: self._answer())
        self.helped.chosen.connect(lambda _index: self._answer_helped())
        for tie in self.ties:
            tie.activated.connect(lambda _index: self._answer())

    @property
    def day(self) -> date | None:
        return self._adjustment.day if self._adjustment is not None else None

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.tried, self.helped, *self.ties]

    def show_adjustment(self, adjustment: Adjustment, day: date, measures: Measures, *, asked: bool) -> None:
        """`day` is the one that is looked at; `asked`: an answer can be given here."""
        if self._adjustment is None or self._adjustment.day != adjustment.day or adjustment.tried is None:
            self._helped_known = False
        self._adjustment = adjustment
        self.words.setText(say_written_before(adjustment, day))
        self.tried.show_key(None if adjustment.tried is None else _YES if adjustment.tried else _NO)
        self.helped.show_key(self._helped_key(adjustment))
        if tuple(measures) != tuple(self._measures):
            self._measures = tuple(measures)
            self._offer(measures)
        self._show_ties(adjustment)
        self._show_questions(adjustment, asked=asked)

    def _helped_key(self, adjustment: Adjustment) -> str | None:
        """ "Can't say" is stored as no answer: it is one once it was given here."""
        if adjustment.helped is None:
            return _UNSURE if self._helped_known else None
        return _YES if adjustment.helped else _NO

    def _show_questions(self, adjustment: Adjustment, *, asked: bool) -> None:
        tried = bool(adjustment.tried)
        self._questions.setVisible(asked)
        self._helped_label.setVisible(tried)
        self.helped.setVisible(tried)
        self._questions.arrange()
        self._ties.setVisible(asked and tried and bool(self._measures))

    def _offer(self, measures: Measures) -> None:
        for place, tie in enumerate(self.ties):
            tie.clear()
            tie.addItem(tr("no measure") if place == 0 else tr("no second measure"), "")
            for measure_id, name in measures:
                tie.addItem(name, measure_id)

    def _show_ties(self, adjustment: Adjustment) -> None:
        for place, tie in enumerate(self.ties):
            wanted = adjustment.measures[place] if place < len(adjustment.measures) else ""
            tie.setCurrentIndex(max(0, tie.findData(wanted)))
        self.ties[1].setVisible(bool(self.ties[0].currentData()))
        self._ties.arrange()

    def _answer_helped(self) -> None:
        self._helped_known = True
        self._answer()

    def _answer(self) -> None:
        if self._adjustment is None or self.tried.chosen_key is None:
            return
        tried = self.tried.chosen_key == _YES
        helped = {_YES: True, _NO: False}.get(self.helped.chosen_key or "") if tried else None
        ties = tuple(dict.fromkeys(str(tie.currentData()) for tie in self.ties if tie.currentData()))
        self.answered.emit(self._adjustment.day, tried, helped, ties if tried else ())

    def _lay_out(self) -> None:
        self._tried_label.setBuddy(self.tried)
        self._helped_label.setBuddy(self.helped)
        self._tie_label.setBuddy(self.ties[0])
        self.ties[1].setAccessibleName(tr("Second measure"))
        asked: tuple[QWidget, ...] = (self._tried_label, self.tried, self._helped_label, self.helped)
        for widget in asked:
            self._questions.add(widget)
        for tied in (self._tie_label, *self.ties):
            self._ties.add(tied)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        for part in (self.words, self._questions, self._ties):
            column.addWidget(part)


def _yes_no() -> tuple[LetterOption, LetterOption]:
    return (
        LetterOption(_YES, tr("Yes"), ("y", tr("y", "key for yes"))),
        LetterOption(_NO, tr("No"), ("n", tr("n", "key for no"))),
    )


def _unsure() -> LetterOption:
    return LetterOption(_UNSURE, tr("Can't say"), ("c", tr("c", "key for can't say"), "?"))
