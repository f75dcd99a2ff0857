"""The panel beside the card: the day's score and grade, its groups, what is left, and finishing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.ui.scorecard_tab.states import GroupBar, PanelState
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.attainment_bar import AttainmentBar
from scorecard.ui.widgets.buttons import PrimaryButton, QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.score_ring import ScoreRing

_BAR = 120


class GroupBarLine(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("", parent=self)
        self._bar = AttainmentBar(self, width=_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._bar)

    def show_bar(self, bar: GroupBar) -> None:
        self._name.setText(bar.name)
        self._name.set_quiet(bar.share is None)
        self._bar.set_share(bar.share)
        spoken = tr("{group}: {points}").format(group=bar.name, points=bar.points)
        self._name.setAccessibleName(spoken)
        self.setToolTip(spoken)


class DayPanel(Card):
    explained = Signal()
    finish_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.ring = ScoreRing(self)
        self.ring.setToolTip(tr("How this score came about"))
        self.left = Label("", quiet=True, parent=self)
        self.left.setWordWrap(True)
        self.finish = PrimaryButton(tr("Finish the day"), self)
        self.finish.setToolTip("Ctrl+Enter")
        self.reopen = QuietButton(tr("Reopen the day"), self)
        self._lines: list[GroupBarLine] = []
        self.ring.clicked.connect(self.explained)
        self.finish.clicked.connect(self.finish_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.body.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.left, self.finish, self.reopen):
            self.body.addWidget(widget)
        self.constancy: Label | None = None

    def show_state(self, state: PanelState) -> None:
        self.ring.set_reading(state.share, state.big, state.small)
        self.ring.setAccessibleName(state.spoken)
        self._show_bars(state)
        self.left.setText(state.left)
        self.left.setVisible(bool(state.left))
        had_keyboard = self.finish.hasFocus() or self.reopen.hasFocus()
        self.finish.setVisible(not state.finished)
        self.finish.setEnabled(state.can_finish)
        self.reopen.setVisible(state.finished)
        if had_keyboard:
            # The button that was pressed goes; the keyboard stays with the one in its place.
            (self.reopen if state.finished else self.finish).setFocus(Qt.FocusReason.OtherFocusReason)

    def say_constancy(self, words: str) -> None:
        """How many of the last working days are scored; made when there is first something to say."""
        if self.constancy is None:
            if not words:
                return
            self.constancy = Label("", TextStyle.SMALL, quiet=True, parent=self)
            self.constancy.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.constancy.setWordWrap(True)
            self.body.addWidget(self.constancy)
        self.constancy.setText(words)
        self.constancy.setVisible(bool(words))

    def _show_bars(self, state: PanelState) -> None:
        while len(self._lines) < len(state.bars):
            line = GroupBarLine(self)
            self.body.insertWidget(1 + len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(state.bars))
            if number < len(state.bars):
                line.show_bar(state.bars[number])
