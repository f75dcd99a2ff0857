"""Why a file was not read, and what of a file that was read does not come along."""

from collections.abc import Callable

from scorecard.domain.errors import KnownError
from scorecard.domain.texts import clean_line
from scorecard.services.importing_outcomes import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    Loss,
    LossKind,
    NewerFormatError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip

Tr = Callable[..., str]

_END_OF_NAME = 100  # letters of it that are shown


def say_refusal(error: KnownError, tr: Tr) -> str:
    """Why nothing was read; every sentence implies that nothing was changed."""
    match error:
        case NotRecognisedError(program=""):
            return tr("Scorecard does not know this kind of file.")
        case NotRecognisedError(program=program):
            return tr("This looks like a file of {program}, which Scorecard cannot read.").format(program=program)
        case NewerFormatError(found=found, known=known):
            words = tr("The file has version {found} of its format; Scorecard knows versions up to {known}.")
            return words.format(found=found, known=known)
        case FileTooLargeError(limit=limit, amount=amount):
            return _too_large(limit, amount, tr)
        case ImportCancelledError():
            return tr("Stopped. Nothing was imported.")
        case UnreadableFileError(inside=inside) if inside:
            return _inside(error, tr)
        case UnreadableFileError(fault=fault, line=None):
            sentence = _faults(tr)[fault]
            return sentence[:1].upper() + sentence[1:]
        case UnreadableFileError(fault=fault, line=line):
            return tr("Line {line}: {fault}").format(line=line, fault=_faults(tr)[fault])
        case _:
            return tr("The file could not be read.")


def _inside(error: UnreadableFileError, tr: Tr) -> str:
    """Of a file in an archive, which is named."""
    said, file = _faults(tr)[error.fault], clean_line(error.inside[-_END_OF_NAME:])
    if error.line is None:
        return tr("“{file}”: {fault}").format(file=file, fault=said)
    return tr("“{file}”, line {line}: {fault}").format(file=file, line=error.line, fault=said)


