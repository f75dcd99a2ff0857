"""What stands in the menus of the window, with the keys that do the same."""

from collections.abc import Callable
from typing import Protocol

from scorecard.ui.away.commands import AwayCommands
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.goal_dialogs.commands import GoalCommands
from scorecard.ui.looks_commands import LooksCommands
from scorecard.ui.main_window import COMMITMENTS, PROGRESS, REFLECTION, SCORECARD, MainWindow
from scorecard.ui.people_tab.commands import PeopleCommands
from scorecard.ui.reminder.commands import ReminderCommands
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.window_actions import SEPARATOR, Command, Lines
from scorecard.ui.window_days import WindowDays


class Deeds(Protocol):
    """What the menus ask of `WindowCommands`."""

    days: WindowDays
    away: AwayCommands
    goals: GoalCommands
    looks: LooksCommands
    backups: BackupCommands
    reminders: ReminderCommands
    people: PeopleCommands

    def open_import(self) -> None: ...
    def open_settings(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def find(self) -> None: ...
    def finish(self) -> None: ...
    def add_measure(self) -> None: ...
    def open_measures(self) -> None: ...
    def set_up_card(self) -> None: ...
    def promise(self) -> None: ...
    def export_due_dates(self) -> None: ...
    def open_export(self) -> None: ...
    def review_week(self) -> None: ...
    def open_menu(self) -> None: ...


def menus_of(window: MainWindow, deeds: Deeds) -> list[tuple[str, Lines]]:
    return [
        (tr("&File"), _file(window, deeds)),
        (tr("&Edit"), _edit(window, deeds)),
        (tr("&Card"), _card(deeds)),
        (tr("&Promises"), _promises(deeds)),
        (tr("Pe&ople"), _people(deeds)),
        (tr("&Go"), _ways(window, deeds)),
        (tr("&View"), _view(deeds)),
        (tr("&Help"), _help(deeds)),
    ]


def _file(window: MainWindow, deeds: Deeds) -> Lines:
    return [
        Command("import", tr("&Import…"), deeds.open_import, (Keys.IMPORT,)),
        Command("export", tr("&Export…"), deeds.open_export),
        Command("backups", tr("&Backups…"), deeds.backups.open),
        SEPARATOR,
        Command("hide", tr("&Hide now"), window.hide_now, (Keys.HIDE_NOW,)),
        Command("settings", tr("&Settings…"), deeds.open_settings, (Keys.SETTINGS,)),
        Command("tray", tr("&Tray menu"), deeds.reminders.open_tray_menu),
        Command("close", tr("&Close the window"), window.close, (Keys.CLOSE,)),
        Command("quit", tr("&Quit"), window.quit, (Keys.QUIT,)),
    ]


def _edit(window: MainWindow, deeds: Deeds) -> Lines:
    scorecard = window.scorecard
    return [
        Command("undo", tr("&Undo"), deeds.undo, (Keys.UNDO,)),
        Command("redo", tr("&Redo"), deeds.redo, (Keys.REDO, Keys.REDO_TOO)),
        SEPARATOR,
        Command("find", tr("F&ind…"), deeds.find, (Keys.FIND,)),
        SEPARATOR,
        Command("history", tr("&History of this value…"), scorecard.show_history_of_entered, (Keys.HISTORY,)),
        Command("note", tr("&Note of this measure"), scorecard.open_note_of_entered),
        SEPARATOR,
        Command("finish", tr("&Finish the day"), deeds.finish, (Keys.FINISH_DAY, Keys.FINISH_DAY_TOO)),
        Command("explain", tr("&Explain the score…"), scorecard.explain, (Keys.EXPLAIN,)),
        Command("snooze", tr("Remind me in 15 minu&tes"), lambda: deeds.reminders.snooze(0)),
        Command("snooze long", tr("Remind me in an h&our"), lambda: deeds.reminders.snooze(1)),
        SEPARATOR,
        Command("away", tr("Away today"), deeds.away.switch, (Keys.AWAY,)),
        Command("aways", tr("&Days away…"), deeds.away.open_ranges),
        Command("missing", tr("&Missing days…"), deeds.away.open_missing),
    ]


def _card(deeds: Deeds) -> Lines:
    return [
        Command("add", tr("&Add a measure…"), deeds.add_measure, (Keys.NEW,)),
        Command("measures", tr("&The card and its measures…"), deeds.open_measures, (Keys.MEASURES, Keys.MEASURES_TOO)),
        Command("set up", tr("&Set up my card…"), deeds.set_up_card),
        Command("goals", tr("&Goals…"), deeds.goals.open, (Keys.GOALS,)),
    ]


def _promises(deeds: Deeds) -> Lines:
    return [
        Command("promise", tr("&Promise something…"), deeds.promise, (Keys.PROMISE,)),
        SEPARATOR,
        Command("export due dates", tr("E&xport due dates to a calendar…"), deeds.export_due_dates),
    ]


def _people(deeds: Deeds) -> Lines:
    return [
        Command("people", tr("&Look somebody up…"), deeds.people.look_up, (Keys.PEOPLE,)),
        Command("person", tr("&Add somebody…"), deeds.people.add),
        SEPARATOR,
        Command("import contacts", tr("&Import contacts…"), deeds.people.import_contacts),
        Command("export contacts", tr("&Export contacts…"), deeds.people.export_contacts),
    ]


def _ways(window: MainWindow, deeds: Deeds) -> Lines:
    return [
        Command("today", tr("&Today"), deeds.days.go_today, (Keys.TODAY,)),
        Command("previous day", tr("&Previous day"), _by(deeds, -1), (Keys.PREVIOUS_DAY,)),
        Command("next day", tr("&Next day"), _by(deeds, 1), (Keys.NEXT_DAY,)),
        Command("previous week", tr("Previous &week"), _by(deeds, -7), (Keys.PREVIOUS_WEEK,)),
        Command("next week", tr("Next w&eek"), _by(deeds, 7), (Keys.NEXT_WEEK,)),
        Command("choose day", tr("&Choose a day…"), deeds.days.choose_day, (Keys.GO_TO_DAY,)),
        SEPARATOR,
        Command("scorecard", tr("&Scorecard"), lambda: window.go_to_page(SCORECARD), (Keys.SCORECARD_TAB,)),
        Command("commitments", tr("C&ommitments"), lambda: window.go_to_page(COMMITMENTS), (Keys.COMMITMENTS_TAB,)),
        Command("reflection", tr("Re&flection"), lambda: window.go_to_page(REFLECTION), (Keys.REFLECTION_TAB,)),
        Command("progress", tr("P&rogress"), lambda: window.go_to_page(PROGRESS), (Keys.PROGRESS_TAB,)),
        Command("people tab", tr("Peop&le"), deeds.people.go, (Keys.PEOPLE_TAB,)),
        SEPARATOR,
        Command("review", tr("Weekly re&view…"), deeds.review_week, (Keys.REVIEW,)),
    ]


def _view(deeds: Deeds) -> Lines:
    return [
        Command("larger", tr("&Larger text"), deeds.looks.larger, (Keys.LARGER_TEXT, Keys.LARGER_TEXT_TOO)),
        Command("smaller", tr("&Smaller text"), deeds.looks.smaller, (Keys.SMALLER_TEXT,)),
        Command("usual size", tr("Text &as usual"), deeds.looks.usual, (Keys.USUAL_TEXT,)),
    ]


def _help(deeds: Deeds) -> Lines:
    return [
        Command(
            "shortcuts", tr("&Keyboard shortcuts"), deeds.looks.open_shortcuts, (Keys.SHORTCUTS, Keys.SHORTCUTS_TOO)
        ),
        Command("about", tr("&About Scorecard"), deeds.looks.open_about),
        Command("menu", tr("Open this &menu"), deeds.open_menu, (Keys.MENU,)),
    ]


def _by(deeds: Deeds, days: int) -> Callable[[], None]:
    return lambda: deeds.days.go_by(days)
