"""What was written to be done from today on, beside the measures. Read after the first picture."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from scorecard.domain.reflections import Adjustment
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import Label

_LONGEST = 280


class GreetingCard(Card):
    """Goes out of sight when there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.words = Label("", parent=self)
        self.words.setWordWrap(True)
        self.body.addWidget(self.words)
        self.hide()

    def show_greeting(self, greeting: Adjustment | None, day: date) -> None:
        """`day` is the one that is looked at."""
        if greeting is not None:
            is_yesterday = greeting.day == day - timedelta(days=1)
            from_then = tr("From {day}").format(day=say.say_short_day(greeting.day))
            self.set_title(tr("From yesterday") if is_yesterday else from_then)
            words = " ".join(greeting.words.split())
            shown = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip() + "…"
            self.words.setText(tr("“{words}”").format(words=shown))
        self.setVisible(greeting is not None)
