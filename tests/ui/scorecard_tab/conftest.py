"""Promises in the store of the tests of a day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from scorecard.domain.due import Due
from scorecard.domain.promises import Level
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from tests.ui.conftest import TODAY

Promised = Callable[..., str]


@pytest.fixture
def promised(services: Services) -> Promised:
    """Makes a promise a week ago, due today if not told otherwise: promised("Call Ana", Level.BEST_EFFORT)."""

    def make(words: str, level: Level = Level.COMMITMENT, due: Due | date | None = TODAY, to: str = "") -> str:
        when = Due.on(due) if isinstance(due, date) else due
        return services.promises.make(PromiseDraft(words, level, when, to, made_on=TODAY - timedelta(days=7)))

    return make
