"""What is said of a file of our own before it goes in, and afterwards."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import assert_never

from scorecard.domain.marks import Entry, Mark, Scored, Skipped, Unknown
from scorecard.domain.measures import Terms
from scorecard.services.importing_own import Counts, Differing, OwnKind, PreparedOwn
from scorecard.words.importing_steps import say_unscored
from scorecard.words.values import say_plain_value

Tr = Callable[..., str]
SayDay = Callable[[date], str]

_NAMES_SHOWN = 4


def say_own_source(prepared: PreparedOwn, say_day: SayDay, tr: Tr) -> str:
    """ "A backup of this store of 20 November 2026"."""
    match prepared.file.kind:
        case OwnKind.EXPORT:
            words = tr("An export of this store") if prepared.copied else tr("An export of Scorecard")
        case OwnKind.BACKUP:
            words = tr("A backup of this store") if prepared.copied else tr("A backup of another Scorecard store")
        case OwnKind.STORE:
            words = tr("A copy of this store") if prepared.copied else tr("Another Scorecard store")
        case _ as never:
            assert_never(never)
    day = _day_in(prepared.file.written_at)
    return (
        words
        if day is None
        else tr("{what}, {day}", "An export, 20 November 2026").format(what=words, day=say_day(day))
    )


def _day_in(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def say_own_plan(counts: Counts, tr: Tr) -> str:
    """What it brings: "New: entries 12, promises 3. Here already: 40. …"."""
    if counts.is_empty and not counts.conflicts.total():
        return tr("Everything in it is here already. Nothing to import.")
    parts = []
    if counts.new.total():
        parts.append(tr("New: {rows}.").format(rows=_say_rows(counts.new, tr)))
    if filled := counts.more["profile"]:
        parts.append(tr("Filled in of people who are here: %n.", "", filled))
    if counts.is_empty:
        parts.append(tr("Nothing in it is new."))
    if counts.same:
        parts.append(tr("Here already: {rows}.").format(rows=counts.same.total()))
    if counts.conflicts.total():
        words = tr("Different here, and left as they are here: {rows}.")
        parts.append(words.format(rows=_say_rows(counts.conflicts, tr)))
    return " ".join(parts)


def say_own_rule(counts: Counts, tr: Tr) -> str:
    if counts.is_empty:
        return tr("Nothing in it is new. What is different here stays as it is here.")
    return tr("What is new comes in. What is different here stays as it is here.")


def own_counts(counts: Counts, tr: Tr) -> tuple[tuple[str, int, int, int], ...]:
    """For each kind of thing: its name, how many are new, here already, and different here. News come first."""
    found = [_by_noun(counter, tr) for counter in (counts.new + counts.more_news, counts.same, counts.conflicts)]
    new, _, different = found
    nouns = sorted({noun for counter in found for noun in counter}, key=lambda n: (not new[n], not different[n], n))
    return tuple((noun, found[0][noun], found[1][noun], found[2][noun]) for noun in nouns)


def say_joins(prepared: PreparedOwn, tr: Tr) -> tuple[str, ...]:
    """What joins something of ours because of its name, a line for measures, groups and people."""
    labels = {
        "measure": tr("Measures: {names}"),
        "measure_group": tr("Groups: {names}"),
        "person": tr("People: {names}"),
    }
    return tuple(
        labels[table].format(names=_listed(prepared.named[table], tr)) for table in labels if prepared.named.get(table)
    )


def say_own_notes(prepared: PreparedOwn, say_day: SayDay, tr: Tr) -> tuple[str, ...]:
    """What else is to be known before it goes in."""
    notes = []
    if prepared.benched:
        notes.append(tr("The card is full: %n measure(s) will wait on the bench.", "", prepared.benched))
    if prepared.noted:
        notes.append(
            tr("%n value(s) can't be said under your terms as they were: as they were they stand in the note.", "",
               prepared.noted)
        )  # fmt: skip
    if prepared.unscored:
        notes.append(say_unscored(prepared.unscored, tr))
    if prepared.differing:
        notes.append(tr("Different here, for example:"))
    return (*notes, *(f"· {say_differing(one, say_day, tr)}" for one in prepared.differing))


def say_differing(one: Differing, say_day: SayDay, tr: Tr) -> str:
    """ "Calls, 20 November 2026: 4 here, 9 in the file"."""
    named = ", ".join(part for part in (one.words, say_day(one.day) if one.day else "") if part)
    if one.ours is None or one.theirs is None or one.ours.mark == one.theirs.mark:
        return f"{_noun(one.table, tr)}: {named}"
    both = [_say_mark(entry, one.terms, tr) for entry in (one.ours, one.theirs)]
    return tr("{what}: {ours} here, {theirs} in the file").format(what=named, ours=both[0], theirs=both[1])


def _say_mark(entry: Entry, terms: Terms | None, tr: Tr) -> str:
    mark: Mark = entry.mark
    match mark:
        case Scored(value):
            return say_plain_value(terms, value, tr) if terms is not None else f"{value:f}"
        case Skipped():
            return tr("skipped")
        case Unknown():
            return tr("only a note")
        case _ as never:
            assert_never(never)


def _listed(names: Iterable[str], tr: Tr) -> str:
    found = list(names)
    more = len(found) - _NAMES_SHOWN
    shown = ", ".join(found[:_NAMES_SHOWN])
    return shown if more <= 0 else tr("{names} and %n more", "", more).format(names=shown)


def _say_rows(found: Mapping[str, int], tr: Tr) -> str:
    return ", ".join(f"{noun} {number}" for noun, number in sorted(_by_noun(found, tr).items()))


def _by_noun(found: Mapping[str, int], tr: Tr) -> Counter[str]:
    counted: Counter[str] = Counter()
    for name, number in found.items():
        counted[_noun(name, tr)] += number
    return counted


def _noun(table: str, tr: Tr) -> str:
    known = {
        "entry": tr("entries"), "day": tr("days"), "measure": tr("measures"), "terms": tr("terms"),
        "measure_group": tr("groups"), "setting": tr("settings"), "away": tr("days away"),
        "promise": tr("promises"), "promise_step": tr("steps of promises"), "reflection": tr("reflections"),
        "felt": tr("reflections"), "adjustment": tr("reflections"), "prompt": tr("prompts"),
        "question": tr("prompts"), "checkin": tr("check-ins"), "goal": tr("goals"), "goal_part": tr("parts of goals"),
    }  # fmt: skip
    return known.get(table, tr("people"))
