"""Three steps, by key and by click, to a card in the store."""

from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Place
from scorecard.ui.guided_start.dialog import GuidedStart
from scorecard.ui.guided_start.offer_delegate import OfferDelegate
from scorecard.ui.guided_start.work_step import OTHER_WORK
from tests.ui.conftest import Choose
from tests.ui.guided_start.conftest import ALT, CONTROL, Newcomer

Key = Qt.Key


def test_the_empty_card_offers_it_and_forces_nothing(newcomer: Newcomer) -> None:
    assert not newcomer.open
    assert newcomer.entered.property("text") == "&Set up my card"

    newcomer.press(Key.Key_Return)

    assert newcomer.dialog.title.text() == "What would they do without you?"


def test_enter_and_enter_and_enter_is_a_card(newcomer: Newcomer) -> None:
    newcomer.begin()
    offered = newcomer.offered()

    newcomer.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)

    assert sorted(newcomer.names()) == sorted(offered)
    assert not newcomer.open
    assert newcomer.kept() == ""


def test_one_undo_takes_all_of_it_back(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)
    QTest.keyClick(newcomer.dialog.card.day_end, Key.Key_Up)
    newcomer.dialog.primary.setFocus()
    newcomer.press(Key.Key_Return)
    assert newcomer.measures()
    assert newcomer.services.scoring.settings().day_end == time(3, 30)

    newcomer.services.undoing.undo()

    assert newcomer.measures() == ()
    assert newcomer.services.scoring.card().groups == ()
    assert newcomer.services.scoring.settings().day_end == time(4, 0)


def test_a_day_end_that_nobody_touched_is_not_stored(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)
    newcomer.services.rules.set_day_end(time(2, 0))
    newcomer.press(Key.Key_Return)

    assert newcomer.services.scoring.settings().day_end == time(2, 0)


def test_whom_one_serves_is_whom_the_measures_are_for(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.type("Callers at night")
    newcomer.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)

    whom = {measure.name: measure.to_whom for measure in newcomer.measures()}
    assert whom["Thank-yous heard"] == "Callers at night"
    assert whom["Answers written down for the team"] == "My team"


def test_down_shows_the_measures_of_the_next_work(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Down)

    assert newcomer.dialog.work.works.key == "sales"
    assert newcomer.offered()[0] == "Conversations about a buyer’s goals"
    assert "help others decide" in newcomer.dialog.work.about.text()


def test_space_takes_a_tick_away_and_brings_it_back(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space)
    newcomer.press(Key.Key_Up, Key.Key_Space)
    offered = newcomer.offered()
    assert newcomer.dialog.work.count.text() == "6 of 7 ticked"

    newcomer.press(Key.Key_Return, modifier=CONTROL)
    newcomer.press(Key.Key_Return, modifier=CONTROL)

    assert sorted(newcomer.names()) == sorted(set(offered) - {offered[2]})


def test_a_click_on_a_tick_does_the_same_and_one_beside_it_does_not(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return)
    offers = dialog.work.offers
    rect = offers.visualRect(offers.offers.index(1))
    delegate = offers.itemDelegate()
    assert isinstance(delegate, OfferDelegate)
    tick = delegate.layout.tick(rect).center()

    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert [offer.taken for offer in dialog.outline.offers[:3]] == [True, False, True]


def test_a_double_click_opens_the_editor(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return)
    offers = dialog.work.offers
    beside = offers.visualRect(offers.offers.index(1)).center()

    QTest.mouseDClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=beside)

    assert newcomer.editor().fields.name.text() == newcomer.offered()[1]


def test_enter_changes_a_measure_before_it_is_anywhere(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab, Key.Key_Return)
    editor = newcomer.editor()
    editor.fields.target.selectAll()
    QTest.keyClicks(editor.fields.target, "5")
    QTest.keyClick(editor.fields.target, Key.Key_Return)
    assert newcomer.measures() == ()
    assert not editor.isVisible()

    newcomer.front(dialog)
    newcomer.press(Key.Key_Return, modifier=CONTROL)
    newcomer.press(Key.Key_Return, modifier=CONTROL)

    assert newcomer.measures()[0].terms[0].target == Decimal(5)


