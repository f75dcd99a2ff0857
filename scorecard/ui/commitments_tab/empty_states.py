"""What stands where cards would be, when there are none: nothing promised yet, or nothing found."""

from PySide6.QtWidgets import QWidget

from scorecard.domain.promises import Level
from scorecard.ui.say_promises import say_level, say_level_meaning
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.fitting_state import FittingState

_WIDE = 540


class NothingPromised(FittingState):
    widest = _WIDE

    def __init__(self, parent: QWidget) -> None:
        self.begin = QuietButton(tr("Write the first one"))
        levels = [tr("{level}: {meaning}").format(level=say_level(lv), meaning=say_level_meaning(lv)) for lv in Level]
        words = tr("A promise has a level, which says how much it may be relied on.")
        super().__init__("handshake", tr("Nothing promised yet"), "\n".join((words, *levels)), [self.begin], parent)
        self.fit()


class NothingFound(FittingState):
    """The filter or the search hides all that there is."""

    def __init__(self, parent: QWidget) -> None:
        self.show_all = QuietButton(tr("Show all promises"))
        super().__init__("search", "", "", [self.show_all], parent)
        self.fit()

    def say(self, shown: str, search: str) -> None:
        """`shown` is the value of a `Shown`."""
        if search:
            self.title.setText(tr("Nothing found"))
            self.sentence.setText(tr("No promise that is shown here says “{words}”.").format(words=search))
            return
        title, sentence = _say_filter(shown)
        self.title.setText(title)
        self.sentence.setText(sentence)


def _say_filter(shown: str) -> tuple[str, str]:
    if shown == "this week":
        return tr("Nothing is due this week"), tr("What is open and due later, or has no date, is under Open.")
    if shown == "done":
        return tr("Nothing is settled yet"), tr("What you keep, break or are released from is listed here.")
    return tr("Nothing is open"), tr("All that you promised is settled.")
