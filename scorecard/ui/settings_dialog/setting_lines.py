"""A line of a card of the settings: what is set, and what sets it."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_LABEL = 136  # so that what is set stands one below the other
_LABEL_AT_MOST = 200  # pixels of the screen: beside large text, what is set needs the room


def setting_line(words: str, control: QWidget, parent: QWidget, choice: QLayout | None = None) -> QHBoxLayout:
    """`words` are the label of `control`, with its letter for Alt; `choice` holds the control where it is not alone."""
    label = Label(words, parent=parent)
    label.setBuddy(control)
    label.setMinimumWidth(min(px(parent, _LABEL), _LABEL_AT_MOST))
    line = QHBoxLayout()
    line.setSpacing(px(parent, GAP))
    line.addWidget(label)
    if choice is None:
        line.addWidget(control)
    else:
        line.addLayout(choice)
    line.addStretch(1)
    return line
