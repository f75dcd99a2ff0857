"""The composition root: where the names of all rooms meet. Everything else is handed what it needs."""

import gc
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from scorecard.charts.loading import prepare as prepare_charts
from scorecard.crashes import Crashes, last_crash
from scorecard.domain.clock import Clock, SystemClock
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.starts import Arrival, Manner, token_in
from scorecard.entrance import StartPoint, agree_on_manner, open_until_settled, settle_place
from scorecard.paths import Paths
from scorecard.resources import resource
from scorecard.runs import Runs
from scorecard.store.files import has_room, keep_private
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import Condition, check_whole
from scorecard.ui.application import dressed
from scorecard.ui.application import make_application as make_application
from scorecard.ui.desk import Desk
from scorecard.ui.language import wished_languages
from scorecard.ui.loading import Loading, Step
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.store_lock import StoreLock

if TYPE_CHECKING:
    from scorecard.domain.places import Surroundings as Around
    from scorecard.services.services import Services

WINDOW_MODULES = (
    "scorecard.logs",
    *(f"scorecard.ui.{name}" for name in ("outside", "window_commands")),
)
CHART_MODULES = ("scorecard.charts.week", "scorecard.charts.promises")
CARDS = ("year", "course", "measures", "weekday", "feeling", "tally", "goal", "trust")
FIGURES = ("year", "course", "measures", "weekday", "feeling", "tallies", "goals", "trust")
CARD_MODULES = (
    "numpy.random",  # numpy imports it when it is first asked for
    *(f"scorecard.services.progress.{name}" for name in ("courses", "measure_pages", "feeling", "tallies")),
    *(f"scorecard.ui.progress_tab.{name}_card" for name in CARDS),
    *(f"scorecard.charts.{name}" for name in FIGURES),
)
MILESTONES = "SCORECARD_MILESTONES_FD"
CALM_AFTER = 10 * 60 * 1000  # milliseconds after which the start is not at fault for how the run ends


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a run of the program stands on from its start to its end."""

    lock: StoreLock
    runs: Runs
    crashes: Crashes
    arrival: Arrival


def start(paths: Paths, arrival: Arrival | None = None, clock: Clock | None = None) -> int:
    """The exit status, when the window is closed or there is none to open."""
    keep_private()
    crashes = Crashes()
    crashes.catch()
    preferences = Preferences(paths.preferences)
    app = make_application(preferences=preferences)
    theme = dressed(app, preferences)
    known, lock, runs = KnownStores(paths.known_stores), StoreLock(paths.lock), Runs(paths.running)
    if not settle_place(paths, known):
        return 1
    arrival = replace(arrival or Arrival(), token=token_in(os.environ))
    beginning = Beginning(lock, runs, crashes, arrival)
    manner = agree_on_manner(lock, runs, paths, arrival)
    status = 0
    while manner is not None and status == 0:
        surroundings = Surroundings(theme, preferences, manner, paths.tables)
        status, again = _run(app, paths, clock or SystemClock(), surroundings, known, beginning)
        beginning = replace(beginning, arrival=replace(arrival, background=False))
        manner = _next_manner(paths, beginning) if again else None
    if lock.held:
        runs.end()
    lock.release()
    return status


def _run(
    app: QApplication,
    paths: Paths,
    clock: Clock,
    surroundings: Surroundings,
    known: KnownStores,
    beginning: Beginning,
) -> tuple[int, bool]:
    """The exit status, and whether the user wants another start, as always."""
    start_point = open_until_settled(paths, known, clock, surroundings.manner)
    if start_point is None:
        return 1, False
    if start_point.copy is not None:
        surroundings = replace(surroundings, manner=Manner.COPY)
    program = Program(paths, clock, surroundings, known, start_point, beginning)
    if beginning.arrival.background:
        program.window.stay_back()
    else:
        program.window.show()
    status = app.exec()
    program.end()
    return status, program.again


def _next_manner(paths: Paths, beginning: Beginning) -> Manner | None:
    """The window before is gone for good first: what it listened to is for the next one."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if beginning.lock.held:
        return Manner.USUAL
    return agree_on_manner(beginning.lock, beginning.runs, paths, beginning.arrival)


