"""Whether the last runs came to a good end: a number in a small file that stands there while the program runs."""

import os
from contextlib import suppress
from pathlib import Path

from scorecard.store.files import FILE_MODE, make_private_folder

TOO_MANY = 2  # runs in a row without a good end, after which a safe start is offered


class Runs:
    """Where the file can't be written, every run was a good one: nothing depends on it but an offer."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before = 0

    def begin(self) -> int:
        """How many runs in a row had no good end; until `end`, this one counts among them."""
        self._before = self._read()
        self._write(self._before + 1)
        return self._before

    def settle(self) -> None:
        """It has run for so long that the start is not at fault: what ends it from now on does not count."""
        self._write(0)

    def take_back(self) -> None:
        """It was no run: nothing was started."""
        self._write(self._before)

    def end(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _read(self) -> int:
        try:
            return int(self._file.read_bytes()[:4])
        except (OSError, ValueError):
            return 0

    def _write(self, number: int) -> None:
        """Not through to the disk: a start does not wait for an offer."""
        with suppress(OSError):
            make_private_folder(self._file.parent)
            handle = os.open(self._file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FILE_MODE)
            with os.fdopen(handle, "wb") as file:
                file.write(b"%d" % number)
