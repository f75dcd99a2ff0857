"""Obeys commands that come through a pipe, one JSON object a line, and answers each when it has been obeyed.

It works through the window only: keys go to what has the keyboard, clicks to buttons that can be seen. What it reads is
what is shown, and beside it, as `stored`, what the services say is committed.
"""

import gc
import json
import os
import sys
import traceback
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QTableWidget,
    QWidget,
)

from scorecard.domain.marks import Entry, Scored, Skipped
from scorecard.ui.day_watch import DayWatch
from scorecard.ui.main_window import MainWindow
from scorecard.ui.widgets.segments import Segments
from tests.fake_clock import BERLIN, FixedClock
from tests.progress_stands import progress_stands

_CALM = 150  # milliseconds
_LONGEST = 20_000
_A_LOOK = 10
Answer = dict[str, object]


class Remote(QObject):
    def __init__(self, commands: int, answers: int, clock: FixedClock | None) -> None:
        super().__init__()
        self._commands, self._answers, self._clock = commands, answers, clock
        self._unread = b""
        self._notifier = QSocketNotifier(commands, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._follow_commands)

    def _follow_commands(self) -> None:
        # Obeying one may run the event loop: the next command waits until this one has been answered.
        self._notifier.setEnabled(False)
        self._unread += os.read(self._commands, 1 << 16)
        while b"\n" in self._unread:
            line, _, self._unread = self._unread.partition(b"\n")
            command = json.loads(line)
            answer = self._obey(**command)
            os.write(self._answers, json.dumps(answer).encode() + b"\n")
        self._notifier.setEnabled(True)

    def _obey(self, do: str, **arguments: object) -> Answer:
        """A command that cannot be obeyed is answered with what was in the way, for the test to fail with."""
        try:
            answer: Answer = getattr(self, f"do_{do}")(**arguments)
            if do != "where":  # asked in the middle of a drag: one that began in here would keep the answer back
                QApplication.processEvents()
        except Exception:
            return {"failed": traceback.format_exc()}
        return answer

    def do_keys(self, keys: list[str]) -> Answer:
        for key in keys:
            press(key)
        return read_page()

    def do_enter(self, measure: str, keys: list[str]) -> Answer:
        """Puts the keyboard on a measure and types."""
        enter_and_press(measure, keys)
        return read_page()

    def do_text(self, text: str) -> Answer:
        """Text of any script, as an input method sends it: one event a character."""
        for character in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, _PLAIN, character))
        return read_page()

    def do_read(self) -> Answer:
        return read_page()

    def do_go(self, day: str) -> Answer:
        window().open_day(date.fromisoformat(day))
        return read_page()

    def do_click(self, words: str) -> Answer:
        button = next(b for b in _front().findChildren(QAbstractButton) if b.isVisible() and _words(b) == words)
        button.click()
        return read_dialog()

    def do_choose_item(self, words: str) -> Answer:
        """Chooses a line of the list in the dialog in front."""
        items = next(known for known in _front().findChildren(QListWidget) if known.isVisible())
        items.setCurrentItem(items.findItems(words, Qt.MatchFlag.MatchExactly)[0])
        return read_dialog()

    def do_choose(self, name: str, words: str) -> Answer:
        segments = next(s for s in _front().findChildren(Segments) if s.accessibleName() == name)
        next(cell for cell in segments.cells if cell.text() == words).click()
        return read_dialog()

    def do_run(self, command: str) -> Answer:
        """Triggers a line of the window's menu."""
        from scorecard.ui.window_commands import WindowCommands

        commands = window().findChild(WindowCommands)
        assert commands is not None
        commands.menu.actions[command].trigger()
        return read_dialog()

    def do_dialog(self) -> Answer:
        return read_dialog()

    def do_promises(self) -> Answer:
        from tests.journeys.promises_seen import read_promises

        return read_promises(window(), _front())

    def do_written(self) -> Answer:
        """What stands in the writing places in front, and which of them has the keyboard."""
        from scorecard.ui.reflection_tab.writing_area import WritingArea

        areas = [area for area in _front().findChildren(WritingArea) if area.isVisible()]
        entered = [area.accessibleName() for area in areas if area.hasFocus()]
        return {"texts": {area.accessibleName(): area.text for area in areas}, "entered": "".join(entered)}

    def do_found(self) -> Answer:
        """What the dialog in front has found: a line of words for each hit, as a screen reader has them."""
        from scorecard.ui.find_dialog.hit_list import HitList

        hits = _front().findChild(HitList)
        assert hits is not None
        model = hits.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return {"hits": [model.index(row, 0).data(role) for row in range(model.rowCount())]}

    def do_where(self, words: str) -> Answer:
        from tests.journeys.promises_seen import where

        return where(window(), words)

    def do_clock(self, moment: str, zone: str = "Europe/Berlin") -> Answer:
        """Moves the clock, to another zone too, and lets the program look at it as it does once a minute."""
        assert self._clock is not None
        self._clock.set(datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)))
        watch = window().findChild(DayWatch)
        assert watch is not None
        watch.look()
        return read_page()

    def do_set_clock(self, moment: str) -> Answer:
        """Moves the clock, as sleep does: the program does not look at it meanwhile."""
        assert self._clock is not None
        self._clock.set(datetime.fromisoformat(moment).astimezone(BERLIN))
        return {}

    def do_close_notice(self) -> Answer:
        window().notice.close_button.click()
        return read_page()

    def do_strip(self) -> Answer:
        """The days of the week, as a screen reader has them."""
        from scorecard.ui.widgets.strip_day import StripDayButton

        return {"days": [day.accessibleName() for day in window().scorecard.strip.findChildren(StripDayButton)]}

    def do_clipboard(self) -> Answer:
        return {"text": QApplication.clipboard().text()}

    def do_covered(self) -> Answer:
        from scorecard.ui.widgets.cover import Cover

        return {"covered": window().findChild(Cover) is not None}

    def do_resize(self, width: int, height: int) -> Answer:
        """The screen of the offscreen platform is small, and so is the window that fits it."""
        window().resize(width, height)
        return {}

    def do_minimise(self) -> Answer:
        window().showMinimized()
        return self.do_state()

    def do_state(self) -> Answer:
        seen = window()
        return {"minimised": seen.isMinimized(), "active": seen.isActiveWindow(), "hidden": seen.isHidden()}

    def do_page(self, key: str) -> Answer:
        """Goes to a tab."""
        window().go_to_page(key)
        return read_page()

    def do_session_ends(self) -> Answer:
        """What Qt calls when the session ends. (Emitting its signal from Python ends the process.)"""
        from scorecard.ui.outside import Outside

        window().findChild(Outside).save()
        return read_page()

    def do_tabs(self) -> Answer:
        from PySide6.QtWidgets import QSystemTrayIcon

        seen = window()
        return {
            "tabs": [seen.pages.widget(place) is not None and key for place, key in enumerate(seen._keys)],
            "charts": "matplotlib" in sys.modules,
            "tray": any(
                isinstance(child, QSystemTrayIcon) and child.isVisible() for child in seen.findChildren(QObject)
            ),
            "actions": [button.text() for button in seen.notice.action_buttons],
        }

    def do_close(self) -> Answer:
        return {"closed": window().close()}

    def do_watch(self) -> Answer:
        """From now on it is counted what the window costs. Forgets what was counted before."""
        from tests.journeys.watching import Watching

        self._watching = Watching()
        return {}

    def do_watched(self) -> Answer:
        from tests.journeys.watching import restless_timers

        _let_it_stand()
        QTest.qWait(_CALM)  # a chart is drawn a moment after the last change of a burst
        _let_it_stand()
        return {
            "pictures": self._watching.pictures,
            "most pictures": self._watching.most_pictures,
            "plans": self._watching.plans,
            "timers": restless_timers(),
            "collects anywhere": gc.isenabled(),
        }

    def do_crash(self) -> Answer:
        """A bug of ours whose message holds every private word that the page shows."""
        page = window().scorecard.page
        words = " ".join(f"{row.measure.name} {row.entry.note}" for row in page.rows)
        words += " ".join(repr(item) for item in page.promised)
        QTimer.singleShot(0, self, lambda: _fail(words))
        QApplication.processEvents()
        return read_dialog()


