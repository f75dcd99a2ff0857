"""What the menu and the shortcuts do: the deeds of the window that belong to no single page.

Dialogs are imported when they are first asked for, so that the start does not wait for them.
"""

from __future__ import annotations

import platform
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, qVersion
from PySide6.QtWidgets import QFileDialog

from scorecard.domain.activities import Activity, Turn, Verb
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.periods import Period
from scorecard.domain.weeks import Week
from scorecard.ui import say
from scorecard.ui.away.commands import AwayCommands
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.day_watch import DayWatch
from scorecard.ui.finishing.flow import Finishing
from scorecard.ui.guided_start.flow import SettingUp
from scorecard.ui.guided_start.invitation import invite
from scorecard.ui.main_window import COMMITMENTS, PROGRESS, REFLECTION, SCORECARD, MainWindow
from scorecard.ui.scorecard_tab.states import say_away_switch
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.way_back import WayBack
from scorecard.ui.widgets.late_page import LatePage
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.window_actions import WindowMenu
from scorecard.ui.window_days import WindowDays
from scorecard.ui.window_menus import menus_of

if TYPE_CHECKING:
    # The pages are made when they are first looked at.
    from scorecard.services.checkin_page import SeriesKey
    from scorecard.services.services import Services
    from scorecard.services.undoing import LongTurn
    from scorecard.ui.commitments_tab.tab import CommitmentsTab
    from scorecard.ui.progress_tab.tab import ProgressTab
    from scorecard.ui.reflection_tab.tab import ReflectionTab


