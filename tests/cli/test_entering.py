"""`scorecard tally` and `promise`, and what goes out and comes back: things entered without a window."""

import os
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import Entry, Skipped
from scorecard.domain.measures import Kind
from scorecard.paths import find_paths
from scorecard.services.services import Services
from tests.cli.conftest import TODAY, Type, Typed, entries_of
from tests.fake_clock import FixedClock


def value(path: Path, clock: FixedClock, name: str, day: date = TODAY) -> str:
    entry = entries_of(path, clock, day).get(name)
    return "" if entry is None else str(getattr(entry.mark, "value", ""))


def test_a_name_is_completed_and_counted(scorecard: Type, store: Path, clock: FixedClock) -> None:
    assert scorecard("tally", "thank-") == Typed(0, ["Thank-yous heard: 1 (at least 3), 2026-11-20"], [])
    assert scorecard("tally", "THANK-", "+2").out == ["Thank-yous heard: 3 (at least 3), 2026-11-20"]
    assert scorecard("tally", "heard", "-1").out == ["Thank-yous heard: 2 (at least 3), 2026-11-20"]
    assert value(store, clock, "Thank-yous heard") == "2"


@pytest.mark.parametrize(
    ("name", "amount", "found"),
    [
        ("deep", "=1:30", "90"),
        ("deep", "+0:20", "20"),
        ("made", "+1", "1"),
        ("made", "=no", "0"),
        ("listened", "=4", "4"),
        ("deep", "=45min", "45"),
        ("made", "yes", "1"),
        ("thanks", "+", "1"),
        ("thanks", "7", "7"),
        ("wait", "+1", "1"),
    ],
)
def test_values_are_entered_as_their_kind_is(
    name: str, amount: str, found: str, scorecard: Type, store: Path, clock: FixedClock
) -> None:
    assert scorecard("tally", name, amount).status == 0
    assert found in [str(getattr(entry.mark, "value", "")) for entry in entries_of(store, clock).values()]


def test_another_day_is_scored_from_memory(scorecard: Type, store: Path, clock: FixedClock) -> None:
    assert scorecard("tally", "thanks", "--day", "2026-11-02").status == 0
    assert entries_of(store, clock, date(2026, 11, 2))["Thanks given"].from_memory


def test_what_two_programs_count_adds_up(scorecard: Type, store: Path, clock: FixedClock) -> None:
    with closing(Services(store, clock)) as window:
        measure = next(m for m in window.scoring.card().measures if m.name == "Thanks given")
        window.scoring.page(TODAY)
        scorecard("tally", "thanks")
        scorecard("tally", "thanks", "+2")

        assert window.scoring.add(measure.id, TODAY, Decimal(1)) == 4
        window.undoing.undo()
        window.undoing.undo()

    assert value(store, clock, "Thanks given") == "1"


def test_a_name_of_several_lists_them_and_changes_nothing(scorecard: Type, store: Path, clock: FixedClock) -> None:
    outcome = scorecard("tally", "thank")

    assert outcome == Typed(3, [], ["“thank” may be: Thank-yous heard; Thanks given. Type more of it."])
    assert entries_of(store, clock) == {}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("tally", "nothing of the kind"), 4),
        (("tally", "listened", "=9"), 1),
        (("tally", "thanks", "-1"), 1),
        (("tally", "thanks", "many"), 1),
        (("tally", "thanks", "--day", "2026-11-21"), 1),
        (("tally", "thanks", "--day", "someday"), 2),
        (("tally",), 2),
        (("promise", "  "), 2),
        (("restore", "7"), 4),
        (("complete", "zz"), 4),
    ],
)
def test_what_can_t_be_done_changes_nothing_and_has_a_status(
    arguments: tuple[str, ...], status: int, scorecard: Type, store: Path, clock: FixedClock
) -> None:
    outcome = scorecard(*arguments)

    assert outcome.status == status
    assert outcome.out == []
    assert status == 2 or len(outcome.err) == (0 if arguments[0] == "complete" else 1)
    assert entries_of(store, clock) == {}


@pytest.mark.parametrize("command", [("tally", "x"), ("promise", "x"), ("today",), ("week",), ("complete",)])
def test_without_a_store_nothing_is_made(command: tuple[str, ...], scorecard: Type, home: Path) -> None:
    outcome = scorecard(*command)

    assert outcome == Typed(5, [], [f"There is no store yet: {home / 'data' / 'scorecard.db'}"])
    assert not (home / "data").exists()


def test_a_promise_is_read_as_in_the_window(scorecard: Type, store: Path, clock: FixedClock) -> None:
    outcome = scorecard("promise", "-", keyboard="Send the estimates to Cassandra by 2026-11-27 !commitment\n")

    assert outcome.out == [
        "Promised: Send the estimates",
        "  level: commitment",
        "  due: 2026-11-27",
        "  to: Cassandra",
    ]
    with closing(Services(store, clock)) as services:
        (item,) = services.promises.book().reckoned(TODAY)
    assert (item.promise.words, item.person) == ("Send the estimates", "Cassandra")


def test_a_window_is_told_by_a_number_and_only_of_changes(scorecard: Type, store: Path) -> None:
    sign = find_paths(os.environ).changed

    scorecard("today")
    assert not sign.exists()
    scorecard("tally", "thanks")
    assert sign.read_text().isdecimal()


