"""`scorecard tally`, `promise`, `today`, `week`, `where`, `complete`: things entered and shown without a window."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.cli.main import run
from scorecard.domain.marks import Entry
from scorecard.domain.measures import Direction, Kind, Place, Terms
from scorecard.paths import find_paths
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store

TODAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Outcome:
    status: object
    out: list[str]
    err: list[str]


Command = Callable[..., Outcome]


@pytest.fixture
def scorecard(clock: FixedClock) -> Command:
    def typed(*arguments: str | Path, keyboard: str | None = None) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        typing = None if keyboard is None else io.StringIO(keyboard)
        status = run([str(argument) for argument in arguments], os.environ, out, err, typing, clock)
        return Outcome(status, out.getvalue().splitlines(), err.getvalue().splitlines())

    return typed


@pytest.fixture
def store(home: Path, clock: FixedClock) -> Path:
    path = home / "data" / "scorecard.db"
    fresh_store(path, clock.now())
    with closing(Services(path, clock)) as services:
        for name, kind, target, more in (
            ("Thank-yous heard", Kind.COUNT, 3, {}),
            ("Thanks given", Kind.COUNT, 1, {}),
            ("Deep work", Kind.DURATION, 90, {}),
            ("Made someone happier", Kind.YES_NO, None, {}),
            ("Listened", Kind.RATING, 5, {"scale": 5}),
            ("Waiting", Kind.COUNT, None, {"direction": Direction.TALLY, "place": Place.BENCH}),
        ):
            terms = Terms(FIRST, kind, target=Decimal(target) if target else None, **more)
            services.cards.add(Draft(name, terms))
    return path


def entries(path: Path, clock: FixedClock, day: date = TODAY) -> dict[str, Entry]:
    with closing(Services(path, clock)) as services:
        names = {measure.id: measure.name for measure in services.scoring.card().measures}
        return {names[entry.measure_id]: entry for entry in services.scoring.snapshot(day, day).entries.values()}


def value(path: Path, clock: FixedClock, name: str, day: date = TODAY) -> str:
    entry = entries(path, clock, day).get(name)
    return "" if entry is None else str(getattr(entry.mark, "value", ""))


def test_a_name_is_completed_and_counted(scorecard: Command, store: Path, clock: FixedClock) -> None:
    assert scorecard("tally", "thank-") == Outcome(0, ["Thank-yous heard: 1 (at least 3), 2026-11-20"], [])
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
        ("thanks", "7", "7"),
        ("wait", "+1", "1"),
    ],
)
def test_values_are_entered_as_their_kind_is(
    name: str, amount: str, found: str, scorecard: Command, store: Path, clock: FixedClock
) -> None:
    assert scorecard("tally", name, amount).status == 0
    assert found in [str(getattr(entry.mark, "value", "")) for entry in entries(store, clock).values()]


def test_another_day_is_scored_from_memory(scorecard: Command, store: Path, clock: FixedClock) -> None:
    assert scorecard("tally", "thanks", "--day", "2026-11-02").status == 0
    assert entries(store, clock, date(2026, 11, 2))["Thanks given"].from_memory


def test_what_two_programs_count_adds_up(scorecard: Command, store: Path, clock: FixedClock) -> None:
    with closing(Services(store, clock)) as window:
        measure = next(m for m in window.scoring.card().measures if m.name == "Thanks given")
        window.scoring.page(TODAY)
        scorecard("tally", "thanks")
        scorecard("tally", "thanks", "+2")

        assert window.scoring.add(measure.id, TODAY, Decimal(1)) == 4
        window.undoing.undo()
        window.undoing.undo()

    assert value(store, clock, "Thanks given") == "1"


def test_a_name_of_several_lists_them_and_changes_nothing(scorecard: Command, store: Path, clock: FixedClock) -> None:
    outcome = scorecard("tally", "thank")

    assert outcome == Outcome(3, [], ["“thank” may be: Thank-yous heard; Thanks given. Type more of it."])
    assert entries(store, clock) == {}


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
    arguments: tuple[str, ...], status: int, scorecard: Command, store: Path, clock: FixedClock
) -> None:
    outcome = scorecard(*arguments)

    assert outcome.status == status
    assert outcome.out == []
    assert status == 2 or len(outcome.err) == (0 if arguments[0] == "complete" else 1)
    assert entries(store, clock) == {}


@pytest.mark.parametrize("command", [("tally", "x"), ("promise", "x"), ("today",), ("week",), ("complete",)])
def test_without_a_store_nothing_is_made(command: tuple[str, ...], scorecard: Command, home: Path) -> None:
    outcome = scorecard(*command)

    assert outcome == Outcome(1, [], [f"There is no store yet: {home / 'data' / 'scorecard.db'}"])
    assert not (home / "data").exists()


def test_a_promise_is_read_as_in_the_window(scorecard: Command, store: Path, clock: FixedClock) -> None:
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


def test_a_window_is_told_by_a_number_and_only_of_changes(scorecard: Command, store: Path) -> None:
    sign = find_paths(os.environ).changed

    scorecard("today")
    assert not sign.exists()
    scorecard("tally", "thanks")
    assert sign.read_text().isdecimal()


def test_today_is_shown_and_printed_as_json(scorecard: Command, store: Path) -> None:
    scorecard("tally", "thanks", "=2")
    scorecard("promise", "Call Ana 2026-11-20")

    lines = scorecard("today").out
    found = json.loads("\n".join(scorecard("today", "--json").out))

    assert "  Thanks given: 2 (at least 1)" in lines
    assert "  Deep work: – (at least 1:30)" in lines
    assert (found["day"], found["known"], found["due"]) == ("2026-11-20", 1, 5)
    assert {row["name"]: row["value"] for row in found["measures"]}["Thanks given"] == 2
    assert len(found["promised"]) == 1


def test_the_week_is_shown_up_to_today(scorecard: Command, store: Path) -> None:
    scorecard("tally", "thanks", "=2")

    assert [line[:10] for line in scorecard("week").out[:-1]] == [f"2026-11-{day}" for day in (16, 17, 18, 19, 20)]
    assert len(json.loads("\n".join(scorecard("week", "--json").out))["days"]) == 5


def test_where_things_lie_needs_no_store(scorecard: Command, home: Path) -> None:
    outcome = scorecard("where")

    assert outcome.status == 0
    assert outcome.out[0] == f"store: {home / 'data' / 'scorecard.db'}  (not there yet)"


def test_names_are_completed_for_a_shell(scorecard: Command, store: Path) -> None:
    assert scorecard("complete", "thank").out == ["Thank-yous heard", "Thanks given"]


def test_a_backup_is_listed_and_restored(scorecard: Command, store: Path, clock: FixedClock) -> None:
    scorecard("tally", "thanks", "=2")
    scorecard("backup")
    scorecard("tally", "thanks", "=9")

    assert len(scorecard("restore").out) == 1
    assert scorecard("restore", "1").status == 2, "nobody is there to ask"
    assert value(store, clock, "Thanks given") == "9"
    assert scorecard("restore", "1", "--yes").out[-1] == "Restored. What was there before is in the list of backups."
    assert value(store, clock, "Thanks given") == "2"
    assert len(scorecard("restore").out) == 2


@pytest.mark.skipif(os.name != "posix", reason="a lock file is another thing there")
def test_nothing_is_restored_under_an_open_window(scorecard: Command, store: Path) -> None:
    scorecard("tally", "thanks")
    scorecard("backup")
    store.with_name("scorecard.lock").write_text(f"{os.getpid()}\nscorecard\n{os.uname().nodename}\n")

    outcome = scorecard("restore", "1", "--yes")

    assert (outcome.status, len(outcome.err)) == (1, 1)


def test_our_own_export_goes_out_and_comes_back(scorecard: Command, store: Path, tmp_path: Path) -> None:
    scorecard("tally", "thanks", "=2")
    file = tmp_path / "export.json"

    assert scorecard("export", "--format", "json", "--to", file).status == 0
    assert scorecard("export", "--format", "json", "--to", file).status == 1, "it is there already"
    assert scorecard("export", "--format", "json", "--to", file, "--replace").status == 0
    assert scorecard("export", "--format", "csv", "--to", tmp_path / "no" / "x.csv").status == 1
    back = ("--data", tmp_path / "back")
    assert scorecard("import", file, "--yes", *back).out[-1] == "Imported. One undo takes it back."
    assert scorecard("import", file, "--yes", *back).out[-1].startswith("Everything in this export is here already.")
    assert "  Thanks given: 2 (at least 1)" in scorecard("today", *back).out


def test_the_exact_table_comes_back_with_its_kinds(
    scorecard: Command, store: Path, tmp_path: Path, clock: FixedClock
) -> None:
    for name, amount in (("thanks", "=2"), ("deep", "=1:30"), ("made", "=yes")):
        scorecard("tally", name, amount)
    file, back = tmp_path / "exact.csv", tmp_path / "back"

    scorecard("export", "--format", "csv-exact", "--to", file)

    assert scorecard("import", file, "--yes", "--data", back).status == 0
    found = entries(back / "scorecard.db", clock)
    assert found == {
        name: Entry(found[name].measure_id, TODAY, entry.mark) for name, entry in entries(store, clock).items()
    }
    with closing(Services(back / "scorecard.db", clock)) as services:
        kinds = {measure.name: measure.terms[0].kind for measure in services.scoring.card().measures}
    assert (kinds["Deep work"], kinds["Made someone happier"]) == (Kind.DURATION, Kind.YES_NO)


def test_the_command_line_imports_neither_qt_nor_charts(store: Path) -> None:
    source = (
        "import sys, os; from scorecard.__main__ import main\n"
        "sys.argv[1:] = ['tally', 'thanks']\n"
        "status = main()\n"
        "heavy = ('PySide6', 'matplotlib', 'numpy', 'dateparser', 'icalendar', 'xlsxwriter', 'alembic')\n"
        "print(status, [name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", source], env=os.environ, capture_output=True, text=True, timeout=60)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0 []", "")
