"""The group of the chosen measures: one there is, a new one, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.texts import NAME_LENGTH, clean_line
from scorecard.overriding import override
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.open_choice import OpenChoice
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px

_WIDTH, _LABEL_WIDTH = 440, 70


class GroupChoiceDialog(Dialog):
    """`decided` carries the name, empty for no group."""

    decided = Signal(str)

    def __init__(self, groups: Sequence[str], group: str, parent: QWidget | None) -> None:
        super().__init__(tr("Into which group?"), tr("&Put them there"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.group = OpenChoice(tr("Group"), groups, tr("none"), self)
        self.group.setEditText(group)
        field = self.group.lineEdit()
        assert field is not None, "it is editable"
        field.setMaxLength(NAME_LENGTH)
        field.selectAll()
        rows = FormRows(self)
        rows.set_label_width(_LABEL_WIDTH)
        rows.add_row(tr("&Group"), [self.group], stretch=0).set_hint(
            tr("A name that no group has yet makes a new one with the import.")
        )
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(rows)
        self.focus_first(self.group)

    @override
    def accept(self) -> None:
        super().accept()
        self.decided.emit(clean_line(self.group.currentText()))
