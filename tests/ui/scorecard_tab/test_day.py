"""Going to other days, finishing, explaining, and what a day shows."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Kind
from scorecard.ui.finishing.dialog import FinishDialog
from scorecard.ui.scorecard_tab.day_picker import DayPicker
from scorecard.ui.scorecard_tab.explanation import ExplanationDialog
from scorecard.ui.scorecard_tab.history_dialog import HistoryDialog
from scorecard.ui.scorecard_tab.row_menu import show_row_menu
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.finishing.conftest import write_everything

SitDown = Callable[[], Person]
YESTERDAY = TODAY - timedelta(days=1)


def opened(kind: type) -> object:
    """The dialog of that kind that stands open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_yesterday_is_edited_the_same_way(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.go_by(-1)
    person.type("5")
    assert person.mark("Calls", YESTERDAY) == Scored(Decimal(5))
    assert person.mark("Calls") == UNKNOWN
    assert not person.entry("Calls", YESTERDAY).from_memory


def test_what_is_scored_days_later_is_from_memory(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.go_by(-3)
    person.type("5")
    assert person.entry("Calls", TODAY - timedelta(days=3)).from_memory


def test_a_future_day_says_so_and_takes_nothing(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.show_day(TODAY + timedelta(days=1))
    person.enter("Calls")
    person.type("5")
    assert person.mark("Calls", TODAY + timedelta(days=1)) == UNKNOWN
    assert "has not begun" in person.tab.header.subtitle.text()
    assert not person.tab.panel.finish.isEnabled()


def test_a_click_in_the_strip_opens_the_day(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    QTest.mouseClick(person.tab.strip.buttons[0], Qt.MouseButton.LeftButton)
    assert person.tab.day == date(2026, 11, 16)


def test_the_strip_and_the_ring_follow_every_key(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls", target=4)
    person = sit_down()
    person.type("3")
    assert person.tab.strip.buttons[4].reading.score == "75"
    assert "75" in person.tab.panel.ring.accessibleName()


def test_a_note_being_written_belongs_to_the_day_it_was_opened_for(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("m")
    person.type("of today")
    person.tab.go_by(-1)
    assert person.entry("Calls").note == "of today"
    assert person.entry("Calls", YESTERDAY).note == ""
    editor = person.row("Calls").note_editor
    assert editor is None or editor.isHidden()


def test_finishing_with_everything_said_asks_nothing(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3")
    write_everything(person.services)
    person.tab.finish()
    page = person.services.scoring.page(TODAY)
    assert page.finished_at is not None
    assert person.tab.panel.reopen.isVisible()
    assert "A+" in person.tab.panel.ring.accessibleName()


def test_finishing_lists_the_blanks_once(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    choose("Letters")
    choose("Visits")
    person = sit_down()
    write_everything(person.services)
    person.tab.finish()
    dialog = opened(FinishDialog)
    for key in (Qt.Key.Key_Right,):
        QTest.keyClick(dialog.focusWidget(), key)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(dialog.focusWidget(), key)
    dialog.accept()
    assert person.mark("Calls") == Scored(Decimal(0))
    assert person.mark("Letters") == SKIPPED
    assert person.mark("Visits") == UNKNOWN
    assert person.services.scoring.page(TODAY).finished_at is not None


def test_filling_and_finishing_is_one_undo(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    write_everything(person.services)
    person.tab.finish()
    dialog = opened(FinishDialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    dialog.accept()
    person.services.undoing.undo()
    assert person.mark("Calls") == UNKNOWN
    assert person.tab.page.finished_at is None


def test_a_rating_is_never_filled_with_zero(choose: Choose, sit_down: SitDown) -> None:
    choose("Listened", Kind.RATING, target=5)
    person = sit_down()
    write_everything(person.services)
    person.tab.finish()
    dialog = opened(FinishDialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    dialog.accept()
    assert person.mark("Listened") == SKIPPED


def test_a_finished_day_can_be_reopened(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3")
    write_everything(person.services)
    person.tab.finish()
    person.tab.panel.reopen.click()
    assert person.services.scoring.page(TODAY).finished_at is None
    assert person.tab.panel.finish.isVisible()


def test_the_ring_explains_itself_and_the_rows_add_up(choose: Choose, sit_down: SitDown) -> None:
    for name in "ABC":
        choose(name)
    person = sit_down()
    for key in "121":
        person.type(key)
        person.press(Qt.Key.Key_Return)
    person.tab.panel.ring.click()
    table = opened(ExplanationDialog).table
    points = [float(table.item(row, 5).text()) for row in range(table.rowCount())]
    assert round(sum(points[:-1]), 1) == points[-1]


def test_the_history_of_a_value_shows_every_value_it_had(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("1")
    person.type("2")
    person.press(Qt.Key.Key_Backspace)
    person.services.undoing.undo()
    person.tab.show_history(person.row("Calls").measure_id)
    table = opened(HistoryDialog).table
    values = [table.item(row, 1).text() for row in range(table.rowCount())]
    assert set(values) >= {"1", "12", "not scored"}


def test_an_empty_card_offers_something_to_do(sit_down: SitDown) -> None:
    person = sit_down()
    assert person.tab.page.card_is_empty
    assert not person.tab.panel.isVisible()


def test_undo_gives_the_value_back_to_the_row(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3")
    person.services.undoing.undo()
    assert person.row("Calls").control.widget.text() == ""
    person.services.undoing.redo()
    assert person.row("Calls").control.widget.text() == "3"


def test_more_than_asked_is_shown_and_earns_nothing_more(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls", target=3)
    person = sit_down()
    person.type("5")
    state = person.row("Calls").state
    assert (state.points, state.surplus) == ("100", "+2")


def test_every_control_has_a_name(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    choose("Kind", Kind.YES_NO)
    choose("Listened", Kind.RATING, target=5)
    person = sit_down()
    for widget in person.tab.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_a_card_just_begun_has_the_keyboard_on_its_first_measure(choose: Choose, sit_down: SitDown) -> None:
    person = sit_down()
    choose("Calls")
    assert person.entered == "Calls"


def test_a_day_on_which_nothing_is_due_says_so(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls", due=frozenset({0}))
    person = sit_down()
    person.enter("Calls")
    person.type("9")
    assert person.tab.panel.left.text() == "Nothing is due on this day."
    assert person.row("Calls").state.points == "not due"
    assert person.row("Calls").state.surplus == ""


def test_a_day_is_chosen_in_the_calendar(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.choose_day()
    picker = opened(DayPicker)
    picker.calendar.setSelectedDate(QDate(2026, 11, 3))
    picker.calendar.activated.emit(QDate(2026, 11, 3))
    assert person.tab.day == date(2026, 11, 3)


def test_the_calendar_ends_today(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.choose_day()
    assert opened(DayPicker).calendar.maximumDate() == QDate(2026, 11, 20)


def test_a_right_click_offers_note_skip_clear_and_history(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    person = sit_down()
    row = person.row("Calls")
    menu = show_row_menu(row, row.mapToGlobal(row.rect().center()), lambda: person.tab.show_history(row.measure_id))
    note, skip, clear, history = [action for action in menu.actions() if not action.isSeparator()]
    skip.trigger()
    assert person.mark("Calls") == SKIPPED
    clear.trigger()
    assert person.mark("Calls") == UNKNOWN
    history.trigger()
    assert opened(HistoryDialog)
    note.trigger()
    assert row.note_editor is not None
