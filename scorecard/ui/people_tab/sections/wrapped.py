"""Quiet words over as many lines as they need, which never ask for more width than there is."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.label import Label


def wrapped(words: str, parent: QWidget, style: TextStyle = TextStyle.BODY) -> Label:
    """A single word that is longer than the line is cut."""
    label = Label(words, style, quiet=True, parent=parent)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
