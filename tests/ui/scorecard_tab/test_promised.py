"""The promises of a day beside its measures: gone through and settled by keyboard, with the store as witness."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from scorecard.domain.promises import Level, Outcome, Settled, standing
from scorecard.services.services import Services
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from scorecard.ui.scorecard_tab.promised_card import PromisedCard
from scorecard.ui.scorecard_tab.promised_line import PromisedLineButton
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.scorecard_tab.conftest import Promised

Key = Qt.Key
SitDown = Callable[[], Person]


def card_of(person: Person) -> PromisedCard:
    card = person.tab.promised
    assert card is not None
    return card


def lines_of(person: Person) -> list[PromisedLineButton]:
    return card_of(person).list.lines


def line_of(person: Person, words: str) -> PromisedLineButton:
    return next(line for line in lines_of(person) if line.line.item.promise.words == words)


def entered(person: Person) -> str:
    focused = person.tab.focusWidget()
    return focused.line.item.promise.words if isinstance(focused, PromisedLineButton) else ""


def outcome(services: Services, promise_id: str) -> Outcome:
    return standing(services.promises.book().promises[promise_id], TODAY).outcome


def words_of(card: PromisedCard) -> str:
    shown = (label.text() for label in card.findChildren(QWidget) if hasattr(label, "text") and label.isVisible())
    return "\n".join(shown).replace("\u00a0", " ")


@pytest.fixture
def three(promised: Promised) -> tuple[str, str, str]:
    return promised("Estimates", to="Cassandra"), promised("Review"), promised("Call the vendor")


def test_a_day_without_promises_has_no_card(choose: Choose, sit_down: SitDown) -> None:
    choose("Calls")
    assert sit_down().tab.promised is None


def test_promises_made_elsewhere_appear_at_once(choose: Choose, sit_down: SitDown, promised: Promised) -> None:
    choose("Calls")
    person = sit_down()
    promised("Estimates")
    assert card_of(person).isVisible()
    assert card_of(person).right_label.text() == "0 of 1 kept"


def test_tab_comes_to_the_promises_once_and_down_goes_through_them(
    choose: Choose, sit_down: SitDown, three: tuple[str, ...]
) -> None:
    choose("Calls")
    person = sit_down()
    person.press(Key.Key_Return)
    assert person.tab.panel.finish.hasFocus()
    person.press(Key.Key_Tab)
    first = entered(person)
    assert first == lines_of(person)[0].line.item.promise.words
    person.press(Key.Key_Down)
    assert entered(person) == lines_of(person)[1].line.item.promise.words
    person.press(Key.Key_Up, Key.Key_Up)
    assert person.tab.panel.finish.hasFocus()
    person.press(Key.Key_Tab, Key.Key_Tab)
    assert entered(person) == ""


@pytest.mark.parametrize(
    ("key", "became"), [("k", Outcome.KEPT), ("L", Outcome.LATE), ("b", Outcome.BROKEN), ("x", Outcome.RELEASED)]
)
def test_one_key_settles_and_the_keyboard_stays(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services, key: str, became: Outcome
) -> None:
    choose("Calls")
    promised("Review")
    estimates = promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    person.type(key)
    assert outcome(services, estimates) is became
    assert entered(person) == "Estimates"
    assert line_of(person, "Estimates").line.status == became.value


@pytest.mark.parametrize(
    ("key", "became"),
    [
        (Key.Key_K, Outcome.KEPT),
        (Key.Key_L, Outcome.LATE),
        (Key.Key_B, Outcome.BROKEN),
        (Key.Key_X, Outcome.RELEASED),
    ],
)
def test_shift_and_the_key_settle_with_a_day_and_a_note(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services, key: Key, became: Outcome
) -> None:
    choose("Calls")
    promised("Review")
    estimates = promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    QTest.keyClick(line_of(person, "Estimates"), key, Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettleDialog)
    assert outcome(services, estimates) is Outcome.OPEN
    person.qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "By letter")
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
    (step,) = services.promises.book().promises[estimates].history
    assert (step.event, step.day, step.note) == (Settled(became), TODAY - timedelta(days=1), "By letter")
    # What was let off before its day is no longer a matter of that day.
    assert entered(person) == ("Review" if became is Outcome.RELEASED else "Estimates")


def test_o_reopens_and_a_digit_changes_the_level(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    person.type("k")
    person.type("o")
    assert outcome(services, estimates) is Outcome.OPEN
    person.type("2")
    assert standing(services.promises.book().promises[estimates], TODAY).level is Level.BEST_EFFORT
    assert "Best effort" in line_of(person, "Estimates").accessibleName()


def test_each_step_is_one_undo(choose: Choose, sit_down: SitDown, promised: Promised, services: Services) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    person.type("k")
    services.undoing.undo()
    assert outcome(services, estimates) is Outcome.OPEN
    assert line_of(person, "Estimates").line.status == "open"


def test_what_a_promise_cannot_take_changes_nothing(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    person.type("kb")
    assert outcome(services, estimates) is Outcome.KEPT


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (Key.Key_R, PromiseOrder.MOVE),
        (Key.Key_H, PromiseOrder.HISTORY),
        (Key.Key_Return, PromiseOrder.EDIT),
        (Key.Key_Space, PromiseOrder.EDIT),
    ],
)
def test_other_keys_ask_for_their_dialogs(
    choose: Choose, sit_down: SitDown, promised: Promised, key: Key, order: PromiseOrder
) -> None:
    choose("Calls")
    promised("Estimates")
    person = sit_down()
    card = card_of(person)
    card.list.ordered.disconnect()
    asked: list[PromiseOrder] = []
    card.list.ordered.connect(lambda given, _item: asked.append(given))
    line_of(person, "Estimates").setFocus()
    person.press(key)
    assert asked == [order]


def test_a_line_that_goes_leaves_the_keyboard_on_the_next(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    overdue = promised("Overdue", due=TODAY - timedelta(days=1))
    promised("Estimates")
    person = sit_down()
    line_of(person, "Overdue").setFocus()
    services.promises.settle(overdue, Outcome.KEPT)  # in time, it says: no longer a matter of today
    assert entered(person) == "Estimates"


def test_the_last_line_that_goes_leaves_the_keyboard_on_finishing(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    promised("Estimates")
    person = sit_down()
    line_of(person, "Estimates").setFocus()
    services.undoing.undo()
    assert card_of(person).isHidden()
    assert person.tab.panel.finish.hasFocus()


def test_the_keys_are_named_while_the_keyboard_is_there(choose: Choose, sit_down: SitDown, promised: Promised) -> None:
    choose("Calls")
    promised("Estimates")
    person = sit_down()
    assert "K kept" not in words_of(card_of(person))
    line_of(person, "Estimates").setFocus()
    assert "K kept · L late · R renegotiate · B broken" in words_of(card_of(person))
    person.enter("Calls")
    assert "K kept" not in words_of(card_of(person))


def test_a_click_goes_to_a_line_and_its_menu_offers_what_it_can_take(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    person = sit_down()
    line = line_of(person, "Estimates")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert entered(person) == "Estimates"
    assert outcome(services, estimates) is Outcome.OPEN
    line.menu_asked.emit(line.mapToGlobal(line.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert next(iter(actions)) == "Kept"
    actions["Broken"].trigger()
    assert outcome(services, estimates) is Outcome.BROKEN


def test_the_three_dots_open_the_menu(choose: Choose, sit_down: SitDown, promised: Promised) -> None:
    choose("Calls")
    promised("Estimates")
    person = sit_down()
    line = line_of(person, "Estimates")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 16, line.height() // 2))
    assert isinstance(QApplication.activePopupWidget(), QMenu)


def test_every_line_has_a_name_that_says_it_all(choose: Choose, sit_down: SitDown, three: tuple[str, ...]) -> None:
    choose("Calls")
    person = sit_down()
    for line in lines_of(person):
        seen = QAccessible.queryAccessibleInterface(line)
        assert seen.text(QAccessible.Text.Name) == line.line.spoken
        assert seen.role() is QAccessible.Role.Button


def test_a_promise_of_tomorrow_can_be_kept_early(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates", due=TODAY + timedelta(days=1))
    person = sit_down()
    assert person.tab.promised is None
    person.tab.go_by(1)
    line_of(person, "Estimates").setFocus()
    person.type("k")
    assert outcome(services, estimates) is Outcome.KEPT
    assert line_of(person, "Estimates").line.status == "kept"
    assert card_of(person).title_label.accessibleName() == "Promised for this day, Sat 21 Nov"


def test_another_day_shows_its_own_promises(choose: Choose, sit_down: SitDown, promised: Promised) -> None:
    choose("Calls")
    promised("Estimates")
    promised("Contract", due=TODAY + timedelta(days=1))
    person = sit_down()
    assert [line.line.item.promise.words for line in lines_of(person)] == ["Estimates"]
    person.tab.go_by(1)
    assert [line.line.item.promise.words for line in lines_of(person)] == ["Contract"]
    person.tab.go_by(30)
    assert card_of(person).isHidden()


def test_where_there_are_too_many_the_others_are_one_click_away(
    choose: Choose, sit_down: SitDown, promised: Promised
) -> None:
    choose("Calls")
    for number in range(12):
        promised(f"Promise {number}")
    person = sit_down()
    assert len(lines_of(person)) == 7
    with person.qtbot.waitSignal(person.tab.more_asked):
        lines_of(person)[-1].setFocus()
        person.press(Key.Key_Down, Key.Key_Return)


def test_a_line_far_down_the_page_is_scrolled_to(choose: Choose, sit_down: SitDown, promised: Promised) -> None:
    for number in range(9):
        choose(f"Measure {number}")
    for number in range(12):
        promised(f"Promise {number}")
    person = sit_down()
    person.tab.resize(1024, 560)
    last = lines_of(person)[-1]
    last.setFocus()
    person.qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_an_empty_card_still_shows_what_was_promised(sit_down: SitDown, promised: Promised) -> None:
    promised("Estimates")
    person = sit_down()
    assert card_of(person).isVisible()


def test_the_keys_of_a_promise_work_in_its_menu(
    choose: Choose, sit_down: SitDown, promised: Promised, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    line = line_of(sit_down(), "Estimates")
    line.menu_asked.emit(line.mapToGlobal(line.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_B)
    assert outcome(services, estimates) is Outcome.BROKEN
    assert QApplication.activePopupWidget() is None
