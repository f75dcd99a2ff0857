"""What is dropped on a window out of another program."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_path(dropped: QMimeData) -> Path | None:
    """The one file or folder of this computer that was dropped."""
    urls = dropped.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
