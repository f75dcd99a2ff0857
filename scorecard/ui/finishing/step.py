"""What the steps of finishing a day have in common, and how much room they take."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

LEAST_WIDTH = 600  # of the dialog
_AROUND = 48
_Action = QAbstractSlider.SliderAction
_SCROLLING: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}


class Step(QWidget):
    """`lead` is what the button that leads here says. `changed`: `title` is another now.

    `failed` carries a KnownError: something was not done, and nothing of it is lost.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, title: str, lead: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = title
        self.lead = lead
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(self, GAP))

    @property
    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        raise NotImplementedError

    def come_in(self) -> None:
        """The step is seen now."""

    def shows(self, change: Change) -> bool:
        """Whether what changed can be seen here."""
        del change
        return False

    def flush(self) -> bool:
        """Sends everything typed to the store; False when something could not be saved."""
        return True

    def unsaved_text(self) -> str:
        return ""

    def give_up_text(self) -> None:
        """The user said that it need not be saved."""


class StepArea(ScrollArea):
    """Wants to be as high as what is in it; given less, it scrolls."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(page, parent)
        self._page = page

    def scroll_by_key(self, key: int) -> bool:
        """Whether the key scrolls: what takes no keyboard has to be seen, too."""
        action = _SCROLLING.get(key)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    @override
    def sizeHint(self) -> QSize:
        layout, width = self._page.layout(), px(self, LEAST_WIDTH - _AROUND)
        high = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return QSize(width, max(high, self._page.sizeHint().height()))


def explanation(words: str, parent: QWidget) -> Label:
    """Wrapped, and never lower than it is at the least width: a stack of steps gives it no more than it asks for."""
    label = Label(words, quiet=True, parent=parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    label.setMinimumHeight(label.heightForWidth(px(parent, LEAST_WIDTH - _AROUND)))
    return label


def list_height(widget: QWidget, lines: int, line: int) -> int:
    """So many lines of `line` pixels of the design, but not more than half of the screen."""
    return min(lines * px(widget, line), widget.screen().availableGeometry().height() // 2)
