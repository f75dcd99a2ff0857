"""What the bad store has beyond the chosen beginning: looked through, filtered, ticked."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.salvage import Confidence, Salvaged
from scorecard.ui.rescue.offers_model import OffersModel
from scorecard.ui.rescue.offers_table import OffersTable
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments
from scorecard.ui.widgets.text_field import TextField
from scorecard.words.rescuing import say_confidence, say_found, say_meaning, say_ticked

_ALL = "all"
_LEAST_TABLE = 120
_FILTER = 460
_SEARCH = 150


class OffersPage(QWidget):
    def __init__(self, begun_from: str, salvaged: Salvaged, accepted: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._salvaged = salvaged
        self.sentence = self._paragraph(f"{begun_from} {say_found(salvaged, tr)}")
        self.offers = OffersModel(salvaged.offers, accepted, self)
        self.table = OffersTable(self.offers, self)
        self.table.setMinimumHeight(px(self, _LEAST_TABLE))
        options = [(_ALL, tr("All")), *((kind.value, say_confidence(kind, tr)) for kind in Confidence)]
        self.filter = Segments(options, tr("How sure"), self, widest=_FILTER)
        self.filter.set_chosen(0)
        self.search = TextField(tr("Find in the list"), tr("Find in the list"), self)
        self.search.setMinimumWidth(px(self, _SEARCH))
        self.meaning = self._paragraph("", quiet=True)
        self.meaning.setMinimumHeight(2 * self.meaning.fontMetrics().lineSpacing())  # the table keeps its height
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.count = self._paragraph("")
        self.tick_all = LinkButton(tr("&Tick all shown, or none"), self)
        self._lay_out()
        self._connect()
        self.table.go_to_first()
        self._show_state()

    @property
    def accepted(self) -> frozenset[int]:
        return self.offers.accepted

    def _connect(self) -> None:
        self.filter.chosen.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.tick_all.clicked.connect(self.offers.toggle_all)
        self.offers.ticked.connect(self._show_state)
        self.table.moved.connect(self._show_state)

    def _narrow(self) -> None:
        key = self.filter.chosen_key
        self.offers.show_only(None if key in (None, _ALL) else Confidence(key), self.search.text())
        self.table.go_to_first()
        self._show_state()

    def _show_state(self) -> None:
        self.count.setText(say_ticked(self._salvaged, self.accepted, tr))
        current = self.table.current
        if current is not None:
            self.meaning.setText(say_meaning(current, tr))
        elif self.offers.shown:
            self.meaning.setText("")
        else:
            self.meaning.setText(tr("Nothing in the list is like that."))
        self.tick_all.setEnabled(bool(self.offers.shown))

    def _paragraph(self, words: str, *, quiet: bool = False) -> Label:
        label = Label(words, quiet=quiet, parent=self)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(px(self, GAP))
        above.addWidget(self.filter)
        above.addWidget(self.search, 1)
        below = QHBoxLayout()
        below.setSpacing(px(self, GAP))
        below.addWidget(self.count, 1)
        below.addWidget(self.tick_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.sentence)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.meaning)
        column.addLayout(below)
