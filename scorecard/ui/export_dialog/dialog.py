"""Exporting: what, of which time, where to; how far it is; what was written."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError, StoppedError
from scorecard.overriding import override
from scorecard.services.exporting_files import ExportFormat, Exports, Wish, Written, is_archive
from scorecard.ui.export_dialog.fields import ExportFields
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.exporting import say_export_problem, say_written


class ExportDialog(PagedDialog):
    def __init__(
        self, exports: Exports, today: date, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(tr("Export"), tr("&Export"), tr("&Cancel"), parent)
        self._exports = exports
        self._wish: Wish | None = None
        self.fields = ExportFields(today, folder or Path.home(), self)
        self.fields.edited.connect(self._follow_edit)
        self._back()
        self.setMinimumWidth(px(self, 560))
        self.resize(px(self, 640), px(self, 500))
        self.focus_first(self.fields.format)

    def export(self) -> None:
        """Unless something speaks against it, which is said."""
        wish = self.fields.wish
        if problem := self._problem_of(wish):
            self.show_problem(problem)
            return
        self._wish = wish
        words = tr("Writing {file}").format(file=wish.target.name)
        self.wait_for(lambda *steps: self._exports.write(wish, *steps), words, self._say_written)

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
        self.say("check", tr("Exported"), say_written(written, tr))
        folder = written.wish.target if written.wish.target.is_dir() else written.wish.target.parent
        self.offer(tr("&Close"), self.close_page)
        self.secondary.setText(tr("Open the &folder"))
        self.secondary.show()
        self.secondary.clicked.disconnect()
        self.secondary.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

    @override
    def follow_failure(self, error: object) -> None:
        """Back to what was chosen, so that it can be chosen otherwise."""
        assert isinstance(error, KnownError)
        self._back()
        if isinstance(error, StoppedError) or self._wish is None:
            self.show_problem(tr("Stopped. Nothing was written."))
        else:
            self.show_problem(say_export_problem(error, self._wish.target, tr))

    @override
    def follow_crash(self) -> None:
        self._back()

    def _back(self) -> None:
        self.keep_page(self.fields)
        self.offer(tr("&Export"), self.export, tr("&Cancel"))
