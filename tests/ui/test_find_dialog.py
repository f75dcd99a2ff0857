"""Finding, by keyboard: typed in the field, chosen in the list, opened at its place."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.between import ConcernKind
from scorecard.domain.due import Due
from scorecard.domain.measures import Place
from scorecard.domain.promises import Level, Outcome
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.commitments_tab.tab import CommitmentsTab
from scorecard.ui.desk import Desk
from scorecard.ui.find_dialog.dialog import FindDialog
from scorecard.ui.find_dialog.note_dialog import NoteDialog
from scorecard.ui.main_window import COMMITMENTS, PEOPLE, REFLECTION, SCORECARD, MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog
from scorecard.ui.say import say_value_with_unit
from scorecard.ui.theme.theme import Theme
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import TODAY, Choose

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass
class Seeker:
    """Somebody at the keyboard of the window."""

    window: MainWindow
    commands: WindowCommands
    services: Services
    qtbot: QtBot

    @property
    def dialog(self) -> FindDialog:
        return next(
            shown for shown in QApplication.topLevelWidgets() if isinstance(shown, FindDialog) and shown.isVisible()
        )

    def ask(self, text: str) -> FindDialog:
        """Ctrl+F, and what to find."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.press(_Key.Key_F, _Modifier.ControlModifier)
        dialog = self.dialog
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClicks(dialog.field, text)
        return dialog

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _Modifier.NoModifier) -> None:
        front = QApplication.activeWindow() or self.window
        QTest.keyClick(front.focusWidget(), key, modifier)

    def open(self, text: str) -> None:
        self.ask(text)
        self.press(_Key.Key_Return)
        front = QApplication.activeModalWidget() or self.window
        front.activateWindow()
        self.qtbot.waitUntil(front.isActiveWindow)

    @property
    def titles(self) -> list[str]:
        return [hit.title.text for hit in self.dialog.list.hits]


@pytest.fixture
def anna(services: Services, choose: Choose, clock: FixedClock, home: Path, qtbot: QtBot) -> Seeker:
    choose("Calls")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk()
    window = MainWindow(
        desk, services.scoring.page(TODAY), Surroundings(Theme(app), Preferences(home / "window.ini"))
    )  # fmt: skip
    desk.setParent(window)
    qtbot.addWidget(window)
    commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
    desk.attach(services)
    commands.follow_store(writable=True)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.scorecard.start_keyboard()
    return Seeker(window, commands, services, qtbot)


def calls(services: Services) -> str:
    return services.scoring.card().measures[0].id


def _holds_keyboard(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def visible(kind: type[CheckinHistoryDialog]) -> list[CheckinHistoryDialog]:
    return [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, kind) and shown.isVisible()]


def test_a_note_of_an_earlier_day_is_found_and_opened(anna: Seeker) -> None:
    day = TODAY - timedelta(days=30)
    anna.services.scoring.note(calls(anna.services), day, "Neal called himself")
    anna.open("neal cal")

    assert (anna.window.page_key, anna.window.scorecard.day) == (SCORECARD, day)
    row = anna.window.scorecard.rows[0]
    assert row.note_editor is not None
    assert (row.note_editor.toPlainText(), row.note_editor.hasFocus()) == ("Neal called himself", True)


def test_an_answer_is_opened_where_it_was_written(anna: Seeker) -> None:
    day = TODAY - timedelta(days=3)
    anna.services.reflecting.write(day, "adjust", "Ask Cassandra first")
    anna.open("cass")

    assert (anna.window.page_key, anna.commands.reflection.day) == (REFLECTION, day)
    place = anna.commands.reflection.place_of("adjust")
    assert place is not None
    anna.qtbot.waitUntil(lambda: place.area.hasFocus() or _holds_keyboard(place.area))


def test_a_settled_promise_is_opened_as_the_current_card(anna: Seeker) -> None:
    anna.services.promises.make(PromiseDraft("Call the vendor", Level.COMMITMENT, Due.on(TODAY)))
    made = anna.services.promises.make(PromiseDraft("Send the estimates", Level.COMMITMENT, Due.on(TODAY)))
    anna.services.promises.settle(made, Outcome.KEPT)
    anna.open("estim")

    tab: CommitmentsTab = anna.commands.commitments
    assert anna.window.page_key == COMMITMENTS
    entered = tab.board.entered
    assert entered is not None
    assert entered.list.current is not None
    assert entered.list.current.promise.id == made


