"""The name of a group: of a new one, or of one that is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.goals import Part, PartKind
from scorecard.domain.measures import Group
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.desk import Desk
from scorecard.ui.goals.goal_choice import goal_choice_of
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error

_WIDTH = 440
_LABEL_WIDTH = 70


class GroupDialog(Dialog):
    """`group` None: a new one. Accepted means saved, or nothing to save; `saved` carries the id.

    What else a group has (a goal) gets a row of its own in `fields`, below the name.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, group: Group | None) -> None:
        title = tr("New group") if group is None else tr("Rename the group")
        super().__init__(title, tr("&Save"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._group = group
        self.name = TextField(tr("Name of the group"), tr("Customers"), self)
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(group.name if group is not None else "")
        self.fields = FormRows(self)
        self.fields.set_label_width(_LABEL_WIDTH)
        self.fields.add_row(tr("&Name"), [self.name], stretch=0)
        self.goals = goal_choice_of(desk, Part(PartKind.GROUP, group.id) if group is not None else None, self)
        self.fields.add_row(tr("&Goals"), [self.goals]).set_shown(self.goals.offered)
        self._goals_before = self.goals.chosen
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(self.fields)
        self.name.textEdited.connect(lambda _: self.show_problem(""))
        self.name.selectAll()
        self.focus_first(self.name)

    @override
    def accept(self) -> None:
        name, group = self.name.text(), self._group
        goals = self.goals.chosen if self.goals.chosen != self._goals_before else None
        if group is not None and name == group.name and goals is None:
            super().accept()
            return
        made: list[str] = []
        if group is None:
            done = self._desk.do(lambda s: made.append(s.card_groups.add(name, goals)), self._refuse)
        else:
            done = self._desk.do(lambda s: s.card_groups.rename(group.id, name, goals), self._refuse)
            made.append(group.id)
        if done:
            super().accept()
            self.saved.emit(made[0] if made else "")

    def _refuse(self, error: KnownError) -> None:
        sentence = say_error(error, tr)
        self.show_problem(sentence)
        self.name.setAccessibleDescription(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
