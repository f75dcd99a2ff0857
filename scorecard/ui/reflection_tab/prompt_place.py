"""One prompt with its writing place; under the question of the day its theme, and the way to another question."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.completing.known import Known
from scorecard.ui.reflection_tab.states import PlaceState
from scorecard.ui.reflection_tab.writing_area import WritingArea
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label


class PromptPlace(QWidget):
    swap_asked = Signal()

    def __init__(self, state: PlaceState, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Label("", TextStyle.STRONG, parent=self)
        self.heading.setWordWrap(True)
        self.area = WritingArea("", known, self)
        self._theme: Label | None = None
        self.another: LinkButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(self, GAP_SMALL) - 1)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.area)
        if state.swap is not None:
            self._add_foot()
        self._state = state
        self._dress(state)
        self.area.open_with(state.text)
        self.area.textChanged.connect(self._offer_swap)

    @property
    def state(self) -> PlaceState:
        return self._state

    def show_place(self, state: PlaceState, *, afresh: bool) -> None:
        """`afresh`: another day's answer, whatever stands here now."""
        self._state = state
        self._dress(state)
        if afresh:
            self.area.open_with(state.text)
        else:
            self.area.follow(state.text)
        self._offer_swap()

    def _dress(self, state: PlaceState) -> None:
        self.heading.setText(state.heading)
        self.area.setAccessibleName(state.heading)
        self.area.setReadOnly(state.locked)
        if self._theme is not None:
            self._theme.setText(state.theme)
        self._offer_swap()

    def _offer_swap(self) -> None:
        """Another question would leave what is written without its own."""
        if self.another is not None:
            self.another.setEnabled(bool(self._state.swap) and not self.area.text.strip())

    def _add_foot(self) -> None:
        foot = QWidget(self)
        self._theme = ElidedLabel("", TextStyle.SMALL, quiet=True, parent=foot)
        self.another = LinkButton(tr("Another &question"), foot)
        self.another.clicked.connect(self.swap_asked)
        line = QHBoxLayout(foot)
        line.setContentsMargins(px(self, GAP_TINY) // 2, 0, 0, 0)
        line.addWidget(self._theme, 1)
        line.addWidget(self.another, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(foot)


def save_all(places: Iterable[PromptPlace]) -> bool:
    """Sends everything typed to the store; False when something could not be saved."""
    known = tuple(places)
    for place in known:
        place.area.save_now()
    return not any(place.area.pending for place in known)


def unsaved_in(places: Iterable[PromptPlace]) -> str:
    return "\n\n".join(place.area.text for place in places if place.area.pending)


def give_up_all(places: Iterable[PromptPlace]) -> None:
    """The user said that what is typed need not be saved."""
    for place in places:
        place.area.give_up()
