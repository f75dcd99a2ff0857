"""The card of the settings that holds the grades."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from scorecard.domain.grades import GradeScale
from scorecard.ui.settings_dialog.grade_bounds import GradeProblem, bounds_of, places_of
from scorecard.ui.settings_dialog.grade_table import GradeTable
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label


class GradesCard(Card):
    """`edited` carries a GradeScale that is other than the one shown; what means none is told and stays as typed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Grades"), parent=parent)
        self._scale = GradeScale()
        self._wrong: int | None = None
        self.shown = QCheckBox(tr("Show &grades beside the scores"), self)
        self.table = GradeTable(self)
        self.problem = Label("", TextStyle.MEDIUM, parent=self)
        self.problem.setForegroundRole(self.palette().ColorRole.BrightText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.default = LinkButton(tr("&Back to the usual grades"), self)
        self._arrange()
        self.shown.clicked.connect(self._follow_edit)
        self.table.edited.connect(self._follow_edit)
        self.default.clicked.connect(self._go_back)

    def set_scale(self, scale: GradeScale) -> None:
        self._scale = scale
        self.shown.setChecked(scale.shown)
        self.table.set_places(places_of(scale))
        self._settle()

    def focus_on_problem(self) -> bool:
        """Whether something is wrong; then the keyboard is there now."""
        if self._wrong is None:
            return False
        self.table.focus_on(self._wrong)
        return True

    def _arrange(self) -> None:
        remark = Label(
            tr("From today on. Grades of earlier days stay as they were; a grade without a name is left out."),
            quiet=True,
            parent=self,
        )
        remark.setWordWrap(True)
        line = FlowRow(self)
        line.add(self.shown)
        line.add(self.default)
        self.body.addWidget(line)
        self.body.addWidget(self.table)
        self.body.addWidget(self.problem)
        self.body.addWidget(remark)

    def _go_back(self) -> None:
        self.table.set_places(places_of(GradeScale()))
        self._follow_edit()

    def _follow_edit(self) -> None:
        try:
            bounds = bounds_of(self.table.places())
        except GradeProblem as problem:
            self._tell(problem.sentence, problem.place)
            return
        self._settle()
        scale = GradeScale(bounds, self.shown.isChecked())
        if (scale.bounds, scale.shown) != (self._scale.bounds, self._scale.shown):
            self.edited.emit(scale)

    def _settle(self) -> None:
        self._tell("")
        self.table.setEnabled(self.shown.isChecked())

    def _tell(self, sentence: str, place: int | None = None) -> None:
        self._wrong = place
        self.table.describe(place, sentence)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
