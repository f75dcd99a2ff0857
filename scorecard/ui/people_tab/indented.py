"""What stands below the words of a field, and not below its box."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.widgets.drawing import px


def indented(*widgets: QWidget) -> QHBoxLayout:
    """Beside each other, the first over all the room that is left."""
    line = QHBoxLayout()
    side = px(widgets[0], SIDE)
    line.setContentsMargins(side, 0, side, 0)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, 0 if place else 1)
    return line
