"""The head of Progress: which stretch is shown, how long it is, and the ways to those beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.periods import Length
from scorecard.overriding import override
from scorecard.ui.progress_tab.period_wording import home_words, length_words, next_words, previous_words
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.segments import Segments

_WIDEST = 420


class ProgressHeader(QWidget):
    went_back = Signal()
    went_on = Signal()
    went_home = Signal()
    day_asked = Signal()
    explained = Signal()
    length_chosen = Signal(object)  # Length
    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(tr("Progress"), TextStyle.TITLE, parent=self)
        self.back = IconButton("chevron-left", previous_words(Length.WEEK), "Ctrl+PgUp", self)
        self.on = IconButton("chevron-right", next_words(Length.WEEK), "Ctrl+PgDown", self)
        self.span = Label("", quiet=True, parent=self)
        self.jump = IconButton("calendar", tr("Go to a day"), "Ctrl+G", self)
        self.home = LinkButton(home_words(Length.WEEK), self)
        self.score = LinkButton("", self)
        self.score.setToolTip(tr("How this score came about"))
        options = [(length.value, length_words(length)) for length in Length]
        self.lengths = Segments(options, tr("How much is shown"), self, widest=_WIDEST)
        self.review = PrimaryButton(tr("Weekly &review"), self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self.show_period("", "", Length.WEEK, present=True)
        for button in (self.back, self.jump):
            button.setEnabled(False)

    def show_period(self, span: str, score: str, length: Length, *, present: bool) -> None:
        """`score` in words, empty without one. `present`: there is no stretch after this one to go on to."""
        self.span.setText(span)
        self.score.setText(score)
        self.score.setVisible(bool(score))
        self.lengths.set_chosen(list(Length).index(length))
        self.home.setText(home_words(length))
        self.back.set_name(previous_words(length), "Ctrl+PgUp")
        self.on.set_name(next_words(length), "Ctrl+PgDown")
        whole = length is Length.ALL
        for button in (self.back, self.on, self.jump):
            button.setVisible(not whole)
        self.back.setEnabled(True)
        self.jump.setEnabled(True)
        self.on.setEnabled(not present)
        self.home.setVisible(not present and not whole)
        self._turn()

    def _connect(self) -> None:
        self.back.clicked.connect(self.went_back)
        self.on.clicked.connect(self.went_on)
        self.home.clicked.connect(self.went_home)
        self.jump.clicked.connect(self.day_asked)
        self.score.clicked.connect(self.explained)
        self.review.clicked.connect(self.review_asked)
        self.lengths.chosen.connect(lambda index: self.length_chosen.emit(list(Length)[index]))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(px(self, GAP_TINY))
        for widget in (self.span, self.back, self.on, self.jump, self.home, self.score):
            where.addWidget(widget)
        where.addStretch(1)
        self._words = QVBoxLayout()
        self._words.setSpacing(px(self, GAP_TINY) // 2)
        self._words.addWidget(self.title)
        self._words.addLayout(where)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(px(self, GAP_SMALL))
        self._tools.addWidget(self.lengths)
        self._tools.addWidget(self.review)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(self, GAP_SMALL))
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._tools)
        self._row.setAlignment(self._tools, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)

    def _turn(self) -> None:
        """Where there is no room for both beside each other, the lengths stand below."""
        needed = self._words.sizeHint().width() + self._row.spacing() + self._tools.sizeHint().width()
        beside = self.width() >= needed
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(self._words.minimumSize().width(), self._tools.minimumSize().width())
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
