"""The card of the settings that holds the reminder."""

from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from scorecard.domain.reminders import Reminder
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.commands import ReminderCommands
from scorecard.ui.reminder.kept import read_reminder
from scorecard.ui.say import say_day, say_time
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.time_choice import TimeChoice

_QUARTERS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45))


class ReminderCard(Card):
    """Without `commands` there is no window to remind in: then it only shows what is kept."""

    def __init__(
        self, preferences: Preferences, commands: ReminderCommands | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Reminder"), parent=parent)
        self._preferences = preferences
        self._commands = commands
        self.on = QCheckBox(tr("&Remind me once a day, while it is open"), self)
        self.at = TimeChoice(_QUARTERS, self)
        self.next = Label("", quiet=True, parent=self)
        self.way = Label("", quiet=True, parent=self)
        self.show_one = QuietButton(tr("See &how it comes"), self)
        self._arrange()
        self.on.clicked.connect(self._choose)
        self.at.activated.connect(lambda _: self._choose())
        if commands is not None:
            self.show_one.clicked.connect(commands.show_one)
            commands.tray.changed.connect(self.read)
        for control in (self.on, self.at, self.show_one):
            control.setEnabled(commands is not None)
        self.read()

    def read(self) -> None:
        reminder = read_reminder(self._preferences)
        self.on.setChecked(reminder.on)
        self.at.show_time(reminder.at)
        self.at.setEnabled(reminder.on and self._commands is not None)
        self.next.setText(self._say_next(reminder))
        self.next.setVisible(reminder.on)
        self.way.setText(self._commands.say_way() if self._commands is not None else "")

    def _choose(self) -> None:
        if self._commands is not None:
            self._commands.choose(Reminder(self.on.isChecked(), self.at.chosen))
        self.read()

    def _say_next(self, reminder: Reminder) -> str:
        watch = self._commands.watch if self._commands is not None else None
        day: date | None = watch.next if watch is not None else None
        if day is None:
            return ""
        words = tr("The next one: {day}, {time}. None comes on days away, or when the day is finished by then.")
        return words.format(day=say_day(day), time=say_time(reminder.at))

    def _arrange(self) -> None:
        label = Label(tr("&At"), parent=self)
        label.setBuddy(self.at)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(label)
        line.addWidget(self.at)
        line.addWidget(self.show_one)
        line.addStretch(1)
        self.body.addWidget(self.on)
        self.body.addLayout(line)
        for remark in (self.next, self.way):
            remark.setWordWrap(True)
            self.body.addWidget(remark)
