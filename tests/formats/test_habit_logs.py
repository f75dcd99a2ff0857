"""The logs of harsh and habitctl, with and without the file of habits beside them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Bundle, LossKind
from scorecard.formats.errors import FileFault, NotRecognisedError, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import HABITCTL, HARSH, HARSH_HABITS, written
from tests.formats.reading import entries_of, loss_of, marks_of, measure_named, read, terms_named

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))
DAILY = Terms(UNDATED, Kind.YES_NO)


def log(tmp_path: Path, text: str, habits: str = "") -> Bundle:
    if habits:
        written(tmp_path / "habits", habits)
    return read(written(tmp_path / "log", text))


def test_the_log_of_harsh_is_read_whole(tmp_path: Path) -> None:
    bundle = log(tmp_path, HARSH)

    assert marks_of(bundle, "Calls") == [YES, SKIPPED]
    assert [entry.note for entry in entries_of(bundle, "Calls")] == ["well", ""]
    assert marks_of(bundle, "Calls ∑") == [Scored(Decimal(3))]
    assert [(entry.day.day, entry.mark) for entry in entries_of(bundle, "Run")] == [(2, NO), (3, NO)]
    assert loss_of(bundle, LossKind.REPLACED).lines == (6,)
    assert terms_named(bundle, "Run") == DAILY


def test_the_habits_beside_it_tell_schedules_and_groups(tmp_path: Path) -> None:
    bundle = log(tmp_path, HARSH, HARSH_HABITS)

    assert terms_named(bundle, "Calls") == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True)
    assert terms_named(bundle, "Run") == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(1), weekly=True)
    assert [measure.group for measure in bundle.measures] == ["Work", "Work", "Body"]
    assert measure_named(bundle, "Run").why == "2027-01-01"


@pytest.mark.parametrize(
    ("schedule", "expected", "why"),
    [
        ("1", DAILY, ""),
        ("0", Terms(UNDATED, Kind.YES_NO, Direction.TALLY), ""),
        ("2w", Terms(UNDATED, Kind.YES_NO, Direction.TALLY), "2w"),
        ("7/7", DAILY, ""),
        ("often", Terms(UNDATED, Kind.YES_NO, Direction.TALLY), "often"),
        ("0/0", Terms(UNDATED, Kind.YES_NO, Direction.TALLY), "0/0"),
    ],
)
def test_schedules(tmp_path: Path, schedule: str, expected: Terms, why: str) -> None:
    bundle = log(tmp_path, "2026-03-02 : Run : y\n", f"run: {schedule}\n")

    assert (terms_named(bundle, "Run"), measure_named(bundle, "Run").why) == (expected, why)


def test_habits_that_cannot_be_read_are_as_none(tmp_path: Path) -> None:
    written(tmp_path / "habits", b"\xff\xfe\xff")

    assert terms_named(log(tmp_path, HARSH), "Run") == DAILY


def test_a_comment_may_hold_what_stands_between_fields(tmp_path: Path) -> None:
    (entry,) = log(tmp_path, "2026-03-02 : Run : y : rain : then sun : 0\n").entries

    assert (entry.mark, entry.note) == (YES, "rain : then sun")


def test_what_is_no_result_and_no_amount_stays_in_the_note(tmp_path: Path) -> None:
    bundle = log(tmp_path, "2026-03-02 : Run : y\n2026-03-03 : Run : maybe : ill : lots\n")

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [(YES, ""), (UNKNOWN, "ill\nmaybe\nlots")]
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (2,)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2026-02-30 : Run : y", FileFault.NOT_A_DATE),
        ("yesterday : Run : y", FileFault.NOT_A_DATE),
        ("2026-03-03 : Run", FileFault.ODD_LINE),
        ("2026-03-03 :  : y", FileFault.ODD_LINE),
        ("2026-03-03 : \0 : y", FileFault.NUL),
        ("2026-03-03 Run y", FileFault.NOT_A_DATE),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, fault: FileFault) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        log(tmp_path, f"# a remark\n2026-03-02 : Run : y\n\n{line}\n")
    assert (refused.value.fault, refused.value.line) == (fault, 4)


def test_the_log_of_habitctl_is_read_whole(tmp_path: Path) -> None:
    bundle = log(tmp_path, HABITCTL)

    assert [(entry.day, entry.mark) for entry in entries_of(bundle, "Calls")] == [
        (date(2018, 9, 15), NO),
        (date(2018, 9, 16), SKIPPED),
    ]
    assert marks_of(bundle, "Run far") == [YES]
    assert bundle.losses == ()


def test_the_habits_of_habitctl_tell_in_how_many_days(tmp_path: Path) -> None:
    bundle = log(tmp_path, HABITCTL, "# a remark\n7 Run far\n0 Calls\n")

    assert terms_named(bundle, "Run far") == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(1), weekly=True)
    assert terms_named(bundle, "Calls") == Terms(UNDATED, Kind.YES_NO, Direction.TALLY)


def test_a_later_line_that_is_none_of_habitctl_is_named(tmp_path: Path) -> None:
    lines = ["2026-03-02\tRun\ty"] * 30
    with pytest.raises(UnreadableFileError) as refused:
        log(tmp_path, "\n".join([*lines, "2026-03-03\tRun\tmaybe"]))
    assert (refused.value.fault, refused.value.line) == (FileFault.ODD_LINE, 31)


@pytest.mark.parametrize("text", ["2026-03-02 a fine day\n", "2026-03-02 : Run\n", "y\n", "# nothing but a remark\n"])
def test_other_texts_are_no_logs(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotRecognisedError):
        recognise(written(tmp_path / "log", text))
