"""A card with a chart: the chart itself, or its numbers as a table, or what is said when there are none."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import IconButton, LinkButton
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

    told = Signal(str, object)  # a sentence about copying or saving the chart, and its NoticeTone

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.loading = Label(tr("Loading…"), quiet=True, parent=self)
        self.toggle = LinkButton("", self)
        self.toggle.setAccessibleDescription(title)
        self.more = IconButton("ellipsis", tr("Copy or save this chart"), parent=self)
        self.more.setAccessibleDescription(title)
        self._faces: dict[Face, QWidget] = {}
        self._face = Face.LOADING
        self._as_table = False
        self._filled: bool | None = None
        self.toggle.clicked.connect(self._turn)
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    @property
    def face(self) -> Face:
        return self._face

    def put_together(
        self, canvas: ChartControl, table: ChartTable, empty: QWidget, legend: QWidget | None = None
    ) -> None:
        """`legend` stands at the foot."""
        self._faces = {Face.LOADING: self.loading, Face.EMPTY: empty, Face.CHART: canvas, Face.TABLE: table}
        self.loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for place in (self.loading, empty):
            place.setMinimumHeight(canvas.sizeHint().height())
        canvas.installEventFilter(self)
        self.heading.setSpacing(px(self, GAP_SMALL))
        self.heading.addWidget(self.toggle)
        self.heading.addWidget(self.more)
        self.body.setSpacing(px(self, 2))
        for widget in self._faces.values():
            self.body.addWidget(widget)
        if legend is not None:
            self.body.addWidget(legend)
        self.body.addStretch(1)
        self._name_toggle()
        self.show_face()

    def show_filled(self, filled: bool) -> None:
        """Whether there are numbers to show."""
        self._filled = filled
        self.show_face()

    def show_face(self) -> None:
        self._face = self._fitting_face()
        if self._face is Face.TABLE:
            self.fill_table()
        for face, widget in self._faces.items():
            widget.setVisible(face is self._face)
        for button in (self.toggle, self.more):
            button.setVisible(self._face in (Face.CHART, Face.TABLE))

    def fill_table(self) -> None:
        """Called when the table is asked for. Subclasses with long ones fill them only here."""

    @property
    def title(self) -> str:
        return self.title_label.accessibleName()

    def open_menu(self, where: QPoint) -> None:
        """What can be done with the chart and its numbers outside of the program."""
        from scorecard.ui.progress_tab.chart_menu import ChartMenu

        canvas = self._faces[Face.CHART]
        if isinstance(canvas, ChartControl):
            ChartMenu(self.title, canvas, self._copy_table, self.told.emit).popup(where)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and self._face is Face.CHART:
            self.open_menu(event.globalPos())
            return True
        return False

    def _copy_table(self) -> None:
        self.fill_table()
        table = self._faces[Face.TABLE]
        if isinstance(table, ChartTable):
            table.copy_all()

    def _fitting_face(self) -> Face:
        if self._filled is None:
            return Face.LOADING
        if not self._filled:
            return Face.EMPTY
        return Face.TABLE if self._as_table else Face.CHART

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._name_toggle()
        self.show_face()

    def _name_toggle(self) -> None:
        self.toggle.setText(tr("Chart") if self._as_table else tr("Table"))
        self.toggle.setAccessibleName(tr("Show as chart") if self._as_table else tr("Show as table"))
        self.toggle.updateGeometry()
