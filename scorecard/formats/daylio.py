"""What Daylio's entries mean here, wherever they were read from: a mood from 1 to 5, activities, and notes."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import YES
from scorecard.formats.bundle import (
    FIRST_DAY,
    LAST_DAY,
    UNDATED,
    AdviceKind,
    Bundle,
    ForeignMeasure,
    ForeignText,
    LossKind,
)
from scorecard.formats.fitting import fitting_note, folded, joined
from scorecard.formats.gathering import Gathering

PROGRAM = "Daylio"
MOOD = "Mood"
SCALE = 5
RATINGS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""Of the moods that come with Daylio in English."""

_BREAK = re.compile(r"<br\s*/?>|</?(?:p|div|ul|ol|h[1-6])(?:\s[^<>]{0,200})?>|</li>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_STYLE = re.compile(r"</?(?:b|i|u|s|em|strong|strike|del|span|font)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_SIGN = re.compile(
    r"&(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[a-zA-Z][a-zA-Z0-9]{1,31});?", re.ASCII
)  # longer numbers mean no sign, and cannot be read


@dataclass(frozen=True, slots=True)
class DaylioEntry:
    """One of a day's entries. `mood` is the user's word for it, `rating` None where nothing tells what it is worth.
    Without a time of day it is the `said_time`, verbatim."""

    line: int
    day: date | None
    clock: time | None
    said_time: str
    mood: str
    rating: int | None
    activities: tuple[str, ...] = ()
    title: str = ""
    note: str = ""

    @property
    def at(self) -> str:
        return f"{self.clock:%H:%M}" if self.clock is not None else self.said_time


def rating_of(mood: str) -> int | None:
    return RATINGS.get(mood.strip().casefold())


def bundle_of(
    source: str, entries: Sequence[DaylioEntry], gathering: Gathering, groups: dict[str, str] | None = None
) -> Bundle:
    """The last mood of a day stands for it. Activities are only offered: they stand in the note of the mood as well.

    `groups` holds the group of each activity.
    """
    mood = gathering.add_measure(ForeignMeasure("daylio:mood", MOOD, (_tally(Kind.RATING, SCALE),)))
    days = _by_day(entries, mood, gathering)
    for day, own in days.items():
        _gather_mood(mood, day, own, gathering)
    _gather_activities(days, groups or {}, gathering)
    return gathering.bundle(_texts(days, gathering), PROGRAM)


def _tally(kind: Kind, scale: int | None = None) -> Terms:
    return Terms(UNDATED, kind, Direction.TALLY, scale=scale)


def _by_day(
    entries: Iterable[DaylioEntry], mood: ForeignMeasure, gathering: Gathering
) -> dict[date, list[DaylioEntry]]:
    """Each day's in the order of the day: Daylio writes the newest first."""
    days: dict[date, list[DaylioEntry]] = {}
    for entry in entries:
        if entry.day is None or not FIRST_DAY <= entry.day <= LAST_DAY:
            gathering.losses.add(LossKind.FAR_DAY, mood.name, entry.line)
        else:
            days.setdefault(entry.day, []).append(entry)
    for own in days.values():
        own.reverse()
        own.sort(key=lambda entry: entry.clock or time.min)
    return dict(sorted(days.items()))


def _gather_mood(mood: ForeignMeasure, day: date, own: Sequence[DaylioEntry], gathering: Gathering) -> None:
    last = next((entry for entry in reversed(own) if entry.rating is not None), own[-1])
    mark: Mark = UNKNOWN if last.rating is None else Scored(Decimal(last.rating))
    for entry in own:
        if entry.rating is None and entry.mood:
            gathering.losses.add(LossKind.IN_NOTE, mood.name, entry.line)
    if len(own) > 1:
        gathering.advise(AdviceKind.LAST_OF_DAY, mood.name)
        note = "\n".join(" · ".join(filter(None, (entry.at, entry.mood, *entry.activities))) for entry in own)
    else:
        named = () if rating_of(last.mood) is not None else (last.mood,)
        note = " · ".join((*filter(None, named), *last.activities))
    gathering.add_entry(mood, day, mark, note, last.line)


def _gather_activities(days: dict[date, list[DaylioEntry]], groups: dict[str, str], gathering: Gathering) -> None:
    measures: dict[str, ForeignMeasure] = {}
    for day, own in days.items():
        for activity in dict.fromkeys(folded(said) for entry in own for said in entry.activities):
            if activity not in measures:
                said = next(said for entry in own for said in entry.activities if folded(said) == activity)
                measures[activity] = gathering.add_measure(_activity(said, groups, gathering))
            gathering.add_entry(measures[activity], day, Scored(YES))


def _activity(said: str, groups: dict[str, str], gathering: Gathering) -> ForeignMeasure:
    name, whole = gathering.named(said, "#")
    group, _ = gathering.named(groups.get(said, ""), "")
    return ForeignMeasure(
        f"daylio:activity:{folded(said)}",
        name,
        (_tally(Kind.YES_NO),),
        gathering.why(name, whole),
        group=group,
        offered=True,
    )


def _texts(days: dict[date, list[DaylioEntry]], gathering: Gathering) -> list[ForeignText]:
    """What was written on each day, each piece with its time before it."""
    texts: list[ForeignText] = []
    for day, own in days.items():
        pieces = [f"{entry.at} {said}".strip() for entry in own if (said := _said(entry))]
        if text := fitting_note("\n\n".join(pieces), gathering.losses, PROGRAM):
            texts.append(ForeignText(day, text))
    return texts


def _said(entry: DaylioEntry) -> str:
    return joined((entry.title.strip(), without_markup(entry.note)))


def without_markup(note: str) -> str:
    """The text of a note that may hold the few marks of HTML that Daylio makes; anything else stays as it is."""
    text = _STYLE.sub("", _ITEM.sub("\n• ", _BREAK.sub("\n", note)))
    text = _SIGN.sub(lambda sign: html.unescape(sign[0]), text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
