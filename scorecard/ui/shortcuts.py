"""Every key of the program in one place: the menu takes its sequences from here, the help its words."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QKeySequence

from scorecard.ui.promise_dialogs.keys import PromiseOrder, key_of
from scorecard.ui.shortcuts_of_parts import chart_keys, dialog_keys, keys_between, list_keys
from scorecard.ui.text import tr

FIND_PROMISES = "/"  # on the Commitments page
FIND_PEOPLE = "/"  # on the People page


class Section(Enum):
    ROW = auto()
    DAY = auto()
    CARD = auto()
    PROMISES = auto()
    QUICK_LINE = auto()
    PEOPLE = auto()
    LISTS = auto()
    CHARTS = auto()
    DIALOGS = auto()
    WINDOW = auto()


class Keys(Enum):
    """Sequences of the window's actions, in Qt's portable notation; Ctrl is Command on a Mac."""

    PREVIOUS_DAY = "Alt+Left"
    NEXT_DAY = "Alt+Right"
    TODAY = "Ctrl+T"
    GO_TO_DAY = "Ctrl+G"
    PREVIOUS_WEEK = "Ctrl+PgUp"
    NEXT_WEEK = "Ctrl+PgDown"
    FINISH_DAY = "Ctrl+Return"
    FINISH_DAY_TOO = "Ctrl+Enter"
    EXPLAIN = "Ctrl+E"
    AWAY = "Ctrl+Shift+A"
    HISTORY = "Ctrl+H"
    NEW = "Ctrl+N"
    MEASURES = "Ctrl+M"
    MEASURES_TOO = "Ctrl+Shift+M"
    GOALS = "Ctrl+Shift+G"
    PROMISE = "Ctrl+Shift+P"
    PEOPLE = "Ctrl+Shift+O"
    IMPORT = "Ctrl+I"
    REVIEW = "Ctrl+R"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Shift+Z"
    REDO_TOO = "Ctrl+Y"
    SCORECARD_TAB = "Ctrl+1"
    COMMITMENTS_TAB = "Ctrl+2"
    REFLECTION_TAB = "Ctrl+3"
    PROGRESS_TAB = "Ctrl+4"
    PEOPLE_TAB = "Ctrl+5"
    HIDE_NOW = "Ctrl+L"
    FIND = "Ctrl+F"
    SETTINGS = "Ctrl+,"
    LARGER_TEXT = "Ctrl++"
    LARGER_TEXT_TOO = "Ctrl+="  # the same key without Shift on many keyboards
    SMALLER_TEXT = "Ctrl+-"
    USUAL_TEXT = "Ctrl+0"
    SHORTCUTS = "F1"
    SHORTCUTS_TOO = "Ctrl+?"
    MENU = "F10"
    QUIT = "Ctrl+Q"
    CLOSE = "Ctrl+W"

    @property
    def sequence(self) -> QKeySequence:
        return QKeySequence(self.value)

    @property
    def shown(self) -> str:
        """As keys are named on this system, e.g. for a tooltip."""
        return self.sequence.toString(QKeySequence.SequenceFormat.NativeText)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`keys` are shown side by side; each of them does what `words` say."""

    keys: tuple[str, ...]
    words: str
    section: Section


def say_section(section: Section) -> str:
    return {
        Section.ROW: tr("On the row of a measure"),
        Section.DAY: tr("Days and weeks"),
        Section.CARD: tr("The card"),
        Section.PROMISES: tr("Promises"),
        Section.QUICK_LINE: tr("Quick add of a promise"),
        Section.PEOPLE: tr("People"),
        Section.LISTS: tr("In lists"),
        Section.CHARTS: tr("On charts and tables"),
        Section.DIALOGS: tr("In dialogs"),
        Section.WINDOW: tr("Everywhere"),
    }[section]


def shortcuts() -> tuple[Shortcut, ...]:
    """All of them, in the order in which they are explained."""
    own = (
        *_row_keys(), *_day_keys(), *_card_keys(), *_promise_keys(), *_quick_keys(), *_people_keys(), *_window_keys(),
    )  # fmt: skip
    parts = ((Section.LISTS, list_keys()), (Section.CHARTS, chart_keys()), (Section.DIALOGS, dialog_keys()))
    return (*own, *(Shortcut(keys, words, section) for section, lines in parts for keys, words in lines))


