"""Whether a window has the store, as far as its lock file says."""

import os
import platform
from pathlib import Path


def is_open_elsewhere(lock: Path) -> bool:
    """The file names a process and a computer; where that can't be asked, the store counts as open."""
    try:
        lines = lock.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    if len(lines) < 3 or not lines[0].isdecimal():
        return False
    if lines[2] != platform.node() or os.name != "posix":
        return True
    try:
        os.kill(int(lines[0]), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
