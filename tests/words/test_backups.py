"""Backups in words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.backups import (
    Backup,
    BackupError,
    BackupFault,
    Contents,
    Difference,
    Reason,
    Soundness,
)
from scorecard.words.backup_faults import say_daily_failure
from scorecard.words.backups import (
    say_contents,
    say_difference,
    say_reason,
    say_size,
    say_verdict,
    say_verdict_at_length,
)
from scorecard.words.errors import say_error

GOOD = Backup(Path("x.db"), 1, date(2026, 11, 20), Reason.DAY, 1, Soundness.GOOD, checked=True)


@pytest.mark.parametrize("fault", BackupFault)
def test_every_fault_has_a_sentence_that_says_what_to_do(fault: BackupFault) -> None:
    sentence = say_error(BackupError(fault, Path("/backups/x")), tr)

    assert sentence.endswith(".")
    assert "{" not in sentence
    assert sentence.count(". ") >= (0 if fault is BackupFault.EXISTS else 1)


def test_every_reason_and_every_verdict_has_words_of_its_own() -> None:
    assert len({say_reason(reason, tr) for reason in Reason}) == len(Reason)
    verdicts = [replace(GOOD, soundness=soundness, broken_days=2) for soundness in Soundness]
    assert [say_verdict(backup, tr) for backup in verdicts] == ["Good", "Good but for 2 days", "Damaged", "Too new"]
    assert len({say_verdict_at_length(backup, tr) for backup in verdicts}) == len(Soundness)


def test_one_that_was_not_checked_is_not_called_good() -> None:
    assert say_verdict(replace(GOOD, checked=False), tr) == "Not checked yet"
    assert say_verdict(replace(GOOD, checked=False, soundness=Soundness.DAMAGED), tr) == "Damaged"
    assert say_verdict(replace(GOOD, reason=Reason.SET_ASIDE), tr) == "Not a backup"


def test_what_it_holds_leaves_out_what_there_is_none_of() -> None:
    assert say_contents(Contents(240, 1680, 31, 0), tr) == "240 days, 1680 values, 31 promises"
    assert say_contents(Contents(1, 1), tr) == "1 day, 1 value"


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        (Difference(), "Nothing you entered would change: the present store holds the same."),
        (Difference(days=12, values=40), "Restoring it would lose what came since: 40 values on 12 days."),
        (
            Difference(1, 1, promises=3, answers=1, others=2),
            "Restoring it would lose what came since: 1 value on 1 day, 3 promises, 1 answer, other changes.",
        ),
        (Difference(back=2), "2 values would be as they were then."),
        (Difference(others=1), "Other changes made since would be lost."),
    ],
)
def test_what_would_be_lost(difference: Difference, sentence: str) -> None:
    assert say_difference(difference, tr) == sentence


def test_sizes_are_for_people() -> None:
    assert [say_size(size, tr) for size in (10, 600_000, 7_200_000)] == ["1 KB", "586 KB", "6.9 MB"]


def test_a_day_without_a_backup_is_told_with_what_is_safe() -> None:
    said = say_daily_failure(BackupError(BackupFault.FULL, Path("x")), tr)

    assert said.endswith("What you enter is saved as always; Scorecard tries again by itself.")
    assert "tries again" not in say_daily_failure(BackupError(BackupFault.STORE_DAMAGED, Path("x")), tr)
