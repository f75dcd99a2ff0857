"""Felt grades as their chart wants them: finished words, places and colours. Imports nothing of matplotlib."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.feeling_picture import FeelingColours, FeelingPicture, FeelingSpot, Side
from scorecard.services.progress.felt import Feeling, Felt, FeltSpot
from scorecard.ui.progress_tab.feeling_wording import felt_words, spot_words, summary_words
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens

SIDES = {Felt.BETTER: Side.ABOVE, Felt.AS_COUNTED: Side.ON, Felt.WORSE: Side.BELOW}


@dataclass(frozen=True, slots=True)
class FeelingReading:
    """The picture, and of each spot what it is, what is said of it, and the day it opens: the latest of it."""

    picture: FeelingPicture
    keys: tuple[tuple[str, date, int], ...]
    sentences: tuple[str, ...]
    days: tuple[date, ...]
    summary: str


def read_feeling(feeling: Feeling, locale: QLocale, *, mirrored: bool = False) -> FeelingReading:
    picture = FeelingPicture(
        letters=feeling.letters,
        bounds=tuple(figure(bound, locale) for bound in feeling.bounds[1:]),
        spots=tuple(_spot(spot) for spot in feeling.spots),
        above="▲ " + felt_words(Felt.BETTER),
        below="▼ " + felt_words(Felt.WORSE),
        felt=tr("felt", "name of a scale: grades as days felt"),
        counted=tr("counted", "name of a scale: points as days were scored"),
        mirrored=mirrored,
    )
    return FeelingReading(
        picture=picture,
        keys=tuple((spot.grade, spot.last, spot.n) for spot in feeling.spots),
        sentences=tuple(spot_words(spot, feeling.today, locale) for spot in feeling.spots),
        days=tuple(spot.last for spot in feeling.spots),
        summary=summary_words(feeling, locale),
    )


def _spot(spot: FeltSpot) -> FeelingSpot:
    return FeelingSpot(spot.across, spot.upward, spot.n, SIDES[spot.felt], spot.hollow)


def feeling_colours(tokens: Tokens) -> FeelingColours:
    """The first and the third of the colour order, which eyes of every kind tell apart."""
    return FeelingColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        steps=tokens.accent_soft,
        above=tokens.commitment,
        on=tokens.text_quiet,
        below=tokens.intention,
    )
