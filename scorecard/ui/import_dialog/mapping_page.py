"""How a table is to be read: chosen by whoever knows it, with its first rows and what comes of it in sight."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.services.importing_tables import ROLES, Bundle, OpenTable, Role, TableMapping
from scorecard.ui.background import Cancelled, Job, Progress
from scorecard.ui.import_dialog.mapping_fields import MappingFields
from scorecard.ui.import_dialog.mapping_preview import MappingPreview, name_of
from scorecard.ui.import_dialog.wording import say_date
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.words.importing_tables import say_lack, say_open, say_outcome, say_role, say_unread

Try = Callable[[TableMapping, Progress, Cancelled], Bundle]

_GAP = 10
_NAME_SHOWN = 40


class MappingPage(QWidget):
    """`outcome` is what the mapping that is chosen now makes of the table; None while that is worked out, and where
    nothing comes of it. `tried` says that it is another."""

    tried = Signal()
    crashed = Signal()

    def __init__(self, table: OpenTable, read: Try, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.mapping = self._before = table.mapping
        self.outcome: Bundle | None = None
        self._read = read
        self._job: Job | None = None
        self._again = False
        self.intro = Label(say_open(table.problem, tr), quiet=True, parent=self)
        self.intro.setWordWrap(True)
        self.fields = MappingFields(table, self)
        self.role_label = Label("", parent=self)
        self.role = ChoiceBox((), self)
        self.role_label.setBuddy(self.role)
        self.preview = MappingPreview(self)
        self.sentence = Label("", TextStyle.MEDIUM, parent=self)
        self.sentence.setWordWrap(True)
        self._arrange()
        self.fields.edited.connect(self._follow_fields)
        self.role.activated.connect(self._choose_role)
        self.preview.looked_at.connect(self._go_to)
        self.preview.choice_asked.connect(self._ask_for_role)
        self._show_mapping(table.mapping)
        self._go_where_something_lacks()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def _follow_fields(self, mapping: TableMapping) -> None:
        self._before = mapping
        self._show_mapping(mapping)

    def _go_to(self, column: int) -> None:
        self._before = self.mapping
        self._look_at(column)

    def _show_mapping(self, mapping: TableMapping) -> None:
        self.mapping = mapping
        self.fields.show_mapping(mapping)
        self.preview.show_table(self.table, mapping)
        self._look_at(self.preview.currentColumn())
        self._try()

    def _go_where_something_lacks(self) -> None:
        """The keyboard begins on the column of the day; where none is known yet, on the first."""
        day = self.mapping.column(Role.DAY)
        self.preview.setCurrentCell(0, day or 0)

    def _look_at(self, column: int) -> None:
        if not 0 <= column < len(self.mapping.roles):
            return
        rows = self.table.look.rows(self.mapping.separator, self.mapping.encoding)
        name = name_of(rows, self.mapping, column)[:_NAME_SHOWN].replace("&", "&&")
        self.role_label.setText(tr("The col&umn “{name}” is").format(name=name))
        self.role.clear()
        for role in ROLES[self.mapping.shape]:
            self.role.addItem(say_role(role, self.mapping.shape, tr), role.value)
        self.role.setCurrentIndex(self.role.findData(self.mapping.roles[column].value))
        self.role.updateGeometry()

    def _choose_role(self) -> None:
        """Going through the roles by keys leaves the other columns as they were before."""
        column = self.preview.currentColumn()
        if 0 <= column < len(self.mapping.roles):
            self._show_mapping(self._before.with_role(column, Role(self.role.currentData())))

    def _ask_for_role(self) -> None:
        self.role.setFocus()
        self.role.showPopup()

    def _try(self) -> None:
        """With the mapping of now; one that is being tried is given up."""
        self.outcome = None
        self.tried.emit()
        self._again = self._job is not None
        if self._job is not None:
            self._job.cancel()
        elif self.mapping.lack is not None:
            self._say(say_lack(self.mapping.lack, tr))
        else:
            mapping = self.mapping
            self._job = Job(lambda *steps: self._read(mapping, *steps), self)
            self._job.finished.connect(lambda bundle: self._end(say_outcome(bundle, say_date, tr), bundle))
            self._job.failed.connect(lambda error: self._end(say_unread(error, tr), None))
            self._job.crashed.connect(self.crashed)
            self._job.start()

    def _end(self, words: str, bundle: Bundle | None) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if self._again:
            self._try()
            return
        self.outcome = bundle if bundle is not None and (bundle.entries or bundle.texts) else None
        self._say(words, wrong=self.outcome is None)
        self.tried.emit()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        roles = self.palette().ColorRole
        self.sentence.setForegroundRole(roles.BrightText if wrong else roles.WindowText)
        self.sentence.setText(words)
        self.preview.setAccessibleDescription(words)

    def _arrange(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(px(self, GAP_SMALL))
        chosen.addWidget(self.role_label)
        chosen.addWidget(self.role)
        chosen.addStretch(1)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, _GAP))
        column.addWidget(self.intro)
        column.addWidget(self.fields)
        column.addWidget(self.preview, 1)
        column.addLayout(chosen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(self, _GAP))
        outer.addWidget(ScrollArea(inner, self), 1)
        outer.addWidget(self.sentence)