class WindowCommands(QObject):
    """Made after the first picture. `follow_store` and `show_charts` tell it what has been loaded since."""

    def __init__(self, window: MainWindow, store: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._store = store
        self._clock = clock
        self._watch: DayWatch | None = None
        self._has_charts = False
        self._commitments = LatePage(self._make_commitments, window)
        self._reflection = LatePage(self._make_reflection, window)
        self._progress = LatePage(self._make_progress, window)
        self.days = WindowDays(window, self._reflection, self._progress)
        self.away = AwayCommands(window)
        self.backups = BackupCommands(window, store, clock, self._follow_another_store)
        self.finishing = Finishing(self._desk, window)
        self.setting_up = SettingUp(self._desk, window)
        window.add_page(COMMITMENTS, "handshake", tr("Commitments"), self._commitments)
        window.add_page(REFLECTION, "notebook-pen", tr("Reflection"), self._reflection)
        window.add_page(PROGRESS, "chart-column", tr("Progress"), self._progress)
        self.menu = WindowMenu(window)
        for title, lines in menus_of(window, self):
            self.menu.add(title, lines)
        self.menu.install_bar(window)
        self.menu.about_to_show.connect(self._show_undo)
        window.menu_button.clicked.connect(self.open_menu)
        window.settings_button.clicked.connect(self.open_settings)
        window.find_button.clicked.connect(self.find_everywhere)
        window.scorecard.set_empty_state(invite(self.set_up_card, self.add_measure, self.open_import, window))
        window.file_dropped.connect(self.import_file)
        window.scorecard.more_asked.connect(lambda: window.go_to_page(COMMITMENTS))
        window.scorecard.seal_broken.connect(self._warn_of_seal)
        window.scorecard.finish_asked.connect(self.finishing.begin)
        window.watch_over(self.finishing)
        window.watch_over(self.setting_up)
        self._desk.changed.connect(self._follow)
        self.way_back = WayBack(window, self.undo)
        window.page_shown.connect(self._bring_keys)

    def follow_store(self, writable: bool) -> None:
        """The store is open."""
        self._watch = DayWatch(self._clock, self._day_end, self)
        self._watch.turned.connect(self._follow_new_day)
        self.away.follow_store()
        self._window.focused.connect(self._look_elsewhere)
        if not writable:
            self._window.notice.show_notice(
                tr("This store can only be read here. You can look at everything; nothing can be entered."),
                NoticeTone.WARNING,
            )

    def _follow_another_store(self) -> None:
        """A backup was restored."""
        if self._watch is None:
            self.follow_store(writable=True)
        self.away.follow_new_day()
        if self._has_charts and self._progress.made is not None:
            self._attach_charts(self._progress.made)

    def show_charts(self) -> None:
        """matplotlib is loaded."""
        self._has_charts = True
        services = self._desk.ask(lambda services: services)
        if services is not None:
            if self._progress.made is not None:
                self._attach_charts(self._progress.made)
            if self._window.surroundings.preferences.tab() == PROGRESS and not self._window.isActiveWindow():
                self._window.go_to_page(SCORECARD)

    @property
    def commitments(self) -> CommitmentsTab:
        return self._commitments.page

    @property
    def reflection(self) -> ReflectionTab:
        return self._reflection.page

    @property
    def progress(self) -> ProgressTab:
        return self._progress.page

    def _make_commitments(self) -> CommitmentsTab:
        from scorecard.ui.commitments_tab.quick_keeping import QuickKeeping
        from scorecard.ui.commitments_tab.tab import CommitmentsTab

        tab = CommitmentsTab(self._desk, self._commitments)
        self._window.watch_over(QuickKeeping(self._desk, tab.quick_add.field))
        return tab

    def _make_reflection(self) -> ReflectionTab:
        from scorecard.ui.reflection_tab.tab import ReflectionTab

        tab = ReflectionTab(self._desk, self._reflection, self.days.day)
        tab.day_shown.connect(self.days.keep)
        self._window.watch_over(tab)
        return tab

    def _make_progress(self) -> ProgressTab:
        from scorecard.ui.progress_tab.tab import ProgressTab

        tab = ProgressTab(self._progress)
        tab.day_chosen.connect(self._window.open_day)
        tab.explained.connect(self.explain_week)
        tab.review_asked.connect(self.review_week)
        tab.checkin_chosen.connect(self.open_checkins)
        tab.reflection_chosen.connect(self.days.open_reflection)
        tab.measure_chosen.connect(self.edit_measure)
        tab.what_if_asked.connect(self.ask_what_if)
        tab.told.connect(self._window.notice.show_notice)
        if self._has_charts:
            self._attach_charts(tab)
        return tab

    def _attach_charts(self, tab: ProgressTab) -> None:
        services = self._desk.ask(lambda services: services)
        if services is not None:
            from scorecard.ui.progress_tab.sources import sources_of

            tab.attach(sources_of(services))

    def undo(self) -> None:
        self._window.flush()
        self._turn(Turn.UNDO, tr("Undoing"))

    def redo(self) -> None:
        self._turn(Turn.REDO, tr("Redoing"))

    def _turn(self, turn: Turn, words: str) -> None:
        work = self._desk.ask(lambda services: services.undoing.long(turn))
        if work is not None:
            self._turn_long(work, words)
        else:
            self._desk.do(lambda services: self._turn_now(services, turn))

    def _turn_now(self, services: Services, turn: Turn) -> None:
        done = services.undoing.turn(turn)
        self._say_done(done.activity, done.change)

    def _turn_long(self, work: LongTurn, words: str) -> None:
        from scorecard.ui.long_work import do_long

        do_long(words, work.run, self._desk, self._window).failed.connect(self._window.show_error)

    def promise(self) -> None:
        """The full editor, wherever one is; on the Commitments tab with what the quick line says."""
        self.commitments.promise_something()

    def open_people(self, person_id: str | None = None) -> None:
        from scorecard.ui.promise_dialogs.people_dialog import open_people

        open_people(self._desk, self._window, person_id)

    def find(self) -> None:
        """The Commitments tab has a search of its own; from there it goes on to everything."""
        if self._window.page_key == COMMITMENTS and not self.commitments.search.hasFocus():
            self.commitments.start_search()
        else:
            self.find_everywhere()

    def find_everywhere(self) -> None:
        from scorecard.ui.find_dialog.dialog import FindDialog
        from scorecard.ui.find_dialog.going import go_to

        self._window.flush()
        dialog = FindDialog(self._desk, self._window)
        dialog.opened.connect(lambda place: go_to(place, self._window, self))
        dialog.open()

    def export_due_dates(self) -> None:
        from scorecard.ui.exporting import export_due_dates

        export_due_dates(self._desk, self._window)

    def _bring_keys(self, page: str) -> None:
        """The key for something new belongs to what the page is about; the menu shows it there."""
        if page == COMMITMENTS:
            self.menu.set_keys(add=(), promise=(Keys.NEW, Keys.PROMISE))
        else:
            self.menu.set_keys(add=(Keys.NEW,), promise=(Keys.PROMISE,))

    def add_measure(self) -> None:
        from scorecard.ui.card_dialogs.measure_editor import MeasureDialog

        MeasureDialog(self._desk, self._window, None, self._today()).open()

    def edit_measure(self, measure_id: str) -> None:
        from scorecard.ui.card_dialogs.measure_editor import MeasureDialog

        MeasureDialog(self._desk, self._window, measure_id, self._today()).open()

    def ask_what_if(self, period: Period) -> None:
        from scorecard.ui.progress_tab.what_if_dialog import open_what_if

        open_what_if(self._desk, self._window, period)

    def open_measures(self) -> None:
        from scorecard.ui.card_dialogs.measures_dialog import MeasuresDialog

        MeasuresDialog(self._desk, self._window).open()

    def set_up_card(self) -> None:
        self.setting_up.begin()

    def open_import(self) -> None:
        words = tr("Choose a file to import")
        chosen, _ = QFileDialog.getOpenFileName(self._window, words, str(Path.home()))
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        from scorecard.services.importing import Importing
        from scorecard.ui.import_dialog.dialog import ImportDialog

        self._window.flush()
        dialog = ImportDialog(Importing(self._store, self._clock), self._window, file)
        dialog.imported.connect(lambda _receipt: self._look_elsewhere())
        dialog.open()

    def explain_week(self, week: Week) -> None:
        from scorecard.ui.scorecard_tab.explanation import explain_week

        found = self._desk.ask(lambda services: (services.scoring.explain_week(week), services.scoring.card()))
        if found is not None:
            explanation, card = found
            explain_week(week, explanation, {m.id: m.name for m in card.measures}, self._window).open()

    def review_week(self, week: Week | None = None, prompt_id: str = "") -> None:
        """The review of the week that Progress shows, elsewhere of the present one; with a prompt, at its place."""
        from scorecard.ui.weekly_review.dialog import open_review

        self._window.flush()
        shown = self.progress.week if self._window.page_key == PROGRESS else None
        open_review(self._desk, self._window, week or shown or Week.of(self._today()), prompt_id)

    def open_checkins(self, key: SeriesKey) -> None:
        """All results of one check-in about one subject."""
        from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog

        page = self._desk.ask(lambda services: services.checkins.card())
        series = page.get(key) if page is not None else None
        if page is not None and series is not None:
            CheckinHistoryDialog(self._desk, self._window, page, series).open()

    def open_settings(self) -> None:
        from scorecard.ui.settings_dialog.dialog import SettingsDialog

        surroundings = self._window.surroundings
        SettingsDialog(self._desk, surroundings.theme, surroundings.preferences, self._window).open()

    def open_shortcuts(self) -> None:
        from scorecard.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window).open()

    def open_about(self) -> None:
        from scorecard import __version__
        from scorecard.ui.about_dialog import AboutDialog, AboutFacts

        facts = self._desk.ask(lambda services: services.facts())
        if facts is not None:
            parts = (("Python", platform.python_version()), ("Qt", qVersion()))
            about = AboutFacts(__version__, facts.path, facts.sqlite_version, facts.journal_mode, parts)
            AboutDialog(self._window, about).open()

    def open_menu(self) -> None:
        button = self._window.menu_button
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu = self.menu.menu
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def finish(self) -> None:
        self._window.go_to_page(SCORECARD)
        self._window.scorecard.finish()

    def _today(self) -> date:
        today = self._desk.ask(lambda services: services.scoring.today())
        return today if today is not None else self._window.scorecard.page.today

    def _day_end(self) -> time:
        settings = self._desk.ask(lambda services: services.scoring.settings())
        return settings.day_end if settings is not None else time(4, 0)

    def _say_done(self, activity: Activity, change: Change) -> None:
        """An undo that changed another day than the one shown goes there, so that nothing happens unseen."""
        said = activity.subject.get("day")
        if said is None:
            return
        day = date.fromisoformat(said)
        if activity.verb == Verb.REVIEW_WEEK:
            self.review_week(Week.of(day), activity.subject.get("prompt", ""))
            return
        if change.topics & {"reflection", "felt"}:
            self.days.open_reflection(day, activity.subject.get("prompt", ""))
        elif "away" in change.topics and said <= self.days.day.isoformat() <= activity.subject.get("last_day", said):
            return
        elif day != self.days.day and "adjustment" not in change.topics:
            self._window.open_day(day)

    def _follow(self, change: Change) -> None:
        anywhere = change.touches_card() or change.touches_promises() or "checkin" in change.topics
        if self._progress.made is not None:
            # Reflections are written in front of Progress or elsewhere, and saved several times in a sentence.
            only_written = change.topics <= {"reflection"}
            self._progress.made.follow(None if anywhere else change.days, when_next_shown=only_written)
        if self._watch is not None and "setting" in change.topics:
            self._watch.look()

    def _show_undo(self) -> None:
        pair = self._desk.ask(lambda services: (services.undoing.next_undo(), services.undoing.next_redo()))
        if pair is not None:
            self.menu.show_undo(*pair)
        self.menu.show_away(say_away_switch(self._window.scorecard.page))

    def _follow_new_day(self, today: date) -> None:
        """The day being looked at stays; a quiet bar offers the new one."""
        scorecard = self._window.scorecard
        scorecard.refresh()
        if self._commitments.made is not None:
            self._commitments.made.refresh()
        if self._reflection.made is not None:
            self._reflection.made.follow_new_day()
        if self._progress.made is not None:
            self._progress.made.follow(None)
        self.away.follow_new_day()
        sentence = tr("A new day has begun: {day}.").format(day=say.say_day(today))
        self._window.offer(sentence, tr("Go to today"), lambda: self._window.open_day(today))

    def _look_elsewhere(self) -> None:
        self._desk.do(lambda services: services.look_for_changes_elsewhere())
        if self._watch is not None:
            self._watch.look()

    def _warn_of_seal(self, day: date) -> None:
        sentence = tr(
            "The values of {day} are not as Scorecard wrote them: something else changed the file. "
            "They are shown as found; compare them with a copy you trust."
        )
        self._window.notice.show_notice(sentence.format(day=say.say_day(day)), NoticeTone.WARNING)
