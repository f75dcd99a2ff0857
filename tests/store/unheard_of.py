"""Tables of a future version: the record has never heard of them."""

from pathlib import Path

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

from scorecard.store import schema
from scorecard.store.connection import create_store_engine

future = MetaData()
for _table in schema.metadata.sorted_tables:
    _table.to_metadata(future)

person = Table(
    "future_person", future,
    Column("id", Text, primary_key=True), Column("name", Text, nullable=False, unique=True),
)  # fmt: skip
promise = Table(
    "future_promise", future,
    Column("person_id", Text, ForeignKey("future_person.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("words", Text),
    Column("level", Integer, nullable=False, server_default="2"),
    Column("due", Text),
)  # fmt: skip
# A row of it belongs to a day, may be moved to another, and may belong to none.
reflection = Table(
    "future_reflection", future,
    Column("id", Text, primary_key=True), Column("on_day", Text), Column("words", Text, nullable=False),
    info={"day": "on_day"},
)  # fmt: skip


def make_tables(path: Path) -> None:
    engine = create_store_engine(path)
    future.create_all(engine, [person, promise, reflection])
    engine.dispose()
