"""The Progress tab: drawn seldom, walked along by keys, read out, and made without matplotlib."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from scorecard.charts.plot import Size
from scorecard.charts.week_layout import WeekLayout
from scorecard.domain.people import People
from scorecard.domain.scores import Score
from scorecard.domain.weeks import Week
from scorecard.services.checkin_page import CheckinPage
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.control_mark import stepped
from scorecard.ui.progress_tab.day_table import headings, table_rows
from scorecard.ui.progress_tab.reading import read_week
from scorecard.ui.progress_tab.sources import Sources
from scorecard.ui.progress_tab.tab import ProgressTab
from scorecard.ui.progress_tab.week_canvas import WeekCanvas
from scorecard.ui.progress_tab.wording import week_summary, week_title
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, LIGHT
from scorecard.ui.widgets.reading_table import as_tsv
from tests.sample.scored import scored

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 20)
WEEK = Week.of(TODAY)
BRITISH = QLocale("en_GB")
POINTS = (92, 78, 54, 88, 87, None, None)


def bars(week: Week = WEEK, points: tuple[int | None, ...] = POINTS) -> WeekBars:
    days = tuple(
        DayBar(
            day=day,
            points=None if number is None else Fraction(number),
            thin=False,
            from_memory=False,
            away=False,
            known=0 if number is None else 7,
            due=7,
            finished=False,
            future=day > TODAY,
        )
        for day, number in zip(week.days, points, strict=True)
    )
    known = [number for number in points if number is not None]
    mean = Fraction(sum(known), len(known)) if known else None
    return WeekBars(week, days, mean, len(known), Fraction(72), 5, Score(mean, 35, 49, 35, 49))


def with_day(of: WeekBars, n: int, **changes: object) -> WeekBars:
    days = list(of.days)
    days[n] = replace(days[n], **changes)
    return replace(of, days=tuple(days))


class Source:
    """Stands for the store; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Week] = []
        self.points = POINTS

    def __call__(self, week: Week) -> WeekBars:
        self.asked.append(week)
        return bars(week, self.points)


def sources_of(source: Source, today: Callable[[], date] = lambda: TODAY) -> Sources:
    nobody = CheckinPage(TODAY, (), (), People(), (), None)
    return Sources(
        today,
        source,
        lambda _week, _length: (),
        lambda: scored({}, TODAY),
        lambda _first, _last: {},
        lambda: nobody,
        lambda _first, _last: (),
    )


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def tab(qtbot: QtBot, source: Source) -> ProgressTab:
    """Attached and not shown yet."""
    made = ProgressTab()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1180, 420)
    made.attach(sources_of(source))
    return made


@pytest.fixture
def canvas(tab: ProgressTab, qtbot: QtBot) -> WeekCanvas:
    """Of a tab that is shown, its first picture drawn."""
    with qtbot.waitSignal(tab.cards.week.canvas.drawn, timeout=20_000):
        tab.show()
    return tab.cards.week.canvas


@pytest.fixture
def pictures(canvas: WeekCanvas) -> list[str]:
    """Grows with each picture that matplotlib draws."""
    drawn: list[str] = []
    canvas.drawn.connect(lambda: drawn.append("drawn"))
    return drawn


def settled(qtbot: QtBot, canvas: WeekCanvas) -> None:
    qtbot.waitUntil(lambda: not canvas._settle.isActive())
    QApplication.processEvents()


