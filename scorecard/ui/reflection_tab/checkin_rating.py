"""One factor in the dialog: its name, its slider, what 1 and 10 mean, and what it was the last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from scorecard.domain.checkins import Factor
from scorecard.ui.reflection_tab.checkin_slider import RatingSlider
from scorecard.ui.say import NOTHING
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.plain_tip import plain_tip

_NAME_WIDTH = 168
_VALUE_WIDTH = 22
_TOP = Qt.AlignmentFlag.AlignTop


class FactorRating(QWidget):
    rated = Signal()
    moved = Signal(int)

    def __init__(self, factor: Factor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factor = factor
        self.name = Label(factor.name, TextStyle.STRONG, parent=self)
        self.slider = RatingSlider(factor.name, self)
        self.value = Label(NOTHING, TextStyle.STRONG, parent=self)
        self.beside = Label("", TextStyle.CAPTION, quiet=True, parent=self)
        self.one = Label(tr("1: {meaning}").format(meaning=factor.one), TextStyle.CAPTION, quiet=True, parent=self)
        self.ten = Label(tr("10: {meaning}").format(meaning=factor.ten), TextStyle.CAPTION, quiet=True, parent=self)
        self._arrange()
        self._describe()
        self.slider.rated.connect(self._follow_rating)
        self.slider.moved.connect(self.moved)
        self.setFocusProxy(self.slider)

    @property
    def rating(self) -> int | None:
        return self.slider.rating

    def show_beside(self, last: int | None, kept: str, kept_fully: str) -> None:
        """What stands quietly beside it: the value of the last time, and the measured side."""
        words = tr("last time {value}").format(value=last) if last is not None else ""
        self.beside.setText(" · ".join(part for part in (words, kept) if part))
        self.beside.setToolTip(plain_tip(kept_fully))
        self._describe(words, kept_fully)

    def _describe(self, *more: str) -> None:
        """To a screen reader, which comes to the slider alone."""
        self.slider.setAccessibleDescription(
            ". ".join(part for part in (self.one.text(), self.ten.text(), *more) if part)
        )

    def _follow_rating(self) -> None:
        self.value.setText(NOTHING if self.rating is None else str(self.rating))
        self.rated.emit()

    def _arrange(self) -> None:
        for label in (self.name, self.beside, self.one, self.ten):
            label.setWordWrap(True)
        self.name.setBuddy(self.slider)
        self.value.setFixedWidth(px(self, _VALUE_WIDTH))
        self.value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.ten.setAlignment(Qt.AlignmentFlag.AlignTrailing | _TOP)
        self.one.setAlignment(Qt.AlignmentFlag.AlignLeading | _TOP)
        ends = QHBoxLayout()
        ends.setSpacing(px(self, GAP_WIDE))
        ends.addWidget(self.one, 1, _TOP)
        ends.addWidget(self.ten, 1, _TOP)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(self, GAP))
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, px(self, _NAME_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.value, 0, 2)
        grid.addWidget(self.beside, 1, 0, _TOP)
        grid.addLayout(ends, 1, 1)
