"""What is said when today is another day: the day that is open stays open until it is left."""

from datetime import date

from scorecard.ui.main_window import MainWindow
from scorecard.ui.say import say_day
from scorecard.ui.text import tr


def offer_today(window: MainWindow, today: date, before: date) -> None:
    """Until somebody goes there."""
    sentence = say_new_day(today, before)
    scorecard = window.scorecard

    def follow_day(day: date) -> None:
        if day == today:
            scorecard.day_shown.disconnect(follow_day)
            if window.notice.sentence.text() == sentence:
                window.notice.dismiss()

    if scorecard.day != today:
        window.offer(sentence, tr("Go to today"), lambda: window.open_day(today))
        scorecard.day_shown.connect(follow_day)


def say_new_day(today: date, before: date) -> str:
    """A day that is over can come again."""
    if today < before:
        return tr("The clock or the time zone was changed: today is {day} again.").format(day=say_day(today))
    return tr("A new day has begun: {day}.").format(day=say_day(today))
