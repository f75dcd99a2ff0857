"""Editing one measure."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.meaning import say_meaning
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.measure_form import Field, MeasureForm, Rhythm, directions_for, form_of, shown_fields
from scorecard.ui.card_dialogs.measure_reading import FormProblem, Whereabouts, draft_of, terms_of
from scorecard.ui.card_dialogs.room_dialog import RoomDialog
from scorecard.ui.desk import Desk
from scorecard.ui.widgets.segments import Segments

TODAY = date(2026, 11, 20)
HERE = Whereabouts(TODAY)
THANKS = MeasureForm(name="Thank-yous heard", target="3")

Open = Callable[..., MeasureDialog]


@pytest.fixture
def open_editor(services: Services, qtbot: QtBot) -> Open:
    def opened(measure_id: str | None = None) -> MeasureDialog:
        desk = Desk()
        desk.attach(services)
        dialog = MeasureDialog(desk, None, measure_id, TODAY)
        desk.setParent(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.fields.name.hasFocus)
        return dialog

    return opened


@pytest.fixture
def german() -> Iterator[None]:
    usual = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(usual)


def measures(services: Services) -> tuple[Measure, ...]:
    return services.scoring.card().measures


def press(dialog: MeasureDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.focusWidget() or dialog, key)


def choose_segment(segments: Segments, words: str) -> None:
    cell = next(cell for cell in segments.cells if cell.text() == words)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)


def problems(dialog: MeasureDialog) -> list[str]:
    rows = dict.fromkeys(dialog.fields.rows.values())
    return [row.problem.text() for row in rows if row.problem.isVisible()]


# What is typed, and what it means


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (THANKS, "Scored on Monday to Friday: at least 3 for 100 points; 2 gives 67."),
        (replace(THANKS, target="1", rhythm=Rhythm.EVERY_DAY),
         "Scored every day: at least 1 for 100 points; 0 gives 0."),
        (replace(THANKS, rhythm=Rhythm.WEEKLY),
         "Scored once a week, on the week's total: at least 3 for 100 points; 2 gives 67."),
        (replace(THANKS, direction=Direction.AT_MOST, target="2"),
         "Scored on Monday to Friday: at most 2 for 100 points; 3 gives 50."),
        (replace(THANKS, direction=Direction.AT_MOST, target="0"),
         "Scored on Monday to Friday: none at all for 100 points, anything else for 0."),
        (replace(THANKS, direction=Direction.BETWEEN, target="3", upper="5"),
         "Scored on Monday to Friday: between 3 and 5 for 100 points; 6 gives 50."),
        (replace(THANKS, direction=Direction.BETWEEN, target="3", upper="3"),
         "Scored on Monday to Friday: exactly 3 for 100 points, anything else for 0."),
        (replace(THANKS, kind=Kind.DURATION, target="1:30"),
         "Scored on Monday to Friday: at least 1:30 h for 100 points; 45 min gives 50."),
        (replace(THANKS, kind=Kind.NUMBER, target="2.5", unit="kg"),
         "Scored on Monday to Friday: at least 2.5 kg for 100 points; 1.25 kg gives 50."),
        (replace(THANKS, kind=Kind.RATING, target="4"),
         "Scored on Monday to Friday: at least 4 for 100 points; 3 gives 75."),
        (replace(THANKS, kind=Kind.YES_NO), "Scored on Monday to Friday: yes for 100 points, no for none."),
        (replace(THANKS, direction=Direction.TALLY),
         "Counted on Monday to Friday and shown in the charts; it never changes a score."),
        (replace(THANKS, rhythm=Rhythm.CHOSEN_DAYS, weekdays=frozenset({0, 2})),
         "Scored on Mon, Wed: at least 3 for 100 points; 2 gives 67."),
    ],
)  # fmt: skip
def test_one_sentence_says_what_the_terms_mean(form: MeasureForm, sentence: str) -> None:
    assert say_meaning(terms_of(form, HERE)) == sentence


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        (replace(THANKS, name="  "), Field.NAME, "A name is needed"),
        (replace(THANKS, target=""), Field.TARGET, "Say how much"),
        (replace(THANKS, target="many"), Field.TARGET, "not a number"),
        (replace(THANKS, target="2.5"), Field.TARGET, "whole number"),
        (replace(THANKS, target="0"), Field.TARGET, "more than zero"),
        (replace(THANKS, kind=Kind.NUMBER, direction=Direction.AT_MOST, target="-1"), Field.TARGET, "less than zero"),
        (replace(THANKS, kind=Kind.DURATION, target="an hour"), Field.TARGET, "1:30"),
        (replace(THANKS, kind=Kind.DURATION, target="25:00"), Field.TARGET, "24 hours"),
        (replace(THANKS, kind=Kind.RATING, target="6"), Field.TARGET, "from 1 to 5"),
        (replace(THANKS, direction=Direction.BETWEEN, upper=""), Field.UPPER, "highest"),
        (replace(THANKS, direction=Direction.BETWEEN, upper="2"), Field.UPPER, "higher one"),
        (replace(THANKS, rhythm=Rhythm.CHOSEN_DAYS, weekdays=frozenset()), Field.WEEKDAYS, "at least one day"),
    ],
)
def test_what_is_wrong_is_said_in_words_beside_its_field(form: MeasureForm, field: Field, words: str) -> None:
    with pytest.raises(FormProblem) as raised:
        draft_of(form, HERE)

    assert raised.value.field is field
    assert words in raised.value.sentence
    assert "earlier value" not in raised.value.sentence


@pytest.mark.parametrize(
    "terms",
    [
        Terms(TODAY, Kind.COUNT, target=Decimal(3), weight=2, due=WORKING_DAYS),
        Terms(TODAY, Kind.COUNT, target=Decimal(3), unit="calls"),
        Terms(TODAY, Kind.NUMBER, Direction.BETWEEN, Decimal("1.5"), Decimal("2.25"), unit="kg", due=EVERY_DAY),
        Terms(TODAY, Kind.DURATION, Direction.AT_MOST, Decimal(90), due=frozenset({5, 6})),
        Terms(TODAY, Kind.RATING, target=Decimal(8), scale=10),
        Terms(TODAY, Kind.RATING, Direction.TALLY, scale=5, weekly=True),
        Terms(TODAY, Kind.YES_NO, weekly=True, weight=3, due=WORKING_DAYS),
        Terms(TODAY, Kind.YES_NO, Direction.TALLY),
    ],
)
def test_a_form_read_from_terms_means_those_terms(terms: Terms) -> None:
    form = form_of(Measure("m", "Name", (terms,)), terms, "Customers")

    assert terms_of(form, HERE) == terms


@pytest.mark.usefixtures("german")
def test_numbers_are_typed_and_shown_as_the_locale_writes_them() -> None:
    terms = terms_of(replace(THANKS, kind=Kind.NUMBER, target="2,5"), HERE)

    assert terms.target == Decimal("2.5")
    assert form_of(Measure("m", "Name", (terms,)), terms, "").target == "2,5"


def test_yes_or_no_and_kept_promises_have_no_most_and_no_between() -> None:
    for kind in (Kind.YES_NO, Kind.PROMISES):
        assert directions_for(kind) == (Direction.AT_LEAST, Direction.TALLY)
    for kind in set(Kind) - {Kind.YES_NO, Kind.PROMISES}:
        assert set(directions_for(kind)) == set(Direction)


def test_only_fields_that_mean_something_are_shown() -> None:
    def shown(**parts: object) -> frozenset[Field]:
        return shown_fields(replace(THANKS, **parts)) & {
            Field.TARGET, Field.UPPER, Field.UNIT, Field.SCALE, Field.WEEKDAYS, Field.WEIGHT
        }  # fmt: skip

    assert shown() == {Field.TARGET, Field.WEIGHT}
    assert shown(kind=Kind.YES_NO) == {Field.WEIGHT}
    assert shown(kind=Kind.NUMBER) == {Field.TARGET, Field.WEIGHT, Field.UNIT}
    assert shown(kind=Kind.RATING) == {Field.TARGET, Field.WEIGHT, Field.SCALE}
    assert shown(direction=Direction.BETWEEN) == {Field.TARGET, Field.UPPER, Field.WEIGHT}
    assert shown(direction=Direction.TALLY) == set()
    assert shown(rhythm=Rhythm.CHOSEN_DAYS) == {Field.TARGET, Field.WEIGHT, Field.WEEKDAYS}


# At the keyboard


def test_a_new_measure_is_typed_and_saved_by_enter(open_editor: Open, services: Services) -> None:
    dialog = open_editor()

    QTest.keyClicks(dialog.fields.name, "Problems removed")
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.fields.why, "Fewer calls")
    press(dialog, Qt.Key.Key_Return)

    (measure,) = measures(services)
    assert (measure.name, measure.why) == ("Problems removed", "Fewer calls")
    assert measure.terms == (Terms(TODAY, Kind.COUNT, target=Decimal(3), due=WORKING_DAYS),)
    assert not dialog.isVisible()


def test_enter_saves_from_a_new_group_as_well(open_editor: Open, services: Services) -> None:
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "Problems removed")
    dialog.fields.group.setFocus()

    QTest.keyClicks(dialog.fields.group, "Customers")
    press(dialog, Qt.Key.Key_Return)

    assert [group.name for group in services.scoring.card().groups] == ["Customers"]
    assert not dialog.isVisible()


def test_every_field_is_kept(open_editor: Open, services: Services) -> None:
    dialog = open_editor()
    fields = dialog.fields
    fields.name.setText("Waste saved")
    fields.to_whom.setText("The workshop")
    fields.group.setEditText("Craft")
    choose_segment(fields.kind, "Number")
    choose_segment(fields.direction.of_amounts, "Between")
    choose_segment(fields.rhythm, "Chosen days")
    choose_segment(fields.weight, "2")
    for field, typed in ((fields.target, "1.5"), (fields.upper, "3"), (fields.unit, "kg")):
        QTest.keyClicks(field, typed)
    QTest.mouseClick(fields.weekdays.buttons[4], Qt.MouseButton.LeftButton)
    dialog.more.click()
    QTest.keyClicks(fields.plan, "When I cut, then I weigh")

    dialog.save()

    (measure,) = measures(services)
    assert (measure.to_whom, measure.plan) == ("The workshop", "When I cut, then I weigh")
    assert [group.name for group in services.scoring.card().groups] == ["Craft"]
    assert measure.terms == (
        Terms(
            TODAY, Kind.NUMBER, Direction.BETWEEN, Decimal("1.5"), Decimal(3),
            unit="kg", weight=2, due=frozenset({0, 1, 2, 3}),
        ),
    )  # fmt: skip


def test_the_sentence_follows_what_is_typed(open_editor: Open) -> None:
    dialog = open_editor()
    dialog.fields.target.setFocus()
    dialog.fields.target.selectAll()

    QTest.keyClicks(dialog.fields.target, "5")

    assert dialog.meaning.sentence.text().startswith("Scored on Monday to Friday: at least 5 for 100 points")


def test_a_target_that_was_not_typed_goes_with_the_kind(open_editor: Open) -> None:
    fields = open_editor().fields

    choose_segment(fields.kind, "Time")
    assert fields.target.text() == "1:00"

    QTest.keyClicks(fields.target, "0")
    choose_segment(fields.kind, "Count")
    assert fields.target.text() == "1:000"


def test_a_missing_name_is_said_beside_it_and_the_keyboard_is_there(open_editor: Open, services: Services) -> None:
    dialog = open_editor()
    dialog.fields.target.setFocus()

    press(dialog, Qt.Key.Key_Return)

    assert problems(dialog) == ["A name is needed, so that you can tell what this is."]
    assert dialog.fields.name.hasFocus()
    assert dialog.fields.name.accessibleDescription() == problems(dialog)[0]
    assert measures(services) == ()


def test_what_was_wrong_is_no_longer_said_once_it_is_typed(open_editor: Open) -> None:
    dialog = open_editor()
    press(dialog, Qt.Key.Key_Return)

    QTest.keyClicks(dialog.fields.name, "A")

    assert problems(dialog) == []


def test_a_full_card_offers_the_bench(open_editor: Open, services: Services, choose: Callable[..., str]) -> None:
    for number in range(9):
        choose(f"Measure {number}")
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "The tenth")

    press(dialog, Qt.Key.Key_Return)
    (question,) = dialog.findChildren(RoomDialog)
    assert "room for nine measures" in question.question.text()
    QTest.keyClick(question.lines, Qt.Key.Key_Return)

    tenth = next(measure for measure in measures(services) if measure.name == "The tenth")
    assert tenth.terms[0].place is Place.BENCH
    assert not dialog.isVisible()


def test_a_full_card_may_make_room_instead(open_editor: Open, services: Services, choose: Callable[..., str]) -> None:
    for number in range(9):
        choose(f"Measure {number}")
    before = services.facts().last_seq
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "The tenth")
    press(dialog, Qt.Key.Key_Return)
    (question,) = dialog.findChildren(RoomDialog)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(question.lines, key)

    places = {measure.name: measure.terms[-1].place for measure in measures(services)}
    assert (places["The tenth"], places["Measure 0"]) == (Place.CARD, Place.BENCH)
    assert services.facts().last_seq == before + 1


def test_a_tenth_that_is_refused_is_still_in_the_editor(
    open_editor: Open, services: Services, choose: Callable[..., str]
) -> None:
    for number in range(9):
        choose(f"Measure {number}")
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "The tenth")
    press(dialog, Qt.Key.Key_Return)
    (question,) = dialog.findChildren(RoomDialog)

    QTest.keyClick(question, Qt.Key.Key_Escape)

    assert len(measures(services)) == 9
    assert (dialog.isVisible(), dialog.fields.name.text()) == (True, "The tenth")


def test_escape_leaves_at_once_when_nothing_was_typed(open_editor: Open) -> None:
    dialog = open_editor()

    press(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_escape_keeps_what_was_typed_until_it_is_pressed_again(open_editor: Open, services: Services) -> None:
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "Half a thought")

    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.notice.sentence.text()

    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert measures(services) == ()


def test_after_more_typing_escape_warns_again(open_editor: Open) -> None:
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "Half")
    press(dialog, Qt.Key.Key_Escape)

    QTest.keyClicks(dialog.fields.name, " a thought")
    press(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()


def test_cancel_is_meant(open_editor: Open, services: Services) -> None:
    dialog = open_editor()
    QTest.keyClicks(dialog.fields.name, "Half a thought")

    dialog.secondary.click()

    assert not dialog.isVisible()
    assert measures(services) == ()


# A measure that is there


def test_editing_says_that_earlier_days_keep_their_terms(
    open_editor: Open, services: Services, choose: Callable[..., str]
) -> None:
    dialog = open_editor(choose("Calls", target=3))
    hints = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Earlier days keep the terms they had." in hints

    dialog.fields.target.setFocus()
    dialog.fields.target.selectAll()
    QTest.keyClicks(dialog.fields.target, "5")
    press(dialog, Qt.Key.Key_Return)

    (calls,) = measures(services)
    assert [(terms.first_day, terms.target) for terms in calls.terms] == [
        (date(2026, 1, 1), Decimal(3)),
        (TODAY, Decimal(5)),
    ]


def test_changed_terms_can_wait_for_the_next_week(
    open_editor: Open, services: Services, choose: Callable[..., str]
) -> None:
    dialog = open_editor(choose("Calls", target=3))
    choose_segment(dialog.fields.weight, "3")

    dialog.first_day.choice.setCurrentIndex(2)
    dialog.save()

    (calls,) = measures(services)
    assert [(terms.first_day, terms.weight) for terms in calls.terms][1:] == [(date(2026, 11, 23), 3)]


def test_saving_an_unchanged_measure_is_no_activity(
    open_editor: Open, services: Services, choose: Callable[..., str]
) -> None:
    measure_id = choose("Calls", target=3)
    last = services.undoing.next_undo()

    press(open_editor(measure_id), Qt.Key.Key_Return)

    assert services.undoing.next_undo() == last


def test_a_measure_of_the_bench_stays_there_when_it_is_edited(
    open_editor: Open, services: Services, choose: Callable[..., str]
) -> None:
    measure_id = choose("Calls", target=3)
    services.cards.place(measure_id, Place.BENCH)
    dialog = open_editor(measure_id)
    choose_segment(dialog.fields.weight, "3")

    dialog.save()

    terms = measures(services)[0].terms_on(TODAY + timedelta(days=1))
    assert terms is not None
    assert (terms.place, terms.weight) == (Place.BENCH, 3)


def test_groups_and_people_that_are_known_are_offered(open_editor: Open, choose: Callable[..., str]) -> None:
    choose("Calls", group="Customers")
    choose("Reviews", group="Team")

    group = open_editor().fields.group

    assert [group.itemText(row) for row in range(group.count())] == ["Customers", "Team"]


# Everybody


def test_left_and_right_go_along_the_weekdays_and_space_turns_one(open_editor: Open) -> None:
    dialog = open_editor()
    choose_segment(dialog.fields.rhythm, "Chosen days")
    toggles = dialog.fields.weekdays
    toggles.setFocus()

    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert toggles.weekdays() == WORKING_DAYS - {2}

    press(dialog, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert toggles.weekdays() == WORKING_DAYS - {2} | {6}


def test_no_two_mnemonics_are_the_same(open_editor: Open) -> None:
    dialog = open_editor()
    dialog.more.click()
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in (dialog.primary, dialog.secondary, dialog.more)]

    letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]

    assert len(letters) == len(set(letters)) > 10


def test_every_place_the_keyboard_reaches_has_a_name(open_editor: Open) -> None:
    dialog = open_editor()
    dialog.more.click()
    QAccessible.setActive(True)
    reached: list[QWidget] = []
    place = dialog.fields.name
    while place not in reached:
        reached.append(place)
        press(dialog, Qt.Key.Key_Tab)
        place = dialog.focusWidget()

    assert len(reached) > 10
    for widget in reached:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name) or spoken.relations(QAccessible.RelationFlag.Label), widget
