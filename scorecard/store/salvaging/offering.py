"""What a salvaged store has and a backup has not, or has otherwise, as offers to be accepted one by one."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import UniqueConstraint

from scorecard.domain.salvage import Confidence, Offer, Salvaged, Thing
from scorecard.store.everything import links_in, links_of_user, tables_of_user
from scorecard.store.rehearsing import can_be_read
from scorecard.store.salvaging.grouping import Group, day_of_group, group_of, kind_of, kinds_in, mark_of, subject_of
from scorecard.store.salvaging.reading import Place, Sources
from scorecard.store.salvaging.shapes import Row
from scorecard.store.salvaging.vouching import Judged
from scorecard.store.schema import metadata

Link = tuple[str, str, str]  # a table, its column, and the table that it refers to
_WORST_LAST = (Confidence.SURE, Confidence.LIKELY, Confidence.DOUBTFUL)
_LINKS = links_in(metadata)
_WISHED = links_of_user()  # an entry stands without its measure, and says little then
_NEEDED = frozenset(needed for _, _, needed in links_of_user())
_MOST_TRIALS = 60


@dataclass(slots=True)
class Content:
    """What accepting an offer does: rows that come, and places that become empty."""

    confidence: Confidence = Confidence.SURE
    rows: dict[Place, Row] = field(default_factory=dict)
    gone: list[Place] = field(default_factory=list)

    def add(self, place: Place, judged: Judged) -> None:
        self.confidence = max(self.confidence, judged.confidence, key=_WORST_LAST.index)
        if judged.row is None:
            self.gone.append(place)
        else:
            self.rows[place] = judged.row


@dataclass(frozen=True, slots=True)
class Salvage:
    """Offers with their content, by their numbers, and the rows of the backup that they are against."""

    found: Salvaged
    contents: Mapping[int, Content]
    backup: Mapping[Place, Row]
    store_id: str = ""

    def accepted(self, numbers: Collection[int]) -> list[Content]:
        """The content of these offers, and of those without which they can't stand: a promise needs its person."""
        owner = {place: number for number, content in self.contents.items() for place in content.rows}
        wanted, waiting = set[int](), [number for number in numbers if number in self.contents]
        while waiting:
            number = waiting.pop()
            if number not in wanted:
                wanted.add(number)
                needed = (need for row in self.contents[number].rows.items() for need in _needs(*row, _WISHED))
                waiting += [owner[need] for need in needed if need not in self.backup and need in owner]
        return [self.contents[number] for number in sorted(wanted)]


def offered(
    judged: Mapping[Place, Judged], backup: Mapping[Place, Row], sources: Sources, between: Callable[[], None]
) -> Salvage:
    new = {place: one for place, one in judged.items() if _differs(place, one, backup)}
    same = sum(1 for place, one in judged.items() if one.row is not None and backup.get(place) == one.row)
    kept = _standing({place: one.row for place, one in new.items() if one.row is not None}, backup)
    coming = sum(one.row is not None for one in new.values())
    groups = _grouped(new, kept, backup)
    between()
    readable = _readable(groups, backup, between)
    left_out = coming - sum(len(content.rows) for _, content in readable)
    numbered = _numbered(readable, backup, judged)
    found = Salvaged(tuple(offer for offer, _ in numbered), same, sources.pages, max(0, sources.unread), left_out)
    return Salvage(found, {offer.number: content for offer, content in numbered}, backup, sources.store_id)


def _differs(place: Place, one: Judged, backup: Mapping[Place, Row]) -> bool:
    """What is gone differs only where the backup has it. What others refer to is never taken away."""
    if one.row is None:
        return place in backup and place[0] not in _NEEDED
    return backup.get(place) != one.row


def _needs(place: Place, row: Row, links: Iterable[Link] = _LINKS) -> Iterator[Place]:
    for table, column, needed in links:
        if table == place[0] and row[column] is not None:
            yield needed, (row[column],)


