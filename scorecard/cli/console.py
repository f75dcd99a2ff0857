"""What every command works with, and how it may end."""

from dataclasses import dataclass
from typing import TextIO

from scorecard.domain.clock import Clock
from scorecard.paths import Paths

DONE, FAILED, MISUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Console:
    """`keyboard` is None where there is nobody to ask."""

    paths: Paths
    clock: Clock
    out: TextIO
    err: TextIO
    keyboard: TextIO | None
