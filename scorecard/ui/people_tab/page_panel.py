"""The right side of People: the page of whom is chosen, in a scrolling column, or that nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.empty_states import NobodyChosen
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from scorecard.ui.people_tab.page import PersonPageView

GUTTER = 12  # for the scroll bar


class PagePanel(QWidget):
    """`person_asked`: the page of somebody else. `place_asked`: where they are named. `gone`: whom it showed was
    deleted. `back`: to the list.
    """

    person_asked = Signal(str)
    place_asked = Signal(object)
    gone = Signal()
    back_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: PersonPageView | None = None
        self._area: ScrollArea | None = None
        self.back = QuietButton(tr("‹ All people"), self)
        self.back.setAccessibleName(tr("All people"))
        self.back.setToolTip(tr("All people ({key})").format(key="Esc"))
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.nobody = NobodyChosen(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(ScrollArea(self.nobody, self.pages))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.pages, 1)

    @property
    def made(self) -> PersonPageView | None:
        """The page, if one was looked at already."""
        return self._view

    @property
    def person_id(self) -> str | None:
        return self._view.person_id if self._view is not None else None

    def open_person(self, person_id: str) -> bool:
        """False when the page stays with somebody else, of whom something could not be saved."""
        view = self._view or self._make()
        if person_id != view.person_id:
            view.show_person(person_id)
            if self._area is not None:
                self._area.verticalScrollBar().setValue(0)
        self.pages.setCurrentIndex(1 if view.person_id is not None else 0)
        return view.person_id is not None

    def close_person(self) -> None:
        """Nobody is chosen any more."""
        self.pages.setCurrentIndex(0)
        if self._view is not None:
            self._view.show_person(None)

    def start(self) -> None:
        """Puts the keyboard on the first thing of the page that takes it."""
        if self._view is None or self.pages.currentIndex() == 0:
            return
        first = next((widget for widget in _focus_chain(self._view) if _takes_keyboard(widget)), self.back)
        (first if first.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def start_at(self, table: str) -> None:
        """Puts the keyboard where the rows of a table are shown, and scrolls there once all has its place."""
        section = self._view.section_with(table) if self._view is not None else None
        if section is None:
            self.start()
            return
        first = next((widget for widget in _focus_chain(section) if _takes_keyboard(widget)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, section, lambda: self._scroll_to(section))

    def _scroll_to(self, section: QWidget) -> None:
        if self._area is not None and (content := self._area.widget()) is not None:
            top = section.mapTo(content, QPoint(0, 0)).y()
            self._area.verticalScrollBar().setValue(top - px(self, GAP_SMALL))

    def flush(self) -> bool:
        return self._view is None or self._view.flush()

    def unsaved_text(self) -> str:
        return self._view.unsaved_text() if self._view is not None else ""

    def give_up_text(self) -> None:
        if self._view is not None:
            self._view.give_up_text()

    def _make(self) -> PersonPageView:
        from scorecard.ui.people_tab.page import PersonPageView

        content = QWidget()
        self._view = view = PersonPageView(self._desk, content)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, px(self, GUTTER), px(self, GAP_SMALL))
        column.addWidget(view)
        self._area = ScrollArea(content, self.pages)
        self.pages.addWidget(self._area)
        view.person_asked.connect(self.person_asked)
        view.place_asked.connect(self.place_asked)
        view.gone.connect(self._follow_gone)
        return view

    def _follow_gone(self) -> None:
        self.pages.setCurrentIndex(0)
        self.gone.emit()


def _focus_chain(around: QWidget) -> Iterator[QWidget]:
    """What is inside, in the order of Tab."""
    widget = around.nextInFocusChain()
    while widget is not None and widget is not around:
        if around.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()
