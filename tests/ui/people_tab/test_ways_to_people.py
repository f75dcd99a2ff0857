"""From the day, a promise and a reflection to the page of somebody, in the window; and names that complete there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.promises import Level
from scorecard.domain.reflections import MOVED
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.commitments_tab.card_delegate import CardDelegate
from scorecard.ui.main_window import COMMITMENTS, PEOPLE, REFLECTION, MainWindow
from scorecard.ui.people_tab.sections.notes import NotesSection
from scorecard.ui.people_tab.sections.touches import TouchesSection
from scorecard.ui.reflection_tab.markdown import person_at
from scorecard.ui.reflection_tab.writing_area import WritingArea
from scorecard.ui.window_commands import WindowCommands
from tests.ui.conftest import TODAY, Choose
from tests.ui.people_tab.test_window import Open
from tests.ui.people_tab.test_window import open_window as open_window  # a fixture

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ana(services: Services) -> str:
    return services.people.profiles.add(PersonDraft("Ana Lima"))


def opened(window: MainWindow, commands: WindowCommands) -> str:
    view = commands.people.tab.person.made
    page = view.page if view is not None and window.page_key == PEOPLE else None
    return page.person.name if page is not None else ""


def name_in(area: WritingArea, person_id: str) -> QPoint:
    spots = (QPoint(x, y) for y in range(2, area.viewport().height(), 4) for x in range(2, 300, 4))
    return next(spot for spot in spots if person_at(area._shown, QPointF(spot)) == person_id)


def test_a_review_that_is_due_leads_to_the_page(
    services: Services, choose: Choose, ana: str, open_window: Open
) -> None:
    choose("Calls")
    services.people.profiles.set_review_day(ana, TODAY)
    window, commands = open_window()
    assert window.scorecard.reviews is not None
    QTest.mouseClick(window.scorecard.reviews.lines[0], LEFT)
    assert opened(window, commands) == "Ana Lima"


def test_the_name_on_a_promise_leads_to_the_page(services: Services, ana: str, open_window: Open) -> None:
    services.promises.make(PromiseDraft("Call", Level.COMMITMENT, to_whom="Ana Lima", person_id=ana))
    window, commands = open_window()
    window.go_to_page(COMMITMENTS)
    QApplication.processEvents()
    view = commands.commitments.board.lane(Level.COMMITMENT).list
    delegate = view.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    index = view.cards.index(0)
    spot = delegate.person_rect(index, view.visualRect(index)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=spot)
    assert opened(window, commands) == "Ana Lima"


def test_a_name_that_is_read_in_a_reflection_leads_to_the_page(services: Services, ana: str, open_window: Open) -> None:
    services.reflecting.write(TODAY, MOVED, "Helped @ana lima")
    window, commands = open_window()
    window.go_to_page(REFLECTION)
    QApplication.processEvents()
    commands.reflection.header.calendar_button.setFocus()
    place = commands.reflection.place_of(MOVED)
    assert place is not None
    QTest.mouseClick(place.area.viewport(), LEFT, pos=name_in(place.area, ana))
    assert opened(window, commands) == "Ana Lima"
    assert services.reflecting.page(TODAY).places[0].text == "Helped @ana lima"


def test_notes_on_a_person_complete_others_and_lead_to_them(
    services: Services, ana: str, open_window: Open, qtbot: QtBot
) -> None:
    neal = services.people.profiles.add(PersonDraft("Neal"))
    window, commands = open_window()
    commands.people.open(ana)
    view = commands.people.tab.person.made
    assert view is not None
    area = next(one for one in view.sections if isinstance(one, NotesSection)).area
    area.setFocus()
    QTest.keyClicks(area, "Ask @ne")
    QTest.keyClick(area, Qt.Key.Key_Return)
    area.save_now()
    assert services.people.mentions(neal).hits
    commands.people.tab.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(area.viewport(), LEFT, pos=name_in(area, neal))
    qtbot.waitUntil(lambda: opened(window, commands) == "Neal")


def test_a_touch_is_logged_with_a_name_in_it(services: Services, ana: str, open_window: Open) -> None:
    neal = services.people.profiles.add(PersonDraft("Neal"))
    _window, commands = open_window()
    commands.people.open(ana)
    view = commands.people.tab.person.made
    assert view is not None
    note = next(one for one in view.sections if isinstance(one, TouchesSection)).form.note
    note.setFocus()
    QTest.keyClicks(note, "met, with @ne")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert note.text() == "met, with @Neal "
    page = services.people.page(ana)
    assert page is not None
    assert not page.touches
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert len(services.people.mentions(neal).hits) == 1
