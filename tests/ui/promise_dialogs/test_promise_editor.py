"""The full editor of a promise."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.level_choice import suggested
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from tests.ui.promise_dialogs.conftest import (
    NEXT_FRIDAY,
    TODAY,
    TOMORROW,
    YESTERDAY,
    Made,
    Shown,
    press,
    read,
    type_text,
)

Again = Callable[[str], Reckoned]
Open = Callable[..., PromiseEditor]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(desk: Desk, shown: Shown) -> Open:
    def opened(item: Reckoned | None = None, draft: PromiseDraft | None = None) -> PromiseEditor:
        return shown(PromiseEditor(desk, None, TODAY, item=item, draft=draft, read=read))

    return opened


@pytest.fixture
def only(services: Services) -> Callable[[], Reckoned]:
    def one() -> Reckoned:
        (item,) = services.promises.book().reckoned(TODAY)
        return item

    return one


def save(dialog: PromiseEditor) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)


def test_a_new_promise_is_typed_and_saved_by_keyboard(editor: Open, only: Callable[[], Reckoned]) -> None:
    dialog = editor()

    type_text(dialog, "Send the estimates")
    press(dialog, Qt.Key.Key_Tab)
    type_text(dialog, "Cassandra")
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Right)
    dialog.fields.due.setFocus()
    type_text(dialog, "27 nov")
    save(dialog)

    item = only()
    assert (item.promise.words, item.person, item.promise.level) == (
        "Send the estimates",
        "Cassandra",
        Level.BEST_EFFORT,
    )
    assert (item.promise.due, item.promise.made_on) == (Due.on(NEXT_FRIDAY), TODAY)
    assert dialog.promise_id == item.promise.id
    assert not dialog.isVisible()


def test_every_field_is_kept(editor: Open, only: Callable[[], Reckoned]) -> None:
    dialog = editor()
    fields = dialog.fields
    for field, words in (
        (fields.words, "Send it"), (fields.done_when, "She has it"), (fields.why, "To plan"), (fields.notes, "One"),
    ):  # fmt: skip
        QTest.keyClicks(field, words)
    QTest.keyClick(fields.notes, Qt.Key.Key_Return)
    QTest.keyClicks(fields.notes, "Two")
    QTest.mouseClick(fields.made_on.earlier, Qt.MouseButton.LeftButton)
    save(dialog)

    promise = only().promise
    assert (promise.done_when, promise.why, promise.notes) == ("She has it", "To plan", "One\nTwo")
    assert (promise.made_on, promise.due, promise.person_id) == (YESTERDAY, None, None)


def test_a_draft_begins_it(editor: Open, only: Callable[[], Reckoned]) -> None:
    dialog = editor(draft=PromiseDraft("Call back", Level.GOOD_INTENTION, Due.on(TOMORROW), "Neal"))
    assert dialog.fields.due.field.text() == "Sat 21 Nov"

    save(dialog)

    item = only()
    assert (item.promise.words, item.person, item.promise.due) == ("Call back", "Neal", Due.on(TOMORROW))


def test_words_are_needed(editor: Open, services: Services) -> None:
    dialog = editor()
    dialog.fields.why.setFocus()

    save(dialog)

    assert dialog.fields.words_row.problem.text() == "Say what you promise."
    assert dialog.fields.words.hasFocus()
    assert not services.promises.book().promises


def test_a_date_that_is_not_clear_is_not_saved(editor: Open, services: Services) -> None:
    dialog = editor()
    type_text(dialog, "Call")
    dialog.fields.due.setFocus()

    type_text(dialog, "friday")
    save(dialog)

    assert dialog.isVisible()
    assert not services.promises.book().promises


def test_somebody_known_is_not_written_down_twice(editor: Open, made: Made, services: Services) -> None:
    made(to="Cassandra Kelly")
    dialog = editor()
    type_text(dialog, "Call")
    QTest.keyClicks(dialog.fields.to_whom, "cassandra kelly")
    assert dialog.fields.person_row.hint.text() == ""
    save(dialog)

    assert [person.name for person in services.promises.book().people.present] == ["Cassandra Kelly"]


def test_somebody_new_is_said_to_be_new(editor: Open) -> None:
    dialog = editor()

    QTest.keyClicks(dialog.fields.to_whom, "Neal")

    assert dialog.fields.person_row.hint.text() == "Somebody new: will be written down as a person."


def test_the_own_record_follows_what_is_typed(editor: Open, made: Made, services: Services) -> None:
    for _ in range(5):
        services.promises.settle(made(due=YESTERDAY, to="Cassandra", days_ago=2).promise.id, Outcome.KEPT)
    dialog = editor()
    assert dialog.meaning.sentence.text() == "Commitments: 100%, 5 of 5 · to myself: none yet"

    QTest.keyClicks(dialog.fields.to_whom, "Cassandra")
    QTest.keyClicks(dialog.fields.due.field, "tomorrow")
    assert dialog.meaning.sentence.text() == (
        "Commitments: 100%, 5 of 5 · due within 2 days: 5 of 5 on time · to Cassandra: 5 of 5 on time"
    )

    QTest.mouseClick(dialog.fields.level.segments.cells[1], Qt.MouseButton.LeftButton)
    assert dialog.meaning.sentence.text().startswith("Best efforts: none yet")


# Two questions


@pytest.mark.parametrize(
    ("vital", "in_my_power", "level"),
    [
        (True, True, Level.COMMITMENT),
        (False, True, Level.BEST_EFFORT),
        (True, False, Level.GOOD_INTENTION),
        (False, False, Level.GOOD_INTENTION),
        (None, False, Level.GOOD_INTENTION),
        (None, True, None),
        (True, None, None),
        (None, None, None),
    ],
)
def test_two_answers_suggest_a_level(vital: bool | None, in_my_power: bool | None, level: Level | None) -> None:
    assert suggested(vital, in_my_power) is level


def test_the_suggestion_is_shown_and_never_forced(editor: Open) -> None:
    level = editor().fields.level
    level.ask.click()
    assert not level.questions.use.isVisible()

    QTest.keyClicks(level.questions.vital, "n")
    QTest.keyClicks(level.questions.in_my_power, "y")
    assert level.questions.suggestion.text() == "That is a best effort."
    assert level.level is Level.COMMITMENT

    level.questions.use.click()
    assert level.segments.chosen_key == Level.BEST_EFFORT
    assert level.words.text().startswith("“It's important;")


# Editing


def test_words_change_in_place(editor: Open, made: Made, again: Again) -> None:
    item = made("Send the estimates", due=TOMORROW, to="Cassandra")
    dialog = editor(item)

    dialog.fields.words.selectAll()
    type_text(dialog, "Send the plan")
    save(dialog)

    found = again(item.promise.id)
    assert (found.promise.words, found.person, found.promise.steps) == ("Send the plan", "Cassandra", ())


def test_another_date_is_said_to_be_a_move_and_recorded_as_one(editor: Open, made: Made, again: Again) -> None:
    item = made(due=TODAY)
    dialog = editor(item)
    dialog.fields.due.field.clear()

    QTest.keyClicks(dialog.fields.due.field, "27 nov")
    assert dialog.fields.due_row.hint.text() == ("A move is recorded. It was due today: the old date counts as missed.")
    save(dialog)

    assert [(move.to, move.in_time) for move in again(item.promise.id).standing.moves] == [(Due.on(NEXT_FRIDAY), False)]


def test_a_slip_of_the_same_day_is_said_to_be_no_move(editor: Open, made: Made, again: Again) -> None:
    item = made(due=NEXT_FRIDAY, days_ago=0)
    dialog = editor(item)

    next(button for button in dialog.fields.due.quick if button.text() == "Tomorrow").click()
    assert dialog.fields.due_row.hint.text() == "It was made today: this corrects the date, and is no move."
    save(dialog)

    found = again(item.promise.id)
    assert (found.promise.due, found.standing.moves) == (Due.on(TOMORROW), ())


def test_another_level_is_a_step_of_the_history(editor: Open, made: Made, again: Again) -> None:
    item = made(due=TOMORROW)
    dialog = editor(item)

    QTest.mouseClick(dialog.fields.level.segments.cells[2], Qt.MouseButton.LeftButton)
    assert dialog.fields.level_row.hint.text() == "The history will say: now a good intention."
    save(dialog)

    found = again(item.promise.id)
    assert (found.promise.level, found.standing.level) == (Level.COMMITMENT, Level.GOOD_INTENTION)


def test_one_that_is_settled_keeps_its_level_and_date_and_can_get_other_words(
    editor: Open, made: Made, services: Services, again: Again
) -> None:
    item = made(due=TOMORROW)
    services.promises.settle(item.promise.id, Outcome.KEPT)
    dialog = editor(again(item.promise.id))
    assert not dialog.fields.level.isEnabled()
    assert not dialog.fields.due.isEnabled()

    QTest.keyClicks(dialog.fields.why, "She asked")
    save(dialog)

    assert again(item.promise.id).promise.why == "She asked"


def test_nothing_changed_is_nothing_saved(editor: Open, made: Made, services: Services) -> None:
    item = made(due=TOMORROW)
    before = services.facts().last_seq
    dialog = editor(item)

    save(dialog)

    assert services.facts().last_seq == before
    assert not dialog.isVisible()


def test_a_refusal_is_said_beside_what_is_refused(editor: Open, made: Made) -> None:
    item = made(due=YESTERDAY)
    dialog = editor(item)

    dialog.fields.made_on.set_day(TODAY)
    save(dialog)

    assert dialog.fields.due_row.problem.text() == (
        "It can't be due before Friday, 20 November: choose that day or a later one."
    )
    assert dialog.isVisible()


# Leaving


def test_cancel_leaves_when_nothing_was_typed(editor: Open) -> None:
    dialog = editor()

    press(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


@pytest.mark.parametrize("again_by", ["escape", "button"])
def test_what_was_typed_is_asked_about_once(editor: Open, services: Services, again_by: str) -> None:
    dialog = editor()
    type_text(dialog, "Call")

    QTest.mouseClick(dialog.secondary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.notice.sentence.text().startswith("Discard what you typed?")

    if again_by == "escape":
        press(dialog, Qt.Key.Key_Escape)
    else:
        dialog.notice.action_buttons[0].click()
    assert not dialog.isVisible()
    assert not services.promises.book().promises


def test_one_can_go_on_after_all(editor: Open) -> None:
    dialog = editor()
    type_text(dialog, "Call")
    press(dialog, Qt.Key.Key_Escape)

    dialog.notice.action_buttons[1].click()

    assert dialog.fields.words.text() == "Call"
    assert dialog.fields.words.hasFocus()
    assert not dialog.notice.isVisible()


def test_whole_days_ago_can_be_the_day_it_was_made(editor: Open, only: Callable[[], Reckoned]) -> None:
    dialog = editor(draft=PromiseDraft("Call", Level.COMMITMENT, made_on=TODAY - timedelta(days=3)))

    save(dialog)

    assert only().promise.made_on == TODAY - timedelta(days=3)
