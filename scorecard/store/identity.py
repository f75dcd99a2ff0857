"""What makes a file a Scorecard store, and where its backups lie."""

from pathlib import Path

APPLICATION_ID = 0x53434F52  # "SCOR"
SCHEMA_VERSION = 5
FILE_NAME = "scorecard.db"


def folder_of(store: Path) -> Path:
    """That of its backups."""
    return store.parent / "backups"
