"""A page that scrolls up and down, with a slim bar in the colours of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QScrollBar, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import fill_round, px, smooth

_WIDTH = 12
_HANDLE = 6


class SlimScrollBar(QScrollBar):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH), super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # QStyle brings hundreds of names with it (8 ms); a page that fits its window has no bar to paint.
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        tokens = tokens_of(self.palette())
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        slider = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        width = px(self, _HANDLE)
        handle = QRectF((self.width() - width) / 2, slider.top(), width, slider.height())
        with smooth(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())
            if self.maximum() > self.minimum():
                grasped = self.isSliderDown() or self.underMouse()
                fill_round(painter, handle, width / 2, tokens.text_quiet if grasped else tokens.outline)


_KEYS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ScrollArea(QScrollArea):
    """`page` fills the width and is never scrolled sideways. The area itself takes no focus: what is in it does."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Whether the key was one that scrolls: for a dialog in which nothing else needs it."""
        action = _KEYS.get(Qt.Key(event.key()))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None
