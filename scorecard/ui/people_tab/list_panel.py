"""The left side of People: what the list is filtered by, the list, and what stands there when nobody is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scorecard.ui.people_tab.empty_states import NobodyFound
from scorecard.ui.people_tab.filters import FilterChips
from scorecard.ui.people_tab.list_view import PeopleList
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow


class ListPanel(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips = FilterChips(self)
        self.card = Card(rows=True, parent=self)
        self.list = PeopleList(self.card)
        self.nobody = NobodyFound(self)
        self.pages = QStackedWidget(self.card)
        self.pages.addWidget(self.list)
        area = ScrollArea(self.nobody, self.pages)
        area.viewport().setAutoFillBackground(False)  # the card is its ground
        self.nobody.setAutoFillBackground(False)
        self.pages.addWidget(area)
        self.card.body.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.chips)
        column.addWidget(self.card, 1)

    def show_rows(
        self, rows: Sequence[PersonRow], preferred: str | None, search: str, *, anew: bool = False
    ) -> None:  # fmt: skip
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        self.list.show_rows(rows, preferred, anew=anew)
        self.nobody.say(search)
        self.pages.setCurrentIndex(0 if rows else 1)
        if had_keyboard:
            self.start()

    def start(self) -> None:
        """Puts the keyboard on a person, or on what can be done where nobody is found."""
        if self.list.people.items:
            self.list.setFocus()
        else:
            self.nobody.show_all.setFocus()
