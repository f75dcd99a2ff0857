"""How the day felt, as a grade: optional, by its letter; Backspace takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.ui.reflection_tab.letter_segments import LetterOption, LetterSegments
from scorecard.ui.reflection_tab.states import felt_choice_of, felt_choices
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


class FeltLine(QWidget):
    """`felt` carries a grade, or None."""

    felt = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grades: tuple[str, ...] = ()
        self._felt: str | None = None
        self.label = Label(tr("How did it feel?"), TextStyle.STRONG, parent=self)
        self.choice: LetterSegments | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(self, GAP))
        self._line.addWidget(self.label)
        self._line.addStretch(1)

    def show_felt(self, felt: str | None, grades: Sequence[str], *, locked: bool) -> None:
        self._felt = felt
        if self.choice is None or tuple(grades) != self._grades:
            self._grades = tuple(grades)
            self._make_choice()
        if self.choice is not None:
            self.choice.show_key(felt_choice_of(felt, felt_choices(self._grades)))
            self.choice.setEnabled(not locked)

    def _make_choice(self) -> None:
        if self.choice is not None:
            self._line.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        options = [LetterOption(grade, name, (name[:1].casefold(),)) for name, grade in felt_choices(self._grades)]
        choice = LetterSegments(options, tr("How did it feel?"), self)
        choice.setToolTip(tr("Optional. Backspace takes it back."))
        choice.chosen.connect(lambda _index: self.felt.emit(choice.chosen_key))
        choice.cleared.connect(self._clear)
        self._line.insertWidget(1, choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.label.setBuddy(choice)
        self.choice = choice

    def _clear(self) -> None:
        if self._felt is not None:
            self.felt.emit(None)
