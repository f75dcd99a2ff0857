"""Check-ins in words: results, what changed, their factors, and the record of promises beside them. Pure."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from scorecard.domain.checkins import BrokenDefinitionError, Cadence, Checkin, Subject, in_tenths
from scorecard.domain.records import Record
from scorecard.domain.weeks import Week
from scorecard.services.checkin_page import MEASURED_DAYS, Series, change_since
from scorecard.ui.say import decimal_point
from scorecard.ui.say_promises import say_plain_day, say_share
from scorecard.ui.text import tr
from scorecard.words.checkins import say_broken_definition

LONGEST_EVIDENCE = 160


@dataclass(frozen=True, slots=True)
class FactorLine:
    """One factor of a result. `was` is the value of the time before, where it was another; `kept` its measured side."""

    name: str
    value: int
    was: str
    kept: str
    kept_fully: str
    spoken: str


def say_result(result: Fraction) -> str:
    """In tenths: "6.2"."""
    whole, tenth = divmod(in_tenths(result), 10)
    return f"{whole}{decimal_point()}{tenth}"


def say_title(name: str) -> str:
    return tr("{name} check-in").format(name=name)


def say_subject(subject: Subject) -> str:
    match subject:
        case Subject.ME:
            return tr("Me")
        case Subject.PERSON:
            return tr("A person")
        case Subject.TEAM:
            return tr("A team")
        case _ as never:
            assert_never(never)


def say_series(series: Series) -> str:
    """ "Trust: me", "Trust: Neal"."""
    whom = series.person or say_subject(series.key.subject).lower()
    return tr("{name}: {person}").format(name=series.name, person=whom)


def say_cadence(cadence: Cadence) -> str:
    match cadence:
        case Cadence.WEEKLY:
            return tr("weekly")
        case Cadence.MONTHLY:
            return tr("monthly")
        case Cadence.QUARTERLY:
            return tr("quarterly")
        case Cadence.NEVER:
            return ""
        case _ as never:
            assert_never(never)


def say_due(shown: Series | None, due: Series | None, today: date) -> str:
    """The one quiet hint: of what is shown, else of what else is due."""
    if shown is not None and shown.due_since is not None:
        words = tr("Due again today.") if shown.due_since == today else tr("Due again since {day}.")
        return words.format(day=say_plain_day(shown.due_since, today))
    if due is None or due.due_since is None:
        return ""
    words = tr("{name} is due again today.") if due.due_since == today else tr("{name} is due again since {day}.")
    return words.format(name=say_series(due), day=say_plain_day(due.due_since, today))


def say_since(before: date, after: date, today: date) -> str:
    this_week = Week.of(today)
    if Week.of(after) == this_week and Week.of(before) == this_week.previous:
        return tr("since last week")
    return tr("since {day}").format(day=say_plain_day(before, today))


def say_change(before: Checkin | None, after: Checkin, today: date) -> str:
    """ "▲ 0.8 since last week"."""
    change = change_since(before, after)
    if before is None or change is None:
        return tr("the first one, {day}").format(day=say_plain_day(after.day, today))
    return _say_step(
        change, say_since(before.day, after.day, today), tr("▲ {change} {since}"), tr("▼ {change} {since}")
    )


def speak_change(before: Checkin | None, after: Checkin, today: date) -> str:
    """The same for who can't see the triangle."""
    change = change_since(before, after)
    if before is None or change is None:
        return say_change(before, after, today)
    since = say_since(before.day, after.day, today)
    return _say_step(change, since, tr("up {change} {since}"), tr("down {change} {since}"))


def _say_step(change: Fraction, since: str, up: str, down: str) -> str:
    if not change:
        return tr("unchanged {since}").format(since=since)
    return (up if change > 0 else down).format(change=say_result(abs(change)), since=since)


def say_step(before: Checkin | None, after: Checkin) -> str:
    """For a column of figures: "+0.8", "−0.3", "0.0"; nothing for the first."""
    change = change_since(before, after)
    if change is None:
        return ""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{say_result(abs(change))}"


def factor_lines(series: Series) -> tuple[FactorLine, ...]:
    """Those of the latest result."""
    latest, before = series.latest, series.before
    if latest is None:
        return ()
    return tuple(_factor_line(series, part.name, part.value, before) for part in latest.parts)


def _factor_line(series: Series, name: str, value: int, before: Checkin | None) -> FactorLine:
    earlier = before.value_of(name) if before else None
    was = str(earlier) if earlier is not None and earlier != value else ""
    measured = series.measures(name)
    kept_fully = say_kept_fully(series.kept, series.person) if measured else ""
    spoken = tr("{factor}: {value} of 10, was {was}") if was else tr("{factor}: {value} of 10")
    words = spoken.format(factor=name, value=value, was=was)
    return FactorLine(name, value, was, say_kept(series.kept) if measured else "", kept_fully, words)


def say_kept(record: Record) -> str:
    """ "93% kept"; nothing while that says nothing."""
    return tr("{share} kept").format(share=say_share(record)) if record.enough else ""


def say_kept_fully(record: Record, person: str = "") -> str:
    """Measured reliability with its n; `person` names whom the promises were made to."""
    among = tr("commitments to {person}").format(person=person) if person else tr("commitments")
    if not record.n:
        words = tr("Measured: none of the {commitments} came due in the last {days} days.")
    elif record.enough:
        words = tr("Measured: {kept} of {n} {commitments} kept in the last {days} days, that is {share}.")
    else:
        words = tr("Measured: {kept} of {n} {commitments} kept in the last {days} days: {share}.")
    return words.format(
        kept=record.kept, n=record.n, commitments=among, days=MEASURED_DAYS, share=say_share(record)
    )  # fmt: skip


def say_evidence(checkin: Checkin) -> str:
    words = checkin.evidence
    if len(words) > LONGEST_EVIDENCE:
        words = words[: LONGEST_EVIDENCE - 1].rstrip() + "…"
    return tr("“{evidence}”").format(evidence=words) if words else ""


def say_invitation(factors: int) -> str:
    return tr("No check-in yet: %n question(s), one minute.", "", factors)


def say_problems(problems: tuple[BrokenDefinitionError, ...]) -> str:
    """The first in a sentence, and how many more there are."""
    if not problems:
        return ""
    first = say_broken_definition(problems[0], tr)
    return first if len(problems) == 1 else f"{first} ({tr('and %n more', '', len(problems) - 1)})"


def say_points(results: tuple[Checkin, ...], today: date) -> str:
    """The history as text, the earliest first: "Fri 13 Nov 5.4; Fri 20 Nov 6.2"."""
    return "; ".join(f"{say_plain_day(one.day, today)} {say_result(one.result)}" for one in results)
