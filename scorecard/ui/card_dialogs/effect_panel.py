"""What would be different, beside the form that would change it: worked out a moment after the last key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.measures import Measure, Terms
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.terms_over_time import amended
from scorecard.services.terms_effect import TermsEffect, terms_effect
from scorecard.ui.background import Job
from scorecard.ui.card_dialogs.effect_words import effect_rows, headings, say_effect
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.reading_table import ReadingTable

LOOK_AFTER = 150  # milliseconds
LONG = 120  # days: looking at more of them takes longer than a window may stand still
_MOST_ROWS, _FEW_ROWS = 8, 2
_HIGH = 700
_ROW = 30
_HEAD = 46


class EffectPanel(QWidget):
    """Shows nothing while nothing would be different. Looking changes nothing. `grown`: it needs other room."""

    grown = Signal()

    def __init__(self, desk: Desk, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, today
        self._asked: tuple[Measure, Terms] | None = None
        self._reach: tuple[date, Snapshot] | None = None
        self._job: Job | None = None
        self._most_rows = _MOST_ROWS
        self.effect: TermsEffect | None = None
        self.title = SectionLabel(tr("What would be different"), self)
        self.sentences = Label("", parent=self)
        self.sentences.setWordWrap(True)
        self.table = ReadingTable(tr("What would be different"), headings(), self, numbers=(1, 2))
        self._pause = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._pause.timeout.connect(self.look)
        self._arrange()
        self._desk.changed.connect(self._forget)
        self.hide()

    def ask(self, known: Measure, wanted: Terms | None) -> None:
        """`wanted` None: what stands in the form means nothing, or nothing else than before."""
        self._asked = None if wanted is None else (known, wanted)
        if wanted is None:
            self._pause.stop()
            self.effect = None
            self.hide()
            self.grown.emit()
        else:
            self._pause.start()

    def be_low(self) -> None:
        """Where it takes its room from the form: a few days, or only how many, in words."""
        high = self.screen().availableGeometry().height() >= px(self, _HIGH)
        self._most_rows = _FEW_ROWS if high else 0

    def look(self) -> None:
        """Works it out now."""
        self._pause.stop()
        if self._asked is None:
            return
        known, wanted = self._asked
        snapshot = self._snapshot(wanted.first_day)
        if snapshot is None:
            return
        changed, first, today = amended(known, wanted, self._today), wanted.first_day, self._today
        if (today - first).days <= LONG:
            self._show(terms_effect(snapshot, changed, first, today))
            return
        asked = self._asked
        self._say([tr("Looking at all days since then…")])
        self._job = Job(lambda _progress, _cancelled: terms_effect(snapshot, changed, first, today), self)
        self._job.finished.connect(lambda effect: self._show(effect) if self._asked is asked else None)
        self._job.start()

    def _snapshot(self, first_day: date) -> Snapshot | None:
        if self._reach is None or self._reach[0] != first_day:
            found = self._desk.ask(lambda s: s.cards.reach(first_day))
            self._reach = None if found is None else (first_day, found)
        return None if self._reach is None else self._reach[1]

    def _show(self, effect: TermsEffect) -> None:
        if self._asked is None:
            return
        self.effect = effect
        rows = effect_rows(effect)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows) and self._most_rows > 0)
        self.table.setFixedHeight(px(self, _HEAD + _ROW * min(len(rows), self._most_rows)))
        self._say(say_effect(effect, *self._asked))

    def _say(self, sentences: list[str]) -> None:
        self.sentences.setText("\n".join(sentences))
        self.show()
        self.grown.emit()

    def _forget(self) -> None:
        """Something changed: what was read is no longer as it stands."""
        self._reach = None
        if self._asked is not None:
            self._pause.start()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.title)
        column.addWidget(self.sentences)
        column.addWidget(self.table)
        self.table.hide()
