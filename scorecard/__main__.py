"""`scorecard` and `python -m scorecard`."""

import sys


def main() -> int:
    if len(sys.argv) == 1:
        # No arguments: straight to the window, without the time it takes to import argparse.
        from scorecard.bootstrap import run

        return run()
    from scorecard.cli.main import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
