"""What may be typed for a measure, and what it means."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.errors import ImpossibleValueError, ValueFault
from scorecard.domain.measures import LARGEST, Direction, Kind, Terms
from scorecard.domain.values import MINUTES_A_DAY, MINUTES_A_WEEK, check_value, read_value
from tests.domain.strategies import terms, values_of


def tally(kind: Kind, scale: int | None = None, weekly: bool = False) -> Terms:
    return Terms(date(2026, 11, 16), kind, Direction.TALLY, scale=scale, weekly=weekly)


NUMBER, COUNT, DURATION, YES_NO = (tally(kind) for kind in (Kind.NUMBER, Kind.COUNT, Kind.DURATION, Kind.YES_NO))
RATING = tally(Kind.RATING, scale=5)


def refusal(asked: Terms, text: str, point: str = ".") -> ValueFault:
    with pytest.raises(ImpossibleValueError) as refused:
        read_value(asked, text, point)
    return refused.value.fault


@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("2.5", "2.5", "2.5"), ("2,5", "2.5", "2.5"), ("1,234.5", "1234.5", None), ("1.234,5", None, "1234.5"),
        ("1,234", "1234", "1.234"), ("1.234", "1.234", "1234"), ("1,234,567", "1234567", None),
        ("1.234.567,25", None, "1234567.25"), ("0,125", "0.125", "0.125"), ("0.125", "0.125", "0.125"),
        ("12,34", "12.34", "12.34"), ("1234,5", "1234.5", "1234.5"), ("-1,234", "-1234", "-1.234"),
        ("1 234,5", "1234.5", "1234.5"), ("1\u202f234\u00a0567", "1234567", "1234567"), ("1’234.5", "1234.5", "1234.5"),
        ("1'234'567", "1234567", "1234567"), (" 7 ", "7", "7"), ("+7", "7", "7"), ("−7", "-7", "-7"),
        ("-7", "-7", "-7"),
        (".5", "0.5", "0.5"), (",5", "0.5", "0.5"), ("5.", "5", "5"), ("007", "7", "7"), ("1000000000", "1E9", "1E9"),
        ("٢٫٥", "2.5", "2.5"), ("١٬٢٣٤٫٥", "1234.5", "1234.5"), ("۱۲", "12", "12"), ("१२.५", "12.5", "12.5"),
        ("৩", "3", "3"), ("１２", "12", "12"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_the_locale_writes_it_and_as_others_do(text, with_point, with_comma):
    for point, expected in ((".", with_point), (",", with_comma)):
        if expected is None:
            assert refusal(NUMBER, text, point) is ValueFault.NOT_A_NUMBER
        else:
            assert read_value(NUMBER, text, point) == Decimal(expected)


def test_an_arabic_locale_reads_its_own_marks():
    assert read_value(NUMBER, "١٬٢٣٤٫٥", "٫") == Decimal("1234.5")
    assert read_value(NUMBER, "٢٫٥", "٫") == Decimal("2.5")


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "NaN", "nan", "inf", "-Infinity", "1e5", "1E5", "0x10", "1_000", "--1", "+-1", "1.2.3", "1,2,3",
     "1 2",
     "12 34", "1 2345", ".", ",", "-", "½", "²", "五", "1/2", "5%", "1:30", "2h", "\x00", "1\n2", "١e١"],
)  # fmt: skip
@pytest.mark.parametrize("point", [".", ","])
def test_nonsense_is_no_number(text, point):
    for asked in (NUMBER, COUNT, RATING):
        assert refusal(asked, text, point) is ValueFault.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("9" * 5000, ValueFault.TOO_LARGE), ("-" + "9" * 5000, ValueFault.TOO_LARGE),
        ("1000000001", ValueFault.TOO_LARGE),
        ("-1000000000.001", ValueFault.TOO_LARGE), ("0." + "0" * 4999 + "1", ValueFault.TOO_PRECISE),
        ("0.0001", ValueFault.TOO_PRECISE), ("2.7182818", ValueFault.TOO_PRECISE),
    ],
)  # fmt: skip
def test_numbers_out_of_bounds_are_refused(text, fault):
    assert refusal(NUMBER, text) is fault


@pytest.mark.parametrize("text", ["1." + "0" * 5000, "0" * 5000 + "1"])
def test_a_long_way_to_write_one_is_one(text):
    assert len(str(read_value(NUMBER, text))) < 40
    assert read_value(NUMBER, text) == 1


def test_minus_nothing_is_nothing():
    assert str(read_value(NUMBER, "-0")) == "0"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90), ("1:30", 90), ("1h30", 90), ("1.5h", 90), ("1,5h", 90), (" 90 min", 90), ("90m", 90),
        ("1 h 30 min", 90),
        ("1h 30m", 90), ("1H30", 90), ("2h", 120), ("0:05", 5), ("1h5", 65), ("24:00", 1440), ("24h", 1440),
        ("1440", 1440),
        ("0", 0), ("7.5", "7.5"), ("7,5", "7.5"), ("٩٠", 90), ("१:३०", 90), ("١٫٥h", 90), ("00:59", 59),
    ],
)  # fmt: skip
def test_a_duration_is_kept_in_minutes(text, minutes):
    for point in (".", ","):
        assert read_value(DURATION, text, point) == Decimal(minutes)


@pytest.mark.parametrize(
    "text",
    ["", "x", "1:75", "1:5", ":30", "1:", "1h75", "h", "h30", "min", "-5", "-1:30", "1:30:00", "1:30 min", "1h30h",
     "1e2",
     "NaN", "inf", "1:60", "1,234,5", "1.5:30", "90 minutes ago", "1h-30", "12345:00"],
)  # fmt: skip
def test_nonsense_is_no_duration(text):
    assert refusal(DURATION, text) is ValueFault.NOT_A_DURATION


@pytest.mark.parametrize("text", ["24:01", "1441", "1440.001", "25h", "9" * 5000])
def test_a_day_has_no_more_than_twenty_four_hours(text):
    assert refusal(DURATION, text) is ValueFault.TOO_LARGE


def test_a_weekly_total_may_have_the_hours_of_a_week():
    weekly = tally(Kind.DURATION, weekly=True)
    assert read_value(weekly, "30h") == 1800
    assert read_value(weekly, "168:00") == MINUTES_A_WEEK
    assert refusal(weekly, "168:01") is ValueFault.TOO_LARGE


@pytest.mark.parametrize(
    ("asked", "text", "fault"),
    [
        (COUNT, "2.5", ValueFault.NOT_WHOLE), (COUNT, "2,5", ValueFault.NOT_WHOLE), (COUNT, "-1", ValueFault.NEGATIVE),
        (RATING, "0", ValueFault.OUT_OF_SCALE), (RATING, "6", ValueFault.OUT_OF_SCALE),
        (RATING, "3.5", ValueFault.OUT_OF_SCALE), (YES_NO, "2", ValueFault.NOT_YES_OR_NO),
        (YES_NO, "", ValueFault.NOT_YES_OR_NO), (YES_NO, "-1", ValueFault.NOT_YES_OR_NO),
        (YES_NO, "yes", ValueFault.NOT_YES_OR_NO), (YES_NO, "01", ValueFault.NOT_YES_OR_NO),
    ],
)  # fmt: skip
def test_a_value_which_the_kind_cannot_mean_is_refused(asked, text, fault):
    assert refusal(asked, text) is fault


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        (COUNT, "0", 0), (COUNT, "3", 3), (COUNT, "3.0", 3), (COUNT, "1,000", 1000), (RATING, "1", 1), (RATING, "5", 5),
        (tally(Kind.RATING, scale=10), "10", 10), (YES_NO, "1", 1), (YES_NO, "0", 0), (YES_NO, " १ ", 1),
    ],
)  # fmt: skip
def test_a_value_which_the_kind_can_mean_is_taken(asked, text, value):
    assert read_value(asked, text) == value


@pytest.mark.parametrize("asked", [NUMBER, COUNT, DURATION, YES_NO, RATING])
@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_no_value(asked, value):
    with pytest.raises(ImpossibleValueError) as refused:
        check_value(asked, Decimal(value))
    assert refused.value.fault is ValueFault.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("asked", "value", "fault", "limit"),
    [
        (NUMBER, LARGEST + 1, ValueFault.TOO_LARGE, int(LARGEST)),
        (NUMBER, Decimal("1e999999"), ValueFault.TOO_LARGE, int(LARGEST)),
        (NUMBER, Decimal("1e-999999"), ValueFault.TOO_PRECISE, 3),
        (DURATION, Decimal(-1), ValueFault.NEGATIVE, None),
        (DURATION, Decimal(1441), ValueFault.TOO_LARGE, MINUTES_A_DAY),
        (RATING, Decimal(6), ValueFault.OUT_OF_SCALE, 5),
        (YES_NO, Decimal(2), ValueFault.NOT_YES_OR_NO, None),
        (YES_NO, Decimal("0.5"), ValueFault.NOT_YES_OR_NO, None),
    ],
)
def test_a_refusal_names_the_bound_that_was_crossed(asked, value, fault, limit):
    with pytest.raises(ImpossibleValueError) as refused:
        check_value(asked, value)
    assert (refused.value.fault, refused.value.limit) == (fault, limit)


@given(st.data(), terms(), st.sampled_from([".", ","]))
def test_every_value_of_a_measure_can_be_typed(data, asked, point):
    value = data.draw(values_of(asked))
    assert check_value(asked, value) is value
    plain = f"{value:f}"
    written = plain if "." not in plain or point == "." else plain.replace(".", ",")
    assert read_value(asked, written, point) == value


@given(terms(), st.text() | st.text("0123456789.,:-+ hm'eE٫٣"), st.sampled_from([".", ",", "٫"]))
def test_whatever_is_typed_is_a_possible_value_or_refused(asked, text, point):
    try:
        value = read_value(asked, text, point)
    except ImpossibleValueError:
        return
    assert check_value(asked, value) is value
    assert value.is_finite()
