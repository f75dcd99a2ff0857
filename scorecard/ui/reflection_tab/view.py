"""The picture of a day's reflection: header, writing places and what stands beside them, as a page says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.reflections import Adjustment
from scorecard.overriding import override
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui.completing.known import Known
from scorecard.ui.reflection_tab.adjustment_block import AdjustmentBlock
from scorecard.ui.reflection_tab.felt_line import FeltLine
from scorecard.ui.reflection_tab.memories_card import MemoriesCard
from scorecard.ui.reflection_tab.prompt_place import PromptPlace
from scorecard.ui.reflection_tab.states import PlaceState, place_state, reflection_header
from scorecard.ui.scorecard_tab.day_header import DayHeader
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_WIDE, PAGE_MARGIN, PAGE_TOP
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.scroll_area import ScrollArea

_SIDE, _NARROW_SIDE = 330, 280
_NARROW_BELOW = 1100
_STACKED_BELOW = 860
_ANY_WIDTH = (1 << 24) - 1  # Qt's own "no limit"
_CARD_GAP = 14


class ReflectionView(QWidget):
    """Subclasses answer the signals of the parts.

    `written`: a place, and the text to save. `told`: a sentence about what is written there.
    `swap_asked`: another question of the day is wanted.
    """

    written = Signal(object, str)
    told = Signal(str)
    swap_asked = Signal()
    person_asked = Signal(str)  # whose name was clicked

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: ReflectionPage | None = None
        self.places: list[PromptPlace] = []
        self.blocks: list[AdjustmentBlock] = []
        self._known = known
        self._content = QWidget()
        self._scroll = ScrollArea(self._content, self)
        self.header = DayHeader(self._content)
        self.writing = Card(parent=self._content)
        self.felt = FeltLine(self.writing)
        self.edit_prompts = LinkButton(tr("&Prompts…"), self.writing)
        self.memories = MemoriesCard(self._content)
        self.side_cards: list[QWidget] = [self.memories]
        self._asked = QVBoxLayout()
        self._answers = QVBoxLayout()
        self._side = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def follow_block(self, block: AdjustmentBlock) -> None:
        raise NotImplementedError

    def place_of(self, prompt_id: str) -> PromptPlace | None:
        return next((place for place in self.places if place.state.prompt_id == prompt_id), None)

    def add_side_card(self, card: QWidget) -> None:
        """Puts a card at the top of the column beside the writing places."""
        self._side.insertWidget(0, card)
        self.side_cards.insert(0, card)
        self._fit_width()

    def show_page(self, page: ReflectionPage, asked: Sequence[Adjustment], *, other_day: bool) -> None:
        """`asked`: what was to be done, and is asked about or was answered just now."""
        self.page = page
        self.header.show_state(reflection_header(page))
        self._show_blocks(page, asked)
        self._show_places([place_state(place, page) for place in page.places], afresh=other_day)
        self.felt.show_felt(page.felt, page.grades, locked=page.day > page.today)
        self.memories.show_memories(page.memories, page.today)
        self._order_keyboard()
        if other_day:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_blocks(self, page: ReflectionPage, asked: Sequence[Adjustment]) -> None:
        """What was written before: with its questions where it is asked about, else only to be read."""
        shown = list(asked)
        if page.greeting is not None and page.greeting.day not in {one.day for one in asked}:
            shown.insert(0, page.greeting)
        while len(self.blocks) < len(shown):
            block = AdjustmentBlock(self.writing)
            self._asked.addWidget(block)
            self.blocks.append(block)
            self.follow_block(block)
        days = {one.day for one in asked}
        measures = [(row.measure.id, row.measure.name) for row in page.page.rows]
        for place, block in enumerate(self.blocks):
            block.setVisible(place < len(shown))
            if place < len(shown):
                one = shown[place]
                block.show_adjustment(one, page.day, measures, asked=one.day in days and page.day <= page.today)
        self._asked.setContentsMargins(0, 0, 0, px(self, 4) if shown else 0)

    def _show_places(self, states: Sequence[PlaceState], *, afresh: bool) -> None:
        if [_kind(place.state) for place in self.places] != [_kind(state) for state in states]:
            self._make_places(states)
            return
        for place, state in zip(self.places, states, strict=True):
            place.show_place(state, afresh=afresh)

    def _make_places(self, states: Sequence[PlaceState]) -> None:
        for place in self.places:
            self._answers.removeWidget(place)
            place.hide()
            place.deleteLater()
        self.places = [PromptPlace(state, self._known, self.writing) for state in states]
        for place in self.places:
            self._answers.addWidget(place)
            place.area.written.connect(lambda text, place=place: self.written.emit(place, text))
            place.area.told.connect(self.told)
            place.area.caret_moved.connect(lambda place=place: self._show_caret(place))
            place.swap_asked.connect(self.swap_asked)
            place.area.opens_people = True
            place.area.person_asked.connect(self.person_asked)
            place.show()

    def _show_caret(self, place: PromptPlace) -> None:
        area = place.area
        spot = area.viewport().mapTo(self._content, area.cursorRect().center())
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, px(self, 48))

    def show_place(self, place: PromptPlace) -> None:
        """The whole of it, with its heading, where there is room."""
        self._scroll.ensureWidgetVisible(place, 0, px(self, GAP_WIDE))

    def _order_keyboard(self) -> None:
        """Tab goes down the writing places, then to what stands beside them, as the eye does."""
        chain: list[QWidget] = [stop for block in self.blocks for stop in block.stops]
        for place in self.places:
            chain += [place.area, *([place.another] if place.another is not None else [])]
        chain += [*([self.felt.choice] if self.felt.choice is not None else []), self.edit_prompts]
        chain += [stop for card in self.side_cards for stop in card.findChildren(QWidget) if self._is_stop(stop)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _is_stop(self, widget: QWidget) -> bool:
        """Tab comes to it; the list that a choice opens is a window of its own."""
        tabbed = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        return bool(tabbed) and widget.window() is self.window()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        margin = px(self, PAGE_MARGIN)
        page = QVBoxLayout(self._content)
        page.setContentsMargins(margin, px(self, PAGE_TOP), margin, margin)
        page.setSpacing(px(self, GAP_WIDE))
        page.addWidget(self.header)
        page.addLayout(self._columns, 1)
        self._fill_writing()
        self._fill_columns()

    def _fill_writing(self) -> None:
        for column in (self._asked, self._answers):
            column.setSpacing(px(self, GAP_WIDE) - 2)
        foot = QHBoxLayout()
        foot.addWidget(self.felt, 1)
        foot.addWidget(self.edit_prompts, 0, Qt.AlignmentFlag.AlignVCenter)
        body = self.writing.body
        body.setSpacing(px(self, GAP_WIDE) - 4)
        body.addLayout(self._asked)
        body.addLayout(self._answers)
        body.addStretch(1)
        body.addLayout(foot)

    def _fill_columns(self) -> None:
        self._columns.setSpacing(px(self, GAP_WIDE))
        self._side.setSpacing(px(self, _CARD_GAP))
        self._side.addWidget(self.memories)
        self._side.addStretch(1)
        self._columns.addWidget(self.writing, 1)
        self._columns.addLayout(self._side)

    def _fit_width(self) -> None:
        """Beside the places where there is room, narrower where there is less, below them where there is none."""
        stacked = self.width() < px(self, _STACKED_BELOW)
        across = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across)
        width = px(self, _NARROW_SIDE if self.width() < px(self, _NARROW_BELOW) else _SIDE)
        for card in self.side_cards:
            card.setMinimumWidth(0 if stacked else width)
            card.setMaximumWidth(_ANY_WIDTH if stacked else width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()


def _kind(state: PlaceState) -> tuple[str, bool]:
    """What a place is made for; a place for the question of the day has a foot."""
    return state.prompt_id, state.swap is not None
