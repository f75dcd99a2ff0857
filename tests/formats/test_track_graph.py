"""CSV exports of Track & Graph."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Advice, AdviceKind, Bundle, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import read_foreign
from tests.formats.foreign_files import TRACK_GRAPH, written
from tests.formats.reading import entries_of, loss_of, read, terms_named

HEADER = "FeatureName,Timestamp,Value,Label,Note\r\n"


def of(tmp_path: Path, *rows: str, header: str = HEADER) -> Bundle:
    return read(written(tmp_path / "file", header + "".join(f"{row}\r\n" for row in rows)))


def days_at(tmp_path: Path, day_end: time, *moments: str) -> list[date]:
    rows = "".join(f"Run,{moment},1,,\r\n" for moment in moments)
    path = written(tmp_path / "file", HEADER + rows)
    return [entry.day for entry in read_foreign(path, lambda done, total: None, lambda: False, day_end).entries]


def test_the_file_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", TRACK_GRAPH))

    assert terms_named(bundle, "Calls") == Terms(UNDATED, Kind.COUNT, Direction.TALLY)
    assert terms_named(bundle, "Focus") == Terms(UNDATED, Kind.DURATION, Direction.TALLY)
    assert [(entry.origin, entry.mark, entry.note) for entry in bundle.entries] == [
        ("track-graph:calls", Scored(Decimal(2)), "two, both good"),
        ("track-graph:mood", Scored(Decimal(3)), "fine"),
        ("track-graph:focus", Scored(Decimal(70)), ""),
    ]
    assert {entry.day for entry in bundle.entries} == {date(2026, 3, 2)}
    assert bundle.losses == ()


def test_values_of_one_day_are_added_up_and_stand_in_the_note(tmp_path: Path) -> None:
    bundle = of(
        tmp_path, "Run,2026-03-02T19:00:00Z,2.5,,", "Run,2026-03-02T08:05:00Z,1,,slow", "Run,2026-03-02T19:00:00Z,2.5,,"
    )

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (Scored(Decimal(6)), "08:05 · 1 · slow\n19:00 · 2.5\n19:00 · 2.5")
    ]
    assert Advice(AdviceKind.SUMMED, "Run") in bundle.advice


def test_of_choices_the_last_of_the_day_stands(tmp_path: Path) -> None:
    bundle = of(tmp_path, "Mood,2026-03-02T19:00:00Z,2,low,", "Mood,2026-03-02T08:00:00Z,4,high,")

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (Scored(Decimal(2)), "08:00 · 4 · high\n19:00 · 2 · low")
    ]
    assert Advice(AdviceKind.LAST_OF_DAY, "Mood") in bundle.advice


def test_a_moment_belongs_to_the_day_of_its_own_zone_until_the_day_ends(tmp_path: Path) -> None:
    night = ("2026-03-03T03:59:00+01:00", "2026-03-04T04:00:00.123456789-11:00")

    assert days_at(tmp_path, time(4), *night) == [date(2026, 3, 2), date(2026, 3, 4)]
    assert days_at(tmp_path, time(0), *night) == [date(2026, 3, 3), date(2026, 3, 4)]


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("1:10:20", "70.333"), ("0:00:01", "0.017"), ("25:00:00", None), ("-10:-30:20", None), ("00:45:00", "45")],
)
def test_lengths_of_time(tmp_path: Path, value: str, minutes: str | None) -> None:
    bundle = of(tmp_path, f"Focus,2026-03-02T17:00:00Z,{value},,")

    kept = (UNKNOWN, value) if minutes is None else (Scored(Decimal(minutes)), "")
    assert [(entry.mark, entry.note) for entry in bundle.entries] == [kept]


def test_old_files_have_the_label_behind_the_value(tmp_path: Path) -> None:
    header = "FeatureName,Timestamp,Value\r\n"
    bundle = of(
        tmp_path, "Mood,2026-03-02T17:00:00Z,1.0:Low", "Focus,2026-03-02T17:00:00Z,1:10:00:Label: with colons",
        header=header,
    )  # fmt: skip

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (Scored(Decimal(1)), "Low"),
        (Scored(Decimal(70)), "Label: with colons"),
    ]


def test_a_number_of_more_places_is_rounded_and_kept(tmp_path: Path) -> None:
    bundle = of(tmp_path, "Weight,2026-03-02T17:00:00Z,80.12345,,", "Weight,2026-03-03T17:00:00Z,1.0E12,,")

    assert [(entry.mark, entry.note) for entry in entries_of(bundle, "Weight")] == [
        (Scored(Decimal("80.123")), "80.12345"),
        (UNKNOWN, "1.0E12"),
    ]
    assert loss_of(bundle, LossKind.ROUNDED).lines == (2,)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Run,2026-03-02,1,,", FileFault.NOT_A_MOMENT),
        ("Run,2026-03-02T17:00:00,1,,", FileFault.NOT_A_MOMENT),
        ("Run,2026-02-30T17:00:00Z,1,,", FileFault.NOT_A_MOMENT),
        ("Run,2026-03-02T25:00:00Z,1,,", FileFault.NOT_A_MOMENT),
        ("Run,0001-01-01T00:00:00Z,1,,", FileFault.NOT_A_MOMENT),
        ("Run,2026-03-02T17:00:00Z,,,", FileFault.NOT_A_VALUE),
        ("Run,2026-03-02T17:00:00Z,NaN,,", FileFault.NOT_A_VALUE),
        ("Run,2026-03-02T17:00:00Z,1:label,,", FileFault.NOT_A_VALUE),
        ("Run,2026-03-02T17:00:00Z,1:00:00,,", FileFault.MIXED_VALUES),
        ("Run,2026-03-02T17:00:00Z,1", FileFault.RAGGED),
        ("Run,2026-03-02T17:00:00Z,1,,,x", FileFault.RAGGED),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, row: str, fault: FileFault) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        of(tmp_path, 'Run,2026-03-01T17:00:00Z,1,,"two\nlines"', row)

    assert (refused.value.fault, refused.value.line) == (fault, 4)
