"""Keys of the buttons in a bar: as a tip says them, and on the side that they mean."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

_MIRRORED = {"Alt+Left": "Alt+Right", "Alt+Right": "Alt+Left"}


def with_key(words: str, keys: str) -> str:
    """ "Rename (F2)": what the tip of a button says."""
    return f"{words.rstrip('…')} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"


def mirrored(keys: str, widget: QWidget) -> str:
    """The card stands at the beginning of the line, which may be the right."""
    return _MIRRORED.get(keys, keys) if widget.isRightToLeft() else keys
