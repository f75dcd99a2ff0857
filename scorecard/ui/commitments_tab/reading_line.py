"""How a typed line is understood, before Enter: level, words, person, date, and the own record with such promises."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.due import Due
from scorecard.domain.promises import Level
from scorecard.services.quick_line.reader import Addressee, Part
from scorecard.ui.commitments_tab.chip import Chip
from scorecard.ui.commitments_tab.quick_state import QuickState
from scorecard.ui.commitments_tab.wording import say_due_fully
from scorecard.ui.say_promises import say_level
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.segments import Segments

_LEVELS = tuple(Level)
_MOST_NAMES, _MOST_DATES = 2, 3


class ReadingLine(QWidget):
    level_chosen = Signal(object)
    turned = Signal(object)  # the Part of which another reading is wanted
    declined = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = FlowRow(self)
        self.levels = Segments([(level.value, say_level(level)) for level in Level], tr("Level"), self, widest=420)
        self.levels.setToolTip(tr("{first} to {last}").format(first=shown("Alt+1"), last=shown("Alt+3")))
        self.words = ElidedLabel("", TextStyle.MEDIUM, parent=self)
        self.person, self.due = Chip(self), Chip(self)
        self.more = LinkButton(tr("More…"), self)
        self.more.setToolTip(shown("Ctrl+Return"))
        self.record = Label("", quiet=True, parent=self)
        self.record.setWordWrap(True)
        for widget in (self.levels, self.words, self.person, self.due):
            self.row.add(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.record, 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL - 2))
        column.addWidget(self.row)
        column.addLayout(foot)
        self._connect()
        self.hide()

    def show_state(self, state: QuickState, today: date, record: str) -> None:
        self.levels.set_chosen(_LEVELS.index(state.level))
        self.words.setText(tr("“{words}”").format(words=state.words) if state.words else tr("No words yet"))
        self._show_person(state)
        self._show_due(state, today)
        self.record.setText(record)
        self.record.setVisible(bool(record))
        self.show()
        self.row.arrange()

    def spoken(self, state: QuickState) -> str:
        """All of it in one sentence."""
        parts = (say_level(state.level), state.words, self.person.text, self.due.text, self.record.text())
        return ", ".join(part for part in parts if part)

    def _show_person(self, state: QuickState) -> None:
        named = state.reading.addressees if state.reading is not None else ()
        if Part.PERSON in state.declined:
            self.person.show_words(tr("person left as text"), key=shown("Alt+Shift+P"))
            return
        words = say_addressees(named, state.person_at)
        key = shown("Alt+P") if len(named) > 1 else ""
        self.person.show_words(words, key=key, decline=_named(tr("Not a person"), "Alt+Shift+P"))

    def _show_due(self, state: QuickState, today: date) -> None:
        dues = state.reading.dues if state.reading is not None else ()
        if Part.DUE in state.declined:
            self.due.show_words(tr("date left as text"), key=shown("Alt+Shift+D"))
            return
        words = say_dues(dues, state.due_at, today)
        key = shown("Alt+D") if len(dues) > 1 else ""
        self.due.show_words(words, key=key, decline=_named(tr("Not a date"), "Alt+Shift+D"))

    def _connect(self) -> None:
        self.levels.chosen.connect(lambda index: self.level_chosen.emit(_LEVELS[index]))
        self.person.pressed.connect(lambda: self.turned.emit(Part.PERSON))
        self.due.pressed.connect(lambda: self.turned.emit(Part.DUE))
        self.person.declined.connect(lambda: self.declined.emit(Part.PERSON))
        self.due.declined.connect(lambda: self.declined.emit(Part.DUE))
        self.more.clicked.connect(self.more_asked)


def say_addressees(named: Sequence[Addressee], chosen: int) -> str:
    """ "to Ana (new)"; several ways to read it: "to Ana Ng or Ana Lee?", "to Ana Ng or 2 others?"."""
    if not named:
        return ""
    names = [_say_addressee(place, named) for place in range(len(named))]
    return _asked(tr("to {person}"), "person", names, chosen, _MOST_NAMES)


def say_dues(dues: Sequence[Due], chosen: int, today: date) -> str:
    """ "due Fri 27 Nov", "due Fri 27 Nov or Fri 20 Nov?"."""
    ways = [say_due_fully(due, today) for due in dues]
    return _asked(tr("due {date}"), "date", ways, chosen, _MOST_DATES) if ways else ""


def _asked(pattern: str, place: str, ways: list[str], chosen: int, most: int) -> str:
    """`most` ways are said, the chosen one first; of more, how many there are."""
    first = chosen % len(ways)
    ordered = [*ways[first:], *ways[:first]]
    if len(ordered) > most:
        ordered[1:] = [tr("%n other(s)", "", len(ways) - 1)]
    several = tr(" or ").join(ordered)
    words = pattern.format(**{place: several})
    return tr("{words}?").format(words=words) if len(ways) > 1 else words


def _say_addressee(place: int, named: Sequence[Addressee]) -> str:
    addressee = named[place]
    if not addressee.name:
        return tr("myself")
    namesakes = [n for n, other in enumerate(named) if other.name == addressee.name and other.person is not None]
    if addressee.person is None:
        return tr("{name} (new)").format(name=addressee.name)
    if len(namesakes) == 1:
        return addressee.name
    return tr("{name} ({number} of {all})").format(
        name=addressee.name, number=namesakes.index(place) + 1, all=len(namesakes)
    )


def shown(keys: str) -> str:
    """Keys as they are named on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _named(words: str, keys: str) -> str:
    return tr("{words} ({keys})").format(words=words, keys=shown(keys))