def _too_large(limit: int, amount: Amount, tr: Tr) -> str:
    limits = {
        Amount.BYTES: tr("The file is too large: at most %n MB can be read.", "", limit // (1024 * 1024)),
        Amount.ROWS: tr("The table is too long: at most %n row(s) can be read.", "", limit),
        Amount.COLUMNS: tr("The table is too wide: at most %n column(s) can be read.", "", limit),
        Amount.MEASURES: tr("The file holds too much: at most %n measure(s) can be read.", "", limit),
        Amount.ENTRIES: tr("The file holds too much: at most %n entry(s) can be read.", "", limit),
        Amount.FILES: tr("The archive holds too much: at most %n file(s) can be read.", "", limit),
        Amount.UNPACKED: tr(
            "The archive is too large: at most %n MB can be read once it is unpacked.", "", limit // (1024 * 1024)
        ),
        Amount.PARTS: tr("The file holds too much: at most %n part(s) can be read.", "", limit),
        Amount.CONTACTS: tr("The file holds too much: at most %n contact(s) can be read.", "", limit),
    }
    return limits[amount]


def _faults(tr: Tr) -> dict[FileFault, str]:
    return {
        FileFault.MISSING: tr("The file is not there any more."),
        FileFault.NO_ACCESS: tr("The file cannot be opened: you may not read it."),
        FileFault.NOT_A_FILE: tr("This is not a file."),
        FileFault.EMPTY: tr("The file is empty."),
        FileFault.DAMAGED: tr("The file is damaged. Make a new backup in the other program and try that."),
        FileFault.IN_USE: tr("Another program is still writing this file. Close it there, or make a backup, first."),
        FileFault.OPEN_HERE: tr(
            "This is the store that Scorecard has open: all of it is here. To keep a copy, make a backup."
        ),
        FileFault.STRANGE: tr("The file is not built the way its program builds it, so it is not read."),
        FileFault.TOO_COSTLY: tr("Reading the file takes far longer than it should, so it was given up."),
        FileFault.WRONG_ENCODING: tr("these letters are not UTF-8. Save the table as “CSV UTF-8” and try again."),
        FileFault.NUL: tr("there is a character no text has. Save the table as “CSV UTF-8” and try again."),
        FileFault.FIELD_TOO_LONG: tr("a cell is too long to be read."),
        FileFault.QUOTES: tr("a quotation mark is missing or stands where it cannot."),
        FileFault.RAGGED: tr("the row has not as many cells as the first row has names."),
        FileFault.NO_ROWS: tr("The table has no rows below its first."),
        FileFault.NO_NAME: tr("a value stands in a column without a name. Name it in the first row."),
        FileFault.UNMAPPED: tr("Nothing tells yet what the columns of the table are."),
        FileFault.NOT_A_DATE: tr("the row does not begin with a date that can be read."),
        FileFault.MIXED_DATES: tr("the date is written in another way than those above it."),
        FileFault.AMBIGUOUS_DATES: tr(
            "the dates may be day first or month first, and nothing tells which. Write them like 2026-11-20."
        ),
        FileFault.DUPLICATE_DAY: tr("the day is there twice. Keep one row for each day."),
        FileFault.NOT_A_MOMENT: tr("the date and time cannot be read."),
        FileFault.NOT_A_VALUE: tr("the value is neither a number nor a length of time."),
        FileFault.MIXED_VALUES: tr("a number stands among lengths of time, or a length of time among numbers."),
        FileFault.ENCRYPTED: tr("it is locked with a password. Unpack it and pack it again without one."),
        FileFault.ODD_PACKING: tr(
            "it is packed in a way that is not read. Unpack it and pack it again as a plain ZIP."
        ),
        FileFault.OUTSIDE_NAMES: tr("The archive names files outside of itself, which no honest one does: not read."),
        FileFault.DUPLICATE_FILES: tr("the archive holds two files of this name, and nothing tells which is right."),
        FileFault.NOT_JSON: tr("what stands here is not JSON. The file is damaged, or only a part of it is here."),
        FileFault.TOO_DEEP: tr("lists stand in lists deeper than any honest file has them."),
        FileFault.LONG_NUMBER: tr("a number is longer or larger than any honest one."),
        FileFault.NO_NUMBER: tr("NaN or Infinity stands where a number should."),
        FileFault.DUPLICATE_KEYS: tr("the same name is given twice, and nothing tells which is right."),
        FileFault.BAD_LINE: tr("what stands here cannot be read as a line of a vCard."),
        FileFault.LONG_LINE: tr("the line is too long to be read."),
        FileFault.ODD_LINE: tr(
            "what stands here is not as its program writes it. It may be damaged or changed by hand."
        ),
        FileFault.OPEN_CARD: tr("the card that begins here has no end. Only a part of the file may be here."),
    }


def say_loss(loss: Loss, tr: Tr) -> str:
    """One line of the list of what does not come along: "“Calls”: 3 values kept in the note (lines 4, 9, 12)"."""
    said = _losses(loss.count, tr)[loss.kind].format(detail=loss.detail)
    if loss.lines:
        said = tr("{said} ({lines})").format(said=said, lines=_lines(loss, tr))
    return tr("“{name}”: {said}").format(name=loss.subject, said=said) if loss.subject else said


def _lines(loss: Loss, tr: Tr) -> str:
    numbers = ", ".join(str(line) for line in loss.lines)
    if loss.records:
        return _records(loss, numbers, tr)
    if loss.count > len(loss.lines):
        return tr("lines {numbers} and more").format(numbers=numbers)
    return (
        tr("line {numbers}").format(numbers=numbers)
        if loss.count == 1
        else tr("lines {numbers}").format(numbers=numbers)
    )


def _records(loss: Loss, numbers: str, tr: Tr) -> str:
    if loss.count > len(loss.lines):
        return tr("records {numbers} and more").format(numbers=numbers)
    if loss.count == 1:
        return tr("record {numbers}").format(numbers=numbers)
    return tr("records {numbers}").format(numbers=numbers)


def _losses(count: int, tr: Tr) -> dict[LossKind, str]:
    return {
        LossKind.INFERRED: tr("%n tick(s) not imported: the other program inferred them", "", count),
        LossKind.DUPLICATE: tr("%n more record(s) for a day that has one: the first stands", "", count),
        LossKind.REPLACED: tr("%n earlier record(s) for a day that has a later one: the last stands", "", count),
        LossKind.DELETED: tr("deleted in the other program, so it is left out"),
        LossKind.UNREADABLE: tr("%n record(s) without a day or value left out", "", count),
        LossKind.FAR_DAY: tr("%n record(s) with an impossible day left out", "", count),
        LossKind.NO_MEASURE: tr("%n record(s) of measures that are not in the file left out", "", count),
        LossKind.BROKEN_MEASURE: tr("%n measure(s) that cannot be read left out", "", count),
        LossKind.SCHEDULE: tr("only counted, for its schedule ({detail}) is none of Scorecard's; it is kept in words"),
        LossKind.TARGET: tr("only counted, for its target ({detail}) cannot be one here; it is kept in words"),
        LossKind.IN_NOTE: tr("%n unfitting value(s) kept in the note", "", count),
        LossKind.CONVERTED: tr("%n value(s) read in another way, what the file says is in the note", "", count),
        LossKind.ROUNDED: tr("%n value(s) rounded to three places, the exact one is in the note", "", count),
        LossKind.TEXT_CUT: tr("%n text(s) cut because they are too long", "", count),
        LossKind.EMPTY_COLUMN: tr("a column without any value left out"),
        LossKind.ATTACHMENT: tr("%n picture(s) or recording(s) left out", "", count),
        LossKind.FUTURE: tr("%n entry(s) of days to come left out", "", count),
    }
