"""The list of what was found. It is gone through from the field above it, which keeps the keyboard."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListView, QWidget

from scorecard.overriding import override
from scorecard.services.searching import Hit
from scorecard.ui.find_dialog.hit_delegate import HitDelegate
from scorecard.ui.find_dialog.hit_model import HitModel
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.painted_list import PaintedList
from scorecard.ui.widgets.scroll_area import SlimScrollBar

_AT_ONCE = 12  # rows that are measured before the first picture; the rest follows


class HitList(PaintedList[Hit]):
    """`clicked` is Qt's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Found"), parent)
        self.model_of_hits = HitModel(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.paint_rows(self.model_of_hits, HitDelegate(self.model_of_hits, self))

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.model_of_hits.items

    @property
    def spoken(self) -> str:
        """The current hit, for a screen reader."""
        return self.model_of_hits.words(self.currentIndex().row()).spoken if self.current else ""

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """The first one is current; the same one as before where it is still there."""
        kept = self.current
        self.model_of_hits.show_hits(hits)
        places = [hit.place for hit in hits]
        self.go_to(places.index(kept.place) if kept is not None and kept.place in places else 0)

    def go_by(self, rows: int) -> None:
        self.go_to(self.currentIndex().row() + rows)

    @property
    def rows_in_sight(self) -> int:
        height = self.visualRect(self.currentIndex()).height()
        return max(1, self.viewport().height() // height - 1) if height > 0 else 1

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 200), px(self, 90))
