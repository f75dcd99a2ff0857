"""What of a person is chosen, not written: a person or a team, in which team, in which groups, how often in touch."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.people import Person
from scorecard.domain.profiles import GROUPS, LONGEST_RHYTHM, RHYTHMS, PersonKind, in_order
from scorecard.domain.texts import NAME_LENGTH
from scorecard.ui.people_tab.menu_line import MenuLine
from scorecard.ui.people_tab.other_line import OtherLine
from scorecard.ui.people_tab.rhythm_words import say_rhythm
from scorecard.ui.text import tr
from scorecard.words.people import say_group, say_person_kind

_MOST_OWN = 20  # of the user's own words that are offered


class KindLine(MenuLine):
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Is a", "before: person, team"), self._fill_in, parent)
        self._kind = PersonKind.PERSON

    def show_kind(self, kind: PersonKind) -> None:
        self._kind = kind
        self.set_value(say_person_kind(kind, tr))

    def _fill_in(self, menu: QMenu) -> None:
        choice = QActionGroup(menu)
        for kind in PersonKind:
            _tickable(menu, say_person_kind(kind, tr), kind is self._kind, choice).triggered.connect(
                lambda _=False, kind=kind: self.chosen.emit(kind)
            )


class TeamLine(MenuLine):
    """`chosen`: the id of a team or None. `asked`: its page."""

    chosen = Signal(object)
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Team"), self._fill_in, parent)
        self._team: Person | None = None
        self._teams: Sequence[Person] = ()

    def show_team(self, team: Person | None, teams: Sequence[Person]) -> None:
        self._team, self._teams = team, teams
        self.set_value(team.name if team is not None else "", tr("In no team"))

    def _fill_in(self, menu: QMenu) -> None:
        choice, team = QActionGroup(menu), self._team
        if team is not None:
            words = tr("Open {team}").format(team=_plain(team.name))
            menu.addAction(words).triggered.connect(lambda: self.asked.emit(team.id))
            menu.addSeparator()
        none = _tickable(menu, tr("In no team"), team is None, choice)
        none.triggered.connect(lambda: self.chosen.emit(None))
        for one in self._teams:
            action = _tickable(menu, _plain(one.name), team is not None and one.id == team.id, choice)
            action.triggered.connect(lambda _=False, one=one: self.chosen.emit(one.id))
        if not self._teams:
            hint = menu.addAction(tr("Add a team to the list, and it can be chosen here"))
            hint.setEnabled(False)


class GroupsLine(MenuLine):
    """`chosen`: all the groups they are in now. `other` takes a word of the user's own."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Groups"), self._fill_in, parent)
        self._groups: tuple[str, ...] = ()
        self._known: Sequence[str] = ()
        self.other = OtherLine(tr("Another group"), tr("In your own words"), NAME_LENGTH, self, parent)
        self.other.entered.connect(self._add)

    def show_groups(self, groups: Sequence[str], known: Sequence[str]) -> None:
        """`known` are those somebody is in."""
        self._groups, self._known = tuple(groups), known
        self.set_value(", ".join(say_group(word, tr) for word in groups), tr("In none"))

    def _fill_in(self, menu: QMenu) -> None:
        own = [word for word in self._known if word not in GROUPS and word not in self._groups][:_MOST_OWN]
        for word in in_order({*GROUPS, *own, *self._groups}):
            action = menu.addAction(_plain(say_group(word, tr)))
            action.setCheckable(True)
            action.setChecked(word in self._groups)
            action.triggered.connect(lambda on, word=word: self._turn(word, on=on))
        menu.addSeparator()
        menu.addAction(tr("&Another word…"), self.other.ask)

    def _turn(self, word: str, *, on: bool) -> None:
        self.chosen.emit((*self._groups, word) if on else tuple(one for one in self._groups if one != word))

    def _add(self, word: str) -> None:
        known = {say_group(one, tr).casefold(): one for one in GROUPS}
        self.chosen.emit((*self._groups, known.get(word.casefold(), word)))


class RhythmLine(MenuLine):
    """`chosen`: days or None. `other` takes another number of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("In touch"), self._fill_in, parent)
        self._rhythm: int | None = None
        self.other = OtherLine(tr("Every how many days?"), tr("Number of days"), len(str(LONGEST_RHYTHM)), self, parent)
        self.other.entered.connect(self._take)

    def show_rhythm(self, days: int | None) -> None:
        self._rhythm = days
        self.set_value(say_rhythm(days) if days is not None else "", say_rhythm(None))

    def _fill_in(self, menu: QMenu) -> None:
        choice = QActionGroup(menu)
        offered = sorted({*RHYTHMS, *([self._rhythm] if self._rhythm is not None else [])})
        for days in (None, *offered):
            action = _tickable(menu, say_rhythm(days), days == self._rhythm, choice)
            action.triggered.connect(lambda _=False, days=days: self.chosen.emit(days))
        menu.addSeparator()
        menu.addAction(tr("Another &number of days…"), self.other.ask)

    def _take(self, typed: str) -> None:
        """Anything else than a number of days is refused in words, as an impossible rhythm."""
        self.chosen.emit(int(typed) if typed.isdecimal() else 0)


def _tickable(menu: QMenu, words: str, ticked: bool, choice: QActionGroup):  # type: ignore[no-untyped-def]
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(ticked)
    choice.addAction(action)
    return action


def _plain(words: str) -> str:
    """A name as a menu shows it."""
    return words.replace("&", "&&")
