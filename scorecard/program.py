"""The composition root: where the names of all rooms meet. Everything else is handed what it needs."""

import gc
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLockFile, QObject, QTranslator, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from scorecard.charts.loading import prepare as prepare_charts
from scorecard.crashes import catch_all
from scorecard.domain.clock import Clock, SystemClock
from scorecard.domain.days import score_date
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.weeks import Week
from scorecard.paths import Paths
from scorecard.resources import resource
from scorecard.services.kept_promises import with_kept_promises
from scorecard.services.pages import DayPage, day_page
from scorecard.store.files import keep_private, make_private_folder
from scorecard.store.first_look import FirstLook
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import Condition, Finding, check_whole, examine
from scorecard.ui.desk import Desk
from scorecard.ui.loading import Loading, Step
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from scorecard.services.services import Services

WINDOW_MODULES = ("scorecard.logs", "scorecard.ui.one_instance", "scorecard.ui.window_commands")
CHART_MODULES = ("scorecard.charts.week", "scorecard.charts.promises")
CARDS = ("year", "course", "measures", "weekday", "feeling", "tally", "trust")
FIGURES = ("year", "course", "measures", "weekday", "feeling", "tallies", "trust")
CARD_MODULES = (
    "numpy.random",  # numpy imports it when it is first asked for
    *(f"scorecard.services.progress.{name}" for name in ("courses", "measure_pages", "feeling", "tallies")),
    *(f"scorecard.ui.progress_tab.{name}_card" for name in CARDS),
    *(f"scorecard.charts.{name}" for name in FIGURES),
)
MILESTONES = "SCORECARD_MILESTONES_FD"


def start(paths: Paths, clock: Clock | None = None) -> int:
    keep_private()
    app = make_application()
    preferences = Preferences(paths.preferences)
    theme = Theme(app, _theme_choice(preferences))
    theme.apply()
    try:
        make_private_folder(paths.data)
    except OSError:
        return _refuse(StoreError(StoreFault.CANNOT_OPEN, paths.data))
    lock = QLockFile(str(paths.lock))
    if _is_running_already(lock, paths):
        return 0
    clock = clock or SystemClock()
    known = KnownStores(paths.known_stores)
    start_point = _open_until_settled(paths, known, clock)
    if start_point is None:
        return 1
    program = Program(paths, clock, Surroundings(theme, preferences), known, start_point)
    program.window.show()
    status = app.exec()
    program.end()
    lock.unlock()
    return status


def make_application(arguments: Sequence[str] = ("scorecard",)) -> QApplication:
    app = QApplication(list(arguments))
    app.setApplicationName("Scorecard")
    app.setDesktopFileName("org.scorecard.Scorecard")
    # English needs a translation too: it is where "1 measure" and "2 measures" part.
    plurals = QTranslator(app)
    if plurals.load(str(resource("i18n", "scorecard_en.qm"))):
        app.installTranslator(plurals)
    return app


def _theme_choice(preferences: Preferences) -> ThemeChoice:
    try:
        return ThemeChoice(preferences.theme())
    except ValueError:
        return ThemeChoice.SYSTEM


def _is_running_already(lock: QLockFile, paths: Paths) -> bool:
    """Whether another window has this store; it then comes to the front."""
    lock.setStaleLockTime(0)  # a lock left by a killed program is taken over
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return False
    from scorecard.ui.one_instance import ring

    return ring(paths.lock)


def _refuse(error: StoreError) -> int:
    from scorecard.ui.incident_dialog import IncidentDialog

    IncidentDialog(error).exec()
    return 1


@dataclass(frozen=True, slots=True)
class StartPoint:
    """What stands at the store's place, and the first page, read with sqlite3 alone."""

    finding: Finding
    page: DayPage


def look(paths: Paths, known: KnownStores, clock: Clock) -> StartPoint:
    """Raises StoreError when the store must not be touched, or can't be read."""
    finding = examine(paths.store, known)
    if finding.condition is not Condition.CURRENT:
        today = score_date(clock.now())
        week = Week.of(today)
        return StartPoint(finding, day_page(Snapshot(week.monday, week.sunday), today, today))
    days = FirstLook(paths.store).settings_and_days()
    today = score_date(clock.now(), days.settings.day_end)
    week = Week.of(today)
    snapshot = with_kept_promises(days.snapshot(week.monday, week.sunday), today)
    return StartPoint(finding, day_page(snapshot, today, today))


