"""What makes a file a Scorecard store, and where its journal and its backups lie."""

import os
from pathlib import Path

APPLICATION_ID = 0x53434F52  # "SCOR"
SCHEMA_VERSION = 5
FILE_NAME = "scorecard.db"


def folder_of(store: Path) -> Path:
    """That of its backups."""
    return store.parent / "backups"


def place_of(store: Path) -> Path:
    """Of the file itself: a symbolic link to it stays one, whatever takes the place of the file."""
    return Path(os.path.realpath(store)) if store.exists() else store


def journal_of(store: Path) -> Path:
    """Beside the file itself, as SQLite has it."""
    return Path(f"{place_of(store)}-journal")