def _let_it_stand() -> None:
    for _ in range(_LONGEST // _A_LOOK):
        if _stands():
            return
        QTest.qWait(_A_LOOK)
    raise AssertionError("Progress never stands")


def _stands() -> bool:
    from scorecard.ui.progress_tab.tab import ProgressTab

    tab = window().findChild(ProgressTab)
    return tab is None or progress_stands(tab)


def _fail(words: str) -> None:
    raise RuntimeError(words)


_PLAIN = Qt.KeyboardModifier.NoModifier


def press(key: str) -> None:
    """A character, or a key by its name with its modifiers: "Return", "Ctrl+Z"."""
    _have_keyboard()
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    if len(key) == 1:
        QTest.keyClick(widget, key)
        return
    combination = QKeySequence(key)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def enter_and_press(measure: str, keys: Iterable[str]) -> None:
    """What a click into a measure's row does, then the keys."""
    row = window().scorecard.row_of(measure)
    assert row is not None
    _have_keyboard()
    row.enter()
    for key in keys:
        press(key)


def _have_keyboard() -> None:
    """No window manager here hands the keyboard to a dialog, nor back when it closes; a click would."""
    if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not _front():
        _front().activateWindow()
        QTest.qWaitForWindowActive(_front())


def window() -> MainWindow:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))


