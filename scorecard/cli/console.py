"""What every command works with, and how it may end."""

from dataclasses import dataclass
from typing import TextIO

from scorecard.domain.clock import Clock
from scorecard.paths import Paths

DONE, FAILED, MISUSED = 0, 1, 2
AMBIGUOUS, NOT_FOUND = 3, 4  # a name that fits several measures, or none


@dataclass(frozen=True, slots=True)
class Console:
    """`keyboard` is None where there is nobody to ask."""

    paths: Paths
    clock: Clock
    out: TextIO
    err: TextIO
    keyboard: TextIO | None
