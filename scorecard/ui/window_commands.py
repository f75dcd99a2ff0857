"""What the menu and the shortcuts do: the deeds of the window that belong to no single page.

Dialogs are imported when they are first asked for, so that the start does not wait for them.
"""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.periods import Period
from scorecard.domain.starts import Manner
from scorecard.domain.weeks import Week
from scorecard.ui import say
from scorecard.ui.away.commands import AwayCommands
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.day_watch import DayWatch
from scorecard.ui.finishing.flow import Finishing
from scorecard.ui.goal_dialogs.commands import GoalCommands
from scorecard.ui.guided_start.flow import SettingUp
from scorecard.ui.guided_start.invitation import invite
from scorecard.ui.kept_notice import KeptNotice
from scorecard.ui.looks_commands import LooksCommands
from scorecard.ui.main_window import COMMITMENTS, PEOPLE, PROGRESS, REFLECTION, SCORECARD, MainWindow
from scorecard.ui.new_day import offer_today
from scorecard.ui.people_tab.commands import PeopleCommands
from scorecard.ui.reminder.commands import ReminderCommands
from scorecard.ui.rescue.commands import RescueCommands
from scorecard.ui.scorecard_tab.states import say_away_switch
from scorecard.ui.shortcuts import Keys
from scorecard.ui.store_watch import StoreWatch
from scorecard.ui.text import tr
from scorecard.ui.way_back import WayBack
from scorecard.ui.widgets.late_page import LatePage
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.window_actions import WindowMenu
from scorecard.ui.window_days import WindowDays
from scorecard.ui.window_menus import menus_of
from scorecard.ui.window_undoing import WindowUndoing

if TYPE_CHECKING:
    # The pages are made when they are first looked at.
    from scorecard.services.checkin_page import SeriesKey
    from scorecard.services.searching import HitPlace
    from scorecard.ui.commitments_tab.tab import CommitmentsTab
    from scorecard.ui.progress_tab.tab import ProgressTab
    from scorecard.ui.reflection_tab.tab import ReflectionTab


