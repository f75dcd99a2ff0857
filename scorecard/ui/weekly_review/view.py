"""The review in the window, in four parts: what happened, what moved, promises and people, next week."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, GAP_WIDE
from scorecard.ui.weekly_review.bars_view import BarsView
from scorecard.ui.weekly_review.paper import Printed
from scorecard.ui.weekly_review.section_view import SectionView
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.weekly_document import DOT, Part, ReviewDocument, Section

_SCORE_WIDTH = 150


def _cards() -> tuple[tuple[str, tuple[tuple[Part, ...], ...]], ...]:
    """The heading of each, and its sections in columns."""
    return (
        (tr("What happened"), ((Part.BEST,), (Part.WORST,))),
        (tr("What moved"), ((Part.MOVED, Part.GOALS), (Part.IMPACT,))),
        (tr("Promises and people"), ((Part.PROMISES, Part.PEOPLE), (Part.ADJUSTMENTS,))),
        (tr("Next week"), ((Part.CARD,),)),
    )


class ReviewView(QWidget):
    """`writing` is the place for what is written, in the last part: it stays while the rest is shown anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: list[SectionView] = []
        self.bars: BarsView | None = None
        self.cards = [Card(title, parent=self) for title, _ in _cards()]
        self.writing = QWidget(self.cards[-1])
        self._contents = [QWidget(card) for card in self.cards]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(self, GAP_SMALL), 0)
        column.setSpacing(px(self, GAP))
        for card, content in zip(self.cards, self._contents, strict=True):
            card.body.addWidget(content)
            column.addWidget(card)
        self.cards[-1].body.addWidget(self.writing)

    def show_review(self, printed: Printed) -> None:
        self.sections = []
        for place, (_, columns) in enumerate(_cards()):
            content = QWidget(self.cards[place])
            column = QVBoxLayout(content)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(self, GAP))
            if place == 0:
                self._add_score(content, column, printed)
            self._add_columns(content, column, columns, printed.document)
            self._put(place, content)

    def _put(self, place: int, content: QWidget) -> None:
        old, self._contents[place] = self._contents[place], content
        self.cards[place].body.replaceWidget(old, content)
        old.hide()
        old.deleteLater()

    def _add_score(self, card: QWidget, column: QVBoxLayout, printed: Printed) -> None:
        document = printed.document
        last_focus = document.get(Part.LAST_FOCUS)
        if last_focus is not None:
            column.addWidget(self._section(last_focus, card))
        row = QHBoxLayout()
        row.setSpacing(px(self, GAP_WIDE))
        row.addWidget(self._score(document, card))
        days = document.get(Part.DAYS)
        lines = days.lines if days is not None else ()
        spoken = "\n".join(DOT.join(part for part in (one.words, one.value, one.note) if part) for one in lines)
        self.bars = BarsView(printed.bars, spoken, card)
        row.addWidget(self.bars, 1)
        column.addLayout(row)

    def _score(self, document: ReviewDocument, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        box.setFixedWidth(px(self, _SCORE_WIDTH))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY) // 2)
        column.addStretch(1)
        if document.score:
            score = Label(document.score, TextStyle.DISPLAY, parent=box)
            score.setAccessibleName(tr("Week score {points}").format(points=document.score))
            column.addWidget(score)
        for fact in document.facts:
            label = Label(fact, TextStyle.SMALL, quiet=True, parent=box)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        return box

    def _add_columns(
        self, card: QWidget, below: QVBoxLayout, columns: Sequence[Sequence[Part]], document: ReviewDocument
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(self, 2 * GAP_WIDE))
        for parts in columns:
            found = [section for part in parts if (section := document.get(part)) is not None]
            if not found:
                continue
            column = QVBoxLayout()
            column.setSpacing(px(self, GAP_WIDE))
            for section in found:
                column.addWidget(self._section(section, card), 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            row.addLayout(column, 1)
        below.addLayout(row)

    def _section(self, section: Section, card: QWidget) -> SectionView:
        view = SectionView(section, card)
        self.sections.append(view)
        return view
