"""Why something can't be kept of a person, and why a file about people can't be used: one sentence each."""

from collections.abc import Callable
from datetime import date

from scorecard.domain.people_files import BrokenPeopleFileError, PeopleFileFault
from scorecard.domain.profiles import LONGEST_RHYTHM, MOST_GROUPS, ImpossiblePersonError, PersonFault

Tr = Callable[..., str]
SayDay = Callable[[date], str]


def say_person_fault(error: ImpossiblePersonError, tr: Tr, say_day: SayDay) -> str:
    day = say_day(error.day) if error.day is not None else ""
    return _fault_sentence(error.fault, tr).format(day=day, most=MOST_GROUPS, longest=LONGEST_RHYTHM)


def _fault_sentence(fault: PersonFault, tr: Tr) -> str:
    match fault:
        case PersonFault.GONE:
            return tr("This was deleted meanwhile. Nothing was changed.")
        case PersonFault.FUTURE:
            return tr("That is too late: choose {day} or an earlier day.")
        case PersonFault.BEFORE:
            return tr("That is before it began: choose {day} or a later day.")
        case PersonFault.SAME_LEVEL:
            return tr("They are on that level already. Choose another level, or edit the evidence of the last step.")
        case PersonFault.SETTLED:
            return tr("This is settled already. Reopen it first.")
        case PersonFault.OPEN:
            return tr("This is open already.")
        case PersonFault.NOT_LATE:
            return tr("It was not late: mark it as kept, or choose the day on which it came.")
        case PersonFault.NOTHING:
            return tr("Write at least one word. Nothing was changed.")
        case PersonFault.NO_MEASURE:
            return tr("There is no such measure any more. Nothing was changed.")
        case _:
            return _fault_of_profile(fault, tr)


def _fault_of_profile(fault: PersonFault, tr: Tr) -> str:
    match fault:
        case PersonFault.SELF:
            return tr("That is one and the same. Choose somebody else.")
        case PersonFault.NO_TEAM:
            return tr("That is not a team. Choose a team, or make it one first.")
        case PersonFault.HAS_MEMBERS:
            return tr("This team has members. Take them out of it first.")
        case PersonFault.RHYTHM:
            return tr("A rhythm goes from 1 to {longest} days. The earlier one stays.")
        case _:
            return tr("At most {most} groups for one person. The earlier ones stay.")


def say_broken_people_file(error: BrokenPeopleFileError, tr: Tr) -> str:
    """One sentence, with the name of the file and what is wrong with it."""
    reason = _say_reason(error.fault, tr).format(part=error.part)
    return tr("The file “{file}” can't be used: {reason}.").format(file=error.file, reason=reason)


def _say_reason(fault: PeopleFileFault, tr: Tr) -> str:
    match fault:
        case PeopleFileFault.UNREADABLE:
            return tr("it can't be read")
        case PeopleFileFault.NOT_TOML:
            return tr("it is not TOML")
        case PeopleFileFault.MISSING:
            return tr("“{part}” is missing")
        case PeopleFileFault.WRONG_KIND:
            return tr("“{part}” is not written as it has to be")
        case PeopleFileFault.EMPTY:
            return tr("“{part}” is empty")
        case PeopleFileFault.TOO_LONG:
            return tr("“{part}” is too long")
        case PeopleFileFault.UNKNOWN:
            return tr("nobody knows what “{part}” means there")
        case PeopleFileFault.TWICE:
            return tr("“{part}” stands there twice")
