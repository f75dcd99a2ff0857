"""Choosing a card to begin with, by the kind of work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.measures import CARD_SIZE
from scorecard.overriding import override
from scorecard.services.starters import Starter
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.card_dialogs.starter_preview import StarterPreview
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_WIDE
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.errors import say_error

_SIZE = (820, 640)
_LIST_WIDTH = 216


class StarterDialog(Dialog):
    """Accepted means that the measures are on the card. `starters` must not be empty."""

    def __init__(self, desk: Desk, parent: QWidget | None, starters: Sequence[Starter]) -> None:
        super().__init__(tr("What would they do without you?"), tr("&Use this card"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._starters = tuple(starters)
        self._taken = (desk.ask(lambda s: s.cards.count_on_card(s.scoring.today()))) or 0
        self.setWindowTitle(tr("A card to begin with"))
        self.list = LineList(tr("Cards by kind of work"), self)
        self.preview = ScrollColumn(StarterPreview(self._starters[0]), self)
        self.room = Label("", quiet=True, parent=self)
        self._arrange()
        self.list.chosen.connect(self._show)
        self.list.activated.connect(lambda _: self.accept())
        self.list.set_lines([_line(starter) for starter in self._starters])
        self.focus_first(self.list)

    @property
    def starter(self) -> Starter:
        return next((known for known in self._starters if known.key == self.list.key), self._starters[0])

    def _show(self) -> None:
        starter = self.starter
        self.preview.set_column(StarterPreview(starter))
        self.preview.setAccessibleName(tr("Measures of “{name}”").format(name=starter.name))
        self.preview.verticalScrollBar().setValue(0)
        self.room.setText(self._say_room(len(starter.drafts)))
        self.room.setVisible(bool(self.room.text()))

    def _say_room(self, count: int) -> str:
        waiting = self._taken + count - CARD_SIZE
        if not self._taken or waiting <= 0:
            return ""
        return tr("%n of these will wait on the bench: the card has room for nine.", "", min(waiting, count))

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(say_error(error, tr))

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        lead = tr("Choose the card nearest to your work. Everything on it can be changed, today and on any other day.")
        self.content.addWidget(Label(lead, quiet=True, parent=self))
        self.list.setFixedWidth(px(self, _LIST_WIDTH))
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_WIDE))
        line.addWidget(self.list)
        line.addWidget(self.preview, 1)
        self.content.addLayout(line, 1)
        self.content.addWidget(self.room)

    @override
    def accept(self) -> None:
        starter = self.starter
        if self._desk.do(lambda s: s.cards.start(starter.name, starter.drafts), self._refuse):
            super().accept()


def _line(starter: Starter) -> ListLine:
    return ListLine(LineKind.ROW, starter.name, key=starter.key, indented=False)