def _row_keys() -> tuple[Shortcut, ...]:
    yes, no = tr("y", "key for yes").upper(), tr("n", "key for no").upper()
    skip = tr("s", "key that skips a measure").upper()
    note = tr("m", "key that opens the note of a measure").upper()
    return (
        _on_row(("0–9",), tr("Type the value")),
        _on_row(("+", "−"), tr("One step more, one step less")),
        _on_row((yes, no), tr("Yes, no")),
        _on_row((_named("Space"),), tr("Exactly what it asks")),
        _on_row((_named("Enter"), "↓"), tr("On to the next measure")),
        _on_row(("↑",), tr("Back to the one before")),
        _on_row((skip,), tr("Skip it today")),
        _on_row((note,), tr("Write a note")),
        _on_row((_named("Backspace"),), tr("Back to unknown")),
    )


def _day_keys() -> tuple[Shortcut, ...]:
    return (
        _keys(Section.DAY, tr("The day before, the day after"), Keys.PREVIOUS_DAY, Keys.NEXT_DAY),
        _keys(Section.DAY, tr("The week before, the week after"), Keys.PREVIOUS_WEEK, Keys.NEXT_WEEK),
        _keys(Section.DAY, tr("Today"), Keys.TODAY),
        _keys(Section.DAY, tr("Go to a day"), Keys.GO_TO_DAY),
        _keys(Section.DAY, tr("Finish the day"), Keys.FINISH_DAY, Keys.FINISH_DAY_TOO),
        _keys(Section.DAY, tr("How the score came about"), Keys.EXPLAIN),
        _keys(Section.DAY, tr("Away on this day, or not after all"), Keys.AWAY),
        Shortcut((tr("w", "key that asks whom one served").upper(),), tr("Whom did I serve?"), Section.DAY),
    )


def _card_keys() -> tuple[Shortcut, ...]:
    return (
        _keys(Section.CARD, tr("Add a measure"), Keys.NEW),
        _keys(Section.CARD, tr("The card and all measures"), Keys.MEASURES, Keys.MEASURES_TOO),
        _keys(Section.CARD, tr("Goals"), Keys.GOALS),
        _in_card(tr("There: a measure or a group up, down"), "Alt+Up", "Alt+Down"),
        _in_card(tr("There: onto the card, onto the bench"), "Alt+Left", "Alt+Right"),
        _in_card(tr("There: edit, duplicate, retire"), "F2", "Ctrl+D", "Del"),
        _keys(Section.CARD, tr("History of this value"), Keys.HISTORY),
        _keys(Section.CARD, tr("Import"), Keys.IMPORT),
    )


def _in_card(words: str, *keys: str) -> Shortcut:
    """In the window of the card (ui/card_editor/orders.py)."""
    return Shortcut(tuple(_named(key) for key in keys), words, Section.CARD)


def _promise_keys() -> tuple[Shortcut, ...]:
    settling = (PromiseOrder.KEEP, PromiseOrder.LATE, PromiseOrder.MOVE, PromiseOrder.BREAK, PromiseOrder.RELEASE)
    return (
        _keys(Section.PROMISES, tr("Promise something"), Keys.PROMISE),
        _keys(Section.PROMISES, tr("The same, on the Commitments page"), Keys.NEW),
        *(_of_promise(words, order) for words, order in zip(_settling_words(), settling, strict=True)),
        _of_promise(tr("Kept or late, with day and note"), PromiseOrder.KEEP_NOTED, PromiseOrder.LATE_NOTED),
        _of_promise(tr("Broken or released, with day and note"), PromiseOrder.BREAK_NOTED, PromiseOrder.RELEASE_NOTED),
        _of_promise(tr("Reopen it"), PromiseOrder.REOPEN),
        Shortcut(("1", "2", "3"), tr("Commitment, best effort, good intention"), Section.PROMISES),
        _of_promise(tr("Its history"), PromiseOrder.HISTORY),
        Shortcut((_named("Enter"), key_of(PromiseOrder.EDIT)), tr("Edit it"), Section.PROMISES),
        _of_promise(tr("Remove it"), PromiseOrder.REMOVE),
        Shortcut((FIND_PROMISES,), tr("Search promises"), Section.PROMISES),
    )


