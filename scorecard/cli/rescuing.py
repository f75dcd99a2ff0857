"""`scorecard rescue [FILE]`: the way back from a store that can't be used any more, as the window leads along it."""

from pathlib import Path

from scorecard.cli.asking import ask
from scorecard.cli.console import DONE, FAILED, NOT_FOUND, Console
from scorecard.cli.english import tr
from scorecard.cli.interrupting import interruptible
from scorecard.cli.open_windows import is_open_elsewhere
from scorecard.cli.opened import tell_of_store
from scorecard.cli.printing import say
from scorecard.cli.settling import NoStoreError
from scorecard.domain.marks import Scored, Skipped
from scorecard.domain.salvage import Offer, Salvaged
from scorecard.services.rescue_sources import NoSourceError, Source, SourceKind, Survey
from scorecard.services.rescuing import Around, Rescue
from scorecard.store.known import KnownStores
from scorecard.words.backups import say_contents
from scorecard.words.errors import say_error
from scorecard.words.rescuing import (
    say_confidence,
    say_done,
    say_found,
    say_kept,
    say_no_source,
    say_nothing_found,
    say_offered,
    say_source,
    say_what_happened,
)
from scorecard.words.values import say_of_kind


def rescue(console: Console, which: str | None, *, agreed: bool) -> int:
    """From the newest good backup, or from `which`: a backup's number or name, another store, an export."""
    store = console.paths.store
    if _is_open(console):
        return FAILED
    known = KnownStores(console.paths.known_stores).get(store)
    if known is None and not store.exists() and not (store.parent / "backups").is_dir():
        raise NoStoreError(store)
    rescuing = Rescue(store, console.clock, Around(store_id=known.store_id if known is not None else ""))
    fault = rescuing.fault()
    if fault is None:
        say(console.out, tr("The store is whole, so there is nothing to rescue: {path}").format(path=store))
        return DONE
    if not fault.fault.has_a_way_back:
        say(console.err, say_error(fault, tr))
        return FAILED
    say(console.out, say_what_happened(fault.fault, store, tr))
    say(console.out, ". ".join(say_kept(rescuing.has_remains, tr)))
    try:
        return _lead_back(console, rescuing, which, agreed=agreed)
    finally:
        rescuing.end()


def _is_open(console: Console) -> bool:
    if is_open_elsewhere(console.paths.lock):
        say(console.err, tr("Scorecard has this store open. Close its window first, or go on there."))
        return True
    return False


def _lead_back(console: Console, rescuing: Rescue, which: str | None, *, agreed: bool) -> int:
    with interruptible() as pressed:
        survey = rescuing.survey(lambda _done, _total: None, pressed)
        _list(console, survey)
        source = _meant(console, rescuing, survey, which)
        if source is None:
            return NOT_FOUND
        found = rescuing.look(source, lambda _done, _total: None, pressed)
    accepted = _show(console, source, found, has_remains=rescuing.has_remains)
    if source.kind is SourceKind.REMAINS and not accepted:
        say(console.err, tr("Nothing was brought back: nothing sure or likely could be read."))
        return FAILED
    refused = None if agreed else _ask(console)
    if refused is not None:
        return refused
    if _is_open(console):  # somebody may have had a look there before answering
        return FAILED
    with interruptible() as pressed:
        rebuilt = rescuing.rebuild(source, accepted, lambda _done, _total: None, pressed)
    say(console.out, say_done(source.kind, rebuilt.accepted, tr))
    if rebuilt.set_aside is not None:
        say(console.out, tr("The damaged file is kept as {path}").format(path=rebuilt.set_aside.path))
    tell_of_store(console)
    return DONE


def _ask(console: Console) -> int | None:
    return ask(
        console,
        tr("Bring it back so? [y/N] "),
        nobody=tr("Nothing was brought back: there is nobody to ask. Add --yes to do it without a question."),
        no=tr("Nothing was brought back. Everything is as it was."),
    )


def _meant(console: Console, rescuing: Rescue, survey: Survey, which: str | None) -> Source | None:
    if which is None:
        if survey.recommended is None:
            say(console.err, tr("There is nothing to begin from. Name a backup, another store or an export."))
        return survey.recommended
    named = [s for s in survey.sources if s.backup is not None and which in (str(s.backup.number), s.backup.path.name)]
    if named:
        return named[0]
    try:
        return rescuing.source_in(Path(which).expanduser().absolute())
    except NoSourceError as error:
        say(console.err, say_no_source(error, tr))
        return None


def _list(console: Console, survey: Survey) -> None:
    """What one can begin from; an empty store is for the window, which asks twice."""
    for source in survey.sources:
        if source.kind is SourceKind.EMPTY:
            continue
        recommended = source == survey.recommended
        parts = [say_source(source.kind, tr, recommended=recommended)]
        if source.backup is not None and source.file is None:
            parts = [str(source.backup.number), source.backup.day.isoformat(), *parts]
            parts += [say_contents(source.backup.contents, tr)] if source.backup.contents is not None else []
        elif source.file is not None:
            parts.append(str(source.file))
        say(console.out, ("* " if recommended else "  ") + "  ".join(parts))


def _show(console: Console, source: Source, found: Salvaged, *, has_remains: bool) -> frozenset[int]:
    """The numbers of what comes along: whatever is sure or likely."""
    name = source.backup.path.name if source.backup is not None else str(source.file or "")
    say(console.out, tr("From {name}:").format(name=name) if name else say_source(source.kind, tr))
    for offer in found.offers:
        say(console.out, _line(offer))
    if found.offers:
        say(console.out, say_found(found, tr))
        words = tr("{number} of {all} come along: whatever is sure or likely. The window lets you choose each.")
        say(console.out, words.format(number=len(found.likely), all=len(found.offers)))
    elif has_remains:
        say(console.out, say_nothing_found(found, tr))
    return found.likely


def _line(offer: Offer) -> str:
    day = offer.day.isoformat() if offer.day is not None else "–"
    what = say_offered(offer.thing, tr, differs=offer.differs)
    parts = (day, say_confidence(offer.confidence, tr), what, _say_mark(offer), " ".join(offer.subject.split()))
    return "  " + "  ".join(part for part in parts if part)


def _say_mark(offer: Offer) -> str:
    match offer.mark:
        case Scored(value):
            return say_of_kind(offer.kind, value, tr)
        case Skipped():
            return tr("skipped")
        case _:
            return ""
