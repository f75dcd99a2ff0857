"""The people promises are made to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.promises import Outcome
from scorecard.services import merging, undoing
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.people_dialog import PeopleDialog, open_people
from scorecard.ui.promise_dialogs.people_lines import people_lines
from tests.ui.promise_dialogs.conftest import TODAY, TOMORROW, Made, Shown, press, type_text

Again = Callable[[str], Reckoned]


@pytest.fixture
def people(made: Made, services: Services) -> None:
    """Ana with nothing to her name, Cass with one promise, Cassandra with two, one of them kept."""
    ana = made("Nothing", due=TOMORROW, to="Ana")
    services.promises.remove(ana.promise.id)
    made("Call", to="Cass")
    made("Send", to="Cassandra")
    services.promises.settle(made("Write", to="Cassandra").promise.id, Outcome.KEPT)


@pytest.fixture
def dialog(people: None, desk: Desk, shown: Shown) -> PeopleDialog:
    return shown(PeopleDialog(desk, None))


def names(services: Services) -> list[str]:
    return [person.name for person in services.promises.book().people.present]


def texts(dialog: PeopleDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: PeopleDialog, name: str) -> None:
    dialog.list.setCurrentRow(texts(dialog).index(name))


@pytest.mark.usefixtures("people")
def test_everybody_is_listed_with_open_and_all_promises(services: Services) -> None:
    book = services.promises.book()

    lines = people_lines(book.reckoned(TODAY), book.people, "")

    assert [line.words for line in lines] == ["Ana", "Cass", "Cassandra"]
    assert lines[0].right == "no promises"
    assert lines[2].right.startswith("1 open · 2 promise")


def test_nobody_yet_says_how_somebody_comes(services: Services) -> None:
    book = services.promises.book()

    (line,) = people_lines((), book.people, "")

    assert line.words == "Nobody yet: a promise to somebody names them."


def test_f2_renames_and_enter_does_it(dialog: PeopleDialog, services: Services) -> None:
    choose(dialog, "Cass")

    press(dialog, Qt.Key.Key_F2)
    type_text(dialog, "Cassius")
    press(dialog, Qt.Key.Key_Return)

    assert names(services) == ["Ana", "Cassandra", "Cassius"]
    assert dialog.list.hasFocus()
    assert dialog.list.currentItem().text() == "Cassius"
    assert dialog.isVisible()


def test_enter_on_the_list_renames_as_well_and_escape_leaves_it(dialog: PeopleDialog, services: Services) -> None:
    press(dialog, Qt.Key.Key_Return)
    assert dialog.name_line.name.hasFocus()
    type_text(dialog, "Anna")
    press(dialog, Qt.Key.Key_Escape)

    assert names(services) == ["Ana", "Cass", "Cassandra"]
    assert dialog.isVisible()
    assert dialog.list.hasFocus()


def test_a_name_is_needed(dialog: PeopleDialog, services: Services) -> None:
    press(dialog, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return)

    assert dialog.notice.sentence.text() == "A name is needed, so that you can tell what this is."
    assert dialog.name_line.name.hasFocus()
    assert names(services) == ["Ana", "Cass", "Cassandra"]


def test_a_name_somebody_else_has_suggests_to_merge(dialog: PeopleDialog) -> None:
    choose(dialog, "Cass")

    press(dialog, Qt.Key.Key_F2)
    type_text(dialog, "cassandra")
    press(dialog, Qt.Key.Key_Return)

    assert "merge them" in dialog.notice.sentence.text()


def test_merging_says_what_it_does_and_moves_every_promise(dialog: PeopleDialog, services: Services) -> None:
    choose(dialog, "Cass")
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    merge = dialog.merge_line
    merge.others.setCurrentText("Cassandra")
    assert "from Cass to Cassandra. Nothing is lost" in merge.meaning.text()

    press(dialog, Qt.Key.Key_Return)

    book = services.promises.book()
    assert names(services) == ["Ana", "Cassandra"]
    assert [book.people.name(promise.person_id) for promise in book.promises.values()] == ["Cassandra"] * 3
    assert [person.name for person in book.people.named("Cass")] == ["Cassandra"]
    assert dialog.notice.sentence.text() == "Cass is Cassandra now."


def test_a_merge_can_be_undone_here(dialog: PeopleDialog, services: Services) -> None:
    choose(dialog, "Cass")
    dialog.ask_merge()
    press(dialog, Qt.Key.Key_Return)
    assert len(names(services)) == 2

    dialog.notice.action_buttons[0].click()

    assert names(services) == ["Ana", "Cass", "Cassandra"]
    assert texts(dialog) == ["Ana", "Cass", "Cassandra"]


def test_the_search_finds_earlier_names_too(dialog: PeopleDialog, services: Services) -> None:
    ids = {person.name: person.id for person in services.promises.book().people.present}
    services.promises.merge_persons(ids["Ana"], ids["Cass"])

    QTest.keyClicks(dialog.search, "cass")
    assert texts(dialog) == ["Ana", "Cassandra"]
    QTest.keyClicks(dialog.search, "x")
    assert texts(dialog) == ["Nobody has this name."]
    assert not dialog.rename.isEnabled()
    assert not dialog.merge.isEnabled()


def test_people_is_opened_over_a_window(desk: Desk, people: None) -> None:
    window = QWidget()

    open_people(desk, window)

    assert any(isinstance(found, PeopleDialog) and found.isVisible() for found in QApplication.topLevelWidgets())


def test_merging_many_promises_and_its_undo_run_off_the_event_loop(
    dialog: PeopleDialog, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (merging, undoing):
        monkeypatch.setattr(module, "LONG", 1)
    people = services.promises.book().people
    ana, cassandra = people.named("Ana")[0].id, people.named("Cassandra")[0].id

    dialog._merge(ana, cassandra)
    assert "Cassandra" in names(services)
    qtbot.waitUntil(lambda: "Cassandra" not in names(services))
    assert dialog.notice.sentence.text() == "Cassandra is Ana now."

    dialog.notice.action_buttons[0].click()
    qtbot.waitUntil(lambda: "Cassandra" in names(services))
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.list, timeout=1000)
