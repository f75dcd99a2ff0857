"""The measures that are done for somebody, and what they sum to since when: "31 since March"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.texts import NAME_LENGTH
from scorecard.overriding import override
from scorecard.ui.background import Job
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.late import LateSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.say import say_number, say_value_with_unit
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from decimal import Decimal

    from scorecard.services.people.impact import ServedSum
    from scorecard.services.people.person_page import PersonPage, ServedMeasure

_FROM_HOURS = 600  # minutes, from which on a sum is said in whole hours


class ServedSection(LateSection):
    """The sums need numpy: its import is waited for in a thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("What they got from it"), desk, parent)
        self._sums: dict[str, ServedSum] = {}
        self._ready = False
        self._job = Job(_bring_numbers, self)
        self.hint = self.hint_label(tr("No measure is done for them yet."))
        self.lines = ShortLines(
            tr("Measures done for them"), LineDeeds(remove=tr("&No longer for them")), NAME_LENGTH, self
        )
        self.latest = LatestLines(self.lines, self)
        self.choose = LinkButton(tr("Choose a measure…"), self)
        self.choose.setAccessibleName(tr("Choose a measure that is done for them"))
        self.heading.addWidget(self.choose)
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(self.latest)
        self._job.finished.connect(self._follow_numbers)
        self.choose.clicked.connect(self.open_choice)
        self.lines.removed.connect(
            lambda key: self.desk.do(lambda services: services.people.agreements.serve(key, None))
        )

    @override
    def _show(self, page: PersonPage) -> None:
        if self.other_person:
            self._sums = {}
        self.hint.setVisible(not page.served)
        self._fill(page, afresh=self.other_person)

    @override
    def read_late(self, page: PersonPage) -> None:
        if not page.served:
            return
        if self._ready:
            self._sum_up(page)
        elif not self._job.running:
            self._job.start()

    @override
    def concerns(self, change: Change) -> bool:
        return change.touches_entries() or change.touches_card() or "served" in change.topics

    def open_choice(self) -> None:
        """The measures of the card; those that are done for them are ticked."""
        page = self.page
        card = self.desk.ask(lambda services: services.scoring.card())
        if page is None or card is None:
            return
        served = {measure.measure_id for measure in page.served}
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        on_card = {measure.id for measure in card.on(page.today)}
        for measure in card.measures:
            if measure.id not in on_card and measure.id not in served:
                continue
            action = menu.addAction(measure.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(measure.id in served)
            action.triggered.connect(lambda on, measure_id=measure.id: self._serve(measure_id, for_them=on))
        if not menu.actions():
            menu.addAction(tr("No measure is on the card.")).setEnabled(False)
        menu.popup(self.choose.mapToGlobal(QPoint(0, self.choose.height())))

    def _serve(self, measure_id: str, *, for_them: bool) -> None:
        person_id = self.person_id if for_them else None
        self.desk.do(lambda services: services.people.agreements.serve(measure_id, person_id))

    def _follow_numbers(self) -> None:
        self._ready = True
        if self.page is not None and self.page.served:
            self._sum_up(self.page)

    def _sum_up(self, page: PersonPage) -> None:
        person_id = page.person.id
        sums = self.desk.ask(lambda services: services.people.impact(person_id)) or ()
        self._sums = {one.measure_id: one for one in sums}
        self._fill(page, afresh=False)

    def _fill(self, page: PersonPage, *, afresh: bool) -> None:
        self.latest.show_items(
            page.served, lambda one: served_line(one, self._sums.get(one.measure_id), page.today), afresh=afresh
        )


def _bring_numbers(_progress: object, _cancelled: object) -> None:
    import scorecard.services.people.impact  # noqa: F401 - what it brings is what takes its time


def served_line(measure: ServedMeasure, total: ServedSum | None, today: date) -> ShortLine:
    """ "Roadblocks removed" and below it "31 since March"; nothing while there is no value."""
    below = ""
    if total is not None:
        month = QLocale().standaloneMonthName(total.since.month)
        since = month if total.since.year == today.year else f"{month} {total.since.year}"
        below = tr("{total} since {month}", "what a measure sums to").format(
            total=say_total(total.terms, total.total), month=since
        )
    return ShortLine(measure.measure_id, measure.name, below=below)


def say_total(terms: Terms, total: Decimal) -> str:
    """ "31", "31 calls", "312 h"."""
    if terms.kind is Kind.YES_NO:
        return say_number(total)
    if terms.kind is Kind.DURATION and total >= _FROM_HOURS:
        return tr("{time} h").format(time=say_number(round(total / 60, 0)))
    return say_value_with_unit(terms, total)
