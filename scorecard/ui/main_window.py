"""The window: tabs, notices, menu; closing saves what is being typed, or does not close."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.starts import Manner
from scorecard.overriding import override
from scorecard.services.pages import DayPage
from scorecard.ui.desk import Desk
from scorecard.ui.dropping import dropped_path
from scorecard.ui.preferences import Preferences
from scorecard.ui.say import say_day
from scorecard.ui.scorecard_tab.tab import ScorecardTab
from scorecard.ui.text import tr
from scorecard.ui.theme.theme import Theme
from scorecard.ui.widgets.buttons import IconButton
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.ui.widgets.top_tabs import TopTabs
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.ui.widgets.notice_bar import NoticeBar

FIRST_SIZE = QSize(1180, 860)
LEAST_SIZE = QSize(760, 480)
SCORECARD, COMMITMENTS, REFLECTION, PROGRESS = "scorecard", "commitments", "reflection", "progress"
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is handed from outside."""

    theme: Theme
    preferences: Preferences
    manner: Manner = Manner.USUAL
    tables: Path | None = None  # where the ways to read tables are kept, if they are


class Writing(Protocol):
    """A page that may hold text which is not in the store yet."""

    def flush(self) -> bool: ...  # False when something could not be saved
    def unsaved_text(self) -> str: ...
    def give_up_text(self) -> None: ...


