"""Errors of the world, which the program expects and explains. Bugs are none of these and are never caught.

They carry values, not sentences: `words` says them.
"""

from datetime import date
from enum import StrEnum


class KnownError(Exception):
    """Something outside the program is not as wished. Nothing was lost; there is a sentence for it."""


class TermsFault(StrEnum):
    WEIGHT = "weight"
    DUE_DAYS = "due days"
    SCALE = "scale"
    DIRECTION = "direction"
    TARGET = "target"
    RANGE = "range"
    WEEKLY = "weekly"


class ImpossibleTermsError(KnownError):
    def __init__(self, fault: TermsFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class ValueFault(StrEnum):
    NOT_A_NUMBER = "not a number"
    NOT_WHOLE = "not whole"
    NOT_A_DURATION = "not a duration"
    NOT_YES_OR_NO = "not yes or no"
    OUT_OF_SCALE = "out of scale"
    TOO_PRECISE = "too precise"
    TOO_LARGE = "too large"
    NEGATIVE = "negative"
    NOT_A_SHARE = "not a share"


class ImpossibleValueError(KnownError):
    """A value that the measure's terms cannot mean. `limit` is the bound that was crossed, where there is one."""

    def __init__(self, fault: ValueFault, limit: int | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.limit = limit


class FutureDayError(KnownError):
    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class CardFullError(KnownError):
    """A tenth measure: one of the nine has to go to the bench first."""


class TextTooLongError(KnownError):
    def __init__(self, limit: int) -> None:
        super().__init__(str(limit))
        self.limit = limit


class EmptyNameError(KnownError):
    pass


class NameTakenError(KnownError):
    """A group of that name is there already."""

    def __init__(self, name: str) -> None:
        super().__init__("taken")
        self.name = name


class StoppedError(KnownError):
    """The user stopped long work; everything is as it was before."""


class StepFault(StrEnum):
    SETTLED = "settled already"
    OPEN = "open already"
    BEFORE_MADE = "before it was made"
    BEFORE_MISS = "before a date that was missed"
    FUTURE = "in the future"
    DUE_BEFORE = "due before the step"
    SAME = "nothing new"
    NEVER_DUE = "never due"
    CAME_DUE = "came due"


class ImpossibleStepError(KnownError):
    """A step that a promise can't take. `day` is the bound that was crossed, where there is one."""

    def __init__(self, fault: StepFault, day: date | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.day = day


class ComputedValueError(KnownError):
    """A value that the program counts by itself: it can't be typed."""
