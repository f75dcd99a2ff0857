"""What can be done with a chart outside of the program: copied, or saved as pixels or vectors; its numbers copied."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from scorecard.services.exporting import NotWrittenError, write_file
from scorecard.ui.background import Cancelled, Job, Progress
from scorecard.ui.exporting import say_not_written
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeTone

if TYPE_CHECKING:
    # It brings matplotlib with it, which is imported in the loading thread.
    from scorecard.charts.files import Form

Tell = Callable[[str, NoticeTone], None]


class ChartMenu(QMenu):
    """Goes with its closing; what was chosen is still done, in a thread."""

    def __init__(self, title: str, chart: ChartControl, copy_numbers: Callable[[], None], tell: Tell) -> None:
        """`tell` hears a sentence of what came of it."""
        super().__init__(chart)
        from scorecard.charts.files import Form

        self._title = title
        self._chart = chart
        self._tell = tell
        self.aboutToHide.connect(self.deleteLater)
        self.addAction(tr("&Copy picture")).triggered.connect(self._copy)
        self.addAction(tr("Copy &numbers")).triggered.connect(copy_numbers)
        self.addSeparator()
        for form in Form:
            words = tr("Save as {form}…").format(form=form.value.upper())
            self.addAction(words).triggered.connect(lambda _checked=False, form=form: self._save(form))

    def _copy(self) -> None:
        from scorecard.charts.files import Form

        tell = self._tell

        def put(content: bytes) -> None:
            QGuiApplication.clipboard().setImage(QImage.fromData(content))
            tell(tr("The picture is copied."), NoticeTone.INFO)

        self._make(Form.PNG, put)

    def _save(self, form: "Form") -> None:
        suggestion = Path.home() / f"{self._title}.{form.value}"
        kinds = f"{form.value.upper()} (*.{form.value})"
        chosen, _ = QFileDialog.getSaveFileName(self._chart.window(), tr("Save the chart"), str(suggestion), kinds)
        if chosen:
            file = Path(chosen)
            tell = self._tell
            self._make(form, lambda content: _write(file.with_suffix(file.suffix or f".{form.value}"), content, tell))

    def _make(self, form: "Form", take: Callable[[bytes], None]) -> None:
        """In a thread: the fonts inside a file take a tenth of a second."""
        from scorecard.charts.files import chart_file

        draw = self._chart.sheet()
        if draw is None:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> bytes:
            return chart_file(draw().figure, form)

        job = Job(work, self._chart)
        job.finished.connect(take)
        for ending in (job.finished, job.failed, job.crashed):
            ending.connect(job.deleteLater)
        job.start()


def _write(file: Path, content: bytes, tell: Tell) -> None:
    try:
        write_file(file, content)
    except NotWrittenError as error:
        tell(say_not_written(error.fault).format(file=file), NoticeTone.ERROR)
    else:
        tell(tr("The chart is saved as {file}.").format(file=file), NoticeTone.INFO)
