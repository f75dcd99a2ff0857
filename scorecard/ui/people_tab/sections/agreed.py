"""Which measures were agreed with somebody, since when, and what of them is shown to the other side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.measures import Measure
from scorecard.domain.texts import NAME_LENGTH
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.day_form import DayForm
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.say import say_target
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import AgreedMeasure, PersonPage


class Agreed(QWidget):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: PersonPage | None = None
        self.heading = Label(tr("Agreed measures"), TextStyle.STRONG, parent=self)
        self.hint = Label(
            tr("What you agreed to look at together: the other side sees these, and nothing else."),
            quiet=True,
            parent=self,
        )
        self.hint.setWordWrap(True)
        deeds = LineDeeds(open=tr("Agreed &since…"), remove=tr("&No longer agreed"))
        self.lines = ShortLines(tr("Agreed measures"), deeds, NAME_LENGTH, self)
        self.form = DayForm("", "", NAME_LENGTH, self)
        self.add = QuietButton(tr("&Agree on a measure…"), self)
        self.share = QuietButton(tr("Show what is &shared…"), self)
        self._buttons = FlowRow(self)
        for button in (self.add, self.share):
            self._buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        for part in (self.heading, self.hint, self.lines, self.form, self._buttons):
            if part is self.lines:
                column.addWidget(part)
            else:
                column.addLayout(indented(part))
        column.insertSpacing(column.count() - 1, px(self, GAP_SMALL))
        self.add.clicked.connect(self.open_choice)
        self.share.clicked.connect(self.open_share)
        self.lines.opened.connect(self._ask_day)
        self.lines.removed.connect(self._unagree)
        self.form.taken.connect(self._agree)
        self.form.left.connect(self._focus_lines)

    def show_page(self, page: PersonPage, *, other_person: bool) -> None:
        self._page = page
        if other_person:
            self.form.hide()
        self.lines.set_lines([_line(one, page.today) for one in page.agreed])
        self.hint.setVisible(not page.agreed)
        self.share.setVisible(bool(page.agreed))
        self._buttons.arrange()

    def open_choice(self) -> None:
        """The measures of the card but those that were agreed already."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        offered = self._offered()
        for measure in offered:
            action = menu.addAction(measure.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, measure=measure: self._agree(measure.id, "", None))
        if not offered:
            words = tr("All measures are agreed already") if self._page and self._page.agreed else tr("No measures yet")
            menu.addAction(words).setEnabled(False)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def open_share(self) -> None:
        from scorecard.ui.people_tab.share import open_share

        if self._page is not None:
            open_share(self._desk, self._page.person.id, self.window())

    def _offered(self) -> Sequence[Measure]:
        card = self._desk.ask(lambda services: services.scoring.card())
        agreed = {one.measure_id for one in self._page.agreed} if self._page is not None else set()
        return [one for one in card.on(self._page.today) if one.id not in agreed] if card and self._page else []

    def _ask_day(self, measure_id: str) -> None:
        for one in self._page.agreed if self._page is not None else ():
            if one.measure_id == measure_id:
                question = tr("{measure}: agreed since").format(measure=one.name)
                self.form.ask(measure_id, question, tr("&Change it"), one.agreed_on)

    def _agree(self, measure_id: str, _words: str, day: date | None) -> None:
        person_id = self._page.person.id if self._page is not None else ""

        def refused(error: KnownError) -> None:
            self.form.setVisible(day is not None)
            self._desk.failed.emit(error)

        if self._desk.do(lambda s: s.people.agreements.agree(person_id, measure_id, day), refused):
            self.lines.choose(measure_id)
            self._focus_lines()

    def _unagree(self, measure_id: str) -> None:
        person_id = self._page.person.id if self._page is not None else ""
        self._desk.do(lambda services: services.people.agreements.unagree(person_id, measure_id))

    def _focus_lines(self) -> None:
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(one: AgreedMeasure, today: date) -> ShortLine:
    since = tr("agreed since {day}").format(day=say_plain_day(one.agreed_on, today))
    target = say_target(one.terms) if one.terms is not None else ""
    return ShortLine(one.measure_id, one.name, below=" · ".join(part for part in (target, since) if part))
