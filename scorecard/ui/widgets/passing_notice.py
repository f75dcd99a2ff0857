"""What was just done, and the way back: over the lower edge of the page, for a few seconds. It moves nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import GAP, PAGE_MARGIN
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone

STAYS = 9000  # milliseconds
_WIDEST = 640


class PassingNotice(NoticeBar):
    """Goes by itself, but no button of it from under the pointer or the keyboard.

    A click leaves the keyboard where it is.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(STAYS)
        self.timer.timeout.connect(self.pass_by)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        around.installEventFilter(self)

    def say(self, sentence: str, way_back: NoticeAction, key: str) -> None:
        """`key` does the same as the way back."""
        self.show_notice(sentence, NoticeTone.INFO, (way_back,))
        for button in self.action_buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(key)
        self._place()
        self.raise_()
        self.timer.start()

    def pass_by(self) -> None:
        """The time is over."""
        pointed_at = any(button.underMouse() for button in (*self.action_buttons, self.close_button))
        if pointed_at or self.isAncestorOf(self.window().focusWidget()):
            self.timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        """In the middle, as wide as its words where there is room."""
        around = self._around
        margin, layout = px(self, PAGE_MARGIN), self.layout()
        assert layout is not None, "made by NoticeBar"
        self.sentence.setWordWrap(False)
        layout.invalidate()
        room = min(px(self, _WIDEST), around.width() - 2 * margin)
        wrapped = self.sizeHint().width() > room
        self.sentence.setWordWrap(wrapped)
        layout.invalidate()
        width = room if wrapped else self.sizeHint().width()
        height = layout.totalHeightForWidth(width) if wrapped else self.sizeHint().height()
        self.setGeometry((around.width() - width) // 2, around.height() - height - px(self, GAP), width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
