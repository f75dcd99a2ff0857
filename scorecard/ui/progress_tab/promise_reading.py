"""The promises of some weeks as their chart wants them: finished words and colours. Imports nothing of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.promises_picture import PromiseColours, PromiseColumn, PromisesPicture, Tick, ticks_for
from scorecard.domain.weeks import Week
from scorecard.services.promise_weeks import PromiseWeek
from scorecard.ui.progress_tab.promise_wording import LEVELS, missed_words, week_sentence, weeks_sentence
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.say_record import say_levels
from scorecard.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class PromisesReading:
    """The picture, and of each week which it is and what is said of it."""

    picture: PromisesPicture
    keys: tuple[Week, ...]
    sentences: tuple[str, ...]
    summary: str


def read_promises(
    weeks: Sequence[PromiseWeek], today: date, locale: QLocale, *, mirrored: bool = False
) -> PromisesReading:
    columns = tuple(_column(week, Week.of(today), locale) for week in weeks)
    numbers = ticks_for(max(sum(column.kept) for column in columns), max(column.missed for column in columns))
    commitments, efforts, intentions = (say_levels(level) for level in LEVELS)
    return PromisesReading(
        picture=PromisesPicture(
            columns=columns,
            ticks=tuple(Tick(number, figure(abs(number), locale)) for number in numbers),
            legend=(commitments, efforts, intentions, missed_words()),
            mirrored=mirrored,
        ),
        keys=tuple(week.week for week in weeks),
        sentences=tuple(week_sentence(week, today, locale) for week in weeks),
        summary=weeks_sentence(weeks, locale),
    )


def _column(week: PromiseWeek, present: Week, locale: QLocale) -> PromiseColumn:
    commitments, efforts, intentions = (week.kept[level] for level in LEVELS)
    return PromiseColumn(
        label=figure(week.week.number, locale),
        kept=(commitments, efforts, intentions),
        missed=sum(week.missed.values()),
        present=week.week == present,
    )


def promise_colours(tokens: Tokens) -> PromiseColours:
    return PromiseColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        accent=tokens.accent,
        levels=(tokens.commitment, tokens.effort, tokens.intention),
        missed=tokens.poor,
    )
