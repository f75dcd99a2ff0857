"""A word in a folder of where its store is now. It lies where the store lay, and can be read by people too."""

from pathlib import Path

from scorecard.store.files import write_private

FILE_NAME = "scorecard-moved-to.txt"

_MOST_HOPS = 8


def leave_word(folder: Path, place: Path) -> None:
    write_private(folder / FILE_NAME, f"{place}\n".encode())


def take_back_word(folder: Path) -> None:
    """The store is here again."""
    (folder / FILE_NAME).unlink(missing_ok=True)


def followed(folder: Path) -> Path:
    """Where the store of `folder` is: there, or where words lead. A word that leads in a circle is none."""
    met = [folder]
    while len(met) <= _MOST_HOPS:
        place = _word_in(met[-1])
        if place is None:
            return met[-1]
        if place in met:
            break
        met.append(place)
    return folder


def _word_in(folder: Path) -> Path | None:
    try:
        said = (folder / FILE_NAME).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(said) if said and Path(said).is_absolute() else None
