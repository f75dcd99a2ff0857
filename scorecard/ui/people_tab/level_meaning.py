"""What a relationship level means, how one knows it, what acting like the next one means, and what would drop it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.people import say_relation_level

if TYPE_CHECKING:
    from scorecard.services.people.definitions import LevelMeaning

_BULLET = "•"


class Points(QWidget):
    """A small heading, and a few points under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self.heading.setWordWrap(True)
        self._lines: list[tuple[Label, Label]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_TINY) + 2)
        self._grid.setVerticalSpacing(px(self, GAP_TINY) // 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.heading, 0, 0, 1, 2)

    @property
    def points(self) -> tuple[str, ...]:
        return tuple(label.text() for _, label in self._lines if not label.isHidden())

    def show_points(self, heading: str, points: Sequence[str]) -> None:
        self.heading.setText(heading)
        while len(self._lines) < len(points):
            bullet, label = Label(_BULLET, quiet=True, parent=self), Label("", parent=self)
            label.setWordWrap(True)
            row = len(self._lines) + 1
            self._grid.addWidget(bullet, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
            self._lines.append((bullet, label))
        for place, (bullet, label) in enumerate(self._lines):
            label.setText(points[place] if place < len(points) else "")
            for part in (bullet, label):
                part.setVisible(place < len(points))
        self.setVisible(bool(points))


class LevelMeaningPanel(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.means = Label("", parent=self)
        self.means.setWordWrap(True)
        self.attributes, self.acting, self.drops = (Points(self) for _ in range(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        for part in (self.means, self.attributes, self.acting, self.drops):
            column.addWidget(part)
        column.addStretch(1)

    def show_meaning(self, meaning: LevelMeaning) -> None:
        above = meaning.level.above
        self.means.setText(meaning.means)
        self.attributes.show_points(tr("How you know it"), meaning.attributes)
        level = say_relation_level(above, tr).lower() if above is not None else ""
        self.acting.show_points(tr("Acting like a {level}").format(level=level), meaning.acting_next)
        self.drops.show_points(tr("What would drop it"), meaning.would_drop)
