"""What is half done, a promise or a card: it lies beside the store, for nothing of it could be undone yet."""

from pathlib import Path

from scorecard.domain.incidents import StoreError
from scorecard.store.faults import fault_of_system
from scorecard.store.files import write_private

FILE_NAME = "scorecard-unfinished.txt"
CARD_NAME = "scorecard-unfinished-card.json"


class Unfinished:
    """Raises StoreError when it can't be kept; a line that can't be read is none."""

    def __init__(self, folder: Path, name: str = FILE_NAME) -> None:
        self._file = folder / name

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
            raise StoreError(fault_of_system(error), self._file) from error
