"""The note of a measure that was not on the card of its day, and so has no row there that would show it."""

from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scorecard.domain.marks import Entry
from scorecard.domain.measures import Measure
from scorecard.services.services import Services
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_SIZE = (560, 380)


class NoteDialog(Dialog):
    """To be read and copied: an entry off the card is changed by nobody."""

    def __init__(self, measure: Measure, entry: Entry, parent: QWidget) -> None:
        super().__init__(tr("Note"), tr("&Close"), parent=parent)
        self.title.setText(measure.name)
        terms = measure.terms_on(entry.day) or measure.terms[0]
        self.day = Label(f"{say.say_day_with_year(entry.day)} · {say.say_entry(terms, entry)}", quiet=True, parent=self)
        self.reason = Label(
            tr("This measure was not on the card of that day, so its note is not shown there."), quiet=True, parent=self
        )
        self.note = QPlainTextEdit(entry.note, self)
        self.note.setReadOnly(True)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(tr("Note"))
        for label in (self.day, self.reason):
            label.setWordWrap(True)
        self.content.addWidget(self.day)
        self.content.addWidget(self.note, 1)
        self.content.addWidget(self.reason)
        self.focus_first(self.note)
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))


def open_note(desk: Desk, window: QWidget, day: date, measure_id: str) -> None:
    def read(services: Services) -> tuple[Measure, Entry] | None:
        snapshot = services.scoring.snapshot(day, day)
        entry = snapshot.entries.get((day, measure_id))
        return None if entry is None else (snapshot.card.measure(measure_id), entry)

    found = desk.ask(read)
    if found is not None:
        NoteDialog(*found, window).open()
