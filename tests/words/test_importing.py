"""What an import says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scorecard.domain.errors import KnownError
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Kind, Measure, Place, Terms
from scorecard.domain.reflections import Answer
from scorecard.services.importing_matches import Match
from scorecard.services.importing_outcomes import (
    Advice,
    AdviceKind,
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    Loss,
    LossKind,
    NewerFormatError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip
from scorecard.services.importing_plan import ImportPlan
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_texts import TextsPlan
from scorecard.words.importing import say_advice, say_receipt, say_row, say_source, say_texts
from scorecard.words.importing_faults import say_loss, say_refusal
from scorecard.words.importing_steps import say_totals

FIRST, LAST = date(2024, 1, 2), date(2026, 11, 20)
ROW = PlanRow("loop:1", "Calls", Match.NONE, "m", "Calls", Kind.COUNT, Place.BENCH, 12, 3, 1, FIRST, LAST)


def tr(source: str, comment: str = "", n: int = -1) -> str:
    """English with its plurals, as the program's own translation makes it."""
    del comment
    one = source.replace("entry(s)", "entry" if n == 1 else "entries").replace("(s)", "" if n == 1 else "s")
    return one.replace("%n", str(n)) if n >= 0 else source


def say_day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def receipt_of(*days: date) -> str:
    entries = tuple(Entry("m", day, Scored(Decimal(1))) for day in days)
    measure = Measure("m", "Calls", (Terms(FIRST, Kind.YES_NO),))
    return say_receipt(ImportPlan("loop", (ROW,), (measure,), (), entries, ()), say_day, tr)


def test_the_receipt_counts_and_dates() -> None:
    assert receipt_of(LAST, FIRST) == "1 measure, 2 entries from 2 Jan 2024 to 20 Nov 2026"
    assert receipt_of(FIRST) == "1 measure, 1 entry on 2 Jan 2024"
    assert receipt_of() == "1 measure, no new entries"


def test_nothing_new_is_said_so() -> None:
    assert (
        say_receipt(ImportPlan("loop", (), (), (), (), ()), say_day, tr) == "Everything in this file is here already."
    )


def test_a_row_says_what_a_measure_becomes() -> None:
    assert say_row(ROW, say_day, tr) == (
        "Calls: new, on the bench; 12 new entries, 3 already here, 1 where yours differs and stays, "
        "2 Jan 2024 to 20 Nov 2026"
    )


@pytest.mark.parametrize(("place", "words"), [(Place.CARD, "on the card"), (Place.RETIRED, "retired")])
def test_a_new_measure_is_said_with_its_place(place: Place, words: str) -> None:
    row = PlanRow("o", "Calls", Match.NONE, "m", "Calls", Kind.COUNT, place, 1, 0, 0, FIRST, FIRST)

    assert say_row(row, say_day, tr) == f"Calls: new, {words}; 1 new entry, 2 Jan 2024"


def test_what_was_imported_before_is_said_with_its_name_here() -> None:
    row = PlanRow("o", "Calls", Match.ORIGIN, "m", "Phone", Kind.COUNT, Place.CARD)

    assert say_row(row, say_day, tr) == "Calls: “Phone”, imported before; 0 new entries"


def test_a_name_with_braces_is_said_as_it_is() -> None:
    row = PlanRow("o", "{0}", Match.NAME, "m", "{x}", Kind.COUNT, Place.CARD)

    assert say_row(row, say_day, tr) == "{0}: joins your “{x}”; 0 new entries"
    assert say_loss(Loss(LossKind.SCHEDULE, 1, "{n}", detail="{d}"), tr).startswith("“{n}”: only counted")


def test_a_loss_names_the_measure_and_the_first_lines() -> None:
    loss = Loss(LossKind.IN_NOTE, 7, "Calls", (2, 4, 5, 6, 9))

    assert say_loss(loss, tr) == "“Calls”: 7 unfitting values kept in the note (lines 2, 4, 5, 6, 9 and more)"
    assert say_loss(Loss(LossKind.FAR_DAY, 1, lines=(3,)), tr) == "1 record with an impossible day left out (line 3)"


