"""What is said of an adjustment: what it was, what came of it, and whether it shows in its measures."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.reflections import Adjustment
from scorecard.services.adjusting import ENOUGH, REACH
from scorecard.services.progress.adjustment_list import Effect
from scorecard.ui.progress_tab.findings_saying import Saying, apart, isolated
from scorecard.ui.progress_tab.measures_wording import chance_words, day_name, percent
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.text import tr

Row = tuple[str, ...]
_LONGEST = 160  # letters of an adjustment
_MANY = 1000


def adjustments_summary(adjustments: Sequence[Adjustment]) -> str:
    """ "12 adjustments · 7 tried · 5 helped"."""
    if not adjustments:
        return ""
    parts = [tr("%n adjustment(s)", "", len(adjustments))]
    tried = sum(one.tried is True for one in adjustments)
    helped = sum(one.helped is True for one in adjustments)
    parts += [tr("%n tried", "", tried)] * bool(tried) + [tr("%n helped", "", helped)] * bool(helped)
    return DOT.join(parts)


def outcome_words(adjustment: Adjustment) -> str:
    if adjustment.tried is None:
        return tr("not said yet")
    if not adjustment.tried:
        return tr("not tried")
    if adjustment.helped is None:
        return tr("tried")
    return tr("tried, and it helped") if adjustment.helped else tr("tried, and it did not help")


def adjustment_saying(adjustment: Adjustment, effects: Sequence[Effect], today: date, locale: QLocale) -> Saying:
    return Saying(
        isolated(tr("“{words}”").format(words=shortened(adjustment.words))),
        DOT.join([day_name(adjustment.day, today, locale), outcome_words(adjustment)]),
        below="\n".join(effect_words(effect, locale) for effect in effects),
    )


def effect_words(effect: Effect, locale: QLocale) -> str:
    """ "Deep work: 62% before, 71% after (n 10 and 9), no clear change", or that nothing can be concluded."""
    change = effect.change
    n = tr("n {before} and {after}", "n 10 and 9").format(
        before=figure(change.n_before, locale), after=figure(change.n, locale)
    )  # fmt: skip
    if not change.enough or change.mean is None or change.mean_before is None:
        words = tr("{verdict} ({n})", "nothing can be concluded yet (n 3 and 2)")
        return _of(effect, words.format(verdict=verdict_words(effect), n=n))
    words = tr("{before} before, {after} after ({n}), {verdict}").format(
        before=percent(change.mean_before, locale),
        after=percent(change.mean, locale),
        n=n,
        verdict=verdict_words(effect),
    )
    return _of(effect, words)


def verdict_words(effect: Effect) -> str:
    if not effect.change.enough:
        return tr("nothing can be concluded yet") if effect.open else tr("nothing can be concluded")
    return tr("a clear change") if effect.change.clear else tr("no clear change")


def effect_explanation(effect: Effect, locale: QLocale) -> str:
    """How it was found: the days, and what the test says."""
    change = effect.change
    days = tr("Mean completion of the {reach} days up to the adjustment and of the {reach} after it").format(
        reach=figure(REACH.days, locale)
    )
    if change.p is None:
        least = tr("%n day(s)", "", ENOUGH)
        return _of(effect, tr("{days}: {least} are needed on each side").format(days=days, least=least))
    return _of(effect, f"{days}: {chance_words(change, locale)}")


def _of(effect: Effect, words: str) -> str:
    return tr("{measure}: {words}", "Deep work: +31% on 8 weeks").format(
        measure=apart(effect.measure.name), words=words
    )


def shortened(words: str) -> str:
    """On one line, and not much more than one of the card."""
    line = " ".join(words[:_MANY].split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"


def headings() -> Row:
    return (
        tr("Day"),
        tr("Tomorrow I will …"),
        tr("Outcome"),
        tr("Measure"),
        tr("Before"),
        tr("After"),
        tr("n"),
        tr("Remarks"),
    )


def table_rows(adjustments: Sequence[tuple[Adjustment, Sequence[Effect]]], today: date, locale: QLocale) -> list[Row]:
    """A row for each measure that an adjustment is tied to, or one without."""
    rows: list[Row] = []
    for adjustment, effects in adjustments:
        first = (day_name(adjustment.day, today, locale), " ".join(adjustment.words.split()), outcome_words(adjustment))
        rows += [(*first, *_numbers(effect, locale)) for effect in effects] or [(*first, "", "", "", "", "")]
    return rows


def _numbers(effect: Effect, locale: QLocale) -> Row:
    change = effect.change
    means = ("" if mean is None else percent(mean, locale) for mean in (change.mean_before, change.mean))
    n = tr("{before} and {after}", "10 and 9 days").format(
        before=figure(change.n_before, locale), after=figure(change.n, locale)
    )  # fmt: skip
    return effect.measure.name, *means, n, verdict_words(effect)
