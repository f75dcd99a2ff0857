"""The prompts of a day that is being finished: what became of "tomorrow I will", the writing places, how it felt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.reflections import Adjustment
from scorecard.overriding import override
from scorecard.services.reflection_pages import ReflectionPage
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import StepArea, explanation
from scorecard.ui.finishing.writing_step import WritingStep
from scorecard.ui.reflection_tab.adjustment_block import AdjustmentBlock
from scorecard.ui.reflection_tab.felt_line import FeltLine
from scorecard.ui.reflection_tab.prompt_place import PromptPlace
from scorecard.ui.reflection_tab.states import place_state
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY, GAP_WIDE
from scorecard.ui.widgets.drawing import px

_LEAST_HEIGHT = 160
_UNDER_THE_CARET = 56
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromptsStep(WritingStep):
    """As on the Reflection tab. Enter is a new line in a writing place, and goes on to the next thing elsewhere."""

    def __init__(self, page: ReflectionPage, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("A few lines, then go home"), tr("Ne&xt: reflection"), page, desk, parent)
        self._content = QWidget(self)
        self._inner = QVBoxLayout(self._content)
        self._asked: tuple[date, ...] = tuple(one.day for one in page.asking)
        self.blocks = [self._make_block() for _ in self._asked]
        for place in page.places:
            self._add_place(self.make_place(place_state(place, page), self._content))
        self.felt = FeltLine(self._content)
        self.felt.felt.connect(lambda grade: self.do(lambda services: services.reflecting.feel(self.day, grade)))
        self._lay_out()
        self._show_blocks(page.asking)
        self.felt.show_felt(page.felt, page.grades, locked=False)
        self._order_keyboard()

    @override
    def show_page(self, page: ReflectionPage) -> None:
        for place in page.places:
            known = self.place_of(place.prompt_id)
            if known is not None:
                known.show_place(place_state(place, page), afresh=False)
        self._show_blocks(self._as_they_stand())
        self.felt.show_felt(page.felt, page.grades, locked=False)

    @property
    @override
    def first(self) -> QWidget:
        """The first thing that is not answered."""
        asked = (block.tried for block in self.blocks if not block.isHidden() and block.tried.chosen_key is None)
        empty = (place.area for place in self.places if not place.area.text.strip())
        return next(asked, None) or next(empty, None) or self._last_stop

    @property
    def _last_stop(self) -> QWidget:
        return self.felt.choice or self.felt

    def _as_they_stand(self) -> tuple[Adjustment, ...]:
        """Those that were asked about: an answer can still be changed."""
        if not self._asked:
            return ()
        found = self.desk.ask(lambda services: services.reflecting.adjustments()) or ()
        return tuple(one for one in found if one.day in self._asked)

    def _show_blocks(self, asked: Sequence[Adjustment]) -> None:
        measures = [(row.measure.id, row.measure.name) for row in self.page.page.rows]
        for place, block in enumerate(self.blocks):
            block.setVisible(place < len(asked))
            if place < len(asked):
                block.show_adjustment(asked[place], self.day, measures, asked=True)

    def _make_block(self) -> AdjustmentBlock:
        block = AdjustmentBlock(self._content)
        block.answered.connect(self._answer)
        self._inner.addWidget(block)
        return block

    def _answer(self, day: date, tried: bool, helped: bool | None, measures: tuple[str, ...]) -> None:
        self.do(
            lambda services: services.reflecting.answer_adjustment(day, tried=tried, helped=helped, measures=measures)
        )

    def _add_place(self, place: PromptPlace) -> None:
        self._inner.addWidget(place)
        place.area.caret_moved.connect(lambda: self._show_caret(place))

    def _show_caret(self, place: PromptPlace) -> None:
        area = place.area
        spot = area.viewport().mapTo(self._content, area.cursorRect().center())
        self._area.ensureVisible(spot.x(), spot.y(), 0, px(self, _UNDER_THE_CARET))

    def _lay_out(self) -> None:
        words = tr("{day}. Saved while you type; none of it has to be written.")
        self._inner.addWidget(self.felt)
        self._inner.addStretch(1)
        self._inner.setContentsMargins(0, 0, px(self, GAP_SMALL), px(self, GAP_TINY))
        self._inner.setSpacing(px(self, GAP_WIDE) - 2)
        self._area = StepArea(self._content, self)
        self._area.setMinimumHeight(px(self, _LEAST_HEIGHT))
        self.column.addWidget(explanation(words.format(day=say.say_day(self.day)), self))
        self.column.addWidget(self._area, 1)

    def _order_keyboard(self) -> None:
        chain: list[QWidget] = [stop for block in self.blocks for stop in block.stops]
        for place in self.places:
            chain += [place.area, *([place.another] if place.another is not None else [])]
        for one, other in pairwise([*chain, self._last_stop]):
            QWidget.setTabOrder(one, other)

    @override
    def come_in(self) -> None:
        """The whole of what the keyboard comes to, with its heading, where there is room."""
        first = self.first
        shown = next((part for part in (*self.blocks, *self.places) if part.isAncestorOf(first)), first)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(shown, 0, px(self, GAP_TINY)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain and self.focusWidget() is not self._last_stop:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
