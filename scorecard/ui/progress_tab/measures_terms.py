"""What is said of other terms: what a measure asks from a day on that it did not ask before, and why."""

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Terms
from scorecard.services.progress.measure_series import MeasuresPage, TermsChange
from scorecard.ui.progress_tab.measures_wording import day_name
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.say import say_due, say_kind, say_target
from scorecard.ui.text import tr
from scorecard.words.importing import say_place


def terms_words(change: TermsChange, page: MeasuresPage, locale: QLocale) -> str:
    """ "From Mon 2 November: at least 4, before at least 3 · the new shift"."""
    parts = differences(change.before, change.now, locale) or [tr("the terms written anew")]
    if not change.comparable:
        parts.append(tr("values before can't be compared and aren't shown"))
    words = tr("From {day}: {changes}", "From Mon 2 November: at least 4, before at least 3")
    said = words.format(day=day_name(change.day, page.today, locale), changes=", ".join(parts))
    return DOT.join([said, change.now.reason]) if change.now.reason else said


def differences(before: Terms, now: Terms, locale: QLocale) -> list[str]:
    pairs = [
        (say_kind(before.kind), say_kind(now.kind)),
        (say_target(before), say_target(now)),
        (say_due(before, locale), say_due(now, locale)),
        (_weight(before, locale), _weight(now, locale)),
    ]
    found = [_instead(new, old) for old, new in pairs if old != new]
    return found if before.place is now.place else [*found, say_place(now.place, tr)]


def _instead(now: str, before: str) -> str:
    if now and before:
        return tr("{now}, before {before}", "at least 4, before at least 3").format(now=now, before=before)
    return now or tr("no longer {before}", "no longer at least 3").format(before=before)


def _weight(terms: Terms, locale: QLocale) -> str:
    return tr("weight {weight}").format(weight=figure(terms.weight, locale))
