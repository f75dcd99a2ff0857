"""Reading tables by a mapping in tests."""

from datetime import time

from scorecard.formats.bundle import Bundle
from scorecard.formats.mapped_tables import read_mapped
from scorecard.formats.mapping import Role, Separator, Several, Shape, TableMapping
from scorecard.formats.mapping_guess import suggested
from scorecard.formats.table_looks import look_at
from tests.importing_files import never, nothing_told

DAY_END = time(4)


def roles(letters: str) -> tuple[Role, ...]:
    return tuple(Role(letter) for letter in letters)


def mapping(letters: str, **more: object) -> TableMapping:
    """Of a table with commas, wide unless something else is said."""
    said = {"shape": Shape.WIDE, "separator": Separator.COMMA, "several": Several.REFUSED, **more}
    return TableMapping(roles=roles(letters), **said)  # type: ignore[arg-type]


def read_by(text: str | bytes, how: TableMapping) -> Bundle:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_mapped(raw, how, "table", nothing_told, never, DAY_END)


def suggestion(text: str | bytes) -> TableMapping:
    look = look_at(text if isinstance(text, bytes) else text.encode())
    assert look is not None
    return suggested(look)


def is_table(text: str | bytes) -> bool:
    return look_at(text if isinstance(text, bytes) else text.encode()) is not None
