"""One record as SQLite stores it: a header of types, then the values (fileformat2, sections 1.6 and 2.1)."""

import struct

Value = int | float | str | bytes | None
Record = tuple[Value, ...]

_MOST_COLUMNS = 64
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # in bytes, of the types 0 to 9
_ZERO, _FIRST_OF_LENGTH = 8, 12


def varint(content: bytes, at: int) -> tuple[int, int]:
    """The number there and where it ends; raises IndexError at the end of `content`."""
    value = 0
    for place in range(at, at + 8):
        byte = content[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | content[at + 8]
    return (value if value < 1 << 63 else value - (1 << 64)), at + 9


def decoded(payload: bytes) -> Record | None:
    """The values; None unless the header accounts for every byte and every text is one."""
    try:
        types, at = _types(payload)
        if sum(map(_width, types)) != len(payload) - at:
            return None
        values: list[Value] = []
        for kind in types:
            end = at + _width(kind)
            values.append(_value(kind, payload[at:end]))
            at = end
    except (IndexError, ValueError):  # UnicodeDecodeError is one
        return None
    return tuple(values)


def _types(payload: bytes) -> tuple[list[int], int]:
    end, at = varint(payload, 0)
    if not at <= end <= len(payload):
        raise ValueError("header")
    types: list[int] = []
    while at < end:
        kind, at = varint(payload, at)
        types.append(kind)
        if len(types) > _MOST_COLUMNS or kind < 0 or kind in (10, 11):
            raise ValueError("types")
    if at != end:
        raise ValueError("header")
    return types, at


def _width(kind: int) -> int:
    return _WIDTHS[kind] if kind < _FIRST_OF_LENGTH else (kind - _FIRST_OF_LENGTH) // 2


def _value(kind: int, content: bytes) -> Value:
    if kind >= _FIRST_OF_LENGTH:
        return content if kind % 2 == 0 else content.decode()
    match kind:
        case 0:
            return None
        case 7:
            return float(struct.unpack(">d", content)[0])
        case 8 | 9:
            return kind - _ZERO
        case _:
            return int.from_bytes(content, "big", signed=True)
