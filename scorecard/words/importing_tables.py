"""How a table may be read, said for whoever has to choose; and what would come of it."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from scorecard.domain.errors import KnownError
from scorecard.services.importing_outcomes import FileFault, UnreadableFileError
from scorecard.services.importing_tables import (
    Bundle,
    DayForm,
    Encoding,
    Lack,
    Point,
    Role,
    Separator,
    Several,
    Shape,
)
from scorecard.words.importing import say_span
from scorecard.words.importing_faults import say_loss
from scorecard.words.importing_steps import say_problem

Tr = Callable[..., str]
SayDay = Callable[[date], str]

LOSSES_SHOWN = 2


def say_shape(shape: Shape, tr: Tr) -> str:
    match shape:
        case Shape.WIDE:
            return tr("A row for each day")
        case Shape.LONG:
            return tr("A row for each value")
        case _ as never:
            assert_never(never)


def say_separator(separator: Separator, tr: Tr) -> str:
    match separator:
        case Separator.COMMA:
            return tr("Comma")
        case Separator.SEMICOLON:
            return tr("Semicolon")
        case Separator.TAB:
            return tr("Tab")
        case Separator.BAR:
            return tr("Vertical bar")
        case _ as never:
            assert_never(never)


def say_role(role: Role, shape: Shape, tr: Tr) -> str:
    words = {
        Role.DAY: tr("the day"),
        Role.MEASURE: tr("a measure"),
        Role.NAME: tr("the measure's name"),
        Role.VALUE: tr("the value"),
        Role.NOTE: tr("a note of the measure before it") if shape is Shape.WIDE else tr("a note of the value"),
        Role.DIARY: tr("written on the day"),
        Role.ASIDE: tr("kept in the note"),
        Role.IGNORED: tr("left out"),
    }
    return words[role]


def say_form(form: DayForm | None, tr: Tr) -> str:
    """By an example of the second of March."""
    words = {
        None: tr("As the cells tell"),
        DayForm.DAY_FIRST: tr("2/3/2026, day first"),
        DayForm.MONTH_FIRST: tr("3/2/2026, month first"),
        DayForm.MOMENT: tr("2026-03-02 18:30, by the end of your day"),
        DayForm.UNIX: tr("1772472600, in seconds since 1970"),
        DayForm.UNIX_MS: tr("1772472600000, in milliseconds since 1970"),
    }
    examples = {
        DayForm.ISO: "2026-03-02",
        DayForm.YEAR_FIRST: "2026/3/2",
        DayForm.DOTS: "2.3.2026",
        DayForm.DAY_WORD: "2 Mar 2026",
        DayForm.WORD_DAY: "Mar 2, 2026",
        DayForm.COMPACT: "20260302",
    }
    return words[form] if form in words or form is None else examples[form]


def say_point(point: Point | None, tr: Tr) -> str:
    match point:
        case None:
            return tr("As the cells tell")
        case Point.DOT:
            return tr("Point: 1.5")
        case Point.COMMA:
            return tr("Comma: 1,5")
        case _ as never:
            assert_never(never)


def say_several(several: Several, tr: Tr) -> str:
    match several:
        case Several.REFUSED:
            return tr("There is none")
        case Several.SUM:
            return tr("Add the values up")
        case Several.MEAN:
            return tr("Take their mean")
        case Several.FIRST:
            return tr("Take the first")
        case Several.LAST:
            return tr("Take the last")
        case _ as never:
            assert_never(never)


def say_encoding(encoding: Encoding, tr: Tr) -> str:
    match encoding:
        case Encoding.UNICODE:
            return tr("Unicode")
        case Encoding.WINDOWS:
            return tr("Windows, western European")
        case _ as never:
            assert_never(never)


def say_header(header: int | None, tr: Tr) -> str:
    return tr("No row") if header is None else tr("Row {number}").format(number=header + 1)


def say_lack(lack: Lack, tr: Tr) -> str:
    """What is still to be said before anything can be read."""
    match lack:
        case Lack.DAY:
            return tr("Choose the column that holds the day: go to it and say what it is.")
        case Lack.MEASURE:
            return tr("Choose at least one column that is a measure.")
        case Lack.NAME:
            return tr("Choose the column that holds the measures' names.")
        case Lack.VALUE:
            return tr("Choose the column that holds the values.")
        case _ as never:
            assert_never(never)


def say_open(problem: KnownError | None, tr: Tr) -> str:
    """Why somebody is asked."""
    if isinstance(problem, UnreadableFileError) and problem.fault is FileFault.WRONG_ENCODING:
        return tr("The letters of the table are not Unicode. See whether they are right as they are read below.")
    if problem is not None:
        return tr("The table does not tell by itself how it is meant. Say what each column is and how it is written.")
    return tr("Say what each column is and how it is written. Nothing is changed before you say so.")


def say_unread(error: KnownError, tr: Tr) -> str:
    """Why nothing comes of it yet, with what would settle it where it can be settled here."""
    match error:
        case UnreadableFileError(fault=FileFault.AMBIGUOUS_DATES, line=line):
            words = tr("Line {line}: the dates may be day first or month first. Choose how dates are written.")
            return words.format(line=line)
        case UnreadableFileError(fault=FileFault.DUPLICATE_DAY, line=line):
            words = tr("Line {line}: the day is there again. Choose what a day with several rows means.")
            return words.format(line=line)
        case UnreadableFileError(fault=FileFault.NOT_A_DATE | FileFault.NOT_A_MOMENT):
            return tr("No row tells a day. Choose another column for the day, or how dates are written.")
        case UnreadableFileError(fault=FileFault.WRONG_ENCODING):
            return tr("The letters can't be read like this. Choose what they are written in.")
        case _:
            return say_problem(error, tr)


def say_outcome(bundle: Bundle, say_day: SayDay, tr: Tr) -> str:
    """What comes of it: "3 measures, 41 days, 2 Mar 2026 to 14 Nov 2026; 1 record without a day left out (line 7)"."""
    days = {entry.day for entry in bundle.entries} | {text.day for text in bundle.texts}
    counts = [tr("%n measure(s)", "", len(bundle.measures)), tr("%n day(s)", "", len(days))]
    if span := say_span(min(days, default=None), max(days, default=None), say_day, tr):
        counts.append(span)
    losses = [say_loss(loss, tr) for loss in bundle.losses]
    if len(losses) > LOSSES_SHOWN:
        losses = [*losses[:LOSSES_SHOWN], tr("and more")]
    return "; ".join([", ".join(counts), *losses]) + "."
