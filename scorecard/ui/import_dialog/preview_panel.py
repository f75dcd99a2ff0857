"""What would come of a wish, beside the form that means it: worked out in a thread, a moment after the last key."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.services.importing import Preview
from scorecard.services.importing_wishes import Wish
from scorecard.ui.background import Job
from scorecard.ui.import_dialog.wish_words import say_preview
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label, SectionLabel
from scorecard.words.importing_steps import say_problem

LOOK_AFTER = 150  # milliseconds


class PreviewPanel(QWidget):
    """`known` carries the Preview of what was asked for last. `grown`: it needs other room."""

    known = Signal(object)
    grown = Signal()

    def __init__(self, preview: Callable[[Wish], Preview], parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = preview
        self._asked: Wish | None = None
        self._shown: Wish | None = None
        self._job: Job | None = None
        self.title = SectionLabel(tr("What comes of it"), self)
        self.sentences = Label("", parent=self)
        self.sentences.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._pause.timeout.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.title)
        column.addWidget(self.sentences)
        self.hide()

    @property
    def at_rest(self) -> bool:
        """Whether it shows what was asked for last."""
        return self._job is None and not self._pause.isActive()

    def ask(self, wish: Wish | None) -> None:
        """None: what stands in the form means nothing yet."""
        if wish is not None and wish == self._shown and self._job is None:
            self._pause.stop()
            return
        self._asked = wish
        if wish is None:
            self._pause.stop()
            self._shown = None
            self._say([])
        else:
            self._pause.start()

    def look(self) -> None:
        """Works it out now, or as soon as what was asked before is."""
        self._pause.stop()
        wish = self._asked
        if wish is None or self._job is not None:
            return
        self._job = job = Job(lambda _progress, _cancelled: self._preview(wish), self)
        job.finished.connect(lambda preview: self._show(wish, preview))
        job.failed.connect(lambda error: self._end(wish, [_say_failed(error)]))
        job.crashed.connect(lambda: self._end(wish, []))
        job.start()

    def _show(self, wish: Wish, preview: Preview) -> None:
        self._end(wish, say_preview(preview))
        if self._shown == wish:
            self.known.emit(preview)

    def _end(self, wish: Wish, sentences: list[str]) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if self._asked == wish:
            self._shown = wish
            self._say(sentences)
        elif not self._pause.isActive():
            self.look()

    def _say(self, sentences: list[str]) -> None:
        self.sentences.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
        self.grown.emit()


def _say_failed(error: object) -> str:
    assert isinstance(error, KnownError)
    return say_problem(error, tr)
