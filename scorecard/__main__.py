"""`scorecard` and `python -m scorecard`."""

import sys

TYPE_CHECKING = False  # mypy knows the name; the shortest ways through here import nothing
if TYPE_CHECKING:
    from pathlib import Path

    from scorecard.domain.starts import Arrival

_QUICK = ("tally", "promise", "today", "week", "where", "complete")


def main() -> int:
    """The window, or what the command line asks for; returns the exit status."""
    if len(sys.argv) == 1:
        # No arguments: straight to the window, without the time it takes to import argparse.
        return open_window()
    if sys.argv[1:] == ["--version"]:
        from scorecard import __version__

        print(f"Scorecard {__version__}")  # noqa: T201
        return 0
    return _command_line()


def _command_line() -> int:
    from scorecard.cli.parser import read

    asked = read(sys.argv[1:])  # ends here after --help, and where nothing sensible was typed

    import gc
    import os

    if asked.command in _QUICK:
        gc.disable()  # it would look through what was just imported, a fifth of the time that a tally takes
    from io import StringIO

    from scorecard.cli.main import do
    from scorecard.store.files import keep_private

    keep_private()
    # There is no stdout where whoever started us has closed it.
    done = do(asked, os.environ, sys.stdout or StringIO(), sys.stderr or StringIO(), sys.stdin)
    if not isinstance(done, int):
        return open_window(done.data, done.arrival)
    gc.freeze()  # else Python looks through all of it once more at its end
    return done


def open_window(data: "Path | None" = None, arrival: "Arrival | None" = None) -> int:
    import gc

    # Collections among thousands of new functions and classes find nothing. Later ones are `ui.collecting`'s.
    gc.disable()
    from scorecard.bootstrap import run

    return run(data, arrival)


if __name__ == "__main__":
    sys.exit(main())
