"""All use cases over one open store, put together in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.incidents import StoreError
from scorecard.domain.weeks import Week
from scorecard.resources import resource
from scorecard.services.aways import Aways
from scorecard.services.backups import Backups
from scorecard.services.backups_daily import DailyBackup
from scorecard.services.card_groups import CardGroups
from scorecard.services.cards import Cards
from scorecard.services.changes import EVERYTHING, Changes
from scorecard.services.checkins import Checkins
from scorecard.services.exporting import Exporting
from scorecard.services.gaps import Gaps
from scorecard.services.goals import Goals
from scorecard.services.merging import Merging
from scorecard.services.people.persons import Known, Persons
from scorecard.services.progress.progress import Progress
from scorecard.services.promise_weeks import WEEKS_SHOWN, PromiseWeek, promise_weeks
from scorecard.services.promises import Promises
from scorecard.services.quick_line.reader import LineReader
from scorecard.services.reflecting import Reflecting
from scorecard.services.rules import Rules
from scorecard.services.scoring import Scoring
from scorecard.services.searching import Searching
from scorecard.services.undoing import Undoing
from scorecard.services.week_chart import WeekBars, week_bars
from scorecard.services.weekly_review.weekly_reviews import WeeklyReviews
from scorecard.store.store import Done, Store
from scorecard.store.unfinished import CARD_NAME, Unfinished


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What the about box says of the store; nothing private."""

    path: Path
    store_id: str
    last_seq: int
    sqlite_version: str
    journal_mode: str


class Services:
    """Raises StoreError when the store can't be opened. Used from one thread."""

    def __init__(self, path: Path, clock: Clock, languages: Sequence[str] = ("en",), *, writes: bool = True) -> None:
        """`languages` are those in which promises are written down quickly, the user's first.

        Without `writes` the store is only looked at.
        """
        self._store = Store(path, clock, writes=writes)
        self.changes = Changes()
        self.scoring = Scoring(self._store, clock, self.changes)
        self.cards = Cards(self._store, clock, self.scoring)
        self.card_groups = CardGroups(self._store, clock, self.scoring)
        self.aways = Aways(self._store, clock, self.scoring)
        self.gaps = Gaps(self._store, self.scoring)
        self.promises = Promises(self._store, clock, self.scoring, self.changes)
        self.checkins = Checkins(self._store, clock, self.promises, (resource("checkins"), path.parent / "checkins"))
        self.lines = LineReader(languages)
        self.exporting = Exporting(self.promises, clock, self._store.last_seq)
        self.reflecting = Reflecting(self._store, clock, self.scoring, self.changes)
        self.progress = Progress(self._store, clock, self.promises, self.changes)
        self.goals = Goals(self._store, clock, self.scoring, self.promises)
        self.weekly_review = WeeklyReviews(
            self._store, self.scoring, self.promises, self.progress, self.goals, self.checkins
        )
        self.rules = Rules(self._store, self.scoring)
        self.searching = Searching(self._store, self.scoring, self.promises, self.checkins)
        self.unfinished = Unfinished(path.parent)
        self.unfinished_card = Unfinished(path.parent, CARD_NAME)
        self.undoing = Undoing(self._store, clock)
        self.merging = Merging(self._store, clock)
        self.backups = Backups(path, clock)
        known = Known(self.scoring, self.promises, self.checkins, self.searching, self.progress)
        self.people = Persons(self._store, clock, self.changes, known, self.backups)
        self.daily_backup = DailyBackup(self.backups, clock, self.scoring.today)
        self.changes.follow(self.daily_backup.follow)
        self._seen = self._store.last_seq()
        self._store.announce_to(self._announce)

    def week_bars(self, week: Week) -> WeekBars:
        """The week's days and, for comparison, the week before it."""
        snapshot = self.scoring.snapshot(week.previous.monday, week.sunday)
        return week_bars(snapshot, week, self.scoring.today())

    def promise_weeks(self, last: Week, length: int = WEEKS_SHOWN) -> tuple[PromiseWeek, ...]:
        """So many weeks that end with `last`, by what was kept and missed; none while nothing was ever promised."""
        items = self.promises.book().reckoned(self.scoring.today())
        return promise_weeks(items, last, length) if items else ()

    def look_for_changes_elsewhere(self) -> None:
        """Announces everything when another process has written to the store since the last look."""
        last_seq = self._store.last_seq()
        if last_seq != self._seen:
            self._seen = last_seq
            self.changes.announce(EVERYTHING)

    def look(self) -> StoreError | None:
        """What is the matter with the file that is open, if anything; what is seen is kept in mind for `write_mine`."""
        try:
            self._store.look()
        except StoreError as error:
            return error
        return None

    def write_mine(self, file: Path) -> None:
        """The version of this process, into an empty file; raises StoreError when there is none any more."""
        self._store.write_mine(file)

    def settle_doubt(self) -> bool:
        """Whether a change that was refused took place all the same; it is announced then. Raises StoreError."""
        return self._store.settle_doubt()

    def take_over(self, done: Done) -> None:
        """Announces what long work did with a store of its own, unless it was seen meanwhile."""
        if done.activity.seq > self._seen:
            self._announce(done)

    def facts(self) -> StoreFacts:
        return StoreFacts(self._store.path, self._store.store_id, self._seen, *self._store.sqlite_facts())

    def last_moment(self) -> datetime | None:
        """When something was entered last, by the clock of then."""
        return self._store.last_moment()

    def close(self) -> None:
        self.daily_backup.end()
        self._store.close()

    def _announce(self, done: Done) -> None:
        # A change of another process in between shows as a gap in the numbers, and everything is read again.
        alone = done.activity.seq == self._seen + 1
        self._seen = done.activity.seq
        self.changes.announce(done.change if alone else Change(EVERYTHING.topics, done.change.days))
