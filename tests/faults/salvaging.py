"""How much of a damaged store comes back: the table of damages, for the harness and for the usual run."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from scorecard.domain.incidents import StoreError
from scorecard.domain.salvage import Confidence
from scorecard.store.opening import check_whole
from tests.fake_clock import FixedClock
from tests.sample.year import make_sample
from tests.store.damages import ALWAYS_THE_SAME, DAMAGES
from tests.store.salvaged import held, rows_in, salvage

TODAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Line:
    """One damage, done `n` times: what SQLite noticed, the rows that came back in per cent, and wrong ones."""

    damage: str
    n: int
    noticed: int
    shares: tuple[float, ...]
    sure: tuple[float, ...]
    wrong: Counter[Confidence] = field(default_factory=Counter)

    @property
    def words(self) -> str:
        wrong = ", ".join(f"{self.wrong[one]} {one}" for one in Confidence)
        back = f"{mean(self.shares):.1f} % (min {min(self.shares):.1f})"
        return f"| {self.damage} | {self.n} | {self.noticed} | {back} | {mean(self.sure):.1f} % | {wrong} |"


HEAD = (
    "| damage | n | quick_check notices | rows that come back | sure | wrong rows offered |\n|---|---|---|---|---|---|"
)


def salvage_table(n: int, years: float = 5.0, seed: int = 0) -> list[Line]:
    """Each damage of the design's table `n` times, done to a store of so many years, with no backup to lean on."""
    with TemporaryDirectory() as folder:
        return list(_lines(Path(folder), n, years, seed))


def _lines(folder: Path, n: int, years: float, seed: int) -> Iterator[Line]:
    store = folder / "scorecard.db"
    make_sample(store, FixedClock(), TODAY, years=years)
    whole = store.read_bytes()
    had = rows_in(whole)
    for name, damage in DAMAGES.items():
        chance, outcomes, noticed = random.Random(f"{seed}{name}"), [], 0
        for _ in range(1 if name in ALWAYS_THE_SAME else n):
            store.write_bytes(damage(whole, chance))
            noticed += _is_noticed(store)
            outcomes.append(held(salvage(store), had))
        wrong = sum((one.wrong for one in outcomes), Counter[Confidence]())
        sure = tuple(100.0 * one.sure / one.rows for one in outcomes)
        yield Line(name, len(outcomes), noticed, tuple(one.share for one in outcomes), sure, wrong)


def _is_noticed(store: Path) -> bool:
    with suppress(StoreError):
        check_whole(store)
        return False
    return True


def print_table(lines: list[Line]) -> str:
    return "\n".join((HEAD, *(line.words for line in lines)))