def test_a_measure_is_changed_from_the_last_step_too(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)
    dialog.card.lines.setFocus()
    newcomer.press(Key.Key_Return)
    editor = newcomer.editor()
    editor.fields.name.selectAll()
    QTest.keyClicks(editor.fields.name, "Calls solved")
    QTest.keyClick(editor.fields.name, Key.Key_Return)

    assert newcomer.shown_card()[:2] == ["Customers", "Calls solved"]
    assert newcomer.offered()[0] == "Calls solved"


def test_an_editor_that_is_left_changes_nothing(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab, Key.Key_Return)
    newcomer.editor().discard()

    assert dialog.outline.drafts[0].name == newcomer.offered()[0] == "Problems solved in one contact"


def test_somebody_whose_work_is_not_listed_begins_with_a_measure_of_their_own(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.type("My choir")
    newcomer.press(Key.Key_Return, Key.Key_End)
    assert dialog.work.works.key == OTHER_WORK
    newcomer.press(Key.Key_Return)
    assert dialog.step is dialog.work
    assert dialog.problem.text() == "Tick at least one measure, or add one of your own."

    newcomer.press(Key.Key_O, modifier=ALT)
    editor = newcomer.editor()
    assert editor.fields.to_whom.text() == "My choir"
    QTest.keyClicks(editor.fields.name, "Songs practised")
    QTest.keyClick(editor.fields.name, Key.Key_Return)
    newcomer.front(dialog)
    assert not dialog.problem.isVisible()
    newcomer.press(Key.Key_Return, modifier=CONTROL)
    newcomer.press(Key.Key_Return)

    assert newcomer.names() == ["Songs practised"]
    last = newcomer.services.undoing.next_undo()
    assert last is not None
    assert last.subject == {"starter": ""}


def test_without_a_tick_there_is_no_card(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab)
    for _ in newcomer.offered():
        newcomer.press(Key.Key_Space, Key.Key_Down)
    newcomer.press(Key.Key_Return, modifier=CONTROL)

    assert dialog.step is dialog.work
    assert dialog.problem.isVisible()
    newcomer.press(Key.Key_Space)
    assert not dialog.problem.isVisible()


def test_back_goes_back_and_everything_is_as_it_was(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.type("Callers")
    newcomer.press(Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert dialog.step is dialog.card

    newcomer.press(Key.Key_Left, modifier=ALT)
    assert dialog.work.works.key == "sales"
    newcomer.press(Key.Key_Left, modifier=ALT)

    assert dialog.question.whom.text() == "Callers"
    assert dialog.place == 0


def test_what_was_unticked_at_one_work_is_so_when_one_comes_back_to_it(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab, Key.Key_Space)
    dialog.work.works.setFocus()
    newcomer.press(Key.Key_Down, Key.Key_Up)

    assert [offer.taken for offer in dialog.outline.offers[:2]] == [False, True]


def test_the_card_stands_in_its_groups_with_what_each_measure_weighs(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)

    assert newcomer.shown_card() == [
        "Customers",
        "Problems solved in one contact",
        "Call-backs made when I promised",
        "Thank-yous heard",
        "Customers passed on to someone else",
        "Craft",
        "Let them finish before I answered",
        "Causes reported so that calls stop coming",
        "Team",
        "Answers written down for the team",
    ]
    assert dialog.card.lines.item(1).data(Qt.ItemDataRole.UserRole).right == "At least 8 · weight 3"


def test_on_the_last_step_a_measure_is_moved_by_keys_also_into_another_group(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)
    dialog.card.lines.setFocus()
    newcomer.press(Key.Key_Down, modifier=ALT)
    assert newcomer.shown_card()[1:3] == ["Call-backs made when I promised", "Problems solved in one contact"]
    for _ in range(3):
        newcomer.press(Key.Key_Down, modifier=ALT)

    assert newcomer.shown_card()[4:7] == [
        "Craft",
        "Problems solved in one contact",
        "Let them finish before I answered",
    ]
    assert dialog.card.lines.item(5).isSelected()
    newcomer.press(Key.Key_Up, modifier=ALT)
    assert newcomer.shown_card()[4] == "Problems solved in one contact"
    newcomer.press(Key.Key_Return, modifier=CONTROL)
    assert newcomer.names()[:4] == [
        "Call-backs made when I promised",
        "Thank-yous heard",
        "Customers passed on to someone else",
        "Problems solved in one contact",
    ]


def test_on_the_last_step_buttons_do_the_same(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Return)

    dialog.card.down.click()
    assert newcomer.shown_card()[2] == "Problems solved in one contact"
    dialog.card.up.click()
    assert newcomer.shown_card()[1] == "Problems solved in one contact"
    dialog.card.edit.click()

    assert newcomer.editor().fields.name.text() == "Problems solved in one contact"


def test_on_a_card_that_is_not_empty_what_finds_no_room_waits_on_the_bench(newcomer: Newcomer, choose: Choose) -> None:
    for number in range(8):
        choose(f"Measure {number}")
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return)
    assert dialog.work.count.text().startswith("6 of these will wait on the bench")

    newcomer.press(Key.Key_Return, Key.Key_Return)

    fresh = [measure for measure in newcomer.measures() if not measure.name.startswith("Measure ")]
    assert [m.name for m in fresh if m.terms[0].place is Place.CARD] == ["Problems solved in one contact"]
    assert len(fresh) == 7


def test_what_is_on_the_card_already_is_not_ticked(newcomer: Newcomer, choose: Choose) -> None:
    choose("Thank-yous heard")
    dialog = newcomer.begin()

    assert [o.draft.name for o in dialog.outline.offers if not o.taken] == ["Thank-yous heard"]


def test_everything_that_takes_the_keyboard_has_a_name(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    stops: list[QWidget] = []
    for place in range(3):
        dialog.go_to(place)
        stops += reached_by_tab(dialog)

    nameless = [stop for stop in stops if not _name_of(stop)]
    assert nameless == []
    assert {dialog.question.whom, dialog.work.works, dialog.work.offers, dialog.work.own} <= set(stops)
    assert {dialog.card.lines, dialog.card.day_end, dialog.primary, dialog.secondary, dialog.back} <= set(stops)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_tab_comes_to_the_buttons_last_and_on_with_the_primary_one(newcomer: Newcomer, place: int) -> None:
    dialog = newcomer.begin()
    dialog.go_to(place)
    dialog.step.first.setFocus()

    stops = reached_by_tab(dialog)

    assert stops[-1] is dialog.primary


def test_a_screen_reader_hears_whether_a_measure_is_ticked_and_who_is_better_off(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    newcomer.press(Key.Key_Return, Key.Key_Tab, Key.Key_Space)
    index = dialog.work.offers.currentIndex()

    assert index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Problems solved in one contact, At least 8, left out. Customers get on with their day and need not ring again"
    )


def test_the_examples_can_be_read_by_keyboard_where_there_is_little_room(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    dialog.resize(dialog.width(), 420)
    bar = dialog.question.area.verticalScrollBar()
    newcomer.qtbot.waitUntil(lambda: bar.maximum() > 0)

    newcomer.press(Key.Key_PageDown)

    assert bar.value() > 0


def test_the_point_of_a_click_outside_of_every_row_ticks_nothing(newcomer: Newcomer) -> None:
    dialog = newcomer.begin()
    dialog.work.works.choose("goldsmith")
    newcomer.press(Key.Key_Return)
    viewport = dialog.work.offers.viewport()

    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, viewport.height() - 2))

    assert all(offer.taken for offer in dialog.outline.offers)


def reached_by_tab(dialog: GuidedStart) -> list[QWidget]:
    stops: list[QWidget] = []
    while (stop := dialog.focusWidget()) not in stops:
        stops.append(stop)
        QTest.keyClick(stop, Key.Key_Tab)
    return stops


def _name_of(widget: QWidget) -> str:
    from PySide6.QtGui import QAccessible

    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
