"""The promises of a day, beside its measures. Made only when there are some: a first picture without does not wait."""

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.services.pages import DayPage
from scorecard.ui.scorecard_tab.promised_line import LINE_SIDE, WORDS_FROM
from scorecard.ui.scorecard_tab.promised_list import PromisedList
from scorecard.ui.scorecard_tab.promised_states import promised_state
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_INSET = 18


class PromisedCard(Card):
    more_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        # The lines reach further out than the heading, so that the ring of the keyboard stands clear of their words.
        inset, side = px(self, _INSET - LINE_SIDE), px(self, LINE_SIDE)
        self._heading_margins = QMargins(side, 0, side, px(self, 5))
        self._hint: Label | None = None
        self._more: LinkButton | None = None
        self._day: date | None = None
        self.list = PromisedList(self)
        self.list.hinted.connect(self._show_hint)
        self.list.moved_past.connect(self._move_past)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(inset, px(self, _INSET), inset, px(self, _INSET - 4))
        self.body.setSpacing(0)
        self.body.addWidget(self.list)

    def show_page(self, page: DayPage) -> None:
        """Goes out of sight on a day without promises."""
        other_day = page.day != self._day
        self._day = page.day
        shown = [] if other_day else [button.line.id for button in self.list.lines]
        state = promised_state(page, shown)
        if state is None:
            self.list.show_lines(())
        else:
            self.set_title(state.title, state.kept)
            self.title_label.setAccessibleName(state.spoken)
            self.list.setAccessibleName(state.spoken)
            self._show_more(state.more)
            self.list.show_lines(state.lines, afresh=other_day)
        self.setVisible(state is not None)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [*self.list.lines, *([self._more] if self._more is not None else [])]

    def _show_hint(self, hint: str) -> None:
        if self._hint is None:
            if not hint:
                return
            self._hint = self._make_hint()
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _make_hint(self) -> Label:
        hint = Label("", TextStyle.SMALL, quiet=True, parent=self)
        hint.setWordWrap(True)
        hint.setContentsMargins(px(self, LINE_SIDE), px(self, 6), px(self, LINE_SIDE), 0)
        self.body.addWidget(hint)
        return hint

    def _show_more(self, more: int) -> None:
        if self._more is None:
            if not more:
                return
            self._more = self._make_more()
        self._more.setText(tr("and %n more", "", more))
        self._more.setToolTip(tr("All promises"))
        self._more.setVisible(more > 0)

    def _make_more(self) -> LinkButton:
        button = LinkButton("", self)
        button.clicked.connect(self.more_asked)
        line = QHBoxLayout()
        line.addSpacing(px(self, WORDS_FROM - 4))
        line.addWidget(button)
        line.addStretch(1)
        self.body.insertLayout(1, line)
        return button

    def _move_past(self, direction: int) -> None:
        if direction < 0:
            self.focusNextPrevChild(False)
        elif self._more is not None and not self._more.isHidden():
            self._more.setFocus(Qt.FocusReason.TabFocusReason)
