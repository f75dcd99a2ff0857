"""Charts look as they did: compared with pictures of them, up to a little for how letters are smoothed elsewhere.

`python -m tests.charts.test_references` draws the pictures anew, after a change that was meant and looked at.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread, imsave
from numpy.typing import NDArray

from scorecard.charts.course import CourseChart
from scorecard.charts.week import WeekChart
from scorecard.charts.year import YearChart
from tests.charts import test_course_figure as course
from tests.charts import test_week_figure as week
from tests.charts import test_year_figure as year

FOLDER = Path(__file__).parent / "references"
MOST_APART = 0.012  # of 1, on the average of all pixels: a bar that is missing is 0.03
Pixels = NDArray[np.float64]


def drawn(make: type, picture: object, colours: object, size: object) -> Pixels:
    chart = make(colours)
    chart.show(picture, colours, size)
    return np.asarray(chart.canvas.buffer_rgba())[..., :3] / 255


CHARTS: dict[str, Callable[[], Pixels]] = {
    "week": lambda: drawn(WeekChart, week.WEEK, week.COLOURS, week.SIZE),
    "week-dark": lambda: drawn(WeekChart, week.WEEK, week.DARK, week.SIZE),
    "month": lambda: drawn(CourseChart, course.MONTH, course.COLOURS, course.SIZE),
    "year-in-bands": lambda: drawn(CourseChart, course.YEAR, course.COLOURS, course.SIZE),
    "calendar": lambda: drawn(YearChart, year.YEAR, year.COLOURS, year.SIZE),
}


def apart(one: Pixels, other: Pixels) -> float:
    """The mean difference of two pictures of one size."""
    assert one.shape == other.shape
    return float(np.abs(one - other).mean())


@pytest.mark.parametrize("name", CHARTS)
def test_the_chart_looks_as_it_did(name: str) -> None:
    assert apart(CHARTS[name](), imread(FOLDER / f"{name}.png")[..., :3]) < MOST_APART


def test_a_chart_with_one_bar_less_does_not_look_as_it_did() -> None:
    other = drawn(WeekChart, week.picture(92, 78, 54, 88, None, None, None), week.COLOURS, week.SIZE)
    assert apart(other, imread(FOLDER / "week.png")[..., :3]) > MOST_APART


if __name__ == "__main__":
    for chart_name, draw in CHARTS.items():
        imsave(FOLDER / f"{chart_name}.png", draw())