def _quick_keys() -> tuple[Shortcut, ...]:
    """Those of the quick line on the Commitments page, and the way there."""
    return (
        _in_line(tr("Begin one"), tr("n", "key that goes to the quick line").upper()),
        _in_line(tr("Promise what is typed"), "Enter"),
        _in_line(tr("Commitment, best effort, good intention"), "Alt+1", "Alt+2", "Alt+3"),
        _in_line(tr("Another person, another date"), "Alt+P", "Alt+D"),
        _in_line(tr("Not a person, not a date"), "Alt+Shift+P", "Alt+Shift+D"),
        _in_line(tr("More: the whole promise"), "Ctrl+Return"),
    )


def _people_keys() -> tuple[Shortcut, ...]:
    """Those of the list on the People page."""
    letter = tr("n", "key that adds a person").upper()
    return (
        _keys(Section.PEOPLE, tr("Look somebody up, from anywhere"), Keys.PEOPLE),
        Shortcut((FIND_PEOPLE,), tr("Search people; any other letter does too"), Section.PEOPLE),
        Shortcut((_named("Enter"),), tr("Open their page; in the search, that of the first found"), Section.PEOPLE),
        Shortcut((_named("Esc"),), tr("Back to the list, then to everybody"), Section.PEOPLE),
        Shortcut((letter, Keys.NEW.shown), tr("Add somebody"), Section.PEOPLE),
        Shortcut((_named("F2"),), tr("Rename somebody"), Section.PEOPLE),
        Shortcut((_named("Del"),), tr("Archive somebody"), Section.PEOPLE),
        *(Shortcut(keys, words, Section.PEOPLE) for keys, words in keys_between()),
    )


def _in_line(words: str, *keys: str) -> Shortcut:
    return Shortcut(tuple(_named(key) for key in keys), words, Section.QUICK_LINE)


def _settling_words() -> tuple[str, ...]:
    return tr("Kept"), tr("Done, but late"), tr("Renegotiate"), tr("Broken"), tr("Released")


def _of_promise(words: str, *orders: PromiseOrder) -> Shortcut:
    return Shortcut(tuple(key_of(order) for order in orders), words, Section.PROMISES)


def _window_keys() -> tuple[Shortcut, ...]:
    return (
        _keys(Section.WINDOW, tr("Find what you wrote"), Keys.FIND),
        _keys(Section.WINDOW, tr("Undo"), Keys.UNDO),
        _keys(Section.WINDOW, tr("Redo"), Keys.REDO, Keys.REDO_TOO),
        _keys(
            Section.WINDOW,
            tr("The pages, in their order"),
            Keys.SCORECARD_TAB,
            Keys.COMMITMENTS_TAB,
            Keys.REFLECTION_TAB,
            Keys.PROGRESS_TAB,
            Keys.PEOPLE_TAB,
        ),
        _keys(Section.WINDOW, tr("Weekly review"), Keys.REVIEW),
        _keys(Section.WINDOW, tr("Hide everything until a key"), Keys.HIDE_NOW),
        _keys(Section.WINDOW, tr("Settings"), Keys.SETTINGS),
        _keys(Section.WINDOW, tr("Larger text"), Keys.LARGER_TEXT, Keys.LARGER_TEXT_TOO),
        _keys(Section.WINDOW, tr("Smaller text, and as usual again"), Keys.SMALLER_TEXT, Keys.USUAL_TEXT),
        _keys(Section.WINDOW, tr("These shortcuts"), Keys.SHORTCUTS, Keys.SHORTCUTS_TOO),
        _keys(Section.WINDOW, tr("Menu"), Keys.MENU),
        _keys(Section.WINDOW, tr("Close the window"), Keys.CLOSE),
        _keys(Section.WINDOW, tr("Quit"), Keys.QUIT),
    )


def _named(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _on_row(keys: tuple[str, ...], words: str) -> Shortcut:
    return Shortcut(keys, words, Section.ROW)


def _keys(section: Section, words: str, *keys: Keys) -> Shortcut:
    return Shortcut(tuple(key.shown for key in keys), words, section)