def test_a_person_is_opened_among_the_people(anna: Seeker) -> None:
    for name in ("Ana", "Cassandra", "Neal"):
        anna.services.promises.make(PromiseDraft("Help", Level.COMMITMENT, None, name))
    anna.open("cass")

    tab = anna.commands.people.tab
    assert anna.window.page_key == PEOPLE
    assert tab.person_id == tab.list.current_id == anna.services.people.profiles.named("Cassandra")[0].id


def test_what_is_known_of_a_person_is_opened_where_it_stands(anna: Seeker) -> None:
    people = anna.services.people
    ana = people.profiles.add(PersonDraft("Ana"))
    people.helps.ask(ana, "With fewer handovers")
    for number in range(30):
        people.concerns.add(ana, ConcernKind.CONCERN, f"Concern {number}")
    anna.open("handovers")
    page = anna.commands.people.tab.person
    assert page.made is not None
    section = page.made.section_with("help")
    assert section is not None
    focused = QApplication.focusWidget()

    assert page.person_id == ana
    assert focused is not None
    assert section.isAncestorOf(focused)
    assert not section.visibleRegion().isEmpty()


def test_a_check_in_is_opened_with_its_history(anna: Seeker) -> None:
    definition = anna.services.checkins.definitions().usable[0]
    for days, evidence in ((0, "She called me first"), (7, "Ana asked for help")):
        anna.services.checkins.save(
            definition.id, definition.subjects[0], "Ana", {factor.id: 5 for factor in definition.factors}, evidence,
            day=TODAY - timedelta(days=days),
        )  # fmt: skip
    anna.open("asked")

    (dialog,) = visible(CheckinHistoryDialog)
    assert isinstance(dialog, CheckinHistoryDialog)
    assert (dialog.table.currentRow(), dialog.evidence.text()) == (1, "Ana asked for help")
    dialog.close()


def test_up_and_down_go_through_the_list_while_one_types(anna: Seeker) -> None:
    for days in range(60):
        anna.services.scoring.note(calls(anna.services), TODAY - timedelta(days=days), "Neal called")
    dialog = anna.ask("neal")

    def current() -> int:
        return dialog.list.currentIndex().row()

    assert (current(), len(dialog.list.hits)) == (0, 50)
    assert dialog.summary.text() == "The 50 latest. More words find older ones."
    anna.press(_Key.Key_Down)
    anna.press(_Key.Key_Down)
    anna.press(_Key.Key_Up)
    assert current() == 1
    QApplication.processEvents()
    anna.press(_Key.Key_PageDown)
    assert current() > 3
    for _ in range(60):
        anna.press(_Key.Key_Down)
    assert current() == 49
    assert dialog.field.hasFocus()
    anna.press(_Key.Key_Return)
    assert anna.window.scorecard.day == TODAY - timedelta(days=49)


def test_what_is_current_stays_so_while_the_words_get_more(anna: Seeker) -> None:
    for days, text in enumerate(("Neal wrote", "Neal called Ana", "Neal called")):
        anna.services.scoring.note(calls(anna.services), TODAY - timedelta(days=days), text)
    dialog = anna.ask("neal")
    anna.press(_Key.Key_Down)
    anna.press(_Key.Key_Down)
    QTest.keyClicks(dialog.field, " call")

    assert len(dialog.list.hits) == 2
    assert dialog.list.currentIndex().row() == 1


def test_only_one_kind_can_be_looked_for(anna: Seeker) -> None:
    anna.services.scoring.note(calls(anna.services), TODAY, "estimates")
    anna.services.promises.make(PromiseDraft("Send the estimates", Level.COMMITMENT))
    dialog = anna.ask("estimates")
    assert sorted(anna.titles) == ["Calls", "Send the estimates"]

    anna.press(_Key.Key_Tab)
    for _ in range(3):
        anna.press(_Key.Key_Right)
    assert dialog.kinds.chosen_key == "promise"
    assert anna.titles == ["Send the estimates"]
    anna.press(_Key.Key_Right)
    assert anna.titles == []
    assert dialog.hints.title.text() == "Nothing found"


