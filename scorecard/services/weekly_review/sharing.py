"""The review as others may see it: without notes, without one's own words, and without a name."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from scorecard.domain.measures import Terms
from scorecard.services.weekly_review.review import DayStory, WeekReview

HIDDEN = "…"
_LEAST_LETTERS = 3  # of a part of a name that is looked for by itself


def shared(review: WeekReview, names: Iterable[str]) -> WeekReview:
    """`names` are those of all persons: where one stands in the name of a measure, it is left out there too."""
    hide = _hiding(names)
    return replace(
        review,
        best=_without_words(review.best),
        worst=_without_words(review.worst),
        moved=tuple(replace(one, name=hide(one.name), terms=_bare(one.terms, hide)) for one in review.moved),
        adjustments=tuple(
            replace(one, words="", effects=tuple((hide(name), effect) for name, effect in one.effects))
            for one in review.adjustments
        ),
        people=(),
        impacts=tuple(
            replace(one, name=hide(one.name), terms=_bare(one.terms, hide), why="", to_whom="")
            for one in review.impacts
        ),
        question=replace(review.question, text=""),
        focus=replace(review.focus, text=""),
        last_focus="",
        next_card=tuple(replace(one, name=hide(one.name), terms=_bare(one.terms, hide)) for one in review.next_card),
        shared=True,
    )


def _without_words(story: DayStory | None) -> DayStory | None:
    return None if story is None else replace(story, words="")


def _bare(terms: Terms, hide: Callable[[str], str]) -> Terms:
    """Without the reason, and with a unit that names nobody."""
    return replace(terms, reason="", unit=hide(terms.unit))


def _hiding(names: Iterable[str]) -> Callable[[str], str]:
    patterns = [pattern for name in sorted(names, key=len, reverse=True) for pattern in _patterns(name)]

    def hide(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(HIDDEN, text)
        return text

    return hide


def _patterns(name: str) -> list[re.Pattern[str]]:
    """The whole name in any case, and each of its parts that is written as a name is."""
    parts = [part for part in name.split() if len(part) >= _LEAST_LETTERS and part[0].isupper()]
    return [re.compile(_alone(name), re.IGNORECASE), *(re.compile(_alone(part)) for part in parts if part != name)]


def _alone(words: str) -> str:
    """Not as a part of a longer word, in scripts that part their words."""
    before = r"(?<!\w)" if words[0].lower() != words[0].upper() else ""
    after = r"(?!\w)" if words[-1].lower() != words[-1].upper() else ""
    return before + re.escape(words) + after
