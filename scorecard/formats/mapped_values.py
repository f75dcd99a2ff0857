"""What one measure of a table got on each day, where a day may have several rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Kind
from scorecard.formats.bundle import AdviceKind, ForeignMeasure, LossKind
from scorecard.formats.columns import Column, column_of
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Gathering, Steps, fitting_value
from scorecard.formats.mapped_columns import Said, Told
from scorecard.formats.mapping import Several


def gather_measure(told: Told, origin: str, point: str, several: Several, gathering: Gathering, steps: Steps) -> None:
    days: dict[date, list[Said]] = {}
    for said in told.said:
        steps.step()
        days.setdefault(said.day, []).append(said)
    column = column_of([said.value for said in told.said if said.value], point)
    if several is Several.MEAN and column.terms.kind is Kind.COUNT and len(days) < len(told.said):
        column = replace(column, terms=replace(column.terms, kind=Kind.NUMBER))
    measure = _measure(told, origin, column, gathering)
    if column.dash_is_no:
        gathering.advise(AdviceKind.DASH_IS_NO, measure.name)
    for day, own in days.items():
        if len(own) == 1:
            mark, note = _mark(measure, column, own[0], gathering)
        else:
            mark, note = _marks(measure, column, own, several, gathering)
        gathering.add_entry(measure, day, mark, note, own[-1].line)


def _measure(told: Told, origin: str, column: Column, gathering: Gathering) -> ForeignMeasure:
    name, whole = gathering.named(told.name, "#")
    origin = f"{origin}:{told.unnamed or folded(name)}"
    return gathering.add_measure(ForeignMeasure(origin, name, (column.terms,), gathering.why(name, whole)))


def _mark(measure: ForeignMeasure, column: Column, said: Said, gathering: Gathering) -> tuple[Mark, str]:
    if not said.value:
        return UNKNOWN, said.note
    mark, loss = column.read(said.value)
    if loss is None:
        return mark, said.note
    gathering.losses.add(loss, measure.name, said.line)
    return mark, joined((said.note, said.value))


def _marks(
    measure: ForeignMeasure, column: Column, own: Sequence[Said], several: Several, gathering: Gathering
) -> tuple[Mark, str]:
    """Of several rows of a day. Each value is in the note."""
    if several is Several.REFUSED:
        raise UnreadableFileError(FileFault.DUPLICATE_DAY, own[1].line)
    note = "\n".join(joined((cell.value, cell.note), between=" · ") for cell in own)
    marks = [(cell, *column.read(cell.value)) for cell in own if cell.value]
    for cell, _, loss in marks:
        if loss is not None:
            gathering.losses.add(loss, measure.name, cell.line)
    scored = [mark.value for _, mark, _ in marks if isinstance(mark, Scored)]
    one_of_them = several in (Several.FIRST, Several.LAST) or column.terms.kind is Kind.YES_NO or not scored
    if one_of_them:
        first = several is Several.FIRST
        gathering.advise(AdviceKind.FIRST_OF_DAY if first else AdviceKind.LAST_OF_DAY, measure.name)
        return (marks[0 if first else -1][1] if marks else UNKNOWN), note
    gathering.advise(AdviceKind.SUMMED if several is Several.SUM else AdviceKind.MEAN_OF_DAY, measure.name)
    whole = sum(scored, Decimal(0))
    value = fitting_value(column.terms, whole if several is Several.SUM else whole / len(scored))
    if value is None:
        gathering.losses.add(LossKind.IN_NOTE, measure.name, own[-1].line)
    return (UNKNOWN if value is None else Scored(value)), note
