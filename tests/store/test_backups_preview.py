"""What restoring would change is told thing by thing, from both files, and neither is written to."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.backup_changes import Part, PromiseTold, Topic
from scorecard.domain.backups import Backup, BackupError, Reason
from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.cards import Draft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import migrating
from scorecard.store.backups_making import make
from scorecard.store.backups_preview import preview
from scorecard.store.backups_shown import BELONGING, SHOWN
from scorecard.store.everything import tables_of_user
from scorecard.store.schema import metadata
from scorecard.words.backup_changes import plain_manner, say_sides, say_thing
from tests.fake_clock import FRIDAY_EVENING as NOW
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.raw import content, fingerprint

TODAY = date(2026, 11, 20)
PAST = Path(__file__).parent / "past"
MANY = 1000

Edit = Callable[[Callable[[Services], object]], None]


@pytest.fixture
def edit(path: Path, clock: FixedClock) -> Edit:
    def do(what: Callable[[Services], object]) -> None:
        with closing(Services(path, clock)) as services:
            what(services)

    return do


@pytest.fixture
def made(path: Path, edit: Edit) -> Backup:
    edit(lambda s: s.scoring.score(s.cards.add(Draft("Calls", COUNT)), TODAY, Decimal(3)))
    edit(lambda s: s.promises.make(PromiseDraft("Send the offer", Level.COMMITMENT, due=Due.on(TODAY))))
    return make(path, Reason.DAY, NOW)


def calls(services: Services) -> str:
    return services.scoring.card().measures[0].id


def told(path: Path, backup: Backup, part: Part) -> list[tuple[str, str, str, str]]:
    """Day, what, now, then: as the command line says it."""
    listed = preview(path, backup.path, MANY).parts[part]
    manner = plain_manner(tr)
    return [(str(thing.day or ""), say_thing(thing, tr), *say_sides(thing, manner)) for thing in listed.things]


def test_every_table_of_the_user_can_be_told_of() -> None:
    tables = {table.name: table for table in tables_of_user(metadata)}

    assert set(SHOWN) | set(BELONGING) == set(tables)
    for name, shown in SHOWN.items():
        columns = {column.name for column in tables[name].columns}
        named = {shown.named[0]} if shown.named is not None else set()
        assert columns >= {*shown.key, *shown.words, *shown.codes, *named} | {shown.day, shown.of} - {""}
    assert {shown.topic for shown in SHOWN.values()} == set(Topic)


def test_nothing_would_change_where_nothing_was_entered(path: Path, made: Backup) -> None:
    assert (preview(path, made.path, MANY).total, preview(path, made.path, MANY).steps) == (0, 0)


def test_values_of_days_are_told_with_what_they_would_be_the_newest_day_first(
    path: Path, made: Backup, edit: Edit
) -> None:
    edit(lambda s: s.scoring.score(calls(s), TODAY, Decimal(5)))
    edit(lambda s: s.scoring.note(calls(s), TODAY, "She was\nglad"))
    edit(lambda s: s.scoring.score(calls(s), TODAY - timedelta(days=2), Decimal(1)))
    edit(lambda s: s.scoring.skip(calls(s), TODAY - timedelta(days=1)))

    assert told(path, made, Part.DAYS) == [
        ("2026-11-20", "Calls", "5, “She was glad”", "3"),
        ("2026-11-19", "Calls", "skipped", "not there"),
        ("2026-11-18", "Calls", "1", "not there"),
    ]


def test_what_would_come_back_is_told_too(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.scoring.clear(calls(s), TODAY))

    assert told(path, made, Part.DAYS)[0][2:] in (("no value", "3"), ("not there", "3"))


def test_promises_are_told_with_where_they_stand(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.promises.settle(s.promises.book().reckoned(TODAY)[0].promise.id, Outcome.KEPT))
    edit(lambda s: s.promises.make(PromiseDraft("Call Bo", Level.BEST_EFFORT)))

    found = {
        thing.of: (thing.now, thing.then)
        for thing in preview(path, made.path, MANY).parts[Part.PROMISES].things
        if isinstance(thing.now, PromiseTold)
    }

    due = Due.on(TODAY)
    before, now = (PromiseTold(Level.COMMITMENT, due, outcome) for outcome in (Outcome.OPEN, Outcome.KEPT))
    assert found["Send the offer"] == (now, before)
    assert found["Call Bo"] == (PromiseTold(Level.BEST_EFFORT, None, Outcome.OPEN), None)
    sides = {what: (now, then) for _, what, now, then in told(path, made, Part.PROMISES)}
    assert sides["Promise: Send the offer"] == (
        "kept, commitment, due 2026-11-20",
        "open, commitment, due 2026-11-20",
    )


def test_a_promise_of_which_only_a_step_is_new_is_told_too(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.promises.relevel(s.promises.book().reckoned(TODAY)[0].promise.id, Level.GOOD_INTENTION))

    assert told(path, made, Part.PROMISES) == [
        (
            "2026-11-20",
            "Promise: Send the offer",
            "open, good intention, due 2026-11-20",
            "open, commitment, due 2026-11-20",
        )
    ]


def test_what_was_written_people_and_the_card_are_told(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.reflecting.write(TODAY, s.reflecting.page(TODAY).places[0].prompt_id, "Cassandra agreed"))
    edit(lambda s: s.promises.make(PromiseDraft("Call her", Level.BEST_EFFORT, to_whom="Cassandra")))
    edit(lambda s: s.cards.add(Draft("Reports", COUNT)))
    edit(lambda s: s.rules.set_day_end(time(3, 30)))

    assert told(path, made, Part.WRITTEN) == [
        ("2026-11-20", "What moved forward today?", "Cassandra agreed", "not there")
    ]
    assert ("", "Person: Cassandra", "Cassandra", "not there") in told(path, made, Part.PEOPLE)
    card = told(path, made, Part.CARD)
    assert ("", "Measure: Reports", "Reports", "not there") in card
    assert ("", "Setting", "My day ends at 03:30", "not there") in card
    assert [line[1:] for line in card if line[1] == "Terms: Reports"] == [
        ("Terms: Reports", "at least 3, on the card", "not there")
    ]


def test_what_differs_in_what_is_not_shown_is_not_told_as_the_same(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.cards.add(Draft("Reports", COUNT)))
    backup = make(path, Reason.DAY, NOW)
    edit(lambda s: s.cards.edit(calls(s), Draft("Calls", COUNT, why="They wait for it")))

    assert ("", "Measure: Calls", "Calls", "Calls (other in detail)") in told(path, backup, Part.CARD)


def test_the_steps_of_the_record_that_go_are_counted(path: Path, made: Backup, edit: Edit) -> None:
    for value in (4, 5):
        edit(lambda s, value=value: s.scoring.score(calls(s), TODAY, Decimal(value)))  # type: ignore[misc]
    edit(lambda s: s.undoing.undo())

    assert preview(path, made.path, MANY).steps == 3


def test_of_many_the_newest_are_told_and_all_counted(path: Path, made: Backup, edit: Edit) -> None:
    def fill(services: Services) -> None:
        for ago in range(1, 12):
            services.scoring.score(calls(services), TODAY - timedelta(days=ago), Decimal(ago))

    edit(fill)

    listed = preview(path, made.path, 4).parts[Part.DAYS]

    assert listed.total == 11
    assert [thing.day for thing in listed.things] == [TODAY - timedelta(days=ago) for ago in range(1, 5)]


def test_neither_file_is_written_to(path: Path, made: Backup, edit: Edit) -> None:
    edit(lambda s: s.scoring.score(calls(s), TODAY, Decimal(5)))
    before = fingerprint(path), fingerprint(made.path)

    preview(path, made.path, MANY)

    assert (fingerprint(path), fingerprint(made.path)) == before


def test_an_older_program_s_backup_can_be_looked_at(home: Path) -> None:
    """It lacks tables and columns; nothing of what it has is told as lost."""
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", path)
    old = make(path, Reason.MIGRATION, NOW)
    migrating.migrate(path)
    assert content(path)["entry"]

    assert Part.DAYS not in preview(path, old.path, MANY).parts


def test_what_is_no_database_is_refused(path: Path, made: Backup) -> None:
    bad_files.text(made.path)

    with pytest.raises(BackupError):
        preview(path, made.path, MANY)
