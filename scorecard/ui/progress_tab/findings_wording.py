"""The findings of a period in sentences, each with the number it rests on and how it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from scorecard.services.progress.changed import Verdict
from scorecard.services.progress.findings import Findings
from scorecard.services.progress.measure_series import MeasureSeries
from scorecard.ui.progress_tab.findings_pairs import no_pair, pairs_words, together_title, told_pairs
from scorecard.ui.progress_tab.findings_questions import Finding, asked
from scorecard.ui.progress_tab.findings_saying import Saying, Sign, Tone, apart
from scorecard.ui.progress_tab.measures_wording import change_words, comparison_words, explanation
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.say import sentence_case
from scorecard.ui.text import tr

_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind below their heading, which is empty where there is only one kind."""

    title: str
    findings: tuple[Finding, ...]


def groups_of(findings: Findings, locale: QLocale) -> tuple[Group, ...]:
    """What there is to be said; a single sentence when that is nothing."""
    together, page = findings.together, findings.page
    told = told_pairs(together, locale)
    questions = [asked(question, together, locale) for question in findings.review]
    if not (findings.changed or told or questions):
        return (Group("", tuple(_nothing(findings, locale))),)
    groups = (
        Group(sentence_case(comparison_words(page.comparison)), tuple(_changes(findings, locale))),
        Group(together_title(together, locale), tuple(Finding(saying) for saying in told or no_pair(together, locale))),
        Group(tr("Questions to the card"), tuple(questions)),
    )
    return tuple(group for group in groups if group.findings)


def _nothing(findings: Findings, locale: QLocale) -> list[Finding]:
    """That there is nothing, or not enough yet."""
    if not findings.n:
        return [
            Finding(
                Saying(tr("Nothing is scored in these weeks, so there is nothing to say of them."), sign=Sign.STILL)
            )
        ]
    few = _too_few(findings, locale)
    if not findings.unchanged:
        return [*few, *(Finding(saying) for saying in no_pair(findings.together, locale))]
    n = tr("n {number}").format(number=tr("%n day(s)", "", findings.n))
    details = "\n".join([*_explained(findings.unchanged, findings, locale), *pairs_words(findings.together, locale)])
    sentence = tr("No clear change and nothing to note in these weeks.")
    return [Finding(Saying(sentence, n, details=details, sign=Sign.STILL)), *few]


def _changes(findings: Findings, locale: QLocale) -> list[Finding]:
    found = [Finding(_change(series, findings, locale)) for series in findings.changed]
    if findings.unchanged:
        still = tr("No clear change in %n measure(s).", "", len(findings.unchanged))
        details = "\n".join(_explained(findings.unchanged, findings, locale))
        found.append(Finding(Saying(still, _range_words(findings.unchanged, locale), details=details, sign=Sign.STILL)))
    return [*found, *_too_few(findings, locale)]


def _change(series: MeasureSeries, findings: Findings, locale: QLocale) -> Saying:
    page, change = findings.page, series.change
    words = tr("{measure}: {words}", "Deep work: +31% on 8 weeks").format(
        measure=apart(series.measure.name), words=change_words(series, page, locale)
    )
    tones = {Verdict.BETTER: Tone.GOOD, Verdict.WORSE: Tone.POOR, Verdict.NEITHER: Tone.QUIET}
    return Saying(
        words,
        _n_words(change.n, change.n_before, locale),
        details=sentence_case(explanation(series.terms, change, page.comparison, locale)),
        sign=Sign.UP if (change.difference or 0) > 0 else Sign.DOWN,
        tone=tones[series.verdict],
    )


def _n_words(now: int, before: int, locale: QLocale) -> str:
    return tr("n {now} and {before}", "n 38 and 40").format(now=figure(now, locale), before=figure(before, locale))


def _range_words(series: Sequence[MeasureSeries], locale: QLocale) -> str:
    """ "n 14 to 40": the fewest and the most days that any of them rests on."""
    numbers = [number for one in series for number in (one.change.n, one.change.n_before)]
    least, most = (figure(number, locale) for number in (min(numbers), max(numbers)))
    if least == most:
        return tr("n {number}").format(number=least)
    return tr("n {least} to {most}", "n 14 to 40").format(least=least, most=most)


def _explained(series: Iterable[MeasureSeries], findings: Findings, locale: QLocale) -> list[str]:
    comparison = findings.page.comparison
    return [
        tr("{measure}: {words}", "Deep work: +31% on 8 weeks").format(
            measure=apart(one.measure.name), words=explanation(one.terms, one.change, comparison, locale)
        )
        for one in series
    ]


def _too_few(findings: Findings, locale: QLocale) -> list[Finding]:
    """Those that lack as much as each other together: "Calls, Deep work: not enough yet: 9 of 14 days"."""
    by_words: dict[str, list[MeasureSeries]] = {}
    for series in findings.too_few:
        by_words.setdefault(change_words(series, findings.page, locale), []).append(series)
    return [
        Finding(
            Saying(
                tr("{measures}: {words}", "Calls, Deep work: not enough yet: 9 of 14 days").format(
                    measures=_names(series), words=words
                ),
                details="\n".join(_explained(series, findings, locale)),
                sign=Sign.STILL,
            )
        )
        for words, series in by_words.items()
    ]


def _names(series: Sequence[MeasureSeries]) -> str:
    """One or two by name, more by their number."""
    if len(series) > _MOST_NAMED:
        return tr("%n measure(s)", "", len(series))
    return ", ".join(apart(one.measure.name) for one in series)
