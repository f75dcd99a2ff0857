"""What stands where people would be, when there are none: nobody yet, nobody found, or nobody chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import PrimaryButton, QuietButton
from scorecard.ui.widgets.fitting_state import FittingState

_WIDE = 520
_LONGEST = 24  # letters of a name on a button


class NobodyYet(FittingState):
    widest = _WIDE

    def __init__(self, parent: QWidget) -> None:
        self.add = PrimaryButton(tr("Add somebody"))
        self.bring = QuietButton(tr("Import contacts…"))
        words = tr(
            "Here stands whom you serve: what they care about, what you promised each other, and when you were last "
            "in touch. Promising something to somebody adds them too."
        )
        super().__init__("users", tr("Nobody yet"), words, [self.add, self.bring], parent)
        self.fit()


class NobodyFound(FittingState):
    """The filter or the search hides everybody. `add` makes a person of what was searched for."""

    def __init__(self, parent: QWidget) -> None:
        self.show_all = QuietButton(tr("Show everybody"))
        self.add = QuietButton("")
        super().__init__("search", tr("Nobody found"), "", [self.show_all], parent)
        column = self.layout()
        assert isinstance(column, QVBoxLayout), "made by EmptyState"
        column.insertWidget(column.count() - 1, self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        self.fit()

    def say(self, search: str) -> None:
        words = tr("Nobody who is shown here is as the filter says.")
        if search:
            words = tr("Nobody who is shown here has “{words}” in name, role, organisation, group or question.")
        self.sentence.setText(words.format(words=search))
        short = search if len(search) <= _LONGEST else f"{search[:_LONGEST]}…"
        self.add.setText(tr("Add “{name}”").format(name=short.replace("&", "&&")))
        self.add.setVisible(bool(search))


class NobodyChosen(FittingState):
    def __init__(self, parent: QWidget) -> None:
        words = tr("Choose somebody in the list, or press {key} and type a part of their name.").format(key="/")
        super().__init__("users", tr("Nobody chosen"), words, (), parent)
        self.fit()
