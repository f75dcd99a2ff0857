"""The end of a day: its score and grade, how much of it is known, how it felt, and the one sentence for tomorrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.ripple_words import say_ripples
from scorecard.ui.finishing.states import ResultState, result_state
from scorecard.ui.finishing.step import StepArea
from scorecard.ui.finishing.writing_step import WritingStep
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY, GAP_WIDE
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.ui.widgets.score_ring import ScoreRing

_MOST_LINES = 3
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ResultStep(WritingStep):
    """The day is finished when this is seen. What tomorrow is for can still be written here if it was not."""

    def __init__(self, page: ReflectionPage, desk: Desk, parent: QWidget) -> None:
        state = result_state(page)
        super().__init__(state.title, tr("&Finish the day"), page, desk, parent)
        self.card = Card(parent=self)
        self.ring = ScoreRing(self.card)
        self.ring.setToolTip(tr("How this score came about"))
        self.lines = [self._make_line(place) for place in range(_MOST_LINES)]
        self.ripple = self._make_line(1)
        self.sentence: Label | None = None
        self._lay_out()
        self._add_tomorrow(state)
        self._show(state)
        self.ring.clicked.connect(self._explain)

    @override
    def show_page(self, page: ReflectionPage) -> None:
        self._show(result_state(page))

    @property
    @override
    def first(self) -> QWidget:
        return self.ring

    def _show(self, state: ResultState) -> None:
        self.ring.set_reading(state.share, state.big, state.small)
        self.ring.setAccessibleName(tr("{score}. Explain").format(score=state.spoken))
        for place, label in enumerate(self.lines):
            label.setText(state.lines[place] if place < len(state.lines) else "")
            label.setVisible(place < len(state.lines))
        self._show_ripple(state.spoken)
        if self.sentence is not None:
            self.sentence.setText(tr("“{words}”").format(words=state.sentence))
        for written in self.places:
            if state.tomorrow is not None:
                written.show_place(state.tomorrow, afresh=False)

    def _show_ripple(self, spoken: str) -> None:
        """Who got something from the day."""
        ripples = self.desk.ask(lambda services: services.people.ripple(self.page.page)) or ()
        words = say_ripples(ripples)
        self.spoken = ". ".join(part for part in (spoken, words) if part)
        self.ripple.setText(words)
        self.ripple.setVisible(bool(words))

    def _add_tomorrow(self, state: ResultState) -> None:
        """What was written, or where it can be written now."""
        body = self.card.body
        if state.tomorrow is None:
            body.addStretch(1)
            return
        body.addSpacing(px(self, GAP_WIDE))
        if state.sentence:
            self.sentence = Label("", TextStyle.NAME, parent=self.card)
            self.sentence.setWordWrap(True)
            self.sentence.setAlignment(_CENTRE)
            heading = SectionLabel(state.tomorrow.heading, self.card)
            heading.setAlignment(_CENTRE)
            heading.setWordWrap(True)
            body.addWidget(heading)
            body.addWidget(self.sentence)
        else:
            body.addWidget(self.make_place(state.tomorrow, self.card))
        body.addStretch(1)

    def _make_line(self, place: int) -> Label:
        label = Label("", TextStyle.HEADING if place == 0 else TextStyle.BODY, quiet=place > 0, parent=self.card)
        label.setAlignment(_CENTRE)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        body = self.card.body
        body.setSpacing(px(self, GAP_TINY))
        body.addStretch(1)
        body.addWidget(self.ring, 0, _CENTRE)
        body.addSpacing(px(self, GAP_SMALL))
        for label in (*self.lines, self.ripple):
            body.addWidget(label)
        self.area = StepArea(self.card, self)
        self.column.addWidget(self.area, 1)

    def _explain(self) -> None:
        from scorecard.ui.scorecard_tab.explanation import explain_day_page

        explain_day_page(self.page.page, self).open()
