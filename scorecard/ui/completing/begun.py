"""What is being typed before the caret, and how it may go on: a #tag or an @name. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorecard.domain.mentions import at_word, completions, key_of

_MOST = 6
_TAG = re.compile(r"(?<![\w/#&])#([^\W]+(?:[\w-])*)$")

Named = tuple[str, str]  # a name, and the id of whom it finds


class Sign(StrEnum):
    TAG = "#"
    NAME = "@"


@dataclass(frozen=True, slots=True)
class Begun:
    """`typed` is what stands between the sign and the caret."""

    sign: Sign
    typed: str


@dataclass(frozen=True, slots=True)
class Offers:
    """Words without their sign. `sure`: so likely that Enter takes the first."""

    words: tuple[str, ...] = ()
    sure: bool = False


def begun_before(caret: str) -> Begun | None:
    """`caret`: what stands before it."""
    tag = tag_begun(caret)
    if tag is not None:
        return Begun(Sign.TAG, tag)
    name = at_word(caret, len(caret))
    return Begun(Sign.NAME, name.typed) if name is not None else None


def tag_begun(before_caret: str) -> str | None:
    """What is there of a tag that ends at the caret, without its sign; None without one."""
    found = _TAG.search(before_caret)
    return found[1] if found else None


def offered_tags(tags: Sequence[str], begun: str) -> Offers:
    return Offers(tags_like(tags, begun), sure=begun.casefold() not in tags)


def tags_like(tags: Sequence[str], begun: str) -> tuple[str, ...]:
    """Those that begin so and go on."""
    wanted = begun.casefold()
    return tuple(tag for tag in tags if tag.casefold().startswith(wanted) and tag.casefold() != wanted)[:_MOST]


def offered_names(names: Sequence[Named], begun: str) -> Offers:
    """A name may go on after a space; once it is whole and a space follows, the sentence goes on and not the name."""
    wanted, ended = key_of(begun), begun.endswith(" ")
    whole = bool(wanted) and any(key_of(name) == wanted for name, _ in names)
    if whole and ended:
        return Offers()
    found = dict.fromkeys(name for name, _ in completions(begun, names, _MOST + 1) if key_of(name) != wanted)
    return Offers(tuple(found)[:_MOST], sure=bool(wanted) and not ended and not whole)
