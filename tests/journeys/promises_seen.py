"""What the window shows of promises: the quick line, the lanes, the lists of a day, the table of Progress."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.ui.commitments_tab.lane import Lane
from scorecard.ui.commitments_tab.lane_list import LaneList
from scorecard.ui.commitments_tab.tab import CommitmentsTab
from scorecard.ui.main_window import MainWindow
from scorecard.ui.progress_tab.promise_table import PromiseTable
from scorecard.ui.scorecard_tab.promised_line import PromisedLineButton
from scorecard.ui.scorecard_tab.promised_list import PromisedList

Seen = dict[str, object]


def read_promises(window: MainWindow, front: QWidget) -> Seen:
    """`columns` are the promises that the arrows go through in `front`; `at` is where the keyboard is among them."""
    focus = QApplication.focusWidget()
    tab = window.findChild(CommitmentsTab)
    lists = [found for found in front.findChildren(PromisedList) if found.isVisible()]
    lanes = _lanes(tab) if not lists else []
    columns = [[line.line.item.promise.words for line in found.lines] for found in lists]
    columns += [[card.promise.words for card in lane.list.cards.cards] for lane in lanes]
    return {
        "focus": _named(focus) if focus is not None else "",
        "columns": columns,
        "at": _place(focus, lists, lanes),
        "said": _said(focus),
        "line": _line(tab) if tab is not None else {},
        "subtitle": tab.header.subtitle.text() if tab is not None and tab.isVisible() else "",
        "figures": {lane.name.text(): lane.measure.words for lane in _lanes(tab) if lane.measure.isVisible()},
        "weeks": [_rows(table) for table in window.findChildren(PromiseTable) if table.isVisible()],
    }


def where(window: MainWindow, words: str) -> Seen:
    """Where a pointer finds a card and each lane, and which lane would take the card that hangs over it."""
    tab = window.findChild(CommitmentsTab)
    lanes = _lanes(tab)
    cards = [(lane.list, row) for lane in lanes for row, card in enumerate(lane.list.cards.cards)
             if card.promise.words == words]  # fmt: skip
    return {
        "cards": [_middle(found.viewport(), found.visualRect(found.cards.index(row))) for found, row in cards],
        "lanes": {lane.name.text(): _middle(lane, lane.rect()) for lane in lanes},
        "taking": [lane.name.text() for lane in lanes if lane.is_target],
    }


def _lanes(tab: CommitmentsTab | None) -> list[Lane]:
    return list(tab.board.lanes) if tab is not None and tab.isVisible() else []


def _place(focus: QWidget | None, lists: list[PromisedList], lanes: list[Lane]) -> list[int] | None:
    for column, found in enumerate(lists):
        if focus in found.lines:
            return [column, found.lines.index(focus)]
    for column, lane in enumerate(lanes):
        if lane.list is focus:
            return [column, lane.list.currentIndex().row()]
    return None


def _said(focus: QWidget | None) -> str:
    """What is said of the promise that has the keyboard."""
    if isinstance(focus, LaneList):
        return focus.cards.words(focus.currentIndex().row()).spoken
    return focus.accessibleName() if isinstance(focus, PromisedLineButton) else ""


def _named(widget: QWidget) -> str:
    """With what it belongs to, where that has to be said."""
    name = widget.accessibleName() or str(widget.property("text") or "")
    return ", ".join(filter(None, (name, widget.accessibleDescription())))


def _line(tab: CommitmentsTab) -> Seen:
    field = tab.quick_add.field
    problem = tab.quick_add.problem
    return {
        "entered": field.hasFocus(),
        "text": field.text(),
        "reading": field.accessibleDescription(),
        "offered": list(field.offered),
        "problem": problem.text() if problem.isVisible() else "",
    }


def _rows(table: PromiseTable) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _middle(widget: QWidget, rect: QRect) -> list[int]:
    point: QPoint = widget.mapToGlobal(rect.center())
    return [point.x(), point.y()]
