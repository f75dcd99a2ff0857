"""The log: a rotating file that only its owner reads, with ids and counts, never words."""

import logging
import os
from io import BufferedWriter, FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from scorecard.overriding import override
from scorecard.store.files import FILE_MODE, make_private_folder

SIZE = 500_000  # bytes of one file
KEPT = 3


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


class PrivateFileHandler(RotatingFileHandler):
    @override
    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(BufferedWriter(FileIO(self.baseFilename, self.mode, opener=_private)), encoding="utf-8")


def start_log(folder: Path) -> None:
    """Nothing is logged when the folder can't be written: a program without a log is better than none."""
    try:
        make_private_folder(folder)
        handler = PrivateFileHandler(folder / "scorecard.log", maxBytes=SIZE, backupCount=KEPT, delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("scorecard").setLevel(logging.INFO)