def place_of(canvas: WeekCanvas, n: int) -> QPoint:
    return QPoint(round(canvas._chart.layout.centre(n)), canvas.height() // 2)


def focus(canvas: WeekCanvas, qtbot: QtBot) -> None:
    canvas.window().activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


def test_the_tab_is_made_and_shown_without_matplotlib() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from scorecard.ui.progress_tab.tab import ProgressTab\n"
        "app = QApplication([])\n"
        "tab = ProgressTab()\n"
        "tab.show()\n"
        "app.processEvents()\n"
        "sys.exit(bool({'matplotlib', 'numpy'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60, stderr=-3).returncode == 0


def test_before_there_are_numbers_the_card_says_that_it_is_loading(qtbot: QtBot) -> None:
    tab = ProgressTab()
    qtbot.addWidget(tab)
    tab.show()
    assert tab.cards.week.face is Face.LOADING
    assert tab.week is None
    assert not tab.header.back.isEnabled()


def test_nothing_is_read_or_drawn_while_the_tab_is_hidden(tab: ProgressTab, source: Source) -> None:
    tab.follow(None)
    tab.show_week(WEEK.previous)
    QApplication.processEvents()
    assert source.asked == []
    assert tab.cards.week.canvas._image is None


def test_a_burst_of_changes_is_drawn_once(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], source: Source, qtbot: QtBot
) -> None:
    for number in (10, 20, 30):
        source.points = (number, *POINTS[1:])
        tab.follow(frozenset({MONDAY}))
        QApplication.processEvents()
    with qtbot.waitSignal(canvas.drawn):
        pass
    settled(qtbot, canvas)
    assert pictures == ["drawn"]
    assert canvas._chart._picture.bars[0].value == "30"


def test_a_change_of_other_days_draws_no_new_picture(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], qtbot: QtBot
) -> None:
    tab.follow(frozenset({MONDAY - timedelta(days=8)}))
    qtbot.waitUntil(lambda: tab.filled)
    settled(qtbot, canvas)
    assert pictures == []


def test_a_change_that_touches_no_day_is_not_even_read(tab: ProgressTab, canvas: WeekCanvas, source: Source) -> None:
    source.asked.clear()
    tab.follow(frozenset())
    QApplication.processEvents()
    assert source.asked == []


def test_what_is_written_in_front_of_it_is_read_when_it_is_next_shown(
    tab: ProgressTab, canvas: WeekCanvas, source: Source, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: tab.filled)
    source.asked.clear()
    tab.follow(frozenset({MONDAY}), when_next_shown=True)
    QApplication.processEvents()
    assert source.asked == []

    tab.hide()
    tab.show()
    assert source.asked == [WEEK]


def test_a_change_of_last_week_is_read(tab: ProgressTab, canvas: WeekCanvas, source: Source) -> None:
    source.asked.clear()
    tab.follow(frozenset({MONDAY - timedelta(days=7)}))
    QApplication.processEvents()
    assert source.asked == [WEEK]


def test_a_change_that_changes_no_number_draws_nothing(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], qtbot: QtBot
) -> None:
    tab.follow(None)
    QApplication.processEvents()
    canvas.redraw_later()
    settled(qtbot, canvas)
    assert pictures == []


def test_what_changed_while_hidden_is_drawn_when_shown_again(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], source: Source, qtbot: QtBot
) -> None:
    tab.hide()
    source.points = (10, *POINTS[1:])
    tab.follow(None)
    QApplication.processEvents()
    assert pictures == []
    tab.show()
    qtbot.waitUntil(lambda: pictures == ["drawn"])


def test_pointing_at_a_day_draws_no_new_picture(canvas: WeekCanvas, pictures: list[str], qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    for n in (1, 2):
        QTest.mouseMove(canvas, place_of(canvas, n))
        assert canvas.pointed_day == WEEK.days[n]
    assert canvas.grab().toImage() != before
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.pointed_day is None
    assert canvas.grab().toImage() == before
    assert pictures == []


def test_a_click_opens_the_day(tab: ProgressTab, canvas: WeekCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.day_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 2))
    assert chosen.args == [WEEK.days[2]]


def test_days_to_come_and_the_margins_open_nothing(tab: ProgressTab, canvas: WeekCanvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tab.day_chosen):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 5))
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))


