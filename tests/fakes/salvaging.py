"""Salvaging as a test wishes it: what is found is handed in, and what was asked of it can be read."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from scorecard.domain.backups import Backup
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.domain.salvage import Salvaged
from scorecard.services.backups import Backups
from scorecard.services.salvaging import Rebuilt

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass
class FakeSalvaging:
    """It restores the chosen backup, and forgets the accepted rows."""

    store: Path
    clock: Clock
    found: Salvaged = field(default_factory=Salvaged)
    looked_at: list[Backup | None] = field(default_factory=list)
    asked: list[tuple[Backup | None, frozenset[int]]] = field(default_factory=list)
    refuses: list[KnownError] = field(default_factory=list)
    waits: bool = False

    def look(self, base: Backup | None, progress: Progress, cancelled: Cancelled) -> Salvaged:
        """Raises what it `refuses`, once; where it `waits`, until it is stopped."""
        self.looked_at.append(base)
        self._meet(cancelled)
        progress(140, 140)
        return self.found

    def rebuild(
        self, base: Backup | None, accepted: Collection[int], progress: Progress, cancelled: Cancelled
    ) -> Rebuilt:
        self._meet(cancelled)
        self.asked.append((base, frozenset(accepted)))
        progress(1, 1)
        aside = Backups(self.store, self.clock).restore(base).set_aside if base is not None else None
        return Rebuilt(aside, len(accepted))

    def _meet(self, cancelled: Cancelled) -> None:
        if self.refuses:
            raise self.refuses.pop()
        while self.waits and not cancelled():
            pass
        if cancelled():
            raise StoppedError
