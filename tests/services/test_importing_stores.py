"""Another store of ours comes whole: a copy of this one, a backup, an older one, the store of another computer."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.due import Due
from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import CARD_SIZE, Direction, Kind, Measure, Place, Terms
from scorecard.domain.profiles import PersonField, PersonKind
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.reflections import MOVED, TOMORROW
from scorecard.formats.errors import FileFault, NewerFormatError, UnreadableFileError
from scorecard.services.backups import Backups
from scorecard.services.importing_own import OwnImporting, OwnKind, OwnReceipt, PreparedOwn
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import measures
from scorecard.store.everything import read_everything
from scorecard.store.migrating import create_store, migrate
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.old_stores import PAST, old_store
from tests.fresh_stores import fresh_store
from tests.importing_files import never, nothing_told
from tests.sample.whole import make_whole

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)
MARCH = date(2026, 3, 2)
FIVE = Terms(date(2026, 10, 5), Kind.COUNT, Direction.AT_LEAST, Decimal(5), reason="more of them")
CALLS = Measure("m1", "Calls", (Terms(MARCH, Kind.COUNT, target=Decimal(3)), FIVE), why="they help", plan="early")
RUN = Measure("m2", "Run", (Terms(MARCH, Kind.YES_NO),), position=1)
Rows = dict[str, list[dict[str, Any]]]


def everything(path: Path, clock: FixedClock) -> Rows:
    with closing(Store(path, clock)) as store, store.reading() as connection:
        return read_everything(connection)


def fresh(folder: Path, clock: FixedClock, *own: Measure) -> Path:
    """Those made at one moment have one id."""
    fresh_store(folder / "scorecard.db", clock.now())
    with closing(Store(folder / "scorecard.db", clock)) as store, store.change(Deed(Verb.START_CARD)) as work:
        measures.add_measures(work, own)
    return folder / "scorecard.db"


def closed(path: Path) -> Path:
    """As one file, with nothing beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return path


def planned(store: Path, file: Path, clock: FixedClock, *, by_name: bool = True) -> PreparedOwn:
    importing = OwnImporting(store, clock)
    assert importing.recognises(file)
    prepared = importing.read_and_plan(closed(file), nothing_told, never)
    return prepared if by_name else importing.plan_again(prepared, by_name=False)


def taken_in(store: Path, file: Path, clock: FixedClock, *, by_name: bool = True) -> OwnReceipt:
    """And it was planned so, and once more would add nothing."""
    prepared = planned(store, file, clock, by_name=by_name)
    receipt = OwnImporting(store, clock).apply(prepared, never)
    assert receipt.counts == prepared.counts
    again = planned(store, file, clock, by_name=by_name)
    assert again.counts.is_empty, again.counts
    return receipt


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another computer's store, with rows in every table."""
    path = tmp_path_factory.mktemp("whole") / "data" / "scorecard.db"
    make_whole(path, FixedClock(), TODAY, years=0.05)
    return closed(path)


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Path:
    """It has seen a day."""
    path = fresh(tmp_path / "ours", clock, CALLS, RUN)
    with closing(Services(path, clock)) as services:
        services.scoring.score("m1", YESTERDAY, Decimal(4))
        services.scoring.note("m1", YESTERDAY, "two, both good")
        services.reflecting.write(YESTERDAY, MOVED, "A good call.")
    return path


@pytest.fixture
def copy(store: Path) -> Path:
    """As a synchronising program leaves it."""
    path = store.with_name("scorecard (conflicted copy).db")
    shutil.copy(closed(store), path)
    return path


@pytest.fixture
def empty(tmp_path: Path, clock: FixedClock) -> Path:
    return fresh(tmp_path / "empty", clock)


Other = Callable[..., Path]


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Other:
    """The store of another computer, which has its own ids."""

    def make(*own: Measure) -> Path:
        return fresh(tmp_path / "other", FixedClock(clock.now() - timedelta(days=1)), *own)

    return make


