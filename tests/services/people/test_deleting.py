"""Deleting for good: said before, whole, with no trace in the file, and everything else can still be undone."""

from pathlib import Path

import pytest

from scorecard.domain.backups import Reason
from scorecard.domain.between import ConcernKind
from scorecard.domain.checkins import Subject
from scorecard.domain.due import Due
from scorecard.domain.errors import StoppedError
from scorecard.domain.profiles import ImpossiblePersonError, PersonField, PersonKind
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.relations import RelationLevel
from scorecard.domain.touches import Way
from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.store import people_forgetting
from scorecard.store.schema import metadata
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY, seq, undos
from tests.store.raw import assert_sound, hand

SECRETS = (
    "Xanthippe", "Xantha", "serendipity", "perspicacity", "obfuscation", "ephemeral", "quixotic", "petrichor",
    "halcyon", "numinous", "vellichor",
)  # fmt: skip
FACTORS = dict.fromkeys(("credibility", "reliability", "character", "intimacy", "focus_on_myself"), 5)


def no_progress(_done: int, _total: int) -> None:
    pass


def delete(services: Services, person_id: str) -> None:
    done = services.people.deleting.deletion(person_id).run(no_progress, lambda: False)
    assert done is not None
    services.take_over(done)


@pytest.fixture
def known(services: Services, people: Persons, neal: str, calls: str) -> str:
    """Somebody of whom everything is known, merged from two, with words that stand nowhere else."""
    one = people.profiles.add(PersonDraft("Xanthippe", PersonKind.TEAM, role="serendipity", groups=("petrichor",)))
    other = people.profiles.add(PersonDraft("Xantha"))
    people.profiles.write(one, PersonField.NOTES, "perspicacity")
    people.profiles.set_team(neal, one)
    people.touches.add(other, Way.MET, note="obfuscation")
    people.relations.step(one, RelationLevel.VENDOR, "ephemeral")
    people.concerns.add(other, ConcernKind.CONCERN, "quixotic")
    people.owed.make(one, "halcyon")
    people.helps.ask(one)
    people.intents.add(one, "x")
    people.agreements.agree(one, calls)
    people.agreements.serve(calls, one)
    people.agreements.plan(one, "trust", "reliability", "x")
    promise = services.promises.make(PromiseDraft("numinous", Level.COMMITMENT, Due.on(TODAY), "Xanthippe"))
    services.promises.settle(promise, Outcome.KEPT, note="vellichor")
    services.promises.make(PromiseDraft("Call", Level.COMMITMENT, Due.on(TODAY), "Neal"))
    services.checkins.save("attention", Subject.TEAM, "Xanthippe", FACTORS)
    people.profiles.merge(one, other)
    return one


def test_what_goes_is_said_before(services: Services, people: Persons, known: str) -> None:
    services.reflecting.write(TODAY, "moved", "With @Xantha and @Neal.")
    services.backups.make()

    said = people.deleting.what_it_removes(known)

    assert said.names == ("Xanthippe", "Xantha")
    assert (said.promises, said.steps, said.checkins, said.touches, said.owed, said.helps) == (1, 1, 1, 1, 1, 1)
    assert (said.intents, said.concerns, said.relations, said.plans, said.agreed, said.served) == (1, 1, 1, 1, 1, 1)
    assert (said.members, said.mentions, said.backups, said.unreadable) == (1, 1, 2, 0)
    assert said.rows == 12
    assert said.recorded > said.rows


def test_nothing_of_them_is_in_the_file_afterwards(services: Services, people: Persons, known: str, path: Path) -> None:
    before = path.read_bytes()
    assert all(secret.encode() in before for secret in SECRETS)

    delete(services, known)

    after = path.read_bytes()
    assert [secret for secret in SECRETS if secret.encode() in after or secret.lower().encode() in after] == []
    assert known.encode() not in after
    assert_sound(path)
    assert services.searching.is_whole()
    assert [row.name for row in people.rows()] == ["Neal"]
    assert [item.promise.words for item in services.promises.book().reckoned(TODAY)] == ["Call"]
    assert services.scoring.seal_holds(TODAY)
    with pytest.raises(ImpossiblePersonError):
        people.deleting.what_it_removes(known)
    assert [backup.reason for backup in services.backups.listed()] == [Reason.DELETION]


def test_it_can_t_be_undone_but_all_else_can(services: Services, people: Persons, neal: str, known: str) -> None:
    people.touches.add(neal, Way.MET)
    people.touches.add(neal, Way.WROTE)
    services.undoing.undo()
    number = seq(services)

    delete(services, known)

    assert seq(services) == number + 1
    assert services.undoing.next_redo() is None
    assert undos(services) > 3
    assert people.rows() == ()
    assert services.promises.book().people.all == ()


def test_redoing_goes_on_where_they_are_not_concerned(services: Services, people: Persons, known: str) -> None:
    delete(services, known)
    names = [row.name for row in people.rows()]
    count = undos(services)
    for _ in range(count):
        services.undoing.redo()
    assert [row.name for row in people.rows()] == names
    assert services.undoing.next_redo() is None


def test_a_promise_and_a_measure_once_theirs_stay_with_whom_they_are_now(
    services: Services, people: Persons, neal: str, ana: str, calls: str, path: Path
) -> None:
    promise = services.promises.make(PromiseDraft("Call", Level.COMMITMENT, None, "Neal"))
    services.promises.edit(promise, PromiseDraft("Call", Level.COMMITMENT, None, "Ana López"))
    people.agreements.serve(calls, neal)
    people.agreements.serve(calls, ana)

    delete(services, neal)

    assert services.promises.book().promises[promise].person_id == ana
    assert people.of_measure(calls) is not None
    assert neal.encode() not in path.read_bytes()
    undos(services)
    assert services.promises.book().promises == {}
    assert_sound(path)


def test_stopped_everything_is_as_it_was(services: Services, people: Persons, known: str) -> None:
    rows = people.rows()
    work = people.deleting.deletion(known)
    with pytest.raises(StoppedError):
        work.run(no_progress, lambda: True)
    assert people.rows() == rows


def test_one_who_is_gone_already_is_no_error(services: Services, people: Persons, neal: str, clock: FixedClock) -> None:
    again = people.deleting.deletion(neal)
    delete(services, neal)
    clock.advance(seconds=1)
    assert again.run(no_progress, lambda: False) is None


def test_what_was_deleted_by_undo_is_forgotten_too(services: Services, people: Persons, neal: str, path: Path) -> None:
    people.touches.add(neal, Way.MET, note="serendipity")
    services.undoing.undo()
    promise = services.promises.make(PromiseDraft("perspicacity", Level.GOOD_INTENTION, None, "Neal"))
    services.promises.remove(promise)
    delete(services, neal)
    after = path.read_bytes()
    assert b"serendipity" not in after
    assert b"perspicacity" not in after
    with hand(path) as stranger:
        assert stranger.execute("SELECT count(*) FROM change").fetchone() == (0,)


def test_every_table_that_refers_to_a_person_is_reached() -> None:
    person = metadata.tables["person"]
    referring = {
        table for table in metadata.sorted_tables if any(key.column.table is person for key in table.foreign_keys)
    }
    reached = {*people_forgetting.OWN, person, metadata.tables["promise"]}
    assert referring == reached
