"""What is said of other terms: what a measure asks from a day on that it did not ask before, and why."""

from PySide6.QtCore import QLocale

from scorecard.services.progress.measure_series import MeasuresPage, TermsChange
from scorecard.ui.progress_tab.measures_wording import day_name
from scorecard.ui.progress_tab.wording import DOT
from scorecard.ui.say_terms import differences
from scorecard.ui.text import tr


def terms_words(change: TermsChange, page: MeasuresPage, locale: QLocale) -> str:
    """ "From Mon 2 November: at least 4, before at least 3 · the new shift"."""
    parts = differences(change.before, change.now, locale) or [tr("the terms written anew")]
    if not change.comparable:
        parts.append(tr("values before can't be compared and aren't shown"))
    words = tr("From {day}: {changes}", "From Mon 2 November: at least 4, before at least 3")
    said = words.format(day=day_name(change.day, page.today, locale), changes=", ".join(parts))
    return DOT.join([said, change.now.reason]) if change.now.reason else said
