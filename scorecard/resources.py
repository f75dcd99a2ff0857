"""Where the plain files are that come with the program: the same answer in a checkout and in a wheel."""

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent / "resources"
_INSTALLED = Path(__file__).resolve().parent / "_resources"


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`, e.g. resource("icons", "plus.svg")."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
