"""The grade scales of a life as arrays: which points each grade covers on which days, and where points lie in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scorecard.domain.grades import FAILED, GradeScale
from scorecard.domain.settings import Settings
from scorecard.services.progress.grid import Counts, Numbers

_BEST = 100


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """One scale as a row of equal steps, the lowest grade first; each begins at its bound. `scale` is its number."""

    scale: int
    letters: tuple[str, ...]
    bounds: tuple[int, ...]

    def places(self, points: Numbers | Counts) -> Numbers:
        """Where points lie, counted in steps. Whole points are spread evenly over the step of their grade."""
        edges = np.array([*self.bounds, _BEST + 1], np.float64)
        step = np.clip(np.searchsorted(edges, points, side="right") - 1, 0, len(self.letters) - 1)
        return np.asarray(step + (points - edges[step] + 0.5) / (edges[step + 1] - edges[step]))


class Bands:
    """Every grade of every scale has a code; `low` to `high` are the whole points that it covers."""

    def __init__(self, settings: Settings) -> None:
        self._scales = (GradeScale(), *settings.scales)  # the first one holds until there is another
        known = [scale.bounds for scale in self._scales]
        self._alike = [known.index(bounds) for bounds in known]  # the first one with the same bounds
        self._starts = np.array([scale.first_day.toordinal() for scale in settings.scales], np.int64)
        self._codes: dict[tuple[int, str], int] = {}
        letters: list[str] = []
        lows: list[int] = []
        highs: list[int] = []
        numbers: list[int] = []
        for number in range(len(self._scales)):
            steps = self._steps(number)
            ends = [*(bound - 1 for bound in steps.bounds[1:]), _BEST]
            for letter, low, high in zip(steps.letters, steps.bounds, ends, strict=True):
                self._codes[number, letter] = len(letters)
                letters.append(letter)
                lows.append(low)
                highs.append(high)
                numbers.append(steps.scale)
        self.letters = tuple(letters)
        self.low, self.high, self.scale = (np.array(column, np.int64) for column in (lows, highs, numbers))

    def codes(self, ordinals: Counts, grades: Sequence[str]) -> Counts:
        """Of each day's grade under the scale of that day; −1 for one that is not in it."""
        valid = np.searchsorted(self._starts, ordinals, side="right").tolist()
        return np.array([self._codes.get(pair, -1) for pair in zip(valid, grades, strict=True)], np.int64)

    def steps_on(self, day: date) -> Steps:
        return self._steps(int(np.searchsorted(self._starts, day.toordinal(), side="right")))

    def middles(self, steps: Steps) -> Numbers:
        """Where each grade lies among `steps`: its own ones in the middle, those of other scales by their points."""
        foreign = steps.places((self.low + self.high) / 2)
        own = np.array([steps.letters.index(letter) if letter in steps.letters else 0 for letter in self.letters]) + 0.5
        return np.where(self.scale == steps.scale, own, foreign)

    def _steps(self, number: int) -> Steps:
        bounds = self._scales[number].bounds[::-1]
        return Steps(self._alike[number], (FAILED, *(name for name, _ in bounds)), (0, *(limit for _, limit in bounds)))
