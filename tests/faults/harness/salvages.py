"""How much a look through the pages brings back of a damaged store (F20): the table of damages."""

from tests.faults.harness.counts import Scale, Tell
from tests.faults.salvaging import print_table, salvage_table


def table(scale: Scale, seed: int, tell: Tell) -> str:
    tell("salvage: begun")
    lines = salvage_table(scale.of(1, 10), years=0.04 if scale is Scale.SHORT else 5.0, seed=seed)
    return print_table(lines)
