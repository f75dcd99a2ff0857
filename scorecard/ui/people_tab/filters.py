"""Whom the list shows: one menu to choose by, and a chip for each thing that leaves people out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.relations import RelationLevel
from scorecard.ui.commitments_tab.chip import Chip
from scorecard.ui.people_tab.kept import ALSO, HIDDEN, ONLY, Shown, without
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.words.people import say_group, say_relation_level

if TYPE_CHECKING:
    from scorecard.services.people.list_page import ListPage

_PARTS = ("group", "level", "overdue", "teams", "team_id", "archived")
Teams = Mapping[str, str]  # names by id


def say_parts(shown: Shown, teams: Teams) -> Mapping[str, str]:
    """What leaves people out, or lets more in, by the name of the field."""
    level = say_relation_level(shown.level, tr) if shown.level is not None else ""
    archived = {ALSO: tr("with the archived"), ONLY: tr("archived only")}.get(shown.archived, "")
    words = {
        "group": say_group(shown.group, tr) if shown.group else "",
        "level": tr("no level yet") if shown.without_level else level,
        "overdue": tr("overdue", "contact with a person") if shown.overdue else "",
        "teams": tr("teams only") if shown.teams else "",
        "team_id": tr("in {team}").format(team=teams.get(shown.team_id, "…")) if shown.team_id else "",
        "archived": archived,
    }
    return {part: words[part] for part in _PARTS if words[part]}


class FilterButton(QuietButton):
    """`chosen` carries another Shown."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("F&ilter"), parent)
        self.shown = Shown()
        self._groups: tuple[str, ...] = ()
        self._teams: Teams = {}
        self.clicked.connect(self.open_menu)

    def show_page(self, page: ListPage, shown: Shown) -> None:
        """What there is to choose from; a group that nobody is in any more can still be left."""
        self.shown = shown
        gone = (shown.group,) if shown.group and shown.group not in page.groups else ()
        self._groups = (*page.groups, *gone)
        self._teams = {team.id: team.name for team in page.teams}
        self.setAccessibleDescription(", ".join(say_parts(shown, self._teams).values()))

    @property
    def teams(self) -> Teams:
        return self._teams

    def open_menu(self) -> QMenu:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def make_menu(self) -> QMenu:
        shown, menu = self.shown, QMenu(self)
        groups = [(None, tr("Any group")), *((word, say_group(word, tr)) for word in self._groups)]
        self._submenu(menu, tr("&Group"), [(words, key == shown.group, {"group": key}) for key, words in groups])
        self._submenu(menu, tr("&Level"), self._levels())
        if self._teams:
            teams = [(None, tr("Any team or none")), *self._teams.items()]
            self._submenu(
                menu, tr("In the &team"), [(words, key == shown.team_id, {"team_id": key}) for key, words in teams]
            )
        menu.addSeparator()
        self._line(menu, tr("&Overdue by their rhythm"), shown.overdue, {"overdue": not shown.overdue})
        self._line(menu, tr("Tea&ms only"), shown.teams, {"teams": not shown.teams})
        menu.addSeparator()
        for key, words in ((ALSO, tr("With the &archived")), (ONLY, tr("Archi&ved only"))):
            on = shown.archived == key
            self._line(menu, words, on, {"archived": HIDDEN if on else key})
        menu.addSeparator()
        everybody = menu.addAction(tr("&Show everybody"))
        everybody.setEnabled(shown.narrows)
        everybody.triggered.connect(lambda: self.chosen.emit(Shown()))
        return menu

    def _levels(self) -> list[tuple[str, bool, Mapping[str, object]]]:
        shown = self.shown
        anything = shown.level is None and not shown.without_level
        lines = [
            (say_relation_level(level, tr), shown.level is level, _level(level)) for level in reversed(RelationLevel)
        ]
        return [
            (tr("Any level"), anything, _level(None)),
            *lines,
            (tr("No level yet"), shown.without_level, {"level": None, "without_level": True}),
        ]

    def _submenu(self, menu: QMenu, title: str, lines: list[tuple[str, bool, Mapping[str, object]]]) -> None:
        submenu = menu.addMenu(title)
        group = QActionGroup(submenu)
        for words, on, changes in lines:
            group.addAction(self._line(submenu, words.replace("&", "&&"), on, changes))

    def _line(self, menu: QMenu, words: str, on: bool, changes: Mapping[str, object]) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self.chosen.emit(replace(self.shown, **changes)))  # type: ignore[arg-type]
        return action


def _level(level: RelationLevel | None) -> Mapping[str, object]:
    return {"level": level, "without_level": False}


class FilterChips(FlowRow):
    """`chosen` carries what is left when one is taken away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.chips = {part: Chip(self) for part in _PARTS}
        for part, chip in self.chips.items():
            chip.declined.connect(partial(self._take_away, part))
            self.add(chip)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(chip.text for chip in self.chips.values() if chip.text)

    def show_parts(self, shown: Shown, teams: Teams) -> None:
        self.shown = shown
        words = say_parts(shown, teams)
        for part, chip in self.chips.items():
            text = words.get(part, "")
            chip.show_words(text, decline=tr("No longer by: {filter}").format(filter=text) if text else "")
        self.setVisible(bool(words))
        self.arrange()

    def _take_away(self, part: str) -> None:
        self.chosen.emit(without(self.shown, part))
