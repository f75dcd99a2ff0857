"""The table of what can be found, and beside it the index of its words, which SQLite keeps (FTS5).

Tables say in `info["search"]` which of their columns can be found.
"""

from dataclasses import dataclass

from sqlalchemy import DDL, Column, Integer, Named, Table, Text, TypedColumns, UniqueConstraint, event

from scorecard.store.columns import OWN_INFO, day_shape, metadata


@dataclass(frozen=True, slots=True)
class Searched:
    """The columns whose words can be found, and the one that says which day they are of."""

    texts: tuple[str, ...]
    day: str | None = None


class SearchEntryColumns(TypedColumns):
    """One row of another table; its words stand in the index under `id`.

    `id` grows with the day, so that the latest are found first without sorting.
    """

    id = Column(Integer, primary_key=True, autoincrement=False)
    table_name = Column(Text, nullable=False)
    row_key = Column(Text, nullable=False)
    day: Named[str | None] = Column(Text)


search_entry_table = Table(
    "search_entry", metadata, SearchEntryColumns,
    UniqueConstraint("table_name", "row_key"), day_shape("day"), info=OWN_INFO, sqlite_strict=True,
)  # fmt: skip

# The words are made by the program: SQLite separates them at spaces only, and knows which table they came from.
MAKE_INDEX = """
    CREATE VIRTUAL TABLE search_index USING fts5(
        table_name, tags, body, columnsize=0, prefix='1',
        tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
    )
"""
DROP_INDEX = "DROP TABLE IF EXISTS search_index"
event.listen(search_entry_table, "after_create", DDL(MAKE_INDEX))  # type: ignore[no-untyped-call]
