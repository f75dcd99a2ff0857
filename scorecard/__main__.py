"""`scorecard` and `python -m scorecard`."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.domain.starts import Arrival


def main() -> int:
    """The window, or what the command line asks for; returns the exit status."""
    if len(sys.argv) == 1:
        # No arguments: straight to the window, without the time it takes to import argparse.
        return open_window()
    from scorecard.cli.main import OpenWindow, run
    from scorecard.store.files import keep_private

    keep_private()
    done = run(sys.argv[1:], os.environ, sys.stdout, sys.stderr, sys.stdin)
    return open_window(done.data, done.arrival) if isinstance(done, OpenWindow) else done


def open_window(data: Path | None = None, arrival: "Arrival | None" = None) -> int:
    # Collections among thousands of new functions and classes find nothing. Later ones are `ui.collecting`'s.
    gc.disable()
    from scorecard.bootstrap import run

    return run(data, arrival)


if __name__ == "__main__":
    sys.exit(main())
