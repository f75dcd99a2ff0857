"""Measures that move together, in sentences: never that one is the cause of the other."""

from PySide6.QtCore import QLocale

from scorecard.services.progress.moves_with import LEAST_PAIRS, Pair, Together
from scorecard.ui.progress_tab.findings_saying import Saying, Sign, apart
from scorecard.ui.progress_tab.measures_wording import p_words
from scorecard.ui.progress_tab.wording import DOT, days_span, figure
from scorecard.ui.text import tr

_PLACES = 2
_MOST_PAIRS = 5
_LEAST_REST = 2  # pairs, that are worth being gathered in a line


def together_title(together: Together, locale: QLocale) -> str:
    span = days_span(together.first, together.last, together.last, locale)
    words = tr("Moving together, 26 weeks: {span}") if together.widened else tr("Moving together, {span}")
    return words.format(span=span)


def _pair(pair: Pair, together: Together, locale: QLocale) -> Saying:
    rho = pair.rho or 0.0
    words = tr("{one} moves with {other}") if rho > 0 else tr("{one} moves against {other}")
    return Saying(
        words.format(one=apart(pair.one.name), other=apart(pair.other.name)),
        DOT.join([rho_words(rho, locale), tr("n {number}").format(number=figure(pair.n, locale))]),
        details="\n".join([_test_words(pair, locale), *pairs_words(together, locale), _no_cause()]),
        sign=Sign.WITH if rho > 0 else Sign.AGAINST,
    )


def told_pairs(together: Together, locale: QLocale) -> list[Saying]:
    """The strongest pairs each by itself, the others in one line."""
    sayings = [_pair(pair, together, locale) for pair in together.told]
    rest = sayings[_MOST_PAIRS:]
    if len(rest) < _LEAST_REST:
        return sayings
    words = tr("%n more pair(s) that clearly move together.", "", len(rest))
    return [*sayings[:_MOST_PAIRS], Saying(words, details="\n".join(saying.words for saying in rest), sign=Sign.WITH)]


def rho_words(rho: float, locale: QLocale) -> str:
    return tr("ρ {rho}", "a rank correlation: ρ 0.42").format(
        rho=locale.toString(rho, "f", _PLACES).replace("-", "−")
    )  # fmt: skip


def _test_words(pair: Pair, locale: QLocale) -> str:
    days = tr("%n day(s)", "", pair.n)
    held = tr("Rank correlation on the {days} on which both are known, without what is usual on a weekday.")
    tested = tr("Permutation test among the days of each weekday: seed {seed}, {rounds} rounds, {p}.")
    return " ".join([
        held.format(days=days),
        tested.format(
            seed=figure(pair.seed, locale), rounds=figure(pair.rounds, locale), p=p_words(pair.p or 0.0, locale)
        ),
    ])  # fmt: skip


def pairs_words(together: Together, locale: QLocale) -> list[str]:
    if not together.pairs:
        return []
    looked = tr(
        "%n pair(s) of measures looked at: of those that are told, 1 in 20 may be chance.", "", len(together.pairs)
    )
    return [looked]


def _no_cause() -> str:
    return tr("It doesn't say that one is the cause of the other: a trend that both follow is enough.")


def no_pair(together: Together, locale: QLocale) -> list[Saying]:
    """That none was found, and among how many; that there are too few days yet; nothing where there is no pair."""
    if together.pairs:
        days = [pair.n for pair in together.pairs]
        n = tr("n {least} to {most}", "n 14 to 40").format(
            least=figure(min(days), locale), most=figure(max(days), locale)
        )  # fmt: skip
        words = tr("No two measures clearly move together.")
        return [Saying(words, n, details="\n".join(pairs_words(together, locale)), sign=Sign.STILL)]
    if together.most_days:
        words = tr("Not enough yet to see what moves together: {known} of {least}")
        least = tr("%n day(s)", "", LEAST_PAIRS)
        return [Saying(words.format(known=figure(together.most_days, locale), least=least), sign=Sign.STILL)]
    return []
