"""What a measure might ask instead: its place, weight, target and due days, to be tried out."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import WEIGHTS, Direction, Kind, Measure, Place, Terms
from scorecard.services.progress.what_if import Instead
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.measure_form import Field, MeasureForm, Rhythm, form_of
from scorecard.ui.card_dialogs.measure_reading import FormProblem, Whereabouts, terms_of
from scorecard.ui.card_dialogs.weekday_toggles import WeekdayToggles
from scorecard.ui.text import tr
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField

_PLACES = (Place.CARD, Place.BENCH)
_NUMBER = 84


class WhatIfFields(FormRows):
    """`tried` carries the terms that the fields mean, or None while they mean none: then `problem` says why."""

    measure_chosen = Signal(str)
    tried = Signal(object)

    def __init__(self, measures: list[Measure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = ChoiceBox([(one.id, one.name) for one in measures], self)
        self.place = Segments([(place.value, _say_place(place)) for place in _PLACES], tr("Place"), self)
        self.weight = Segments([(str(weight), str(weight)) for weight in WEIGHTS], tr("Weight"), self)
        self.target = TextField(tr("Target"), "", self)
        self.until = Label(tr("and"), quiet=True, parent=self)
        self.upper = TextField(tr("Highest that is good"), "", self)
        self.weekdays = WeekdayToggles(self)
        self._form = MeasureForm()
        self._first_day = date.min
        for field in (self.target, self.upper):
            field.setFixedWidth(px(self, _NUMBER))
        self.add_row(tr("&Measure"), [self.measure], stretch=0)
        self._place_row = self.add_row(tr("&Place"), [self.place])
        self.add_row(tr("W&eight"), [self.weight])
        self._target_row = self.add_row(tr("T&arget"), [self.target, self.until, self.upper])
        self._days_row = self.add_row(tr("Da&ys"), [self.weekdays])
        self._connect()

    def show_terms(self, measure: Measure, terms: Terms) -> None:
        """What is tried of a measure, without telling anybody."""
        self._first_day = terms.first_day
        self._form = form = form_of(measure, terms, "")
        for field, words in ((self.target, form.target), (self.upper, form.upper)):
            if field.text() != words:
                field.setText(words)
        between = form.direction is Direction.BETWEEN
        self.until.setVisible(between)
        self.upper.setVisible(between)
        self._target_row.set_shown(form.kind is not Kind.YES_NO)
        self.place.set_chosen(_PLACES.index(terms.place) if terms.place in _PLACES else None)
        self.weight.set_chosen(WEIGHTS.index(terms.weight))
        self.weekdays.set_weekdays(terms.due)
        self._say_problem(None)

    def _try(self) -> None:
        place = Place(self.place.chosen_key or Place.CARD)
        try:
            terms = terms_of(self._filled_in(), Whereabouts(self._first_day, place))
        except FormProblem as problem:
            self._say_problem(problem)
            self.tried.emit(None)
            return
        self._say_problem(None)
        self.tried.emit(terms)

    def _filled_in(self) -> MeasureForm:
        return replace(
            self._form,
            target=self.target.text(),
            upper=self.upper.text(),
            weight=int(self.weight.chosen_key or WEIGHTS[0]),
            rhythm=Rhythm.CHOSEN_DAYS,
            weekdays=self.weekdays.weekdays(),
        )

    def _say_problem(self, problem: FormProblem | None) -> None:
        of_days = problem is not None and problem.field is Field.WEEKDAYS
        words = problem.sentence if problem is not None else ""
        upper = self.upper if problem is not None and problem.field is Field.UPPER else None
        self._days_row.show_problem(words if of_days else "")
        self._target_row.show_problem("" if of_days else words, upper)

    def _connect(self) -> None:
        self.measure.currentIndexChanged.connect(lambda _: self.measure_chosen.emit(self.measure.currentData()))
        for segments in (self.place, self.weight):
            segments.chosen.connect(lambda _: self._try())
        for field in (self.target, self.upper):
            field.textEdited.connect(lambda _: self._try())
        self.weekdays.toggled.connect(self._try)


def instead_of(known: Terms, tried: Terms) -> Instead:
    """What differs between what a measure asks and what it would ask."""
    aims = (known.target, known.upper) != (tried.target, tried.upper)
    return Instead(
        weight=tried.weight if tried.weight != known.weight else None,
        target=tried.target if aims else None,
        upper=tried.upper if aims else None,
        due=tried.due if tried.due != known.due else None,
        place=tried.place if tried.place is not known.place else None,
    )


def _say_place(place: Place) -> str:
    return tr("On the card") if place is Place.CARD else tr("On the bench")
