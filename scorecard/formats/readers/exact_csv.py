"""Our own export for programs, a row an entry: with the kind and the id of each measure nothing has to be guessed."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark
from scorecard.domain.measures import RATING_SCALES, Direction, Kind, Terms
from scorecard.formats.bundle import OWN_STORE, UNDATED, Bundle, Cancelled, ForeignMeasure, Format, LossKind, Progress
from scorecard.formats.cells import answer_in, minutes_in, number_in
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.fitting import fitting_name, folded
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.named_tables import NamedRow, has_columns, rows_in

NAME = "scorecard-csv"
LARGEST_FILE = 64 * 1024 * 1024
NEEDED = ("date", "measure", "value", "note", "kind", "measure_id")
_SKIPPED = "skipped"
_SCALES = {str(scale): scale for scale in RATING_SCALES}


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return has_columns(head, *NEEDED)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    rows = rows_in(path, LARGEST_FILE, NEEDED, (), cancelled)
    gathering = Gathering(NAME)
    steps = Steps(progress, cancelled, len(rows))
    for own in _by_measure(rows):
        kind, scale = _kind(own[0])
        measure = _measure(own[0], kind, scale, gathering)
        for row in own:
            steps.step()
            if kind.computed:
                gathering.losses.add(LossKind.INFERRED, measure.name, row.line)
            else:
                _gather(measure, kind, row, gathering)
    return gathering.bundle()


def _by_measure(rows: Sequence[NamedRow]) -> list[list[NamedRow]]:
    """Where a row has no id, somebody made it by hand: then the name tells."""
    found: dict[str, list[NamedRow]] = {}
    for row in rows:
        found.setdefault(row["measure_id"] or f"#{folded(row['measure'])}", []).append(row)
    return list(found.values())


def _kind(row: NamedRow) -> tuple[Kind, int | None]:
    """ "rating 10": of a rating its scale, too."""
    word, _, scale = row["kind"].partition(" ")
    try:
        kind = Kind(word)
    except ValueError:
        raise UnreadableFileError(FileFault.NOT_A_VALUE, row.line) from None
    if (kind is Kind.RATING) != (scale in _SCALES) or (kind is not Kind.RATING and scale):
        raise UnreadableFileError(FileFault.NOT_A_VALUE, row.line)
    return kind, _SCALES.get(scale)


def _measure(row: NamedRow, kind: Kind, scale: int | None, gathering: Gathering) -> ForeignMeasure:
    """Its target is not told; an answer asks for yes."""
    name, whole = gathering.named(row["measure"], "#")
    asks = Direction.AT_LEAST if kind is Kind.YES_NO else Direction.TALLY
    origin, _ = fitting_name(f"{OWN_STORE}:{row['measure_id'] or name}", f"{OWN_STORE}:#{row.line}")
    return gathering.add_measure(
        ForeignMeasure(origin, name, (Terms(UNDATED, kind, asks, scale=scale),), gathering.why(name, whole))
    )


def _value(cell: str, kind: Kind) -> Decimal | None:
    if kind is Kind.YES_NO and (said := answer_in(cell)) is not None:
        return Decimal(said)
    if kind is Kind.DURATION and (minutes := minutes_in(cell)) is not None:
        return minutes
    return number_in(cell, ".")


def _gather(measure: ForeignMeasure, kind: Kind, row: NamedRow, gathering: Gathering) -> None:
    mark: Mark = UNKNOWN
    note = row.cells[row.columns["note"]]  # with the blanks around it
    if row["value"] == _SKIPPED:
        mark = SKIPPED
    elif row["value"]:
        mark, note = gathering.valued(measure, _value(row["value"], kind), row["value"], note, row.line)
    gathering.add_entry(measure, day_in(row["date"], DayForm.ISO), mark, note, row.line)


FORMAT = Format(NAME, recognise, read)
