"""Counting what does not come along while a file is read, one loss for each kind and measure."""

from dataclasses import dataclass, field

from scorecard.domain.texts import clean_text
from scorecard.formats.bundle import Loss, LossKind

LINES_SHOWN = 5


@dataclass(slots=True)
class LossTally:
    """`records`: what is counted has numbers of records, and not of lines."""

    records: bool = False
    _found: dict[tuple[LossKind, str, str], list[int]] = field(default_factory=dict)
    _counts: dict[tuple[LossKind, str, str], int] = field(default_factory=dict)

    def add(self, kind: LossKind, subject: str = "", line: int | None = None, detail: str = "") -> None:
        key = (kind, subject, clean_text(detail, 4 * len(detail) + 1))
        self._counts[key] = self._counts.get(key, 0) + 1
        lines = self._found.setdefault(key, [])
        if line is not None and len(lines) < LINES_SHOWN:
            lines.append(line)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """In the order in which each was first met."""
        return tuple(
            Loss(kind, count, subject, tuple(self._found[kind, subject, detail]), detail, self.records)
            for (kind, subject, detail), count in self._counts.items()
        )
