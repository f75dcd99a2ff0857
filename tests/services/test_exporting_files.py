"""Exports into files: whole or not at all, for their owner only, and our own comes back."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.errors import StoppedError
from scorecard.formats.errors import NewerFormatError, UnreadableFileError
from scorecard.services import exporting_files
from scorecard.services.exporting import NotWrittenError, WriteFault
from scorecard.services.exporting_days import ExportWords
from scorecard.services.exporting_files import ExportFormat, Exports, NotVerifiedError, Wish, Written
from scorecard.services.importing_own import OwnImporting
from scorecard.store.everything import Rows
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.importing_files import never, nothing_told
from tests.sample.year import make_sample

TODAY = date(2026, 11, 20)
Export = Callable[..., Written]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "data" / "scorecard.db"
    make_sample(path, FixedClock(), TODAY, years=0.06)
    return path


@pytest.fixture
def export(store: Path, clock: FixedClock) -> Export:
    def write(kind: ExportFormat, target: Path, *days: date | None, cancelled: Callable[[], bool] = never) -> Written:
        exports = Exports(store, clock, ExportWords())
        return exports.write(Wish(kind, target, *days), lambda _done, _total: None, cancelled)

    return write


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_every_format_is_written_for_its_owner_only(kind: ExportFormat, export: Export, tmp_path: Path) -> None:
    target = tmp_path / f"export{kind.ending}"

    written = export(kind, target)

    assert written.count > 0
    assert target.stat().st_size == written.size
    assert os.name != "posix" or target.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == [target.name]


def test_a_daybook_goes_into_an_empty_folder(export: Export, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()

    written = export(ExportFormat.MARKDOWN, folder)

    pages = sorted(file.name for file in folder.iterdir())
    assert len(pages) == written.count
    assert pages[-1] == "2026-11-20.md"
    assert os.name != "posix" or all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


def test_a_folder_with_something_in_it_stays_as_it_is(export: Export, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.md").write_text("mine")

    with pytest.raises(NotWrittenError) as refused:
        export(ExportFormat.MARKDOWN, tmp_path / "notes")

    assert refused.value.fault is WriteFault.NOT_EMPTY
    assert [file.name for file in (tmp_path / "notes").iterdir()] == ["mine.md"]


def test_stopping_leaves_what_was_there(export: Export, tmp_path: Path) -> None:
    target = tmp_path / "book.zip"
    target.write_text("earlier")

    with pytest.raises(StoppedError):
        export(ExportFormat.MARKDOWN, target, cancelled=lambda: True)

    assert target.read_text() == "earlier"


def test_a_daybook_stopped_among_its_pages_leaves_no_page(export: Export, tmp_path: Path) -> None:
    looks = iter([False] * 5)

    with pytest.raises(StoppedError):
        export(ExportFormat.MARKDOWN, tmp_path / "notes", cancelled=lambda: next(looks, True))

    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == []


def test_what_does_not_read_back_is_not_written(
    export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgets(rows: Rows) -> dict[str, list[dict[str, object]]]:
        return {name: list(found)[1:] for name, found in rows.items()}

    monkeypatch.setattr(exporting_files, "comes_back", forgets)
    with pytest.raises(NotVerifiedError):
        export(ExportFormat.JSON, tmp_path / "export.json")

    assert not (tmp_path / "export.json").exists()


def test_only_the_days_asked_for(export: Export, tmp_path: Path) -> None:
    written = export(ExportFormat.CSV, tmp_path / "two.csv", date(2026, 11, 18), date(2026, 11, 19))

    lines = (tmp_path / "two.csv").read_text(encoding="utf-8-sig").splitlines()
    assert written.count == 2
    assert [line[:10] for line in lines[1:]] == ["2026-11-18", "2026-11-19"]


def test_a_complete_export_comes_back_whole_and_twice_adds_nothing(
    export: Export, tmp_path: Path, clock: FixedClock
) -> None:
    written = export(ExportFormat.JSON, tmp_path / "export.json")
    fresh_store(tmp_path / "other" / "scorecard.db", clock.now())
    importing = OwnImporting(tmp_path / "other" / "scorecard.db", clock)

    assert importing.recognises(tmp_path / "export.json")
    receipt = importing.apply(importing.read_and_plan(tmp_path / "export.json", nothing_told, never), never)
    again = importing.read_and_plan(tmp_path / "export.json", nothing_told, never).counts

    assert receipt.counts.new.total() == written.count == again.same.total()
    assert again.is_empty
    Exports(tmp_path / "other" / "scorecard.db", clock, ExportWords()).write(
        Wish(ExportFormat.JSON, tmp_path / "second.json"), lambda *_: None, never
    )
    first, second = (json.loads((tmp_path / name).read_bytes())["tables"] for name in ("export.json", "second.json"))
    assert first == second


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"version": 2}, NewerFormatError),
        ({"schema": 999}, NewerFormatError),
        ({"tables": {}}, UnreadableFileError),
        ({"tables": []}, UnreadableFileError),
        ({"counts": {}}, UnreadableFileError),
        ({"tables": {"diary": []}, "counts": {"diary": 0}}, UnreadableFileError),
        ({"tables": {"felt": [1]}, "counts": {"felt": 1}}, UnreadableFileError),
        ({"first_day": "soon"}, UnreadableFileError),
    ],
)
def test_a_file_that_is_no_whole_export_is_refused(
    change: dict[str, object], error: type[Exception], export: Export, tmp_path: Path, clock: FixedClock
) -> None:
    export(ExportFormat.JSON, tmp_path / "export.json")
    content = json.loads((tmp_path / "export.json").read_bytes()) | change
    (tmp_path / "other.json").write_text(json.dumps(content))

    with pytest.raises(error):
        OwnImporting(tmp_path / "none.db", clock).read_and_plan(tmp_path / "other.json", nothing_told, never)
