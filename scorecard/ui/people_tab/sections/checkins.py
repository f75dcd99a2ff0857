"""Check-ins about somebody over time: trust, quality of attention. For the user's own eyes, and never in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from scorecard.domain.checkins import Definition
from scorecard.overriding import override
from scorecard.services.checkin_page import Series, SeriesKey
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.checkin_about import definitions_for, open_checkin, subject_of
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.sections.checkin_block import CheckinBlock
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage


class CheckinsSection(Section):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Check-ins"), desk, parent)
        self.hint = wrapped(tr("No check-in about them yet."), self)
        self.begin = LinkButton(tr("Check in…"), self)
        self.begin.setAccessibleName(tr("Check in about them"))
        self.blocks: dict[SeriesKey, CheckinBlock] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(self, GAP_WIDE))
        self.heading.addWidget(self.begin)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._rows)
        self.begin.clicked.connect(self.choose)

    @override
    def _show(self, page: PersonPage) -> None:
        shown = {series.key: series for series in page.checkins if series.results}
        if list(shown) != list(self.blocks):
            self._make(shown, page)
        for key, series in shown.items():
            self.blocks[key].show_series(series, page.today)
        self.hint.setVisible(not shown)

    def choose(self) -> None:
        """Which check-in: those that can be about them. With one there is nothing to choose."""
        if self.page is None:
            return
        fitting = definitions_for(self.desk, self.page)
        if len(fitting) == 1:
            self._begin(fitting[0])
        elif fitting:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for definition in fitting:
                action = menu.addAction(definition.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, definition=definition: self._begin(definition))
            menu.popup(self.begin.mapToGlobal(QPoint(0, self.begin.height())))

    def check_in(self, series: Series) -> None:
        """As what they were the last time."""
        if series.definition is not None and self.page is not None:
            open_checkin(self.desk, series.definition, series.key.subject, self.page.person, self.window())

    def show_history(self, series: Series) -> None:
        from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog

        card = self.desk.ask(lambda services: services.checkins.card())
        if card is not None and card.get(series.key) is not None:
            CheckinHistoryDialog(self.desk, self.window(), card, series).open()

    def _begin(self, definition: Definition) -> None:
        if self.page is not None:
            open_checkin(self.desk, definition, subject_of(self.page), self.page.person, self.window())

    def _make(self, shown: dict[SeriesKey, Series], page: PersonPage) -> None:
        had_keyboard = any(block.isAncestorOf(self.window().focusWidget()) for block in self.blocks.values())
        for block in self.blocks.values():
            block.hide()
            block.deleteLater()
        self.blocks = {}
        for key, series in shown.items():
            block = self.blocks[key] = CheckinBlock(series, page.today, self)
            block.again.connect(self.check_in)
            block.history.connect(self.show_history)
            self._rows.addWidget(block)
        if had_keyboard:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
