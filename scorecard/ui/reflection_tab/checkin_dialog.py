"""Checking in: whom it is about, one slider a factor, the result as it comes about, one sentence of evidence."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.checkins import (
    THOUSANDTHS,
    Checkin,
    CheckinFault,
    Definition,
    ImpossibleCheckinError,
    in_thousandths,
    result_of,
    say_formula,
)
from scorecard.domain.errors import KnownError
from scorecard.domain.records import Record
from scorecard.overriding import override
from scorecard.services.checkin_page import MEASURED_FACTOR, CheckinPage, Series, SeriesKey
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.promise_dialog import PromiseDialog
from scorecard.ui.reflection_tab import checkin_wording as wording
from scorecard.ui.reflection_tab.checkin_rating import FactorRating
from scorecard.ui.reflection_tab.checkin_result import ResultNote
from scorecard.ui.reflection_tab.checkin_subject import SubjectChoice
from scorecard.ui.say import NOTHING
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

_WIDTH = 660


class CheckinDialog(PromiseDialog):
    """Nothing is answered at the start. `saved` carries the id of the result."""

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, page: CheckinPage, series: Series) -> None:
        """Begins with whom `series` is about; its definition is one there is."""
        assert series.definition is not None, "nobody checks in without a definition"
        self._definition: Definition = series.definition
        super().__init__(desk, parent, tr("Check-in"), tr("&Save"), tr("&Cancel"), width=_WIDTH)
        self.title.setText(wording.say_title(series.name))
        self._page = page
        self.subject = SubjectChoice(self._definition.subjects, page.people, self)
        self.ratings = [FactorRating(factor, self) for factor in self._definition.ordered]
        self.note = ResultNote(self._definition.formula, self)
        self.evidence = TextField(tr("One sentence of evidence"), tr("what somebody said or did"), self)
        self.subject.set_key(series.key, series.person)
        self._arrange()
        self._connect()
        self._follow_subject()
        self.focus_first(self.subject.name if self.subject.lacks_name else self.ratings[0])

    @property
    def answers(self) -> dict[str, int]:
        """By the ids of the factors; what has no answer is missing."""
        return {row.factor.id: row.rating for row in self.ratings if row.rating is not None}

    @property
    def _before(self) -> Series | None:
        return self._page.get(SeriesKey(self._definition.id, self.subject.subject, self.subject.person_id))

    def _arrange(self) -> None:
        self.subject.setVisible(
            self.subject.segments.isVisibleTo(self.subject) or self.subject.name.isVisibleTo(self.subject)
        )
        column = QWidget(self)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(self, GAP))
        label = Label(tr("One sentence of &evidence"), quiet=True, parent=self)
        label.setBuddy(self.evidence)
        for part in (self.subject, *self.ratings, label, self.evidence):
            rows.addWidget(part)
        rows.addStretch(1)
        self.column = ScrollColumn(column, self)
        self.content.addWidget(self.column, 1)
        self.content.addWidget(self.note)

    def _connect(self) -> None:
        self.subject.edited.connect(self._follow_subject)
        for place, row in enumerate(self.ratings):
            row.rated.connect(self._follow_rating)
            row.moved.connect(lambda by, place=place: self._go(place + by))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)

    def _go(self, place: int) -> None:
        """To the factor at that place; past the last one to the evidence, before the first to whom it is about."""
        part: QWidget
        if place < 0:
            part = self.subject
        elif place >= len(self.ratings):
            part = self.evidence
        else:
            part = self.ratings[place]
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.column.ensureWidgetVisible(part)

    def _follow_subject(self) -> None:
        """Another person has another history, and other promises."""
        series, subject = self._before, self.subject
        last = series.latest if series else None
        kept = self._desk.ask(lambda services: services.checkins.kept(subject.subject, subject.person_id))
        for row in self.ratings:
            measured = row.factor.id == MEASURED_FACTOR
            record = kept if measured and kept is not None else Record(0, 0)
            fully = wording.say_kept_fully(record, subject.typed) if measured else ""
            row.show_beside(last.value_of(row.factor.name) if last else None, wording.say_kept(record), fully)
        self._follow_rating()

    def _follow_rating(self) -> None:
        self.show_problem("")
        answers = self.answers
        words = [str(answers.get(factor.id, NOTHING)) for factor in self._definition.ordered]
        if len(answers) < len(self.ratings):
            self.note.say(NOTHING, say_formula(words), "", "")
            return
        fresh = self._imagined(answers)
        series = self._before
        last, today = series.latest if series else None, self._page.today
        result = wording.say_result(fresh.result)
        change = wording.say_change(last, fresh, today) if last else ""
        spoken = wording.speak_change(last, fresh, today) if last else ""
        self.note.say(result, tr("{sum} = {result}").format(sum=say_formula(words), result=result), change, spoken)

    def _imagined(self, answers: dict[str, int]) -> Checkin:
        """What saving would write down."""
        parts = self._definition.parts(answers)
        result = Fraction(in_thousandths(result_of(parts)), THOUSANDTHS)
        subject = self.subject
        return Checkin(
            "", self._definition.id, self._page.today, subject.subject, subject.person_id, parts,
            self._definition.formula, result,
        )  # fmt: skip

    @override
    def refuse(self, error: KnownError) -> None:
        """The keyboard goes to what is missing."""
        super().refuse(error)
        if not isinstance(error, ImpossibleCheckinError):
            return
        if error.fault is CheckinFault.NOBODY:
            self.column.ensureWidgetVisible(self.subject)
            self.subject.name.setFocus()
        for place, row in enumerate(self.ratings):
            if error.factor and row.factor.name == error.factor:
                self._go(place)

    @override
    def accept(self) -> None:
        made: list[str] = []
        subject, typed, person_id = self.subject.subject, self.subject.typed, self.subject.person_id
        answers, evidence = self.answers, self.evidence.text()
        done = self._desk.do(
            lambda services: made.append(
                services.checkins.save(self._definition.id, subject, typed, answers, evidence, person_id=person_id)
            ),
            self.refuse,
        )
        if done:
            super().accept()
            for checkin_id in made:
                self.saved.emit(checkin_id)
