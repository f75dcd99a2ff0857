"""A restore can be taken back, with all that could be undone, as long as nothing was entered since."""

import shutil
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason
from scorecard.services.backups import Backups
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.raw import content

PAST = Path(__file__).parents[1] / "store" / "past"
Score = Callable[[int], None]


@pytest.fixture
def score(path: Path, clock: FixedClock) -> Score:
    """Opens the store, enters a value, and closes it."""

    def do(value: int) -> None:
        with closing(Services(path, clock)) as services:
            measures = services.scoring.card().measures
            measure = measures[0].id if measures else services.cards.add(Draft("Calls", COUNT))
            services.scoring.score(measure, services.scoring.today(), Decimal(value))

    return do


@pytest.fixture
def backups(path: Path, clock: FixedClock) -> Backups:
    return Backups(path, clock)


@pytest.fixture
def backup(score: Score, backups: Backups) -> Backup:
    score(3)
    made = backups.make()
    score(5)
    return made


def test_taking_it_back_brings_every_row_of_every_table(path: Path, backups: Backups, backup: Backup) -> None:
    before = content(path, record=True)
    backups.restore(backup)
    assert content(path, record=True) != before

    taken = backups.take_back()

    assert content(path, record=True) == before
    assert taken.set_aside is not None
    assert taken.set_aside.reason is Reason.TAKING_BACK


def test_what_could_be_undone_can_be_undone_again(
    path: Path, backups: Backups, backup: Backup, clock: FixedClock
) -> None:
    backups.restore(backup)
    backups.take_back()

    with closing(Services(path, clock)) as services:
        assert dict(services.undoing.undo().activity.subject)["value"] == "5"


def test_once_something_was_entered_nothing_is_taken_back(
    path: Path, backups: Backups, backup: Backup, score: Score
) -> None:
    backups.restore(backup)
    score(7)
    before = content(path, record=True)

    assert backups.to_take_back() is None
    with pytest.raises(BackupError) as caught:
        backups.take_back()

    assert caught.value.fault is BackupFault.NOTHING_TO_TAKE_BACK
    assert content(path, record=True) == before


def test_a_backup_of_what_was_entered_since_changes_nothing_about_that(
    backups: Backups, backup: Backup, score: Score
) -> None:
    backups.restore(backup)
    score(7)
    backups.make(Reason.DAY)

    assert backups.to_take_back() is None


def test_an_undo_in_the_restored_store_is_something_entered(
    path: Path, backups: Backups, backup: Backup, clock: FixedClock
) -> None:
    backups.restore(backup)
    with closing(Services(path, clock)) as services:
        services.undoing.undo()

    assert backups.to_take_back() is None


def test_taken_back_there_is_no_more_to_take_back(backups: Backups, backup: Backup) -> None:
    backups.restore(backup)
    backups.take_back()

    assert backups.to_take_back() is None


def test_it_survives_a_restart_and_a_backup_on_request(
    path: Path, backup: Backup, backups: Backups, clock: FixedClock
) -> None:
    backups.restore(backup)
    again = Backups(path, clock)
    again.make()

    found = again.to_take_back()
    assert found is not None
    assert found.reason is Reason.RESTORE


def test_a_store_of_that_nothing_was_restored_has_nothing_to_take_back(backups: Backups, backup: Backup) -> None:
    assert backups.to_take_back() is None


def test_a_damaged_store_is_not_brought_back(path: Path, backups: Backups, backup: Backup) -> None:
    bad_files.zeros(path)
    backups.restore(backup)

    assert backups.to_take_back() is None


def test_a_restore_of_an_older_program_s_backup_can_be_taken_back(home: Path, clock: FixedClock) -> None:
    path = home / "old" / "scorecard.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(PAST / "schema-1.db", path)
    backups = Backups(path, clock)
    old = backups.make(Reason.MIGRATION)
    backups.restore(old)
    with closing(Services(path, clock)) as services:
        services.cards.add(Draft("Reports", COUNT))
    before = content(path, record=True)

    backups.restore(old)
    backups.take_back()

    assert content(path, record=True) == before
