"""What becomes of the measures in a file, changed in the dialog before it is imported; the store is the witness."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Group, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.services.importing import Importing
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_form import Field
from scorecard.ui.import_dialog.dialog import ImportDialog
from scorecard.ui.import_dialog.group_dialog import GroupChoiceDialog
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.import_dialog.wish_dialog import WishDialog
from scorecard.ui.import_dialog.wish_form import OUT
from tests.fake_clock import FixedClock
from tests.importing_files import MONDAY, content_of, new_store, table_file
from tests.ui.test_import_dialog import cells

TODAY = date(2026, 11, 20)
COUNTED = Terms(TODAY, Kind.COUNT, Direction.TALLY)
CALLS = Measure("own", "calls", (COUNTED,))
TIME = Measure("time", "Time on the phone", (Terms(TODAY, Kind.DURATION, target=Decimal(60), place=Place.BENCH),))

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

Front = TypeVar("Front", bound=QWidget)


class Sitting:
    """Somebody at the dialog, with the keyboard."""

    def __init__(self, qtbot: QtBot, store: Path, clock: FixedClock, file: Path) -> None:
        self.qtbot, self.store, self.clock = qtbot, store, clock
        self.dialog = ImportDialog(Importing(store, clock), None, file)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.settle()

    @property
    def page(self) -> PlanPage:
        assert isinstance(self.dialog.page, PlanPage)
        return self.dialog.page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.busy)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._key(key, modifier)
        self.settle()

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.dialog.activateWindow()
        self.qtbot.waitUntil(self.dialog.isActiveWindow)
        self.qtbot.keyClick(self.page.table, key, modifier)

    def choose(self, *rows: int) -> None:
        self.page.table.choose(rows[0])
        for row in rows[1:]:
            self.press(Qt.Key.Key_Down, SHIFT)
            assert self.page.table.currentRow() == row

    def cell(self, row: int, column: int) -> str:
        return cells(self.page.table, row)[column]

    def editor(self, row: int, key: Qt.Key = Qt.Key.Key_Return) -> WishDialog:
        self.choose(row)
        self.press(key)
        editor = self.front(WishDialog)
        self.rest(editor)
        return editor

    def front(self, kind: type[Front]) -> Front:
        found = [widget for widget in self.page.findChildren(kind) if widget.isVisible()]
        assert len(found) == 1
        return found[0]

    def rest(self, editor: WishDialog) -> None:
        self.qtbot.waitUntil(lambda: editor.panel.at_rest)

    def use(self, editor: WishDialog) -> None:
        editor.primary.click()
        self.settle()

    def bring_in(self) -> None:
        with self.qtbot.waitSignal(self.dialog.imported):
            self._key(Qt.Key.Key_Return, CONTROL)
        self.settle()

    def again(self, file: Path) -> ImportDialog:
        other = ImportDialog(Importing(self.store, self.clock), None, file)
        self.qtbot.addWidget(other)
        self.qtbot.waitUntil(lambda: not other.busy)
        return other

    def asked_of(self, ask: Callable[[Services], object]) -> object:
        with closing(Services(self.store, self.clock)) as services:
            return ask(services)

    @property
    def card(self) -> Card:
        with closing(Services(self.store, self.clock)) as services:
            return services.scoring.card()

    def measure(self, name: str) -> Measure:
        return next(measure for measure in self.card.measures if measure.name == name)

    def marks(self, name: str) -> list[tuple[Mark, str]]:
        with closing(Services(self.store, self.clock)) as services:
            measure = self.measure(name).id
            entries = services.scoring.snapshot(MONDAY, TODAY).entries
        return [(entry.mark, entry.note) for (_, own), entry in sorted(entries.items()) if own == measure]


def scored(number: str) -> Scored:
    return Scored(Decimal(number))


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return table_file(tmp_path, {"Calls": [3, 4, ""], "Reports": ["", 2, 7], "Talks": [30, 2000, ""]})


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, clock: FixedClock, calls: Path) -> Sitting:
    return Sitting(qtbot, new_store(tmp_path, clock, CALLS, TIME), clock, calls)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_opens_the_editor_of_the_line_and_escape_leaves_everything(sitting: Sitting, key: Qt.Key) -> None:
    editor = sitting.editor(1, key)
    assert editor.title.text() == "What becomes of “Reports”"
    assert editor.fields.name.text() == "Reports"

    sitting.qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert not editor.isVisible()
    assert sitting.page.wishes == {}
    assert sitting.dialog.isVisible()


def test_another_kind_is_shown_with_what_it_does_before_it_is_imported(sitting: Sitting, calls: Path) -> None:
    editor = sitting.editor(1)
    assert editor.panel.sentences.text().endswith("3 Mar 2026 to 4 Mar 2026.")

    sitting.qtbot.keyClick(editor.fields.kind, Qt.Key.Key_Right)
    for _ in range(3):
        sitting.qtbot.keyClick(editor.fields.kind, Qt.Key.Key_Right)
    sitting.qtbot.keyClick(editor.fields.direction.shown, Qt.Key.Key_Home)
    for _ in range(3):
        sitting.qtbot.keyClick(editor.fields.direction.shown, Qt.Key.Key_Left)
    sitting.rest(editor)
    assert editor.fields.form().kind is Kind.RATING
    said = editor.panel.sentences.text()
    assert "Not to be said as “Rating”: 7." in said
    assert "the value of the file stands in the note alone" in said
    sitting.use(editor)
    assert sitting.cell(1, 2) == "Rating · at least 4"
    assert "kept in the note" in sitting.page.notes.toPlainText()
    sitting.bring_in()

    terms = sitting.measure("Reports").terms[-1]
    assert (terms.kind, terms.scale, terms.direction, terms.target) == (Kind.RATING, 5, Direction.AT_LEAST, 4)
    assert sitting.marks("Reports") == [(scored("2"), ""), (UNKNOWN, "7")]


def test_what_cannot_be_yet_is_said_beside_its_field(sitting: Sitting) -> None:
    editor = sitting.editor(1)
    editor.fields.name.setText("")

    editor.primary.click()

    assert editor.isVisible()
    assert editor.fields.rows[Field.NAME].problem.text()
    assert sitting.page.wishes == {}


def test_a_measure_becomes_one_of_mine_and_is_found_there_again(sitting: Sitting, calls: Path) -> None:
    editor = sitting.editor(2)
    editor.becomes.setCurrentIndex(editor.becomes.findText("Joins your “Time on the phone”"))
    sitting.rest(editor)
    assert editor.fields.isHidden()
    assert editor.panel.sentences.text().startswith("“Time on the phone” stays as it is")
    sitting.use(editor)
    assert sitting.cell(2, 1) == "Joins your “Time on the phone”"
    sitting.bring_in()

    assert {measure.name for measure in sitting.card.measures} == {"calls", "Reports", "Time on the phone"}
    assert sitting.marks("Time on the phone") == [(scored("30"), ""), (UNKNOWN, "2000")]
    assert not isinstance(sitting.again(calls).page, PlanPage)


def test_a_measure_of_the_same_name_can_stay_apart(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, calls: Path
) -> None:
    benched = replace(CALLS, terms=(replace(COUNTED, place=Place.BENCH),))
    sitting = Sitting(qtbot, new_store(tmp_path, clock, benched), clock, calls)
    editor = sitting.editor(0)
    assert editor.place.chosen_key == Place.BENCH
    editor.becomes.setCurrentIndex(editor.becomes.findText("A new measure"))
    sitting.rest(editor)
    assert editor.place.chosen_key == Place.CARD
    sitting.use(editor)
    assert sitting.cell(0, 1) == "New, apart from yours"
    sitting.bring_in()

    assert sorted(measure.name for measure in sitting.card.measures) == [
        "Calls",
        "Reports",
        "Talks",
        "calls",
    ]


def test_name_group_place_and_words_come_as_they_were_wished(sitting: Sitting) -> None:
    editor = sitting.editor(1)
    editor.fields.name.setText("Letters read")
    editor.fields.why.setText("They wait for an answer")
    editor.fields.group.setEditText("Desk")
    sitting.qtbot.keyClick(editor.place, Qt.Key.Key_Right)
    sitting.use(editor)
    assert cells(sitting.page.table, 1)[:4] == [
        "Reports",
        "New: “Letters read”",
        "Count · only counted",
        "On the bench · Desk",
    ]
    sitting.bring_in()

    measure = sitting.measure("Letters read")
    assert (measure.why, measure.terms[-1].place) == ("They wait for an answer", Place.BENCH)
    assert [group.name for group in sitting.card.groups if group.id == measure.group_id] == ["Desk"]


def test_several_lines_go_on_the_bench_and_into_a_group_at_once(sitting: Sitting) -> None:
    sitting.choose(1, 2)
    sitting.press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert {sitting.cell(row, 3) for row in (1, 2)} == {"On the bench"}

    sitting.press(Qt.Key.Key_N, CONTROL | SHIFT)
    choice = sitting.front(GroupChoiceDialog)
    sitting.qtbot.keyClicks(choice.group.lineEdit(), "Desk")
    sitting.qtbot.keyClick(choice, Qt.Key.Key_Return)
    sitting.settle()
    assert {sitting.cell(row, 3) for row in (1, 2)} == {"On the bench · Desk"}
    sitting.bring_in()

    (group,) = sitting.card.groups
    assert group == Group(group.id, "Desk", group.position)
    assert {sitting.measure(name).group_id for name in ("Reports", "Talks")} == {group.id}
    assert sitting.measure("calls").terms[-1].place is Place.CARD


def test_several_lines_are_left_out_and_come_in_again(sitting: Sitting) -> None:
    sitting.choose(0, 1, 2)

    sitting.press(Qt.Key.Key_Delete)
    assert {sitting.cell(row, 1) for row in range(3)} == {"Left out"}
    assert not sitting.dialog.primary.isEnabled()
    sitting.press(Qt.Key.Key_Space)

    assert "Left out" not in {sitting.cell(row, 1) for row in range(3)}
    assert sitting.page.wishes == {}


def test_backspace_takes_all_wishes_of_a_line_back(sitting: Sitting) -> None:
    sitting.choose(1)
    sitting.press(Qt.Key.Key_Right, ALT)
    assert sitting.cell(1, 3) == "On the bench"

    sitting.press(Qt.Key.Key_Backspace)

    assert sitting.cell(1, 3) == "On the card"
    assert sitting.page.wishes == {}


def test_one_escape_does_not_lose_what_was_wished(sitting: Sitting) -> None:
    sitting.choose(1)
    sitting.press(Qt.Key.Key_Right, ALT)

    sitting.press(Qt.Key.Key_Escape)
    assert sitting.dialog.isVisible()
    assert sitting.dialog.problem.isVisible()
    sitting.press(Qt.Key.Key_Backspace)
    assert not sitting.dialog.problem.isVisible(), "nothing is changed any more"
    sitting.press(Qt.Key.Key_Escape)

    assert not sitting.dialog.isVisible()


def test_left_out_in_the_editor_is_left_out_and_comes_back_there(sitting: Sitting) -> None:
    editor = sitting.editor(1)
    editor.becomes.setCurrentIndex(editor.becomes.findData(OUT))
    sitting.rest(editor)
    assert editor.panel.sentences.text().startswith("Nothing of it comes along: 2 ")
    sitting.use(editor)
    assert sitting.cell(1, 1) == "Left out"

    again = sitting.editor(1)
    again.as_proposed.click()
    sitting.settle()

    assert sitting.cell(1, 1) == "New"


def test_a_full_card_says_so_calmly(qtbot: QtBot, tmp_path: Path, clock: FixedClock, calls: Path) -> None:
    full = [Measure(f"m{n}", f"Mine {n}", (COUNTED,)) for n in range(9)]
    sitting = Sitting(qtbot, new_store(tmp_path, clock, *full), clock, calls)
    assert sitting.cell(1, 3) == "On the bench"

    editor = sitting.editor(1)
    qtbot.keyClick(editor.place, Qt.Key.Key_Left)
    sitting.rest(editor)
    assert "The card holds nine and is full" in editor.panel.sentences.text()
    sitting.use(editor)

    assert sitting.cell(1, 3) == "On the bench, card full"
    assert "The card holds nine" in sitting.page.facts.text()
    sitting.bring_in()
    assert sitting.measure("Reports").terms[-1].place is Place.BENCH


def test_mine_stay_where_they_are_and_the_button_says_why(sitting: Sitting) -> None:
    sitting.choose(0)
    button = next(button for button in sitting.page.bar.buttons.values() if button.text() == "Put on the &bench")

    assert not button.isEnabled()
    assert button.toolTip() == "Only a new measure: yours stay where they are."
    sitting.press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert sitting.page.wishes == {}


def test_the_menu_holds_what_the_buttons_do(sitting: Sitting) -> None:
    sitting.choose(1)
    where = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, sitting.page.mapToGlobal(where))

    QApplication.sendEvent(sitting.page.table.viewport(), asked)
    menu = next(menu for menu in sitting.page.findChildren(QMenu) if menu.isVisible())
    retire = next(action for action in menu.actions() if action.text() == "Keep as &retired")
    retire.trigger()
    menu.close()
    sitting.settle()

    assert sitting.cell(1, 3) == "Retired"


def test_one_undo_takes_all_that_was_wished_back_and_redo_brings_it_again(sitting: Sitting) -> None:
    before = content_of(sitting.store)
    editor = sitting.editor(2)
    editor.becomes.setCurrentIndex(editor.becomes.findText("Joins your “Time on the phone”"))
    sitting.use(editor)
    sitting.choose(1)
    sitting.press(Qt.Key.Key_N, CONTROL | SHIFT)
    choice = sitting.front(GroupChoiceDialog)
    sitting.qtbot.keyClicks(choice.group.lineEdit(), "Desk")
    choice.primary.click()
    sitting.settle()
    sitting.bring_in()
    after = content_of(sitting.store)
    assert after != before

    sitting.asked_of(lambda services: services.undoing.undo())
    assert content_of(sitting.store) == before
    sitting.asked_of(lambda services: services.undoing.redo())
    assert content_of(sitting.store) == after


def test_what_takes_the_keyboard_in_the_editor_has_a_name(sitting: Sitting) -> None:
    editor = sitting.editor(1)

    assert editor.place.accessibleName() == "Where it stands"
    assert all(button.text() for button in sitting.page.bar.buttons.values())
