"""Every error of the world has one clear sentence of its own."""

from datetime import date
from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.errors import (
    CardFullError,
    ComputedValueError,
    EmptyNameError,
    FutureDayError,
    ImpossibleStepError,
    ImpossibleTermsError,
    ImpossibleValueError,
    KnownError,
    StepFault,
    StoppedError,
    TermsFault,
    TextTooLongError,
    ValueFault,
)
from scorecard.domain.incidents import NothingToUndoError, StoreError, StoreFault, UndoConflictError
from scorecard.words.errors import say_error

PATH = Path("/somewhere/scorecard.db")
STORE = [StoreError(fault, PATH, found=7, known=1) for fault in StoreFault]
VALUES = [ImpossibleValueError(fault, 5) for fault in ValueFault]
TERMS = [ImpossibleTermsError(fault) for fault in TermsFault]
STEPS = [ImpossibleStepError(fault, date(2026, 11, 20)) for fault in StepFault]
OTHERS: list[KnownError] = [
    CardFullError(), ComputedValueError(), EmptyNameError(), FutureDayError(date(2026, 11, 21)), NothingToUndoError(),
    StoppedError(), TextTooLongError(100), UndoConflictError("entry"),
]  # fmt: skip


@pytest.mark.parametrize(
    "error", [*STORE, *VALUES, *TERMS, *STEPS, *OTHERS], ids=lambda error: f"{type(error).__name__}-{error}"
)
def test_every_error_has_a_whole_sentence(error: KnownError) -> None:
    sentence = say_error(error, tr)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert type(error).__name__ not in sentence


def test_no_two_errors_say_the_same() -> None:
    sentences = [say_error(error, tr) for error in (*STORE, *VALUES, *TERMS, *STEPS, *OTHERS)]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("error", VALUES, ids=str)
def test_a_refused_value_says_that_the_earlier_one_stays(error: ImpossibleValueError) -> None:
    assert say_error(error, tr).endswith("The earlier value stays.")


def test_a_newer_store_is_named_with_both_versions() -> None:
    sentence = say_error(StoreError(StoreFault.TOO_NEW, PATH, found=7, known=1), tr)
    assert str(PATH) in sentence
    assert "7" in sentence
    assert "1" in sentence


@pytest.mark.parametrize(
    "fault", [StepFault.BEFORE_MADE, StepFault.BEFORE_MISS, StepFault.FUTURE, StepFault.DUE_BEFORE]
)
def test_a_bound_that_was_crossed_is_named_in_the_words_for_days(fault: StepFault) -> None:
    error = ImpossibleStepError(fault, date(2026, 11, 20))

    assert "2026-11-20" in say_error(error, tr)
    assert "Friday" in say_error(error, tr, lambda day: "Friday")


class UnheardOfError(KnownError):
    pass


def test_even_an_error_without_a_sentence_says_that_nothing_was_changed() -> None:
    assert "Nothing was changed." in say_error(UnheardOfError(), tr)
