"""Exporting: what, of which time, where to; how far it is; what was written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.errors import KnownError, StoppedError
from scorecard.overriding import override
from scorecard.services.exporting_files import ExportFormat, Exports, Wish, Written, is_archive
from scorecard.ui.background import Job
from scorecard.ui.export_dialog.fields import ExportFields
from scorecard.ui.import_dialog.progress_page import ProgressPage
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.words.exporting import say_export_problem, say_written


class ExportDialog(Dialog):
    def __init__(
        self, exports: Exports, today: date, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(tr("Export"), tr("&Export"), tr("&Cancel"), parent)
        self._exports = exports
        self._job: Job | None = None
        self._act: Callable[[], object] = self.export
        self.pages = QStackedWidget(self)
        self.fields = ExportFields(today, folder or Path.home(), self)
        self.fields.edited.connect(self._follow_edit)
        self.pages.addWidget(self.fields)
        self.content.addWidget(self.pages, 1)
        self.setMinimumWidth(px(self, 560))
        self.resize(px(self, 640), px(self, 500))
        self.focus_first(self.fields.format)

    @property
    def page(self) -> QWidget | None:
        return self.pages.currentWidget()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def export(self) -> None:
        """Unless something speaks against it, which is said."""
        wish = self.fields.wish
        if problem := self._problem_of(wish):
            self.show_problem(problem)
            return
        page = ProgressPage(tr("Writing {file}").format(file=wish.target.name), self)
        self._show(page)
        self._offer("", self.export, tr("&Cancel"))
        self._job = job = Job(lambda *steps: self._exports.write(wish, *steps), self)
        job.progressed.connect(page.follow)
        job.finished.connect(lambda written: self._end(self._say_written, written))
        job.failed.connect(lambda error: self._end(self._say_failed, error, wish))
        job.crashed.connect(lambda: self._end(self._back))
        job.start()

    def _problem_of(self, wish: Wish) -> str:
        if not self.fields.place.text().strip() or not wish.target.is_absolute():
            return tr("Say where to: a file in a folder that is there.")
        if wish.first is not None and wish.until is not None and wish.first > wish.until:
            return tr("The first day comes after the last one.")
        folder = wish.format is ExportFormat.MARKDOWN and not is_archive(wish.target)
        if wish.target.exists() and not folder and self.fields.agreed != wish.target:
            self.fields.agreed = wish.target
            self.primary.setText(tr("&Replace it"))
            return tr("{file} is there already. Replace it, or choose another name.").format(file=wish.target.name)
        return ""

    def _follow_edit(self) -> None:
        self.show_problem("")
        self.primary.setText(tr("&Export"))

    def _say_written(self, written: Written) -> None:
        self._say("check", tr("Exported"), say_written(written, tr))
        folder = written.wish.target if written.wish.target.is_dir() else written.wish.target.parent
        self._offer(tr("&Close"), super().accept, "")
        self.secondary.setText(tr("Open the &folder"))
        self.secondary.show()
        self.secondary.clicked.disconnect()
        self.secondary.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

    def _say_failed(self, error: KnownError, wish: Wish) -> None:
        """Back to what was chosen, so that it can be chosen otherwise."""
        self._back()
        if isinstance(error, StoppedError):
            self.show_problem(tr("Stopped. Nothing was written."))
        else:
            self.show_problem(say_export_problem(error, wish.target, tr))

    def _back(self) -> None:
        self._show(self.fields)
        self._offer(tr("&Export"), self.export, tr("&Cancel"))

    def _end(self, then: Callable[..., object], *outcome: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        then(*outcome)

    def _say(self, icon: str, title: str, sentence: str) -> None:
        page = EmptyState(icon, title, sentence, parent=self)
        # A box layout gives a wrapped label the height it would need at the layout's own, greater width.
        page.sentence.setMinimumHeight(page.sentence.heightForWidth(page.sentence.maximumWidth()))
        self._show(page)

    def _show(self, page: QWidget) -> None:
        before = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.show_problem("")
        if before is not None and before is not self.fields and before is not page:
            self.pages.removeWidget(before)
            before.deleteLater()

    def _offer(self, primary: str, act: Callable[[], object], secondary: str) -> None:
        """What the buttons do from now on; without words a button is not there."""
        self._act = act
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary))
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        (self.primary if primary else self.secondary).setFocus()

    @override
    def accept(self) -> None:
        if not self.busy:
            self._act()

    @override
    def reject(self) -> None:
        """Writing is asked to stop, and the dialog waits for that."""
        if self._job is not None and isinstance(self.page, ProgressPage):
            self._job.cancel()
            self.page.stop()
        else:
            super().reject()