@pytest.mark.skipif(os.name != "posix", reason="a lock file is another thing there")
def test_nothing_is_restored_under_an_open_window(scorecard: Type, store: Path) -> None:
    scorecard("tally", "thanks")
    scorecard("backup")
    store.with_name("scorecard.lock").write_text(f"{os.getpid()}\nscorecard\n{os.uname().nodename}\n")

    outcome = scorecard("restore", "1", "--yes")

    assert (outcome.status, len(outcome.err)) == (1, 1)


def test_our_own_export_goes_out_and_comes_back(scorecard: Type, store: Path, tmp_path: Path) -> None:
    scorecard("tally", "thanks", "=2")
    file = tmp_path / "export.json"

    assert scorecard("export", "--format", "json", "--to", file).status == 0
    assert scorecard("export", "--format", "json", "--to", file).status == 1, "it is there already"
    assert scorecard("export", "--format", "json", "--to", file, "--replace").status == 0
    assert scorecard("export", "--format", "csv", "--to", tmp_path / "no" / "x.csv").status == 1
    back = ("--data", tmp_path / "back")
    assert scorecard("import", file, "--yes", *back).out[-1] == "Imported. One undo takes it back."
    assert scorecard("import", file, "--yes", *back).out[-1].startswith("Everything in it is here already.")
    assert "  Thanks given: 2 (at least 1)" in scorecard("today", *back).out


def test_the_exact_table_comes_back_with_its_kinds(
    scorecard: Type, store: Path, tmp_path: Path, clock: FixedClock
) -> None:
    for name, amount in (("thanks", "=2"), ("deep", "=1:30"), ("made", "=yes")):
        scorecard("tally", name, amount)
    file, back = tmp_path / "exact.csv", tmp_path / "back"

    scorecard("export", "--format", "csv-exact", "--to", file)

    assert scorecard("import", file, "--yes", "--data", back).status == 0
    found = entries_of(back / "scorecard.db", clock)
    assert found == {
        name: Entry(found[name].measure_id, TODAY, entry.mark) for name, entry in entries_of(store, clock).items()
    }
    with closing(Services(back / "scorecard.db", clock)) as services:
        kinds = {measure.name: measure.terms[0].kind for measure in services.scoring.card().measures}
    assert (kinds["Deep work"], kinds["Made someone happier"]) == (Kind.DURATION, Kind.YES_NO)


def test_a_minute_less_is_typed_as_people_type_it(scorecard: Type, store: Path) -> None:
    scorecard("tally", "deep", "=1:30")

    assert scorecard("tally", "deep", "-0:20").out == ["Deep work: 1:10 (at least 1:30), 2026-11-20"]
    assert scorecard("tally", "deep", "−10").out == ["Deep work: 1:00 (at least 1:30), 2026-11-20"]


def test_options_may_stand_between_name_and_amount(scorecard: Type, store: Path) -> None:
    for words in ("deep --day monday =1:30", "--day=mon deep =1:30", "deep =1:30 --day mon"):
        assert scorecard("tally", *words.split()).out == ["Deep work: 1:30 (at least 1:30), 2026-11-16"]


def test_a_measure_is_skipped_and_cleared(scorecard: Type, store: Path, clock: FixedClock) -> None:
    assert scorecard("tally", "deep", "skip").out == ["Deep work: skipped (at least 1:30), 2026-11-20"]
    assert isinstance(entries_of(store, clock)["Deep work"].mark, Skipped)
    assert scorecard("tally", "deep", "clear").out == ["Deep work: – (at least 1:30), 2026-11-20"]
    assert "Deep work" not in entries_of(store, clock)


def test_a_note_is_added_and_is_undone_with_its_value(scorecard: Type, store: Path, clock: FixedClock) -> None:
    scorecard("tally", "thanks", "--note", "Ana wrote")
    scorecard("tally", "thanks", "--note", "-", keyboard="Ben called\nand called again\n")

    assert entries_of(store, clock)["Thanks given"].note == "Ana wrote\nBen called\nand called again"
    with closing(Services(store, clock)) as window:
        window.undoing.undo()
    found = entries_of(store, clock)["Thanks given"]
    assert (found.note, str(getattr(found.mark, "value", ""))) == ("Ana wrote", "1")


def test_a_promise_may_be_read_without_being_written_down(scorecard: Type, store: Path, clock: FixedClock) -> None:
    outcome = scorecard("promise", "Call Ana by 2026-11-27", "--dry-run")

    assert (outcome.status, outcome.out[0]) == (0, "Not written down: Call Ana")
    assert outcome.out[2] == "  due: 2026-11-27"
    with closing(Services(store, clock)) as services:
        assert services.promises.book().reckoned(TODAY) == ()


def test_a_promise_is_read_in_the_language_of_the_system(scorecard: Type, store: Path) -> None:
    german = {"LC_ALL": "de_DE.UTF-8"}

    assert scorecard("promise", "Ana anrufen bis Montag", "--dry-run", **german).out[2] == "  due: 2026-11-23"
    assert scorecard("promise", "Call Ana by Monday", "--dry-run", **german).out[2] == "  due: 2026-11-23"
    assert scorecard("promise", "Ana anrufen bis Montag", "--dry-run", LC_ALL="C").out[2] == "  due: no date"
