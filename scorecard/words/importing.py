"""What is said before, while and after another program's file is imported."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from scorecard.domain.measures import Place
from scorecard.services.importing_matches import Match
from scorecard.services.importing_outcomes import Advice, AdviceKind
from scorecard.services.importing_plan import ImportPlan
from scorecard.services.importing_rows import PlanRow

Tr = Callable[..., str]
SayDay = Callable[[date], str]

_PROGRAMS = {
    "beaver": "Beaver Habits",
    "daylio": "Daylio",
    "daylio-csv": "Daylio",
    "habitbull": "HabitBull",
    "habitctl": "habitctl",
    "harsh": "harsh",
    "jrnl": "jrnl",
    "jrnl-text": "jrnl",
    "loop": "Loop Habit Tracker",
    "loop-csv": "Loop Habit Tracker",
    "nomie": "Nomie",
    "perfice": "Perfice",
    "rednotebook": "RedNotebook",
    "rewire": "Rewire",
    "scorecard": "Scorecard",
    "super-productivity": "Super Productivity",
    "table-habit": "Table Habit",
    "tickmate": "Tickmate",
    "track-graph": "Track & Graph",
}
"""Names that are the same in every language."""


def say_source(source: str, tr: Tr) -> str:
    """The name of a format. Programs keep their own; an unknown one is its own name."""
    own = {
        "table": tr("table with a column for each measure"),
        "table-long": tr("table with a row for each value"),
        "scorecard-csv": tr("table that Scorecard exported"),
        "vcard": tr("vCards"),
        "contacts": tr("a table of contacts"),
    }
    return {**_PROGRAMS, **own}.get(source, source)


def say_advice(advice: Advice, tr: Tr) -> str:
    """What was decided in reading, so that it can be looked at."""
    match advice.kind:
        case AdviceKind.TALLY_ONLY:
            return tr(
                "%n measure(s) will only be counted: the file tells no target. Set one when you like.", "", advice.count
            )
        case AdviceKind.DATES_READ_AS:
            return tr("Dates were read as {form}.").format(form=advice.subject)
        case AdviceKind.DASH_IS_NO:
            return tr("“{name}”: a dash was read as no.").format(name=advice.subject)
        case AdviceKind.SUMMED:
            words = tr(
                "“{name}”: the values of one day were added up on %n day(s); each is in the note.", "", advice.count
            )
            return words.format(name=advice.subject)
        case AdviceKind.FIRST_OF_DAY:
            words = tr(
                "“{name}”: the first value of the day was taken on %n day(s); each is in the note.", "", advice.count
            )
            return words.format(name=advice.subject)
        case AdviceKind.MEAN_OF_DAY:
            words = tr(
                "“{name}”: the mean of the day's values was taken on %n day(s); each is in the note.", "", advice.count
            )
            return words.format(name=advice.subject)
        case AdviceKind.AS_BEFORE:
            return tr("The table was read the way that was chosen for such a table before.")
        case AdviceKind.LAST_OF_DAY:
            words = tr(
                "“{name}”: the last value of the day was taken on %n day(s); each is in the note.", "", advice.count
            )
            return words.format(name=advice.subject)
        case _ as never:
            assert_never(never)


def say_place(place: Place, tr: Tr) -> str:
    match place:
        case Place.CARD:
            return tr("on the card")
        case Place.BENCH:
            return tr("on the bench")
        case Place.RETIRED:
            return tr("retired")
        case _ as never:
            assert_never(never)


def say_becomes(row: PlanRow, tr: Tr) -> str:
    """What a foreign measure becomes: "new, on the bench"."""
    if row.left_out:
        return tr("left out unless you ask for it") if row.offered else tr("left out")
    match row.match:
        case Match.NONE:
            return tr("new, {place}").format(place=say_place(row.place, tr))
        case Match.ORIGIN:
            return tr("“{name}”, imported before").format(name=row.becomes)
        case Match.NAME | Match.CHOSEN:
            return tr("joins your “{name}”").format(name=row.becomes)
        case _ as never:
            assert_never(never)


def say_row(row: PlanRow, say_day: SayDay, tr: Tr) -> str:
    """One line of the plan: "Calls: new, on the card; 12 new entries, 3 already here, 2 Jan 2024 to 9 Feb 2024"."""
    if row.left_out:
        return tr("{name}: {becomes}").format(name=row.name, becomes=say_becomes(row, tr))
    return tr("{name}: {becomes}; {counts}").format(
        name=row.name, becomes=say_becomes(row, tr), counts=say_counts(row, say_day, tr)
    )


def say_counts(row: PlanRow, say_day: SayDay, tr: Tr) -> str:
    """ "12 new entries, 3 already here, 2 Jan 2024 to 9 Feb 2024"."""
    counts = [tr("%n new entry(s)", "", row.new)]
    if row.same:
        counts.append(tr("%n already here", "", row.same))
    if row.kept:
        counts.append(tr("%n where yours differs and stays", "", row.kept))
    if span := say_span(row.first_day, row.last_day, say_day, tr):
        counts.append(span)
    return ", ".join(counts)


def say_span(first: date | None, last: date | None, say_day: SayDay, tr: Tr) -> str:
    """ "2 Jan 2024 to 9 Feb 2024", one day alone, or nothing."""
    if first is None or last is None:
        return ""
    if first == last:
        return say_day(first)
    return tr("{first} to {last}").format(first=say_day(first), last=say_day(last))


def say_receipt(plan: ImportPlan, say_day: SayDay, tr: Tr) -> str:
    """What has been imported: "12 measures, 3204 entries from 2 Jan 2024 to 9 Feb 2026"."""
    if plan.is_empty:
        return tr("Everything in this file is here already.")
    texts = len(plan.texts.to_add)
    if not (plan.measures_to_add or plan.measures_to_change or plan.entries_to_add):
        words = tr("what was written on %n day(s), {span}", "", texts)
        return words.format(span=say_span(plan.first_day, plan.last_day, say_day, tr))
    receipt = _say_entries(plan, say_day, tr)
    if not texts:
        return receipt
    return tr("{receipt}, and what was written on %n day(s)", "", texts).format(receipt=receipt)


def say_texts(plan: ImportPlan, tr: Tr) -> str:
    """What becomes of what was written in the other program; empty where nothing was."""
    texts = plan.texts
    counts = [tr("%n new day(s)", "", len(texts.to_add))]
    if texts.same:
        counts.append(tr("%n already here", "", texts.same))
    if texts.kept:
        counts.append(tr("%n where yours differs and stays", "", texts.kept))
    if not (texts.to_add or texts.same or texts.kept):
        return ""
    words = tr("What was written in {program} goes into the reflections of its days: {counts}")
    return words.format(program=texts.program, counts=", ".join(counts))


def _is_made(row: PlanRow) -> bool:
    return row.match is Match.NONE and not row.left_out


def _say_entries(plan: ImportPlan, say_day: SayDay, tr: Tr) -> str:
    measures = tr("%n measure(s)", "", sum(bool(row.new) or _is_made(row) for row in plan.rows))
    entries = tr("%n entry(s)", "", len(plan.entries_to_add))
    first, last = plan.first_day, plan.last_day
    if not plan.entries_to_add or first is None or last is None:
        return tr("{measures}, no new entries").format(measures=measures)
    if first == last:
        words = tr("{measures}, {entries} on {day}")
        return words.format(measures=measures, entries=entries, day=say_day(first))
    words = tr("{measures}, {entries} from {first} to {last}")
    return words.format(measures=measures, entries=entries, first=say_day(first), last=say_day(last))