def test_a_store_with_something_in_every_table_goes_into_an_empty_one_whole(
    whole: Path, empty: Path, clock: FixedClock
) -> None:
    theirs, before = everything(whole, clock), closed(whole).read_bytes()
    beside = sorted(whole.parent.iterdir())
    assert all(theirs.values()), "the sample is to have rows in every table"

    receipt = taken_in(empty, whole, clock)

    assert everything(empty, clock) == theirs
    assert receipt.counts.new.total() == sum(map(len, theirs.values()))
    assert not receipt.counts.conflicts
    assert whole.read_bytes() == before
    assert sorted(whole.parent.iterdir()) == beside


def test_one_undo_takes_all_of_it_out(whole: Path, store: Path, clock: FixedClock) -> None:
    before = everything(store, clock)
    taken_in(store, whole, clock)
    assert everything(store, clock) != before

    with closing(Store(store, clock)) as opened:
        opened.undo()
    assert everything(store, clock) == before


def test_a_store_that_is_still_to_be_made_is_planned_for_as_an_empty_one(
    whole: Path, tmp_path: Path, clock: FixedClock
) -> None:
    counts = planned(tmp_path / "none.db", whole, clock).counts
    assert counts.new.total() == sum(map(len, everything(whole, clock).values()))


@pytest.mark.parametrize("schema", PAST)
def test_an_older_store_comes_as_its_migration_would_have_made_it(
    schema: str, tmp_path: Path, empty: Path, clock: FixedClock
) -> None:
    old = old_store(tmp_path / "old" / "scorecard.db", schema)
    before = old.read_bytes()
    taken_in(empty, old, clock)
    assert old.read_bytes() == before

    migrate(old)
    found = everything(empty, clock)
    assert found == everything(old, clock)
    assert len(found["entry"]) == 40


def test_a_backup_is_a_store_too(store: Path, empty: Path, clock: FixedClock) -> None:
    backup = Backups(store, clock).make()
    prepared = planned(empty, backup.path, clock)

    assert (prepared.file.kind, prepared.file.written_at[:10]) == (OwnKind.BACKUP, "2026-11-20")
    taken_in(empty, backup.path, clock)
    assert everything(empty, clock) == everything(store, clock)


def test_a_newer_store_is_refused_by_its_version(store: Path, copy: Path, clock: FixedClock) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(NewerFormatError) as refused:
        planned(store, copy, clock)
    assert refused.value.found == 99


@pytest.mark.parametrize("name", ["itself", "a link", "another name"])
def test_the_store_itself_is_never_opened(name: str, store: Path, clock: FixedClock) -> None:
    file = store.with_name("other.db")
    if name == "a link":
        file.symlink_to(store)
    elif name == "another name":
        file.hardlink_to(store)
    with pytest.raises(UnreadableFileError) as refused:
        OwnImporting(store, clock).recognises(store if name == "itself" else file)
    assert refused.value.fault is FileFault.OPEN_HERE


def test_a_copy_of_this_store_adds_nothing(store: Path, copy: Path, clock: FixedClock) -> None:
    prepared = planned(store, copy, clock)
    assert prepared.copied
    assert prepared.counts.is_empty
    assert not prepared.counts.conflicts
    assert prepared.counts.same.total() == sum(map(len, everything(store, clock).values()))


def test_a_copy_adds_what_was_done_in_it_alone_and_tells_what_was_done_in_both(
    store: Path, copy: Path, clock: FixedClock
) -> None:
    with closing(Services(copy, clock)) as theirs:
        theirs.scoring.score("m2", YESTERDAY, Decimal(1))
        theirs.scoring.score("m1", YESTERDAY, Decimal(9))
        theirs.reflecting.write(YESTERDAY, TOMORROW, "Call again")
        theirs.reflecting.write(YESTERDAY, MOVED, "Nothing.")
        theirs.cards.place("m2", Place.BENCH)
    prepared = planned(store, copy, clock)

    assert prepared.counts.new == {"entry": 1, "reflection": 1, "terms": 1}
    assert prepared.counts.conflicts == {"entry": 1, "reflection": 1}
    question, entry = prepared.differing
    assert (question.table, question.day) == ("reflection", YESTERDAY)
    assert (entry.words, entry.day) == ("Calls", YESTERDAY)
    assert entry.ours is not None
    assert entry.theirs is not None
    assert (entry.ours.mark, entry.theirs.mark) == (Scored(Decimal(4)), Scored(Decimal(9)))
    taken_in(store, copy, clock)
    with closing(Services(store, clock)) as ours:
        snapshot = ours.scoring.snapshot(YESTERDAY, YESTERDAY)
        assert snapshot.entries[YESTERDAY, "m1"].mark == Scored(Decimal(4))
        assert snapshot.entries[YESTERDAY, "m2"].mark == Scored(Decimal(1))
        assert not snapshot.card.measure("m2").terms[-1].on_card
        assert ours.scoring.seal_holds(YESTERDAY)


