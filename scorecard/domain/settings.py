"""Settings that change what is stored from now on or how it is read. They live in the store, with a first day."""

from dataclasses import dataclass
from datetime import date, time

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.domain.grades import GradeScale


@dataclass(frozen=True, slots=True)
class Settings:
    """`scales` are ordered by their first day. The day end only decides which day is today; no entry ever moves."""

    day_end: time = DEFAULT_DAY_END
    scales: tuple[GradeScale, ...] = ()

    def scale_on(self, day: date) -> GradeScale:
        """The grade scale in force on `day`, so that new bounds leave the grades of the past as they were."""
        valid = [scale for scale in self.scales if scale.first_day <= day]
        return valid[-1] if valid else GradeScale()
