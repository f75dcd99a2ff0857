"""What is said and drawn of touches: days and ways, whether one was present; never how many against how many."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.touches import Direction, Touch, Way
from scorecard.ui.people_tab.sections.touch_timeline import TouchTimeline
from scorecard.ui.people_tab.sections.touch_words import MOST_STACKED, marks_of, say_marks, touch_line
from tests.ui.conftest import TODAY

_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED


def touch(
    ago: int, direction: Direction = _GIVEN, present: bool | None = None, note: str = "", way: Way = Way.TALKED
) -> Touch:
    return Touch(f"t{ago}", "ana", TODAY - timedelta(days=ago), way, direction, present, note)


def test_a_line_says_when_how_long_ago_how_and_whether_one_was_present() -> None:
    line = touch_line(touch(8, _RECEIVED, present=False, note="About the rollout"), TODAY)
    assert (line.aside, line.words, line.below) == (
        "Thu 12 Nov, 8 day(s) ago · Talked, received", "About the rollout", "Not quite present"
    )  # fmt: skip


def test_without_a_note_how_it_was_is_what_the_line_says() -> None:
    line = touch_line(touch(0, way=Way.MET), TODAY)
    assert (line.aside, line.words, line.below) == ("Fri 20 Nov, today", "Met", "")


def test_what_is_not_said_is_not_drawn_as_no() -> None:
    hollow = [mark.hollow for mark in marks_of([touch(3, present=None), touch(2, present=True)], TODAY)]
    assert hollow == [False, False]
    assert [mark.hollow for mark in marks_of([touch(1, present=False)], TODAY)] == [True]


def test_marks_go_back_half_a_year_and_a_full_day_is_not_piled_up() -> None:
    busy = [touch(1) for _ in range(MOST_STACKED + 40)]
    marks = marks_of([*busy, touch(200), touch(100, _RECEIVED)], TODAY)
    assert [mark.direction for mark in marks] == [_RECEIVED, *[_GIVEN] * MOST_STACKED]
    assert [mark.place for mark in marks[1:]] == [0, 1, 2]
    assert marks[-1].words.endswith("and 40 more")


def test_a_screen_reader_hears_days_and_no_sums() -> None:
    said = say_marks(marks_of([touch(day) for day in range(1, 9)] + [touch(2, _RECEIVED)], TODAY), TODAY)
    assert said.startswith("Given: Thu 19 Nov, Wed 18 Nov")
    assert said.endswith(" …. Received: Wed 18 Nov")


def test_given_stands_above_the_line_received_below_and_a_mark_tells_its_day(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    drawing = TouchTimeline(host)
    drawing.resize(300, drawing.sizeHint().height())
    drawing.show_touches([touch(8, note="About the rollout"), touch(80, _RECEIVED, present=False)], TODAY)
    received, given = drawing.marks
    assert drawing.spot_of(given).y() < drawing.spot_of(received).y()
    assert drawing.spot_of(received).x() < drawing.spot_of(given).x()
    assert drawing.say_at(drawing.spot_of(given)) == "Thu 12 Nov · Talked · About the rollout"
    assert drawing.say_at(drawing.spot_of(received)) == "Tue 1 Sept · Talked, received · not quite present"
    assert drawing.say_at(QPointF(150, 0)) == ""
    assert not drawing.grab().isNull()


def test_with_nothing_to_draw_there_is_no_drawing(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    drawing = TouchTimeline(host)
    drawing.show_touches([Touch("t", "ana", date(2020, 1, 1), Way.MET)], TODAY)
    assert drawing.isHidden()
