"""What Progress says of days as they felt beside their scores."""

from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.periods import Length
from scorecard.services.progress.felt import Feeling, Felt, FeltDay, FeltSpot
from scorecard.ui.progress_tab.measures_wording import p_words
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.progress_tab.year_wording import dated
from scorecard.ui.say import sentence_case
from scorecard.ui.text import tr


def title() -> str:
    return tr("Felt against counted")


def felt_words(felt: Felt) -> str:
    return {
        Felt.BETTER: tr("felt better than counted"),
        Felt.AS_COUNTED: tr("felt as counted"),
        Felt.WORSE: tr("felt worse than counted"),
    }[felt]


def summary_words(feeling: Feeling, locale: QLocale) -> str:
    """ "Felt better than counted on 12 of 40 days, worse on 9." and, if a test says so, that this is no chance."""
    said = []
    if feeling.n:
        words = tr("Felt better than counted on {better} of %n day(s), worse on {worse}.", "", feeling.n)
        said.append(words.format(better=figure(feeling.better, locale), worse=figure(feeling.worse, locale)))
    if feeling.clear and feeling.p is not None:
        said.append(_claim(feeling).format(test=tr("sign test"), p=p_words(feeling.p, locale)))
    return " ".join([*said, *missing_words(feeling)])


def _claim(feeling: Feeling) -> str:
    if feeling.better > feeling.worse:
        return tr("More often better than worse ({test}, {p}).", "sign test, p 0.012")
    return tr("More often worse than better ({test}, {p}).", "sign test, p 0.012")


def missing_words(feeling: Feeling) -> list[str]:
    """The days that are not in the picture, and those that lie in it by other bounds."""
    said = []
    if feeling.unscored:
        said.append(tr("%n day(s) with a felt grade and no score.", "", feeling.unscored))
    if feeling.strange:
        said.append(tr("%n day(s) with a grade that their scale does not have.", "", feeling.strange))
    if feeling.foreign:
        said.append(tr("%n day(s) had other bounds, and stand by the points of theirs.", "", feeling.foreign))
    return said


def spot_words(spot: FeltSpot, today: date, locale: QLocale) -> str:
    """ "Wed 18 November · felt B+ · counted 82 · felt better than counted", "3 days, the latest … · counted 82–84"."""
    day = dated(spot.last, today, locale)
    if spot.n > 1:
        days = tr("%n day(s)", "", spot.n)
        day = tr("{days}, the latest {day}", "3 days, the latest Wed 18 November").format(days=days, day=day)
    parts = [day, grade_words(spot.grade), counted_words(spot.least, spot.most, locale), felt_words(spot.felt)]
    if spot.remembered:
        parts.append(
            tr("from memory") if spot.n == 1 else tr("%n day(s) from memory", "", spot.remembered)
        )  # fmt: skip
    return DOT.join(parts)


def grade_words(grade: str) -> str:
    return tr("felt {grade}", "felt B+").format(grade=grade)


def counted_words(least: int, most: int, locale: QLocale) -> str:
    points = figure(least, locale)
    if most > least:
        points = tr("{low}–{high}", "points: 82–84").format(low=points, high=figure(most, locale))
    return tr("counted {points}", "counted 82").format(points=points)


def remarks(day: FeltDay) -> list[str]:
    """For the last column of the table."""
    said = [tr("no score")] if day.felt is None else [felt_words(day.felt)]
    return said + [tr("from memory")] * day.remembered


def legend_words(feeling: Feeling) -> str:
    """Of what is in the picture, and of nothing else."""
    said = [tr("shaded: felt as counted")]
    if any(spot.hollow for spot in feeling.spots):
        said.append(tr("outlined: from memory"))
    if any(spot.n > 1 for spot in feeling.spots):
        said.append(tr("larger: several days"))
    return sentence_case(DOT.join(said))


def nothing_words(length: Length) -> str:
    return {
        Length.WEEK: tr("No day of this week has a felt grade and a score"),
        Length.MONTH: tr("No day of this month has a felt grade and a score"),
        Length.QUARTER: tr("No day of this quarter has a felt grade and a score"),
        Length.YEAR: tr("No day of this year has a felt grade and a score"),
        Length.ALL: tr("No day has a felt grade and a score yet"),
    }[length]


def advice_words(feeling: Feeling) -> str:
    """What can be done about it, and what there is of it."""
    advice = tr("“How did it feel?” on the Reflection tab gives a day a grade, which stands here beside its score.")
    return " ".join([*missing_words(feeling), advice])
