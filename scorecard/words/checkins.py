"""Check-ins: what was done in the few words of a menu, what answers lack, and why a definition is not used."""

from collections.abc import Callable, Mapping

from scorecard.domain.activities import Verb
from scorecard.domain.checkins import (
    LEAST,
    MOST,
    MOST_FACTORS,
    BrokenDefinitionError,
    CheckinFault,
    DefinitionFault,
    ImpossibleCheckinError,
)

Tr = Callable[..., str]


def say_checkin_deed(verb: str, subject: Mapping[str, str], tr: Tr) -> str:
    named = {key: subject.get(key, "") for key in ("checkin", "person")}
    if verb == Verb.REMOVE_CHECKIN:
        return tr("remove check-in “{checkin}”").format(**named)
    words = tr("check-in “{checkin}”, {person}") if named["person"] else tr("check-in “{checkin}”")
    return words.format(**named)


def say_checkin_fault(error: ImpossibleCheckinError, tr: Tr) -> str:
    return _fault_sentence(error.fault, tr).format(factor=error.factor, least=LEAST, most=MOST)


def _fault_sentence(fault: CheckinFault, tr: Tr) -> str:
    match fault:
        case CheckinFault.GONE:
            return tr("The definition of this check-in was changed meanwhile. Close this and check in again.")
        case CheckinFault.UNANSWERED:
            return tr("“{factor}” has no answer yet. The result needs all of them.")
        case CheckinFault.OUT_OF_SCALE:
            return tr("“{factor}” goes from {least} to {most}.")
        case CheckinFault.SUBJECT:
            return tr("This check-in is not made for that: choose whom it is about again.")
        case CheckinFault.NOBODY:
            return tr("Say whom it is about.")


def say_broken_definition(error: BrokenDefinitionError, tr: Tr) -> str:
    """One sentence, with the name of the file and what is wrong with it."""
    reason = _say_reason(error.fault, tr, bool(error.part)).format(part=error.part, most=MOST_FACTORS)
    return tr("The check-in in “{file}” can't be used: {reason}.").format(file=error.file, reason=reason)


def _say_reason(fault: DefinitionFault, tr: Tr, named: bool) -> str:
    """`named`: the part in question has a name."""
    match fault:
        case DefinitionFault.UNREADABLE:
            return tr("the file can't be read")
        case DefinitionFault.TOO_LARGE:
            return tr("the file is too large")
        case DefinitionFault.NOT_TEXT:
            return tr("the file is not text in UTF-8")
        case DefinitionFault.NOT_TOML:
            return tr("line {part} is not TOML") if named else tr("it is not TOML")
        case DefinitionFault.TOO_DEEP:
            return tr("it has too many lists within lists")
        case DefinitionFault.TOO_MANY_FILES:
            return tr("there are too many such files")
        case _:
            return _say_part(fault, tr, named)


def _say_part(fault: DefinitionFault, tr: Tr, named: bool) -> str:
    match fault:
        case DefinitionFault.MISSING:
            return tr("“{part}” is missing")
        case DefinitionFault.UNKNOWN_KEY:
            return tr("nobody knows what “{part}” means there")
        case DefinitionFault.WRONG_KIND:
            return tr("“{part}” is not written as it has to be")
        case DefinitionFault.EMPTY:
            return tr("“{part}” is empty")
        case DefinitionFault.TOO_LONG:
            return tr("“{part}” is too long") if named else tr("one of its lines is too long")
        case DefinitionFault.TWICE:
            return tr("“{part}” stands there twice")
        case _:
            return _say_meaning(fault, tr)


def _say_meaning(fault: DefinitionFault, tr: Tr) -> str:
    match fault:
        case DefinitionFault.BAD_ID:
            return tr("the id “{part}” is not made of small letters, digits, “-” and “_”, a letter first")
        case DefinitionFault.SAME_ID:
            return tr("another one has the id “{part}” already")
        case DefinitionFault.CADENCE:
            return tr("the cadence “{part}” is none of weekly, monthly, quarterly, never")
        case DefinitionFault.SUBJECT:
            return tr("the subject “{part}” is none of me, person, team")
        case DefinitionFault.NO_DIVISOR:
            return tr("none of its factors has “divisor = true”")
        case DefinitionFault.TWO_DIVISORS:
            return tr("more than one of its factors has “divisor = true”")
        case DefinitionFault.ONLY_DIVISOR:
            return tr("it has no factor but the divisor")
        case _:
            return tr("it has more than {most} factors")
