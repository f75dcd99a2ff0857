"""argparse, saying in one line what is wrong."""

import argparse

from scorecard.cli.status import MISUSED
from scorecard.overriding import override

TYPE_CHECKING = False  # mypy knows the name; importing typing takes longer than all that is here
if TYPE_CHECKING:
    from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong; the usage is said by --help."""

    @override
    def error(self, message: str) -> "NoReturn":
        words = "".join(sign if sign.isprintable() else "?" for sign in message)
        self.exit(MISUSED, f"{self.prog}: {words}. See {self.prog} --help\n")


class CommandParser(Parser):
    mixed = False  # options may stand between the words: `tally deep --day monday =1h30`

    @override
    def parse_known_args(self, args: "Any" = None, namespace: "Any" = None) -> "Any":
        if not self.mixed:
            return super().parse_known_args(args, namespace)
        self.mixed = False  # what follows comes here once more
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixed = True
