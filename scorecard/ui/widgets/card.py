"""The rounded panel on which everything lies, with an optional heading."""

from PySide6.QtCore import QMargins
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, RADIUS_CARD, tokens_of
from scorecard.ui.widgets.drawing import box, px, smooth
from scorecard.ui.widgets.label import ElidedLabel, SectionLabel

_PANEL_INSET = 18
_ROWS_INSET = 3
_ROWS_BOTTOM = 5
_ROWS_HEADING = QMargins(14, 10, 14, 8)


class Card(QFrame):
    """Put things into `body`, and into `heading` after its words.

    `rows=True`: the body reaches the edges, so that a row can be marked over the width.
    """

    def __init__(self, title: str = "", right: str = "", *, rows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_label = SectionLabel(title, self)
        self.right_label = ElidedLabel(right, quiet=True, parent=self)
        self.body = QVBoxLayout()
        self.heading = QHBoxLayout()
        self._heading_margins = _ROWS_HEADING if rows else QMargins(0, 0, 0, GAP_SMALL)
        self._heading_words: tuple[str, str] | None = None
        self._lay_out(rows)
        self.set_title(title, right)

    def set_title(self, title: str, right: str = "") -> None:
        if (title, right) == self._heading_words:
            return
        self._heading_words = (title, right)
        self.title_label.set_words(title)
        self.right_label.setText(right)
        self.title_label.setVisible(bool(title))
        self.right_label.setVisible(bool(right))
        self.heading.setContentsMargins(self._heading_margins if title or right else QMargins())

    def widen_body(self, pixels: int) -> None:
        """Lets the body reach further out on both sides than the heading, so that a field has its words below those."""
        outer, further = self.layout(), px(self, pixels)
        assert outer is not None, "every card has one"
        outer.setContentsMargins(outer.contentsMargins() - QMargins(further, 0, further, 0))
        self._heading_margins += QMargins(further, 0, further, 0)
        if not self.title_label.isHidden() or not self.right_label.isHidden():
            self.heading.setContentsMargins(self._heading_margins)

    def _lay_out(self, rows: bool) -> None:
        inset = px(self, _ROWS_INSET if rows else _PANEL_INSET)
        self.heading.addWidget(self.title_label)
        self.heading.addStretch(1)
        self.heading.addWidget(self.right_label)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0 if rows else px(self, GAP))
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(inset, inset, inset, px(self, _ROWS_BOTTOM) if rows else inset)
        outer.addLayout(self.heading)
        outer.addLayout(self.body, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS_CARD, tokens.surface, tokens.border)
