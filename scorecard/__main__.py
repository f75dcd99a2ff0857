"""`scorecard` and `python -m scorecard`."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """The window, or what the command line asks for; returns the exit status."""
    if len(sys.argv) == 1:
        # No arguments: straight to the window, without the time it takes to import argparse.
        return open_window()
    from scorecard.cli.main import OpenWindow, run

    done = run(sys.argv[1:], os.environ, sys.stdout, sys.stderr, sys.stdin)
    return open_window(done.data) if isinstance(done, OpenWindow) else done


def open_window(data: Path | None = None) -> int:
    # Collections among thousands of new functions and classes find nothing. Later ones are `ui.collecting`'s.
    gc.disable()
    from scorecard.bootstrap import run

    return run(data)


if __name__ == "__main__":
    sys.exit(main())
