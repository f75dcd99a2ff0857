"""Attention given and received, as dated lines and a quiet drawing: never a sum, never one against the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.touches import TOUCH_NOTE_LENGTH, Touch
from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.adding import AddingSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.sections.order_lines import BACKSPACE, LineOrder, OrderLines
from scorecard.ui.people_tab.sections.touch_form import LoggedTouch, TouchForm
from scorecard.ui.people_tab.sections.touch_timeline import TouchTimeline
from scorecard.ui.people_tab.sections.touch_words import say_present, touch_line
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.people_tab.short_line import LineDeeds
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

_ANSWERS: dict[str, bool | None] = {"present": True, "absent": False, "unsaid": None}


class TouchesSection(AddingSection):
    tables = ("touch",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Attention"), desk, parent)
        self._touches: dict[str, Touch] = {}
        self.hint = self.hint_label(tr("No touch is written down yet: when you met, talked, wrote or helped."))
        self.drawing = TouchTimeline(self)
        self.legend = wrapped("", self, TextStyle.CAPTION)
        deeds = LineDeeds(open=tr("&Edit…"), remove=tr("&Remove"))
        self.lines = OrderLines(tr("Touches"), deeds, TOUCH_NOTE_LENGTH, self._orders, self)
        self.latest = LatestLines(self.lines, self)
        today = desk.ask(lambda services: services.promises.today()) or date.min
        self.form = TouchForm(today, self)
        Completion(self.form.note, known_to(desk))
        self.lists.append(self.lines)
        for line in (self.hint, self.drawing, self.legend):
            self.body.addLayout(indented(line))
        self.body.addLayout(indented(self.form))
        self.body.addWidget(self.latest)
        self._connect()

    @override
    def _show(self, page: PersonPage) -> None:
        self.form.follow_day(page.today, afresh=self.other_person)
        self._touches = {touch.id: touch for touch in page.touches}
        self.hint.setVisible(not page.touches)
        self.drawing.show_touches(page.touches, page.today)
        self.legend.setText(_say_legend(hollow=any(mark.hollow for mark in self.drawing.marks)))
        self.legend.setVisible(not self.drawing.isHidden())
        self.latest.show_items(page.touches, lambda touch: touch_line(touch, page.today), afresh=self.other_person)

    @override
    def flush(self) -> bool:
        if self.form.typed:
            self.form.act()
        return super().flush() and not self.form.typed

    @override
    def unsaved_text(self) -> str:
        return "\n".join(filter(None, (self.form.typed, super().unsaved_text())))

    @override
    def give_up_text(self) -> None:
        super().give_up_text()
        self.form.forget()

    def _orders(self, key: str) -> Sequence[LineOrder]:
        touch = self._touches.get(key)
        if touch is None:
            return ()
        offered = (
            LineOrder("present", say_present(True), tr("y", "key for yes"), ("y",)),
            LineOrder("absent", say_present(False), tr("n", "key for no"), ("n",)),
            LineOrder("unsaid", tr("Present? Not said"), BACKSPACE),
        )
        return tuple(order for order in offered if _ANSWERS[order.name] is not touch.present)

    def _answer(self, order: str, key: str) -> None:
        touch = replace(self._touches[key], present=_ANSWERS[order])
        self.desk.do(lambda services: services.people.touches.edit(touch))

    def _edit(self, key: str) -> None:
        if key in self._touches:
            self.form.edit(self._touches[key])

    def _take(self, logged: LoggedTouch) -> None:
        person_id = self.person_id

        def refused(error: KnownError) -> None:
            self.form.put_back(logged)
            self.desk.failed.emit(error)

        if logged.touch_id:
            touch = Touch(
                logged.touch_id, person_id, logged.day, logged.way, logged.direction, logged.present, logged.note
            )
            if self.desk.do(lambda services: services.people.touches.edit(touch), refused):
                self._back()
        else:
            self.desk.do(
                lambda services: services.people.touches.add(
                    person_id, logged.way, logged.direction, logged.present, logged.note, logged.day
                ),
                refused,
            )

    def _remove(self, key: str) -> None:
        self.desk.do(lambda services: services.people.touches.remove(key))

    def _back(self) -> None:
        if self.lines.lines and self.isVisible():
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.form.taken.connect(self._take)
        self.form.left.connect(self._back)
        self.lines.ordered.connect(self._answer)
        self.lines.opened.connect(self._edit)
        self.lines.removed.connect(self._remove)


def _say_legend(*, hollow: bool) -> str:
    words = tr("Above the line given, below it received.")
    return tr("{words} Hollow: not quite present.").format(words=words) if hollow else words
