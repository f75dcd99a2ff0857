"""Foreign text made fit to be stored: cleaned, and cut where it is longer than anything here may be."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from scorecard.domain.errors import EmptyNameError
from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH, clean_name, clean_text
from scorecard.formats.bundle import LossKind
from scorecard.formats.losses import LossTally

ORIGIN_LENGTH = 500
_TOLD_APART_BY = 16  # letters of what stands for the rest of a longer one


def fitting_note(text: str, losses: LossTally, subject: str = "", line: int | None = None) -> str:
    """`text` as a note; what was cut off is counted."""
    cleaned = _cleaned(text).strip()
    if len(cleaned) > NOTE_LENGTH:
        losses.add(LossKind.TEXT_CUT, subject, line)
    return cleaned[:NOTE_LENGTH]


def fitting_name(text: str, otherwise: str) -> tuple[str, str]:
    """A name on one line, and the whole text where the name had to be cut. Without anything to see: `otherwise`."""
    whole = " ".join(_cleaned(text).split())
    try:
        name = clean_name(whole[:NAME_LENGTH])
    except EmptyNameError:
        name = otherwise
    return name, whole if len(whole) > NAME_LENGTH else ""


def fitting_origin(origin: str) -> str:
    """What tells a measure apart, on one line; of a long one the beginning, and something short for the rest."""
    whole = " ".join(_cleaned(origin).split())
    if len(whole) <= ORIGIN_LENGTH:
        return whole
    return f"{whole[: ORIGIN_LENGTH - _TOLD_APART_BY - 1]}#{sha256(whole.encode()).hexdigest()[:_TOLD_APART_BY]}"


def joined(parts: Iterable[str], between: str = "\n") -> str:
    """The parts that are not empty, each once."""
    return between.join(dict.fromkeys(part for part in parts if part))


def folded(name: str) -> str:
    """What two spellings of one name have in common: neither case nor Unicode form nor spacing tell names apart."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def distinct(origin: str, taken: Iterable[str]) -> str:
    """`origin`, with a number where it is taken already."""
    names = set(taken)
    number = 1
    numbered = origin
    while numbered in names:
        number += 1
        numbered = f"{origin}#{number}"
    return numbered


def _cleaned(text: str) -> str:
    # Composing never makes a text more than three times as long (UAX #15), so this limit is never met.
    return clean_text(text, limit=4 * len(text) + 1)
