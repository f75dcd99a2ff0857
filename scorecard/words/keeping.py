"""What the store did not take for now, in words: why, and that it is not lost."""

from collections.abc import Callable

from scorecard.domain.incidents import StoreFault

Tr = Callable[..., str]


def say_kept(fault: StoreFault, count: int, tr: Tr) -> str:
    """ "The disk is full. 2 changes are not saved yet; …" """
    why = _say_why(fault, tr)
    kept = tr("%n change(s) not saved yet: kept here, and saved by themselves as soon as that is possible.", "", count)
    return f"{why} {kept}"


def _say_why(fault: StoreFault, tr: Tr) -> str:
    match fault:
        case StoreFault.FULL:
            return tr("The disk is full.")
        case StoreFault.READ_ONLY:
            return tr("The store can only be read.")
        case StoreFault.LOCKED:
            return tr("Another program is using the store.")
        case StoreFault.INPUT_OUTPUT:
            return tr("The disk reported an error.")
        case StoreFault.MOVED:
            return tr("The store is not where it was.")
        case StoreFault.OVERWRITTEN:
            return tr("Something else has written over the store.")
        case StoreFault.MEMORY:
            return tr("The computer is out of memory.")
        case _:
            return tr("The store can't be written to.")
