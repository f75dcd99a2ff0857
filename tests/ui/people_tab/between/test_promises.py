"""Promises between the user and somebody: made in a line, settled by the keys of the cards, theirs as well."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from scorecard.domain.between import OwedOutcome
from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.people_tab.sections.owed_dialog import OwedDialog
from scorecard.ui.people_tab.sections.promises import PromisesSection
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from tests.ui.people_tab.between.conftest import Open, Reader, below, words_of

_Key = Qt.Key
_Shift = Qt.KeyboardModifier.ShiftModifier
FRIDAY = date(2026, 11, 27)


def promise(services: Services, ana: str, words: str, due: date | None = None, level: Level = Level.COMMITMENT) -> str:
    when = Due.on(due) if due is not None else None
    return services.promises.make(PromiseDraft(words, level, when, "Ana López", ana, made_on=date(2026, 11, 1)))


@pytest.fixture
def reader(read: Open) -> Reader:
    return read(PromisesSection)


@pytest.fixture
def section(reader: Reader) -> PromisesSection:
    return reader.section(PromisesSection)


def test_enter_makes_a_promise_to_them_as_the_line_below_reads_it(reader: Reader, section: PromisesSection) -> None:
    section.adding.field.setFocus()
    reader.type("Send the estimates by 27 Nov !commitment")
    assert section.adding.reading.text() == "Send the estimates · Commitment · Fri 27 Nov"

    reader.press(_Key.Key_Return)

    (made,) = reader.stored.promises.open
    assert (made.promise.words, made.standing.level) == ("Send the estimates", Level.COMMITMENT)
    assert made.promise.person_id == reader.view.person_id
    assert below(section.open) == ["Commitment · due Fri 27 Nov"]
    assert section.adding.field.text() == ""
    assert section.adding.reading.isHidden()
    reader.undo()
    assert section.open.lines == ()


def test_k_keeps_and_o_reopens(services: Services, ana: str, reader: Reader, section: PromisesSection) -> None:
    promise(services, ana, "Send the estimates", FRIDAY)
    reader.go_to(section.open)
    reader.press(_Key.Key_K)

    assert reader.stored.promises.settled[0].standing.outcome is Outcome.KEPT
    assert (section.open.lines, section.settled.isVisible()) == ((), False)
    section.fold.click()
    reader.go_to(section.settled)
    reader.press(_Key.Key_O)
    assert words_of(section.open) == ["Send the estimates"]


def test_enter_edits_and_the_menu_offers_what_the_cards_do(
    services: Services, ana: str, reader: Reader, section: PromisesSection
) -> None:
    promise(services, ana, "Send the estimates", FRIDAY)
    reader.go_to(section.open)
    section.open.show_menu(QPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().split("\t")[-1] for action in menu.actions() if action.text()][:4] == ["K", "L", "R", "B"]
    menu.close()
    reader.press(_Key.Key_Return)
    assert isinstance(reader.front(), PromiseEditor)


def test_in_full_goes_on_with_what_is_typed(reader: Reader, section: PromisesSection) -> None:
    section.adding.field.setFocus()
    reader.type("Send the estimates")
    section.in_full.click()
    editor = reader.front()
    assert isinstance(editor, PromiseEditor)
    assert section.adding.field.text() == "Send the estimates"

    editor.primary.click()

    assert words_of(section.open) == ["Send the estimates"]
    assert section.adding.field.text() == ""


def test_the_record_is_said_at_each_level_with_its_n(services: Services, ana: str, section: PromisesSection) -> None:
    for number in range(6):
        services.promises.settle(promise(services, ana, f"p{number}", date(2026, 11, 20)), Outcome.KEPT)
    kept = promise(services, ana, "tried", date(2026, 11, 20), Level.BEST_EFFORT)
    services.promises.settle(kept, Outcome.KEPT, effort=8)

    assert section.record.text() == "Commitments: 100%, 6 of 6\nBest efforts: too few to say, 1 of 1"


def test_what_they_promised_is_added_in_one_line_with_its_day(reader: Reader, section: PromisesSection) -> None:
    theirs = section.theirs
    theirs.adding.field.setFocus()
    reader.type("Name a tester by 27 Nov")
    assert theirs.adding.reading.text() == "Name a tester · due Fri 27 Nov"
    reader.press(_Key.Key_Return)
    reader.type("A licence", _Key.Key_Return)

    assert [(one.words, one.due_day) for one in reader.stored.owed] == [("Name a tester", FRIDAY), ("A licence", None)]
    assert below(theirs.lines) == ["due Fri 27 Nov · promised Fri 20 Nov", "promised Fri 20 Nov"]


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (_Key.Key_K, OwedOutcome.KEPT),
        (_Key.Key_L, OwedOutcome.LATE),
        (_Key.Key_B, OwedOutcome.BROKEN),
        (_Key.Key_X, OwedOutcome.RELEASED),
    ],
)
def test_letters_settle_what_they_promised(
    services: Services, ana: str, reader: Reader, section: PromisesSection, key: Qt.Key, outcome: OwedOutcome
) -> None:
    services.people.owed.make(ana, "Name a tester", date(2026, 11, 18), date(2026, 11, 2))
    reader.go_to(section.theirs.lines)
    reader.press(key)

    assert reader.stored.owed[0].outcome is outcome
    reader.press(_Key.Key_O)
    assert reader.stored.owed[0].open
    reader.undo()
    assert reader.stored.owed[0].outcome is outcome


def test_late_is_only_what_had_a_day_that_is_over(
    services: Services, ana: str, reader: Reader, section: PromisesSection
) -> None:
    services.people.owed.make(ana, "Name a tester", FRIDAY)
    reader.go_to(section.theirs.lines)
    reader.press(_Key.Key_L)
    assert reader.stored.owed[0].open
    assert reader.failures == []


def test_shift_k_asks_for_day_and_note(services: Services, ana: str, reader: Reader, section: PromisesSection) -> None:
    services.people.owed.make(ana, "Name a tester", made_on=date(2026, 11, 2))
    reader.go_to(section.theirs.lines)
    reader.press(_Key.Key_K, modifier=_Shift)
    reader.type("It is Grace", _Key.Key_Return)

    (owed,) = reader.stored.owed
    assert (owed.outcome, owed.note) == (OwedOutcome.KEPT, "It is Grace")
    assert section.theirs.lines.hasFocus()


def test_enter_edits_words_day_and_note(services: Services, ana: str, reader: Reader, section: PromisesSection) -> None:
    services.people.owed.make(ana, "Name a tester", FRIDAY)
    reader.go_to(section.theirs.lines)
    reader.press(_Key.Key_Return)
    dialog = reader.front()
    assert isinstance(dialog, OwedDialog)
    dialog.words.setText("Name two testers")
    dialog.due.setFocus()
    dialog.due.field.selectAll()
    reader.type("someday")
    dialog.primary.click()
    assert dialog.isVisible()  # not understood, so nothing is saved
    dialog.due.field.clear()
    reader.type("next Friday")
    dialog.due.field.clear()
    reader.type("none")
    dialog.primary.click()

    (owed,) = reader.stored.owed
    assert (owed.words, owed.due_day) == ("Name two testers", None)


def test_delete_removes_what_they_promised_and_undo_brings_it_back(
    services: Services, ana: str, reader: Reader, section: PromisesSection
) -> None:
    services.people.owed.make(ana, "Name a tester")
    reader.go_to(section.theirs.lines)
    reader.press(_Key.Key_Delete)
    assert reader.stored.owed == ()
    reader.undo()
    assert words_of(section.theirs.lines) == ["Name a tester"]


def test_of_many_the_first_five_are_shown_until_all_are_wanted(
    services: Services, ana: str, reader: Reader, section: PromisesSection
) -> None:
    for number in range(8):
        promise(services, ana, f"p{number}", date(2026, 11, 21 + number))
    latest = section.open_latest
    assert words_of(section.open) == ["p0", "p1", "p2", "p3", "p4"]
    latest.more.click()
    assert len(section.open.lines) == 8
    assert section.open.key == reader.stored.promises.open[5].promise.id
    latest.fewer.click()
    assert len(section.open.lines) == 5


def test_what_was_typed_is_added_when_one_leaves(reader: Reader, section: PromisesSection) -> None:
    section.theirs.adding.field.setFocus()
    reader.type("Name a tester")
    assert section.unsaved_text() == "Name a tester"
    assert reader.view.flush()
    assert [one.words for one in reader.stored.owed] == ["Name a tester"]


def test_with_nothing_promised_one_line_says_so(section: PromisesSection) -> None:
    assert section.hint.isVisible()
    assert section.hint.text() == "Nothing is promised, neither way."
    assert not section.record.isVisible()
    assert not section.fold.isVisible()
