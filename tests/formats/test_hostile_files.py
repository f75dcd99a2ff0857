"""What hostile files were once able to do: each is read, or refused with a sentence, soon."""

import json
import time
import tracemalloc
from pathlib import Path

import pytest

from scorecard.domain.errors import KnownError
from scorecard.domain.marks import Scored
from scorecard.formats.bundle import Bundle, LossKind
from scorecard.formats.daylio import without_markup
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError
from scorecard.formats.fitting import ORIGIN_LENGTH, fitting_origin
from scorecard.formats.json_files import value_of
from scorecard.formats.known import read_foreign, recognise
from scorecard.formats.own_export import parse_own_export
from scorecard.services.importing_own_files import is_own_file
from tests.formats.foreign_files import (
    BEAVER,
    DAYLIO,
    DAYLIO_CSV,
    HABITBULL,
    OLD_SUPER_PRODUCTIVITY,
    SUPER_PRODUCTIVITY,
    daylio_backup,
    written,
)  # fmt: skip
from tests.formats.loop_files import habit, loop_backup, tick
from tests.formats.reading import loss_of, read
from tests.formats.test_any_file import check

HUGE = ("9" * 30, "1e99", "-1e99", "1e-99", "-0.0")


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as refused:
        read(path)
    return refused.value


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("key", ['"2026-03-02": 4', '"streakMinValue": 3', '"focusSessions": [3600000'])
def test_times_of_any_size_are_read(tmp_path: Path, key: str, number: str) -> None:
    said = json.dumps(SUPER_PRODUCTIVITY).replace("ClickCounter", "StopWatch")
    assert key in said

    check(read(written(tmp_path / "file", said.replace(key, f"{key.rpartition(' ')[0]} {'[' * ('[' in key)}{number}"))))


@pytest.mark.parametrize("number", HUGE)
def test_old_times_of_any_size_are_read(tmp_path: Path, number: str) -> None:
    check(read(written(tmp_path / "file", json.dumps(OLD_SUPER_PRODUCTIVITY).replace("5400000", number))))


@pytest.mark.parametrize(
    ("written_so", "means"),
    [
        ("&#" + "1" * 5000 + ";", "&#" + "1" * 5000 + ";"),
        ("&#x" + "f" * 5000, "&#x" + "f" * 5000),
        ("&#233;&#xe9;&eacute;&amp;&ampx", "ééé&&x"),
        ("&" * 50 + "&zzz;", "&" * 50 + "&zzz;"),
    ],
)
def test_signs_written_as_numbers_of_any_length_are_read(written_so: str, means: str) -> None:
    assert without_markup(written_so) == means


def test_a_diary_of_impossible_years_is_no_history(tmp_path: Path) -> None:
    entries = [{"day": 2, "month": 2, "year": year, "mood": 1, "note": "a"} for year in (26, 1899, 2200, 9999)]
    bundle = read(daylio_backup(tmp_path / "file", {**DAYLIO, "dayEntries": entries}))

    assert (bundle.texts, bundle.entries) == ((), ())
    assert loss_of(bundle, LossKind.FAR_DAY).count == 4


def test_a_month_of_an_impossible_year_is_no_history(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "9999-12.txt", "31: {text: a}\n"))

    assert bundle.texts == ()
    assert loss_of(bundle, LossKind.FAR_DAY).count == 1


@pytest.mark.parametrize("name", ["\ud800", "a\0b", "\u202eevil", "\x1b[31mred", "x" * 90_000, "a\nloop:b"])
def test_what_tells_a_measure_apart_can_be_stored(tmp_path: Path, name: str) -> None:
    tags = [{"id": 3, "name": name, "id_tag_group": 1}]
    bundles = [read(daylio_backup(tmp_path / "backup", {**DAYLIO, "tags": tags}))]
    if name.isprintable() or "\n" in name:
        bundles += [
            read(written(tmp_path / "csv", HABITBULL.replace("Run", f'"{name}"'))),
            read(loop_backup(tmp_path / "loop", habits=[habit(uuid=name)], repetitions=[tick()])),
        ]

    for measure in (measure for bundle in bundles for measure in bundle.measures):
        assert measure.origin.isprintable()
        assert len(measure.origin) <= ORIGIN_LENGTH


def test_long_names_that_differ_at_their_end_are_told_apart() -> None:
    assert fitting_origin("a" * 5000 + "b") != fitting_origin("a" * 5000 + "c")
    assert fitting_origin("loop:9f3") == "loop:9f3"


def test_words_of_another_program_that_are_told_can_be_shown(tmp_path: Path) -> None:
    period = {"period_type": "W\ud800\x1b[31m", "period_count": 1, "target_count": 3}
    bundle = read(written(tmp_path / "file", {"habits": [{**BEAVER["habits"][0], "period": period}]}))  # type: ignore[index]

    assert loss_of(bundle, LossKind.SCHEDULE).detail == "3/1W[31m"


