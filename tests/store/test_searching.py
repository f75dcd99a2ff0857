"""What can be found is what is there: in step with every change, undo and redo, and whatever is typed finds or not."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed
from scorecard.domain.incidents import NothingToUndoError
from scorecard.domain.marks import UNKNOWN, Entry
from scorecard.domain.people import Person
from scorecard.domain.search import parse_query
from scorecard.domain.texts import clean_text
from scorecard.store import entries, promises, searching
from scorecard.store.connection import create_store_engine
from scorecard.store.migrating import create_store, migrate
from scorecard.store.record import Work
from scorecard.store.schema import checkin_table, metadata, person_table, promise_table, reflection_table, step_table
from scorecard.store.search_index import SearchIndex
from scorecard.store.searching import match_of
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import undone
from tests.store.raw import hand

DAY = date(2026, 11, 20)


def note(store: Store, text: str, day: date = DAY, measure_id: str = "m1") -> None:
    with store.change(Deed("note")) as work:
        entries.write_entry(work, Entry(measure_id, day, UNKNOWN, text))


def found(store: Store, text: str, tables: tuple[str, ...] = (), limit: int = 50) -> list[str]:
    """The tables of what was found, the latest first."""
    with store.reading() as connection:
        return [row.table for row in searching.find(connection, parse_query(text), tables, limit)]


def days_found(store: Store, text: str) -> list[date | None]:
    with store.reading() as connection:
        return [row.day for row in searching.find(connection, parse_query(text))]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Cassandra called", "cass"),
        ("Cassandra called", "called cass"),
        ("Asked: how can I help?", '"how can i help"'),
        ("Two Cafés", "cafe"),
        ("cafes", "CAFÉS"),
        ("今天的会议记录", "会议"),
        ("今天的会议记录", "议"),
        ("東京でカメラを買う", "カメラ"),
        ("ｶﾒﾗ", "カメラ"),
        ("हिन्दी में", "हिन्"),
        ("ถึงที่ประชุม", "ประชุม"),
        ("done 🎉", "🎉"),
        ("with #team", "#tea"),
        ("with #team", "team"),
        ("Straße", "strasse"),
    ],
)
def test_it_is_found(store: Store, text: str, asked: str) -> None:
    note(store, text)
    assert found(store, asked) == ["entry"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Cassandra called", "andra"),
        ("Cassandra called", "cass neal"),
        ("I can help, how?", '"how can i help"'),
        ("议会", "会议"),
        ("the team", "#team"),
        ("helpful", '"help"'),
        ("Cassandra", "entry"),
    ],
)
def test_it_is_not_found(store: Store, text: str, asked: str) -> None:
    note(store, text)
    assert found(store, asked) == []


def write_everything(work: Work) -> None:
    """The same word in every place that can be found."""
    promises.write_person(work, Person("p1", "Zanzibar"))
    promise = {
        "id": "a", "words": "zanzibar", "person_id": "p1", "level": "commitment", "made_on": "2026-11-02",
        "due_span": None, "due_day": None, "is_open": 1, "due_by": None,
    }  # fmt: skip
    work.put(promise_table, promise)
    step = {"promise_id": "a", "position": 1, "day": "2026-11-03", "kind": "moved", "told": "zanzibar"}
    work.put(step_table, step)
    work.put(reflection_table, {"day": "2026-11-04", "prompt_id": "moved", "question": "?", "answer": "zanzibar"})
    work.put(checkin_table, {
        "id": "c", "definition": "trust", "day": "2026-11-05", "subject": "me", "factors": "[]", "formula": "1",
        "result": 1000, "evidence": "zanzibar",
    })  # fmt: skip
    entries.write_entry(work, Entry("m1", date(2026, 11, 6), UNKNOWN, "zanzibar"))


def test_everything_that_is_written_is_found_people_first_and_then_the_latest(store: Store) -> None:
    with store.change(Deed("x")) as work:
        write_everything(work)

    assert found(store, "zanz") == ["person", "entry", "checkin", "reflection", "promise_step", "promise"]
    assert found(store, "zanz", ("promise", "promise_step")) == ["promise_step", "promise"]
    assert found(store, "zanz", limit=2) == ["person", "entry"]
    store.undo()
    assert found(store, "zanz") == []
    assert store.search_is_whole()


@pytest.mark.parametrize("column", ["words", "done_when", "why", "notes"])
def test_a_promise_is_found_by_all_it_says_but_by_no_phrase_over_two_texts(store: Store, column: str) -> None:
    with store.change(Deed("x")) as work:
        write_everything(work)
        row = work.row(promise_table, "a") or {}
        work.put(promise_table, row | {"words": "estimates for", column: "estimates for spring"})

    assert found(store, '"estimates for spring"') == ["promise"]
    assert found(store, '"for estimates"') == []


def test_a_word_that_goes_is_no_longer_found_and_one_that_comes_back_is(store: Store) -> None:
    note(store, "Neal called")
    note(store, "Ana called")

    assert (found(store, "neal"), found(store, "ana")) == ([], ["entry"])
    store.undo()
    assert (found(store, "neal"), found(store, "ana")) == (["entry"], [])
    store.redo()
    assert (found(store, "neal"), found(store, "ana")) == ([], ["entry"])
    note(store, "")
    assert found(store, "called") == []


def test_the_latest_come_first_whenever_they_were_written(store: Store) -> None:
    wanted = [DAY - timedelta(days=n) for n in (3, 0, 700, 1, 0)]
    for number, day in enumerate(wanted):
        note(store, "Neal called", day, f"m{number}")

    assert days_found(store, "neal") == sorted(wanted, reverse=True)


def test_a_change_that_fails_leaves_the_index_as_it_was(store: Store) -> None:
    note(store, "Neal called")

    def write_and_fail() -> None:
        with store.change(Deed("x")) as work:
            entries.write_entry(work, Entry("m1", DAY, UNKNOWN, "Ana called"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert (found(store, "neal"), found(store, "ana")) == (["entry"], [])
    assert store.search_is_whole()


def test_an_entry_without_words_takes_no_room_in_the_index(store: Store, path: Path) -> None:
    note(store, "")
    with hand(path) as connection:
        assert connection.execute("SELECT count(*) FROM search_entry").fetchone() == (0,)


TEXTS = st.sampled_from(["", "Neal", "neal called", "会议记录", "#team met", "!", "Café\u0301"])
STEPS = st.one_of(
    st.tuples(st.just("note"), TEXTS, st.integers(0, 2)),
    st.tuples(st.just("answer"), TEXTS, st.integers(0, 2)),
    st.tuples(st.just("person"), TEXTS, st.integers(0, 2)),
    st.tuples(st.sampled_from(["undo", "redo", "reopen"]), st.just(""), st.just(0)),
)


@pytest.fixture(scope="module")
def empty() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data" / "scorecard.db"
        create_store(path, FixedClock().now())
        yield path


def do(store: Store, step: tuple[str, str, int]) -> None:
    kind, text, number = step
    turns: dict[str, Callable[[], object]] = {"undo": store.undo, "redo": store.redo}
    if kind in turns:
        try:
            turns[kind]()
        except NothingToUndoError:
            return
    day = (DAY - timedelta(days=number)).isoformat()
    with store.change(Deed(kind)) as work:
        if kind == "note":
            entries.write_entry(work, Entry("m1", date.fromisoformat(day), UNKNOWN, clean_text(text)))
        elif kind == "answer":
            work.put(reflection_table, {"day": day, "prompt_id": "moved", "question": "?", "answer": text})
        elif kind == "person" and text:
            work.put(person_table, {"id": str(number), "name": text, "merged_into": None})
        elif kind == "person":
            work.remove(person_table, str(number))


@given(st.lists(STEPS, min_size=1, max_size=12))
def test_after_any_changes_undos_and_redos_it_is_as_if_built_anew(
    empty: Path, steps: list[tuple[str, str, int]]
) -> None:
    with closing(Store(empty, FixedClock())) as store:
        for step in steps:
            do(store, step)
        assert store.search_is_whole()
        store.keep_search_in_step()  # which has nothing to do
        undone(store)
        assert store.search_is_whole()


@given(st.text(max_size=60) | st.text(st.sampled_from('ab"*^:(){}[]+-#会 ANDORNEAR'), max_size=60))
@example('"')
@example("a* OR NEAR(b, 2) -c ^d table_name:entry")
@example("\x00\ud800")
@settings(deadline=None)
def test_whatever_is_typed_nothing_raises(empty: Path, text: str) -> None:
    with closing(Store(empty, FixedClock())) as store:
        note(store, "a b c 会")
        found(store, text)
        found(store, text, ("entry", "promise"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
@settings(deadline=None)
def test_a_note_is_found_by_its_own_words(empty: Path, text: str) -> None:
    """SQLite separates the words as the program does, whatever they are made of."""
    query = parse_query(text.replace('"', " "))
    with closing(Store(empty, FixedClock())) as store:
        note(store, text.replace('"', " "))
        with store.reading() as connection:
            assert bool(searching.find(connection, query, ("entry",))) == bool(query), match_of(query)


def tables_since_search() -> list[str]:
    """Those of later revisions, which a store of before the search does not have; the one that refers goes first."""
    later = import_module("scorecard.store.migrations.versions.0005_goals_and_people")
    return re.findall(r"CREATE TABLE (\w+)", " ".join(reversed(later.STATEMENTS)))


def test_a_migrated_store_is_searched_like_one_that_was_always_there(store: Store, path: Path) -> None:
    with store.change(Deed("x")) as work:
        write_everything(work)
    store.close()
    with hand(path) as old:
        for name in ("search_index", "search_entry", *tables_since_search()):
            old.execute(f"DROP TABLE {name}")
        old.execute("PRAGMA user_version = 3")
        old.execute("UPDATE alembic_version SET version_num = '0003'")

    migrate(path)

    with closing(Store(path, FixedClock())) as migrated:
        assert migrated.search_is_whole()
        assert found(migrated, "zanz") == ["person", "entry", "checkin", "reflection", "promise_step", "promise"]


def test_an_index_that_another_hand_left_behind_is_made_anew(store: Store, path: Path) -> None:
    note(store, "Neal called")
    store.close()
    with hand(path) as other:
        other.execute("INSERT INTO entry (day, measure_id, state, note) VALUES ('2026-11-19', 'm1', 'unknown', 'Ana')")
    with closing(Store(path, FixedClock())) as again:
        assert not again.search_is_whole()
        again.keep_search_in_step()
        assert again.search_is_whole()
        assert found(again, "ana") == ["entry"]


@pytest.mark.parametrize(
    "damage", ["DELETE FROM search_index_idx", "DROP TABLE search_index", "DELETE FROM search_entry"]
)
def test_a_damaged_index_is_made_anew_by_hand(store: Store, path: Path, damage: str) -> None:
    note(store, "Neal called")
    store.close()
    with hand(path) as other:
        other.execute(damage)
    engine = create_store_engine(path)
    with engine.begin() as connection:
        SearchIndex(metadata).rebuild(connection)
    engine.dispose()
    with closing(Store(path, FixedClock())) as again:
        assert again.search_is_whole()
        assert found(again, "neal") == ["entry"]


def test_the_index_is_no_part_of_the_record(store: Store) -> None:
    note(store, "Neal called")
    with store.reading() as connection:
        tables = connection.exec_driver_sql("SELECT DISTINCT table_name FROM change").scalars().all()
    assert tables == ["entry"]
