"""A group of measures as one card of rows."""

from PySide6.QtWidgets import QWidget

from scorecard.services.pages import GroupPage
from scorecard.ui.scorecard_tab.measure_row import MeasureRow
from scorecard.ui.scorecard_tab.states import group_title
from scorecard.ui.widgets.card import Card


class GroupCard(Card):
    def __init__(self, group: GroupPage, parent: QWidget) -> None:
        title, right = group_title(group)
        super().__init__(title, right, rows=True, parent=parent)
        self.rows: list[MeasureRow] = []
        for number, page in enumerate(group.rows):
            row = MeasureRow(page, self)
            row.setProperty("separated", number > 0)
            self.body.addWidget(row)
            self.rows.append(row)

    def fits(self, group: GroupPage) -> bool:
        if len(group.rows) != len(self.rows):
            return False
        return all(row.fits(page) for row, page in zip(self.rows, group.rows, strict=True))

    def show_group(self, group: GroupPage) -> None:
        self.set_title(*group_title(group))
        for row, page in zip(self.rows, group.rows, strict=True):
            row.show_row(page)
