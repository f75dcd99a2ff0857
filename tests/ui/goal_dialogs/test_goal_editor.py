"""Writing a goal down: by keyboard, with what the entries have come to already."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from scorecard.domain.goals import Counted, Part, PartKind, Span
from scorecard.services.services import Services
from scorecard.ui.goal_dialogs.goal_form import periods_offered, typed_target
from tests.ui.conftest import TODAY, Choose
from tests.ui.goal_dialogs.conftest import CTRL, Sitting, draft

Open = Callable[[], Sitting]


def new(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_N, modifier=CTRL)
    sitting.editor()


def test_a_goal_is_written_by_keyboard_alone(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.scoring.score(calls, TODAY, Decimal(4))
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    assert editor.fields.name.hasFocus()
    sitting.write("Calls made", editor)
    editor.fields.target.setFocus()
    sitting.write("120", editor)
    editor.fields.unit.setFocus()
    sitting.write("calls", editor)
    editor.fields.parts.setFocus()
    sitting.press(Qt.Key.Key_Down, Qt.Key.Key_Space, at=editor)
    assert editor.meaning.sentence.text().startswith("So far: 4 of 120 calls · 116 missing")
    assert "those of before today too" in editor.meaning.sentence.text()
    editor.fields.name.setFocus()
    sitting.press(Qt.Key.Key_Return, at=editor)

    (goal,) = sitting.goals()
    assert (goal.name, goal.target, goal.unit, goal.span) == (
        "Calls made", Decimal(120), "calls", Span.QUARTER,
    )  # fmt: skip
    assert goal.parts == {Part(PartKind.MEASURE, calls)}
    assert sitting.dialog.list.key == goal.id


def test_a_whole_group_is_chosen_with_one_tick(services: Services, calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    editor.fields.parts.tick(0)
    group, measure = editor.fields.parts.lines()

    assert (group.ticked, measure.within) == (True, True)
    editor.fields.parts.tick(1)  # it belongs to it with its group already
    assert editor.fields.form().parts == {Part(PartKind.GROUP, services.scoring.card().groups[0].id)}


def test_a_click_ticks(services: Services, calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    parts = sitting.editor().fields.parts
    place = parts.visualItemRect(parts.item(1)).center()
    QTest.mouseClick(parts.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [line.ticked for line in parts.lines()] == [False, True]


def test_what_is_in_the_way_is_said_beside_its_field(calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    editor.fields.target.setFocus()
    sitting.write("many", editor)
    editor.save()
    assert "name is needed" in editor.fields.name.accessibleDescription()
    assert editor.fields.name.hasFocus()

    sitting.write("Calls", editor)
    editor.save()
    assert "above zero" in editor.fields.target.accessibleDescription()
    assert sitting.goals() == []


def test_an_edited_goal_keeps_what_was_not_touched(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(
        draft("Hours", calls, counted=Counted.TIME, target=2310, perspective="Learning", key_result="KR", why="so")
    )
    sitting = sit_at_goals()
    (before,) = sitting.goals()
    sitting.press(Qt.Key.Key_Return)
    editor = sitting.editor()
    assert (editor.fields.target.text(), editor.fields.unit_words.text()) == ("38.5", "hours")
    sitting.write("Hours of calls", editor)
    sitting.press(Qt.Key.Key_Return, at=editor)

    (after,) = sitting.goals()
    assert (after.name, after.target, after.key_result, after.why, after.perspective, after.parts) == (
        "Hours of calls", before.target, "KR", "so", "Learning", before.parts,
    )  # fmt: skip


def test_a_goal_left_as_it_was_is_no_activity(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(draft("One", calls, target=None))
    sitting = sit_at_goals()
    before = services.facts().last_seq
    sitting.press(Qt.Key.Key_Return)
    sitting.editor().save()
    assert services.facts().last_seq == before


def test_escape_keeps_what_was_typed_until_it_is_pressed_again(calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    sitting.write("Calls", editor)
    sitting.press(Qt.Key.Key_Escape, at=editor)
    assert editor.isVisible()
    sitting.press(Qt.Key.Key_Escape, at=editor)
    assert not editor.isVisible()
    assert sitting.goals() == []


def test_a_year_is_chosen_and_a_quarter_of_it_again(calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    fields = sitting.editor().fields
    fields.span.setFocus()
    sitting.press(Qt.Key.Key_Right, at=sitting.editor())
    assert (fields.form().span, fields.form().first_day) == (Span.YEAR, date(2026, 1, 1))
    sitting.press(Qt.Key.Key_Left, at=sitting.editor())
    assert (fields.form().span, fields.form().first_day) == (Span.QUARTER, date(2026, 10, 1))


def test_each_way_of_counting_explains_itself_and_what_does_not_fit(choose: Choose, sit_at_goals: Open) -> None:
    choose("Calls")
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    editor.fields.counted.setFocus()
    sitting.press(Qt.Key.Key_Right, at=editor)

    assert editor.fields.counted_row.hint.text() == "Adds up times."
    assert [line.words for line in editor.fields.parts.lines()] == ["is no time"]
    assert not editor.fields.unit.isVisible()


def test_the_present_quarter_and_those_beside_it_are_offered(sit_at_goals: Open) -> None:
    locale = sit_at_goals().dialog.locale()
    words = [name for _, name in periods_offered(Span.QUARTER, TODAY, TODAY, locale)]

    assert words == [
        "Quarter 3 of 2026", "Quarter 4 of 2026, the present one", "Quarter 1 of 2027", "Quarter 2 of 2027",
    ]  # fmt: skip
    assert len(periods_offered(Span.YEAR, TODAY, date(2020, 1, 1), locale)) == 5


def test_a_stored_time_is_shown_as_it_could_have_been_typed() -> None:
    assert typed_target(Counted.TIME, Decimal(6000)) == "100"
    assert typed_target(Counted.TIME, Decimal(100)) == "1:40"
    assert typed_target(Counted.TOTAL, None) == ""


def test_no_letter_leads_to_two_places(calls: str, sit_at_goals: Open) -> None:
    sitting = sit_at_goals()
    new(sitting)
    editor = sitting.editor()
    labels = [label.text() for label in editor.findChildren(QLabel) if label.buddy() is not None]
    buttons = [button.text() for button in editor.findChildren(QAbstractButton) if button.isVisible()]
    letters = Counter(text[text.index("&") + 1].casefold() for text in (*labels, *buttons) if "&" in text)
    assert [letter for letter, count in letters.items() if count > 1] == []
