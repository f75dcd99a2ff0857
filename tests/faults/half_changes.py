"""A change that a killed program has left half done: a hot journal beside the store."""

import subprocess
import sys
from pathlib import Path

_KILLED = """
import os, signal, sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("PRAGMA cache_size = 5")
writer.execute("BEGIN IMMEDIATE")
writer.execute("UPDATE entry SET note = hex(randomblob(9000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


def leave_half_a_change(path: Path) -> None:
    """A store with an entry, and a program that was killed while it changed it."""
    assert subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False).returncode == -9
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