def promised(path: Path, clock: FixedClock, words: str = "Send it") -> str:
    with closing(Services(path, clock)) as services:
        return services.promises.make(PromiseDraft(words, Level.COMMITMENT, Due.on(TODAY)))


def test_a_promise_that_was_kept_in_the_copy_is_kept_here(store: Path, clock: FixedClock, tmp_path: Path) -> None:
    promise_id = promised(store, clock)
    copy = tmp_path / "copy.db"
    shutil.copy(closed(store), copy)
    with closing(Services(copy, clock)) as theirs:
        theirs.promises.settle(promise_id, Outcome.KEPT)

    receipt = taken_in(store, copy, clock)

    assert receipt.counts.new == {"promise_step": 1}
    assert not receipt.counts.conflicts
    (row,) = everything(store, clock)["promise"]
    assert row["is_open"] == 0
    with closing(Services(store, clock)) as ours:
        (item,) = ours.promises.book().reckoned(TODAY)
        assert item.standing.outcome is Outcome.KEPT
        ours.undoing.undo()
    (row,) = everything(store, clock)["promise"]
    assert row["is_open"] == 1


def test_where_the_histories_of_a_promise_went_apart_ours_stays_whole(
    store: Path, clock: FixedClock, tmp_path: Path
) -> None:
    promise_id = promised(store, clock)
    copy = tmp_path / "copy.db"
    shutil.copy(closed(store), copy)
    with closing(Services(copy, clock)) as theirs:
        theirs.promises.move(promise_id, Due.on(TODAY + timedelta(days=3)))
        theirs.promises.settle(promise_id, Outcome.KEPT)
    with closing(Services(store, clock)) as ours:
        ours.promises.settle(promise_id, Outcome.BROKEN)
    before = everything(store, clock)

    prepared = planned(store, copy, clock)
    assert prepared.counts.is_empty
    assert prepared.counts.conflicts == {"promise_step": 2}
    assert "Send it" in [one.words for one in prepared.differing]
    assert everything(store, clock) == before


def test_a_promise_that_went_on_here_is_no_news_from_a_copy(store: Path, clock: FixedClock, tmp_path: Path) -> None:
    promise_id = promised(store, clock)
    copy = tmp_path / "copy.db"
    shutil.copy(closed(store), copy)
    with closing(Services(store, clock)) as ours:
        ours.promises.settle(promise_id, Outcome.KEPT)
    counts = planned(store, copy, clock).counts
    assert counts.is_empty
    assert not counts.conflicts


THEIR_CALLS = replace(CALLS, id="x1", terms=(Terms(date(2025, 1, 6), Kind.COUNT, target=Decimal(2)), *CALLS.terms))


def test_a_measure_of_another_computer_joins_ours_of_its_name(store: Path, other: Other, clock: FixedClock) -> None:
    file = other(THEIR_CALLS)
    with closing(Services(file, clock)) as theirs:
        theirs.scoring.score("x1", date(2025, 3, 3), Decimal(7))
        theirs.scoring.score("x1", YESTERDAY - timedelta(days=1), Decimal(8))
    prepared = planned(store, file, clock)
    assert prepared.named["measure"] == ("Calls",)
    taken_in(store, file, clock)

    with closing(Services(store, clock)) as ours:
        calls = ours.scoring.card().measure("m1")
        assert [known.first_day for known in calls.terms] == [date(2025, 1, 6), MARCH, FIVE.first_day]
        assert {measure.id for measure in ours.scoring.card().measures} == {"m1", "m2"}
        snapshot = ours.scoring.snapshot(date(2025, 1, 1), TODAY)
        assert sorted(entry.mark.value for entry in snapshot.entries.values() if isinstance(entry.mark, Scored)) == [
            4, 7, 8,
        ]  # fmt: skip
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update measure set name = 'Telephone' where id = 'm1'")
        connection.commit()
    again = planned(store, file, clock)
    assert again.counts.is_empty, "it is known by where it came from, whatever it is called now"
    assert not again.counts.conflicts