@pytest.mark.parametrize("kind", LossKind)
def test_every_loss_has_a_sentence(kind: LossKind) -> None:
    assert "{" not in say_loss(Loss(kind, 2, "Calls", (1, 2), "2/30"), tr)


@pytest.mark.parametrize("kind", AdviceKind)
def test_every_advice_has_a_sentence(kind: AdviceKind) -> None:
    assert "{" not in say_advice(Advice(kind, "Calls", 2), tr)


@pytest.mark.parametrize("fault", FileFault)
@pytest.mark.parametrize("line", [None, 3])
def test_every_fault_has_a_sentence_with_its_line(fault: FileFault, line: int | None) -> None:
    said = say_refusal(UnreadableFileError(fault, line), tr)

    assert said.startswith("Line 3: ") == (line is not None)
    assert said[0].isupper()
    assert said.endswith(".")


def test_a_file_in_an_archive_is_named_by_the_end_of_its_name_on_one_line() -> None:
    name = "a/" * 30_000 + "\x1b[31m\u202ea\nb/2026-03.txt"
    said = say_refusal(UnreadableFileError(FileFault.ENCRYPTED, inside=name), tr)

    assert said.isprintable()
    assert "b/2026-03.txt”" in said
    assert len(said) < 300


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotRecognisedError(), "does not know"),
        (NotRecognisedError("HabitBull"), "HabitBull"),
        (NewerFormatError(26, 25), "version 26"),
        (FileTooLargeError(8 * 1024 * 1024), "8 MB"),
        (FileTooLargeError(200, Amount.COLUMNS), "200 columns"),
        (ImportCancelledError(), "Nothing was imported"),
        (KnownError(), "could not be read"),
    ],
)
def test_every_refusal_has_a_sentence(error: KnownError, words: str) -> None:
    assert words in say_refusal(error, tr)


def test_a_file_inside_an_archive_is_named() -> None:
    assert say_refusal(UnreadableFileError(FileFault.NOT_A_DATE, 3, inside="001/Checkmarks.csv"), tr).startswith(
        "“001/Checkmarks.csv”, line 3: "
    )
    assert say_refusal(UnreadableFileError(FileFault.ENCRYPTED, inside="{a}.csv"), tr).startswith("“{a}.csv”: it is")


@pytest.mark.parametrize("amount", Amount)
def test_every_limit_has_a_sentence(amount: Amount) -> None:
    assert "at most 7 " in say_refusal(FileTooLargeError(7 * 1024 * 1024 if "bytes" in amount else 7, amount), tr)


def test_records_are_not_called_lines() -> None:
    loss = Loss(LossKind.IN_NOTE, 1, "Calls", (2,), records=True)

    assert say_loss(loss, tr) == "“Calls”: 1 unfitting value kept in the note (record 2)"


def test_what_is_left_out_is_not_counted() -> None:
    left_out = replace(ROW, offered=True, left_out=True, new=0, same=0, kept=0)

    assert say_row(left_out, say_day, tr) == "Calls: left out unless you ask for it"
    plan = ImportPlan("x", (left_out,), (), (), (), (), texts=TextsPlan("X", (Answer(FIRST, "p", "X", "t"),)))
    assert say_receipt(plan, say_day, tr) == "what was written on 1 day, 2 Jan 2024"
    assert say_totals(plan, tr) == "0 measures: 0 new entries"


def test_writing_is_counted_in_days() -> None:
    days = (Answer(FIRST, "p", "X", "t"), Answer(LAST, "p", "X", "t"))
    measure = Measure("m", "Calls", (Terms(FIRST, Kind.YES_NO),))
    plan = ImportPlan("x", (ROW,), (measure,), (), (), (), texts=TextsPlan("Daylio", days, same=1, kept=2))

    assert say_receipt(plan, say_day, tr) == "1 measure, no new entries, and what was written on 2 days"
    assert say_texts(plan, tr) == (
        "What was written in Daylio goes into the reflections of its days: "
        "2 new days, 1 already here, 2 where yours differs and stays"
    )
    assert say_texts(replace(plan, texts=TextsPlan("")), tr) == ""


def test_a_format_without_words_is_called_by_its_own_name() -> None:
    assert say_source("loop", tr) == "Loop Habit Tracker"
    assert say_source("abacus", tr) == "abacus"
