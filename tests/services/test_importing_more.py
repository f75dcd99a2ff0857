"""Groups, writing, what is only offered, and moments: what an import brings besides measures and their values."""

from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Group
from scorecard.domain.reflections import Answer
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import Bundle, ForeignMeasure, ForeignText, LossKind
from scorecard.services.importing import Importing, PreparedImport
from scorecard.services.importing_plan import plan_import
from scorecard.services.importing_wishes import Wish
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.formats.foreign_files import DAYLIO, TABLE_HABIT, TRACK_GRAPH, daylio_backup, one_of_each, written
from tests.importing_files import content_of, count_of, never, new_store, nothing_told
from tests.services.test_importing_plan import COUNTED, MONDAY, TODAY, foreign, ids

WRITTEN = ForeignText(MONDAY, "a good day")


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    return new_store(tmp_path, clock)


@pytest.fixture
def importing(store: Path, clock: FixedClock) -> Importing:
    return Importing(store, clock)


def prepared(importing: Importing, file: Path) -> PreparedImport:
    return importing.read_and_plan(file, nothing_told, never)


def in_group(name: str, group: str) -> ForeignMeasure:
    return ForeignMeasure(f"x:{name}", name, (COUNTED,), group=group)


@pytest.mark.parametrize("name", ["beaver", "daylio", "daylio-csv", "habitbull", "loop-csv", "rewire", "table-habit",
                                  "tickmate", "track-graph"])  # fmt: skip
def test_every_format_comes_in_once_and_is_taken_back_by_one_undo(
    importing: Importing, store: Path, tmp_path: Path, clock: FixedClock, name: str
) -> None:
    file = one_of_each(tmp_path)[name]
    before = content_of(store), count_of(store, "reflection")

    shown = importing.with_all(prepared(importing, file))
    importing.apply(shown, nothing_told, never)

    assert count_of(store, "entry") == len(shown.bundle.entries) > 0
    assert count_of(store, "measure") == len(shown.bundle.measures) > 0
    assert count_of(store, "reflection") == len(shown.bundle.texts)
    assert prepared(importing, file).plan.is_empty
    with closing(Services(store, clock)) as services:
        services.undoing.undo()
    assert (content_of(store), count_of(store, "reflection")) == before


def test_what_is_offered_is_left_out_until_it_is_asked_for(importing: Importing, store: Path, tmp_path: Path) -> None:
    shown = prepared(importing, daylio_backup(tmp_path / "file"))

    mood, work = shown.plan.rows
    assert (mood.left_out, work.left_out, work.offered) == (False, True, True)
    asked = importing.plan_again(shown, {work.origin: Wish(comes=True)})
    assert [row.left_out for row in asked.plan.rows] == [False, False]
    importing.apply(asked, nothing_told, never)
    assert count_of(store, "measure") == 2


def test_what_came_along_once_comes_along_again(importing: Importing, store: Path, tmp_path: Path) -> None:
    importing.apply(importing.with_all(prepared(importing, daylio_backup(tmp_path / "file"))), nothing_told, never)
    entries = DAYLIO["dayEntries"]
    assert isinstance(entries, list)
    more = {**DAYLIO, "dayEntries": [*entries, {"day": 4, "month": 2, "year": 2026, "mood": 1, "tags": [3]}]}

    importing.apply(prepared(importing, daylio_backup(tmp_path / "file", more)), nothing_told, never)

    assert count_of(store, "entry") == 3 + 2


def test_writing_stands_in_the_reflection_of_its_day(
    importing: Importing, store: Path, tmp_path: Path, clock: FixedClock
) -> None:
    importing.apply(prepared(importing, daylio_backup(tmp_path / "file")), nothing_told, never)

    with closing(Services(store, clock)) as services:
        places = services.reflecting.page(date(2026, 3, 2)).places
    assert [(place.words, place.text) for place in places if place.text] == [("Daylio", "18:50 Report\nSent & done")]


def test_writing_that_is_here_already_stays_as_it_is() -> None:
    bundle = Bundle(
        "x", texts=(WRITTEN, ForeignText(TODAY, "new"), ForeignText(date(2027, 1, 1), "to come")), program="X"
    )
    ours = Answer(MONDAY, "import:x", "X", "a good day, after all")

    texts = plan_import(bundle, Card(), {}, TODAY, ids(), answers=[ours]).texts
    assert ([answer.text for answer in texts.to_add], texts.same, texts.kept) == (["new"], 0, 1)
    again = plan_import(bundle, Card(), {}, TODAY, ids(), answers=[ours, *texts.to_add])
    assert (again.is_empty, again.texts.same) == (True, 1)
    assert [(loss.kind, loss.count, loss.subject) for loss in again.losses] == [(LossKind.FUTURE, 1, "X")]


def test_new_measures_stand_in_their_groups() -> None:
    card = Card(groups=(Group("g", "Sport", 3),))
    bundle = Bundle(
        "x", (in_group("Run", "sport"), in_group("Read", "Mind"), in_group("Muse", "mind"), foreign("Calls"))
    )

    plan = plan_import(bundle, card, {}, TODAY, ids())

    (mind,) = plan.groups_to_add
    assert (mind.name, mind.position) == ("Mind", 4)
    assert [measure.group_id for measure in plan.measures_to_add] == ["g", mind.id, mind.id, None]


def test_groups_are_made_once(importing: Importing, store: Path, tmp_path: Path) -> None:
    for _ in range(2):
        importing.apply(prepared(importing, written(tmp_path / "file", TABLE_HABIT)), nothing_told, never)

    assert [row[1] for row in content_of(store)["measure_group"]] == ["Sales"]


def test_a_moment_belongs_to_the_day_that_the_user_lives_in(
    importing: Importing, store: Path, tmp_path: Path, clock: FixedClock
) -> None:
    late = written(tmp_path / "file", TRACK_GRAPH.replace("T18:30:41.432+01:00", "T01:30:00+01:00"))

    def day_of_calls() -> date:
        (first, *_) = prepared(importing, late).bundle.entries
        assert isinstance(first.mark, Scored)
        return first.day

    assert day_of_calls() == date(2026, 3, 1)
    with closing(Services(store, clock)) as services:
        services.rules.set_day_end(time(0, 0))
    assert day_of_calls() == date(2026, 3, 2)
