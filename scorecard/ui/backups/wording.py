"""Backups in the window's words: dates, numbers and rows of the table."""

from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.backups import Backup, Contents, Soundness
from scorecard.services.backups_checkup import Checkup, LastGood
from scorecard.ui.say import say_day_with_year, say_moment, say_short_day, say_target, say_value_with_unit
from scorecard.ui.text import tr
from scorecard.words.backup_changes import Manner
from scorecard.words.backup_faults import say_second_fault
from scorecard.words.backups import (
    say_age,
    say_contents,
    say_reason,
    say_size,
    say_use_since,
    say_verdict,
    say_verdict_at_length,
)

NUMBERS = (2, 3, 4)
WIDE = 1


def headings() -> tuple[str, ...]:
    return tr("Made"), tr("Why"), tr("Days"), tr("Values"), tr("Size"), tr("Verdict")


def row_of(backup: Backup) -> tuple[str, ...]:
    held = backup.contents
    counts = (say_plainly(held.days), say_plainly(held.values)) if held is not None else ("–", "–")
    return (say_when(backup), say_reason(backup.reason, tr), *counts, _say_size(backup), say_verdict(backup, tr))


def say_when(backup: Backup) -> str:
    """ "Fri 20 Nov 2026, 18:00"; the day alone where the moment can't be read."""
    return say_moment(backup.made_at) if backup.made_at is not None else say_day_with_year(backup.day)


def details_of(backup: Backup) -> str:
    """What it holds, and what its verdict means."""
    held = [_say_held(backup.contents)] if backup.contents is not None else []
    return " ".join([*held, say_verdict_at_length(backup, tr)])


def say_last_good(last: LastGood | None, today: date) -> str:
    """One line for the settings."""
    if last is None:
        return tr("There is no backup yet. One is made each day on which you enter something.")
    return _with_age(tr("The last good one is of {when}."), last, today)


def say_last_copy(last: LastGood | None, today: date) -> str:
    if last is None:
        return tr("There is no copy in it yet.")
    return _with_age(tr("The last copy there is of {when}."), last, today)


def _with_age(sentence: str, last: LastGood, today: date) -> str:
    age = say_age(last.backup.day, today, tr)
    when = tr("{when}, {age}").format(when=say_when(last.backup), age=age) if age else say_when(last.backup)
    said = [sentence.format(when=when)]
    if last.backup.soundness is Soundness.DOUBTFUL:
        said.append(say_verdict_at_length(last.backup, tr))
    if last.is_old:
        said.append(say_use_since(last.days_of_use, tr))
    return " ".join(said)


def say_checkup(found: Checkup) -> str:
    """What became of looking through all of them."""
    looked_at = found.good + found.doubtful + len(found.damaged)
    said = [tr("%n backup(s) were looked through.", "", looked_at)]
    if found.damaged:
        said.append(tr("%n of them are damaged. All backups… shows which.", "", len(found.damaged)))
    if found.doubtful:
        said.append(tr("%n are good but for some days.", "", found.doubtful))
    if looked_at and not found.damaged and not found.doubtful:
        said.append(tr("All are as they were written."))
    if found.second_fault is not None:
        said.append(say_second_fault(found.second_fault, tr))
    return " ".join(said)


def _say_held(contents: Contents) -> str:
    return tr("It holds {what}.").format(what=say_contents(contents, tr))


def say_plainly(count: int) -> str:
    return QLocale().toString(count)


def window_manner() -> Manner:
    """How the window writes values, terms and days."""
    return Manner(tr, say_value_with_unit, say_target, lambda day: f"{say_short_day(day)} {day.year}")


def _say_size(backup: Backup) -> str:
    return say_size(backup.size, tr, lambda number: QLocale().toString(number, "f", 1))
