"""A period under another card as its chart wants it, and in words. No matplotlib here."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from scorecard.charts.week_picture import Level
from scorecard.charts.what_if_picture import Line, WhatIfPicture
from scorecard.services.progress.course import Course
from scorecard.services.progress.rounding import whole
from scorecard.services.progress.what_if import WhatIf
from scorecard.ui.progress_tab.course_scale import away_places, scales_of
from scorecard.ui.progress_tab.course_wording import band_name, band_remarks
from scorecard.ui.progress_tab.wording import DOT, day_words, figure, remarks
from scorecard.ui.text import tr

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIfReading:
    picture: WhatIfPicture
    keys: tuple[object, ...]
    sentences: tuple[str, ...]
    summary: str


def read_what_if(found: WhatIf, locale: QLocale, *, mirrored: bool = False) -> WhatIfReading:
    counted, would_be = found.counted, found.would_be
    lines = _line(counted), _line(would_be)
    hollow = [*(bar.hollow for bar in counted.days), *(band.hollow for band in counted.bands)]
    return WhatIfReading(
        picture=WhatIfPicture(
            counted=lines[0],
            would_be=lines[1],
            hollow=frozenset(n for n, outlined in enumerate(hollow) if outlined),
            scales=scales_of(counted, locale),
            grid=(figure(0, locale), figure(50, locale), figure(100, locale)),
            means=(
                _level(counted, tr("counted {points}", "beside a line"), locale),
                _level(would_be, tr("would be {points}", "beside a line"), locale),
            ),
            away=away_places(counted),
            mirrored=mirrored,
        ),
        keys=(counted.grain, *(day.day for day in counted.days), *(band.first for band in counted.bands)),
        sentences=tuple(
            DOT.join([name, *_points_words(one, other, locale), *said])
            for (name, said), one, other in zip(_named(counted, locale), *lines, strict=True)
        ),
        summary=mean_words(found, locale),
    )


def _line(course: Course) -> Line:
    """Of a thin day what is known of it: it is drawn as an outline."""
    days = (None if bar.points is None else float(bar.points) for bar in course.days)
    return (*days, *(band.mean for band in course.bands))


def _level(course: Course, words: str, locale: QLocale) -> Level | None:
    mean = whole(course.mean)
    if course.mean is None or mean is None:
        return None
    return Level(course.mean, words.format(points=figure(mean, locale)))


def _named(course: Course, locale: QLocale) -> list[tuple[str, list[str]]]:
    """What each place is called, and what is peculiar about it."""
    days = [(day_words(bar.day, locale), remarks(bar)) for bar in course.days]
    return days + [(band_name(band, course.today, locale), band_remarks(band)) for band in course.bands]


def _points_words(counted: float | None, would_be: float | None, locale: QLocale) -> list[str]:
    if counted is None and would_be is None:
        return []
    words = tr("counted {counted}, would be {would_be}")
    return [words.format(counted=_shown(counted, locale), would_be=_shown(would_be, locale))]


def _shown(points: float | None, locale: QLocale) -> str:
    shown = whole(points)
    return "–" if shown is None else figure(shown, locale)


def mean_words(found: WhatIf, locale: QLocale) -> str:
    """ "Mean 78 as counted, 81 as it would be (212 and 212 days)"."""
    if not found.counted.n and not found.would_be.n:
        return tr("No day of this time is scored.")
    words = tr("Mean {counted} as counted, {would_be} as it would be (n {n} and {m} days).").format(
        counted=_shown(found.counted.mean, locale),
        would_be=_shown(found.would_be.mean, locale),
        n=figure(found.counted.n, locale),
        m=figure(found.would_be.n, locale),
    )
    return words if found.differs else words + " " + tr("No day would have another score.")


def headings() -> Row:
    return tr("Grade"), tr("Days counted"), tr("Would be")


def grade_rows(found: WhatIf, locale: QLocale) -> list[Row]:
    """Of the grades that any day has, or would have."""
    return [
        (one.grade, figure(one.counted, locale), figure(one.would_be, locale))
        for one in found.grades
        if one.counted or one.would_be
    ]
