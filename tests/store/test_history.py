"""The history of a value: everything it ever was, in the order in which it came, also what was taken back."""

from datetime import UTC, date, timedelta
from pathlib import Path

from scorecard.domain.activities import PastEntry, Turn, Verb
from scorecard.domain.marks import SKIPPED, Entry
from scorecard.store import history
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import DAY, scored, write
from tests.store.raw import content, hand


def past(store: Store, measure_id: str = "m1", day: date = DAY) -> list[PastEntry]:
    with store.reading() as connection:
        return list(history.past_of_entry(connection, measure_id, day))


def test_a_value_never_set_has_no_history(store: Store) -> None:
    write(store, scored(1, "m2"), scored(1, day=DAY - timedelta(days=1)))

    assert past(store) == []


def test_every_value_is_there_with_its_moment(store: Store, clock: FixedClock) -> None:
    moments = []
    for entry in (scored(3), scored(4), Entry("m1", DAY, SKIPPED), Entry("m1", DAY)):
        moments.append(clock.now())
        write(store, entry)
        clock.advance(hours=1)

    seen = past(store)

    assert [known.entry for known in seen] == [scored(3), scored(4), Entry("m1", DAY, SKIPPED), None]
    assert [known.at for known in seen] == [moment.astimezone(UTC) for moment in moments]
    assert {known.turn for known in seen} == {Turn.DO}


def test_notes_belong_to_it(store: Store) -> None:
    write(store, scored(3))
    write(store, scored(3, note="Neal called"), verb=Verb.NOTE)

    assert [known.entry and known.entry.note for known in past(store)] == ["", "Neal called"]


def test_what_was_undone_and_redone_is_marked(store: Store) -> None:
    write(store, scored(3))
    write(store, scored(4))
    store.undo()
    store.undo()
    store.redo()

    assert [(known.turn, known.entry) for known in past(store)] == [
        (Turn.DO, scored(3)),
        (Turn.DO, scored(4)),
        (Turn.UNDO, scored(3)),
        (Turn.UNDO, None),
        (Turn.REDO, scored(3)),
    ]


def test_taking_back_what_was_typed_in_one_go_is_one_line_of_it(store: Store) -> None:
    for value in (3, 30, 300):
        write(store, scored(value), fold="m1")
    store.undo()
    store.redo()

    assert [(known.turn, known.entry) for known in past(store)][3:] == [(Turn.UNDO, None), (Turn.REDO, scored(300))]


def test_what_can_no_longer_be_redone_stays_in_the_history(store: Store) -> None:
    write(store, scored(3))
    store.undo()
    write(store, scored(7))

    assert [known.entry for known in past(store)] == [scored(3), None, scored(7)]


def test_the_history_is_in_the_order_of_doing_whatever_the_clock_said(store: Store, clock: FixedClock) -> None:
    for value, year in ((1, 2026), (2, 2001), (3, 2038)):
        clock.set(clock.now().replace(year=year))
        write(store, scored(value))

    assert [known.entry for known in past(store)] == [scored(1), scored(2), scored(3)]
    assert [known.at.year for known in past(store)] == [2026, 2001, 2038]


def test_a_history_is_of_one_measure_on_one_day(store: Store) -> None:
    others = [scored(9, 'm"1'), scored(9, "m"), scored(9, "m11"), scored(9, day=DAY + timedelta(days=1))]
    write(store, scored(1), *others)
    write(store, *[scored(8, entry.measure_id, entry.day) for entry in others])

    assert [known.entry for known in past(store)] == [scored(1)]
    assert [known.entry for known in past(store, 'm"1')] == [scored(9, 'm"1'), scored(8, 'm"1')]


def test_a_history_remembers_rows_of_an_earlier_version(store: Store, path: Path) -> None:
    """Before a column came, nothing was recorded of it."""
    write(store, scored(1, note="Neal"))
    with hand(path) as older:
        older.execute("UPDATE change SET after = json_remove(after, '$.from_memory')")

    assert [known.entry for known in past(store)] == [scored(1, note="Neal")]


def test_activities_are_never_rewritten(store: Store, path: Path) -> None:
    write(store, scored(1))
    write(store, scored(2))
    before = content(path, record=True)
    store.undo()
    store.redo()
    write(store, scored(3))
    after = content(path, record=True)

    assert set(before["change"]) <= set(after["change"])
    assert set(before["activity"]) <= set(after["activity"])
