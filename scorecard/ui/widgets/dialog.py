"""What every dialog is: a title, things to fill in, a row of buttons; Escape leaves it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.buttons import PrimaryButton, QuietButton
from scorecard.ui.widgets.dialog_style import dialog_style
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

HIDE_NOW = "Ctrl+L"  # as in the window
TEXT_SIZE = {"Ctrl++": "larger", "Ctrl+=": "larger", "Ctrl+-": "smaller", "Ctrl+0": "usual"}  # as there
MARGIN = 24
_AROUND = QSize(12, 36)  # the frame that a window manager puts around it


class Dialog(QDialog):
    """Fill `content`. The primary button is the default one and accepts, the secondary rejects."""

    def __init__(self, title: str, primary: str, secondary: str = "", parent: QWidget | None = None) -> None:
        """`secondary` may be empty: a dialog with one button, which Escape leaves as well."""
        super().__init__(parent)
        self._styled_for: Tokens | None = None
        self._first: QWidget | None = None
        self.setWindowTitle(title)
        self.title = Label(title, TextStyle.HEADING, parent=self)
        self.content = QVBoxLayout()
        self.content.setSpacing(px(self, GAP))
        self.problem = Label("", TextStyle.MEDIUM, parent=self)
        self.problem.setWordWrap(True)
        self.problem.setForegroundRole(self.palette().ColorRole.BrightText)
        self.problem.hide()
        self.primary = PrimaryButton(primary, self)
        self.secondary = QuietButton(secondary, self)
        self.buttons = QHBoxLayout()
        self._lay_out(bool(secondary))
        QShortcut(QKeySequence(HIDE_NOW), self).activated.connect(_hide_now)
        for key, change in TEXT_SIZE.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda change=change: _change_text_size(change))
        self._restyle()

    def focus_first(self, widget: QWidget) -> None:
        """Where the keyboard is when the dialog opens; without it, Qt's first widget."""
        self._first = widget

    def show_problem(self, sentence: str) -> None:
        """Says why the dialog cannot be accepted yet; an empty sentence takes it back."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self, with_secondary: bool) -> None:
        margin = px(self, MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin - 4, margin, margin - 4)
        column.setSpacing(px(self, GAP))
        column.addWidget(self.title)
        column.addLayout(self.content, 1)
        column.addWidget(self.problem)
        self.buttons.setSpacing(px(self, GAP_SMALL))
        self.buttons.setContentsMargins(0, px(self, GAP_SMALL), 0, 0)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.secondary, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self.buttons)
        self.secondary.setVisible(with_secondary)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        self.secondary.clicked.connect(self.reject)

    def _restyle(self) -> None:
        tokens = tokens_of(self.palette())
        if tokens is self._styled_for:
            return
        self._styled_for = tokens
        self.setStyleSheet(dialog_style(tokens))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_styled_for"):
            self._restyle()

    def _fit_screen(self) -> None:
        """With large text, what a dialog would like to have can be more than there is."""
        layout = self.layout()
        assert layout is not None, "every dialog has one"
        room = self.screen().availableGeometry().size() - _AROUND
        self.setMinimumSize(self.minimumSize().boundedTo(room.expandedTo(layout.totalMinimumSize())))
        self.resize(self.size().boundedTo(room))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._fit_screen()
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)


def _hide_now() -> None:
    from scorecard.ui.widgets.cover import hide_now

    hide_now()


def _change_text_size(change: str) -> None:
    from scorecard.ui import text_size

    text_size.change_everywhere(getattr(text_size, change))