def _open_until_settled(paths: Paths, known: KnownStores, clock: Clock) -> StartPoint | None:
    """None when the store can't be used and the user gave up."""
    while True:
        try:
            return look(paths, known, clock)
        except StoreError as error:
            from scorecard.ui.incident_dialog import IncidentDialog

            dialog = IncidentDialog(error)
            if not dialog.exec():
                return None
            if dialog.start_empty:
                known.forget(paths.store)


class Program(QObject):
    """The running program: the window first, then the store, then the charts."""

    def __init__(
        self, paths: Paths, clock: Clock, surroundings: Surroundings, known: KnownStores, start_point: StartPoint
    ) -> None:
        super().__init__()
        self._paths = paths
        self._clock = clock
        self._known = known
        self._finding = start_point.finding
        self._services: Services | None = None
        self.desk = Desk(self)
        self.window = MainWindow(self.desk, start_point.page, surroundings)
        self.window.painted.connect(self._go_on)
        self.window.closing.connect(self._let_go)
        self.desk.attached.connect(self._follow_attached)
        self._failed = False
        self.loading = self._loading_of(self._steps())

    def end(self) -> None:
        self.loading.stop()
        self._let_go()

    def _loading_of(self, steps: Sequence[Step]) -> Loading:
        loading = Loading(steps, self)
        loading.finished.connect(self._follow_loaded)
        loading.failed.connect(self._follow_failure)
        return loading

    def _steps(self) -> list[Step]:
        prepare_charts(self._paths.cache / "matplotlib")
        return [
            Step("window", WINDOW_MODULES),
            Step("store", ("scorecard.services.services",), self._settle_store),
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
        path = self._paths.store
        if self._finding.condition is not Condition.FRESH:
            check_whole(path)
        if self._finding.condition is Condition.CURRENT:
            return
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

        self._termination = Termination(self.window.close, self)
        self.loading.start()

    def _complete_window(self) -> None:
        """Menu, Progress tab and the ways in from outside. Their modules are there by now."""
        from scorecard.logs import keep_no_core_dumps, start_log
        from scorecard.ui.one_instance import Doorbell
        from scorecard.ui.window_commands import WindowCommands

        keep_no_core_dumps()
        start_log(self._paths.log)
        catch_all(self.window.crashed.emit)
        self._commands = WindowCommands(self.window, self._paths.store, self._clock)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setWindowIcon(QIcon(str(resource("icons", "scorecard.svg"))))
            # The session ends. Nothing is refused, so that logging out never waits for us.
            application.commitDataRequest.connect(self._flush)
        self._doorbell = Doorbell(self._paths.lock, self)
        self._doorbell.rung.connect(self.window.bring_to_front)
        tell("usable")

    @Slot(str)
    def _follow_loaded(self, name: str) -> None:
        if name == "window":
            self._complete_window()
            return
        if name == "store":
            self._open_store()
        elif name == "charts":
            self._commands.show_charts()
            gc.freeze()
            self._collect()
        tell(name)

    def _open_store(self) -> None:
        from scorecard.services.services import Services

        try:
            services = Services(self._paths.store, self._clock, (QLocale().name(),))
        except KnownError as error:
            self._follow_failure(error)
            return
        self.desk.attach(services)
        self._commands.follow_store(self._finding.writable)

    @Slot()
    def _follow_attached(self) -> None:
        """The store is open: after the start, and after another one was put in its place."""
        self._services = self.desk.ask(lambda services: services)
        self._remember()
        self._commands.backups.keep_daily()
        if self._failed:
            self._failed = False
            self.loading = self._loading_of(self._steps()[2:])
            self.loading.start()

    @Slot(object)
    def _follow_failure(self, error: KnownError) -> None:
        self._failed = True
        self.desk.lose_hope()
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
    def _flush(self) -> None:
        self.window.flush()

    @Slot()
    def _let_go(self) -> None:
        """The window is closing and everything is saved."""
        if self._services is not None:
            self._remember()
            self._services = None
            self.desk.detach()


def tell(milestone: str) -> None:
    """Says to whom started the program how far it is; tests and benchmarks wait for that instead of sleeping."""
    handle = os.environ.get(MILESTONES)
    if handle:
        os.write(int(handle), f"{milestone}\n".encode())
