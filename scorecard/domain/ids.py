"""Ids made by the program: UUID version 7 (RFC 9562, section 5.7), ordered by the moment of their making."""

import secrets
import uuid
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def new_id(now: datetime) -> str:
    """A UUIDv7 as 36 characters of text: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = (now - _EPOCH) // _MILLISECOND & ((1 << 48) - 1)
    number = milliseconds << 80
    number |= 0x7 << 76
    number |= secrets.randbits(12) << 64
    number |= 0b10 << 62
    number |= secrets.randbits(62)
    return str(uuid.UUID(int=number))
