"""Whom one served on the day, beside the measures. Made after the first picture, once there are people."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import Label

SERVED_KEY = "W"


class ServedCard(Card):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Served"), parent=parent)
        self.names = Label("", parent=self)
        self.names.setWordWrap(True)
        self.ask = LinkButton(tr("Whom did I serve?"), self)
        self.ask.setToolTip(SERVED_KEY)
        self.body.addWidget(self.names)
        self.heading.addWidget(self.ask)

    def show_served(self, names: Sequence[str]) -> None:
        self.names.setText(", ".join(names))
        self.names.setVisible(bool(names))
