"""Whom a check-in is about: oneself, a person or a team, by a name that is completed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.domain.checkins import Subject
from scorecard.domain.people import People
from scorecard.services.checkin_page import SeriesKey
from scorecard.ui.promise_dialogs.person_field import PersonField
from scorecard.ui.reflection_tab.checkin_wording import say_subject
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.segments import Segments

_WIDEST = 300


class SubjectChoice(QWidget):
    edited = Signal()

    def __init__(self, subjects: tuple[Subject, ...], people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subjects = subjects
        options = [(subject.value, say_subject(subject)) for subject in subjects]
        self.segments = Segments(options, tr("About"), self, widest=_WIDEST)
        self.segments.setVisible(len(subjects) > 1)
        self.name = PersonField(tr("Name"), tr("Who?"), people, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.segments)
        line.addWidget(self.name, 1)
        line.addStretch(0)
        self.setFocusProxy(self.segments if len(subjects) > 1 else self.name)
        self.segments.chosen.connect(self._follow_choice)
        self.name.textChanged.connect(self.edited)

    @property
    def subject(self) -> Subject:
        return self._subjects[self.segments.chosen_index or 0]

    @property
    def typed(self) -> str:
        """The name; empty for oneself."""
        return "" if self.subject is Subject.ME else self.name.typed

    @property
    def person_id(self) -> str | None:
        return None if self.subject is Subject.ME else self.name.person_id

    @property
    def lacks_name(self) -> bool:
        return self.subject is not Subject.ME and not self.typed

    def set_key(self, key: SeriesKey, name: str) -> None:
        """Begins with whom the last one was about, as far as the definition still allows it."""
        subject = key.subject if key.subject in self._subjects else self._subjects[0]
        self.segments.set_chosen(self._subjects.index(subject))
        self.name.set_person(name, key.person_id)
        self._show_name()

    def _follow_choice(self) -> None:
        self._show_name()
        if self.lacks_name:
            self.name.setFocus()
        self.edited.emit()

    def _show_name(self) -> None:
        self.name.setVisible(self.subject is not Subject.ME)
