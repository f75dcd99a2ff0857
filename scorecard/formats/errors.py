"""Why a file of another program is not read. Messages hold no text of the file: they may reach a log."""

from enum import StrEnum

from scorecard.domain.errors import KnownError


class FileFault(StrEnum):
    MISSING = "missing"
    NO_ACCESS = "no access"
    NOT_A_FILE = "not a file"
    EMPTY = "empty"
    DAMAGED = "damaged"
    IN_USE = "in use"  # changes of the program that owns it wait in a file beside it
    OPEN_HERE = "open here"  # our own store, which is no file to import
    STRANGE = "strange"  # not built as the program builds it
    TOO_COSTLY = "too costly"  # reading takes longer than any honest file could
    WRONG_ENCODING = "wrong encoding"
    NUL = "nul"
    FIELD_TOO_LONG = "field too long"
    QUOTES = "quotes"
    RAGGED = "ragged"
    NO_ROWS = "no rows"
    NO_NAME = "no name"
    UNMAPPED = "unmapped"  # nobody has said what its columns are
    NOT_A_DATE = "not a date"
    MIXED_DATES = "mixed dates"
    AMBIGUOUS_DATES = "ambiguous dates"
    DUPLICATE_DAY = "duplicate day"
    NOT_A_MOMENT = "not a moment"
    NOT_A_VALUE = "not a value"
    MIXED_VALUES = "mixed values"  # numbers and lengths of time in one measure
    ENCRYPTED = "encrypted"
    ODD_PACKING = "odd packing"
    OUTSIDE_NAMES = "outside names"  # of an archive's files that would lead out of the folder it is unpacked in
    DUPLICATE_FILES = "duplicate files"
    NOT_JSON = "not JSON"
    TOO_DEEP = "too deep"
    LONG_NUMBER = "long number"
    NO_NUMBER = "no number"  # NaN, Infinity
    DUPLICATE_KEYS = "duplicate keys"
    BAD_LINE = "bad line"  # of a card, or of what else is made of lines
    LONG_LINE = "long line"
    OPEN_CARD = "open card"  # it has no end
    ODD_LINE = "odd line"  # not as its program writes one


class Amount(StrEnum):
    BYTES = "bytes"
    ROWS = "rows"
    COLUMNS = "columns"
    MEASURES = "measures"
    ENTRIES = "entries"
    FILES = "files"  # in an archive
    UNPACKED = "unpacked bytes"
    PARTS = "parts"  # of JSON
    CONTACTS = "contacts"


class NotRecognisedError(KnownError):
    """No format knows the file. `program` is the name of the program it seems to come from, or empty."""

    def __init__(self, program: str = "") -> None:
        super().__init__(program)
        self.program = program


class UnreadableFileError(KnownError):
    """`line` counts from 1; it is the first line, or record, in which the fault shows. `inside` is the archive's file
    in which it does, and no part of the message."""

    def __init__(self, fault: FileFault, line: int | None = None, *, inside: str = "") -> None:
        super().__init__(fault.value if line is None else f"{fault.value}, {line}")
        self.fault = fault
        self.line = line
        self.inside = inside


class FileTooLargeError(KnownError):
    def __init__(self, limit: int, amount: Amount = Amount.BYTES) -> None:
        super().__init__(f"{limit} {amount.value}")
        self.limit = limit
        self.amount = amount


class NewerFormatError(KnownError):
    """The file's format is version `found`; versions up to `known` can be read."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"{found} > {known}")
        self.found = found
        self.known = known


class ImportCancelledError(KnownError):
    """The user stopped the reading."""
