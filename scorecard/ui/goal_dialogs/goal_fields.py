"""The widgets of the goal editor: they hold a GoalForm and show only what matters in it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.goals import UNIT_LENGTH, WORDS_LENGTH, Counted, Part, Span, period_of
from scorecard.domain.snapshot import Card
from scorecard.domain.texts import NAME_LENGTH
from scorecard.ui.card_dialogs.form_rows import FormRow, FormRows
from scorecard.ui.card_dialogs.open_choice import OpenChoice
from scorecard.ui.goal_dialogs.goal_form import Field, GoalForm, periods_offered
from scorecard.ui.goal_dialogs.part_lines import part_lines
from scorecard.ui.goal_dialogs.part_list import PartList
from scorecard.ui.text import tr
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.goal_names import explain_counted, perspectives, say_counted

_WIDEST = 460
_NUMBER_WIDTH, _UNIT_WIDTH = 110, 180
_PERIOD_WIDTH = 250
_LABEL_WIDTH = 104


class GoalFields(FormRows):
    """`edited` follows every change by the user."""

    edited = Signal()

    def __init__(self, card: Card, own_perspectives: list[str], today: date, parent: QWidget) -> None:
        """`own_perspectives` are those that other goals have, besides the usual ones."""
        super().__init__(parent)
        self._card, self._today = card, today
        self._parts: frozenset[Part] = frozenset()
        known = [*perspectives(tr), *(name for name in own_perspectives if name not in perspectives(tr))]
        self.name = TextField(tr("Name"), tr("Customers who thank us"), self)
        self.span = Segments([(Span.QUARTER, tr("Quarter")), (Span.YEAR, tr("Year"))], tr("How long it goes"), self)
        self.period = ChoiceBox((), self)
        self.perspective = OpenChoice(tr("Perspective"), known, tr("none"), self)
        self.key_result = TextField(tr("Key result"), tr("as it stands in the scorecard; or nothing"), self)
        self.counted = Segments(
            [(counted.value, say_counted(counted, tr)) for counted in Counted], tr("What counts"), self, widest=_WIDEST
        )
        self.target = TextField(tr("Target"), tr("none"), self)
        self.unit = TextField(tr("Unit"), tr("unit"), self)
        self.unit_words = Label("", quiet=True, parent=self)
        self.parts = PartList(self)
        self.why = TextField(tr("Why"), tr("who is better off; or nothing"), self)
        self.rows = self._lay_out()
        self._limit()
        self._connect()

    def form(self) -> GoalForm:
        return GoalForm(
            span=Span(self.span.chosen_key or Span.QUARTER),
            first_day=date.fromisoformat(self.period.currentData()),
            name=self.name.text(),
            counted=Counted(self.counted.chosen_key or Counted.TOTAL),
            target=self.target.text(),
            unit=self.unit.text(),
            perspective=self.perspective.currentText(),
            key_result=self.key_result.text(),
            why=self.why.text(),
            parts=self._parts,
        )

    def set_form(self, form: GoalForm) -> None:
        self.span.set_chosen(list(Span).index(form.span))
        self._offer_periods(form.first_day)
        self.name.setText(form.name)
        self.counted.set_chosen(list(Counted).index(form.counted))
        self.target.setText(form.target)
        self.unit.setText(form.unit)
        self.perspective.setEditText(form.perspective)
        self.key_result.setText(form.key_result)
        self.why.setText(form.why)
        self._parts = form.parts
        for field in (self.name, self.unit, self.key_result, self.why):
            field.setCursorPosition(0)  # long ones begin where reading does
        self._show_what_matters()

    def show_problem(self, field: Field | None, sentence: str = "") -> None:
        for known, row in self.rows.items():
            row.show_problem(sentence if known is field else "")

    def focus_on(self, field: Field) -> None:
        place = {Field.NAME: self.name, Field.TARGET: self.target}[field]
        place.setFocus()
        place.selectAll()

    def _tick(self, part: Part) -> None:
        self._parts ^= {part}
        self._follow_edit()

    def _follow_span(self) -> None:
        """A quarter becomes its year; a year its present quarter, or its first."""
        chosen = date.fromisoformat(self.period.currentData())
        turned_short = self.span.chosen_key == Span.QUARTER
        self._offer_periods(self._today if turned_short and chosen.year == self._today.year else chosen)
        self._follow_edit()

    def _offer_periods(self, chosen: date) -> None:
        span = Span(self.span.chosen_key or Span.QUARTER)
        here = period_of(span, chosen).first
        self.period.blockSignals(True)
        self.period.clear()
        for key, words in periods_offered(span, self._today, here, self.locale()):
            self.period.addItem(words, key)
        self.period.setCurrentIndex(self.period.findData(here.isoformat()))
        self.period.blockSignals(False)

    def _follow_edit(self) -> None:
        self._show_what_matters()
        self.edited.emit()

    def _show_what_matters(self) -> None:
        counted = Counted(self.counted.chosen_key or Counted.TOTAL)
        self.unit.setVisible(counted is Counted.TOTAL)
        words = {
            Counted.TIME: tr("hours"),
            Counted.DAYS_MET: tr("days", "unit of a goal"),
            Counted.SCORE: tr("of 100", "unit of a goal"),
        }.get(counted, "")
        self.unit_words.setText(words)
        self.unit_words.setVisible(bool(words))
        self.counted_row.set_hint(explain_counted(counted, tr))
        self.parts.show_lines(part_lines(self._card, self._today, self._parts, counted))

    def _lay_out(self) -> dict[Field, FormRow]:
        self.target.setFixedWidth(px(self, _NUMBER_WIDTH))
        self.unit.setFixedWidth(px(self, _UNIT_WIDTH))
        self.period.setMinimumWidth(px(self, _PERIOD_WIDTH))
        name = self.add_row(tr("&Name"), [self.name], stretch=0)
        self.add_row(tr("&For"), [self.span, self.period])
        self.counted_row = self.add_row(tr("Wh&at counts"), [self.counted])
        target = self.add_row(tr("&Target"), [self.target, self.unit, self.unit_words])
        self.add_row(tr("&Measures"), [self.parts], stretch=0)
        self.add_row(tr("&Perspective"), [self.perspective], stretch=0)
        self.add_row(tr("&Key result"), [self.key_result], stretch=0)
        self.add_row(tr("&Why"), [self.why], stretch=0)
        self.set_label_width(_LABEL_WIDTH)
        return {Field.NAME: name, Field.TARGET: target}

    def _limit(self) -> None:
        self.name.setMaxLength(NAME_LENGTH)
        self.unit.setMaxLength(UNIT_LENGTH)
        for field in (self.key_result, self.why):
            field.setMaxLength(WORDS_LENGTH)
        line = self.perspective.lineEdit()
        if line is not None:
            line.setMaxLength(NAME_LENGTH)
        self.period.setAccessibleName(tr("Which quarter or year"))

    def _connect(self) -> None:
        for field in (self.name, self.target, self.unit, self.key_result, self.why):
            field.textEdited.connect(self._follow_edit)
        self.perspective.editTextChanged.connect(self._follow_edit)
        self.span.chosen.connect(self._follow_span)
        self.counted.chosen.connect(self._follow_edit)
        self.period.currentIndexChanged.connect(self._follow_edit)
        self.parts.ticked.connect(self._tick)
