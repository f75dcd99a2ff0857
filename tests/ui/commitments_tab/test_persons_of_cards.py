"""From a promise to the page of the person it was made to."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.domain.promises import Level
from scorecard.ui.commitments_tab.card_delegate import CardDelegate
from scorecard.ui.promise_dialogs.promise_menu import PromiseMenu
from tests.ui.commitments_tab.conftest import Promised, Promiser

Open = Callable[..., Promiser]


def name_of(user: Promiser, row: int = 0) -> QPoint:
    view = user.lane(Level.BEST_EFFORT).list
    delegate = view.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    index = view.cards.index(row)
    return delegate.person_rect(index, view.visualRect(index)).center()


def menu_of(user: Promiser) -> PromiseMenu:
    user.tab.start_keyboard()
    view = user.lane(Level.BEST_EFFORT).list
    item = view.current
    assert item is not None
    view.menu_asked.emit(item, view.mapToGlobal(QPoint(20, 20)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PromiseMenu)
    return menu


def test_a_click_on_the_name_asks_for_the_person(open_tab: Open, promise: Promised) -> None:
    made = promise("Call", to_whom="Ana Lima")
    user = open_tab()
    asked: list[str] = []
    user.tab.person_asked.connect(asked.append)
    view = user.lane(Level.BEST_EFFORT).list
    spot = name_of(user)

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot - QPoint(0, 24))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=spot)

    item = user.services.promises.book().reckoned(user.services.promises.today())[0]
    assert (item.promise.id, asked) == (made, [item.promise.person_id])


def test_the_menu_opens_the_person_too(open_tab: Open, promise: Promised) -> None:
    promise("Call", to_whom="Ana & Lima")
    user = open_tab()
    asked: list[str] = []
    user.tab.person_asked.connect(asked.append)
    menu = menu_of(user)
    way = next(action for action in menu.actions() if "Ana" in action.text())
    assert way.text() == "O&pen Ana && Lima"
    QTest.keyClick(menu, Qt.Key.Key_P)
    assert len(asked) == 1
    assert user.steps.taken == []


def test_a_promise_to_oneself_leads_to_nobody(open_tab: Open, promise: Promised) -> None:
    promise("Rest")
    user = open_tab()
    asked: list[str] = []
    user.tab.person_asked.connect(asked.append)
    menu = menu_of(user)
    assert not [action for action in menu.actions() if action.text().startswith("O&pen")]
    menu.close()
    view = user.lane(Level.BEST_EFFORT).list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=name_of(user))
    assert asked == []
