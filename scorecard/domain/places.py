"""Where the store lies, as far as that matters to it."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Carrier(Enum):
    """Who else has hands on the folder of the store."""

    SYNC = "a service that copies it between computers"
    NETWORK = "another computer, which the folder really is on"


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """`name`: of the service ("Dropbox") or of the file system ("nfs4"); `root`: the folder it begins with."""

    carrier: Carrier
    name: str
    root: Path


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found around the store: `copies` are other stores of ours in its folder, the newest first."""

    shared: SharedPlace | None = None
    copies: tuple[Path, ...] = ()
