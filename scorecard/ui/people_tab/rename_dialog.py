"""Another name for a person; the old one goes on to find them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.people import Person
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.same_name import say_same_name
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.errors import say_error

_WIDTH = 460
_LABEL_WIDTH = 70


class RenameDialog(Dialog):
    """Accepted means renamed, or nothing to rename."""

    def __init__(self, desk: Desk, parent: QWidget | None, person: Person) -> None:
        super().__init__(tr("Rename"), tr("&Rename"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._person = person
        self.name = TextField(tr("New name"), "", self)
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setText(person.name)
        self.name.selectAll()
        self.fields = FormRows(self)
        self.fields.set_label_width(_LABEL_WIDTH)
        self.row = self.fields.add_row(tr("&Name"), [self.name], stretch=0)
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(self.fields)
        self.name.textEdited.connect(self._follow_name)
        self.focus_first(self.name)

    def _follow_name(self, name: str) -> None:
        self.show_problem("")
        hint = say_same_name(self._desk, name, besides=self._person.id)
        self.row.set_hint(hint)
        self.name.setAccessibleDescription(hint)

    @override
    def accept(self) -> None:
        name, person_id = self.name.text(), self._person.id
        unchanged = name == self._person.name
        if unchanged or self._desk.do(lambda services: services.people.profiles.rename(person_id, name), self._refuse):
            super().accept()

    def _refuse(self, error: KnownError) -> None:
        sentence = say_error(error, tr)
        self.show_problem(sentence)
        self.name.setAccessibleDescription(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
