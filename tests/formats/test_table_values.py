"""What the cells of a column have in common is its kind; what fits nowhere stays word for word."""

from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, AdviceKind, Bundle, LossKind
from tests.formats.reading import entries_of, loss_of, marks_of, read, terms_named


def column(tmp_path: Path, *cells: str, separator: str = ";") -> Bundle:
    """A table of one column, "It"."""
    rows = [f'2026-03-{day:02}{separator}"{cell}"' for day, cell in enumerate(cells, start=1)]
    path = tmp_path / "table"
    path.write_text("\n".join([f"Date{separator}It", *rows]), encoding="utf-8")
    return read(path)


def scored(*values: str) -> list[Mark]:
    return [Scored(Decimal(value)) for value in values]


@pytest.mark.parametrize(
    ("cells", "marks"),
    [
        (("yes", "no", "Y", "N"), scored("1", "0", "1", "0")),
        (("ja", "Nein", "JA"), scored("1", "0", "1")),
        (("oui", "non"), scored("1", "0")),
        (("TRUE", "false"), scored("1", "0")),
        (("x", "✓", "✗"), scored("1", "1", "0")),
        (("yes", "1", "0"), scored("1", "1", "0")),
        (("yes", "no", "-", "skip"), [*scored("1", "0"), SKIPPED, SKIPPED]),
    ],
)
def test_words_for_yes_and_no_are_yes_and_no(tmp_path: Path, cells: tuple[str, ...], marks: list[Mark]) -> None:
    cells = ("yes", *cells)
    bundle = column(tmp_path, *cells)

    assert terms_named(bundle, "It") == Terms(UNDATED, Kind.YES_NO)
    assert marks_of(bundle, "It") == [*scored("1"), *marks]


def test_a_dash_is_no_where_only_yes_has_a_word(tmp_path: Path) -> None:
    bundle = column(tmp_path, "x", "-", "x", "–")

    assert marks_of(bundle, "It") == scored("1", "0", "1", "0")
    assert AdviceKind.DASH_IS_NO in {advice.kind for advice in bundle.advice}


@pytest.mark.parametrize(
    ("cells", "kind", "marks"),
    [
        (("3", "0", "12"), Kind.COUNT, scored("3", "0", "12")),
        (("1 200", "1’200", "+3"), Kind.COUNT, scored("1200", "1200", "3")),
        (("3", "2.5"), Kind.NUMBER, scored("3", "2.5")),
        (("3", "-2"), Kind.NUMBER, scored("3", "-2")),
        (("−2", ".5"), Kind.NUMBER, scored("-2", "0.5")),
        (("1:30", "0:05", "10:00:30"), Kind.DURATION, scored("90", "5", "600.5")),
        (("1h30", "2 h", "45 min"), Kind.DURATION, scored("90", "120", "45")),
        (("3", "-", "n/a"), Kind.COUNT, [*scored("3"), SKIPPED, SKIPPED]),
        (("1:30", "0"), Kind.DURATION, scored("90", "0")),
    ],
)
def test_everything_but_yes_and_no_is_only_counted(
    tmp_path: Path, cells: tuple[str, ...], kind: Kind, marks: list[Mark]
) -> None:
    bundle = column(tmp_path, *cells)

    assert terms_named(bundle, "It") == Terms(UNDATED, kind, Direction.TALLY)
    assert marks_of(bundle, "It") == marks
    assert bundle.losses == ()
    assert [advice.count for advice in bundle.advice if advice.kind is AdviceKind.TALLY_ONLY] == [1]


@pytest.mark.parametrize(
    ("separator", "cells", "values"),
    [
        (";", ("2,5", "1.234,5"), ("2.5", "1234.5")),
        (";", ("2,5", "1.234"), ("2.5", "1234")),
        (";", ("1,234",), ("1.234",)),
        (";", ("1.234",), ("1.234",)),
        (",", ("2,5", "3"), ("2.5", "3")),
        (",", ("1,234",), ("1234",)),
        (",", ("1,234.5", "2.5"), ("1234.5", "2.5")),
        (",", ("0,125",), ("0.125",)),
        ("\t", ("1,234,567",), ("1234567",)),
        ("\t", ("2.5", "2.5", "2,5"), ("2.5", "2.5", "2.5")),
    ],
)
def test_the_table_tells_which_mark_parts_the_decimals(
    tmp_path: Path, separator: str, cells: tuple[str, ...], values: tuple[str, ...]
) -> None:
    assert marks_of(column(tmp_path, *cells, separator=separator), "It") == scored(*values)


@pytest.mark.parametrize(
    ("cells", "odd"),
    [
        (("3", "many", "4"), "many"),
        (("3", "1:30", "4"), "1:30"),
        (("3", "99999999999", "4"), "99999999999"),
        (("3", "1e3", "4"), "1e3"),
        (("3", "5 km", "4"), "5 km"),
        (("yes", "maybe", "no"), "maybe"),
        (("yes", "2", "no"), "2"),
        (("1:30", "90", "2:00"), "90"),
        (("1:30", "25:00", "2:00"), "25:00"),
    ],
)
def test_a_value_that_fits_nowhere_stays_in_the_note(tmp_path: Path, cells: tuple[str, ...], odd: str) -> None:
    bundle = column(tmp_path, *cells)

    assert [(entry.mark, entry.note) for entry in entries_of(bundle, "It")][1] == (UNKNOWN, odd)
    loss = loss_of(bundle, LossKind.IN_NOTE)
    assert (loss.subject, loss.count, loss.lines) == ("It", 1, (3,))


def test_a_column_of_words_is_kept_as_notes(tmp_path: Path) -> None:
    bundle = column(tmp_path, "went well", "=1+1")

    assert not terms_named(bundle, "It").scores
    assert [entry.note for entry in bundle.entries] == ["went well", "=1+1"]
    assert loss_of(bundle, LossKind.IN_NOTE).count == 2


def test_more_than_three_places_are_rounded_and_kept_in_the_note(tmp_path: Path) -> None:
    bundle = column(tmp_path, "2.71828", "1")

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (Scored(Decimal("2.718")), "2.71828"),
        (Scored(Decimal(1)), ""),
    ]
    assert loss_of(bundle, LossKind.ROUNDED).lines == (2,)


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_a_blank_is_unknown_and_never_zero(tmp_path: Path, blank: str) -> None:
    bundle = column(tmp_path, "3", blank, "4")

    assert [entry.day.day for entry in bundle.entries] == [1, 3]


def test_a_column_without_values_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "table"
    path.write_text("Date,Calls,Later\n2026-03-02,3,\n")
    bundle = read(path)

    assert [measure.name for measure in bundle.measures] == ["Calls"]
    assert loss_of(bundle, LossKind.EMPTY_COLUMN).subject == "Later"


def test_two_columns_of_one_name_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "table"
    path.write_text("Date,Calls,calls,Calls\n2026-03-02,3,4,5\n")

    bundle = read(path)

    assert [measure.origin for measure in bundle.measures] == ["table:calls", "table:calls#2", "table:calls#2#2"]
