"""A card with a chart: the chart itself, or its numbers as a table, or what is said when there are none."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.column_canvas import ColumnCanvas
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


class Face(Enum):
    LOADING = auto()
    EMPTY = auto()
    CHART = auto()
    TABLE = auto()


class ChartCard(Card):
    """Subclasses make their parts, hand them to `put_together`, and say with `show_filled` when there are numbers."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.loading = Label(tr("Loading…"), quiet=True, parent=self)
        self.toggle = LinkButton(tr("Show as table"), self)
        self.toggle.setAccessibleDescription(title)
        self._faces: dict[Face, QWidget] = {}
        self._face = Face.LOADING
        self._as_table = False
        self._filled: bool | None = None
        self.toggle.clicked.connect(self._turn)

    @property
    def face(self) -> Face:
        return self._face

    def put_together(
        self, canvas: ColumnCanvas, table: ChartTable, empty: QWidget, legend: QWidget | None = None
    ) -> None:
        """`legend` stands at the foot, beside the way to the other face."""
        self._faces = {Face.LOADING: self.loading, Face.EMPTY: empty, Face.CHART: canvas, Face.TABLE: table}
        self.loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for place in (self.loading, empty):
            place.setMinimumHeight(canvas.sizeHint().height())
        foot = QHBoxLayout()
        if legend is not None:
            foot.addWidget(legend)
        foot.addStretch(1)
        foot.addWidget(self.toggle)
        self.body.setSpacing(px(self, 2))
        for widget in self._faces.values():
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.show_face()

    def show_filled(self, filled: bool) -> None:
        """Whether there are numbers to show."""
        self._filled = filled
        self.show_face()

    def show_face(self) -> None:
        self._face = self._fitting_face()
        for face, widget in self._faces.items():
            widget.setVisible(face is self._face)
        self.toggle.setVisible(self._face in (Face.CHART, Face.TABLE))

    def _fitting_face(self) -> Face:
        if self._filled is None:
            return Face.LOADING
        if not self._filled:
            return Face.EMPTY
        return Face.TABLE if self._as_table else Face.CHART

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self.toggle.setText(tr("Show as chart") if self._as_table else tr("Show as table"))
        self.toggle.updateGeometry()
        self.show_face()