class MainWindow(QMainWindow):
    """`painted` comes once, after the first picture; `focused` at each return to the window.

    `closing` asks its listeners to let go of the store. `page_shown` carries the key of a page.
    While it `hides`, closing the window leaves the program running; `quit` ends it all the same.
    """

    painted = Signal()
    focused = Signal()
    closing = Signal()
    crashed = Signal(str)  # emitted from whatever thread it happened in
    page_shown = Signal(str)
    file_dropped = Signal(object)  # its path

    def __init__(self, desk: Desk, page: DayPage, surroundings: Surroundings) -> None:
        super().__init__()
        self.desk = desk
        self.surroundings = surroundings
        self._was_painted = False
        self.hides = False
        self.has_hidden = False
        self._quitting = False
        self.setWindowTitle("Scorecard")
        self.setMinimumSize(LEAST_SIZE)
        self.setAcceptDrops(True)
        self.tabs = TopTabs(tr("Pages"), self)
        self._notice: NoticeBar | None = None
        self.pages = QStackedWidget(self)
        self.menu_button = IconButton("ellipsis", tr("Menu"), "F10", self)
        self.find_button = IconButton("search", tr("Find"), "Ctrl+F", self)
        self.settings_button = IconButton("settings", tr("Settings"), "Ctrl+,", self)
        self.scorecard = ScorecardTab(desk, page, self)
        self._keys: list[str] = []
        self._writing: list[Writing] = [self.scorecard]
        self._lay_out()
        self.add_page(SCORECARD, "clipboard-list", tr("Scorecard"), self.scorecard)
        self.tabs.chosen.connect(self._show_page)
        desk.failed.connect(self.show_error)
        self.crashed.connect(self.report_crash)
        desk.said.connect(lambda sentence: self.notice.show_notice(sentence))
        self._restore_geometry()
        self.scorecard.start_keyboard()

    def add_page(self, key: str, icon_name: str, words: str, page: QWidget) -> None:
        self._keys.append(key)
        self.pages.addWidget(page)
        self.tabs.add_tab(icon_name, words)

    def watch_over(self, page: Writing) -> None:
        """What is typed on this page, too, is saved on every way out."""
        self._writing.append(page)

    def add_bar(self, bar: QWidget) -> None:
        """Under the tabs, above whatever page is shown."""
        self._column.insertWidget(self._column.indexOf(self.pages), bar)

    def go_to_page(self, key: str) -> None:
        if key in self._keys:
            self.tabs.set_current(self._keys.index(key))

    @property
    def notice(self) -> NoticeBar:
        """Made when there is first something to say: the first picture has none."""
        if self._notice is None:
            from scorecard.ui.widgets.notice_bar import NoticePlace

            place = NoticePlace(self)
            self._column.insertWidget(1, place)
            self._notice = place.bar
        return self._notice

    @property
    def page_key(self) -> str:
        return self._keys[self.pages.currentIndex()]

    def open_day(self, day: date) -> None:
        self.go_to_page(SCORECARD)
        self.scorecard.show_day(day)

    def show_error(self, error: KnownError, actions: tuple[NoticeAction, ...] = ()) -> None:
        self.notice.show_notice(say_error(error, tr, say_day), NoticeTone.ERROR, actions)

    def offer(self, sentence: str, words: str, act: Callable[[], object]) -> None:
        """A quiet line with one thing to do."""
        self.notice.show_notice(sentence, NoticeTone.INFO, (NoticeAction(words, act),))

    def report_crash(self, details: str) -> None:
        """A bug of ours: saves what is being typed, then says what happened."""
        from scorecard.ui.crash_dialog import show_crash

        saved, backups = False, None
        # What went wrong may go wrong here too, and would be reported for ever.
        with suppress(Exception):
            saved = self._flush_pages()
            backups = self.desk.ask(lambda services: services.backups.folder)
        show_crash(details, self, saved, backups)

    def may_write(self) -> bool:
        """Says why not where the window was opened to look only."""
        if not self.surroundings.manner.writes:
            self.notice.show_notice(tr("Scorecard was opened to look only. Start it as always to change something."))
        return self.surroundings.manner.writes

    def open_menu(self) -> None:
        self.menu_button.click()

    def quit(self) -> bool:
        """Closes the window for good; False when something could not be saved yet."""
        self._quitting = True
        return self.close()

    def stay_back(self) -> None:
        """Started with the session: what follows the first picture follows without one."""
        self._was_painted = True
        self.has_hidden = True
        QTimer.singleShot(0, self, self.painted.emit)

    def step_aside(self) -> None:
        """Nothing leads to the hidden window any more: it goes where windows wait."""
        if self.has_hidden:
            self.has_hidden = False
            self.showMinimized()

    def bring_to_front(self) -> None:
        self.has_hidden = False
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def flush(self) -> bool:
        """Everything that is being typed, an open composition of an input method too, goes to the store now."""
        QGuiApplication.inputMethod().commit()
        return self._flush_pages() and not self.desk.waiting

    def hide_now(self) -> None:
        """Covers the window until a key or a click; what is being typed is saved first."""
        from scorecard.ui.widgets.cover import Cover

        self.flush()
        Cover.over(self)

    def _flush_pages(self) -> bool:
        """Each page is asked, also after one that could not save."""
        saved = [page.flush() for page in self._writing]
        return all(saved)

    def _lay_out(self) -> None:
        centre = QWidget(self)
        self._column = column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.tabs.add_end(self.find_button)
        self.tabs.add_end(self.settings_button)
        self.tabs.add_end(self.menu_button)
        self.setCentralWidget(centre)

    def _show_page(self, index: int) -> None:
        self._flush_pages()
        self.pages.setCurrentIndex(index)
        self.page_shown.emit(self.page_key)
        page = self.pages.widget(index)
        if page is self.scorecard:
            self.scorecard.start_keyboard()
        elif page is not None:
            page.setFocus(Qt.FocusReason.TabFocusReason)

    def _restore_geometry(self) -> None:
        geometry = self.surroundings.preferences.geometry()
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(FIRST_SIZE)
            self._fit_on_screen()

    def _fit_on_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        self.move(room.center() - QPoint(self.width() // 2, self.height() // 2))

    def _stay(self) -> None:
        """Something is not saved. While the store is only being opened, closing waits for that."""
        again = self.quit if self._quitting else self.close
        self._quitting = False
        if self.desk.opening and self.desk.waiting:
            self.desk.attached.connect(again, Qt.ConnectionType.SingleShotConnection)
        else:
            self._say_unsaved(again)

    def _say_unsaved(self, again: Callable[[], object]) -> None:
        if self.has_hidden:
            self.bring_to_front()
        from scorecard.ui.unsaved_dialog import ask_about_unsaved

        ask_about_unsaved(self, self, again)

    def unsaved_text(self) -> str:
        """All that is not in the store yet, once each."""
        kept = (*self.desk.waiting_words, *self.desk.keeping.words)
        written = (page.unsaved_text() for page in self._writing)
        return "\n\n".join([*kept, *(text for text in written if text and not any(text in words for words in kept))])

    def discard_unsaved(self) -> None:
        """The user said that it need not be saved: nothing keeps the window open any more."""
        for page in self._writing:
            page.give_up_text()
        self.desk.give_up()
        self.quit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_path(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(file)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self._was_painted:
            if self.isActiveWindow():
                self.focused.emit()
            else:
                self._flush_pages()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # An exception that left this method would only be printed, and the edit would be gone.
        try:
            saved = self.flush()
        except Exception:
            event.ignore()
            raise
        if not saved:
            event.ignore()
            self._stay()
            return
        self.surroundings.preferences.set_geometry(self.saveGeometry())
        self.surroundings.preferences.set_tab(self.page_key)
        self.surroundings.preferences.save()
        if self.hides and not self._quitting:
            event.ignore()
            self.has_hidden = True
            self.hide()
            return
        self.closing.emit()
        event.accept()
