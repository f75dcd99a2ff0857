"""@names while a reflection is written, and in what is read of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.reflection_tab.markdown import person_at
from scorecard.ui.reflection_tab.writing_area import WritingArea
from tests.ui.reflection_tab.conftest import Writer

MOVED, ADJUST = "moved", "adjust"
Open = Callable[..., Writer]


@pytest.fixture
def ana(services: Services) -> str:
    services.people.profiles.add(PersonDraft("José Ángel"))
    return services.people.profiles.add(PersonDraft("Ana Lima"))


def test_a_name_is_completed_with_its_spaces(open_tab: Open, services: Services, ana: str) -> None:
    writer = open_tab()
    writer.area(MOVED).insertPlainText("😀 ")
    writer.type("with @ana")
    assert writer.area(MOVED).completion.offered == ("@Ana Lima",)
    writer.press(Qt.Key.Key_Return)
    writer.type("and @jose an")
    writer.press(Qt.Key.Key_Tab)
    writer.tab.flush()
    assert writer.stored(MOVED) == "😀 with @Ana Lima and @José Ángel "
    assert services.people.mentions(ana).hits


@pytest.mark.usefixtures("ana")
def test_a_name_that_was_written_whole_leaves_enter_and_tab_alone(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("@Ana Lima ")
    area = writer.area(MOVED)
    assert not area.completion.offered
    writer.press(Qt.Key.Key_Return)
    assert area.text == "@Ana Lima \n"


@pytest.mark.usefixtures("ana")
def test_names_are_chosen_with_the_arrows_or_by_a_click(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("@")
    area = writer.area(MOVED)
    assert area.completion.offered == ("@Ana Lima", "@José Ángel")
    writer.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert area.text == "@José Ángel "
    writer.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is area


def _spot_of(area: WritingArea, person_id: str) -> QPoint:
    spots = (QPoint(x, y) for y in range(2, area.viewport().height(), 4) for x in range(2, 300, 4))
    return next(spot for spot in spots if person_at(area._shown, QPointF(spot)) == person_id)


def test_a_click_on_a_name_that_is_read_opens_that_person(open_tab: Open, services: Services, ana: str) -> None:
    writer = open_tab()
    writer.write(MOVED, "Told **@Ana Lima** the date.")
    writer.enter(ADJUST)
    asked: list[str] = []
    writer.tab.person_asked.connect(asked.append)
    area = writer.area(MOVED)
    spot = _spot_of(area, ana)

    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked == [ana]
    assert not area.editing

    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, area.viewport().height() - 4))
    writer.press(Qt.Key.Key_Escape)
