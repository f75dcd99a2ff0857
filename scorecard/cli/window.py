"""What the command line leaves to the window."""

from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.starts import NOTHING_ASKED, Arrival


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """Nothing to do here: the window was asked for. `data` is the folder of the store, if one was named."""

    data: Path | None
    arrival: Arrival = NOTHING_ASKED
