"""How far it is. Nothing is shown for work of less than half a second."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

PATIENCE = 500  # milliseconds


class ProgressPage(QWidget):
    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label(sentence, parent=self)
        self.sentence.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.count = Label("", quiet=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, 10))
        column.addStretch(1)
        for widget in (self.sentence, self.bar, self.count):
            column.addWidget(widget)
            widget.hide()
        column.addStretch(2)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.appear)
        self._patience.start()

    def appear(self) -> None:
        for widget in (self.sentence, self.bar, self.count):
            widget.show()

    def follow(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(tr("{done} of {total}").format(done=done, total=total))

    def stop(self) -> None:
        """Says that it has been asked to stop."""
        self.sentence.setText(tr("Stopping…"))
        self.appear()
