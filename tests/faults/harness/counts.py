"""What an experiment has to say: how many faults, and what came of them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_TOLD = 20  # problems that are described; all are counted

Tell = Callable[[str], object]


class Scale(StrEnum):
    SHORT = "short"
    LONG = "long"

    def of(self, short: int, long: int) -> int:
        return short if self is Scale.SHORT else long


class Bad(StrEnum):
    """What must never come of a fault."""

    LOST = "lost"  # something acknowledged is not there
    TORN = "torn"  # part of an edit is there
    CORRUPT = "corrupt"  # the file is not whole, or was written to when it must not be
    UNEXPLAINED = "unexplained"  # an error without a sentence, a traceback, a wrong answer


@dataclass(frozen=True, slots=True)
class Counts:
    """`edits` were acknowledged; `refused` is how many faults were told in a sentence.

    A `control` has a protection taken out, to show that the experiment would see the loss.
    """

    name: str
    faults: int = 0
    edits: int = 0
    refused: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0
    unexplained: int = 0
    remark: str = ""
    problems: tuple[str, ...] = ()
    control: bool = False
    skipped: str = ""

    @property
    def bad(self) -> int:
        return self.lost + self.torn + self.corrupt + self.unexplained

    @property
    def passed(self) -> bool:
        """A control has to find something."""
        if self.skipped:
            return True
        return self.faults > 0 and (self.bad > 0 if self.control else self.bad == 0)

    def said(self) -> str:
        """One line."""
        if self.skipped:
            return f"{self.name}: not done, {self.skipped}"
        kinds = f"{self.lost} lost, {self.torn} torn, {self.corrupt} corrupt, {self.unexplained} unexplained"
        told = f"{self.faults} faults, {self.edits} edits acknowledged, {self.refused} refused in words; {kinds}"
        return f"{self.name}: {told}{'' if self.passed else '  FAILED'}"


class Counting:
    """Counts while an experiment runs."""

    def __init__(self, name: str, tell: Tell, expected: int, *, control: bool = False) -> None:
        self.name = name
        self._tell = tell
        self._expected = expected
        self._control = control
        self._bad: Counter[Bad] = Counter()
        self._problems: list[str] = []
        self.faults = self.edits = self.refused = 0

    def fault(self, count: int = 1) -> None:
        before, self.faults = self.faults, self.faults + count
        step = max(1, self._expected // 10)
        if before // step != self.faults // step:
            self._tell(f"{self.name}: {self.faults} of about {self._expected}")

    def bad(self, kind: Bad, what: str) -> None:
        self._bad[kind] += 1
        if len(self._problems) < MOST_TOLD:
            self._problems.append(f"{kind}: {what}")

    def note(self, found: "tuple[Bad, str] | None") -> None:
        if found is not None:
            self.bad(*found)

    def done(self, remark: str = "") -> Counts:
        return Counts(
            self.name,
            self.faults,
            self.edits,
            self.refused,
            lost=self._bad[Bad.LOST],
            torn=self._bad[Bad.TORN],
            corrupt=self._bad[Bad.CORRUPT],
            unexplained=self._bad[Bad.UNEXPLAINED],
            remark=remark,
            problems=tuple(self._problems),
            control=self._control,
        )


def not_done(name: str, why: str) -> Counts:
    return Counts(name, skipped=why)


def together(counts: Iterable[Counts], name: str, remark: str) -> Counts:
    found = list(counts)
    return Counts(
        name,
        sum(one.faults for one in found),
        sum(one.edits for one in found),
        sum(one.refused for one in found),
        lost=sum(one.lost for one in found),
        torn=sum(one.torn for one in found),
        corrupt=sum(one.corrupt for one in found),
        unexplained=sum(one.unexplained for one in found),
        remark=remark,
    )
