"""The JSON Schema of our own export, drawn from the tables: `python -m tests.export_schema` writes it to docs/."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Integer

from scorecard.formats.own_export import FORMAT, VERSION
from scorecard.store.everything import tables_of_user
from scorecard.store.identity import SCHEMA_VERSION

FILE = Path(__file__).resolve().parents[1] / "docs" / "export.schema.json"
_DAY = {"type": ["string", "null"], "format": "date"}


def export_schema() -> dict[str, Any]:
    tables = {table.name: {"type": "array", "items": _row(table)} for table in tables_of_user()}
    head: dict[str, Any] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "schema": {"const": SCHEMA_VERSION, "description": "of the store it was made of"},
        "program": {"type": "string"},
        "written_at": {"type": "string", "format": "date-time"},
        "store_id": {"type": "string"},
        "store_made_at": {"type": "string", "format": "date-time"},
        "first_day": _DAY,
        "last_day": _DAY,
        "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
        "tables": {
            "type": "object", "properties": tables, "required": sorted(tables), "additionalProperties": False,
        },
    }  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An export of Scorecard",
        "description": "docs/export.md says what the tables mean.",
        "type": "object",
        "properties": head,
        "required": list(head),
        "additionalProperties": False,
    }


def _row(table: Any) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for column in table.columns:
        kind = "integer" if isinstance(column.type, Integer) else "string"
        columns[column.name] = {"type": [kind, "null"] if column.nullable else kind}
    return {"type": "object", "properties": columns, "required": list(columns), "additionalProperties": False}


def written() -> str:
    return json.dumps(export_schema(), indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