def _standing(new: dict[Place, Row], backup: Mapping[Place, Row]) -> dict[Place, Row]:
    """Without those that refer to nothing, or take what only one row may have from another."""
    taken = _taken(new, backup)
    kept = {place: row for place, row in new.items() if place not in taken}
    while lost := [
        place for place, row in kept.items() if not all(need in kept or need in backup for need in _needs(place, row))
    ]:
        for place in lost:
            del kept[place]
    return kept


def _taken(new: Mapping[Place, Row], backup: Mapping[Place, Row]) -> set[Place]:
    found: set[Place] = set()
    for table in tables_of_user():
        for constraint in table.constraints:
            if isinstance(constraint, UniqueConstraint):
                found |= _taken_of(table.name, [column.name for column in constraint.columns], new, backup)
    return found


def _taken_of(table: str, names: list[str], new: Mapping[Place, Row], backup: Mapping[Place, Row]) -> set[Place]:
    seen: dict[Any, Place] = {}
    found: set[Place] = set()
    for rows in (backup, new):
        for place, row in rows.items():
            if place[0] != table or None in (values := tuple(row[name] for name in names)):
                continue
            if seen.setdefault(values, place) != place and rows is new:
                found.add(place)
    return found


def _grouped(
    new: Mapping[Place, Judged], kept: Mapping[Place, Row], backup: Mapping[Place, Row]
) -> list[tuple[Group, Content]]:
    """What is only gone makes an offer of an entry alone: of other things nothing could be shown."""
    groups: dict[tuple[Group, bool], Content] = {}
    for place, one in new.items():
        if one.row is not None and place not in kept:
            continue
        group = group_of(place, one.row if one.row is not None else backup[place])
        # Of somebody there may be hundreds of rows: one that is doubtful does not make all of them so.
        apart = group[0] in (Thing.PERSON, Thing.OTHER) and one.confidence is Confidence.DOUBTFUL
        groups.setdefault((group, apart), Content()).add(place, one)
    return [(group, content) for (group, _), content in groups.items() if content.rows or group[0] is Thing.ENTRY]


def _readable(
    groups: list[tuple[Group, Content]], backup: Mapping[Place, Row], between: Callable[[], None]
) -> list[tuple[Group, Content]]:
    """Without what keeps the rules of its table and means nothing all the same."""
    trials = 0

    def joined(good: list[tuple[Group, Content]], more: list[tuple[Group, Content]]) -> list[tuple[Group, Content]]:
        nonlocal trials
        between()
        trials += 1
        if not more or can_be_read(_tables(backup, (content for _, content in good + more))):
            return good + more
        if len(more) == 1 or trials > _MOST_TRIALS:
            return good
        half = len(more) // 2
        return joined(joined(good, more[:half]), more[half:])

    ordered = sorted(groups, key=lambda one: _WORST_LAST.index(one[1].confidence))
    return joined([], ordered)


def _tables(backup: Mapping[Place, Row], contents: Iterable[Content]) -> dict[str, list[Row]]:
    rows = dict(backup)
    for content in contents:
        for place in content.gone:
            rows.pop(place, None)
        rows |= content.rows
    found: dict[str, list[Row]] = {}
    for (table, _), row in rows.items():
        found.setdefault(table, []).append(row)
    return found


def _numbered(
    groups: list[tuple[Group, Content]], backup: Mapping[Place, Row], judged: Mapping[Place, Judged]
) -> list[tuple[Offer, Content]]:
    known = {**backup, **{place: one.row for place, one in judged.items() if one.row is not None}}
    things = list(Thing)
    described = [
        (day_of_group(group, content.rows), things.index(group[0]), subject_of(group, content.rows, known), n)
        for n, (group, content) in enumerate(groups)
    ]
    described.sort(key=lambda one: (one[0] is None, -one[0].toordinal() if one[0] else 0, one[1:]))
    kinds, found = kinds_in(known), []
    for number, (day, _, subject, n) in enumerate(described):
        group, content = groups[n]
        differs = bool(content.gone) or any(place in backup for place in content.rows)
        mark, kind = mark_of(group, content.rows), kind_of(group, kinds)
        found.append((Offer(number, group[0], day, subject, content.confidence, mark, differs, kind), content))
    return found
