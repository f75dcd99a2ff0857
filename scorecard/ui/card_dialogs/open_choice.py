"""A choice out of a list in which something new may be written as well."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import clear_base, paint_box

_TEXT_SIDE = 9
_ARROW = 16
_ARROW_ROOM = 30


class OpenChoice(ChoiceBox):
    """Completes what is typed from its list. Give it a label as buddy."""

    def __init__(self, name: str, words: Sequence[str], placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__([(word, word) for word in words], parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field = self.lineEdit()
        assert field is not None, "it is editable"
        field.setProperty("painted", True)
        field.setFrame(False)
        field.setTextMargins(px(self, _TEXT_SIDE), 0, px(self, _TEXT_SIDE), 0)
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        clear_base(field)
        self.setCurrentIndex(-1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        side, room = px(self, _ARROW), px(self, _ARROW_ROOM)
        with QPainter(self) as painter:
            paint_box(painter, self, self.rect())
            painter.translate(room / 2 if self.isRightToLeft() else self.width() - room / 2, self.height() / 2)
            painter.rotate(90)
            paint_icon(painter, "chevron-right", QRect(-side // 2, -side // 2, side, side), tokens.text_quiet)