def test_it_can_be_kept_apart(store: Path, other: Other, clock: FixedClock) -> None:
    file = other(THEIR_CALLS)
    taken_in(store, file, clock, by_name=False)
    with closing(Services(store, clock)) as ours:
        assert [measure.name for measure in ours.scoring.card().measures].count("Calls") == 2


def test_values_that_ours_cannot_mean_stand_in_the_note(store: Path, other: Other, clock: FixedClock) -> None:
    kinds = (Terms(MARCH, Kind.NUMBER, Direction.TALLY), replace(FIVE, target=Decimal(4)))
    file = other(replace(CALLS, id="x1", terms=kinds))
    day = date(2026, 4, 1)
    with closing(Services(file, clock)) as theirs:
        theirs.scoring.score("x1", day, Decimal("-2.5"))
    prepared = planned(store, file, clock)
    assert prepared.noted == 1
    taken_in(store, file, clock)
    with closing(Services(store, clock)) as ours:
        entry = ours.scoring.snapshot(day, day).entries[day, "m1"]
        assert (entry.mark, entry.note) == (UNKNOWN, "-2.5")


def test_scores_that_are_here_stay_what_they_are(store: Path, other: Other, clock: FixedClock) -> None:
    """A measure of another computer stands where it stood, but on days that have a score here it waits."""
    file = other(Measure("x9", "Letters", (Terms(date(2025, 1, 6), Kind.COUNT, target=Decimal(1)),)))
    with closing(Services(file, clock)) as theirs:
        theirs.scoring.score("x9", date(2025, 3, 3), Decimal(1))
    with closing(Services(store, clock)) as ours:
        before = ours.scoring.page(YESTERDAY).explanation.score
    taken_in(store, file, clock)
    with closing(Services(store, clock)) as ours:
        letters = ours.scoring.card().measure("x9")
        assert ours.scoring.page(YESTERDAY).explanation.score == before
        places = [(known.first_day, known.place) for known in letters.terms]
        assert places == [(date(2025, 1, 6), Place.CARD), (MARCH, Place.BENCH), (TODAY, Place.CARD)]


def test_the_card_stays_a_card_of_nine(store: Path, copy: Path, clock: FixedClock) -> None:
    more = [Measure(f"n{n}", f"More {n}", (Terms(MARCH, Kind.YES_NO),), position=n) for n in range(2, 10)]
    for path, extra in ((store, more[:6]), (copy, more[6:])):
        with closing(Store(path, clock)) as opened, opened.change(Deed(Verb.START_CARD)) as work:
            measures.add_measures(work, extra)
    with closing(Services(copy, clock)) as theirs:
        theirs.scoring.skip("n9", YESTERDAY)
    prepared = planned(store, copy, clock)
    assert prepared.benched == 1
    taken_in(store, copy, clock)
    with closing(Services(store, clock)) as ours:
        assert len(ours.scoring.card().on(TODAY)) == CARD_SIZE
        assert ours.scoring.snapshot(YESTERDAY, YESTERDAY).entries[YESTERDAY, "n9"].mark == SKIPPED


def add_person(path: Path, clock: FixedClock, name: str, **more: Any) -> str:
    with closing(Services(path, clock)) as services:
        return services.people.profiles.add(PersonDraft(name, **more))


