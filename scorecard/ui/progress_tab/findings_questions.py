"""Questions to the card, in sentences, each with a way to the measure it is about."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Measure
from scorecard.services.progress.card_review import AlwaysSame, BlankWeekdays, Limit, NearlySame, Question
from scorecard.services.progress.moves_with import Together
from scorecard.ui.progress_tab.findings_pairs import rho_words
from scorecard.ui.progress_tab.findings_saying import Saying, Sign, apart
from scorecard.ui.progress_tab.wording import DOT, days_span, figure
from scorecard.ui.text import tr

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Link:
    """A way to the editor of a measure."""

    words: str
    name: str
    measure_id: str


@dataclass(frozen=True, slots=True)
class Finding:
    saying: Saying
    links: tuple[Link, ...] = ()


def asked(question: Question, together: Together, locale: QLocale) -> Finding:
    match question:
        case AlwaysSame():
            return Finding(_always_same(question, locale), (_link(question.measure),))
        case BlankWeekdays():
            return Finding(_blank_weekdays(question, locale), (_link(question.measure),))
        case NearlySame():
            links = tuple(_link(measure, named=True) for measure in (question.one, question.other))
            return Finding(_nearly_same(question, together, locale), links)
        case _ as never:
            assert_never(never)


def _link(measure: Measure, *, named: bool = False) -> Link:
    name = tr("Open {measure}").format(measure=apart(measure.name))
    if not named:
        return Link(tr("Open the measure"), name, measure.id)
    short = measure.name if len(measure.name) <= _LONGEST_NAME else measure.name[: _LONGEST_NAME - 1].rstrip() + "…"
    return Link(tr("Open {measure}").format(measure=short), name, measure.id)


def _always_same(question: AlwaysSame, locale: QLocale) -> Saying:
    if question.limit is Limit.ALL:
        words = tr("{measure}: at 100 for %n week(s). Ask more of it, or retire it?", "", question.weeks)
    else:
        words = tr("{measure}: at 0 for %n week(s). Ask less of it, or retire it?", "", question.weeks)
    return Saying(
        words.format(measure=apart(question.measure.name)),
        tr("n {number}").format(number=figure(question.n, locale)),
        details=tr("Every known day of {span} came to the same.").format(
            span=days_span(question.since, question.last, question.last, locale)
        ),
        sign=Sign.QUESTION,
    )


def _blank_weekdays(question: BlankWeekdays, locale: QLocale) -> Saying:
    names = locale.createSeparatedList([locale.standaloneDayName(one + 1) for one in question.weekdays])
    blank, n = figure(question.blank, locale), figure(question.n, locale)
    known, others = figure(question.known, locale), figure(question.others, locale)
    return Saying(
        tr("{measure}: mostly blank on {days}. Not due then?").format(measure=apart(question.measure.name), days=names),
        tr("{blank} of {n} days blank").format(blank=blank, n=n),
        details=tr("In the last 6 weeks. Of the other days that it is due on, {known} of {n} are known.").format(
            known=known, n=others
        ),
        sign=Sign.QUESTION,
    )


def _nearly_same(question: NearlySame, together: Together, locale: QLocale) -> Saying:
    return Saying(
        tr("{one} and {other} say nearly the same. Does one of them do?").format(
            one=apart(question.one.name), other=apart(question.other.name)
        ),
        DOT.join([rho_words(question.rho, locale), tr("n {number}").format(number=figure(question.n, locale))]),
        details=tr("Rank correlation of the days of {span} on which both are known.").format(
            span=days_span(together.first, together.last, together.last, locale)
        ),
        sign=Sign.QUESTION,
    )
