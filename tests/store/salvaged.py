"""What a salvage brought back, row by row, held against what the store had when it was whole."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from scorecard.domain.salvage import Confidence
from scorecard.store.everything import tables_of_user
from scorecard.store.salvaging.offering import Salvage, offered
from scorecard.store.salvaging.reading import Place, key_of, read_store, rows_of
from scorecard.store.salvaging.shapes import Row
from scorecard.store.salvaging.vouching import judge

Content = Mapping[Place, Row]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of `rows` there were, `back` are offered as they were; `wrong` ones, which the store never had, by confidence."""

    rows: int
    back: int
    sure: int
    wrong: Counter[Confidence] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """In per cent."""
        return 100.0 * self.back / self.rows if self.rows else 100.0


def rows_in(content: bytes) -> dict[Place, Row]:
    """Of a whole store: all that is the user's."""
    users = {table.name for table in tables_of_user()}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        found = rows_of(connection)
    return {(name, key_of(name, row)): row for name, rows in found.items() if name in users for row in rows}


def salvage(store: Path, backup: Content | None = None) -> Salvage:
    sources = read_store(store, {}, lambda done, total: None)
    kept = dict(backup or {})
    return offered(judge(sources, kept, lambda: None), kept, sources, lambda: None)


def held(found: Salvage, had: Content, or_else: Content | None = None) -> Outcome:
    """What was offered against what there was, or against another version that it was mixed with."""
    other = or_else or {}
    back = sure = 0
    wrong: Counter[Confidence] = Counter()
    confidence = {offer.number: offer.confidence for offer in found.found.offers}
    for number, content in found.contents.items():
        for place, row in content.rows.items():
            if had.get(place) == row:
                back += 1
                sure += confidence[number] is Confidence.SURE
            elif other.get(place) != row:
                wrong[confidence[number]] += 1
    return Outcome(len(had), back, sure, wrong)
