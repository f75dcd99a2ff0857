"""A table is read the way somebody says, whichever way it was written."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind
from scorecard.formats.bundle import AdviceKind, LossKind
from scorecard.formats.day_forms import DayForm
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.mapping import Encoding, Lack, Point, Role, Separator, Several, Shape, TableMapping
from tests.formats.mapped import is_table, mapping, read_by, roles, suggestion
from tests.formats.reading import entries_of, loss_of, marks_of, terms_named

GERMAN = (
    "Mein Tagebuch;;;\r\n;;;\r\nDatum;Anrufe;Gewicht (kg);Bemerkung\r\n1.3.2026;3;80,5;gut, im Büro\r\n"
    "2.3.2026;;81,0;\r\nSumme;3;161,5;\r\n"
).encode("cp1252")
HABITICA = (
    "Task Name,Task ID,Task Type,Date,Value\nRun,a1,daily,2026-03-02 18:22:00,1.5\n"
    "Run,a1,daily,2026-03-02 21:00:00,0.5\nRead,b2,habit,2026-03-03 07:00:00,2\n"
)
BEEMINDER = '20260302,1.0,"first"\n20260303,2.0,second\n20260304,1.5,\n'


def scored(*values: str) -> list[Mark]:
    return [Scored(Decimal(value)) for value in values]


def test_a_spreadsheet_with_a_title_a_total_and_the_letters_of_windows() -> None:
    how = suggestion(GERMAN)

    bundle = read_by(GERMAN, how)

    assert (how.header, how.encoding, how.separator) == (1, Encoding.WINDOWS, Separator.SEMICOLON)
    assert how.roles == roles("dmmt")
    assert marks_of(bundle, "Anrufe") == scored("3")
    assert marks_of(bundle, "Gewicht (kg)") == scored("80.5", "81")
    assert [(text.day, text.text) for text in bundle.texts] == [(date(2026, 3, 1), "gut, im Büro")]
    assert bundle.program == "Bemerkung"
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (6,)


def test_a_log_of_tasks_is_taken_for_a_row_a_value() -> None:
    how = suggestion(HABITICA)

    bundle = read_by(HABITICA, how)

    assert (how.shape, how.roles) == (Shape.LONG, roles("naadv"))
    assert [(entry.day.day, entry.mark) for entry in entries_of(bundle, "Run")] == [(2, Scored(Decimal(2)))]
    assert entries_of(bundle, "Read")[0].note == "Task ID: b2\nTask Type: habit"


def test_a_table_without_names_calls_its_columns_as_spreadsheets_do() -> None:
    how = suggestion(BEEMINDER)

    bundle = read_by(BEEMINDER, how)

    assert (how.header, how.form) == (None, DayForm.COMPACT)
    assert [(measure.name, measure.origin) for measure in bundle.measures] == [("B", "table:#3B")]
    assert [entry.day.day for entry in bundle.entries] == [2, 3, 4]
    assert [text.text for text in bundle.texts] == ["first", "second"]


def test_semicolons_with_decimal_commas() -> None:
    text = "When;A;B\n2.3.2026;1,5;2\n3.3.2026;1.234;2\n"

    by_itself = read_by(text, suggestion(text))
    by_points = read_by(text, mapping("dmm", separator=Separator.SEMICOLON, point=Point.DOT))

    assert marks_of(by_itself, "A") == scored("1.5", "1234")
    assert marks_of(by_points, "A") == scored("1.5", "1.234")


@pytest.mark.parametrize(
    ("several", "marks", "kind", "advice"),
    [
        (Several.SUM, ("9", "4"), Kind.COUNT, AdviceKind.SUMMED),
        (Several.MEAN, ("3", "4"), Kind.NUMBER, AdviceKind.MEAN_OF_DAY),
        (Several.FIRST, ("2", "4"), Kind.COUNT, AdviceKind.FIRST_OF_DAY),
        (Several.LAST, ("4", "4"), Kind.COUNT, AdviceKind.LAST_OF_DAY),
    ],
)
def test_a_day_with_several_rows_means_what_is_said(
    several: Several, marks: tuple[str, str], kind: Kind, advice: AdviceKind
) -> None:
    text = "Date,Calls\n2026-03-02,2\n2026-03-02,3\n2026-03-02,4\n2026-03-03,4\n"

    bundle = read_by(text, mapping("dm", several=several))

    assert marks_of(bundle, "Calls") == scored(*marks)
    assert bundle.entries[0].note == "2\n3\n4"
    assert terms_named(bundle, "Calls").kind is kind
    assert [told.kind for told in bundle.advice if told.subject == "Calls"] == [advice]


def test_a_mean_need_not_be_whole() -> None:
    bundle = read_by("Date,Calls\n2026-03-02,2\n2026-03-02,3\n2026-03-02,3\n", mapping("dm", several=Several.MEAN))

    assert marks_of(bundle, "Calls") == scored("2.667")


def test_of_answers_the_last_stands_whatever_is_said_of_numbers() -> None:
    bundle = read_by("Date,Run\n2026-03-02,yes\n2026-03-02,no\n", mapping("dm", several=Several.MEAN))

    assert marks_of(bundle, "Run") == scored("0")


@pytest.mark.parametrize("shape", Shape)
def test_without_a_word_on_it_a_day_that_is_there_twice_is_refused_with_the_line(shape: Shape) -> None:
    text = "Date,Calls,Value\n2026-03-02,2,1\n2026-03-03,2,1\n2026-03-02,2,1\n"

    with pytest.raises(UnreadableFileError) as refused:
        read_by(text, mapping("dmm" if shape is Shape.WIDE else "dnv", shape=shape))
    assert (refused.value.fault, refused.value.line) == (FileFault.DUPLICATE_DAY, 4)


def test_notes_stand_beside_the_measure_before_them() -> None:
    text = "Date,Calls,Why,Run,How,Extra\n2026-03-02,3,many,yes,far,and fast\n2026-03-03,,ill,,,\n"

    bundle = read_by(text, mapping("dmcmcc"))

    assert [(entry.mark, entry.note) for entry in entries_of(bundle, "Calls")] == [
        (Scored(Decimal(3)), "many"),
        (UNKNOWN, "ill"),
    ]
    assert [entry.note for entry in entries_of(bundle, "Run")] == ["far\nand fast"]


def test_what_was_written_on_a_day_in_several_columns_is_told_apart() -> None:
    text = "Date,Good,Bad\n2026-03-02,sun,rain\n2026-03-02,tea,\n"

    bundle = read_by(text, mapping("dtt", several=Several.LAST))

    assert [text.text for text in bundle.texts] == ["Good: sun\nBad: rain\nGood: tea"]
    assert not bundle.measures


def test_columns_that_are_left_out_leave_nothing() -> None:
    bundle = read_by("Date,Calls,Secret\n2026-03-02,3,x\n", mapping("dm-"))

    assert "Secret" not in repr(bundle)


@pytest.mark.parametrize(
    ("form", "cell", "day"),
    [
        (DayForm.DAY_FIRST, "1/2/2026", date(2026, 2, 1)),
        (DayForm.MONTH_FIRST, "1/2/2026", date(2026, 1, 2)),
        (DayForm.COMPACT, "20260302", date(2026, 3, 2)),
        (DayForm.MOMENT, "2026-03-02 18:30", date(2026, 3, 2)),
        (DayForm.MOMENT, "2026-03-02T03:59:59.123+01:00", date(2026, 3, 1)),
        (DayForm.UNIX, "1772452800", date(2026, 3, 2)),
        (DayForm.UNIX, "1772452800.25", date(2026, 3, 2)),
        (DayForm.UNIX_MS, "1772452800000", date(2026, 3, 2)),
    ],
)
def test_days_are_read_in_the_form_that_is_said(form: DayForm, cell: str, day: date) -> None:
    assert read_by(f"Date,A\n{cell},1\n", mapping("dm", form=form)).entries[0].day == day


def test_a_moment_belongs_to_the_day_that_had_not_ended_where_this_computer_is(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    time = pytest.importorskip("time")
    request.addfinalizer(time.tzset)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        bundle = read_by("T,A\n1772438399,1\n1772438400,2\n", mapping("dm", form=DayForm.UNIX, several=Several.SUM))
    finally:
        monkeypatch.undo()

    # 02:59:59 and 03:00:00 of 2 March in New York, where the day ends at four.
    assert {entry.day for entry in bundle.entries} == {date(2026, 3, 1)}


@pytest.mark.parametrize("row", ["Total,3,4", ",3,4", "2026-03-04,3,4,5", "2026-02-30,1,1"])
def test_a_row_that_cannot_be_placed_is_left_out_and_told(row: str) -> None:
    bundle = read_by(f"Date,A,B\n2026-03-02,1,2\n{row}\n2026-03-03,1\n", mapping("dmm"))

    assert [entry.day.day for entry in entries_of(bundle, "A")] == [2, 3]
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (3,)


@pytest.mark.parametrize(
    ("text", "how", "fault", "line"),
    [
        ("Date,A\nx,1\ny,2\n", mapping("dm"), FileFault.NOT_A_DATE, 2),
        ("Date,A\n2026-03-02,1\n", mapping("dm", form=DayForm.UNIX), FileFault.NOT_A_MOMENT, 2),
        ("Date,A\n1/2/2026,1\n3/4/2026,1\n", mapping("dm"), FileFault.AMBIGUOUS_DATES, 2),
        ("Date,A\n", mapping("dm"), FileFault.NO_ROWS, None),
        ("Date,A\n2026-03-02,1\n", mapping("mm"), FileFault.UNMAPPED, None),
        ("Date,A\n2026-03-02,1\n", mapping("dm", header=5), FileFault.NO_ROWS, None),
    ],
)
def test_what_no_mapping_can_settle_is_refused(text: str, how: TableMapping, fault: FileFault, line: int) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_by(text, how)
    assert (refused.value.fault, refused.value.line) == (fault, line)


@pytest.mark.parametrize(
    ("letters", "shape", "lack"),
    [
        ("mm", Shape.WIDE, Lack.DAY),
        ("d-", Shape.WIDE, Lack.MEASURE),
        ("dt", Shape.WIDE, None),
        ("dv", Shape.LONG, Lack.NAME),
        ("dn", Shape.LONG, Lack.VALUE),
        ("dnc", Shape.LONG, None),
    ],
)
def test_a_mapping_knows_what_it_lacks(letters: str, shape: Shape, lack: Lack | None) -> None:
    assert mapping(letters, shape=shape).lack is lack


def test_a_role_that_one_column_has_changes_places_with_the_others() -> None:
    assert mapping("dmm").with_role(2, Role.DAY).roles == roles("mmd")
    assert mapping("dmm").with_role(2, Role.NOTE).roles == roles("dmc")


@pytest.mark.parametrize(
    "text",
    ["Dear Cassandra,\n", "Dear diary,\ntoday it rained, and I, being lazy, stayed\n", "one\ntwo\n", "", "\0,\0\n"],
)
def test_a_letter_is_no_table(text: str) -> None:
    assert not is_table(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date,Calls\n1/2/2026,1\n3/4/2026,1\n", {"roles": roles("dm"), "form": None}),
        ("a,b\n1,2\n", {"roles": roles("mm"), "lack": Lack.DAY}),
        ("Timestamp,Mood\n1772474400000,3\n1772474500000,4\n", {"form": DayForm.UNIX_MS}),
        ("When|What|Much\n2.3.2026|Run|3\n2.3.2026|Read|4\n3.3.2026|Run|1\n", {"roles": roles("dnv")}),
        ("Date,Habit,Value,Note,Place\n2026-03-02,Run,1,,\n2026-03-03,Run,1,,\n", {"roles": roles("dnvca")}),
        ("Calls,,Day\n3,,2026-03-02\n4,,2026-03-03\n", {"roles": roles("mmd")}),
    ],
)  # fmt: skip
def test_what_is_likeliest_is_suggested(text: str, expected: dict[str, Any]) -> None:
    how = suggestion(text)

    assert {name: getattr(how, name) for name in expected} == expected


def test_what_a_table_tells_by_itself_is_the_first_suggestion_and_reads_the_same() -> None:
    text = "Date,Calls,Run\n2026-03-02,3,yes\n2026-03-03,4,no\n"

    bundle = read_by(text, suggestion(text))

    assert terms_named(bundle, "Run").direction is Direction.AT_LEAST
    assert {measure.origin for measure in bundle.measures} == {"table:calls", "table:run"}
