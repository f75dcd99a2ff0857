"""Handing a review out: to a printer, into a PDF, as Markdown. What takes longer than a blink is done in a thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.weeks import Week
from scorecard.services.exporting import NotWrittenError, write_file
from scorecard.ui.background import Work
from scorecard.ui.exporting import say_not_written
from scorecard.ui.long_work import LongWork
from scorecard.ui.text import tr
from scorecard.ui.weekly_review.paper import Printed
from scorecard.words.weekly_document import as_markdown

SHOWN_AFTER = 500  # milliseconds; what is done before needs no dialog

Say = Callable[[str], object]
Refuse = Callable[[KnownError], object]


class HandingOut:
    """`say` is told what came of it, `refuse` an error that has no sentence here."""

    def __init__(self, parent: QWidget, say: Say, refuse: Refuse) -> None:
        self._parent = parent
        self._say = say
        self._refuse = refuse
        self._running: LongWork | None = None
        self._afterwards: Callable[[], object] | None = None

    def when_done(self, act: Callable[[], object]) -> bool:
        """Whether something is being written or printed: then `act` follows it."""
        self._afterwards = act if self._running is not None else None
        return self._running is not None

    def copy_markdown(self, printed: Printed) -> None:
        QGuiApplication.clipboard().setText(as_markdown(printed.document))
        self._say(tr("Copied as Markdown."))

    def save_markdown(self, printed: Printed, week: Week) -> None:
        file = self._ask(week, ".md", tr("Markdown files"), tr("Save as Markdown"))
        if file is not None:
            content = as_markdown(printed.document).encode()

            def work(_progress: object, _stopped: object) -> bool:
                write_file(file, content)
                return True

            self._do(tr("Writing the review"), work, file)

    def save_pdf(self, printed: Printed, week: Week) -> None:
        file = self._ask(week, ".pdf", tr("PDF files"), tr("Save as PDF"))
        if file is not None:
            self.write_pdf(printed, file)

    def write_pdf(self, printed: Printed, file: Path) -> LongWork:
        from scorecard.ui.weekly_review.pdf import page_size_of, pdf_of

        size = page_size_of(QLocale())

        def work(_progress: object, stopped: Callable[[], bool]) -> bool:
            content = pdf_of(printed, size, stopped)
            if content and not stopped():
                write_file(file, content)
                return True
            return False

        return self._do(tr("Writing the review"), work, file)

    def print_out(self, printed: Printed) -> None:
        """Asks for the printer. Its part of Qt is read only now."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from scorecard.ui.weekly_review.pdf import page_size_of

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(page_size_of(QLocale()))
        printer.setDocName(printed.document.title)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(tr("Print the review"))
        dialog.finished.connect(lambda result: self.print_on(printed, printer) if result else None)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printed: Printed, printer: object) -> LongWork:
        from PySide6.QtPrintSupport import QPrinter

        from scorecard.ui.weekly_review.paper import paint

        assert isinstance(printer, QPrinter)
        return self._do(tr("Printing the review"), lambda _progress, stopped: bool(paint(printed, printer, stopped)))

    def _ask(self, week: Week, ending: str, kinds: str, words: str) -> Path | None:
        name = tr("Weekly review {year}-W{week}").format(year=week.year, week=f"{week.number:02}")
        proposed = str(Path.home() / (name + ending))
        chosen, _ = QFileDialog.getSaveFileName(self._parent, words, proposed, f"{kinds} (*{ending})")
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix else file.with_name(file.name + ending)

    def _do(self, words: str, work: Work, file: Path | None = None) -> LongWork:
        """A dialog with a way to stop comes when it takes long. `work` says whether it came to its end."""
        shown = LongWork(words, work, self._parent)
        later = QTimer(shown)
        later.setSingleShot(True)
        later.timeout.connect(shown.open)
        later.start(SHOWN_AFTER)
        shown.ended.connect(lambda done: self._say(_say_done(bool(done), file)))
        shown.failed.connect(lambda error: self._fail(error, file))
        for ending in (shown.ended, shown.failed):
            ending.connect(later.stop)
            ending.connect(self._end)
        self._running = shown
        return shown

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.deleteLater()
        afterwards, self._afterwards = self._afterwards, None
        if afterwards is not None:
            afterwards()

    def _fail(self, error: KnownError, file: Path | None) -> None:
        if isinstance(error, NotWrittenError):
            self._say(say_not_written(error.fault).format(file=file))
        else:
            self._refuse(error)


def _say_done(done: bool, file: Path | None) -> str:
    if not done:
        return tr("Stopped. Nothing was written.") if file is not None else tr("Stopped. Not everything was printed.")
    return tr("The review was written to {file}.").format(file=file) if file is not None else tr("Sent to the printer.")
