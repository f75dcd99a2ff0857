"""Of whatever kind, of whatever state, by whatever way: a backup can be restored, and is then what it was made of."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn
from scorecard.domain.backups import Backup, Reason, Soundness
from scorecard.domain.promises import Level
from scorecard.services import backups as backups_module
from scorecard.services.backups import Backups, SecondFolder
from scorecard.services.cards import Draft
from scorecard.services.importing import Importing
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.services.undoing import LONG
from scorecard.store import backups_restoring
from scorecard.store.backups_making import make
from tests.fake_clock import FixedClock
from tests.importing_files import table_file
from tests.services.opened import COUNT
from tests.store.raw import Rows, content, hand

STEPS = 14


def never() -> bool:
    return False


def untold(_done: int, _total: int) -> None:
    pass


class Life:
    """Somebody works with the program for a while, and with every backup it is noted what the store held."""

    def __init__(self, path: Path, clock: FixedClock, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.clock = clock
        self.made: list[tuple[Backup, Rows]] = []
        self._folder = folder
        self._chance = random.Random(17)
        self.stick = folder / "stick"
        self.stick.mkdir()
        for module in (backups_module, backups_restoring):
            monkeypatch.setattr(module, "make", self._make)
        self.imports = 0

    def _make(self, store: Path, *arguments: object) -> Backup:
        before = content(store, record=True)
        backup = make(store, *arguments)  # type: ignore[arg-type]
        self.made.append((backup, before))
        return backup

    @property
    def backups(self) -> Backups:
        backups = Backups(self.path, self.clock)
        backups.second = SecondFolder(self.stick, "f" * 32, lambda error: None)
        return backups

    def enter(self) -> None:
        with closing(Services(self.path, self.clock)) as services:
            services.backups.second = self.backups.second
            services.daily_backup.begin(lambda error: None)
            today = services.scoring.today()
            measures = services.scoring.card().measures
            measure = measures[0].id if measures else services.cards.add(Draft("Calls", COUNT))
            services.daily_backup.wait()
            services.scoring.score(measure, today, Decimal(self._chance.randrange(9)))
            services.daily_backup.wait()
            services.scoring.note(measure, today, "é\u0301 – “quoted” 🙂" * self._chance.randrange(9))
            services.promises.make(PromiseDraft(f"Promise of {today}", Level.COMMITMENT, to_whom="Cassandra"))
        self.clock.advance(hours=self._chance.choice((3, 21, 30)))

    def import_file(self) -> None:
        """More than is undone at once."""
        self.imports += 1
        importing = Importing(self.path, self.clock)
        file = table_file(self._folder, {f"Reports {self.imports}": range(1, LONG + 20)})
        importing.apply(importing.read_and_plan(file, untold, never), untold, never)

    def undo_import(self) -> None:
        with closing(Services(self.path, self.clock)) as services:
            work = services.undoing.long(Turn.UNDO)
            assert work is not None
        work.run(untold, never)

    def delete_somebody(self) -> None:
        with closing(Services(self.path, self.clock)) as services:
            people = services.promises.book().people
            person = next(iter(people.all))
            deletion = services.people.deleting.deletion(person.id)
        deletion.run(untold, never)

    def restore_any(self) -> None:
        self.backups.restore(self._chance.choice([b for b in self.backups.listed() if b.can_be_restored]))

    def take_back(self) -> None:
        self.backups.take_back()

    def be_spoilt_by_another(self) -> None:
        with hand(self.path) as stranger:
            stranger.execute("UPDATE entry SET amount = amount + 1000 WHERE amount IS NOT NULL")


@pytest.fixture
def life(path: Path, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    return Life(path, clock, tmp_path, monkeypatch)


def live(life: Life) -> None:
    steps: list[Callable[[], object]] = [
        life.enter, life.import_file, life.undo_import, life.enter, life.backups.make, life.restore_any,
        life.take_back, life.enter, life.delete_somebody, life.enter, life.be_spoilt_by_another, life.enter,
        life.restore_any, life.enter,
    ]  # fmt: skip
    assert len(steps) == STEPS
    for step in steps:
        step()
        life.clock.advance(minutes=5)


def test_every_backup_of_a_life_with_the_program_can_be_restored_and_equals_what_it_was_made_of(life: Life) -> None:
    live(life)
    made = {backup.reason for backup, _ in life.made}
    assert made == set(Reason) - {Reason.MIGRATION, Reason.SET_ASIDE}, "those have tests of their own"
    assert any(backup.soundness is Soundness.DOUBTFUL for backup, _ in life.made)

    backups, restored = Backups(life.path, life.clock), 0
    for backup, before in tuple(life.made):
        if backup.path.exists():  # else it was thinned
            assert backups.checked(backup).can_be_restored
            backups.restore(backup)
            assert content(life.path, record=True) == before
            restored += 1
        life.clock.advance(minutes=1)
    assert restored > STEPS // 2


def test_so_can_every_copy_in_the_second_folder(life: Life) -> None:
    live(life)
    assert life.backups.second is not None
    copies = life.backups.second.listed()
    before = {(backup.made_at, backup.reason): rows for backup, rows in life.made}
    shutil.rmtree(life.path.parent)
    life.path.parent.mkdir(mode=0o700)

    assert len(copies) >= 3
    for copy in copies:
        Backups(life.path, life.clock).restore(copy)
        assert content(life.path, record=True) == before[copy.made_at, copy.reason]
        life.clock.advance(minutes=1)
