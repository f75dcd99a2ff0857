"""The own record of promises like the one being typed, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from scorecard.domain.promises import Level
from scorecard.domain.records import Distance, Record
from scorecard.ui.say_promises import say_of, say_share
from scorecard.ui.text import tr
from scorecard.words import promises

if TYPE_CHECKING:
    # The services bring SQLAlchemy with them, which the first picture does not wait for.
    from scorecard.services.lanes import OwnRecord


def say_own_record(own: OwnRecord, person: str) -> str:
    """ "Commitments: 93%, 14 of 15 · due within 2 days: 11 of 12 on time · to Cassandra: too few to say, 3 of 3".

    A distance that never was is left out. `person` is the name of whom it is promised to, empty for oneself; it is not
    said while nobody is known.
    """
    parts = [_say_part(say_levels(own.level), say_rate(own.of_level))]
    if own.at_distance.n:
        parts.append(_say_part(_say_distance(own.distance), _say_kept(own.at_distance, own.level)))
    if own.to_person is not None and own.of_level.n:
        to_whom = tr("to {person}").format(person=person) if person else tr("to myself")
        parts.append(_say_part(to_whom, _say_kept(own.to_person, own.level)))
    return " · ".join(parts)


def say_levels(level: Level) -> str:
    return promises.say_levels(level, tr)


def _say_part(of_what: str, record: str) -> str:
    return tr("{promises}: {record}", "which promises, and how they were kept").format(promises=of_what, record=record)


def say_rate(record: Record) -> str:
    """ "93%, 14 of 15"; "too few to say, 3 of 3"; "none yet"."""
    if not record.n:
        return tr("none yet", "promises")
    return f"{say_share(record)}, {say_of(record)}"


def _say_kept(record: Record, level: Level) -> str:
    """ "11 of 12 on time", or as the level understands "kept"."""
    if not record.enough:
        return say_rate(record)
    match level:
        case Level.COMMITMENT:
            return tr("{record} on time").format(record=say_of(record))
        case Level.BEST_EFFORT:
            return tr("{record} done").format(record=say_of(record))
        case Level.GOOD_INTENTION:
            return tr("{record} striven for").format(record=say_of(record))
        case _ as never:
            assert_never(never)


def _say_distance(distance: Distance) -> str:
    match distance:
        case Distance.TWO_DAYS:
            return tr("due within 2 days")
        case Distance.WEEK:
            return tr("due within a week")
        case Distance.MONTH:
            return tr("due within a month")
        case Distance.LONGER:
            return tr("due in more than a month")
        case Distance.NO_DATE:
            return tr("without a date")
        case _ as never:
            assert_never(never)
