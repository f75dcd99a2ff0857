"""The way back from a bad store in words: calm, short, and nothing that is not so."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from scorecard.domain.incidents import StoreFault
from scorecard.domain.salvage import Confidence, Offer, Salvaged, Thing
from scorecard.services.rescue_sources import NoSourceError, Second, SourceKind, Survey

Tr = Callable[..., str]
_BACKUPS = (SourceKind.BACKUP, SourceKind.SECOND)


def say_what_happened(fault: StoreFault, path: Path, tr: Tr) -> str:
    match fault:
        case StoreFault.EMPTY:
            words = tr("The store {path} is empty: the file has no content at all.")
        case StoreFault.MISSING:
            words = tr(
                "The store that was here before is gone: {path}. If it is on a disk that is not connected, or "
                "somebody moved it, put it back and try again."
            )
        case StoreFault.FOREIGN:
            words = tr("{path} is not a Scorecard store: something else stands where yours was.")
        case _:
            words = tr("The store {path} is damaged: parts of it can't be read any more.")
    return words.format(path=path)


def say_kept(has_remains: bool, tr: Tr) -> tuple[str, str]:
    """What is safe whatever happens: a heading and a sentence."""
    if not has_remains:
        return tr("Nothing is put in its place unasked"), tr("No new store was begun, and none is until you say so.")
    return tr("The file is kept exactly as it is"), tr(
        "Nothing is written to it. When a good store takes its place, it goes into the list of backups, unchanged."
    )


def say_backups(survey: Survey, when: str, held: str, tr: Tr) -> tuple[str, str]:
    """`when` and `held` are of the newest good one; empty when there is none."""
    number = survey.count(*_BACKUPS)
    heading = tr("There are %n backup(s)", "", number) if number else tr("There is no good backup")
    parts = []
    if when:
        parts.append(tr("The newest good one is of {when}: {what}.").format(when=when, what=held))
    if elsewhere := survey.count(SourceKind.SECOND):
        parts.append(tr("%n of them in the second folder only.", "", elsewhere))
    if survey.damaged:
        parts.append(tr("%n more can't be used: not as written any more.", "", survey.damaged))
    if survey.second is Second.AWAY:
        parts.append(tr("The second folder is not there now: connect it and try again to see those in it."))
    return heading, " ".join(parts)


def say_others(survey: Survey, tr: Tr) -> tuple[str, str]:
    """Copies and exports that were found; empty when there are none."""
    copies, exports = survey.count(SourceKind.COPY), survey.count(SourceKind.EXPORT)
    parts = [tr("%n other store(s)", "", copies)] if copies else []
    parts += [tr("%n export(s)", "", exports)] if exports else []
    heading = tr("Also found: {what}").format(what=", ".join(parts)) if parts else ""
    return heading, tr("You can begin from one of these too.") if parts else ""


def say_source(kind: SourceKind, tr: Tr, *, recommended: bool = False) -> str:
    """A few words, for a list."""
    match kind:
        case SourceKind.BACKUP if recommended:
            return tr("Newest good backup")
        case SourceKind.BACKUP:
            return tr("Older backup")
        case SourceKind.SECOND:
            return tr("Backup in the second folder")
        case SourceKind.COPY:
            return tr("Another store")
        case SourceKind.EXPORT:
            return tr("Export")
        case SourceKind.REMAINS:
            return tr("Only what can still be read in the damaged file")
        case SourceKind.EMPTY:
            return tr("An empty store")
        case _ as never:
            assert_never(never)


def say_source_at_length(kind: SourceKind, has_remains: bool, tr: Tr) -> str:
    """What beginning from it means."""
    match kind:
        case SourceKind.REMAINS:
            return tr(
                "No backup is used. You see everything that can still be read, and choose what comes into a new store."
            )
        case SourceKind.EMPTY:
            return tr("Nothing you entered is in it. You are asked once more before it is made.")
        case SourceKind.EXPORT:
            first = tr("A new store with everything that is in this export; what was undone or done before is not.")
        case SourceKind.COPY:
            first = tr("A copy of this store is used; the file itself is left as it is.")
        case _:
            first = tr("The backup itself stays where it is.")
    further = tr("Next you see what the damaged file has beyond it, and choose what comes along.")
    return f"{first} {further}" if has_remains else first


def say_thing(thing: Thing, tr: Tr) -> str:
    match thing:
        case Thing.MEASURE:
            return tr("Measure")
        case Thing.ENTRY:
            return tr("Value")
        case Thing.DAY:
            return tr("Day")
        case Thing.PROMISE:
            return tr("Promise")
        case Thing.REFLECTION:
            return tr("Answer")
        case Thing.CHECKIN:
            return tr("Check-in")
        case Thing.PERSON:
            return tr("Person")
        case Thing.GOAL:
            return tr("Goal")
        case Thing.OTHER:
            return tr("Other")
        case _ as never:
            assert_never(never)


def say_confidence(confidence: Confidence, tr: Tr) -> str:
    match confidence:
        case Confidence.SURE:
            return tr("Sure")
        case Confidence.LIKELY:
            return tr("Likely")
        case Confidence.DOUBTFUL:
            return tr("Please check")
        case _ as never:
            assert_never(never)


def say_confidence_at_length(confidence: Confidence, tr: Tr) -> str:
    match confidence:
        case Confidence.SURE:
            return tr("The seal of its day holds: it is just as you entered it.")
        case Confidence.LIKELY:
            return tr("It is whole by every rule, and nothing else vouches for it.")
        case Confidence.DOUBTFUL:
            return tr("Something in it or in its day has been changed by the damage. Look whether it is right.")
        case _ as never:
            assert_never(never)


def say_offered(thing: Thing, tr: Tr, *, differs: bool) -> str:
    """ "Value", or "Value, changed" where the chosen beginning has it otherwise."""
    words = say_thing(thing, tr)
    return tr("{what}, changed").format(what=words) if differs else words


def say_meaning(offer: Offer, tr: Tr) -> str:
    """How sure it is, and what accepting it does to what the chosen beginning has."""
    words = tr("{sure}: {meaning}").format(
        sure=say_confidence(offer.confidence, tr), meaning=say_confidence_at_length(offer.confidence, tr)
    )
    return f"{words} {tr('It takes the place of another one.')}" if offer.differs else words


def say_found(salvaged: Salvaged, tr: Tr) -> str:
    """What the look through the pages came to, beside the list."""
    parts = [tr("%n thing(s) in the damaged file and not in what you begin from.", "", len(salvaged.offers))]
    if salvaged.same:
        parts.append(tr("%n row(s) the same in both.", "", salvaged.same))
    if salvaged.unread:
        parts.append(tr("%n page(s) can't be read.", "", salvaged.unread))
    if salvaged.left_out:
        parts.append(tr("%n row(s) left out: what they belong to is gone.", "", salvaged.left_out))
    return " ".join(parts)


def say_nothing_found(salvaged: Salvaged, tr: Tr) -> str:
    """There is no list: nothing to choose."""
    if salvaged.same:
        words = tr("The damaged file has nothing that is not in what you begin from, as far as it can be read.")
    else:
        words = tr("Nothing of yours could be read in the file.")
    unread = [tr("%n page(s) can't be read.", "", salvaged.unread)] if salvaged.unread else []
    return " ".join([words, *unread])


def say_ticked(salvaged: Salvaged, ticked: frozenset[int], tr: Tr) -> str:
    """ "38 of 42 ticked: 30 sure, 8 likely"."""
    counted = dict.fromkeys(Confidence, 0)
    for offer in salvaged.offers:
        counted[offer.confidence] += offer.number in ticked
    number = sum(counted.values())
    kinds = [f"{count} {say_confidence(kind, tr).lower()}" for kind, count in counted.items() if count]
    words = tr("{n} of {all} ticked").format(n=number, all=len(salvaged.offers))
    return tr("{count}: {kinds}").format(count=words, kinds=", ".join(kinds)) if kinds else words


def say_done(kind: SourceKind, accepted: int, tr: Tr) -> str:
    """The first sentence of the receipt."""
    if kind is SourceKind.EMPTY:
        return tr("A new, empty store stands in its place.")
    if kind is SourceKind.REMAINS:
        return tr("A new store stands in its place, with %n thing(s) from the damaged file.", "", accepted)
    if accepted:
        return tr("The store is as you chose it, with %n thing(s) from the damaged file.", "", accepted)
    return tr("The store is as you chose it.")


def say_no_source(_error: NoSourceError, tr: Tr) -> str:
    return tr("This file is neither another Scorecard store nor an export of Scorecard. Choose another one.")
