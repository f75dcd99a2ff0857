"""A course as its chart wants it: finished words and tones, and what lies behind each place. No matplotlib here."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.course_picture import CoursePicture, Range
from scorecard.charts.week_picture import Bar, Level
from scorecard.domain.periods import Period
from scorecard.services.progress.course import Band, Course
from scorecard.services.progress.rounding import whole
from scorecard.services.week_chart import DayBar
from scorecard.ui.progress_tab.course_scale import away_places, scales_of
from scorecard.ui.progress_tab.course_wording import (
    band_reading,
    course_words,
    mean_before_words,
    mean_words,
    running_reading,
)
from scorecard.ui.progress_tab.reading import tone_of
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.text import tr

Behind = date | Period | None


@dataclass(frozen=True, slots=True)
class CourseReading:
    """The picture, and of each place what it stands for, what is said of it, and what it opens, if it does."""

    picture: CoursePicture
    keys: tuple[object, ...]
    sentences: tuple[str, ...]
    behind: tuple[Behind, ...]
    summary: str


def read_course(course: Course, locale: QLocale, *, mirrored: bool = False) -> CourseReading:
    days = zip(course.days, course.running, strict=True)
    by_day = [running_reading(bar, mean, locale) for bar, mean in days]
    return CourseReading(
        picture=_picture(course, locale, mirrored),
        keys=(course.grain, *(bar.day for bar in course.days), *(band.first for band in course.bands)),
        sentences=(*by_day, *(band_reading(band, course.today, locale) for band in course.bands)),
        behind=(*(_day_behind(bar) for bar in course.days), *(_period_behind(band) for band in course.bands)),
        summary=course_words(course, locale),
    )


def _picture(course: Course, locale: QLocale, mirrored: bool) -> CoursePicture:
    mean, before = whole(course.mean), whole(course.mean_before)
    return CoursePicture(
        bars=tuple(_bar(bar, locale) for bar in course.days),
        ranges=tuple(_range(band) for band in course.bands),
        line=(*course.running, *(band.mean for band in course.bands)),
        scales=scales_of(course, locale),
        grid=(figure(0, locale), figure(50, locale), figure(100, locale)),
        mean=None if course.mean is None or mean is None else Level(course.mean, mean_words(course, mean, locale)),
        before=None
        if course.mean_before is None or before is None
        else Level(course.mean_before, mean_before_words(course, before, locale)),
        away=away_places(course),
        away_words=tr("away"),
        mirrored=mirrored,
    )


def _bar(bar: DayBar, locale: QLocale) -> Bar:
    if bar.points is None or bar.shown is None:
        return Bar("", away=bar.away)
    return Bar("", float(bar.points), figure(bar.shown, locale), tone_of(bar.shown), bar.hollow, bar.away)


def _range(band: Band) -> Range | None:
    if band.low is None or band.high is None or band.mean is None or band.shown is None:
        return None
    return Range(band.low, band.high, band.mean, tone_of(band.shown), band.hollow)


def _day_behind(bar: DayBar) -> Behind:
    return None if bar.future else bar.day


def _period_behind(band: Band) -> Behind:
    return None if band.future else band.period