class WindowCommands(QObject):
    """Made after the first picture. `follow_store` and `show_charts` tell it what has been loaded since."""

    def __init__(self, window: MainWindow, store: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._clock = clock
        self._watch: DayWatch | None = None
        self._has_charts = False
        self._commitments = LatePage(self._make_commitments, window)
        self._reflection = LatePage(self._make_reflection, window)
        self._progress = LatePage(self._make_progress, window)
        self.days = WindowDays(window, self._reflection, self._progress)
        self.away = AwayCommands(window)
        self.goals = GoalCommands(window)
        self.reminders = ReminderCommands(window, clock, self.days.go_today)
        self.reminders.undo_asked.connect(self.undo)
        self.backups = BackupCommands(window, store, clock, self._follow_another_store)
        self.rescue = RescueCommands(window, self.backups, clock)
        self.looks = LooksCommands(window, self.backups, clock)
        self.finishing = Finishing(self._desk, window)
        self.setting_up = SettingUp(self._desk, window)
        self.people = PeopleCommands(window)
        self.people.place_asked.connect(self._go_to)
        self._undoing = WindowUndoing(window, self.days, self.review_week)
        window.add_page(COMMITMENTS, "handshake", tr("Commitments"), self._commitments)
        window.add_page(REFLECTION, "notebook-pen", tr("Reflection"), self._reflection)
        if window.surroundings.manner is not Manner.SAFE:
            window.add_page(PROGRESS, "chart-column", tr("Progress"), self._progress)
        else:
            self._progress.hide()
        window.add_page(PEOPLE, "users", tr("People"), self.people.late)
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
        window.scorecard.person_asked.connect(self.open_people)
        window.scorecard.seal_broken.connect(self._warn_of_seal)
        window.scorecard.finish_asked.connect(self.finishing.begin)
        window.watch_over(self.finishing)
        window.watch_over(self.setting_up)
        self._desk.changed.connect(self._follow)
        self.way_back = WayBack(window, self.undo)
        self.kept_notice = KeptNotice(window)
        self.store_watch = StoreWatch(window, self.backups, clock)
        window.page_shown.connect(self._bring_keys)

    def follow_store(self, writable: bool) -> None:
        """The store is open."""
        self._watch = DayWatch(self._clock, self._day_end, self)
        self._watch.turned.connect(self._follow_new_day)
        self._watch.looked.connect(self.backups.look)
        self.away.follow_store()
        self.reminders.follow_store(self._watch)
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
        tab.person_asked.connect(self.open_people)
        self._window.watch_over(QuickKeeping(self._desk, tab.quick_add.field))
        return tab

    def _make_reflection(self) -> ReflectionTab:
        from scorecard.ui.reflection_tab.tab import ReflectionTab

        tab = ReflectionTab(self._desk, self._reflection, self.days.day)
        tab.day_shown.connect(self.days.keep)
        tab.person_asked.connect(self.open_people)
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
        tab.goal_chosen.connect(self.goals.open)
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
        if not self.backups.taking_back.ask():
            self._undoing.undo()

    def redo(self) -> None:
        self._undoing.redo()

    def promise(self) -> None:
        """The full editor, wherever one is; on the Commitments tab with what the quick line says."""
        self.commitments.promise_something()

    def open_people(self, person_id: str | None = None, part: str = "") -> None:
        self.people.open(person_id, part)

    def find(self) -> None:
        """Commitments and People have a search of their own; from there it goes on to everything."""
        page = self._window.page_key
        if page == COMMITMENTS and not self.commitments.search.hasFocus():
            self.commitments.start_search()
        elif page == PEOPLE and not self.people.tab.header.search.hasFocus():
            self.people.tab.start_search()
        else:
            self.find_everywhere()

    def find_everywhere(self) -> None:
        from scorecard.ui.find_dialog.dialog import FindDialog
        from scorecard.ui.find_dialog.going import go_to

        self._window.flush()
        dialog = FindDialog(self._desk, self._window)
        dialog.opened.connect(lambda place: go_to(place, self._window, self))
        dialog.open()

    def _go_to(self, place: HitPlace) -> None:
        from scorecard.ui.find_dialog.going import go_to

        self._window.flush()
        go_to(place, self._window, self)

    def export_due_dates(self) -> None:
        from scorecard.ui.exporting import export_due_dates

        export_due_dates(self._desk, self._window)

    def open_export(self) -> None:
        from scorecard.services.exporting_files import Exports
        from scorecard.ui.export_dialog.dialog import ExportDialog
        from scorecard.ui.exporting import words_of_exports

        self._window.flush()
        exports = Exports(self.backups.store, self._clock, words_of_exports())
        ExportDialog(exports, self._today(), self._window).open()

    def _bring_keys(self, page: str) -> None:
        """The key for something new belongs to what the page is about; the menu shows it there."""
        promise, person = page == COMMITMENTS, page == PEOPLE
        self.menu.set_keys(
            add=() if promise or person else (Keys.NEW,),
            promise=(Keys.NEW, Keys.PROMISE) if promise else (Keys.PROMISE,),
            person=(Keys.NEW,) if person else (),
        )

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
        from scorecard.ui.card_editor.dialog import CardDialog

        CardDialog(self._desk, self._window).open()

    def set_up_card(self) -> None:
        self.setting_up.begin()

    def open_import(self) -> None:
        self.import_file(None)

    def import_file(self, file: Path | None) -> None:
        """A folder too; without one the dialog asks for it."""
        from scorecard.services.importing import Importing
        from scorecard.services.table_book import TableBook
        from scorecard.ui.import_dialog.dialog import ImportDialog

        if not self._window.may_write():
            return
        self._window.flush()
        tables = self._window.surroundings.tables
        book = TableBook(tables) if tables is not None else None
        dialog = ImportDialog(Importing(self.backups.store, self._clock), self._window, file, book)
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
        self.looks.open_settings()

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

    def _follow(self, change: Change) -> None:
        others = {"checkin", "goal", "goal_part", "served"}
        anywhere = change.touches_card() or change.touches_promises() or change.topics & others
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
            self.backups.taking_back.name_in(self.menu.actions["undo"])
        self.menu.show_away(say_away_switch(self._window.scorecard.page))
        self.menu.show_reminder(self.reminders.stands, self.reminders.has_icon)

    def _follow_new_day(self, today: date) -> None:
        """The day being looked at stays; a quiet bar offers the new one."""
        scorecard, before = self._window.scorecard, self._window.scorecard.page.today
        scorecard.refresh()
        if self._commitments.made is not None:
            self._commitments.made.refresh()
        self.people.follow_new_day()
        if self._reflection.made is not None:
            self._reflection.made.follow_new_day()
        if self._progress.made is not None:
            self._progress.made.follow(None)
        self.away.follow_new_day()
        offer_today(self._window, today, before)

    def _look_elsewhere(self) -> None:
        if self.store_watch.look():
            self._desk.do(lambda services: services.look_for_changes_elsewhere())
        if self._watch is not None:
            self._watch.look()

    def _warn_of_seal(self, day: date) -> None:
        sentence = tr(
            "The values of {day} are not as Scorecard wrote them: something else changed the file. "
            "They are shown as found; compare them with a copy you trust."
        )
        self._window.notice.show_notice(sentence.format(day=say.say_day(day)), NoticeTone.WARNING)
