"""What Progress says of the promises of some weeks, level by level: levels are never added up."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.promises import Level
from scorecard.domain.weeks import Week
from scorecard.services.promise_weeks import PromiseWeek
from scorecard.ui.progress_tab.wording import DOT, figure, week_title
from scorecard.ui.say_record import say_levels
from scorecard.ui.text import tr

LEVELS = tuple(Level)  # the one order of the chart, its legend and its table


def missed_words() -> str:
    return tr("Missed")


def counted(level: Level, n: int) -> str:
    match level:
        case Level.COMMITMENT:
            return tr("%n commitment(s)", "", n)
        case Level.BEST_EFFORT:
            return tr("%n best effort(s)", "", n)
        case Level.GOOD_INTENTION:
            return tr("%n good intention(s)", "", n)
        case _ as never:
            assert_never(never)


def week_sentence(week: PromiseWeek, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November · kept: 3 commitments and 1 best effort · missed: 1 commitment"."""
    parts = [week_title(week.week, today, locale)]
    if week.week == Week.of(today):
        parts.append(tr("this week"))
    if week.is_blank:
        return DOT.join([*parts, tr("no promise came due")])
    if kept := _listed(week.kept, locale):
        parts.append(tr("kept: {promises}", "kept: 3 commitments and 1 best effort").format(promises=kept))
    if missed := _listed(week.missed, locale):
        parts.append(tr("missed: {promises}", "missed: 1 commitment").format(promises=missed))
    return DOT.join(parts)


def _listed(numbers: Mapping[Level, int], locale: QLocale) -> str:
    return locale.createSeparatedList([counted(level, numbers[level]) for level in LEVELS if numbers[level]])


def weeks_sentence(weeks: Sequence[PromiseWeek], locale: QLocale) -> str:
    """The chart in a sentence, for those who do not see it: "Commitments: 20 kept, 3 missed · Best efforts: …"."""
    parts = []
    for level in LEVELS:
        kept = sum(week.kept[level] for week in weeks)
        missed = sum(week.missed[level] for week in weeks)
        if kept or missed:
            words = tr("{level}: {kept} kept, {missed} missed", "Commitments: 20 kept, 3 missed")
            parts.append(
                words.format(level=say_levels(level), kept=figure(kept, locale), missed=figure(missed, locale))
            )
    return DOT.join(parts)


def span_words(weeks: Sequence[PromiseWeek], locale: QLocale) -> str:
    """ "Weeks 38 to 47"."""
    first, last = (figure(week.week.number, locale) for week in (weeks[0], weeks[-1]))
    return tr("Weeks {first} to {last}").format(first=first, last=last)
