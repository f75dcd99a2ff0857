"""What can happen to the bytes of a store: each damage takes them, and chance, and gives the bytes that are left."""

import random
from collections.abc import Callable

PAGE = 4096
Damage = Callable[[bytes, random.Random], bytes]


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def one_page_zeroed(content: bytes, chance: random.Random) -> bytes:
    return with_page(content, a_page(content, chance), bytes(PAGE))


def half_a_kilobyte_zeroed(content: bytes, chance: random.Random) -> bytes:
    at = 512 * chance.randrange(len(content) // 512)
    return content[:at] + bytes(512) + content[at + 512 :]


def one_bit_flipped(content: bytes, chance: random.Random) -> bytes:
    return _flipped(content, chance, 1)


def bits_flipped(content: bytes, chance: random.Random) -> bytes:
    return _flipped(content, chance, 64)


def random_page(content: bytes, chance: random.Random) -> bytes:
    return with_page(content, a_page(content, chance), chance.randbytes(PAGE))


def pages_swapped(content: bytes, chance: random.Random) -> bytes:
    one, other = a_page(content, chance), a_page(content, chance)
    return with_page(with_page(content, one, page_of(content, other)), other, page_of(content, one))


def header_gone(content: bytes, _chance: random.Random) -> bytes:
    return bytes(100) + content[100:]


def first_page_gone(content: bytes, _chance: random.Random) -> bytes:
    return with_page(content, 1, bytes(PAGE))


def empty(_content: bytes, _chance: random.Random) -> bytes:
    return b""


# Of the table of the design, in its order.
DAMAGES: dict[str, Damage] = {
    "truncated": truncated,
    "one page zeroed": one_page_zeroed,
    "512 bytes zeroed": half_a_kilobyte_zeroed,
    "one bit flipped": one_bit_flipped,
    "64 bits flipped": bits_flipped,
    "random page": random_page,
    "two pages swapped": pages_swapped,
    "header gone": header_gone,
    "page 1 gone": first_page_gone,
    "0 bytes": empty,
}
ALWAYS_THE_SAME = frozenset({"header gone", "page 1 gone", "0 bytes"})


def a_page(content: bytes, chance: random.Random) -> int:
    return 1 + chance.randrange(len(content) // PAGE)


def page_of(content: bytes, number: int) -> bytes:
    return content[(number - 1) * PAGE : number * PAGE]


def with_page(content: bytes, number: int, page: bytes) -> bytes:
    return content[: (number - 1) * PAGE] + page + content[number * PAGE :]


def _flipped(content: bytes, chance: random.Random, count: int) -> bytes:
    spoiled = bytearray(content)
    for _ in range(count):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)
