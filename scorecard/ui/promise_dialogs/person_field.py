"""To whom: a name, completed from the people known."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from scorecard.domain.people import People, Person
from scorecard.ui.text import tr
from scorecard.ui.widgets.text_field import TextField


class PersonField(TextField):
    """`person_id` tells persons of one name apart: it holds while the name stands as it was set."""

    def __init__(self, name: str, placeholder: str, people: People, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self._people = people
        self._set: Person | None = None
        self.offer([person.name for person in people.present])

    def offer(self, names: Sequence[str]) -> None:
        """The names to complete, in their order."""
        completer = QCompleter(list(dict.fromkeys(names)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    @property
    def typed(self) -> str:
        return " ".join(self.text().split())

    @property
    def person_id(self) -> str | None:
        """The known person of that name; None for oneself and for somebody new."""
        name = self.typed
        if self._set is not None and self._set.name.casefold() == name.casefold():
            return self._set.id
        found = self._people.named(name) if name else ()
        return found[0].id if found else None

    def set_person(self, name: str, person_id: str | None) -> None:
        self._set = self._people.get(person_id)
        self.setText(name or self._people.name(person_id))

    def say_reading(self) -> str:
        """Who that is, where it is not plain."""
        name = self.typed
        if not name or (self._set is not None and self._set.id == self.person_id):
            return ""
        found = self._people.named(name)
        if not found:
            return tr("Somebody new: will be written down as a person.")
        if len(found) > 1:
            return tr("More than one person has this name. “People” can rename or merge them.")
        known = found[0].name
        return "" if known.casefold() == name.casefold() else tr("Known as {person} now.").format(person=known)
