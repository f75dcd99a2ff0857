"""Who has the store open while another file is put in its place."""

from typing import Protocol


class StoreHolder(Protocol):
    def let_go(self) -> bool: ...  # False when something typed could not be saved; then nothing was let go
    def take_up(self) -> None: ...
    def say_restored(self, words: str) -> None: ...  # where it is read once the dialog is closed
