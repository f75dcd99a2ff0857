"""Which settings are meant by what is typed. No widgets."""

import unicodedata
from collections.abc import Iterable, Sequence


def folded(words: str) -> str:
    """Without capitals and accents, and without the marks of letters for Alt."""
    plain = unicodedata.normalize("NFKD", words.replace("&&", " ").replace("&", ""))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def terms_of(typed: str) -> tuple[str, ...]:
    return tuple(folded(typed).split())


def means(terms: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether each of the terms stands somewhere in the texts; of no terms all is meant."""
    said = folded("\n".join(texts))
    return all(term in said for term in terms)


def named(terms: Sequence[str], texts: Sequence[str]) -> tuple[int, ...]:
    """The places of those texts in which all of the terms stand; where there is none, of those with any of them."""
    said = [folded(text) for text in texts]
    whole = tuple(n for n, words in enumerate(said) if all(term in words for term in terms))
    return whole or tuple(n for n, words in enumerate(said) if any(term in words for term in terms))
