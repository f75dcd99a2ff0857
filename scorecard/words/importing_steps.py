"""What is said at each step of an import, in the window and on the command line alike."""

from collections.abc import Callable
from datetime import date

from scorecard.domain.errors import KnownError
from scorecard.services.importing_outcomes import (
    FileTooLargeError,
    ImportCancelledError,
    NewerFormatError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip
from scorecard.services.importing_plan import ImportPlan
from scorecard.words.errors import say_error
from scorecard.words.importing import say_receipt, say_span
from scorecard.words.importing_faults import say_refusal

Tr = Callable[..., str]
SayDay = Callable[[date], str]

REFUSALS = (NotRecognisedError, UnreadableFileError, FileTooLargeError, NewerFormatError, ImportCancelledError)


def say_problem(error: KnownError, tr: Tr) -> str:
    """Why an import did not take place, whether the file or the store is the reason."""
    return say_refusal(error, tr) if isinstance(error, REFUSALS) else say_error(error, tr)


def say_readable(tr: Tr) -> str:
    """What can be imported, for whoever has to choose a file."""
    return tr(
        "Scorecard reads the files of Loop Habit Tracker, HabitBull, Rewire, Tickmate, Table Habit, Beaver Habits, "
        "Track & Graph, Daylio, Nomie, Perfice, Super Productivity, harsh, habitctl, RedNotebook and jrnl, other "
        "Scorecard stores, and any other table once you say what its columns are. You see first what would come along; "
        "nothing is changed before you say so."
    )


def say_file_span(plan: ImportPlan, say_day: SayDay, tr: Tr) -> str:
    """The first and the last day of the file, up to today: "2 Jan 2024 to 9 Feb 2024"."""
    firsts = [row.first_day for row in plan.rows if row.first_day is not None]
    lasts = [row.last_day for row in plan.rows if row.last_day is not None]
    if plan.texts.first_day is not None and plan.texts.last_day is not None:
        firsts.append(plan.texts.first_day)
        lasts.append(plan.texts.last_day)
    return say_span(min(firsts, default=None), max(lasts, default=None), say_day, tr)


def say_totals(plan: ImportPlan, tr: Tr) -> str:
    """ "12 measures: 3204 new entries, 15 already here, 3 where yours differ and stay"."""
    counts = [tr("%n new entry(s)", "", sum(row.new for row in plan.rows))]
    if same := sum(row.same for row in plan.rows):
        counts.append(tr("%n already here", "", same))
    if kept := sum(row.kept for row in plan.rows):
        counts.append(tr("%n where yours differs and stays", "", kept))
    coming = sum(not row.left_out for row in plan.rows)
    return tr("{measures}: {counts}").format(measures=tr("%n measure(s)", "", coming), counts=", ".join(counts))


def say_unscored(count: int, tr: Tr) -> str:
    return tr(
        "%n new entry(s) on days that already have a score: kept and shown, but the score stays as it is.", "", count
    )


def say_nothing_new(plan: ImportPlan, tr: Tr) -> str:
    """Why there is nothing to import."""
    if not (plan.rows or plan.texts.same or plan.texts.kept):
        return tr("There is no measure in this file that could be imported.")
    if kept := sum(row.kept for row in plan.rows) + plan.texts.kept:
        return tr("Nothing in this file is new. Yours stay where they differ: %n entry(s).", "", kept)
    return tr("Everything in this file is here already.")


def say_done(plan: ImportPlan, say_day: SayDay, tr: Tr) -> str:
    """ "Imported 12 measures, 3204 entries from 2 Jan 2024 to 9 Feb 2026. One undo takes it back."."""
    if plan.is_empty:
        return say_receipt(plan, say_day, tr)
    return tr("Imported {what}. One undo takes it back.").format(what=say_receipt(plan, say_day, tr))