def test_the_empty_dialog_says_what_can_be_found_and_enter_leaves_it_open(anna: Seeker) -> None:
    dialog = anna.ask("")

    assert dialog.hints.isVisible()
    assert "reflections, notes, promises" in dialog.hints.sentence.text()
    assert not dialog.primary.isEnabled()
    anna.press(_Key.Key_Return)
    assert dialog.isVisible()
    anna.press(_Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_of_a_search_is_kept(anna: Seeker, home: Path) -> None:
    anna.ask("Cassandra").reject()
    assert anna.ask("").field.text() == ""
    anna.dialog.reject()
    anna.window.surroundings.preferences.save()

    kept = [file.read_bytes() for file in home.rglob("*") if file.is_file() and file.suffix != ".db"]
    assert all(b"Cassandra" not in content for content in kept)


def test_what_is_being_typed_is_found_too(anna: Seeker) -> None:
    for text in ("m", "half a thought"):
        QTest.keyClicks(anna.window.focusWidget(), text)
    anna.ask("half")

    assert anna.titles == ["Calls"]


def test_a_change_from_elsewhere_shows_in_the_list(anna: Seeker) -> None:
    anna.services.scoring.note(calls(anna.services), TODAY, "Neal called")
    dialog = anna.ask("neal")
    anna.services.undoing.undo()

    assert anna.titles == []
    assert not dialog.primary.isEnabled()


def test_on_the_commitments_tab_its_own_search_comes_first(anna: Seeker) -> None:
    anna.window.go_to_page(COMMITMENTS)
    anna.press(_Key.Key_F, _Modifier.ControlModifier)
    assert anna.commands.commitments.search.hasFocus()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, FindDialog) and w.isVisible()]

    assert anna.ask("").field.hasFocus()


def test_the_magnifier_opens_it_everywhere(anna: Seeker) -> None:
    anna.window.go_to_page(COMMITMENTS)
    anna.window.find_button.click()
    assert anna.dialog.isVisible()


def test_a_note_of_a_measure_that_was_not_on_the_card_is_shown_by_itself(anna: Seeker, choose: Choose) -> None:
    other = choose("Letters")
    anna.services.scoring.score(other, TODAY, Decimal(1))
    anna.services.scoring.note(other, TODAY, "Neal wrote.\nTwo pages of it.")
    terms = anna.services.scoring.card().measure(other).terms[0]
    anna.services.cards.place(other, Place.RETIRED)
    anna.open("wrote")

    assert anna.window.scorecard.row_of(other) is None
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    assert (dialog.title.text(), dialog.note.toPlainText()) == ("Letters", "Neal wrote.\nTwo pages of it.")
    assert dialog.day.text() == "Friday, 20 November 2026 · " + say_value_with_unit(terms, Decimal(1))
    assert dialog.note.hasFocus()
    anna.press(_Key.Key_Escape)
    assert not dialog.isVisible()
    assert anna.window.scorecard.day == TODAY


@pytest.mark.parametrize("typed", ["会议", '"', "# * ^ ( NEAR", "👍" * 40, "a" * 500])
def test_anything_can_be_typed(anna: Seeker, typed: str) -> None:
    anna.ask("").field.setText(typed)
    assert anna.dialog.hints.isVisible()


def test_a_screen_reader_hears_of_each_hit(anna: Seeker) -> None:
    anna.services.scoring.note(calls(anna.services), TODAY, "Neal called")
    dialog = anna.ask("neal")

    assert dialog.list.spoken == "Calls, Note · Fri 20 Nov 2026, Neal called"
    index = dialog.list.model_of_hits.index(0)
    assert dialog.list.model_of_hits.data(index, Qt.ItemDataRole.AccessibleTextRole) == dialog.list.spoken
    named = [dialog.field, dialog.list, dialog.kinds, anna.window.find_button]
    assert all(QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in named)


def test_it_fits_into_a_small_window_with_large_text(anna: Seeker, request: pytest.FixtureRequest) -> None:
    theme = anna.window.surroundings.theme
    request.addfinalizer(lambda: theme.enlarge(1.0))
    theme.enlarge(2.0)
    anna.window.resize(1024, 640)
    dialog = anna.ask("x")

    assert dialog.width() <= 1024
    assert dialog.height() <= 640


def test_what_changes_after_it_is_closed_reaches_nobody(anna: Seeker) -> None:
    anna.ask("calls")
    anna.press(_Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    anna.services.scoring.score(calls(anna.services), TODAY, Decimal(3))
