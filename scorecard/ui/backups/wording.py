"""Backups in the window's words: dates, numbers and rows of the table."""

from PySide6.QtCore import QLocale

from scorecard.domain.backups import Backup, Contents
from scorecard.ui.say import say_day_with_year, say_moment
from scorecard.ui.text import tr
from scorecard.words.backups import say_contents, say_reason, say_size, say_verdict, say_verdict_at_length

NUMBERS = (2, 3, 4)
WIDE = 1


def headings() -> tuple[str, ...]:
    return tr("Made"), tr("Why"), tr("Days"), tr("Values"), tr("Size"), tr("Verdict")


def row_of(backup: Backup) -> tuple[str, ...]:
    held = backup.contents
    counts = (_say_count(held.days), _say_count(held.values)) if held is not None else ("–", "–")
    return (say_when(backup), say_reason(backup.reason, tr), *counts, _say_size(backup), say_verdict(backup, tr))


def say_when(backup: Backup) -> str:
    """ "Fri 20 Nov 2026, 18:00"; the day alone where the moment can't be read."""
    return say_moment(backup.made_at) if backup.made_at is not None else say_day_with_year(backup.day)


def details_of(backup: Backup) -> str:
    """What it holds, and what its verdict means."""
    held = [_say_held(backup.contents)] if backup.contents is not None else []
    return " ".join([*held, say_verdict_at_length(backup, tr)])


def say_last_good(backup: Backup | None) -> str:
    """One line for the settings."""
    if backup is None:
        return tr("There is no backup yet. One is made at the first change of each day.")
    return tr("The last good one is of {when}.").format(when=say_when(backup))


def _say_held(contents: Contents) -> str:
    return tr("It holds {what}.").format(what=say_contents(contents, tr))


def _say_count(count: int) -> str:
    return QLocale().toString(count)


def _say_size(backup: Backup) -> str:
    return say_size(backup.size, tr, lambda number: QLocale().toString(number, "f", 1))
