"""Backups in words: why each was made, whether it can be trusted, what restoring it would lose."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from scorecard.domain.backup_changes import Preview
from scorecard.domain.backups import Backup, Contents, Difference, Reason, Soundness

Tr = Callable[..., str]

_KILO = 1024


def say_reason(reason: Reason, tr: Tr) -> str:
    match reason:
        case Reason.DAY:
            return tr("By itself, once a day")
        case Reason.IMPORT:
            return tr("Before an import")
        case Reason.MIGRATION:
            return tr("Before a new version")
        case Reason.RESTORE:
            return tr("Set aside by a restore")
        case Reason.DELETION:
            return tr("Before a large deletion")
        case Reason.REQUEST:
            return tr("Made by you")
        case Reason.TAKING_BACK:
            return tr("Set aside when a restore was taken back")
        case Reason.SET_ASIDE:
            return tr("Damaged store, kept as it was")
        case _ as never:
            assert_never(never)


def say_verdict(backup: Backup, tr: Tr) -> str:
    """A few words, for a list. Of one that was not looked through, what it says of itself is not repeated."""
    if backup.reason is Reason.SET_ASIDE:
        return tr("Not a backup")
    if not backup.checked and backup.can_be_restored:
        return tr("Not checked yet")
    match backup.soundness:
        case Soundness.GOOD:
            return tr("Good")
        case Soundness.DOUBTFUL:
            return tr("Good but for %n day(s)", "", backup.broken_days)
        case Soundness.DAMAGED:
            return tr("Damaged")
        case Soundness.TOO_NEW:
            return tr("Too new")
        case _ as never:
            assert_never(never)


def say_verdict_at_length(backup: Backup, tr: Tr) -> str:
    """What the verdict means."""
    if backup.reason is Reason.SET_ASIDE:
        return tr("This is the damaged store, exactly as it was when a backup took its place. It can't be restored.")
    match backup.soundness:
        case Soundness.GOOD if backup.checked:
            return tr("Every page and every row of it is as it was written.")
        case Soundness.GOOD:
            return tr("It was good when it was made; now it is being looked through.")
        case Soundness.DOUBTFUL:
            return tr(
                "It is as it was made, but %n day(s) in the store had been changed by something else by then.",
                "",
                backup.broken_days,
            )
        case Soundness.DAMAGED:
            return tr("It is not as it was written any more, so it is not restored. Choose another one.")
        case Soundness.TOO_NEW:
            return tr("A newer Scorecard made it, so this one can't restore it.")
        case _ as never:
            assert_never(never)


def say_contents(contents: Contents, tr: Tr) -> str:
    """ "240 days, 1,680 values, 31 promises, 120 answers", without what there is none of."""
    parts = [tr("%n day(s)", "", contents.days), tr("%n value(s)", "", contents.values)]
    if contents.promises:
        parts.append(tr("%n promise(s)", "", contents.promises))
    if contents.answers:
        parts.append(tr("%n answer(s)", "", contents.answers))
    return ", ".join(parts)


def say_size(size: int, tr: Tr, say_number: Callable[[float], str] = lambda number: f"{number:.1f}") -> str:
    if size < _KILO * _KILO:
        return tr("{number} KB").format(number=max(1, round(size / _KILO)))
    return tr("{number} MB").format(number=say_number(size / _KILO / _KILO))


def say_difference(difference: Difference, tr: Tr) -> str:
    """What restoring would lose, and what it would bring back; ends in a full stop."""
    if difference.is_none:
        return tr("Nothing you entered would change: the present store holds the same.")
    sentences = []
    if lost := _say_lost(difference, tr):
        sentences.append(tr("Restoring it would lose what came since: {what}.").format(what=lost))
    if difference.back:
        sentences.append(tr("%n value(s) would be as they were then.", "", difference.back))
    if difference.others and not lost:
        sentences.append(tr("Other changes made since would be lost."))
    return " ".join(sentences)


def say_record(difference: Difference | Preview, tr: Tr) -> str:
    """What becomes of the record, with which one undoes; empty when it stays."""
    sentences = []
    if difference.steps:
        words = tr(
            "What you can undo goes back too: %n step(s) came after it. The store that is set aside keeps them.",
            "",
            difference.steps,
        )
        sentences.append(words)
    if difference.steps_back:
        sentences.append(tr("%n step(s) of what can be undone would come back with it.", "", difference.steps_back))
    return " ".join(sentences)


def _say_lost(difference: Difference, tr: Tr) -> str:
    """ "40 values on 12 days, 3 promises, 5 answers, and other changes"."""
    parts = []
    if difference.values:
        values = tr("%n value(s)", "", difference.values)
        parts.append(tr("{values} on {days}").format(values=values, days=tr("%n day(s)", "", difference.days)))
    if difference.promises:
        parts.append(tr("%n promise(s)", "", difference.promises))
    if difference.answers:
        parts.append(tr("%n answer(s)", "", difference.answers))
    if parts and difference.others:
        parts.append(tr("other changes"))
    return ", ".join(parts)


def say_age(day: date, today: date, tr: Tr) -> str:
    """ "3 days ago"; empty for a day to come, by a clock that was wrong."""
    match (today - day).days:
        case 0:
            return tr("today")
        case 1:
            return tr("yesterday")
        case ago if ago > 1:
            return tr("%n day(s) ago", "", ago)
        case _:
            return ""


def say_use_since(days: int, tr: Tr) -> str:
    """Of a backup that is old."""
    return tr("Since then something was entered on %n day(s).", "", days)
