"""The groups somebody is in: those that are known, each on or off, and words of the user's own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scorecard.domain.profiles import GROUPS
from scorecard.domain.texts import NAME_LENGTH
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.people import say_group

_MOST_OWN = 12  # of the user's own words that are offered
_LONGEST = 5 * NAME_LENGTH


class GroupChoice(QWidget):
    def __init__(self, known: Sequence[str], parent: QWidget) -> None:
        """`known` are groups that somebody is in already."""
        super().__init__(parent)
        self._row = FlowRow(self)
        self.boxes: dict[str, QCheckBox] = {}
        own = [word for word in known if word not in GROUPS][:_MOST_OWN]
        for word in (*GROUPS, *own):
            box = QCheckBox(say_group(word, tr).replace("&", "&&"), self._row)
            self.boxes[word] = box
            self._row.add(box)
        self.own = TextField(tr("Other groups, in your own words"), tr("Other words, with commas between them"), self)
        self.own.setMaxLength(_LONGEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(self, GAP_TINY), 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addWidget(self._row)
        column.addWidget(self.own)
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def words(self) -> tuple[str, ...]:
        chosen = [word for word, box in self.boxes.items() if box.isChecked()]
        typed = [word.strip() for word in self.own.text().replace(";", ",").split(",")]
        return (*chosen, *(word for word in typed if word))
