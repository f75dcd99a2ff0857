"""The grades as they stand in the settings, and the bounds they mean. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.domain.grades import FAILED, GradeScale
from scorecard.domain.texts import clean_line
from scorecard.ui.text import tr

PLACES = 10
NAME_LENGTH = 12

Bounds = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class GradePlace:
    """A place for a grade. Without a name it stays empty; `points` 0 is none given."""

    name: str = ""
    points: int = 0


class GradeProblem(Exception):  # noqa: N818
    """Why the places mean no scale: the first one to look at, and the sentence."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(sentence)
        self.place = place
        self.sentence = sentence


def places_of(scale: GradeScale) -> tuple[GradePlace, ...]:
    """The grades, best first, and empty places up to ten."""
    grades = tuple(GradePlace(name, points) for name, points in scale.bounds)
    return grades + (GradePlace(),) * (PLACES - len(grades))


def bounds_of(places: Sequence[GradePlace]) -> Bounds:
    """The bounds, from the best grade down; raises GradeProblem."""
    bounds: list[tuple[str, int]] = []
    for number, place in enumerate(places):
        name = clean_line(place.name, NAME_LENGTH)
        if name:
            _check(number, name, place.points, bounds)
            bounds.append((name, place.points))
    if not bounds:
        raise GradeProblem(0, tr("At least one grade needs a name. Grades can also be hidden."))
    return tuple(bounds)


def _check(number: int, name: str, points: int, better: Sequence[tuple[str, int]]) -> None:
    if name in (FAILED, *(known for known, _ in better)):
        raise GradeProblem(number, tr("There is a grade “{name}” already.").format(name=name))
    if points <= 0:
        raise GradeProblem(number, tr("From how many points on is it “{name}”?").format(name=name))
    if better and points >= better[-1][1]:
        sentence = tr("“{name}” has to begin below “{better}”: at {most} or less.")
        raise GradeProblem(number, sentence.format(name=name, better=better[-1][0], most=better[-1][1] - 1))
