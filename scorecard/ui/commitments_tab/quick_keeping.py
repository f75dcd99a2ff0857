"""What stands in the quick line is kept on every way out, and stands there again the next time.

Asking before closing would keep a session from ending, and nobody may be there to answer.
"""

from PySide6.QtCore import QObject

from scorecard.domain.errors import KnownError
from scorecard.ui.commitments_tab.quick_field import QuickField
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Typed


class QuickKeeping(QObject):
    """For `MainWindow.watch_over`."""

    def __init__(self, desk: Desk, field: QuickField) -> None:
        super().__init__(field)
        self._desk = desk
        self._field = field
        self._kept: str | None = ""  # None: what is there was refused
        field.textChanged.connect(self._follow)
        desk.attached.connect(self._bring_back)
        self._bring_back()

    def flush(self) -> bool:
        self._field.take_composed()
        text = self._field.text()
        if text != self._kept:
            self._keep(text)
        return self._kept is not None

    def unsaved_text(self) -> str:
        return self._field.text() if self._field.text() != self._kept else ""

    def give_up_text(self) -> None:
        """The user said that it need not be kept."""
        self._kept = self._field.text()

    def _bring_back(self) -> None:
        """Unless something is being typed by now."""
        kept = self._desk.ask(lambda services: services.unfinished.line())
        if kept and not self._field.text():
            self._kept = kept
            self._field.setText(kept)

    def _follow(self, text: str) -> None:
        """It has become a promise, or was taken away: it must not come back."""
        if not text and self._kept:
            self._keep("")

    def _keep(self, text: str) -> None:
        self._kept = text

        def refused(error: KnownError) -> None:
            self._kept = None
            self._desk.failed.emit(error)

        self._desk.do(lambda services: services.unfinished.keep(text), refused, Typed("quick line", text))
