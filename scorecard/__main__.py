"""`scorecard` and `python -m scorecard`."""

import os
import sys


def main() -> int:
    """The window, or what the command line asks for; returns the exit status."""
    if len(sys.argv) == 1:
        # No arguments: straight to the window, without the time it takes to import argparse.
        from scorecard.bootstrap import run

        return run()
    from scorecard.cli.main import OpenWindow
    from scorecard.cli.main import run as run_command

    done = run_command(sys.argv[1:], os.environ, sys.stdout, sys.stderr, sys.stdin)
    if not isinstance(done, OpenWindow):
        return done
    from scorecard.bootstrap import run

    return run(done.data)


if __name__ == "__main__":
    sys.exit(main())
