"""Renegotiating by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import Moved
from scorecard.services.reckoning import Reckoned
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.move_dialog import MoveDialog
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


@pytest.fixture
def move(desk: Desk, shown: Shown) -> Callable[[Reckoned], MoveDialog]:
    return lambda item: shown(MoveDialog(desk, None, item, TODAY, read=read))


Move = Callable[[Reckoned], MoveDialog]


def moves(item: Reckoned) -> list[tuple[Due | None, str]]:
    return [(step.event.due, step.event.told) for step in item.promise.history if isinstance(step.event, Moved)]


def test_a_date_in_words_is_read_before_enter_moves_it(move: Move, made: Made, again: Again) -> None:
    item = made(due=TOMORROW, to="Cassandra")
    dialog = move(item)

    type_text(dialog, "27 Nov")
    assert dialog.due.reading.text().startswith("Friday, 27 November")
    assert dialog.meaning.sentence.text() == "Before it was due: an honest move."
    press(dialog, Qt.Key.Key_Return)

    found = again(item.promise.id)
    assert moves(found) == [(Due.on(NEXT_FRIDAY), "Cassandra")]
    assert found.standing.moves[0].in_time


def test_a_phrase_that_can_mean_two_days_is_not_guessed(move: Move, made: Made, again: Again) -> None:
    item = made(due=TOMORROW)
    dialog = move(item)

    type_text(dialog, "Friday")
    assert dialog.due.choices is not None
    assert [cell.text() for cell in dialog.due.choices.cells] == ["Fri 20 Nov", "Fri 27 Nov"]
    press(dialog, Qt.Key.Key_Return)
    assert moves(again(item.promise.id)) == []
    assert dialog.due.reading.text() == "This can mean more than one date: choose one."

    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert moves(again(item.promise.id)) == [(Due.on(NEXT_FRIDAY), "")]


@pytest.mark.parametrize("phrase", ["none", "No date"])
def test_none_takes_the_date_away(move: Move, made: Made, again: Again, phrase: str) -> None:
    item = made(due=TOMORROW)
    dialog = move(item)

    type_text(dialog, phrase)
    press(dialog, Qt.Key.Key_Return)

    assert again(item.promise.id).standing.due is None


@pytest.mark.parametrize(("phrase", "words"), [("", "Say a date, or “none”."), ("hmm", "This is not understood")])
def test_without_a_date_nothing_moves(move: Move, made: Made, again: Again, phrase: str, words: str) -> None:
    item = made(due=TOMORROW)
    dialog = move(item)

    type_text(dialog, phrase)
    press(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.due.reading.text().startswith(words)
    assert dialog.due.field.hasFocus()
    assert moves(again(item.promise.id)) == []


@pytest.mark.parametrize(
    ("words", "due"),
    [("Tomorrow", Due.on(TOMORROW)), ("In a week", Due.on(NEXT_FRIDAY)), ("No date", None)],
)
def test_the_usual_dates_are_one_click(move: Move, made: Made, again: Again, words: str, due: Due | None) -> None:
    item = made(due=TODAY)
    dialog = move(item)

    button = next(button for button in dialog.due.quick if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    press(dialog, Qt.Key.Key_Return)

    assert again(item.promise.id).standing.due == due


def test_told_on_an_earlier_day_it_was_moved_in_time(move: Move, made: Made, again: Again) -> None:
    item = made(due=TODAY, to="Cassandra")
    dialog = move(item)
    assert dialog.meaning.sentence.text() == "It was due today: the old date counts as missed."

    type_text(dialog, "next week")
    QTest.mouseClick(dialog.day.earlier, Qt.MouseButton.LeftButton)
    assert dialog.meaning.sentence.text() == "Before it was due: an honest move."
    dialog.told.setText("Neal")
    dialog.note.setText("She is away")
    press(dialog, Qt.Key.Key_Return)

    (step,) = again(item.promise.id).promise.history
    assert (step.day, step.event, step.note) == (
        YESTERDAY, Moved(Due.within(Span.WEEK, NEXT_FRIDAY), "Neal"), "She is away",
    )  # fmt: skip


def test_the_same_date_is_no_move(move: Move, made: Made, again: Again) -> None:
    item = made(due=TOMORROW)
    dialog = move(item)

    type_text(dialog, "tomorrow")
    press(dialog, Qt.Key.Key_Return)

    assert dialog.problem.text() == "That is how it stands already. Nothing was changed."
    assert dialog.due.field.text() == "tomorrow"
    assert moves(again(item.promise.id)) == []


def test_dates_are_read_as_the_quick_line_reads_them(desk: Desk, shown: Shown, made: Made, again: Again) -> None:
    item = made(due=TOMORROW)
    dialog = shown(MoveDialog(desk, None, item, TODAY))

    type_text(dialog, "in 7 days")
    press(dialog, Qt.Key.Key_Return)

    assert again(item.promise.id).standing.due == Due.on(NEXT_FRIDAY)


def test_whoever_was_told_is_completed_from_the_people(move: Move, made: Made) -> None:
    made(to="Cassandra Kelly")
    dialog = move(made("Call", due=TOMORROW))
    assert dialog.told.text() == ""

    completer = dialog.told.completer()
    completer.setCompletionPrefix("kel")

    assert completer.currentCompletion() == "Cassandra Kelly"
