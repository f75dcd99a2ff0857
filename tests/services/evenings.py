"""Short questions to the pages of days."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW, Answer
from scorecard.services.reflecting import Reflecting, WritingPlace
from scorecard.store.reflections import add_answers
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.services.opened import TODAY

DAY = timedelta(days=1)
STANDING = (MOVED, ADJUST, TOMORROW)


def place(reflecting: Reflecting, prompt_id: str, day: date = TODAY) -> WritingPlace:
    (found,) = (found for found in reflecting.page(day).places if found.prompt_id == prompt_id)
    return found


def text(reflecting: Reflecting, prompt_id: str = MOVED, day: date = TODAY) -> str:
    return place(reflecting, prompt_id, day).text


def write_long_ago(path: Path, clock: FixedClock, answers: Sequence[Answer]) -> None:
    """As if on days that were today once."""
    with closing(Store(path, clock)) as store, store.change(Deed(Verb.IMPORT)) as work:
        add_answers(work, answers)
