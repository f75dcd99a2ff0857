"""Where the store lies, in words: calm, what can happen, what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from scorecard.domain.places import Carrier, SharedPlace

Tr = Callable[..., str]


def say_shared(place: SharedPlace, tr: Tr) -> str:
    match place.carrier:
        case Carrier.SYNC:
            return tr(
                "Your store lies in a folder of {name}. That is fine while Scorecard is open on one computer at a "
                "time; when two write, the service keeps two copies, and each lacks what the other has."
            ).format(name=place.name)
        case Carrier.NETWORK:
            return tr(
                "Your store lies on another computer ({name}). That is fine while Scorecard is open once; when the "
                "connection breaks, what you enter is refused until it is back."
            ).format(name=place.name)
        case _ as never:
            assert_never(never)


def say_copy(file: Path, tr: Tr) -> str:
    return tr(
        "There is another store beside yours: “{name}”. A service makes such a copy when two computers wrote at once. "
        "It may hold days that yours lacks, so it is worth a look before it goes."
    ).format(name=file.name)
