"""Every error of the world has one clear sentence of its own."""

from datetime import date
from pathlib import Path

import pytest

from scorecard.cli.english import tr
from scorecard.domain.errors import (
    CardFullError,
    EmptyNameError,
    FutureDayError,
    ImpossibleTermsError,
    ImpossibleValueError,
    KnownError,
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
OTHERS: list[KnownError] = [
    CardFullError(), EmptyNameError(), FutureDayError(date(2026, 11, 21)), NothingToUndoError(), StoppedError(),
    TextTooLongError(100), UndoConflictError("entry"),
]  # fmt: skip


@pytest.mark.parametrize(
    "error", [*STORE, *VALUES, *TERMS, *OTHERS], ids=lambda error: f"{type(error).__name__}-{error}"
)
def test_every_error_has_a_whole_sentence(error: KnownError) -> None:
    sentence = say_error(error, tr)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert type(error).__name__ not in sentence


def test_no_two_errors_say_the_same() -> None:
    sentences = [say_error(error, tr) for error in (*STORE, *VALUES, *TERMS, *OTHERS)]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("error", VALUES, ids=str)
def test_a_refused_value_says_that_the_earlier_one_stays(error: ImpossibleValueError) -> None:
    assert say_error(error, tr).endswith("The earlier value stays.")


def test_a_newer_store_is_named_with_both_versions() -> None:
    sentence = say_error(StoreError(StoreFault.TOO_NEW, PATH, found=7, known=1), tr)
    assert str(PATH) in sentence
    assert "7" in sentence
    assert "1" in sentence


class UnheardOfError(KnownError):
    pass


def test_even_an_error_without_a_sentence_says_that_nothing_was_changed() -> None:
    assert "Nothing was changed." in say_error(UnheardOfError(), tr)
