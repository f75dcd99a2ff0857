"""An export that is stopped or finds no room leaves what was there, and never takes the place of the store."""

import errno
import json
import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.errors import StoppedError
from scorecard.services.exporting import NotWrittenError, WriteFault
from scorecard.services.exporting_days import ExportWords
from scorecard.services.exporting_files import ExportFormat, Exports, Wish
from scorecard.store.everything import read_everything
from scorecard.store.store import Store
from tests.export_schema import export_schema
from tests.fake_clock import FixedClock
from tests.sample.whole import make_whole

TODAY = date(2026, 11, 20)
Export = Callable[..., object]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "data" / "scorecard.db"
    make_whole(path, FixedClock(), TODAY, years=0.2)
    return path


@pytest.fixture
def export(store: Path) -> Export:
    def write(kind: ExportFormat, target: Path, cancelled: Callable[[], bool] = lambda: False) -> object:
        return Exports(store, FixedClock(), ExportWords()).write(Wish(kind, target), lambda *_: None, cancelled)

    return write


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "home")


@pytest.mark.parametrize("looks", [0, 1, 2])
@pytest.mark.parametrize("kind", list(ExportFormat))
def test_one_that_is_stopped_leaves_no_file(kind: ExportFormat, looks: int, export: Export, tmp_path: Path) -> None:
    left = iter([False] * looks)
    try:
        export(kind, tmp_path / f"out{kind.ending}", cancelled=lambda: next(left, True))
    except StoppedError:
        assert files_in(tmp_path) == []
    else:
        assert looks, "asked at least once"
        assert files_in(tmp_path) == [f"out{kind.ending}"]


@pytest.mark.parametrize("kind", list(ExportFormat))
@pytest.mark.parametrize("call", ["os.fsync", "os.open"])
def test_on_a_full_disk_the_file_of_before_stays(
    kind: ExportFormat, call: str, export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"out{kind.ending}"
    target.write_text("of before")
    real = getattr(os, call.removeprefix("os."))

    def full(*given: Any, **named: Any) -> object:
        if call == "os.fsync" or ".scorecard-" in str(given[0]):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*given, **named)

    monkeypatch.setattr(f"scorecard.store.files.{call}", full)
    with pytest.raises(NotWrittenError) as refused:
        export(kind, target)
    monkeypatch.undo()
    assert refused.value.fault is WriteFault.FULL
    assert (target.read_text(), files_in(tmp_path)) == ("of before", [target.name])


@pytest.mark.parametrize("kind", list(ExportFormat))
@pytest.mark.parametrize("name", ["scorecard.db", "scorecard.db-journal", "a link"])
def test_nothing_is_written_in_the_place_of_the_store(
    kind: ExportFormat, name: str, export: Export, store: Path, tmp_path: Path
) -> None:
    target = store.with_name(name)
    if name == "a link":
        target = tmp_path / "link.db"
        target.symlink_to(store)
    before = files_in(store.parent)
    with pytest.raises(NotWrittenError) as refused:
        export(kind, target)
    assert refused.value.fault is WriteFault.STORE
    assert files_in(store.parent) == before
    with closing(Store(store, FixedClock())) as opened, opened.reading() as connection:
        assert read_everything(connection)["entry"]


def violations(value: object, schema: dict[str, Any], where: str = "$") -> list[str]:
    """Where a value is not as a schema says, as far as ours says anything."""
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
    wanted = schema.get("type", [])
    allowed = tuple(kinds[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))
    found = [where] if allowed and (not isinstance(value, allowed) or isinstance(value, bool)) else []
    found += [where] if "const" in schema and value != schema["const"] else []
    found += [where] if isinstance(value, int) and value < schema.get("minimum", value) else []
    if isinstance(value, list):
        found += [one for n, item in enumerate(value) for one in violations(item, schema["items"], f"{where}[{n}]")]
    if isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
        found += [f"{where}.{name} is missing" for name in schema.get("required", ()) if name not in value]
        for name, item in value.items():
            inside = known.get(name, others)
            found += violations(item, inside, f"{where}.{name}") if isinstance(inside, dict) else []
            found += [] if inside else [f"{where}.{name}"]
    return found


def test_an_export_with_something_in_every_table_is_as_the_published_schema_says(
    export: Export, tmp_path: Path
) -> None:
    export(ExportFormat.JSON, tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_bytes())
    assert all(found["tables"].values()), "the sample is to have rows in every table"
    assert violations(found, export_schema()) == []

    found["tables"]["goal"][0]["extra"] = 1
    found["tables"]["person"][0]["name"] = 7
    del found["tables"]["away"][0]["reason"]
    assert len(violations(found, export_schema())) == 3
