"""What the steps of finishing a day have in common: their words, and how high their lists are."""

from PySide6.QtWidgets import QWidget

from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

LEAST_WIDTH = 560  # of the dialog
_AROUND = 48


def explanation(words: str, parent: QWidget) -> Label:
    """Wrapped, and never lower than it is at the least width: a stack of steps gives it no more than it asks for."""
    label = Label(words, quiet=True, parent=parent)
    label.setWordWrap(True)
    label.setMinimumHeight(label.heightForWidth(px(parent, LEAST_WIDTH - _AROUND)))
    return label


def list_height(widget: QWidget, lines: int, line: int) -> int:
    """So many lines of `line` pixels of the design, but not more than half of the screen."""
    return min(lines * px(widget, line), widget.screen().availableGeometry().height() // 2)
