"""What Progress says of check-ins: of each result with its parts, and of what changed."""

from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.checkins import Checkin, Part, say_formula
from scorecard.domain.periods import Length
from scorecard.services.progress.trust import MOST_POINTS, TrustPage, TrustPanel, TrustPoint
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.progress_tab.year_wording import dated
from scorecard.ui.reflection_tab.checkin_wording import (
    say_change,
    say_kept,
    say_result,
    say_series,
    say_step,
    speak_change,
)
from scorecard.ui.say import sentence_case
from scorecard.ui.text import tr


def title() -> str:
    return tr("Trust and attention over time")


def parts_words(checkin: Checkin) -> str:
    """The formula of its day with its values: "(Reliability 9 + Credibility 8) ÷ Self-orientation 5"."""
    return say_formula([part_words(part) for part in checkin.parts])


def part_words(part: Part) -> str:
    return tr("{factor} {value}", "Reliability 9").format(factor=part.name, value=part.value)


def point_words(panel: TrustPanel, point: TrustPoint, today: date, locale: QLocale) -> str:
    """ "Trust: Neal · Wed 18 November · 6.2 · up 0.8 since last week · (Reliability 9 + …"."""
    checkin = point.checkin
    parts = [say_series(panel.series), dated(checkin.day, today, locale), say_result(checkin.result)]
    parts.append(other_formula() if point.anew else speak_change(point.before, checkin, today))
    return DOT.join([*parts, parts_words(checkin)])


def other_formula() -> str:
    return tr("another formula than before")


def change_words(panel: TrustPanel, today: date, locale: QLocale) -> str:
    """Beside the latest result: how it changed, or, of one before the period, its day."""
    latest = panel.latest
    if not panel.points:
        return tr("on {day}", "on Wed 18 November").format(day=dated(latest.checkin.day, today, locale))
    return other_formula() if latest.anew else say_change(latest.before, latest.checkin, today)


def step_words(point: TrustPoint) -> str:
    return other_formula() if point.anew else say_step(point.before, point.checkin)


def measured_words(panel: TrustPanel, factor: str, page: TrustPage) -> str:
    """ "93% kept": the record of promises beside the reliability one gives oneself; it is of today only."""
    if not page.present or not panel.series.measures(factor):
        return ""
    return say_kept(panel.series.kept)


def kept_words(panel: TrustPanel, page: TrustPage, locale: QLocale) -> str:
    """The same with its numbers, for the table."""
    kept = panel.series.kept
    if not page.present or not kept.n or not any(panel.series.measures(part.name) for part in _latest_parts(panel)):
        return ""
    words = tr("{kept} of {n} kept", "14 of 15 commitments")
    return words.format(kept=figure(kept.kept, locale), n=figure(kept.n, locale))


def _latest_parts(panel: TrustPanel) -> tuple[Part, ...]:
    return panel.latest.checkin.parts


def summary_words(page: TrustPage, locale: QLocale) -> str:
    """The chart in words, for those who do not see it: the latest of each."""
    said = []
    for panel in page.shown:
        words = tr("{name}: {change}", "Deep work: +31% on 8 weeks")
        result = DOT.join([say_result(panel.latest.checkin.result), change_words(panel, page.today, locale)])
        said.append(words.format(name=say_series(panel.series), change=result))
    return "; ".join(said)


def note_words(page: TrustPage) -> str:
    """What the picture leaves out."""
    said = []
    if page.more:
        said.append(tr("… and %n more in the table.", "", page.more))
    if any(panel.gathered for panel in page.shown):
        words = tr("Of very many, the last in each of %n equal stretches is drawn.", "", MOST_POINTS)
        said.append(words)
    return " ".join(said)


def legend_words(page: TrustPage) -> str:
    """Of what is in the picture, and of nothing else."""
    said = [tr("strong line: result"), tr("thin lines: its parts, 1 to 10"), tr("÷ dashed: what divides")]
    if any(panel.known is not None for panel in page.shown):
        said.append(tr("outlined: the last one before"))
    if any(len(panel.pieces) > 1 for panel in page.shown):
        said.append(tr("interrupted: another formula"))
    return sentence_case(DOT.join(said))


def nothing_words(length: Length) -> str:
    return {
        Length.WEEK: tr("No check-in in this week"),
        Length.MONTH: tr("No check-in in this month"),
        Length.QUARTER: tr("No check-in in this quarter"),
        Length.YEAR: tr("No check-in in this year"),
        Length.ALL: tr("No check-in yet"),
    }[length]


def last_words(page: TrustPage, locale: QLocale) -> str:
    """ "The last one before: Trust: me 6.2 on Fri 13 November."; else where check-ins are made."""
    if not page.panels:
        return tr("They are made on the Reflection tab, and stand here from their day on.")
    panel = page.panels[0]
    words = tr("The last one before it: {name}, {result} on {day}.", "Trust: me, 6.2 on Fri 13 November")
    checkin = panel.latest.checkin
    return words.format(
        name=say_series(panel.series), result=say_result(checkin.result), day=dated(checkin.day, page.today, locale)
    )