class Program(QObject):
    """The running program: the window first, then the store, then the charts."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        surroundings: Surroundings,
        known: KnownStores,
        start_point: StartPoint,
        beginning: Beginning,
    ) -> None:
        super().__init__()
        self._beginning = beginning
        self._manner = surroundings.manner
        self._around: Around | None = None
        self.again = False
        self._paths = paths
        self._clock = clock
        self._known = known
        self._finding = start_point.finding
        self._copy = start_point.copy
        self._services: Services | None = None
        self.desk = Desk(self)
        self.window = MainWindow(self.desk, start_point.page, surroundings)
        self.window.painted.connect(self._go_on)
        self.window.closing.connect(self._let_go)
        self.window.closing.connect(self._leave_loop)
        self.desk.attached.connect(self._follow_attached)
        self._failed = False
        self.loading = self._loading_of(self._steps())

    @property
    def _store(self) -> Path:
        """What is opened."""
        return self._copy or self._paths.store

    def end(self) -> None:
        self.loading.stop()
        self._let_go()
        if self._copy is not None:
            from scorecard.store.readable_copy import remove_copy

            remove_copy(self._copy)
        if self.again:
            self._beginning.crashes.wait()
            self.window.deleteLater()
            self.deleteLater()

    def _loading_of(self, steps: Sequence[Step]) -> Loading:
        loading = Loading(steps, self)
        loading.finished.connect(self._follow_loaded)
        loading.failed.connect(self._follow_failure)
        return loading

    def _steps(self) -> list[Step]:
        first = [
            Step("window", WINDOW_MODULES),
            Step("store", ("scorecard.services.services",), self._settle_store),
        ]
        if self._manner is Manner.SAFE:
            return first
        prepare_charts(self._paths.cache / "matplotlib")
        return [
            *first,
            # In pieces, so that a window closed early need not wait for all of it. By the time numpy is there the
            # window has opened the store; what is read before the charts are there, no collection of garbage visits.
            Step("numbers", ("numpy",)),
            Step("promises", ("scorecard.ui.commitments_tab.tab",), self._prepare_promises),
            Step("charts", ("matplotlib", "matplotlib.figure", *CHART_MODULES)),
            Step("history", ("scorecard.services.progress.keeper",), self._prepare_history),
            Step("cards", CARD_MODULES),
            Step("dates", ("scorecard.services.quick_line.reader",), self._prepare_lines),
        ]

    def _settle_store(self) -> None:
        """In the thread: makes the store, brings it up to date, or looks whether it is whole."""
        path = self._store
        if self._finding.condition is not Condition.FRESH:
            check_whole(path, self._manner.writes)
        # No first picture waits for these.
        from scorecard.domain.folding import make_ready
        from scorecard.store.places import look_around

        make_ready()
        self._around = look_around(path)
        if self._finding.condition is Condition.CURRENT:
            return
        if not self._manner.writes:
            raise StoreError(StoreFault.LOOKING, path)
        # Only here is Alembic imported: most starts have nothing to migrate.
        from scorecard.services.backups import migrate_safely
        from scorecard.store import migrating

        if self._finding.condition is Condition.FRESH:
            migrating.create_store(path, self._clock.now())
        else:
            migrate_safely(path, self._clock)

    def _prepare_promises(self) -> None:
        """In the thread: what the first look at Commitments would wait for."""
        if self._services is not None:
            with suppress(KnownError):  # who asks for the promises is told
                self._services.promises.prepare()

    def _prepare_history(self) -> None:
        """In the thread: what the first look at Progress would wait for."""
        if self._services is not None:
            with suppress(KnownError):  # who asks for the history is told
                self._services.progress.prepare()

    def _prepare_lines(self) -> None:
        """In the thread: what the first quickly typed promise would wait for."""
        if self._services is not None:
            self._services.lines.prepare()

    @Slot()
    def _go_on(self) -> None:
        """After the first picture: the thread brings everything that it did not need."""
        tell("painted")
        from scorecard.ui.termination import Termination

        self._termination = Termination(self.window.quit, self)
        self.loading.start()

    def _complete_window(self) -> None:
        """Menu, Progress tab and the ways in from outside. Their modules are there by now."""
        from scorecard.logs import start_log
        from scorecard.ui.outside import Outside
        from scorecard.ui.window_commands import WindowCommands

        start_log(self._paths.log)
        self._beginning.crashes.tell_to(self.window.crashed.emit)
        self._commands = WindowCommands(self.window, self._paths.store, self._clock)
        self._commands.looks.moving.moved.connect(self._follow_move)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            from PySide6.QtGui import QIcon

            application.setWindowIcon(QIcon(str(resource("icons", "scorecard.svg"))))
        self._outside = Outside(self.window, self._commands)
        self._outside.listen(self._paths.changed)
        if self._beginning.lock.held:
            self._outside.open_door(self._paths.lock)
            QTimer.singleShot(CALM_AFTER, self, self._beginning.runs.settle)
        tell("usable")

    @Slot(object)
    def _follow_move(self, store: Path) -> None:
        """Store and backups lie elsewhere from now on."""
        from scorecard.ui.moving.new_home import NewHome

        self._known.forget(self._paths.store)
        self._paths = replace(self._paths, data=store.parent)
        self._outside.listen(self._paths.changed)
        NewHome(self._paths.lock, self._beginning.arrival, self._outside.arriving.follow, self)

    @Slot(str)
    def _follow_loaded(self, name: str) -> None:
        if name == "window":
            self._complete_window()
            return
        if name == "store":
            self._open_store()
        if name == ("store" if self._manner is Manner.SAFE else "promises"):  # a safe start reads nothing ahead
            self.window.scorecard.show_people()
        if name == "charts":
            self._commands.show_charts()
            gc.freeze()
            self._collect()
        tell(name)

    def _open_store(self) -> None:
        from scorecard.services.services import Services

        try:
            services = Services(self._store, self._clock, wished_languages(), writes=self._manner.writes)
        except KnownError as error:
            self._follow_failure(error)
            return
        self.desk.attach(services)
        self._commands.follow_store(self._finding.writable or not self._manner.writes)
        self._say_what_was_found(services.last_moment())
        self._outside.arriving.show(self._beginning.arrival)

    def _say_what_was_found(self, last_moment: datetime | None) -> None:
        from scorecard.ui.around import Deeds, Found, notices_at_start
        from scorecard.ui.kept_notice import notice_of_room
        from scorecard.ui.looking import Looking
        from scorecard.ui.start_notices import StartNotices

        if not self._manner.writes:
            Looking(self.window, self._commands.menu, self._start_as_always).say()
            return
        crash = last_crash(self._paths.log)
        found = Found(self._around, self._paths.data, self._clock.now(), last_moment, crash)
        deeds = Deeds(self._commands.import_file, self._commands.looks.moving.choose)
        notices = StartNotices(self.window)
        if not has_room(self._paths.data):
            notices.add(notice_of_room())
        for notice in notices_at_start(found, self.window, deeds):
            notices.add(notice)

    def _start_as_always(self) -> None:
        self.again = self.window.quit()

    @Slot()
    def _follow_attached(self) -> None:
        """The store is open: after the start, and after another one was put in its place."""
        self._services = self.desk.ask(lambda services: services)
        if self._manner.writes:
            self._remember()
            self._commands.backups.keep_daily()
        if self._manner is Manner.SAFE:
            self._collect()
        if self._failed:
            self._failed = False
            self.loading = self._loading_of(self._steps()[2:])
            self.loading.start()

    @Slot(object)
    def _follow_failure(self, error: KnownError) -> None:
        self._failed = True
        self.desk.lose_hope()
        self.window.step_aside()
        self._collect()
        self._commands.backups.show_failure(error)

    def _collect(self) -> None:
        from scorecard.ui.collecting import Collecting

        if self.findChild(Collecting) is None:
            Collecting(self)

    def _remember(self) -> None:
        if self._services is not None:
            facts = self._services.facts()
            self._known.remember(self._paths.store, KnownStore(facts.store_id, facts.last_seq))

    @Slot()
    def _leave_loop(self) -> None:
        """Qt ends it with the last window that is seen; one that waits in the tray is none."""
        QApplication.setQuitOnLastWindowClosed(True)
        if not self.window.isVisible():
            QTimer.singleShot(0, self, QCoreApplication.quit)

    @Slot()
    def _let_go(self) -> None:
        """The window is closing and everything is saved."""
        if self._services is not None:
            if self._manner.writes:
                self._remember()
                self._services.daily_backup.look()
            self._services = None
            self.desk.detach()


def tell(milestone: str) -> None:
    """Says to whom started the program how far it is; tests and benchmarks wait for that instead of sleeping."""
    handle = os.environ.get(MILESTONES)
    if handle:
        os.write(int(handle), f"{milestone}\n".encode())
