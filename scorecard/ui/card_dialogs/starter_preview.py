"""What a starter set holds: its measures, what they ask, and who is better off by them."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.measures import Terms
from scorecard.services.cards import Draft
from scorecard.services.starters import Starter
from scorecard.ui.say import say_due, say_target, sentence_case
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_WIDE
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_TOP = Qt.AlignmentFlag.AlignTop


def say_asked(terms: Terms) -> str:
    """ "At least 3", "4 or more of 5", "Yes or no": short, beside the name."""
    if terms.scale is not None:
        words = tr("at least {target} of {scale}").format(target=terms.target, scale=terms.scale)
        return sentence_case(tr("{target}, once a week").format(target=words) if terms.weekly else words)
    return sentence_case(say_target(terms) or tr("yes or no"))


class StarterPreview(QWidget):
    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        about = Label(starter.about, quiet=True, parent=self)
        about.setWordWrap(True)
        column.addWidget(about)
        for group, drafts in groupby(_in_groups(starter.drafts), key=lambda draft: draft.group):
            column.addWidget(self._card(group, list(drafts)))
        column.addStretch(1)

    def _card(self, group: str, drafts: list[Draft]) -> Card:
        card = Card(group, parent=self)
        card.body.setSpacing(px(self, GAP_WIDE - 4))
        for draft in drafts:
            card.body.addLayout(self._measure(draft))
        return card

    def _measure(self, draft: Draft) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        name = Label(draft.name, TextStyle.NAME, parent=self)
        why = Label(draft.why, quiet=True, parent=self)
        asked = Label(say_asked(draft.terms), quiet=True, parent=self)
        asked.setToolTip(sentence_case(say_due(draft.terms)))
        for label in (name, why):
            label.setWordWrap(True)
            words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addLayout(words, 1)
        line.addWidget(asked, 0, _TOP)
        return line


def _in_groups(drafts: tuple[Draft, ...]) -> list[Draft]:
    """In the order in which the groups are first named."""
    order = list(dict.fromkeys(draft.group for draft in drafts))
    return sorted(drafts, key=lambda draft: order.index(draft.group))
