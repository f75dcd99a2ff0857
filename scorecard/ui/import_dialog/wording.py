"""What the import dialog says, worked out from values: the pages only paint it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QLocale

from scorecard.domain.measures import Place
from scorecard.services.importing import PreparedImport
from scorecard.services.importing_matches import Match
from scorecard.services.importing_rows import PlanRow
from scorecard.ui import say
from scorecard.ui.say import say_kind, say_target
from scorecard.ui.text import tr
from scorecard.words.importing import say_advice, say_place, say_source, say_texts
from scorecard.words.importing_faults import say_loss
from scorecard.words.importing_steps import say_file_span, say_totals, say_unscored

Cells = tuple[str, str, str, str, str, str, str]
NUMBERS_FROM = 4
_NAME_SHOWN = 60


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the table. `comes`: whether it comes along at all."""

    origin: str
    cells: Cells
    comes: bool


def headings() -> Cells:
    return (
        tr("In the file"),
        tr("Becomes"),
        tr("Asks"),
        tr("Where"),
        tr("New"),
        tr("Here already"),
        tr("Yours kept"),
    )


def plan_lines(prepared: PreparedImport) -> list[PlanLine]:
    names = {known.name.casefold() for known in prepared.card.measures}
    return [_line(row, apart=row.name.casefold() in names) for row in prepared.plan.rows]


def _line(row: PlanRow, *, apart: bool) -> PlanLine:
    if row.left_out:
        none = say.NOTHING
        return PlanLine(row.origin, (row.name, tr("Left out"), none, none, none, none, none), comes=False)
    what = (row.name, _becomes(row, apart=apart), _asks(row), _where(row))
    return PlanLine(row.origin, (*what, _count(row.new), _count(row.same), _count(row.kept)), comes=True)


def _count(count: int) -> str:
    return str(count) if count else say.NOTHING


def _becomes(row: PlanRow, *, apart: bool) -> str:
    match row.match:
        case Match.NONE if row.becomes != row.name:
            return tr("New: “{name}”").format(name=row.becomes)
        case Match.NONE:
            return tr("New, apart from yours") if apart else tr("New")
        case Match.ORIGIN:
            return tr("“{name}”, imported before").format(name=row.becomes)
        case Match.NAME | Match.CHOSEN:
            return tr("Joins your “{name}”").format(name=row.becomes)
        case _ as never:
            assert_never(never)


def _asks(row: PlanRow) -> str:
    """ "Count · at least 3"."""
    target = say_target(row.asked) if row.asked is not None else ""
    return " · ".join(part for part in (say_kind(row.kind), target) if part)


def _where(row: PlanRow) -> str:
    place = tr("On the bench, card full") if row.crowded else say.sentence_case(say_place(row.place, tr))
    return f"{place} · {row.group}" if row.group else place


def places() -> list[tuple[str, str]]:
    return [(place.value, say.sentence_case(say_place(place, tr))) for place in Place]


def known_groups(prepared: PreparedImport) -> list[str]:
    """The groups there are, then those of the file and of the wishes, each once."""
    names = [group.name for group in prepared.card.groups]
    names += [foreign.group for foreign in prepared.bundle.measures]
    names += [wish.group for wish in prepared.wishes.values() if wish.group is not None]
    return list({name.casefold(): name for name in reversed(names) if name}.values())[::-1]


def say_plan_title(prepared: PreparedImport) -> str:
    return tr("Import from: {source}").format(source=say_source(prepared.plan.source, tr))


def say_file(file: Path, prepared: PreparedImport) -> str:
    """ "habits.db · 1 Jan 2016 – 21 Mar 2016"."""
    return " · ".join(part for part in (say_name(file), say_file_span(prepared.plan, say_date, tr)) if part)


def say_facts(prepared: PreparedImport) -> str:
    """The counts, and what they do not do."""
    rows = prepared.plan.rows
    sentences = [tr("{totals}.").format(totals=say_totals(prepared.plan, tr))] if rows else []
    if texts := say_texts(prepared.plan, tr):
        sentences.append(tr("{texts}.").format(texts=texts))
    if rows:
        sentences.append(tr("What is not ticked stays out. Enter shows what becomes of a measure and changes it."))
    if any(row.crowded for row in rows):
        sentences.append(tr("The card holds nine: what has no room on it waits on the bench."))
    if prepared.unscored:
        sentences.append(say_unscored(prepared.unscored, tr))
    return "\n".join(sentences)


def say_notes(prepared: PreparedImport) -> str:
    """The list of losses, then how the file was read; empty when there is neither."""
    losses = [say_loss(loss, tr) for loss in prepared.plan.losses]
    advice = [say_advice(advice, tr) for advice in prepared.plan.advice]
    parts = (
        _listed(tr("What does not come along, or not as it was:"), losses),
        _listed(tr("How the file was read:"), advice),
    )
    return "\n".join(part for part in parts if part)


def _listed(heading: str, lines: Iterable[str]) -> str:
    listed = [f"  • {line}" for line in lines]
    return "\n".join([heading, *listed]) if listed else ""


def say_import(prepared: PreparedImport) -> str:
    """The words of the button."""
    if count := len(prepared.plan.entries_to_add):
        return tr("&Import %n entry(s)", "", count)
    if (texts := len(prepared.plan.texts.to_add)) and not prepared.plan.measures_to_add:
        return tr("&Import %n day(s) of writing", "", texts)
    return tr("&Import %n measure(s)", "", len(prepared.plan.measures_to_add) + len(prepared.plan.measures_to_change))


def say_name(file: Path) -> str:
    """The name of a file, with its middle left out where it is long."""
    return shortened(file.name)


def shortened(name: str) -> str:
    if len(name) <= _NAME_SHOWN:
        return name
    half = _NAME_SHOWN // 2
    return f"{name[:half]}…{name[-half:]}"


def say_date(day: date) -> str:
    return QLocale().toString(say.qdate(day), tr("d MMM yyyy", "date format, see QLocale::toString"))
