"""The head of Commitments: how it goes, what is shown, and the way to a new promise."""

from PySide6.QtWidgets import QWidget

from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import PrimaryButton
from scorecard.ui.widgets.page_header import PageHeader
from scorecard.ui.widgets.segments import Segments


class LanesHeader(PageHeader):
    """`filters.chosen_key` is the value of a `Shown`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Commitments"), parent)
        # The values of services.lanes.Shown, which would bring the store with it.
        options = [
            ("open", tr("Open")),
            ("this week", tr("Due this week")),
            ("done", tr("Done")),
            ("all", tr("All", "all promises")),
        ]
        self.filters = Segments(options, tr("Show"), self, widest=420)
        self.filters.set_chosen(0)
        self.new = PrimaryButton(tr("Promise something"), self)
        self.new.setToolTip(f"{Keys.NEW.shown}, {Keys.PROMISE.shown}")
        self.controls.add(self.filters)
        self.controls.add(self.new)
