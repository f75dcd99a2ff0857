"""`scorecard promise`: a line read as the window reads it, and written down."""

from collections.abc import Iterator

from scorecard.cli.console import Console
from scorecard.cli.english import tr
from scorecard.cli.opened import opened
from scorecard.cli.printing import read_line, say
from scorecard.cli.promise_words import say_due, say_level
from scorecard.cli.status import DONE, FAILED, MISUSED
from scorecard.domain.promises import Level
from scorecard.domain.texts import clean_text
from scorecard.services.promises import PromiseDraft, Promises
from scorecard.services.quick_line.reader import LineReader, LineReading


def promise(console: Console, line: str, *, dry_run: bool = False) -> int:
    """Reads the line, prints what was understood, and writes it down unless it is a `dry_run`. The exit status."""
    if line == "-":
        line = read_line(console.keyboard)
    if not clean_text(line, limit=4 * len(line)).strip():
        say(console.err, tr("A promise needs words."))
        return MISUSED
    with opened(console) as store:
        promises = Promises(store.store, console.clock, store.scoring, store.changes)
        reading = LineReader(console.languages).read(line, store.scoring.today(), promises.book().people)
        if not reading.words.strip():
            say(console.err, tr("Nothing is left to promise once the date and the person are taken out of it."))
            return FAILED
        draft = _drafted(reading)
        if not dry_run:
            promises.make(draft)
    heading = tr("Not written down: {words}") if dry_run else tr("Promised: {words}")
    say(console.out, heading.format(words=reading.words))
    say(console.out, "  " + tr("level: {level}").format(level=say_level(draft.level)))
    say(console.out, "  " + tr("due: {date}").format(date=say_due(draft.due) if draft.due else tr("no date")))
    say(console.out, "  " + tr("to: {person}").format(person=draft.to_whom or tr("myself")))
    for doubt in _doubts(reading, draft):
        say(console.err, doubt)
    return DONE


def _drafted(reading: LineReading) -> PromiseDraft:
    """The first way to read it; a level that was not said is a best effort."""
    due = reading.dues[0] if reading.dues else None
    who = reading.addressees[0] if reading.addressees else None
    level = reading.level or Level.BEST_EFFORT
    return PromiseDraft(
        reading.words, level, due, who.name if who else "", who.person.id if who and who.person else None
    )


def _doubts(reading: LineReading, draft: PromiseDraft) -> Iterator[str]:
    if len(reading.dues) > 1:
        yield tr("The date may also be {dates}.").format(dates=", ".join(say_due(due) for due in reading.dues[1:]))
    if len(reading.addressees) > 1:
        yield tr("More than one person may be meant; it is to {person}.").format(person=draft.to_whom)
