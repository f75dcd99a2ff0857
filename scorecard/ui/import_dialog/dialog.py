"""Importing another program's file: choose it, see what would change, import, see what has changed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.importing import Importing, PreparedImport, Receipt
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.importing_own import OwnReceipt, PreparedOwn
from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.import_dialog.wording import say_date, say_import, say_name, say_plan_title
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.exporting import say_own_plan
from scorecard.words.importing_steps import say_done, say_nothing_new, say_problem, say_readable


class ImportDialog(PagedDialog):
    """`imported` carries the Receipt, after the commit. With a `file` it begins to read at once."""

    imported = Signal(object)

    def __init__(self, importing: Importing, parent: QWidget | None = None, file: Path | None = None) -> None:
        super().__init__(tr("Import"), tr("Choose a &file…"), tr("&Cancel"), parent)
        self._importing = importing
        self._file = file
        self._prepared: PreparedImport | None = None
        self.setMinimumSize(px(self, 640), px(self, 440))
        self.resize(px(self, 820), px(self, 580))
        if file is None:
            self.say("download", tr("Bring in what you have recorded elsewhere"), say_readable(tr))
            self.offer(tr("Choose a &file…"), self._choose_file, tr("&Cancel"))
        else:
            self.read(file)

    def read(self, file: Path) -> None:
        """Reads a file and shows what would be imported from it."""
        self._file = file
        words = tr("Reading {file}").format(file=say_name(file))
        self.wait_for(lambda *steps: self._read(file, *steps), words, self._show_plan)

    def _read(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedImport | PreparedOwn:
        """In the thread."""
        if self._importing.own.recognises(file):
            return self._importing.own.read_and_plan(file, cancelled)
        return self._importing.read_and_plan(file, progress, cancelled)

    def _show_plan(self, prepared: PreparedImport | PreparedOwn) -> None:
        if isinstance(prepared, PreparedOwn):
            self._show_own(prepared)
            return
        self._prepared = prepared
        if prepared.plan.is_empty:
            self.say("check", tr("Nothing to import"), say_nothing_new(prepared.plan, tr))
            self.offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
            return
        page = PlanPage(self._file or Path(), prepared, self)
        page.chosen.connect(self._plan_again)
        self.show_page(page)
        self.title.setText(say_plan_title(prepared))
        self.offer(say_import(prepared), self._apply, tr("&Cancel"))
        page.table.setFocus()

    def _show_own(self, prepared: PreparedOwn) -> None:
        self.say("download", tr("An export of Scorecard"), say_own_plan(prepared.counts, tr))
        if prepared.counts.is_empty:
            self.offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
        else:
            self.offer(tr("&Import"), lambda: self._apply_own(prepared), tr("&Cancel"))

    def _apply_own(self, prepared: PreparedOwn) -> None:
        words = tr("Importing. Nothing is kept until all of it is.")
        own = self._importing.own
        self.wait_for(lambda _progress, cancelled: own.apply(prepared, cancelled), words, self._show_own_receipt)

    def _show_own_receipt(self, receipt: OwnReceipt) -> None:
        self.imported.emit(receipt)
        self.say("check", tr("Imported"), say_own_plan(receipt.counts, tr) + " " + tr("One undo takes it back."))
        self.offer(tr("&Close"), self.close_page)

    def _plan_again(self) -> None:
        """With what is ticked now; what is ticked meanwhile makes another plan."""
        prepared, page = self._prepared, self.page
        if prepared is None or self.busy or not isinstance(page, PlanPage):
            return
        apart, asked = page.choice
        self.primary.setEnabled(False)
        self.run(lambda *_steps: self._importing.plan_again(prepared, apart, asked), self._show_plan_again)

    def _show_plan_again(self, prepared: PreparedImport) -> None:
        if not isinstance(self.page, PlanPage):
            return
        if self.page.choice != (prepared.apart, prepared.asked):
            self._plan_again()
            return
        self._prepared = prepared
        self.page.show_prepared(prepared)
        self.primary.setText(say_import(prepared))
        self.primary.setEnabled(True)

    def _apply(self) -> None:
        prepared = self._prepared
        if prepared is not None and not self.busy:
            words = tr("Importing. Nothing is kept until all of it is.")
            self.wait_for(lambda *steps: self._importing.apply(prepared, *steps), words, self._show_receipt)

    def _show_receipt(self, receipt: Receipt) -> None:
        self.imported.emit(receipt)
        self.say("check", tr("Imported"), say_done(receipt.plan, say_date, tr))
        self.offer(tr("&Close"), self.close_page)

    @override
    def follow_failure(self, error: object) -> None:
        assert isinstance(error, KnownError)
        stopped = isinstance(error, ImportCancelledError)
        title = tr("Stopped") if stopped else tr("{file} was not imported").format(file=say_name(self._file or Path()))
        self.say("x", title, say_problem(error, tr))
        self.offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))

    def _choose_file(self) -> None:
        kinds = (tr("Backups and tables (*.db *.csv *.tsv *.txt *.zip *.json *.daylio)"), tr("All files (*)"))
        folder = str(self._file.parent if self._file else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file to import"), folder, ";;".join(kinds))
        if chosen:
            self.read(Path(chosen))

    @override
    def show_page(self, page: QWidget) -> None:
        self.title.setText(tr("Import"))
        super().show_page(page)
