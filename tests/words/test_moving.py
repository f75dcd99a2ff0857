"""Why nothing was moved, and why nothing is copied to the second folder: each a sentence with its path."""

from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.backups import BackupError, BackupFault
from scorecard.services.moving import SameFolderError
from scorecard.words.backup_faults import say_second_fault, say_second_missed
from scorecard.words.moving import say_move_fault

PLACE = Path("/media/stick")


@pytest.mark.parametrize("fault", BackupFault)
def test_every_fault_names_its_place_and_says_that_nothing_was_moved(fault: BackupFault) -> None:
    said = say_move_fault(BackupError(fault, PLACE), None, tr)

    assert str(PLACE) in said
    assert "{" not in said
    assert "moved" in said


def test_a_folder_that_is_taken_or_the_same_is_named_as_such() -> None:
    assert str(PLACE) in say_move_fault(SameFolderError(), PLACE, tr)
    assert "already" in say_move_fault(SameFolderError(), None, tr)


@pytest.mark.parametrize("fault", BackupFault)
def test_every_fault_of_the_second_folder_names_it(fault: BackupFault) -> None:
    error = BackupError(fault, PLACE)

    assert str(PLACE) in say_second_fault(error, tr)
    assert say_second_missed(error, tr).startswith("For a week")
