"""The way back in the window's words: dates, numbers and rows of its tables."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale

from scorecard.domain.marks import Mark, Scored, Skipped
from scorecard.domain.measures import Kind
from scorecard.domain.salvage import Confidence, Offer
from scorecard.services.rescue_sources import Source, SourceKind, Survey
from scorecard.ui.backups.wording import details_of, say_when
from scorecard.ui.say import say_moment, say_number, say_short_day, say_value
from scorecard.ui.text import tr
from scorecard.words.backups import say_contents
from scorecard.words.rescuing import (
    say_backups,
    say_confidence,
    say_offered,
    say_others,
    say_source,
    say_source_at_length,
)

ICONS = {Confidence.SURE: "circle-check", Confidence.LIKELY: "check", Confidence.DOUBTFUL: "triangle-alert"}
SOURCE_NUMBERS = (2, 3)
WORDS = 2  # the column of an offer that takes the spare room
NUMBERS = (3,)


def source_headings() -> tuple[str, ...]:
    return tr("Begin from"), tr("Of when"), tr("Days"), tr("Values")


def source_row(source: Source, survey: Survey) -> tuple[str, ...]:
    held = source.backup.contents if source.backup is not None else None
    counts = (_count(held.days), _count(held.values)) if held is not None else ("", "")
    return name_of(source, survey), when_of(source), *counts


def name_of(source: Source, survey: Survey) -> str:
    recommended = source == survey.recommended
    words = say_source(source.kind, tr, recommended=recommended)
    if source.file is not None:
        words = tr("{what}: {file}").format(what=words, file=source.file.name)
    return tr("{what} (recommended)").format(what=words) if recommended else words


def when_of(source: Source) -> str:
    if source.file is None and source.backup is not None:
        return say_when(source.backup)
    return say_moment(source.written_at) if source.written_at is not None else ""


def source_details(source: Source, has_remains: bool) -> str:
    """What it holds, and what beginning from it means."""
    place = [str(source.file)] if source.file is not None else []
    held = [details_of(source.backup)] if source.backup is not None else []
    return "\n".join([" ".join([*held, say_source_at_length(source.kind, has_remains, tr)]), *place])


def begun_from(source: Source) -> str:
    """The first sentence above the list."""
    match source.kind:
        case SourceKind.BACKUP | SourceKind.SECOND:
            return tr("You begin from the backup of {when}.").format(when=when_of(source))
        case SourceKind.REMAINS | SourceKind.EMPTY:
            return tr("You begin from a new store.")
        case _:
            name = source.file.name if source.file is not None else ""
            return tr("You begin from {file}, of {when}.").format(file=name, when=when_of(source))


def made_from(source: Source) -> str:
    """Once it is done."""
    match source.kind:
        case SourceKind.BACKUP | SourceKind.SECOND:
            return tr("It was made from the backup of {when}.").format(when=when_of(source))
        case SourceKind.REMAINS | SourceKind.EMPTY:
            return ""
        case _:
            name = source.file.name if source.file is not None else ""
            return tr("It was made from {file}, of {when}.").format(file=name, when=when_of(source))


def held_in(source: Source) -> str:
    """How much it holds; empty where that is not known yet."""
    held = source.backup.contents if source.backup is not None else None
    return tr("It holds {what}.").format(what=say_contents(held, tr)) if held is not None else ""


def begin_words(source: Source) -> str:
    """The button that takes what is recommended."""
    match source.kind:
        case SourceKind.BACKUP | SourceKind.SECOND:
            return tr("&Begin from this backup")
        case SourceKind.REMAINS:
            return tr("&See what can be read")
        case _:
            name = (source.file or Path()).name
            return tr("&Begin from {file}").format(file=name.replace("&", "&&"))


def facts_of(survey: Survey) -> tuple[tuple[str, str, str], ...]:
    """Signs, headings and sentences about what there is to begin from."""
    good = survey.recommended
    backup = good.backup if good is not None and good.file is None else None
    when = say_when(backup) if backup is not None else ""
    held = say_contents(backup.contents, tr) if backup is not None and backup.contents is not None else ""
    others = say_others(survey, tr)
    facts = [("archive", *say_backups(survey, when, held, tr))]
    return (*facts, ("download", *others)) if others[0] else tuple(facts)


def offer_headings() -> tuple[str, ...]:
    return tr("Day"), tr("What"), tr("Words"), tr("Value"), tr("How sure")


def offer_row(offer: Offer) -> tuple[str, ...]:
    day = say_table_day(offer.day) if offer.day is not None else "–"
    subject = " ".join(offer.subject.split())
    return (
        day, say_offered(offer.thing, tr, differs=offer.differs), subject, say_mark(offer.mark, offer.kind),
        say_confidence(offer.confidence, tr),
    )  # fmt: skip


def say_table_day(day: date) -> str:
    """ "Fri 20 Nov 2026"."""
    return f"{say_short_day(day)} {day.year}"


def say_mark(mark: Mark | None, kind: Kind | None = None) -> str:
    """Of a measure whose kind is lost, the bare number."""
    match mark:
        case Scored(value):
            return say_value(kind, value) if kind is not None else say_number(value)
        case Skipped():
            return tr("skipped")
        case _:
            return ""


def _count(count: int) -> str:
    return QLocale().toString(count)
