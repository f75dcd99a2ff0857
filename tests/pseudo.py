"""A language that nobody speaks: every text is longer by two fifths and full of accents, and all of it can be read.

What is not written in it never went through `tr`. What is cut off in it will be cut off in a real language, too.
"""

import re

from PySide6.QtCore import QTranslator

from scorecard.overriding import override

_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéîñöüýÁÇÉÎÑÖÜÝ")
_KEPT = re.compile(r"(\{\w*\}|%n|&&|&\w)")  # places for values, counts, letters for Alt
_LONGER = 0.4
_OPEN, _CLOSE = "[", "]"


def pseudo(text: str) -> str:
    """ "Finish the day" → "[Fîñîsh théé dááý~~]"."""
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text))
    words = sum(len(part) for part in _KEPT.split(text) if not _KEPT.fullmatch(part))
    return _OPEN + accented + _filling(round(words * _LONGER)) + _CLOSE


def _filling(length: int) -> str:
    """Of words, so that it can be broken into lines."""
    return "".join(" " if n % 7 == 0 else "~" for n in range(max(length - 2, 0)))


class PseudoTranslator(QTranslator):
    """Texts that are no words (formats of dates, letters that are keys) stay as they are, and so do Qt's own."""

    @override
    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        if context or not source or (comment and ("date format" in comment or comment.startswith("key"))):
            return source
        return pseudo(source.replace("(s)", "s").replace("%n", str(n)) if n >= 0 else source)

    @override
    def isEmpty(self) -> bool:  # noqa: N802
        return False
