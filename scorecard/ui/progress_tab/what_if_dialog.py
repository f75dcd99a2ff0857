"""What if the card were another: a period as it was counted, and beside it as it would be. Nothing is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.measures import Measure, Place, Terms
from scorecard.domain.periods import Period
from scorecard.services.progress.history import History
from scorecard.services.progress.what_if import Instead, what_if
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.what_if_canvas import WhatIfCanvas
from scorecard.ui.progress_tab.what_if_fields import WhatIfFields, instead_of
from scorecard.ui.progress_tab.what_if_reading import grade_rows, headings, mean_words, read_what_if
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.reading_table import ReadingTable

if TYPE_CHECKING:
    from scorecard.ui.desk import Desk

_WIDTH, _HEIGHT = 820, 610
_TABLE = 270


class WhatIfDialog(Dialog):
    """Several measures can be tried at once. `change_asked`: one is to ask this from today on (its id, the terms)."""

    change_asked = Signal(str, object)

    def __init__(self, history: History, period: Period, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(tr("What if the card were another?"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._history, self._period, self._locale = history, period, locale
        self._measures = measures_to_try(history, period)
        self._tried: dict[str, Terms] = {}
        self._last = min(period.last, history.today)
        self.fields = WhatIfFields(list(self._measures.values()), self)
        self.grades = ReadingTable(tr("Days by grade"), headings(), self, numbers=(1, 2))
        self.canvas = WhatIfCanvas(self)
        self.mean = Label("", TextStyle.STRONG, parent=self)
        self.of_which = ElidedLabel("", quiet=True, parent=self)
        self.back = LinkButton(tr("As it is"), self)
        self.change = QuietButton(tr("Change it from &today…"), self)
        self._arrange()
        self._connect()
        self._choose(self.fields.measure.currentData())
        self.focus_first(self.fields.measure)

    @property
    def changes(self) -> dict[str, Instead]:
        """What is tried, by id of measure; only what differs."""
        found = {one: instead_of(self._known(one), terms) for one, terms in self._tried.items()}
        return {one: instead for one, instead in found.items() if instead != Instead()}

    def _known(self, measure_id: str) -> Terms:
        return terms_at_end(self._measures[measure_id], self._last)

    def _choose(self, measure_id: str | None) -> None:
        if measure_id is not None:
            terms = self._tried.get(measure_id, self._known(measure_id))
            self.fields.show_terms(self._measures[measure_id], terms)
        self._compare()

    def _try(self, terms: Terms | None) -> None:
        """What means nothing yet leaves what was tried before."""
        if terms is not None:
            self._tried[self.fields.measure.currentData()] = terms
        self._compare(understood=terms is not None)

    def _compare(self, *, understood: bool = True) -> None:
        changes = self.changes
        found = what_if(self._history, self._period, changes)
        title = period_title(self._period, self._history.today, self._locale)
        self.canvas.show_reading(read_what_if(found, self._locale, mirrored=self.isRightToLeft()), title)
        self.mean.setText(mean_words(found, self._locale))
        self.grades.show_rows(grade_rows(found, self._locale))
        self.grades.setVisible(bool(found.grades))
        names = [measure.name for one, measure in self._measures.items() if one in changes]
        tried = tr("{days}, tried: {measures}").format(days=title, measures=", ".join(names))
        self.of_which.setText(tried if names else title)
        self.back.setVisible(bool(names))
        chosen = changes.get(self.fields.measure.currentData())
        self.change.setEnabled(understood and chosen is not None and replace(chosen, place=None) != Instead())

    def _go_back(self) -> None:
        self._tried.clear()
        self._choose(self.fields.measure.currentData())
        self.fields.measure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_change(self) -> None:
        measure_id = self.fields.measure.currentData()
        self.accept()
        self.change_asked.emit(measure_id, self._tried[measure_id])

    def _connect(self) -> None:
        self.fields.measure_chosen.connect(self._choose)
        self.fields.tried.connect(self._try)
        self.back.clicked.connect(self._go_back)
        self.change.clicked.connect(self._ask_for_change)

    def _arrange(self) -> None:
        self.resize(px(self, _WIDTH), px(self, _HEIGHT))
        self.grades.setFixedWidth(px(self, _TABLE))
        top = QHBoxLayout()
        top.setSpacing(px(self, GAP_WIDE))
        left = QVBoxLayout()
        left.addWidget(self.fields)
        left.addStretch(1)
        top.addLayout(left, 1)
        top.addWidget(self.grades)
        below = QHBoxLayout()
        below.addWidget(self.of_which, 1)
        below.addWidget(self.back)
        self.content.addLayout(top)
        self.content.addWidget(self.mean)
        self.content.addLayout(below)
        self.content.addWidget(self.canvas, 1)
        self.buttons.insertWidget(0, Label(tr("Nothing is changed by looking."), quiet=True, parent=self))
        self.buttons.insertWidget(2, self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fields.setEnabled(bool(self._measures))


def terms_at_end(measure: Measure, last: date) -> Terms:
    return measure.terms_on(last) or measure.terms[0]


def measures_to_try(history: History, period: Period) -> dict[str, Measure]:
    """Those that earn points every day: on the card first, then on the bench."""
    last = min(period.last, history.today)
    found = [(measure, terms_at_end(measure, last)) for measure in history.grid.card.measures]
    fitting = [one for one in found if one[1].daily and one[1].scores and one[1].place is not Place.RETIRED]
    return {measure.id: measure for measure, _ in sorted(fitting, key=lambda one: not one[1].on_card)}


def open_what_if(desk: Desk, window: QWidget, period: Period) -> WhatIfDialog | None:
    """Over the window; None when the numbers can't be read."""
    history = desk.ask(lambda services: services.progress.history())
    if history is None:
        return None
    dialog = WhatIfDialog(history, period, window.locale(), window)
    dialog.change_asked.connect(lambda measure, terms: _edit(desk, window, measure, terms, history.today))
    dialog.open()
    return dialog


def _edit(desk: Desk, window: QWidget, measure_id: str, terms: Terms, today: date) -> None:
    """The editor of the measure, filled in with what was tried; it is saved there, or not."""
    from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
    from scorecard.ui.card_dialogs.measure_form import form_of

    editor = MeasureDialog(desk, window, measure_id, today)
    form = editor.fields.form()
    card = desk.ask(lambda services: services.scoring.card())
    if card is not None and (form.kind, form.direction) == (terms.kind, terms.direction):
        meant = form_of(card.measure(measure_id), terms, form.group)
        editor.fields.set_form(
            replace(
                form, target=meant.target, upper=meant.upper, weight=meant.weight, rhythm=meant.rhythm,
                weekdays=meant.weekdays,
            )
        )  # fmt: skip
        editor.fields.edited.emit()
    editor.open()
