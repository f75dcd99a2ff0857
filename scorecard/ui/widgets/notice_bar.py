"""One sentence across the page about what happened and what can be done; never in the way of the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_TINY, PAGE_MARGIN, RADIUS, tokens_of
from scorecard.ui.widgets.buttons import IconButton, LinkButton
from scorecard.ui.widgets.drawing import box, px, smooth
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeSign, NoticeTone


class NoticeBar(QFrame):
    """Hidden until `show_notice`. `dismissed` says that the user closed it, or took one of its actions."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = NoticeTone.INFO
        self._buttons: list[LinkButton] = []
        self.sign = NoticeSign(self)
        self.word = Label("", TextStyle.STRONG, parent=self)
        self.sentence = Label("", parent=self)
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(0, px(self, GAP_TINY), 0, px(self, GAP_TINY))
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button = IconButton("x", tr("Close this notice"), parent=self)
        self.close_button.clicked.connect(self.dismiss)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(px(self, GAP), px(self, 3), px(self, 3), px(self, 3))
        self._line.setSpacing(px(self, GAP_SMALL))
        self._line.addWidget(self.sign)
        self._line.addWidget(self.word)
        self._line.addWidget(self.sentence, 1)
        self._line.addWidget(self.close_button)
        self.hide()

    @property
    def tone(self) -> NoticeTone:
        return self._tone

    @property
    def action_buttons(self) -> tuple[LinkButton, ...]:
        return tuple(self._buttons)

    def show_notice(
        self, sentence: str, tone: NoticeTone = NoticeTone.INFO, actions: Sequence[NoticeAction] = ()
    ) -> None:
        """Shows a sentence with at most two actions in place of what was shown, and says it to a screen reader."""
        self._tone = tone
        self.sign.set_tone(tone)
        self.word.setText(_tone_word(tone))
        self.word.setVisible(tone is not NoticeTone.INFO)
        self.sentence.setText(sentence)
        self._offer(actions)
        self.update()
        self.show()
        self._announce()

    def dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _offer(self, actions: Sequence[NoticeAction]) -> None:
        for button in self._buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = LinkButton(action.words, self)
            button.clicked.connect(lambda _=False, act=action.act: self._do(act))
            self._line.insertWidget(self._line.indexOf(self.close_button), button)
            self._buttons.append(button)

    def _do(self, act: Callable[[], object]) -> None:
        self.dismiss()
        act()

    def _announce(self) -> None:
        spoken = f"{_tone_word(self._tone)}: {self.sentence.text()}"
        self.setAccessibleName(spoken)
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, spoken)
        if self._tone is NoticeTone.ERROR:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            box(painter, self.rect(), RADIUS, self._tone.fill(tokens), self._tone.ink(tokens))


def _tone_word(tone: NoticeTone) -> str:
    match tone:
        case NoticeTone.INFO:
            return tr("Note")
        case NoticeTone.WARNING:
            return tr("Warning")
        case NoticeTone.ERROR:
            return tr("Problem")


class NoticePlace(QWidget):
    """Room for a notice between the tabs and the page; there is none while the notice is hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = NoticeBar(self)
        column = QVBoxLayout(self)
        margin = px(self, PAGE_MARGIN)
        column.setContentsMargins(margin, px(self, GAP), margin, px(self, GAP_SMALL))
        column.addWidget(self.bar)
        self.bar.installEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.bar and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() is QEvent.Type.ShowToParent)
        return False
