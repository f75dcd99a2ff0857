"""What holds for a table as a whole: how its rows, columns, days and numbers are written."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scorecard.services.importing_tables import (
    DayForm,
    Encoding,
    OpenTable,
    Point,
    Separator,
    Several,
    Shape,
    TableMapping,
)
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.importing_tables import (
    say_encoding,
    say_form,
    say_header,
    say_point,
    say_separator,
    say_several,
    say_shape,
)

_ACROSS = 3
_HEADERS = 10  # rows that may be said to name the columns
_NONE = ""


class MappingFields(QWidget):
    """`edited` carries the mapping that is chosen now."""

    edited = Signal(object)

    def __init__(self, table: OpenTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._mapping = table.mapping
        self.shape = self._box((shape.value, say_shape(shape, tr)) for shape in Shape)
        self.separator = self._box((mark.value, say_separator(mark, tr)) for mark in Separator)
        self.header = self._box((_key(row), say_header(row, tr)) for row in (None, *range(_HEADERS)))
        self.form = self._box((_key(form), say_form(form, tr)) for form in (None, *DayForm))
        self.point = self._box((_key(point), say_point(point, tr)) for point in (None, *Point))
        self.several = self._box((several.value, say_several(several, tr)) for several in Several)
        self.encoding = self._box((encoding.value, say_encoding(encoding, tr)) for encoding in Encoding)
        self._arrange()
        self.show_mapping(table.mapping)

    def show_mapping(self, mapping: TableMapping) -> None:
        self._mapping = mapping
        for box, key in (
            (self.shape, mapping.shape.value),
            (self.separator, mapping.separator.value),
            (self.header, _key(mapping.header)),
            (self.form, _key(mapping.form)),
            (self.point, _key(mapping.point)),
            (self.several, mapping.several.value),
            (self.encoding, mapping.encoding.value),
        ):
            box.setCurrentIndex(box.findData(key))

    def _box(self, options: Iterable[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(tuple(options), self)
        box.activated.connect(self._follow)
        return box

    def _follow(self) -> None:
        mapping = self._chosen()
        if mapping != self._mapping:
            self.show_mapping(mapping)
            self.edited.emit(mapping)

    def _chosen(self) -> TableMapping:
        """Another cut or another shape begins with what is likeliest there."""
        old = self._mapping
        encoding = Encoding(self.encoding.currentData())
        separator, shape = Separator(self.separator.currentData()), Shape(self.shape.currentData())
        if separator is not old.separator:
            return replace(self._table.guess(separator), encoding=encoding)
        if shape is not old.shape:
            guessed = self._table.guess(separator, shape)
            return replace(guessed, header=old.header, form=old.form, point=old.point, encoding=encoding)
        header, form, point = self.header.currentData(), self.form.currentData(), self.point.currentData()
        return replace(
            old,
            header=None if header == _NONE else int(header),
            form=None if form == _NONE else DayForm(form),
            point=None if point == _NONE else Point(point),
            several=Several(self.several.currentData()),
            encoding=encoding,
        )

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(self, GAP))
        grid.setVerticalSpacing(px(self, GAP_SMALL))
        fields = [
            (tr("&The table has"), self.shape),
            (tr("&Between columns stands"), self.separator),
            (tr("The na&mes of the columns are in"), self.header),
            (tr("&Dates are written"), self.form),
            (tr("D&ecimals are written"), self.point),
            (tr("If a day has several &rows"), self.several),
        ]
        if self._table.look.encoding is not Encoding.UNICODE:
            fields.append((tr("&Letters are written in"), self.encoding))
        self.encoding.setVisible(len(fields) > 2 * _ACROSS)
        for place, (words, box) in enumerate(fields):
            cell = QVBoxLayout()
            cell.setSpacing(px(self, GAP_TINY))
            label = Label(words, TextStyle.SMALL, parent=self)
            label.setBuddy(box)
            cell.addWidget(label)
            cell.addWidget(box)
            grid.addLayout(cell, place // _ACROSS, place % _ACROSS)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)


def _key(value: object) -> str:
    return _NONE if value is None else str(value)
