"""Checking in at the keyboard: the card, the dialog and the history; the store is the witness."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.checkins import Checkin, Subject
from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.checkin_page import SeriesKey
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.reflection_tab.checkin_card import CheckinCard
from scorecard.ui.reflection_tab.checkin_dialog import CheckinDialog
from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog
from scorecard.ui.reflection_tab.checkin_slider import RatingSlider
from tests.ui.conftest import TODAY

Key = Qt.Key
LAST_WEEK = TODAY - timedelta(days=7)
VALUES = {"reliability": 8, "credibility": 8, "intimacy": 5, "character": 8, "self_orientation": 5}

Rate = Callable[..., str]
Open = Callable[[], CheckinCard]
Dialog = Callable[..., CheckinDialog]


@pytest.fixture
def rate(services: Services) -> Rate:
    def save(
        day: date = TODAY, about: Subject = Subject.ME, person: str = "", evidence: str = "", **values: int
    ) -> str:
        return services.checkins.save("trust", about, person, VALUES | values, evidence, day=day)

    return save


@pytest.fixture
def desk(services: Services, qapp: QApplication) -> Desk:
    del qapp  # it has to be there first
    desk = Desk()
    desk.attach(services)
    return desk


@pytest.fixture
def open_card(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    """It is deleted before all other windows are: a completer deletes its list itself, and must be the first to."""
    kept: list[CheckinCard] = []

    def show() -> CheckinCard:
        card = CheckinCard(desk)
        kept.append(card)
        card.resize(330, 480)
        card.show()
        qtbot.waitExposed(card)
        return card

    yield show
    for card in kept:
        card.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def front(kind: type[QWidget]) -> QWidget:
    (found,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())
    return found


@pytest.fixture
def open_dialog(open_card: Open, qtbot: QtBot) -> Dialog:
    """Presses "Check in" on the card, which may be given."""

    def show(card: CheckinCard | None = None) -> CheckinDialog:
        QTest.mouseClick((card or open_card()).start, Qt.MouseButton.LeftButton)
        dialog = front(CheckinDialog)
        assert isinstance(dialog, CheckinDialog)
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


def press(dialog: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        target: QWidget | None = dialog.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(target or dialog, key)
        else:
            QTest.keyClick(target or dialog, key)


def save_by_key(dialog: QWidget) -> None:
    target: QWidget | None = dialog.focusWidget()
    QTest.keyClick(target or dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def mine(services: Services) -> tuple[Checkin, ...]:
    return services.checkins.history("trust", Subject.ME)


def values(checkin: Checkin) -> list[int]:
    return [part.value for part in checkin.parts]


# The dialog


def test_five_digits_a_sentence_and_ctrl_enter_are_a_check_in(open_dialog: Dialog, services: Services) -> None:
    dialog = open_dialog()

    for digit in "9", "8", "6", "8", "5":
        press(dialog, digit, Key.Key_Down)
    press(dialog, "She asked me first.")
    save_by_key(dialog)

    (checkin,) = mine(services)
    assert (values(checkin), checkin.result) == ([9, 8, 6, 8, 5], Fraction(31, 5))
    assert (checkin.evidence, checkin.day) == ("She asked me first.", TODAY)
    assert not dialog.isVisible()


def test_enter_goes_on_and_saves_at_the_end(open_dialog: Dialog, services: Services) -> None:
    dialog = open_dialog()

    press(dialog, *(key for digit in "77775" for key in (digit, Key.Key_Return)), Key.Key_Return)

    assert values(mine(services)[0]) == [7, 7, 7, 7, 5]


def test_escape_keeps_nothing(open_dialog: Dialog, services: Services) -> None:
    dialog = open_dialog()

    press(dialog, "9", Key.Key_Down, "9", Key.Key_Escape)

    assert mine(services) == ()
    assert not dialog.isVisible()


def test_nothing_is_answered_before_one_answers(open_dialog: Dialog, rate: Rate) -> None:
    rate(LAST_WEEK)
    dialog = open_dialog()

    assert dialog.answers == {}
    assert dialog.note.result.text() == "–"
    assert [row.value.text() for row in dialog.ratings] == ["–"] * 5
    assert [row.beside.text() for row in dialog.ratings][:2] == ["last time 8", "last time 8"]


def test_the_result_follows_when_all_are_answered(open_dialog: Dialog, rate: Rate) -> None:
    rate(LAST_WEEK)
    dialog = open_dialog()

    press(dialog, "9", Key.Key_Down, "8", Key.Key_Down, "6", Key.Key_Down, "8")
    assert (dialog.note.result.text(), dialog.note.sum.text()) == ("–", "(9 + 8 + 6 + 8) ÷ –")

    press(dialog, Key.Key_Down, "5")
    assert (dialog.note.result.text(), dialog.note.sum.text()) == ("6.2", "(9 + 8 + 6 + 8) ÷ 5 = 6.2")
    assert dialog.note.change.text() == "▲ 0.4 since last week"
    assert dialog.note.change.accessibleName() == "up 0.4 since last week"

    press(dialog, Key.Key_Backspace)
    assert dialog.note.result.text() == "–"


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        (["0"], 10), (["3"], 3), (["37"], 7), ([Key.Key_Right], 1), ([Key.Key_Left], 10), (["4", Key.Key_Right], 5),
        (["4", Key.Key_Left], 3), (["1", Key.Key_Left], 1), (["0", Key.Key_Right], 10), ([Key.Key_Home], 1),
        ([Key.Key_End], 10), (["5", Key.Key_Delete], None), (["5", Key.Key_Backspace, Key.Key_Left], 10), (["x"], None),
        ([Key.Key_PageUp], None),
    ],
)  # fmt: skip
def test_a_slider_goes_by_keys(open_dialog: Dialog, keys: list[Qt.Key | str], rating: int | None) -> None:
    dialog = open_dialog()

    press(dialog, *keys)

    assert dialog.ratings[0].rating == rating


def test_up_and_down_go_between_whom_the_factors_and_the_evidence(open_dialog: Dialog) -> None:
    dialog = open_dialog()
    assert dialog.ratings[0].slider.hasFocus()

    press(dialog, Key.Key_Up)
    assert dialog.subject.segments.hasFocus()

    dialog.ratings[4].setFocus()
    press(dialog, Key.Key_Down)
    assert dialog.evidence.hasFocus()


def test_a_click_on_the_line_answers_and_dragging_changes_it(open_dialog: Dialog) -> None:
    slider = open_dialog().ratings[1].slider
    left, right = QPoint(2, slider.height() // 2), QPoint(slider.width() - 2, slider.height() // 2)

    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=left)
    assert slider.rating == 1

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseMove(slider, right)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=right)
    assert slider.rating == 10


def test_in_a_window_from_right_to_left_more_is_left(open_dialog: Dialog) -> None:
    dialog = open_dialog()
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    press(dialog, "4", Key.Key_Left)
    assert dialog.ratings[0].rating == 5

    slider = dialog.ratings[0].slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(2, slider.height() // 2))
    assert slider.rating == 10


def test_without_all_answers_it_says_which_is_missing_and_goes_there(open_dialog: Dialog, services: Services) -> None:
    dialog = open_dialog()

    press(dialog, "9", Key.Key_Down, "8")
    save_by_key(dialog)

    assert mine(services) == ()
    assert dialog.problem.text() == "“Intimacy” has no answer yet. The result needs all of them."
    assert dialog.ratings[2].slider.hasFocus()
    press(dialog, "6")
    assert dialog.problem.isHidden()


def test_about_a_person_it_asks_for_a_name(open_dialog: Dialog, services: Services) -> None:
    dialog = open_dialog()
    press(dialog, Key.Key_Up, Key.Key_Right)
    assert dialog.subject.name.hasFocus()

    dialog.ratings[0].setFocus()
    press(dialog, *(key for digit in "77775" for key in (digit, Key.Key_Down)))
    save_by_key(dialog)
    assert dialog.problem.text() == "Say whom it is about."
    assert dialog.subject.name.hasFocus()

    press(dialog, "Neal")
    save_by_key(dialog)
    (neal,) = services.promises.book().people.present
    assert neal.name == "Neal"
    assert len(services.checkins.history("trust", Subject.PERSON, neal.id)) == 1


def test_the_last_time_is_that_of_the_person_named(open_dialog: Dialog, rate: Rate) -> None:
    rate(LAST_WEEK, Subject.PERSON, "Neal", intimacy=2)
    rate(intimacy=7)
    dialog = open_dialog()
    assert dialog.ratings[2].beside.text() == "last time 7"

    press(dialog, Key.Key_Up, Key.Key_Right, "neal")

    assert dialog.ratings[2].beside.text() == "last time 2"


def test_a_slider_is_a_slider_to_a_screen_reader(open_dialog: Dialog, rate: Rate) -> None:
    rate(LAST_WEEK)
    slider = open_dialog().ratings[0].slider
    spoken = QAccessible.queryAccessibleInterface(slider)

    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Reliability"
    assert "10: when I say it, it is as good as done" in spoken.text(QAccessible.Text.Description)
    assert "last time 8" in spoken.text(QAccessible.Text.Description)
    value = spoken.valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (0, 0, 10)

    value.setCurrentValue(6)
    assert slider.rating == 6
    assert (value.minimumValue(), value.maximumValue()) == (1, 10)


def test_a_slider_alone_takes_no_value_off_its_scale(qtbot: QtBot) -> None:
    slider = RatingSlider("Intimacy")
    qtbot.addWidget(slider)

    for rating in (-3, 0, 11, 10**6):
        slider.rate(rating)
        assert slider.rating in (1, 10)
    slider.rate(None)
    assert slider.rating is None


def test_it_fits_a_small_screen_and_scrolls_to_where_the_keyboard_is(open_dialog: Dialog) -> None:
    dialog = open_dialog()
    dialog.resize(dialog.width(), 400)
    assert dialog.height() == 400

    press(dialog, *(key for digit in "77775" for key in (digit, Key.Key_Down)))

    shown = dialog.column.viewport().rect()
    place = dialog.evidence.mapTo(dialog.column.viewport(), dialog.evidence.rect().center())
    assert shown.contains(place)


# The card


def test_before_the_first_one_the_card_invites(open_card: Open) -> None:
    card = open_card()

    assert card.invitation.text().startswith("No check-in yet: 5 question")
    assert card.invitation.text().endswith(", one minute.")
    assert not card.result.isVisible()
    assert card.title_label.accessibleName() == "Trust check-in"
    assert card.right_label.text() == "weekly"
    assert not card.hint.isVisible()


def test_the_card_shows_the_result_its_parts_and_what_changed(open_card: Open, rate: Rate) -> None:
    rate(LAST_WEEK)
    rate(reliability=9, intimacy=6, evidence="She asked me first.")
    card = open_card()

    assert card.result.text() == "6.2"
    assert card.change.text() == "▲ 0.4 since last week"
    assert card.formula.text() == "(reliability + credibility + intimacy + character) ÷ self-orientation"
    assert [(line.name, line.value, line.was) for line in card.factors.lines] == [
        ("Reliability", 9, "8"), ("Credibility", 8, ""), ("Intimacy", 6, "5"), ("Character", 8, ""),
        ("Self-orientation", 5, ""),
    ]  # fmt: skip
    assert card.factors.lines[0].spoken == "Reliability: 9 of 10, was 8"
    assert card.evidence.text() == "“She asked me first.”"
    assert card.chart.accessibleDescription() == "Fri 13 Nov 5.8; Fri 20 Nov 6.2"


@pytest.mark.parametrize(
    ("before", "now", "words", "spoken"),
    [
        (5, 6, "▼ 1.0 since last week", "down 1.0 since last week"),
        (5, 5, "unchanged since last week", "unchanged since last week"),
        (6, 5, "▲ 1.0 since last week", "up 1.0 since last week"),
    ],
)
def test_the_change_needs_no_colour(
    open_card: Open, rate: Rate, before: int, now: int, words: str, spoken: str
) -> None:
    rate(LAST_WEEK, intimacy=6, self_orientation=before)
    rate(intimacy=6, self_orientation=now)
    card = open_card()

    assert (card.change.text(), card.change.accessibleName()) == (words, spoken)


def test_a_change_since_long_ago_names_the_day(open_card: Open, rate: Rate) -> None:
    rate(TODAY - timedelta(days=30))
    rate()

    assert open_card().change.text() == "unchanged since Wed 21 Oct"


def test_measured_reliability_stands_beside_the_self_given_one_with_its_n(
    open_card: Open, rate: Rate, services: Services
) -> None:
    rate()
    card = open_card()
    assert card.factors.lines[0].kept == ""
    assert card.factors.lines[0].kept_fully.startswith("Measured: none of the commitments")

    for number in range(5):
        day = TODAY - timedelta(days=number)
        promise = services.promises.make(PromiseDraft("Send it", Level.COMMITMENT, Due.on(day), made_on=day))
        services.promises.settle(promise, Outcome.BROKEN if number == 0 else Outcome.KEPT, day=day)

    assert card.factors.lines[0].kept == "80% kept"
    assert card.factors.lines[0].kept_fully == ("Measured: 4 of 5 commitments kept in the last 90 days, that is 80%.")
    assert [line.kept for line in card.factors.lines[1:]] == [""] * 4


def test_what_is_due_is_hinted_once_and_quietly(open_card: Open, rate: Rate) -> None:
    rate(TODAY - timedelta(days=9))
    card = open_card()
    assert card.hint.text() == "Due again since Wed 18 Nov."

    rate()
    assert not card.hint.isVisible()


def test_the_hint_names_what_is_not_shown(open_card: Open, rate: Rate) -> None:
    rate(LAST_WEEK, Subject.PERSON, "Neal")
    rate()

    assert open_card().hint.text() == "Trust: Neal is due again today."


def test_another_one_is_chosen_from_the_list(open_card: Open, rate: Rate, services: Services) -> None:
    rate(LAST_WEEK, Subject.PERSON, "Neal", intimacy=1)
    rate()
    card = open_card()
    assert [card.choice.itemText(place) for place in range(card.choice.count())] == [
        "Trust: me", "Trust: Neal", "Quality of attention: me", "Organisational trust: a team",
    ]  # fmt: skip

    card.choice.setFocus()
    QTest.keyClick(card.choice, Key.Key_Down)

    (neal,) = services.promises.book().people.present
    assert card.series is not None
    assert card.series.key == SeriesKey("trust", Subject.PERSON, neal.id)
    assert card.result.text() == "5.0"
    QTest.keyClick(card.choice, Key.Key_Down)
    assert card.invitation.isVisible()
    assert card.title_label.accessibleName() == "Quality of attention check-in"


def test_the_one_just_made_is_shown_whomever_it_is_about(
    open_card: Open, open_dialog: Dialog, rate: Rate, qtbot: QtBot
) -> None:
    rate()
    card = open_card()
    dialog = open_dialog(card)
    press(dialog, Key.Key_Up, Key.Key_Right, "Neal")
    dialog.ratings[0].setFocus()
    press(dialog, *(key for digit in "66665" for key in (digit, Key.Key_Down)))
    with qtbot.waitSignal(card.checked_in):
        save_by_key(dialog)

    assert card.series is not None
    assert card.series.person == "Neal"
    assert card.result.text() == "4.8"


def test_the_card_follows_undo(open_card: Open, rate: Rate, services: Services) -> None:
    rate(LAST_WEEK)
    rate(self_orientation=10)
    card = open_card()
    assert card.result.text() == "2.9"

    services.undoing.undo()

    assert card.result.text() == "5.8"


def test_a_hidden_card_reads_when_it_is_seen_again(open_card: Open, rate: Rate) -> None:
    card = open_card()
    card.hide()
    rate()
    assert card.series is None or card.series.latest is None

    card.show()

    assert card.result.text() == "5.8"


def test_a_card_before_the_store_is_open_fills_when_it_is(services: Services, rate: Rate, qtbot: QtBot) -> None:
    rate()
    desk = Desk()
    card = CheckinCard(desk)
    qtbot.addWidget(card)
    card.show()
    assert card.series is None

    desk.attach(services)

    assert card.result.text() == "5.8"


def test_a_broken_definition_is_one_sentence_on_the_card(open_card: Open, home: Path) -> None:
    folder = home / "data" / "checkins"
    folder.mkdir()
    (folder / "mine.toml").write_text("id = ", encoding="utf-8")

    card = open_card()

    assert card.problem.isVisible()
    assert card.problem.text() == "The check-in in “mine.toml” can't be used: it is not TOML."
    assert card.start.isEnabled()


def test_a_definition_of_one_s_own_is_checked_in_like_the_others(
    open_card: Open, open_dialog: Dialog, home: Path, services: Services
) -> None:
    folder = home / "data" / "checkins"
    folder.mkdir()
    (folder / "mine.toml").write_text(
        'id = "mine"\nname = "Energy"\ncadence = "never"\nsubjects = ["me"]\n'
        'factors = [{id = "a", name = "Sleep", one = "none", ten = "enough"},'
        ' {id = "b", name = "Noise", one = "quiet", ten = "loud", divisor = true}]\n',
        encoding="utf-8",
    )
    card = open_card()
    card.choose(SeriesKey("mine", Subject.ME))
    dialog = open_dialog(card)
    assert not dialog.subject.isVisible()

    press(dialog, "9", Key.Key_Down, "2")
    save_by_key(dialog)

    (checkin,) = services.checkins.history("mine", Subject.ME)
    assert (checkin.formula, checkin.result) == ("sleep ÷ noise", Fraction(9, 2))
    assert card.result.text() == "4.5"


def test_the_chart_names_the_nearest_day(open_card: Open, rate: Rate) -> None:
    rate(TODAY - timedelta(days=14), self_orientation=10)
    rate(LAST_WEEK)
    rate()
    chart = open_card().chart

    assert [chart.say_nearest(x) for x in (0, chart.width() // 2, chart.width())] == [
        "Fri 6 Nov: 2.9", "Fri 13 Nov: 5.8", "Fri 20 Nov: 5.8",
    ]  # fmt: skip
    low, high, _ = chart.points()
    assert low.y() > high.y()


def test_every_control_has_a_name(open_card: Open, rate: Rate) -> None:
    rate()
    card = open_card()

    for widget in (card.choice, card.start, card.chart):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


# The history


@pytest.fixture
def history(open_card: Open) -> CheckinHistoryDialog:
    QTest.keyClick(open_card().chart, Key.Key_Space)
    dialog = front(CheckinHistoryDialog)
    assert isinstance(dialog, CheckinHistoryDialog)
    return dialog


@pytest.fixture
def three(rate: Rate) -> list[str]:
    return [rate(TODAY - timedelta(days=14), self_orientation=10), rate(LAST_WEEK, evidence="Told me."), rate()]


def cells(dialog: CheckinHistoryDialog) -> list[list[str]]:
    table = dialog.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() if item else "" for item in items])
    return found


def test_the_history_has_all_results_and_their_parts(three: list[str], history: CheckinHistoryDialog) -> None:
    assert cells(history) == [
        ["Fri 20 Nov", "5.8", "0.0", "8", "8", "5", "8", "5", ""],
        ["Fri 13 Nov", "5.8", "+2.9", "8", "8", "5", "8", "5", "Told me."],
        ["Fri 6 Nov", "2.9", "", "8", "8", "5", "8", "10", ""],
    ]


def test_no_title_of_a_window_names_anybody(open_card: Open, open_dialog: Dialog, rate: Rate) -> None:
    rate(about=Subject.PERSON, person="Neal")
    card = open_card()

    assert open_dialog(card).windowTitle() == "Check-in"
    card.show_history()
    assert front(CheckinHistoryDialog).windowTitle() == "History of check-ins"


def test_the_evidence_of_the_row_is_shown_whole(three: list[str], history: CheckinHistoryDialog) -> None:
    QTest.keyClick(history.table, Key.Key_Down)

    assert history.evidence.text() == "Told me."


@pytest.mark.parametrize("by_key", [True, False])
def test_a_result_is_taken_away_and_undo_brings_it_back(
    three: list[str], history: CheckinHistoryDialog, services: Services, qtbot: QtBot, by_key: bool
) -> None:
    history.activateWindow()
    qtbot.waitUntil(history.isActiveWindow)
    history.table.selectRow(1)
    if by_key:
        QTest.keyClick(history.table, Key.Key_Delete)
    else:
        QTest.mouseClick(history.take_away, Qt.MouseButton.LeftButton)
    assert [one.id for one in mine(services)] == [three[0], three[2]]
    assert len(cells(history)) == 2

    services.undoing.undo()
    assert [one.id for one in mine(services)] == three
    assert len(cells(history)) == 3


def test_when_the_formula_changed_each_row_has_its_own(services: Services, open_card: Open, home: Path) -> None:
    folder = home / "data" / "checkins"
    folder.mkdir()
    text = (
        'id = "mine"\nname = "Energy"\ncadence = "never"\nsubjects = ["me"]\n'
        'factors = [{id = "a", name = "Sleep", one = "none", ten = "enough"},'
        ' {id = "b", name = "Noise", one = "quiet", ten = "loud", divisor = true}]\n'
    )
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    services.checkins.save("mine", Subject.ME, "", {"a": 8, "b": 2}, day=LAST_WEEK)
    (folder / "mine.toml").write_text(text.replace("Sleep", "Deep sleep"), encoding="utf-8")
    services.checkins.save("mine", Subject.ME, "", {"a": 9, "b": 2})
    card = open_card()
    card.choose(SeriesKey("mine", Subject.ME))

    card.show_history()

    dialog = front(CheckinHistoryDialog)
    assert isinstance(dialog, CheckinHistoryDialog)
    assert cells(dialog) == [
        ["Fri 20 Nov", "4.5", "+0.5", "9", "2", "", "", "deep sleep ÷ noise"],
        ["Fri 13 Nov", "4.0", "", "", "2", "8", "", "sleep ÷ noise"],
    ]
