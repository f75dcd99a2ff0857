"""How a table is to be read: which column is what, how its days and numbers are written; no word of the table."""

from dataclasses import dataclass, replace
from enum import StrEnum

from scorecard.formats.day_forms import DayForm


class Shape(StrEnum):
    WIDE = "wide"  # a row for each day, a column for each measure
    LONG = "long"  # a row for each value


class Separator(StrEnum):
    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"
    BAR = "|"


class Role(StrEnum):
    """What a column is."""

    DAY = "d"
    MEASURE = "m"  # its cells are the values of a measure, its name is the measure's
    NAME = "n"  # of the measure that the row has a value of
    VALUE = "v"
    NOTE = "c"  # of the row's value; in a wide table of the nearest measure before it
    DIARY = "t"  # what was written on the day
    ASIDE = "a"  # goes into the note under the column's own name
    IGNORED = "-"


ROLES = {
    Shape.WIDE: (Role.DAY, Role.MEASURE, Role.NOTE, Role.DIARY, Role.IGNORED),
    Shape.LONG: (Role.DAY, Role.NAME, Role.VALUE, Role.NOTE, Role.ASIDE, Role.IGNORED),
}
LONE = {Shape.WIDE: (Role.DAY,), Shape.LONG: (Role.DAY, Role.NAME, Role.VALUE, Role.NOTE)}
"""Roles that one column has at most."""


class Several(StrEnum):
    """What a day with several rows means. Of answers and of words, that are no numbers, the last one stands instead of
    a sum or mean."""

    REFUSED = "refused"
    SUM = "sum"
    MEAN = "mean"
    FIRST = "first"
    LAST = "last"


class Point(StrEnum):
    """What parts the decimals."""

    DOT = "."
    COMMA = ","


class Encoding(StrEnum):
    UNICODE = "utf-8"
    WINDOWS = "cp1252"  # what spreadsheets of western Europe write


class Lack(StrEnum):
    """What a mapping does not say yet."""

    DAY = "day"
    MEASURE = "measure"
    NAME = "name"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """`roles` are those of the columns from the first on. `header` is the row that names them, counted from 0 without
    blank rows, or None; what stands above it is not read. Without a `form` or a `point` the cells tell.

    `forgiving`: a row that tells no day is left out and counted as a loss; else it is a reason to refuse the table.
    """

    shape: Shape
    separator: Separator
    roles: tuple[Role, ...]
    header: int | None = 0
    form: DayForm | None = None
    point: Point | None = None
    several: Several = Several.REFUSED
    forgiving: bool = True
    encoding: Encoding = Encoding.UNICODE

    def with_role(self, index: int, role: Role) -> "TableMapping":
        """A column that had a role which only one may have gets what that other one was."""
        roles = list(self.roles)
        if role in LONE[self.shape] and role in roles:
            roles[roles.index(role)] = roles[index]
        roles[index] = role
        return replace(self, roles=tuple(roles))

    def column(self, role: Role) -> int | None:
        """The first column of that role."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def lack(self) -> Lack | None:
        if Role.DAY not in self.roles:
            return Lack.DAY
        if self.shape is Shape.WIDE:
            return None if {Role.MEASURE, Role.DIARY} & set(self.roles) else Lack.MEASURE
        if Role.NAME not in self.roles:
            return Lack.NAME
        return None if {Role.VALUE, Role.NOTE} & set(self.roles) else Lack.VALUE
