"""What the tables are made of: the shapes of columns, each with the check that keeps it."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, MetaData, Text

from scorecard.domain.measures import LARGEST
from scorecard.domain.texts import NAME_LENGTH

metadata = MetaData(naming_convention={"ix": "ix_%(column_0_N_label)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s"})

THOUSANDTHS = 1000
LARGEST_AMOUNT = int(LARGEST) * THOUSANDTHS

# Rows that say what the record did rather than what the user has: never recorded, never undone.
OWN_INFO = {"recorded": False}


def day_shape(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'")


def at_most(column: str, length: int) -> CheckConstraint:
    return CheckConstraint(f"length({column}) <= {length}")


def name(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) BETWEEN 1 AND {NAME_LENGTH}")


def one_of(column: str, *words: str) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})")


def truth(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)")


def amount(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {-LARGEST_AMOUNT} AND {LARGEST_AMOUNT}")


def key(**options: Any) -> Column[str]:
    return Column(Text, primary_key=True, nullable=False, **options)


def text(default: str = "") -> Column[str]:
    return Column(Text, nullable=False, server_default=default)
