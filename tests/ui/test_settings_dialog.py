"""The settings: how the window looks, when a day ends, the grades."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from scorecard.domain.grades import DEFAULT_BOUNDS, GradeScale
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.settings_dialog.dialog import SettingsDialog
from scorecard.ui.settings_dialog.grade_bounds import GradePlace, GradeProblem, bounds_of, places_of
from scorecard.ui.text_size import set_text_size, usual
from scorecard.ui.theme.theme import Theme, ThemeChoice
from scorecard.ui.theme.tokens import DARK, tokens_of
from scorecard.ui.week_start import begin_weeks_on, first_weekday
from tests.fake_clock import FixedClock

TODAY = date(2026, 11, 20)

Open = Callable[[], SettingsDialog]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    palette = qapp.palette()
    theme = Theme(qapp, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT)
    yield theme
    qapp.styleHints().unsetColorScheme()
    qapp.setPalette(palette)
    theme.deleteLater()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def open_dialog(services: Services, theme: Theme, preferences: Preferences, qtbot: QtBot) -> Open:
    def opened() -> SettingsDialog:
        desk = Desk()
        desk.attach(services)
        dialog = SettingsDialog(desk, theme, preferences)
        desk.setParent(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.search.hasFocus)
        return dialog

    return opened


def scale(services: Services) -> GradeScale:
    return services.scoring.settings().scale_on(TODAY)


def set_points(dialog: SettingsDialog, place: int, points: int) -> None:
    box = dialog.grades.table.points[place]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(points))
    QTest.keyClick(box, Qt.Key.Key_Tab)


# The bounds


def test_grades_and_places_mean_each_other() -> None:
    assert bounds_of(places_of(GradeScale())) == DEFAULT_BOUNDS
    assert len(places_of(GradeScale((("Good", 50),)))) == 10


def test_a_grade_without_a_name_is_left_out() -> None:
    places = (GradePlace("Good", 80), GradePlace("", 70), GradePlace("Fair", 60), GradePlace())

    assert bounds_of(places) == (("Good", 80), ("Fair", 60))


@pytest.mark.parametrize(
    ("places", "wrong", "words"),
    [
        ((GradePlace("A", 80), GradePlace("B", 80)), 1, "“B” has to begin below “A”: at 79 or less."),
        ((GradePlace("A", 80), GradePlace("B", 90)), 1, "“B” has to begin below “A”: at 79 or less."),
        ((GradePlace("A", 80), GradePlace("A", 70)), 1, "There is a grade “A” already."),
        ((GradePlace("A", 80), GradePlace("F", 70)), 1, "There is a grade “F” already."),
        ((GradePlace("A", 0),), 0, "From how many points on is it “A”?"),
        ((GradePlace(), GradePlace()), 0, "At least one grade needs a name."),
    ],
)
def test_grades_that_mean_no_scale_say_why(places: tuple[GradePlace, ...], wrong: int, words: str) -> None:
    with pytest.raises(GradeProblem) as raised:
        bounds_of(places)

    assert raised.value.place == wrong
    assert words in raised.value.sentence


# The dialog


def test_the_appearance_changes_at_once_and_is_remembered(
    open_dialog: Open, preferences: Preferences, qapp: QApplication
) -> None:
    dialog = open_dialog()

    QTest.keyClick(dialog.looks.appearance, Qt.Key.Key_Right)

    assert tokens_of(qapp.palette()) is DARK
    assert preferences.theme() == ThemeChoice.DARK


def test_the_day_and_its_end_are_said(open_dialog: Open) -> None:
    assert open_dialog().day.today.text() == "Now it is Friday, 20 November, until 04:00 in the night after it."


def test_a_day_ends_at_any_half_hour_until_noon(open_dialog: Open) -> None:
    dialog = open_dialog()
    choice = dialog.day.day_end

    assert choice.count() == 25
    assert (choice.itemText(0), choice.itemText(24)) == ("00:00", "12:00")


def test_an_end_between_the_half_hours_joins_the_list(open_dialog: Open, services: Services) -> None:
    services.scoring.settings()
    services.rules.set_day_end(time(3, 45))

    dialog = open_dialog()
    choice = dialog.day.day_end

    assert choice.day_end == time(3, 45)
    assert choice.itemText(choice.currentIndex() + 1) == "04:00"


def test_another_day_end_makes_it_another_day_at_once(open_dialog: Open, services: Services, clock: FixedClock) -> None:
    clock.set(clock.now().replace(day=21, hour=2))
    dialog = open_dialog()
    assert "Friday, 20 November" in dialog.day.today.text()
    dialog.day.day_end.setFocus()

    QTest.keyClick(dialog.day.day_end, Qt.Key.Key_Home)

    assert services.scoring.today() == date(2026, 11, 21)
    assert "Saturday, 21 November" in dialog.day.today.text()


def test_a_bound_is_stored_when_it_is_left(open_dialog: Open, services: Services) -> None:
    set_points(open_dialog(), 0, 99)

    assert scale(services).bounds[0] == ("A+", 99)


def test_another_bound_changes_no_grade_of_an_earlier_day(open_dialog: Open, services: Services) -> None:
    set_points(open_dialog(), 0, 99)

    assert services.scoring.settings().scale_on(date(2026, 11, 19)).bounds == DEFAULT_BOUNDS


def test_a_bound_that_does_not_fit_is_not_stored_and_keeps_the_dialog_open(
    open_dialog: Open, services: Services
) -> None:
    dialog = open_dialog()

    set_points(dialog, 1, 98)
    dialog.primary.click()

    assert dialog.grades.problem.text() == "“A” has to begin below “A+”: at 96 or less."
    assert dialog.isVisible()
    assert dialog.grades.table.points[1].hasFocus()
    assert scale(services).bounds == DEFAULT_BOUNDS


def test_grades_can_be_hidden(open_dialog: Open, services: Services) -> None:
    dialog = open_dialog()

    dialog.grades.shown.click()

    assert not scale(services).shown
    assert not dialog.grades.table.isEnabled()


def test_the_usual_grades_come_back_by_one_button(open_dialog: Open, services: Services) -> None:
    dialog = open_dialog()
    set_points(dialog, 0, 99)

    dialog.grades.default.click()

    assert scale(services).bounds == DEFAULT_BOUNDS
    assert dialog.grades.table.points[0].value() == 97


def test_looking_at_the_grades_is_no_activity(open_dialog: Open, services: Services) -> None:
    dialog = open_dialog()
    for name in dialog.grades.table.names:
        name.setFocus()
    dialog.primary.click()

    assert services.undoing.next_undo() is None


def test_an_undo_shows_in_the_open_dialog(open_dialog: Open, services: Services) -> None:
    dialog = open_dialog()
    set_points(dialog, 0, 99)

    services.undoing.undo()

    assert dialog.grades.table.points[0].value() == 97


# Looking for a setting


def found(dialog: SettingsDialog) -> set[str]:
    return {card.title_label.accessibleName() for card, _ in dialog.cards if not card.isHidden()}


@pytest.mark.parametrize(
    ("typed", "cards"),
    [
        ("dark", {"Appearance"}),
        ("zoom", {"Appearance"}),
        ("LANGUAGE", {"Language and region"}),
        ("week mon", {"Language and region"}),
        ("usb", {"Your data", "Backups"}),
        ("midnight", {"The day"}),
        ("night", {"Appearance", "The day"}),
    ],
)
def test_a_setting_is_found_by_its_words_and_by_others(open_dialog: Open, typed: str, cards: set[str]) -> None:
    dialog = open_dialog()

    QTest.keyClicks(dialog.search, typed)

    assert found(dialog) == cards


def test_what_was_found_is_marked_and_enter_goes_there(open_dialog: Open) -> None:
    dialog = open_dialog()

    QTest.keyClicks(dialog.search, "my day")
    assert [mark.text() for mark in dialog.marks.marked if isinstance(mark, QLabel)] == ["My day &ends at"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.day.day_end.hasFocus()
    assert dialog.isVisible()


def test_another_word_for_a_setting_marks_its_heading(open_dialog: Open) -> None:
    dialog = open_dialog()

    QTest.keyClicks(dialog.search, "midnight")

    assert dialog.marks.marked == (dialog.day.title_label,)


def test_where_nothing_is_called_that_it_is_said_and_escape_brings_all_back(open_dialog: Open) -> None:
    dialog = open_dialog()
    everything = found(dialog)

    QTest.keyClicks(dialog.search, "gamification")
    assert (found(dialog), dialog.nothing.isVisible()) == (set(), True)
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert (found(dialog), dialog.nothing.isVisible(), dialog.isVisible()) == (everything, False, True)
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_control_f_goes_back_to_the_search(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.day.day_end.setFocus()

    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert dialog.search.hasFocus()


def test_tab_reaches_every_control_and_scrolls_to_it(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.resize(620, 400)
    reached = set()
    for _ in range(80):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
    QApplication.processEvents()

    for control in (
        dialog.looks.appearance, dialog.looks.text_size, dialog.language.formats, dialog.language.week_start,
        dialog.day.day_end, dialog.grades.shown, dialog.store.copy, dialog.backups.choose, dialog.primary,
    ):  # fmt: skip
        assert control in reached
    dialog.backups.choose.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    corner = dialog.backups.choose.mapTo(dialog.area.viewport(), dialog.backups.choose.rect().center())
    assert dialog.area.viewport().rect().contains(corner)


def test_its_size_is_kept(open_dialog: Open, preferences: Preferences) -> None:
    dialog = open_dialog()
    dialog.resize(700, 555)
    dialog.primary.click()

    assert open_dialog().size() == QSize(700, 555)


# Text, language, folders


def test_the_size_of_text_is_set_at_once_and_follows_the_keys(
    open_dialog: Open, theme: Theme, preferences: Preferences
) -> None:
    dialog = open_dialog()
    choice = dialog.looks.text_size

    dialog.looks.larger.click()
    assert (choice.currentText(), theme.text_size, preferences.text_size()) == ("110%", 1.1, 110)
    set_text_size(theme, preferences, 200)
    assert (choice.currentText(), dialog.looks.larger.isEnabled()) == ("200%", False)
    usual(theme, preferences)
    assert choice.currentText() == "100%"


def test_another_way_to_write_dates_shows_at_once(open_dialog: Open, preferences: Preferences, qtbot: QtBot) -> None:
    before = QLocale()
    dialog = open_dialog()
    box = dialog.language.formats
    try:
        with qtbot.waitSignal(dialog.written_anew):
            box.setCurrentIndex(box.findData("en_US"))
            box.activated.emit(box.currentIndex())
        assert "11/20/26" in dialog.language.sample.text()
        assert preferences.formats() == "en_US"
        assert dialog.day.today.text().endswith("until 4:00\u202fAM in the night after it.")
    finally:
        QLocale.setDefault(before)


def test_calendars_begin_with_another_day_at_once(open_dialog: Open, preferences: Preferences, qtbot: QtBot) -> None:
    dialog = open_dialog()
    box = dialog.language.week_start
    try:
        with qtbot.waitSignal(dialog.written_anew):
            box.setCurrentIndex(box.findData("7"))
            box.activated.emit(box.currentIndex())
        assert (first_weekday(), preferences.week_start()) == (Qt.DayOfWeek.Sunday, "7")
    finally:
        begin_weeks_on("")


def test_a_language_that_comes_with_the_next_start_says_so(
    open_dialog: Open, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorecard.ui.settings_dialog.language_card.translations", lambda: ("de", "en"))
    dialog = open_dialog()
    box = dialog.language.language

    assert [box.itemText(n) for n in range(box.count())] == ["As the system", "Deutsch", "English"]
    assert not dialog.language.later.isVisible()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert preferences.language() == "de"
    assert dialog.language.later.isVisible()


def test_the_place_of_the_data_is_shown_and_copied(open_dialog: Open, services: Services, qtbot: QtBot) -> None:
    dialog = open_dialog()

    dialog.store.copy.click()

    assert QApplication.clipboard().text() == str(services.facts().path) == dialog.store.folder.text()
    with qtbot.waitSignal(dialog.move_asked):
        dialog.store.move_away.click()


def test_a_second_folder_is_kept_and_said(
    open_dialog: Open, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    assert dialog.backups.leave.isHidden()

    with qtbot.waitSignal(dialog.backups.second_chosen):
        dialog.backups.set_second(tmp_path)
    assert preferences.second_backups() == tmp_path
    assert str(tmp_path) in dialog.backups.second.text()
    dialog.backups.leave.click()
    assert preferences.second_backups() is None


def test_in_very_large_text_nothing_is_cut_off_on_a_small_screen(
    open_dialog: Open, theme: Theme, preferences: Preferences
) -> None:
    set_text_size(theme, preferences, 175)
    dialog = open_dialog()
    screen = dialog.screen().availableGeometry().width()
    page = dialog.page.minimumSizeHint().width()
    room = dialog.area.viewport().width()
    usual(theme, preferences)

    assert screen <= 800
    assert page <= room
