"""The totals as their chart wants them: finished words and colours. Imports nothing of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from scorecard.charts.tallies_picture import TalliesPicture, TallyColours, TallyPanel
from scorecard.domain.periods import Period
from scorecard.services.progress.total import Total
from scorecard.ui.progress_tab.tally_wording import amount_words, below_words, to_whom_words, total_sentence
from scorecard.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class TalliesReading:
    """The picture, and of each measure which it is and what is said of it."""

    picture: TalliesPicture
    keys: tuple[str, ...]
    sentences: tuple[str, ...]
    summary: str = ""


def read_totals(totals: Sequence[Total], period: Period, locale: QLocale, *, mirrored: bool = False) -> TalliesReading:
    return TalliesReading(
        picture=TalliesPicture(tuple(_panel(total, period, locale) for total in totals), mirrored),
        keys=tuple(total.measure.id for total in totals),
        sentences=tuple(total_sentence(total, period, locale) for total in totals),
    )


def _panel(total: Total, period: Period, locale: QLocale) -> TallyPanel:
    return TallyPanel(
        name=total.measure.name,
        number=amount_words(total, total.total, locale),
        words=below_words(total, period, locale),
        to_whom=to_whom_words(total),
        curve=_parts(total.curve),
    )


def _parts(curve: Sequence[float]) -> tuple[float, ...]:
    """From 0 at the lowest, or at nothing, to 1 at the highest."""
    low, high = min(0.0, *curve), max(0.0, *curve)
    return tuple((height - low) / (high - low) for height in curve) if high > low else (0.0,) * len(curve)


def tally_colours(tokens: Tokens) -> TallyColours:
    return TallyColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        accent=tokens.accent,
        accent_soft=tokens.accent_soft,
    )