def read_page() -> Answer:
    seen = window()
    tab = seen.scorecard
    stored = seen.desk.ask(lambda services: services.scoring.page(tab.day))
    return {
        "window": seen.windowTitle(),
        "tab": seen.page_key,
        "day": tab.day.isoformat(),
        "title": tab.header.title.text(),
        "subtitle": tab.header.subtitle.text(),
        "rows": {row.measure_id: _shown(row) for row in tab.rows},
        "stored": {row.measure.id: _said(row.entry) for row in stored.rows} if stored else None,
        "score": tab.panel.ring.accessibleName(),
        "left": tab.panel.left.text(),
        "finished": tab.panel.reopen.isVisible(),
        "empty": tab.page.card_is_empty,
        "notice": seen.notice.sentence.text() if seen.notice.isVisible() else "",
        "dialogs": [dialog.windowTitle() for dialog in _dialogs()],
    }


def _shown(row: object) -> Answer:
    """What a row shows, and what is not saved yet of its note."""
    from scorecard.ui.scorecard_tab.measure_row import MeasureRow

    assert isinstance(row, MeasureRow)
    editor = row.note_editor
    return {
        "name": row.row.measure.name,
        "entry": _said(row.row.entry),
        "points": row.state.points,
        "refusal": row.refusal,
        "entered": row.is_entered,
        "pending": editor is not None and editor.pending,
    }


def _said(entry: Entry) -> list[str]:
    match entry.mark:
        case Scored(value):
            return [str(value), entry.note]
        case Skipped():
            return ["skipped", entry.note]
        case _:
            return ["", entry.note]


def read_dialog() -> Answer:
    """The dialog in front: its words, its buttons and its tables."""
    dialogs = _dialogs()
    if not dialogs:
        return {"title": ""}
    dialog = dialogs[-1]
    return {
        "title": dialog.windowTitle(),
        "active": dialog.isActiveWindow(),
        "words": [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()],
        "buttons": [_words(b) for b in dialog.findChildren(QAbstractButton) if b.isVisible() and _words(b)],
        "tables": [_cells(table) for table in dialog.findChildren(QTableWidget)],
    }


def _cells(table: QTableWidget) -> list[list[str]]:
    rows = range(table.rowCount())
    return [[table.item(row, column).text() for column in range(table.columnCount())] for row in rows]


def _dialogs() -> list[QDialog]:
    """The one in front comes last."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return sorted(found, key=lambda dialog: dialog is QApplication.activeModalWidget())


def _front() -> QWidget:
    dialogs = _dialogs()
    return dialogs[-1] if dialogs else window()


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&", "")
