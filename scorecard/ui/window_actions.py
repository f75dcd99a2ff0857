"""The menu and the shortcuts of the window: one list of what it can do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from scorecard.domain.activities import Activity
from scorecard.domain.measures import Kind
from scorecard.ui import say
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.words.activities import say_activity


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a menu. Its keys also work while the menu is closed; the first of them is shown."""

    name: str
    words: str
    act: Callable[[], object]
    keys: tuple[Keys, ...] = ()


SEPARATOR = None
Lines = list[Command | None]


class WindowMenu(QObject):
    """The menus under the window's menu button, and the same commands as shortcuts of the window.

    `about_to_show`: a menu opens, and what it says has to be true.
    """

    about_to_show = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)
        self.actions: dict[str, QAction] = {}

    def add(self, title: str, lines: Lines) -> None:
        submenu = self.menu.addMenu(title)
        submenu.aboutToShow.connect(self.about_to_show)
        for line in lines:
            if line is None:
                submenu.addSeparator()
            else:
                submenu.addAction(self._action(line))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.words, self._window)
        action.setShortcuts([key.sequence for key in command.keys])
        action.triggered.connect(lambda: command.act())
        self._window.addAction(action)
        self.actions[command.name] = action
        return action

    def set_keys(self, **keys: tuple[Keys, ...]) -> None:
        """Other keys for some commands, by their names."""
        for name, sequences in keys.items():
            self.actions[name].setShortcuts([key.sequence for key in sequences])

    def show_undo(self, undo: Activity | None, redo: Activity | None) -> None:
        """The menu says what an undo would take back."""
        for name, activity, plain, telling in (
            ("undo", undo, tr("&Undo"), tr("&Undo {what}")),
            ("redo", redo, tr("&Redo"), tr("&Redo {what}")),
        ):
            action = self.actions[name]
            action.setEnabled(activity is not None)
            what = say_of_activity(activity) if activity is not None else ""
            action.setText(telling.format(what=what.replace("&", "&&")) if what else plain)

    def show_away(self, words: str) -> None:
        """What switches being away on the day of the scorecard; empty where it can't be."""
        action = self.actions["away"]
        action.setEnabled(bool(words))
        action.setText(words or tr("Away today"))

    def show_reminder(self, stands: bool, has_icon: bool) -> None:
        """A reminder can be put off while it stands; the icon in the tray has a menu while there is one."""
        for name in ("snooze", "snooze long"):
            self.actions[name].setVisible(stands)
        self.actions["tray"].setVisible(has_icon)

    def install_bar(self, window: QMainWindow) -> None:
        """Where the system has a menu bar of its own, the menus stand there too."""
        bar = window.menuBar()
        if bar.isNativeMenuBar():
            for action in self.menu.actions():
                bar.addAction(action)
        else:
            bar.hide()


def say_of_activity(activity: Activity) -> str:
    """ "3 for Thank-yous, Fri 20 Nov": what an activity did, for the menu."""
    return say_activity(
        activity,
        tr,
        lambda day: say.say_short_day(date.fromisoformat(day)),
        lambda value, kind: say.say_value(Kind(kind), Decimal(value)),
    )
