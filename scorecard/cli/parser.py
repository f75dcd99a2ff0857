"""What may be typed after `scorecard`. Only argparse is imported here: `--help` waits for nothing else."""

import argparse

from scorecard import __version__
from scorecard.cli.arguments import add_commands
from scorecard.cli.one_line_parser import CommandParser, Parser
from scorecard.cli.status import STATUSES
from scorecard.cli.typed import a_day, a_path
from scorecard.domain.page_names import PAGES

TYPE_CHECKING = False  # mypy knows the name; importing typing takes longer than all that is here
if TYPE_CHECKING:
    from collections.abc import Sequence


def read(arguments: "Sequence[str]") -> argparse.Namespace:
    """Raises SystemExit for what can't be read, and after --help and --version."""
    return make_parser().parse_args(_with_minus_signs(arguments))


def make_parser() -> Parser:
    parser = Parser(
        prog="scorecard",
        description="A personal daily scorecard. Without a command the window opens.",
        epilog=STATUSES,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Scorecard {__version__}")
    _add_data(parser, default=None)
    _add_arrival(parser)
    # Told its `prog`, argparse need not look how wide the terminal is.
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="scorecard", parser_class=CommandParser
    )
    for command in add_commands(commands):
        _add_data(command, default=argparse.SUPPRESS)
    return parser


def _with_minus_signs(arguments: "Sequence[str]") -> "list[str]":
    """argparse takes "-0:20" for an option; no option of ours begins so, and a minus sign proper is understood too."""
    return [f"−{typed[1:]}" if typed[:1] == "-" and typed[1:2].isdecimal() else typed for typed in arguments]


def _add_arrival(parser: argparse.ArgumentParser) -> None:
    """What the window shows first; a window that is open already shows it too."""
    parser.add_argument("--page", choices=PAGES, default="", help="the page to open the window on")
    parser.add_argument("--day", type=a_day, metavar="DAY", help="the day to open it on, as 2026-11-20")
    parser.add_argument("--open", type=a_path, metavar="FILE", help="a file to look at for an import, in the window")
    parser.add_argument("--background", action="store_true", help="start without being seen, as a session does")


def _add_data(parser: argparse.ArgumentParser, default: "str | None") -> None:
    """With SUPPRESS a command without --data leaves what stood before the command as it is."""
    parser.add_argument(
        "--data", type=a_path, metavar="DIR", default=default, help="the folder of the store (default: the user's own)"
    )
