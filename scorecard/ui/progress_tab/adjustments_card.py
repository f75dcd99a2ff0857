"""The card "Tomorrow I will …": what was adjusted in a period, what came of it, and whether it shows."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.periods import Period
from scorecard.domain.reflections import Adjustment
from scorecard.services.progress.adjustment_list import Effect, adjusted_in, effects_of
from scorecard.services.progress.history import History
from scorecard.ui.progress_tab.adjustments_table import AdjustmentsTable
from scorecard.ui.progress_tab.adjustments_wording import (
    adjustment_saying,
    adjustments_summary,
    effect_explanation,
    table_rows,
)
from scorecard.ui.progress_tab.findings_line import FindingLine
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.plain_tip import plain_tip

AT_FIRST = 8
MORE = 50
_IN_A_TURN = 4  # of the event loop: every line has chance to try
_HEIGHT = 160


class Face(Enum):
    LOADING = auto()
    EMPTY = auto()
    LIST = auto()
    TABLE = auto()


class AdjustmentsCard(Card):
    """The latest few, and fifty more at a time: as sentences, or as a table of the same."""

    reflection_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tomorrow I will …"), parent=parent)
        self.loading = Label(tr("Loading…"), quiet=True, parent=self)
        self.empty = EmptyState(
            "notebook-pen",
            tr("Nothing was adjusted in this time"),
            tr("What you write under “Tomorrow I will …” in a reflection stands here, with what came of it."),
            parent=self,
        )
        self.table = AdjustmentsTable(self)
        self.more = LinkButton("", self)
        self.toggle = LinkButton(tr("Show as table"), self)
        self.toggle.setAccessibleDescription(self.title_label.accessibleName())
        self.lines: list[FindingLine] = []
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._shown: tuple[tuple[Adjustment, ...], History, QLocale] | None = None
        self._as_table = False
        self._effects: list[tuple[Effect, ...]] = []
        self._wanted = 0
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.timeout.connect(self._add_lines)
        self._arrange()
        self.more.clicked.connect(self._show_more)
        self.toggle.clicked.connect(self._turn)

    @property
    def face(self) -> Face:
        if self._shown is None:
            return Face.LOADING
        if not self._shown[0]:
            return Face.EMPTY
        return Face.TABLE if self._as_table else Face.LIST

    def show_adjustments(
        self, adjustments: Sequence[Adjustment], history: History, period: Period, locale: QLocale
    ) -> None:
        """Those of `period`, out of as many as there are."""
        found = adjusted_in(adjustments, period)
        known = self._shown
        if known is not None and (found, locale) == (known[0], known[2]) and known[1] is history:
            return
        if known is None or known[0] != found:
            self._wanted = AT_FIRST
        keyboard = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        self._shown = found, history, locale
        self.set_title(tr("Tomorrow I will …"), adjustments_summary(found))
        self._clear()
        self._add_lines()
        if keyboard is not None and keyboard < len(self.lines):
            self.lines[keyboard].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_lines(self) -> None:
        """Some of those that are wanted, and the others in the next turns of the event loop."""
        if self._shown is None:
            return
        adjustments, history, locale = self._shown
        for adjustment in adjustments[len(self.lines) : self._wanted][:_IN_A_TURN]:
            effects = effects_of(adjustment, history)
            self._effects.append(effects)
            self._add_line(adjustment, effects, history.today, locale)
        if len(self.lines) < min(self._wanted, len(adjustments)):
            self._go_on.start(0)
        self.more.setText(tr("… and %n more", "", max(len(adjustments) - self._wanted, 0)))
        self.more.updateGeometry()
        self._show_face()

    def _add_line(self, adjustment: Adjustment, effects: Sequence[Effect], today: date, locale: QLocale) -> None:
        line = FindingLine(adjustment_saying(adjustment, effects, today, locale), self._list)
        explained = "\n".join(effect_explanation(effect, locale) for effect in effects)
        line.setToolTip(plain_tip(explained))
        line.setAccessibleDescription("\n".join(part for part in (line.saying.below, explained) if part))
        line.clicked.connect(lambda _=False, day=adjustment.day: self.reflection_chosen.emit(day))
        self._column.addWidget(line)
        self.lines.append(line)

    def _show_more(self) -> None:
        """The keyboard goes on to the first of the new ones."""
        first = len(self.lines)
        self._wanted += MORE
        self._add_lines()
        if first < len(self.lines) and self.face is Face.LIST:
            self.lines[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines, self._effects = [], []

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self.toggle.setText(tr("Show as list") if self._as_table else tr("Show as table"))
        self.toggle.updateGeometry()
        self._show_face()

    def _show_face(self) -> None:
        face = self.face
        if face is Face.TABLE and self._shown is not None:
            adjustments, history, locale = self._shown
            found = list(zip(adjustments, self._effects, strict=False))
            self.table.show_rows(table_rows(found, history.today, locale))
        faces = {Face.LOADING: self.loading, Face.EMPTY: self.empty, Face.LIST: self._list, Face.TABLE: self.table}
        for one, widget in faces.items():
            widget.setVisible(one is face)
        rest = self._shown is not None and len(self._shown[0]) > self._wanted
        self.more.setVisible(rest)
        self.toggle.setVisible(face in (Face.LIST, Face.TABLE))

    def _arrange(self) -> None:
        self.loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP_TINY))
        for widget in (self.loading, self.empty, self._list, self.table):
            self.body.addWidget(widget)
        for widget in (self.loading, self.empty):
            widget.setMinimumHeight(px(self, _HEIGHT))
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.toggle)
        self.body.addLayout(foot)
        self._show_face()
