"""The settings that change what is stored or how it reads: when the day ends, and the grades."""

from dataclasses import replace
from datetime import time

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.days import LATEST_DAY_END
from scorecard.domain.grades import GradeScale
from scorecard.services.scoring import Scoring
from scorecard.store import settings
from scorecard.store.store import Store


class Rules:
    """New rules hold from today on; grades of earlier days stay what they were."""

    def __init__(self, store: Store, scoring: Scoring) -> None:
        self._store = store
        self._scoring = scoring

    def set_day_end(self, day_end: time) -> None:
        if day_end > LATEST_DAY_END:
            raise ValueError("a day ends between 00:00 and 12:00")
        with self._store.change(Deed(Verb.CHANGE_SETTING, {"setting": "day_end"})) as work:
            settings.write_day_end(work, day_end)

    def set_grades(self, scale: GradeScale) -> None:
        today = self._scoring.today()
        with self._store.change(Deed(Verb.CHANGE_SETTING, {"setting": "grades"})) as work:
            settings.write_scale(work, replace(scale, first_day=today))
