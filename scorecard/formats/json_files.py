"""Reading JSON that somebody else made, which may be damaged or mean harm.

A first look over the text refuses, with the line, what would cost too much or could be read in two ways: depth, long
numbers, NaN and Infinity, names given twice, more parts than any honest file has. Fractions become Decimals.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, ImportCancelledError, UnreadableFileError
from scorecard.formats.files import bytes_of
from scorecard.formats.tables import decoded

JsonObject = dict[str, object]

LARGEST_FILE = 32 * 1024 * 1024
MOST_PARTS = 2_000_000
DEEPEST = 40
LONGEST_NUMBER = 40
BATCH = 50_000

_TOKEN = re.compile(
    rf"""
    (?P<text>"[^"]*"?)(?P<key>\s*:)?
    | (?P<opens>[\[{{]) | (?P<closes>[\]}}])
    | (?P<long>[\d.]{{{LONGEST_NUMBER},}}|\d[eE][+-]?\d{{3,}}) | (?P<none>NaN|Infinity)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


def object_in(path: Path, cancelled: Cancelled, limit: int = LARGEST_FILE) -> JsonObject:
    """The object that a file holds, as `object_of`."""
    return object_of(bytes_of(path, limit), cancelled)


def object_of(raw: bytes, cancelled: Cancelled) -> JsonObject:
    """The object that the bytes hold; raises UnreadableFileError, FileTooLargeError or ImportCancelledError."""
    found = value_of(raw, cancelled)
    if not isinstance(found, dict):
        raise UnreadableFileError(FileFault.STRANGE)
    return found


def value_of(raw: bytes, cancelled: Cancelled) -> object:
    """As `object_of`, of whatever kind it is."""
    text = decoded(raw)
    if sum(map(text.count, ",[{")) > MOST_PARTS:
        raise FileTooLargeError(MOST_PARTS, Amount.PARTS)
    _look_over(text, cancelled)
    return _parsed(text)


def _look_over(text: str, cancelled: Cancelled) -> None:
    """Raises UnreadableFileError at the first place that is not to be parsed."""
    open_names: list[set[str]] = []
    for number, token in enumerate(_TOKEN.finditer(_without_escapes(text))):
        if number % BATCH == 0 and cancelled():
            raise ImportCancelledError
        fault = _fault_at(token, text, open_names)
        if fault is not None:
            raise UnreadableFileError(fault, _line_at(text, token.start()))


def _fault_at(token: re.Match[str], text: str, open_names: list[set[str]]) -> FileFault | None:
    """Keeps in `open_names` the names that each open object has so far."""
    match token.lastgroup:
        case "key":
            if not open_names:
                return FileFault.NOT_JSON
            name = text[slice(*token.span("text"))]
            if name in open_names[-1]:
                return FileFault.DUPLICATE_KEYS
            open_names[-1].add(name)
        case "opens":
            open_names.append(set())
            return FileFault.TOO_DEEP if len(open_names) > DEEPEST else None
        case "closes":
            if not open_names:
                return FileFault.NOT_JSON
            open_names.pop()
        case "long":
            return FileFault.LONG_NUMBER
        case "none":
            return FileFault.NO_NUMBER
    return None


def _without_escapes(text: str) -> str:
    """As long, and with no quotation mark but those that begin and end a text."""
    return text.replace("\\\\", "__").replace('\\"', "__") if "\\" in text else text


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _parsed(text: str) -> object:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_named_once)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(FileFault.NOT_JSON, error.lineno) from None
    except RecursionError:
        raise UnreadableFileError(FileFault.TOO_DEEP) from None


def _refuse_constant(_constant: str) -> object:
    raise UnreadableFileError(FileFault.NO_NUMBER)


def _named_once(pairs: list[tuple[str, object]]) -> JsonObject:
    """Two spellings of one name ("a" and "\\u0061") pass the first look, but not this one."""
    named = dict(pairs)
    if len(named) < len(pairs):
        raise UnreadableFileError(FileFault.DUPLICATE_KEYS)
    return named


def is_json(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def paths_in(head: bytes) -> frozenset[str]:
    """The names that the beginning of a file shows, each with what it stands in: "habits[].records[].day".

    To recognise a file by. Of what is no JSON there are none.
    """
    if not is_json(head):
        return frozenset()
    paths: set[str] = set()
    open_paths: list[str] = []
    path = ""
    for token in _TOKEN.finditer(_without_escapes(head.decode("utf-8-sig", errors="replace"))):
        match token.lastgroup:
            case "key" if open_paths:
                path = f"{open_paths[-1]}.{token['text'][1:-1]}".removeprefix(".")
                paths.add(path)
            case "opens" if len(open_paths) < DEEPEST:
                path += "[]" * (token["opens"] == "[")
                open_paths.append(path)
            case "closes" if open_paths:
                open_paths.pop()
                path = open_paths[-1] if open_paths else ""
            case "opens" | "closes":
                break
    return frozenset(paths)


def text_in(cells: JsonObject, key: str) -> str:
    """Empty where there is none, or something that is no text."""
    cell = cells.get(key)
    return cell if isinstance(cell, str) else ""


def whole_in(cells: JsonObject, key: str) -> int | None:
    """A whole number, also one written 3.0; true and false are none."""
    number = number_in(cells, key)
    return int(number) if number is not None and number == number.to_integral_value() else None


def number_in(cells: JsonObject, key: str) -> Decimal | None:
    cell = cells.get(key)
    return Decimal(cell) if isinstance(cell, (int, Decimal)) and not isinstance(cell, bool) else None


def list_in(cells: JsonObject, key: str) -> list[object]:
    cell = cells.get(key)
    return cell if isinstance(cell, list) else []


def object_at(cells: JsonObject, key: str) -> JsonObject:
    cell = cells.get(key)
    return cell if isinstance(cell, dict) else {}


def objects_in(cells: JsonObject, key: str) -> Iterator[tuple[int, JsonObject | None]]:
    """The objects of a list, numbered from 1; None for whatever is not one."""
    for number, cell in enumerate(list_in(cells, key), 1):
        yield number, cell if isinstance(cell, dict) else None
