"""What a measure asks, and what it asks that it did not ask before."""

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Terms
from scorecard.ui.say import say_due, say_kind, say_target, sentence_case
from scorecard.ui.text import tr
from scorecard.words.importing import say_place


def say_asked(terms: Terms) -> str:
    """ "At least 3 · Monday to Friday"; the days alone for yes or no."""
    target = sentence_case(say_target(terms))
    if terms.weekly:
        return target
    return f"{target} · {say_due(terms)}" if target else sentence_case(say_due(terms))


def differences(before: Terms, now: Terms, locale: QLocale) -> list[str]:
    pairs = [
        (say_kind(before.kind), say_kind(now.kind)),
        (say_target(before), say_target(now)),
        (say_due(before, locale), say_due(now, locale)),
        (_weight(before, locale), _weight(now, locale)),
    ]
    found = [_instead(new, old) for old, new in pairs if old != new]
    return found if before.place is now.place else [*found, say_place(now.place, tr)]


def say_differences(before: Terms, now: Terms) -> str:
    """ "at least 4, before at least 3"; empty for none."""
    return ", ".join(differences(before, now, QLocale()))


def _instead(now: str, before: str) -> str:
    if now and before:
        return tr("{now}, before {before}", "at least 4, before at least 3").format(now=now, before=before)
    return now or tr("no longer {before}", "no longer at least 3").format(before=before)


def _weight(terms: Terms, locale: QLocale) -> str:
    return tr("weight {weight}").format(weight=locale.toString(terms.weight))
