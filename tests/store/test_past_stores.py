"""A store that an earlier version wrote is opened by this one with all that is in it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn, Verb
from scorecard.domain.due import Due
from scorecard.domain.marks import SKIPPED, Mark, Scored
from scorecard.domain.promises import Level, Outcome
from scorecard.services.lanes import Shown, lanes_page
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store.known import KnownStores
from scorecard.store.migrating import migrate
from scorecard.store.opening import Condition, check_whole, examine
from tests.fake_clock import FixedClock
from tests.store.deeds import DAY
from tests.store.raw import INDEX, assert_sound, content, identity

PAST = Path(__file__).parent / "past"
THANKS, DEEP_WORK, HAPPIER, LISTENED = NAMES = ("Thank-yous heard", "Deep work", "Made someone happier", "Listened")

# Day, thank-yous heard, minutes of deep work, made someone happier (None: skipped), listened.
DAYS = (
    ("2026-11-02", 0, 60, None, 1),
    ("2026-11-03", 1, 61, 1, 2),
    ("2026-11-04", 2, 62, 0, 3),
    ("2026-11-05", 3, 63, None, 4),
    ("2026-11-06", 4, 64, 0, 5),
    ("2026-11-09", 2, 67, 1, 3),
    ("2026-11-10", 3, 68, 0, 4),
    ("2026-11-11", 4, 69, None, 5),
    ("2026-11-12", 0, 70, 0, 1),
    ("2026-11-13", 1, 71, 1, 2),
)  # fmt: skip


@pytest.fixture
def past(home: Path) -> Iterator[Path]:
    """A copy of a store as the program wrote it before there were promises: ten working days, four measures."""
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", path)
    yield path
    assert_sound(path)


@pytest.fixture
def later_past(home: Path) -> Iterator[Path]:
    """A copy of a store of before there were goals and pages of people: a week of everything there was then."""
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-4.db", path)
    yield path
    assert_sound(path)


@pytest.fixture
def opened(past: Path, clock: FixedClock) -> Iterator[Services]:
    migrate(past)
    with closing(Services(past, clock)) as services:
        yield services


def ids(services: Services) -> dict[str, str]:
    return {measure.name: measure.id for measure in services.scoring.card().measures}


def days() -> list[date]:
    return [date.fromisoformat(day) for day, *_ in DAYS]


def test_it_is_behind_before_and_current_afterwards(past: Path, known: KnownStores) -> None:
    found = examine(past, known)
    assert (found.condition, found.schema) == (Condition.BEHIND, 1)

    migrate(past)

    assert examine(past, known).condition is Condition.CURRENT
    assert identity(past)[1] == examine(past, known).schema
    check_whole(past)


def test_no_row_is_lost_and_none_is_changed(past: Path) -> None:
    before = content(past, record=True)

    migrate(past)

    after = content(past, record=True)
    assert {name: after[name] for name in before if name != "alembic_version"} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    fresh = {name for name in after if name not in before} - {"search_entry", *INDEX}
    assert {"person", "promise", "promise_step", "reflection"} <= fresh
    assert {name: len(after[name]) for name in fresh if after[name]} == {}


def test_no_row_of_a_later_one_is_lost_either(later_past: Path, clock: FixedClock) -> None:
    before = content(later_past, record=True)

    migrate(later_past)

    after = content(later_past, record=True)
    kept = set(before) - {"alembic_version", "search_entry", *INDEX}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert {name for name in after if name not in before} >= {"goal", "profile", "touch", "owed"}
    with closing(Services(later_past, clock)) as services:
        assert services.searching.is_whole()
        assert [away.reason for away in services.aways.ranges()] == ["Malta with Ü and 日本"]


def test_every_entry_and_note_is_there(opened: Services) -> None:
    known = ids(opened)
    snapshot = opened.scoring.snapshot(date(2026, 11, 1), date(2026, 11, 30))

    def mark(value: int | None) -> Mark:
        return SKIPPED if value is None else Scored(Decimal(value))

    expected = {
        (date.fromisoformat(day), known[name]): mark(value)
        for day, *values in DAYS
        for name, value in zip(NAMES, values, strict=True)
    }
    assert {key: entry.mark for key, entry in snapshot.entries.items()} == expected
    for entry in snapshot.entries.values():
        noted = entry.measure_id == known[THANKS]
        assert entry.note == (f"Note of day {entry.day.day - 2}, with ü and 日本" if noted else "")
        assert not entry.from_memory


def test_every_note_is_found(opened: Services) -> None:
    assert opened.searching.is_whole()
    assert {hit.day for hit in opened.searching.find('"with u and 日本"').hits} == set(days())


def test_every_finished_day_is_finished(opened: Services) -> None:
    snapshot = opened.scoring.snapshot(date(2026, 11, 1), date(2026, 11, 30))

    assert snapshot.finished == {day: datetime(2026, 11, day.day, 17, tzinfo=UTC) for day in days()}


def test_the_card_and_its_terms_are_as_they_were(opened: Services) -> None:
    card = opened.scoring.card()

    assert [group.name for group in card.groups] == ["Customers", "Craft"]
    assert {measure.name: measure.why for measure in card.measures} == {
        THANKS: "Someone's day got easier", DEEP_WORK: "", HAPPIER: "", LISTENED: "",
    }  # fmt: skip
    first, changed = date(2026, 11, 2), date(2026, 11, 12)
    assert {
        measure.name: [(terms.first_day, terms.kind, terms.target, terms.weight) for terms in measure.terms]
        for measure in card.measures
    } == {
        THANKS: [(first, "count", 3, 3)],
        DEEP_WORK: [(first, "duration", 90, 1), (changed, "duration", 120, 1)],
        HAPPIER: [(first, "yes_no", None, 1)],
        LISTENED: [(first, "rating", 5, 1)],
    }


def test_the_seals_of_its_days_hold(opened: Services) -> None:
    assert all(opened.scoring.seal_holds(day) for day in days())


def test_the_history_of_a_value_is_there(opened: Services) -> None:
    past = opened.scoring.past(ids(opened)[THANKS], date(2026, 11, 13))

    marks = [(known.turn, known.entry and known.entry.mark) for known in past]
    assert (Turn.DO, Scored(Decimal(9))) in marks
    assert marks[-1] == (Turn.UNDO, Scored(Decimal(1)))


def test_what_was_undone_can_be_redone_and_everything_undone_down_to_an_empty_store(opened: Services) -> None:
    assert opened.undoing.redo().activity.verb == Verb.SCORE
    key = (date(2026, 11, 13), ids(opened)[THANKS])
    assert opened.scoring.snapshot(key[0], key[0]).entries[key].mark == Scored(Decimal(9))

    while opened.undoing.next_undo():
        opened.undoing.undo()

    assert opened.scoring.card().measures == ()
    assert opened.scoring.snapshot(date.min, date.max).entries == {}
    assert all(opened.scoring.seal_holds(day) for day in days())


def test_promises_can_be_made_kept_and_undone_in_it(opened: Services) -> None:
    made = opened.promises.make(PromiseDraft("Send the estimates", Level.COMMITMENT, Due.on(DAY), "Cassandra"))
    opened.promises.settle(made, Outcome.KEPT)

    page = lanes_page(opened.promises.book(), DAY, Shown.ALL)
    assert (page.kept, page.came, page.total) == (1, 1, 1)
    assert [item.promise.id for item in opened.scoring.page(DAY).promised] == [made]
    for _ in range(2):
        opened.undoing.undo()
    assert opened.promises.book().promises == {}
    assert opened.undoing.next_undo() is not None
