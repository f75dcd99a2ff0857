"""What a look through the pages of a damaged store finds, and how far each row of it can be trusted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scorecard.domain.marks import Mark
from scorecard.domain.measures import Kind


class Confidence(StrEnum):
    SURE = "sure"  # the seal of its day holds, or the backup has the very same row
    LIKELY = "likely"  # whole by every rule of its table; nothing else vouches for it
    DOUBTFUL = "doubtful"  # of a day whose seal does not hold, or against a rule: it may be damaged


class Thing(StrEnum):
    """What a line of the list is about."""

    MEASURE = "measure"
    ENTRY = "entry"
    DAY = "day"
    PROMISE = "promise"
    REFLECTION = "reflection"
    CHECKIN = "check-in"
    PERSON = "person"
    GOAL = "goal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the damaged store has and the backup has not, or has otherwise (`differs`): accepting it puts it
    in the place of what the backup has.

    `subject` is the user's own words, as far as they can be read: a measure's name, a promise, the beginning of an
    answer. `mark` is that of an entry, `kind` what its measure was on that day, where its terms can be read.
    """

    number: int
    thing: Thing
    day: date | None
    subject: str
    confidence: Confidence
    mark: Mark | None = None
    differs: bool = False
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was found, the newest day first.

    `same` rows are in the backup just so. Of `pages` in the file `unread` could not be read. `left_out` rows could be
    read, and can't stand in a store: what they refer to is gone.
    """

    offers: tuple[Offer, ...] = ()
    same: int = 0
    pages: int = 0
    unread: int = 0
    left_out: int = 0

    @property
    def sure(self) -> frozenset[int]:
        return frozenset(offer.number for offer in self.offers if offer.confidence is Confidence.SURE)

    @property
    def likely(self) -> frozenset[int]:
        """Those and the sure ones: what is ticked at first."""
        trusted = (Confidence.SURE, Confidence.LIKELY)
        return frozenset(offer.number for offer in self.offers if offer.confidence in trusted)
