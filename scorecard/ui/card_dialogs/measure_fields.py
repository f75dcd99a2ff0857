"""The widgets of the measure editor: they hold a MeasureForm and show only what matters in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from scorecard.domain.measures import RATING_SCALES, WEIGHTS, Kind
from scorecard.ui.card_dialogs.form_rows import FormRow, FormRows
from scorecard.ui.card_dialogs.kind_line import DirectionChoice, KindChoice, rhythm_choices, say_kind_example
from scorecard.ui.card_dialogs.measure_form import Field, MeasureForm, Rhythm, shown_fields, usual_target
from scorecard.ui.card_dialogs.open_choice import OpenChoice
from scorecard.ui.card_dialogs.weekday_toggles import WeekdayToggles
from scorecard.ui.card_dialogs.whom_field import WhomField
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField

_WIDEST = 460
_NUMBER_WIDTH = 84
_LABEL_WIDTH = 104


class MeasureFields(FormRows):
    """`edited` follows every change by the user."""

    edited = Signal()

    def __init__(
        self,
        groups: Sequence[str],
        people: Sequence[str],
        parent: QWidget | None = None,
        kinds: Sequence[Kind] = tuple(Kind),
    ) -> None:
        """`groups` and `people` are names that are known already, to choose from and to complete."""
        super().__init__(parent)
        self._unit_of_count = False
        self._more = False
        self.name = TextField(tr("Name"), tr("Thank-yous heard"), self)
        self.why = TextField(tr("Why it matters"), tr("Someone's day got easier because of us"), self)
        self.to_whom = WhomField(people, self)
        self.group = OpenChoice(tr("Group"), groups, tr("none"), self)
        self.kind = KindChoice(self, kinds)
        self.direction = DirectionChoice(self)
        self.target = TextField(tr("Target"), "", self)
        self.until = Label(tr("and"), quiet=True, parent=self)
        self.upper = TextField(tr("Highest that is good"), "", self)
        self.unit = TextField(tr("Unit"), tr("unit"), self)
        self.scale_label = Label(tr("on a scale u&p to"), quiet=True, parent=self)
        self.scale = Segments([(str(scale), str(scale)) for scale in RATING_SCALES], tr("Highest rating"), self)
        self.rhythm = Segments(rhythm_choices(), tr("When it is due"), self, widest=_WIDEST)
        self.weekdays = WeekdayToggles(self)
        self.weight = Segments([(str(weight), str(weight)) for weight in WEIGHTS], tr("Weight"), self)
        self.plan = TextField(tr("If-then plan"), tr("When I hang up, then I write down what they said"), self)
        self.scale_label.setBuddy(self.scale)
        self.rows = self._lay_out()
        self._connect()

    def form(self) -> MeasureForm:
        kind = self.kind.kind
        return MeasureForm(
            name=self.name.text(),
            why=self.why.text(),
            to_whom=self.to_whom.text(),
            plan=self.plan.text(),
            group=self.group.currentText(),
            kind=kind,
            direction=self.direction.direction,
            target=self.target.text(),
            upper=self.upper.text(),
            scale=int(self.scale.chosen_key or RATING_SCALES[0]),
            unit=self.unit.text(),
            weight=int(self.weight.chosen_key or WEIGHTS[0]),
            rhythm=Rhythm(self.rhythm.chosen_key or Rhythm.WORKING_DAYS),
            weekdays=self.weekdays.weekdays(),
        )

    def set_form(self, form: MeasureForm) -> None:
        for field, text in self._texts(form):
            field.setText(text)
        self.group.setEditText(form.group)
        self.kind.set_kind(form.kind)
        self.direction.set_choice(form.kind, form.direction)
        self.scale.set_chosen(RATING_SCALES.index(form.scale))
        self.rhythm.set_chosen(list(Rhythm).index(form.rhythm))
        self.weekdays.set_weekdays(form.weekdays)
        self.weight.set_chosen(WEIGHTS.index(form.weight))
        self._unit_of_count = bool(form.unit)
        self.set_more(bool(form.plan))
        self.show_what_matters()

    def set_more(self, more: bool) -> None:
        self._more = more
        self.rows[Field.PLAN].set_shown(more)

    @property
    def more(self) -> bool:
        return self._more

    def show_problem(self, field: Field | None, sentence: str = "") -> None:
        """Says what is wrong beside one field, and nothing beside the others."""
        place = {Field.UPPER: self.upper, Field.UNIT: self.unit, Field.SCALE: self.scale}
        row = self.rows[field] if field else None
        for known in set(self.rows.values()):
            known.show_problem(sentence if known is row else "", place.get(field) if field else None)

    def focus_on(self, field: Field) -> None:
        places: dict[Field, QWidget] = {Field.UPPER: self.upper, Field.UNIT: self.unit, Field.SCALE: self.scale}
        place = places.get(field, self.rows[field].widgets[0])
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(place, QLineEdit):
            place.selectAll()

    def _texts(self, form: MeasureForm) -> tuple[tuple[TextField, str], ...]:
        return (
            (self.name, form.name),
            (self.why, form.why),
            (self.to_whom, form.to_whom),
            (self.plan, form.plan),
            (self.target, form.target),
            (self.upper, form.upper),
            (self.unit, form.unit),
        )

    def _lay_out(self) -> dict[Field, FormRow]:
        for field in (self.target, self.upper, self.unit):
            field.setFixedWidth(px(self, _NUMBER_WIDTH))
        amounts = self._lay_out_words()
        target = self.add_row(
            tr("T&arget"), [self.target, self.until, self.upper, self.unit, self.scale_label, self.scale]
        )
        due = self.add_row(tr("&Due"), [self.rhythm])
        days = self.add_row(tr("Da&ys"), [self.weekdays])
        heavy = Label(tr("a 3 counts three times as much as a 1"), quiet=True, parent=self)
        weight = self.add_row(tr("W&eight"), [self.weight, heavy])
        plan = self.add_row(tr("&If-then plan"), [self.plan], stretch=0)
        self.set_label_width(_LABEL_WIDTH)
        of_target = dict.fromkeys((Field.TARGET, Field.UPPER, Field.UNIT, Field.SCALE), target)
        ends = {Field.DUE: due, Field.WEEKDAYS: days, Field.WEIGHT: weight, Field.PLAN: plan}
        return amounts | of_target | ends

    def _lay_out_words(self) -> dict[Field, FormRow]:
        return {
            Field.NAME: self.add_row(tr("&Name"), [self.name], stretch=0),
            Field.WHY: self.add_row(tr("&Why it matters"), [self.why], stretch=0),
            Field.TO_WHOM: self.add_row(tr("&To whom"), [self.to_whom], stretch=0),
            Field.GROUP: self.add_row(tr("&Group"), [self.group], stretch=0),
            Field.KIND: self.add_row(tr("&Kind"), [self.kind]),
            Field.DIRECTION: self.add_row(tr("What is g&ood"), [self.direction]),
        }

    def _connect(self) -> None:
        for field in (self.name, self.why, self.to_whom, self.plan, self.target, self.upper, self.unit):
            field.textEdited.connect(self._follow_edit)
        self.group.editTextChanged.connect(self._follow_edit)
        self.kind.chosen.connect(self._follow_kind)
        self.direction.chosen.connect(self._follow_edit)
        self.weekdays.toggled.connect(self._follow_edit)
        self.scale.chosen.connect(self._follow_kind)
        for segments in (self.rhythm, self.weight):
            segments.chosen.connect(self._follow_edit)

    def _follow_kind(self) -> None:
        kind = self.kind.kind
        self.direction.set_choice(kind, self.direction.direction)
        if not self.target.isModified():
            self.target.setText(usual_target(kind, self.form().scale))
        self._follow_edit()

    def _follow_edit(self) -> None:
        self.show_what_matters()
        self.edited.emit()

    def show_what_matters(self) -> None:
        form = self.form()
        shown = shown_fields(form, unit_of_count=self._unit_of_count)
        self.rows[Field.KIND].set_hint(say_kind_example(form.kind))
        self.rows[Field.TO_WHOM].set_hint(self.to_whom.say_reading())
        for field, widget in (
            (Field.TARGET, self.target),
            (Field.UPPER, self.upper),
            (Field.UPPER, self.until),
            (Field.UNIT, self.unit),
            (Field.SCALE, self.scale),
            (Field.SCALE, self.scale_label),
        ):
            widget.setVisible(field in shown)
        of_target = (Field.TARGET, Field.UPPER, Field.UNIT, Field.SCALE)
        self.rows[Field.TARGET].set_shown(any(field in shown for field in of_target))
        for field in (Field.WEEKDAYS, Field.WEIGHT):
            self.rows[field].set_shown(field in shown)
