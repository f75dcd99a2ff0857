"""To whom a measure matters: in free words, or somebody in the list of people, who is completed and then linked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from scorecard.domain.people import Person
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.text_field import TextField

KnownNames = Sequence[tuple[str, Person]]


class WhomField(TextField):
    """Whoever is named in it is who the measure serves; words of one's own leave a link that was made elsewhere."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        """`words` are those of other measures. People are offered once they are handed over by `link`."""
        super().__init__(tr("To whom it matters"), tr("Customers who called"), parent)
        self._words = words
        self._names: KnownNames = ()
        self._linked: Person | None = None
        self._fresh = False
        self._touched = False
        self._opened_with = ""
        self.textEdited.connect(self._touch)
        self._complete()

    def link(self, names: KnownNames, linked: Person | None, *, fresh: bool) -> None:
        """`linked` is whom it serves so far; `fresh`: the measure is new, and takes that over from another."""
        self._names, self._linked, self._fresh = names, linked, fresh
        self._complete()
        if linked is not None and not self.text():
            self.setText(linked.name)
        self._opened_with = self.typed
        self._touched = False

    @property
    def typed(self) -> str:
        return " ".join(self.text().split())

    @property
    def person(self) -> Person | None:
        """Whom it would serve, as things stand."""
        if not self._touched:
            return self._linked
        found = self._named(self.typed)
        if found or self._linked is None or not self.typed:
            return found[0] if found else None
        by_name = any(one.id == self._linked.id for one in self._named(self._opened_with))
        return None if by_name else self._linked

    @property
    def serves(self) -> str | None:
        """For a draft: an id, empty for nobody, None when nothing was done about it."""
        if not self._touched and not self._fresh:
            return None
        return self.person.id if self.person is not None else ""

    def say_reading(self) -> str:
        """Who that is, where a person is meant."""
        person = self.person
        if person is None:
            return ""
        if len(self._named(self.typed)) > 1:
            return tr("More than one person has this name. “People” can rename or merge them.")
        return tr("Counts on the page of {person}.").format(person=person.name)

    def _named(self, name: str) -> Sequence[Person]:
        wanted = name.casefold()
        found = {person.id: person for known, person in self._names if known.casefold() == wanted} if wanted else {}
        return tuple(found.values())

    def _touch(self) -> None:
        self._touched = True

    def _complete(self) -> None:
        names = dict.fromkeys(name for name, _ in self._names)
        completer = QCompleter([*names, *(word for word in self._words if word not in names)], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._choose)
        self.setCompleter(completer)  # the one before is the field's own, and goes with this

    def _choose(self, name: str) -> None:
        """A choice says no `textEdited` of its own."""
        self.setText(name)
        self.textEdited.emit(name)


def link_whom(field: WhomField, desk: Desk, measure_id: str | None, *, fresh: bool) -> None:
    """With the people there are, and whom the measure serves."""
    names = desk.ask(lambda services: services.people.names()) or ()
    linked = desk.ask(lambda services: services.people.of_measure(measure_id)) if measure_id is not None else None
    field.link(names, linked, fresh=fresh)
