"""A promise half typed: it lies beside the store, for it is no promise yet and nothing that could be undone."""

from pathlib import Path

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.files import write_private

FILE_NAME = "scorecard-unfinished.txt"


class Unfinished:
    """Raises StoreError when it can't be kept; a line that can't be read is none."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    def line(self) -> str:
        try:
            return self._file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def keep(self, line: str) -> None:
        """In place of what was kept; of an empty line nothing stays."""
        try:
            if line:
                write_private(self._file, line.encode())
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(StoreFault.INPUT_OUTPUT, self._file) from error
