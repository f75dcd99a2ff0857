"""The list of people by keys and clicks: going through it, finding, filtering, ordering, archiving."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.profiles import Profile
from scorecard.domain.relations import RelationLevel
from scorecard.services.services import Services
from scorecard.store.people import add_profiles
from scorecard.store.schema import person_table
from scorecard.ui.people_tab.add_dialog import AddDialog
from scorecard.ui.people_tab.kept import ALSO, SILENCE, Shown
from scorecard.ui.people_tab.orders import PersonOrder
from scorecard.ui.people_tab.person_menu import people_menu
from scorecard.ui.people_tab.rename_dialog import RenameDialog
from scorecard.ui.preferences import Preferences
from tests.ui.people_tab.conftest import Known, Visitor

_Key = Qt.Key
Open = Callable[..., Visitor]


def dialog(kind: type[QWidget]) -> QWidget:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def choose(visitor: Visitor, *words: str) -> None:
    """Through the filter menu, by the words of its lines."""
    menu = visitor.tab.header.filter.make_menu()
    for word in words:
        action = next(line for line in menu.actions() if line.text().replace("&", "") == word)
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            menu = submenu
        else:
            action.trigger()


def test_everybody_stands_there_by_name_and_nobody_is_chosen(three: None, open_tab: Open) -> None:
    visitor = open_tab()

    assert visitor.names == ["Ana", "Cassandra Kelly", "Neal"]
    assert (visitor.current, visitor.opened) == ("Ana", "")
    assert visitor.tab.person.nobody.isVisible()


def test_enter_opens_a_page_and_escape_leads_back_to_the_list(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_Down, _Key.Key_Return)
    assert visitor.opened == "Cassandra Kelly"
    assert not visitor.tab.list.hasFocus()

    visitor.press(_Key.Key_Escape)
    assert visitor.tab.list.hasFocus()
    assert (visitor.current, visitor.opened) == ("Cassandra Kelly", "Cassandra Kelly")


def test_a_page_opens_where_one_rests_and_the_keyboard_stays(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_End)
    visitor.qtbot.waitUntil(lambda: visitor.opened == "Neal")

    assert visitor.tab.list.hasFocus()


def test_a_click_opens(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    people = visitor.tab.list
    place = people.visualRect(people.people.index(1)).center()
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert visitor.opened == "Cassandra Kelly"


def test_in_a_narrow_window_the_page_takes_over(three: None, open_tab: Open) -> None:
    visitor = open_tab(700)
    assert not visitor.tab.person.isVisible()
    visitor.press(_Key.Key_Return)
    assert visitor.opened == "Ana"
    assert not visitor.tab.list.isVisible()
    assert visitor.tab.person.back.isVisible()

    visitor.press(_Key.Key_Escape)
    assert visitor.tab.list.hasFocus()
    assert (visitor.current, visitor.opened) == ("Ana", "")


def test_a_letter_begins_a_search_and_enter_opens_the_first_found(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press("c", "as")
    assert visitor.tab.header.search.text() == "cas"
    assert visitor.names == ["Cassandra Kelly"]

    visitor.press(_Key.Key_Return)
    assert visitor.opened == "Cassandra Kelly"


def test_a_search_finds_what_they_do_and_escape_takes_it_back(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press("/", "northw")
    assert visitor.names == ["Cassandra Kelly", "Neal"]
    visitor.press(_Key.Key_Down)
    assert visitor.tab.list.hasFocus()

    visitor.press(_Key.Key_Escape)
    assert len(visitor.names) == 3


def test_nobody_found_offers_to_show_everybody_or_to_add_them(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press("/", "Zoe")
    assert visitor.tab.panel.nobody.isVisible()
    visitor.tab.panel.nobody.add.click()
    asked = dialog(AddDialog)
    assert isinstance(asked, AddDialog)
    assert asked.name.text() == "Zoe"
    asked.accept()

    assert visitor.opened == "Zoe"
    visitor.press(_Key.Key_Escape, "/", "nobody at all", _Key.Key_Down, _Key.Key_Return)
    assert len(visitor.names) == 4


@pytest.mark.parametrize(
    ("words", "names", "chips"),
    [
        (("Group", "Client"), ["Cassandra Kelly"], ("Client",)),
        (("Overdue by their rhythm",), ["Ana"], ("overdue",)),
        (("Level", "No level yet"), ["Ana", "Neal"], ("no level yet",)),
        (("Level", "Partner"), ["Cassandra Kelly"], ("Partner",)),
        (("Teams only",), [], ("teams only",)),
        (("Archived only",), ["Zoe"], ("archived only",)),
        (("With the archived",), ["Ana", "Cassandra Kelly", "Neal", "Zoe"], ("with the archived",)),
    ],
)
def test_a_filter_says_what_it_leaves_out_and_escape_takes_it_away(
    words: tuple[str, ...], names: list[str], chips: tuple[str, ...], three: None, known: Known, open_tab: Open
) -> None:
    visitor = open_tab()
    visitor.services.people.profiles.archive(known("Zoe"))
    visitor.services.people.relations.step(visitor.row("Cassandra Kelly").id, RelationLevel.PARTNER)
    choose(visitor, *words)
    assert visitor.names == names
    assert visitor.tab.panel.chips.texts == chips

    visitor.press(_Key.Key_Escape)
    assert visitor.names == ["Ana", "Cassandra Kelly", "Neal"]
    assert visitor.tab.panel.chips.isHidden()


def test_a_chip_takes_its_own_part_away(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    choose(visitor, "Group", "Team")
    choose(visitor, "Overdue by their rhythm")
    visitor.tab.panel.chips.chips["group"].cross.click()

    assert visitor.tab.panel.chips.texts == ("overdue",)


def test_orders_and_filters_are_remembered_and_so_is_the_last_person(
    three: None, preferences: Preferences, open_tab: Open
) -> None:
    visitor = open_tab()
    visitor.tab.header.order.setCurrentIndex(1)
    assert visitor.names == ["Ana", "Cassandra Kelly", "Neal"]
    choose(visitor, "With the archived")
    visitor.press(_Key.Key_Down, _Key.Key_Return)

    again = open_tab()
    assert (again.tab._order, again.tab._shown) == (SILENCE, Shown(archived=ALSO))
    assert (again.current, again.opened) == ("Cassandra Kelly", "Cassandra Kelly")
    assert "Cassandra" not in preferences.people_list() + preferences.person()


def test_delete_archives_and_an_undo_brings_back_whom_it_was(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_Down, _Key.Key_Return, _Key.Key_Escape, _Key.Key_Delete)
    assert visitor.row("Cassandra Kelly").archived
    assert visitor.names == ["Ana", "Neal"]
    assert (visitor.current, visitor.opened) == ("Neal", "Neal")

    visitor.services.undoing.undo()
    assert not visitor.row("Cassandra Kelly").archived
    assert (visitor.current, visitor.opened) == ("Cassandra Kelly", "Cassandra Kelly")


def test_who_is_archived_already_is_said_and_can_be_brought_back(
    three: None, open_tab: Open, known: Known
) -> None:  # fmt: skip
    visitor = open_tab()
    visitor.services.people.profiles.archive(visitor.row("Ana").id)
    choose(visitor, "Archived only")
    said: list[str] = []
    visitor.tab._desk.said.connect(said.append)
    visitor.press(_Key.Key_Delete)
    assert said == ["Ana is in the archive already."]

    visitor.tab.list.choose(visitor.row("Ana").id)
    visitor.tab.take(PersonOrder.BRING_BACK)
    assert not visitor.row("Ana").archived


def test_f2_renames_and_says_who_has_the_name(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_F2)
    asked = dialog(RenameDialog)
    assert isinstance(asked, RenameDialog)
    asked.name.clear()
    QTest.keyClicks(asked.name, "neal")
    assert "Neal (Northwind) is there already" in asked.row.hint.text()
    QTest.keyClicks(asked.name, "a Moore")
    assert not asked.row.hint.text()
    asked.accept()

    assert visitor.names == ["Cassandra Kelly", "Neal", "neala Moore"]
    assert visitor.current == "neala Moore"


def test_a_name_cannot_be_taken_away(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_F2)
    asked = dialog(RenameDialog)
    assert isinstance(asked, RenameDialog)
    asked.name.clear()
    asked.accept()

    assert asked.isVisible()
    assert asked.problem.text()
    asked.reject()


def test_the_menu_offers_what_is_possible(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    taken: list[PersonOrder] = []
    menu = people_menu(visitor.row("Ana"), taken.append, visitor.tab)
    words = [line.text().partition("\t")[0].replace("&", "") for line in menu.actions() if line.text()]

    assert words == [
        "Open", "Rename…", "Archive", "Merge with somebody…", "Export as a vCard…", "Delete for good…",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert taken == [PersonOrder.OPEN]


def test_without_anybody_it_says_what_stands_here_and_how_to_begin(open_tab: Open) -> None:
    visitor = open_tab()
    assert visitor.tab.nobody_yet.isVisible()
    assert visitor.tab.nobody_yet.add.hasFocus()
    assert not visitor.tab.header.search.isVisible()
    visitor.press(_Key.Key_Return)
    asked = dialog(AddDialog)
    assert isinstance(asked, AddDialog)
    QTest.keyClicks(asked.name, "Ana")
    asked.accept()

    assert visitor.opened == "Ana"
    assert not visitor.tab.nobody_yet.isVisible()


def test_of_a_thousand_only_those_in_sight_are_put_into_words(services: Services, open_tab: Open) -> None:
    with services.scoring._store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        numbers = [f"{n:04}" for n in range(1000)]
        work.add_many(person_table, [{"id": n, "name": f"Person {n}", "merged_into": None} for n in numbers])
        add_profiles(work, [Profile(n, role="Developer", rhythm=30) for n in numbers])
    visitor = open_tab()
    assert len(visitor.names) == 1000
    assert len(visitor.tab.list.people._words) < 40

    visitor.tab.panel.start()
    visitor.press(_Key.Key_End)
    assert visitor.current == "Person 0999"
    assert len(visitor.tab.list.people._words) < 80


def test_a_page_is_kept_when_the_list_no_longer_shows_its_person(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.press(_Key.Key_Return)
    choose(visitor, "Group", "Client")

    assert visitor.names == ["Cassandra Kelly"]
    assert visitor.opened == "Ana"


def test_what_changes_elsewhere_is_shown(three: None, open_tab: Open) -> None:
    visitor = open_tab()
    visitor.services.people.owed.make(visitor.row("Neal").id, "The contract", date(2026, 11, 27))

    words = visitor.tab.list.people.words(2)
    assert words.promises.texts[0] == "1 to me · due Fri 27 Nov"
