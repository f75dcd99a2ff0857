"""What every command works with."""

from dataclasses import dataclass
from typing import TextIO

from scorecard.cli.status import AMBIGUOUS as AMBIGUOUS
from scorecard.cli.status import DONE as DONE
from scorecard.cli.status import FAILED as FAILED
from scorecard.cli.status import MISUSED as MISUSED
from scorecard.cli.status import NOT_FOUND as NOT_FOUND
from scorecard.domain.clock import Clock
from scorecard.paths import Paths


@dataclass(frozen=True, slots=True)
class Console:
    """`keyboard` is None where there is nobody to ask. `languages`: in which somebody writes, their own first."""

    paths: Paths
    clock: Clock
    out: TextIO
    err: TextIO
    keyboard: TextIO | None
    languages: tuple[str, ...] = ("en",)