def test_keys_walk_along_the_days_and_enter_opens_one(tab: ProgressTab, canvas: WeekCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    assert canvas.cursor_day == TODAY
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(canvas, key)
        walked.append(canvas.cursor_day)
    assert walked == [WEEK.days[n] for n in (3, 0, 0, 1, 6)]
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    with qtbot.waitSignal(tab.day_chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY]


def test_from_right_to_left_the_left_key_goes_to_later_days() -> None:
    mirrored = WeekLayout(Size(900, 236), mirrored=True).places
    assert stepped(Qt.Key.Key_Left, 3, mirrored) == 4
    assert stepped(Qt.Key.Key_Right, 3, mirrored) == 2
    assert stepped(Qt.Key.Key_Up, 3, mirrored) is None


def test_from_right_to_left_monday_is_at_the_right(tab: ProgressTab, qtbot: QtBot) -> None:
    tab.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(tab.cards.week.canvas.drawn, timeout=20_000):
        tab.show()
    canvas = tab.cards.week.canvas
    assert place_of(canvas, 0).x() > place_of(canvas, 6).x()
    with qtbot.waitSignal(tab.day_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 0))
    assert chosen.args == [MONDAY]


def test_the_chart_and_the_day_under_the_cursor_are_read_out(canvas: WeekCanvas, qtbot: QtBot) -> None:
    seen = QAccessible.queryAccessibleInterface(canvas)
    assert seen.text(QAccessible.Text.Name) == "Day by day, Week 47 · 16–22 November"
    assert "last week 72" in seen.text(QAccessible.Text.Description)
    focus(canvas, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert seen.text(QAccessible.Text.Description).startswith("Tue 17 November · 78 · 7 of 7. ")


def test_the_chart_takes_on_the_colours_of_a_new_palette(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], qtbot: QtBot
) -> None:
    tab.setPalette(palette_of(DARK))
    qtbot.waitUntil(lambda: pictures == ["drawn"])
    assert canvas.grab().toImage().pixelColor(1, canvas.height() // 2).name() == DARK.surface
    assert canvas.palette().color(QPalette.ColorRole.Base).name() == DARK.surface


def test_a_resized_chart_is_drawn_once_at_its_new_size(
    tab: ProgressTab, canvas: WeekCanvas, pictures: list[str], qtbot: QtBot
) -> None:
    for width in (1000, 950, 900):
        tab.resize(width, 420)
    qtbot.waitUntil(lambda: bool(pictures))
    settled(qtbot, canvas)
    assert pictures == ["drawn"]
    assert canvas._image.width() == canvas.width()


def test_no_timer_runs_when_idle(tab: ProgressTab, canvas: WeekCanvas, qtbot: QtBot) -> None:
    settled(qtbot, canvas)
    assert not canvas._settle.isActive()
    assert not tab._settle.isActive()


def test_the_buttons_go_to_the_weeks_beside_and_not_beyond_the_present(
    tab: ProgressTab, canvas: WeekCanvas, source: Source
) -> None:
    header = tab.header
    assert (header.back.isEnabled(), header.home.isVisible(), header.on.isEnabled()) == (True, False, False)
    header.back.click()
    QApplication.processEvents()
    assert tab.week == WEEK.previous
    assert header.span.text() == "Week 46 · 9–15 November"
    assert header.on.isEnabled()
    header.back.click()
    header.on.click()
    header.home.click()
    QApplication.processEvents()
    assert tab.week == WEEK
    tab.show_week(WEEK.next)
    assert tab.week == WEEK


def test_the_present_week_moves_on_with_the_calendar(qtbot: QtBot, source: Source) -> None:
    days = [TODAY]
    tab = ProgressTab()
    qtbot.addWidget(tab)
    tab.attach(sources_of(source, lambda: days[-1]))
    days.append(WEEK.next.monday)
    assert tab.week == WEEK.next


def test_a_week_without_a_score_says_so_and_offers_a_day(tab: ProgressTab, source: Source, qtbot: QtBot) -> None:
    source.points = (None,) * 7
    tab.show()
    assert tab.cards.week.face is Face.EMPTY
    assert tab.cards.week.right_label.text() == "no day scored yet"
    assert tab.cards.week.canvas._image is None
    with qtbot.waitSignal(tab.day_chosen) as chosen:
        tab.cards.week.open_button.click()
    assert chosen.args == [TODAY]


def test_the_same_numbers_stand_in_a_table_that_can_be_copied(tab: ProgressTab, canvas: WeekCanvas) -> None:
    card = tab.cards.week
    assert card.toggle.accessibleName() == "Show as table"
    card.toggle.click()
    assert card.face is Face.TABLE
    assert card.table.horizontalHeaderItem(1).text() == "Score"
    card.table.selectRow(1)
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Day\tScore\tScored measures\tRemarks\nTue 17 November\t78\t7 of 7\t"
    card.toggle.click()
    assert card.face is Face.CHART


def test_every_control_has_a_name(tab: ProgressTab, canvas: WeekCanvas) -> None:
    for widget in (*tab.findChildren(type(tab.header.back)), *tab.findChildren(type(tab.header.home)), canvas):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_legend_of_hollow_bars_is_there_when_one_is(tab: ProgressTab, canvas: WeekCanvas, source: Source) -> None:
    legend: QLabel = tab.cards.week.legend
    assert not legend.isVisible()
    tab.cards.week.show_bars(with_day(bars(), 1, from_memory=True), TODAY, BRITISH)
    assert legend.isVisible()


@pytest.mark.parametrize(
    ("monday", "title"),
    [
        (date(2026, 11, 16), "Week 47 · 16–22 November"),
        (date(2026, 11, 30), "Week 49 · 30 November – 6 December"),
        (date(2025, 11, 17), "Week 47 · 17–23 November 2025"),
        (date(2026, 12, 28), "Week 53 · 28 December 2026 – 3 January 2027"),
    ],
)
def test_a_week_is_called_by_its_number_and_days(monday: date, title: str) -> None:
    assert week_title(Week(monday), TODAY, BRITISH) == title


def test_a_week_is_called_in_the_figures_and_names_of_the_locale() -> None:
    assert "16–22 novembre" in week_title(WEEK, TODAY, QLocale("fr_FR"))
    assert "١٦–٢٢ نوفمبر" in week_title(WEEK, TODAY, QLocale("ar_EG"))


@pytest.mark.parametrize(
    ("last", "last_n", "said"),
    [
        (72, 5, "8 point"),
        (72, 3, "(3 day"),
        (90, 5, "10 point"),
        (80, 5, "as last week"),
    ],
)
def test_the_summary_says_how_many_days_and_how_they_compare(last: int, last_n: int, said: str) -> None:
    of_week = replace(bars(), last_mean=Fraction(last), last_n=last_n)
    parts = week_summary(of_week, BRITISH).split(" · ")
    assert parts[0].startswith("5 day")
    assert parts[1] == "best Monday"
    assert said in parts[2]


def test_the_summary_compares_nothing_with_an_empty_week() -> None:
    assert "last week" not in week_summary(replace(bars(), last_mean=None, last_n=0), BRITISH)


def test_a_day_says_why_it_is_hollow_or_missing() -> None:
    of_week = with_day(with_day(bars(), 1, thin=True, known=2), 2, from_memory=True)
    of_week = with_day(with_day(of_week, 3, points=None, away=True), 4, points=None)
    said = read_week(of_week, BRITISH).sentences
    assert said[0] == "Mon 16 November · 92 · 7 of 7"
    assert said[1] == "Tue 17 November · 78 · 2 of 7 · too little for a score"
    assert said[2] == "Wed 18 November · 54 · 7 of 7 · from memory"
    assert said[3] == "Thu 19 November · away"
    assert said[4] == "Fri 20 November · not scored"
    assert said[5] == "Sat 21 November"


def test_the_table_ends_with_the_means_and_the_week_score() -> None:
    rows = table_rows(bars(), BRITISH)
    assert [row[:3] for row in rows[7:]] == [
        ("Mean of the week", "80", ""),
        ("Mean of last week", "72", ""),
        ("Week score", "80", "35 of 49"),
    ]
    assert as_tsv(headings(), [("a\tb", "1", "", "")]).splitlines()[1] == "a b\t1\t\t"


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_picture_has_a_pixel_for_each_of_the_device(canvas: WeekCanvas, ratio: float) -> None:
    pixels = canvas.draw_chart(Size(800, 236, ratio))
    assert pixels is not None
    assert pixels.shape == (236 * ratio, 800 * ratio, 4)
