"""The rows of a form: a label, what is filled in, and room for a hint and for what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY, GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import FIELD_HEIGHT

_TOP = Qt.AlignmentFlag.AlignTop


class FormRow(QWidget):
    """The right side of a row. The first widget is the buddy of the label, unless there is a better one."""

    def __init__(self, label: Label, widgets: Sequence[QWidget], stretch: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = label
        self.widgets = list(widgets)
        self.hint = Label("", quiet=True, parent=self)
        self.problem = Label("", TextStyle.SMALL, parent=self)
        self.problem.setForegroundRole(self.palette().ColorRole.BrightText)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        for place, widget in enumerate(widgets):
            line.addWidget(widget, 1 if place == stretch else 0, Qt.AlignmentFlag.AlignVCenter)
        if stretch is None:
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(line)
        for words in (self.hint, self.problem):
            words.setWordWrap(True)
            words.hide()
            column.addWidget(words)

    def set_shown(self, shown: bool) -> None:
        self.label.setVisible(shown)
        self.setVisible(shown)

    def set_hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def show_problem(self, sentence: str, field: QWidget | None = None) -> None:
        """Says what is wrong beside the field, to a screen reader too; an empty sentence takes it back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for widget in self.widgets:
            widget.setAccessibleDescription(sentence if widget is (field or self.widgets[0]) else "")


class FormRows(QWidget):
    """Rows below each other, their labels in a column of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_WIDE))
        self._grid.setVerticalSpacing(px(self, GAP_SMALL + 1))
        self._grid.setColumnStretch(1, 1)

    def add_row(self, words: str, widgets: Sequence[QWidget], *, stretch: int | None = None) -> FormRow:
        """`words` may hold a mnemonic; `stretch` is the place of the widget that takes the room."""
        label = Label(words, quiet=True, parent=self)
        label.setBuddy(widgets[0])
        label.setFixedHeight(px(self, FIELD_HEIGHT))
        row = FormRow(label, widgets, stretch, self)
        line = self._grid.rowCount()
        self._grid.addWidget(label, line, 0, _TOP)
        self._grid.addWidget(row, line, 1, _TOP)
        return row

    def set_label_width(self, pixels: int) -> None:
        self._grid.setColumnMinimumWidth(0, px(self, pixels))
