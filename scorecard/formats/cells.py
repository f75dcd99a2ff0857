"""What one cell of a table says: yes or no, skipped, a number, a length of time, or something else."""

import re
from collections.abc import Iterable
from decimal import Decimal

YES_WORDS = frozenset({
    "yes", "y", "true", "done", "x", "✓", "✔", "✅", "☑", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "sim", "tak",
})  # fmt: skip
NO_WORDS = frozenset({
    "no", "n", "false", "✗", "✘", "❌", "☐", "nein", "falsch", "non", "faux", "não", "nie",
})  # fmt: skip
SKIP_WORDS = frozenset({"skip", "skipped", "n/a", "na"})
DASHES = frozenset({"-", "–", "—", "−"})

_LONGEST = 40
_GROUP_SPACE = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?"),
    ",": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?"),
}
_SURELY = {
    ".": re.compile(r"[+-]?(\d*\.(\d{1,2}|\d{4,})|0\.\d{3}|\d{1,3}(,\d{3})+\.\d*|\d{1,3}(,\d{3}){2,})"),
    ",": re.compile(r"[+-]?(\d*,(\d{1,2}|\d{4,})|0,\d{3}|\d{1,3}(\.\d{3})+,\d*|\d{1,3}(\.\d{3}){2,})"),
}
_CLOCK = re.compile(r"(?P<h>\d{1,4}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?")
_HOURS = re.compile(r"(?P<h>\d{1,4})\s*h(?:\s*(?P<m>[0-5]?\d)\s*(?:m|min)?)?(?P<s>\Z)", re.IGNORECASE)
_MINUTES = re.compile(r"(?P<h>)(?P<m>\d{1,5})\s*(?:m|min)(?P<s>)", re.IGNORECASE)


def word(cell: str) -> str:
    return cell.strip().casefold()


def is_skip(cell: str) -> bool:
    return word(cell) in SKIP_WORDS or cell.strip() in DASHES


def answer_in(cell: str) -> bool | None:
    """Yes or no, or None for any other words."""
    said = word(cell)
    return True if said in YES_WORDS else False if said in NO_WORDS else None


def minutes_in(cell: str) -> Decimal | None:
    """The minutes of "1:30", "1:30:20", "1h30", "45 min"; of nothing without a unit."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return None
    found = _CLOCK.fullmatch(text) or _HOURS.fullmatch(text) or _MINUTES.fullmatch(text)
    if found is None:
        return None
    return 60 * Decimal(found["h"] or 0) + Decimal(found["m"] or 0) + Decimal(found["s"] or 0) / 60


def number_in(cell: str, point: str) -> Decimal | None:
    """The number a cell holds where `point` marks the decimals; the other mark too, where it cannot mean thousands."""
    text = _plain(cell)
    if text is None:
        return None
    if _GROUPED[point].fullmatch(text):
        text = text.replace("," if point == "." else ".", "")
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def decimal_point(cells: Iterable[str], separator: str) -> str:
    """ "." or ",": what most cells of a table show. Where none shows it, a table with semicolons has the comma if it
    has commas at all, for semicolons are used where the comma is taken."""
    texts = [text for cell in cells if (text := _plain(cell)) is not None]
    points, commas = (sum(bool(_SURELY[mark].fullmatch(text)) for text in texts) for mark in (".", ","))
    if points == commas == 0 and separator == ";" and any("," in text for text in texts):
        return ","
    return "," if commas > points else "."


def _plain(cell: str) -> str | None:
    text = _GROUP_SPACE.sub("", cell.strip()).replace("−", "-")
    return text if len(text) <= _LONGEST and re.fullmatch(r"[+-]?[\d.,]*\d[\d.,]*", text) else None