def test_people_of_another_computer_join_ours_of_their_name(store: Path, other: Other, clock: FixedClock) -> None:
    file = other()
    ann, theirs_ann = add_person(store, clock, "Ann", email="ann@x"), add_person(file, clock, "ann", notes="likes tea")
    add_person(file, clock, "Bo", team_id=None)
    with closing(Services(file, clock)) as theirs:
        theirs.promises.make(PromiseDraft("Call her", Level.COMMITMENT, None, "ann"))
        theirs.people.profiles.write(theirs_ann, PersonField.EMAIL, "other@x")
    receipt = taken_in(store, file, clock)

    assert receipt.counts.conflicts == {"profile": 1}
    with closing(Services(store, clock)) as ours:
        book = ours.promises.book()
        assert sorted(person.name for person in book.people.present) == ["Ann", "Bo"]
        (item,) = book.reckoned(TODAY)
        assert item.promise.person_id == ann
        page = next(row for row in everything(store, clock)["profile"] if row["person_id"] == ann)
        assert (page["email"], page["notes"]) == ("ann@x", "likes tea")
        ours.promises.rename_person(ann, "Anna")
    again = planned(store, file, clock)
    assert again.counts.is_empty
    with closing(Services(store, clock)) as ours:
        assert [p.name for p in ours.promises.book().people.named("ann")] == ["Anna"]


def test_two_of_one_name_tell_nobody(store: Path, other: Other, clock: FixedClock) -> None:
    file = other()
    for path in (store, store, file):
        add_person(path, clock, "Ann")
    taken_in(store, file, clock)
    with closing(Services(store, clock)) as ours:
        assert len(ours.promises.book().people.named("Ann")) == 3


def test_a_team_is_nobody_s_person(store: Path, other: Other, clock: FixedClock) -> None:
    file = other()
    add_person(store, clock, "Sales")
    add_person(file, clock, "Sales", kind=PersonKind.TEAM)
    assert not planned(store, file, clock).named["person"]


def test_what_is_told_of_somebody_who_was_merged_here_goes_to_whom_they_are(
    store: Path, clock: FixedClock, tmp_path: Path
) -> None:
    ann, anna = add_person(store, clock, "Ann"), add_person(store, clock, "Anna")
    copy = tmp_path / "copy.db"
    shutil.copy(closed(store), copy)
    with closing(Services(copy, clock)) as theirs:
        theirs.promises.make(PromiseDraft("Call her", Level.COMMITMENT, None, "Ann"))
    with closing(Services(store, clock)) as ours:
        ours.people.profiles.merge(anna, ann)
    receipt = taken_in(store, copy, clock)
    assert "person" not in receipt.counts.conflicts
    with closing(Services(store, clock)) as ours:
        (item,) = ours.promises.book().reckoned(TODAY)
        assert item.promise.person_id == anna


def test_nobody_comes_to_stand_above_themselves(store: Path, other: Other, clock: FixedClock) -> None:
    file = other()
    for path, below in ((store, False), (file, True)):
        a = add_person(path, clock, "Sales", kind=PersonKind.TEAM)
        b = add_person(path, clock, "East", kind=PersonKind.TEAM)
        with closing(sqlite3.connect(path)) as connection:
            pair = (b, a) if below else (a, b)
            connection.execute("update profile set team_id = ? where person_id = ?", pair)
            connection.commit()
    prepared = planned(store, file, clock)
    if not prepared.counts.is_empty:
        OwnImporting(store, clock).apply(prepared, never)
    teams = {row["person_id"]: row["team_id"] for row in everything(store, clock)["profile"]}
    assert sum(team is not None for team in teams.values()) == 1


def test_what_numbers_mean_here_is_not_changed_by_another_computer(store: Path, whole: Path, clock: FixedClock) -> None:
    counts = taken_in(store, whole, clock).counts
    assert counts.conflicts["setting"] == 2
    assert not everything(store, clock)["setting"]


def test_the_same_days_away_are_not_away_twice(store: Path, other: Other, clock: FixedClock) -> None:
    file = other()
    for path in (store, file):
        with closing(Services(path, clock)) as services:
            services.aways.add(YESTERDAY, TODAY, "ill")
    assert planned(store, file, clock).counts.is_empty


def test_a_store_made_anew_has_another_id(tmp_path: Path, clock: FixedClock) -> None:
    create_store(tmp_path / "a" / "scorecard.db", clock.now())
    create_store(tmp_path / "b" / "scorecard.db", clock.now())
    prepared = planned(tmp_path / "a" / "scorecard.db", tmp_path / "b" / "scorecard.db", clock)
    assert not prepared.copied