@pytest.mark.parametrize("name", ["a" * 300, "/" + "a/" * 3000, "a\0b"])
def test_a_path_that_can_be_none_leads_to_no_file(name: str) -> None:
    with pytest.raises(UnreadableFileError):
        recognise(Path(name))


def test_what_lies_below_a_file_is_missing(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path / "file", "a") / "below")

    assert isinstance(refused, UnreadableFileError)
    assert refused.fault is FileFault.MISSING


BLANKS = " " * 100_000


@pytest.mark.parametrize("said", [f"'a{BLANKS}b'", f'"a{BLANKS}b"', f"a{BLANKS}b", "'a" + "''" * 100_000 + "'"])
def test_blanks_without_end_in_a_diary_are_soon_read(tmp_path: Path, said: str) -> None:
    path = written(tmp_path / "2026-03.txt", f"1:\n  text: {said}\n")

    before = time.process_time()
    read(path)
    assert time.process_time() - before < 2  # it took seven seconds, and four times that for twice as many


ESCAPES = '{"a\\"b": 1, "a\\\\": "\\\\\\"", "c": "' + "\\n" * 400_000 + '"}'


def test_signs_of_escape_in_json_are_read_in_little_memory() -> None:
    tracemalloc.start()
    assert value_of(ESCAPES.encode(), lambda: False) == {'a"b': 1, "a\\": '\\"', "c": "\n" * 400_000}
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 20 * len(ESCAPES)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('{"a\\"": 1, "b": {}, "a\\"": 2}', FileFault.DUPLICATE_KEYS),
        ('{"a\\n": 1,\n"a\\t": NaN}', FileFault.NO_NUMBER),
        ('{"a": "\\\\", "b": ' + "9" * 41 + "}", FileFault.LONG_NUMBER),
        ('{"a": "b\\', FileFault.NOT_JSON),
        ('{"a": "b\\"', FileFault.NOT_JSON),
        ("{\\", FileFault.NOT_JSON),
    ],
)
def test_signs_of_escape_in_json_hide_nothing(said: str, fault: FileFault) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        value_of(said.encode(), lambda: False)

    assert refused.value.fault is fault


def test_a_bundle_of_a_known_file_stays_as_it_is(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", DAYLIO_CSV))

    assert isinstance(bundle, Bundle)
    assert [measure.origin for measure in bundle.measures] == [
        "daylio:mood", "daylio:activity:work", "daylio:activity:client call", "daylio:activity:focus",
    ]  # fmt: skip
    assert any(isinstance(entry.mark, Scored) for entry in bundle.entries)


@pytest.mark.parametrize("line", ["2026-03-02 : Calls : y :", "2026-03-02 : Calls : n", "2026-03-02 : Calls : y :  "])
def test_a_log_whose_first_comment_is_empty_is_known(tmp_path: Path, line: str) -> None:
    assert recognise(written(tmp_path / "log", f"{line}\n2026-03-03 : Calls : y : well : 3\n")).name == "harsh"


ROWS = 5_000
LONG_FILES = {
    "habitbull": "HabitName,CalendarDate,Value\n" + "a,2026-03-02,1\n" * ROWS,
    "track-graph": "FeatureName,Timestamp,Value\n" + "a,2026-03-02T18:30:00Z,1\n" * ROWS,
    "daylio-csv": "full_date,date,weekday,time,mood,activities,note\n" + "2026-03-02,,,1:1,a,b | c,d\n" * ROWS,
    "table-long": "Date,Measure,Value\n" + "2026-03-02,a,1\n" * ROWS,
    "blank lines": "Date,A\n2026-03-02,1\n" + "\n" * ROWS,
    "harsh": "2026-03-02 : a : y\n" * ROWS,
    "jrnl-text": "[2026-03-02 18:22] a\n" + "[no date] a\n" * ROWS,
}


@pytest.mark.parametrize("name", LONG_FILES)
def test_reading_stops_soon_after_it_is_told_to(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "file", LONG_FILES[name])
    asked = 0
    told: list[int] = []

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    with pytest.raises(ImportCancelledError):
        read_foreign(path, lambda done, total: told.append(done), cancelled)

    assert told == []  # it had read the first rows, and made nothing of them


@pytest.mark.parametrize("name", ["version", "schema"])
@pytest.mark.parametrize("number", ["-1", "0", "1e90", "9" * 30, "null", '"1"'])
def test_an_export_of_no_such_version_is_refused_in_a_short_sentence(name: str, number: str) -> None:
    numbers = {"version": "1", "schema": "5", name: number}
    head = ", ".join(f'"{key}": {value}' for key, value in numbers.items())

    with pytest.raises(UnreadableFileError) as refused:
        parse_own_export(f'{{"format": "scorecard-export", {head}, "tables": {{}}, "counts": {{}}}}'.encode(), 5)

    assert refused.value.fault is FileFault.STRANGE


def test_a_path_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / ("a" * 5000), tmp_path / "a\0b"):
        with pytest.raises(UnreadableFileError):
            is_own_file(path, tmp_path / "scorecard.db")
