"""A bad store may be older than the backup, since a disk lied, say, or an old copy came over it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scorecard.domain.salvage import Confidence
from scorecard.store.backups_seal import open_copy
from scorecard.store.record import to_json
from scorecard.store.salvaging.reading import Place, Sources
from scorecard.store.salvaging.shapes import Row
from scorecard.store.salvaging.vouching import Judged


@dataclass(frozen=True, slots=True)
class Past:
    """How rows were before they became what they are in a backup, by its record. `last` is its last activity."""

    last: int = 0
    rows: Mapping[Place, Sequence[Row | None]] = field(default_factory=dict)

    def knows(self, place: Place, row: Row | None) -> bool:
        """Columns that a later schema added do not count."""
        return any(
            row is before if row is None or before is None else before.items() <= row.items()
            for before in self.rows.get(place, ())
        )


def past_of(backup: Path, places: Iterable[Place]) -> Past:
    """Of these places alone. Backups were looked through before: this one can be read."""
    wanted = {(table, to_json(list(key))): (table, key) for table, key in places}
    rows: dict[Place, list[Row | None]] = {}
    with closing(open_copy(backup)) as connection:
        last = connection.execute("SELECT coalesce(max(seq), 0) FROM activity").fetchone()[0]
        for table, key, before in connection.execute("SELECT table_name, row_key, before FROM change"):
            if (place := wanted.get((table, key))) is not None:
                rows.setdefault(place, []).append(_row(before))
    return Past(last, rows)


def _row(before: str | None) -> Any:
    return None if before is None else json.loads(before)


def doubting_past(
    judged: Mapping[Place, Judged], kept: Mapping[Place, Row], backup: Path | None, sources: Sources
) -> dict[Place, Judged]:
    """What the backup has already left behind is doubtful, unless the record of the store came back to it later."""
    different = [place for place, one in judged.items() if kept.get(place) != one.row]
    past = past_of(backup, different) if backup is not None else Past()
    doubtful = {
        place: replace(judged[place], confidence=Confidence.DOUBTFUL)
        for place in different
        if past.knows(place, judged[place].row) and sources.said_at.get(place, 0) <= past.last
    }
    return {**judged, **doubtful}
