"""A list of painted rows: each has the words that it needs once, and the height that they need."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from scorecard.overriding import override
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.painted_list import PaintedList, PaintedRows, RowDelegate
from scorecard.ui.widgets.row_ground import paint_row_ground

_Role, _State = Qt.ItemDataRole, QStyle.StateFlag


@dataclass(frozen=True)
class Verse:
    spoken: str


class Verses(PaintedRows[str, Verse]):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.said: list[str] = []

    def show(self, *titles: str) -> None:
        self.beginResetModel()
        self._items = titles
        self._words = {}
        self.endResetModel()

    @override
    def _title_of(self, item: str) -> str:
        return item

    @override
    def _words_of(self, item: str) -> Verse:
        self.said.append(item)
        return Verse(f"{item}, spoken")


class Lines:
    """As many pixels high as the text of the view, and twice as many where a row says more than its width has."""

    def __init__(self, view: QWidget) -> None:
        self.view_height = view.fontMetrics().height()

    def height(self, words: Verse, width: int) -> int:
        return self.view_height * (2 if 10 * len(words.spoken) > width else 1)


Shown = tuple[PaintedList[str], Verses]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    around = QWidget()
    qtbot.addWidget(around)
    view: PaintedList[str] = PaintedList("Verses", around)
    rows = Verses(view)
    view.paint_rows(rows, RowDelegate(rows, view, Lines))
    rows.show("one", "two", "a verse that goes on and on")
    around.resize(240, 200)
    view.resize(240, 200)
    around.show()
    qtbot.waitExposed(around)
    yield view, rows
    around.close()  # and it lives as long as this


def test_a_row_has_a_title_and_words_for_a_screen_reader(shown: Shown) -> None:
    _, rows = shown

    assert rows.data(rows.index(1)) == "two"
    assert rows.data(rows.index(1), _Role.AccessibleTextRole) == "two, spoken"
    assert rows.data(rows.index(1), _Role.DecorationRole) is None
    assert rows.data(QModelIndex()) is None
    assert (rows.rowCount(), rows.rowCount(rows.index(0))) == (3, 0)


def test_its_words_are_made_once(shown: Shown) -> None:
    _, rows = shown
    for _ in range(3):
        rows.words(0)

    assert rows.said.count("one") == 1


def test_a_row_is_as_high_as_its_words_need(shown: Shown) -> None:
    view, rows = shown
    height = view.fontMetrics().height()

    assert [view.visualRect(rows.index(row)).height() for row in range(3)] == [height, height, 2 * height]
    view.resize(800, 200)
    view.doItemsLayout()
    assert view.visualRect(rows.index(2)).height() == height


def test_with_a_larger_font_all_is_measured_anew(shown: Shown) -> None:
    view, rows = shown
    before, step = view.visualRect(rows.index(0)).height(), view.verticalScrollBar().singleStep()
    font = view.font()
    font.setPixelSize(40)
    view.setFont(font)
    view.doItemsLayout()

    assert view.visualRect(rows.index(0)).height() == view.fontMetrics().height() > before
    assert view.verticalScrollBar().singleStep() > step


def test_one_goes_to_a_row_or_to_the_nearest_there_is(shown: Shown) -> None:
    view, rows = shown
    seen: list[str | None] = []
    for row in (1, 99, -5):
        view.go_to(row)
        seen.append(view.current)
    assert seen == ["two", "a verse that goes on and on", "one"]
    rows.show()
    view.go_to(0)
    assert view.current is None


@pytest.mark.parametrize(
    ("state", "first", "middle"),
    [
        (_State.State_Selected, "accent", "accent_soft"),
        (_State.State_MouseOver, "sunken", "sunken"),
        (_State.State_None, "", ""),
    ],
)
def test_the_current_row_is_marked_by_more_than_its_colour(
    qtbot: QtBot, state: QStyle.StateFlag, first: str, middle: str
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    with QPainter(image) as painter:
        paint_row_ground(painter, view, QRect(0, 0, 100, 20), state)
    tokens = tokens_of(view.palette())

    def expected(token: str) -> str:
        return getattr(tokens, token).casefold() if token else "#ff00ff"

    assert [image.pixelColor(x, 10).name() for x in (0, 50)] == [expected(first), expected(middle)]
