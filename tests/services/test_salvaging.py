"""What a damaged store has and a backup has not is offered, and comes back as one activity."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Verb
from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason
from scorecard.domain.errors import StoppedError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Kind
from scorecard.domain.promises import Level, Outcome
from scorecard.domain.salvage import Confidence, Offer, Salvaged, Thing
from scorecard.services.cards import Draft
from scorecard.services.promises import PromiseDraft
from scorecard.services.salvaging import Rebuilt, Salvaging
from scorecard.services.services import Services
from scorecard.store import backups_restoring
from scorecard.store.backups import listed
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.damaged.packed import packed
from tests.store.raw import Rows, assert_sound, content, hand, mode
from tests.store.salvaged import rows_in

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)


def ignore(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Scene:
    """A store with a backup, and what was done in it since."""

    store: Path
    backup: Backup
    salvaging: Salvaging

    def look(self, base: Backup | None = None) -> Salvaged:
        return self.salvaging.look(base or self.backup, ignore, never)

    def rebuild(self, accepted: frozenset[int]) -> Rebuilt:
        return self.salvaging.rebuild(self.backup, accepted, ignore, never)

    def offers(self, thing: Thing) -> list[Offer]:
        return [offer for offer in self.look().offers if offer.thing is thing]


@pytest.fixture
def scene(path: Path, clock: FixedClock) -> Scene:
    with closing(Services(path, clock)) as services:
        calls = services.cards.add(Draft("Calls", COUNT))
        services.scoring.score(calls, TODAY, Decimal(3))
        services.scoring.score(calls, YESTERDAY, Decimal(5))
        services.promises.make(PromiseDraft("Call Neal", Level.COMMITMENT, to_whom="Neal"))
        backup = services.backups.make(Reason.DAY)
        reports = services.cards.add(Draft("Reports", COUNT))
        services.scoring.score(calls, TODAY, Decimal(4))
        services.scoring.clear(calls, YESTERDAY)
        services.scoring.skip(reports, TODAY)
        made = services.promises.make(PromiseDraft("Send the offer", Level.COMMITMENT, to_whom="Cassandra"))
        services.promises.settle(made, Outcome.KEPT)
        services.reflecting.write(TODAY, services.reflecting.page(TODAY).places[0].prompt_id, "Cassandra agreed")
    return Scene(path, backup, Salvaging(path, clock))


def kept_in(backup: Backup) -> Rows:
    return {name: rows for name, rows in content(backup.path).items() if name != "backup_seal"}


def lose_head(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


def test_what_the_backup_has_not_is_offered_in_few_lines(scene: Scene) -> None:
    lose_head(scene.store)

    found = scene.look()

    said = {(offer.thing, offer.day, offer.subject, offer.mark, offer.differs) for offer in found.offers}
    assert said == {
        (Thing.ENTRY, TODAY, "Calls", Scored(Decimal(4)), True),
        (Thing.ENTRY, YESTERDAY, "Calls", UNKNOWN, True),
        (Thing.ENTRY, TODAY, "Reports", SKIPPED, False),
        (Thing.PROMISE, TODAY, "Send the offer", None, False),
        (Thing.REFLECTION, TODAY, "Cassandra agreed", None, False),
        (Thing.MEASURE, None, "Reports", None, False),
        (Thing.PERSON, None, "Cassandra", None, False),
    }
    assert {offer.kind for offer in found.offers if offer.thing is Thing.ENTRY} == {Kind.COUNT}
    assert {offer.confidence for offer in found.offers} == {Confidence.SURE}
    assert [offer.number for offer in found.offers] == list(range(len(found.offers)))
    days = [offer.day for offer in found.offers if offer.day is not None]
    assert days == sorted(days, reverse=True)
    assert found.offers[-1].day is None
    assert (found.same, found.unread, found.left_out) == (4, 1, 0)


def test_everything_accepted_is_the_store_as_it_was(scene: Scene, clock: FixedClock) -> None:
    before = content(scene.store)
    lose_head(scene.store)

    rebuilt = scene.rebuild(scene.look().sure)

    assert content(scene.store) == before
    assert_sound(scene.store)
    assert mode(scene.store) == "0o600" or os.name != "posix"
    assert rebuilt.accepted == 7
    assert {file.name for file in scene.store.parent.iterdir()} <= {"scorecard.db", "scorecard.db-journal", "backups"}
    with closing(Services(scene.store, clock)) as services:
        last = services.undoing.next_undo()
        assert last is not None
        assert last.verb == Verb.SALVAGE
        assert services.scoring.seal_holds(TODAY)
        assert services.scoring.seal_holds(YESTERDAY)
        assert services.searching.is_whole()
        assert [hit.day for hit in services.searching.find("agreed").hits] == [TODAY]


def test_one_undo_takes_back_what_was_accepted(scene: Scene, clock: FixedClock) -> None:
    lose_head(scene.store)
    scene.rebuild(scene.look().sure)

    with closing(Services(scene.store, clock)) as services:
        services.undoing.undo()

    assert content(scene.store) == kept_in(scene.backup)


def test_the_damaged_store_is_in_the_list_as_it_was(scene: Scene) -> None:
    lose_head(scene.store)
    hurt = scene.store.read_bytes()

    aside = scene.rebuild(frozenset()).set_aside

    assert aside is not None
    assert aside.reason is Reason.SET_ASIDE
    assert aside.path.read_bytes() == hurt
    assert listed(scene.store)[0].path == aside.path


def test_a_journal_of_another_time_spoils_nothing(path: Path, clock: FixedClock) -> None:
    whole, journal = packed()["bad/foreign-journal.db"], packed()["bad/foreign-journal.db-journal"]
    path.write_bytes(whole)
    path.with_name("scorecard.db-journal").write_bytes(journal)
    salvaging = Salvaging(path, clock)

    found = salvaging.look(None, ignore, never)
    aside = salvaging.rebuild(None, found.sure, ignore, never).set_aside

    assert aside is not None
    assert aside.path.read_bytes() == whole
    assert aside.path.with_name(aside.path.name + "-journal").read_bytes() == journal
    assert rows_in(path.read_bytes()) == rows_in(whole)


def test_a_promise_brings_its_person_along(scene: Scene) -> None:
    lose_head(scene.store)
    (promise,) = scene.offers(Thing.PROMISE)

    assert scene.rebuild(frozenset({promise.number})).accepted == 2

    assert {row[1] for row in content(scene.store)["person"]} == {"Neal", "Cassandra"}
    assert_sound(scene.store)


def test_nothing_accepted_is_the_backup(scene: Scene) -> None:
    lose_head(scene.store)
    scene.look()

    scene.rebuild(frozenset())

    assert content(scene.store) == kept_in(scene.backup)


def test_without_a_backup_everything_is_offered_and_it_stays_the_same_store(scene: Scene, clock: FixedClock) -> None:
    before, whole = content(scene.store), content(scene.store, record=True)
    lose_head(scene.store)
    salvaging = Salvaging(scene.store, clock)

    found = salvaging.look(None, ignore, never)
    salvaging.rebuild(None, found.sure, ignore, never)

    assert content(scene.store) == before
    assert content(scene.store, record=True)["store"][0][1] == whole["store"][0][1]
    assert_sound(scene.store)


def test_a_row_whose_page_is_lost_comes_back_from_the_record(scene: Scene, clock: FixedClock) -> None:
    before = content(scene.store)
    with hand(scene.store) as stranger:
        (root,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone()
        (other,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'measure'").fetchone()
    whole = bytearray(scene.store.read_bytes())
    for page in (root, other):
        whole[(page - 1) * 4096 : page * 4096] = bytes(4096)
    scene.store.write_bytes(whole)
    salvaging = Salvaging(scene.store, clock)

    found = salvaging.look(None, ignore, never)

    by = {(offer.thing, offer.confidence) for offer in found.offers if offer.thing in (Thing.ENTRY, Thing.MEASURE)}
    assert by == {(Thing.ENTRY, Confidence.SURE), (Thing.MEASURE, Confidence.LIKELY)}, "the seals vouch for days"
    salvaging.rebuild(None, found.likely, ignore, never)
    assert content(scene.store) == before


def test_what_refers_to_nothing_is_left_out_and_counted(scene: Scene, clock: FixedClock) -> None:
    with hand(scene.store) as stranger:
        stranger.execute("PRAGMA foreign_keys = OFF")
        stranger.execute("DELETE FROM person")
        stranger.execute("DELETE FROM change WHERE table_name = 'person'")
    lose_head(scene.store)

    found = Salvaging(scene.store, clock).look(None, ignore, never)

    assert found.left_out == 3
    assert not [offer for offer in found.offers if offer.thing is Thing.PROMISE]


def test_what_means_nothing_to_the_program_is_left_out(scene: Scene) -> None:
    with hand(scene.store) as stranger:
        stranger.execute(
            "UPDATE terms SET kind = 'rating' WHERE measure_id IN (SELECT id FROM measure WHERE name = 'Reports')"
        )
    found = scene.look()

    assert found.left_out == 2, "the measure and its terms"
    assert scene.rebuild(frozenset(offer.number for offer in found.offers)).accepted
    assert_sound(scene.store)


@pytest.mark.parametrize("spoil", [bad_files.empty, bad_files.text, bad_files.zeros, bad_files.nothing])
def test_a_store_with_nothing_in_it_offers_nothing_and_the_backup_comes_back(
    scene: Scene, spoil: Callable[[Path], None]
) -> None:
    spoil(scene.store)

    assert scene.look().offers == ()
    scene.rebuild(frozenset())

    assert content(scene.store)["measure"] == content(scene.backup.path)["measure"]


def test_who_stops_it_leaves_everything(scene: Scene) -> None:
    lose_head(scene.store)
    hurt = scene.store.read_bytes()
    found = scene.look()
    for most in (1, 4, 12):
        asked = 0

        def stop(most: int = most) -> bool:
            nonlocal asked
            asked += 1
            return asked >= most

        with pytest.raises(StoppedError):
            scene.salvaging.rebuild(scene.backup, found.sure, ignore, stop)
    with pytest.raises(StoppedError):
        scene.salvaging.look(scene.backup, ignore, lambda: True)

    assert scene.store.read_bytes() == hurt
    assert {file.name for file in scene.store.parent.iterdir()} <= {"scorecard.db", "scorecard.db-journal", "backups"}


@pytest.mark.parametrize("step", ["copy", "sync_file", "make"])
def test_a_disk_that_fails_leaves_the_store(scene: Scene, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lose_head(scene.store)
    hurt = scene.store.read_bytes()
    found = scene.look()

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups_restoring, step, fail)
    with pytest.raises((BackupError, StoreError)):
        scene.rebuild(found.sure)

    assert scene.store.read_bytes() == hurt


def test_a_damaged_backup_is_nothing_to_build_on(scene: Scene) -> None:
    lose_head(scene.store)
    bad_files.truncated(scene.backup.path)

    with pytest.raises(BackupError) as refused:
        scene.look()

    assert refused.value.fault is BackupFault.DAMAGED


def test_a_folder_that_takes_no_copy_is_named(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("scorecard.store.salvaging.copying.write_private", fail)
    with pytest.raises(StoreError) as refused:
        scene.look()

    assert refused.value.fault is StoreFault.FULL


def test_progress_goes_up_to_its_end(scene: Scene) -> None:
    lose_head(scene.store)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    found = scene.salvaging.look(scene.backup, tell, never)
    assert told == sorted(told)
    assert told[-1] == (100, 100)
    told.clear()
    scene.salvaging.rebuild(scene.backup, found.sure, tell, never)
    assert told == sorted(told)
    assert told[-1] == (100, 100)
