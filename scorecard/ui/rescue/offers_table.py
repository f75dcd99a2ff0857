"""The table of what the bad store has beyond the chosen beginning. Space ticks the chosen rows, Ctrl+A all of them."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from scorecard.domain.salvage import Confidence, Offer, Thing
from scorecard.overriding import override
from scorecard.ui.rescue.offers_model import Index, OffersModel
from scorecard.ui.rescue.wording import WORDS, offer_headings, say_table_day
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.rescuing import say_confidence, say_offered

_ROW = 30
_ROOM = 24  # of a cell, beside its words
_SIGN = 30  # of a tick, or of an icon before words
_LONG_DAY = date(2026, 9, 30)
_LONGEST_VALUE = "1,234.56"
_LEAST_WORDS = 90


class OffersTable(QTableView):
    """`moved`: another row is the current one."""

    moved = Signal()

    def __init__(self, offers: OffersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers = offers
        self.setModel(offers)
        self.setAccessibleName(tr("What the damaged file has beyond it"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(self, _ROW))
        self._dress_header()

    @property
    def current(self) -> Offer | None:
        row = self.currentIndex().row()
        return self.offers.shown[row] if 0 <= row < len(self.offers.shown) else None

    def go_to_first(self) -> None:
        if self.offers.shown:
            self.setCurrentIndex(self.offers.index(0, 0))

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(px(self, 40))
        for column, width in enumerate(self._widths()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)

    def _widths(self) -> list[int]:
        """By the longest that stands in a column, so that no row has to be asked."""
        longest: list[list[str]] = [
            [say_table_day(_LONG_DAY)],
            [say_offered(thing, tr, differs=True) for thing in Thing],
            [],
            [_LONGEST_VALUE, tr("skipped")],
            [say_confidence(kind, tr) for kind in Confidence],
        ]
        signs = (_SIGN, 0, _LEAST_WORDS, 0, _SIGN)
        measure = self.fontMetrics().horizontalAdvance
        head = self.horizontalHeader().fontMetrics().horizontalAdvance
        columns = zip(offer_headings(), longest, signs, strict=True)
        return [
            max([head(heading) * 11 // 10, *(measure(words) + px(self, sign) for words in found)]) + px(self, _ROOM)
            for heading, found, sign in columns
        ]

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self.offers.toggle({index.row() for index in self.selectionModel().selectedRows()})
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.offers.toggle_all()
        else:
            super().keyPressEvent(event)
