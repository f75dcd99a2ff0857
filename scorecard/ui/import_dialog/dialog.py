"""Importing another program's file: choose it, see what would change, import, see what has changed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.importing import Importing, PreparedImport, Receipt
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.importing_own import OwnReceipt, PreparedOwn
from scorecard.ui.background import Cancelled, Job, Progress, Work
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.import_dialog.progress_page import ProgressPage
from scorecard.ui.import_dialog.wording import say_date, say_import, say_name, say_plan_title
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.words.exporting import say_own_plan
from scorecard.words.importing_steps import say_done, say_nothing_new, say_problem, say_readable


class ImportDialog(Dialog):
    """`imported` carries the Receipt, after the commit. With a `file` it begins to read at once."""

    imported = Signal(object)

    def __init__(self, importing: Importing, parent: QWidget | None = None, file: Path | None = None) -> None:
        super().__init__(tr("Import"), tr("Choose a &file…"), tr("&Cancel"), parent)
        self._importing = importing
        self._file = file
        self._prepared: PreparedImport | None = None
        self._job: Job | None = None
        self._act: Callable[[], object] = self._choose_file
        self.pages = QStackedWidget(self)
        self.content.addWidget(self.pages, 1)
        self.setMinimumSize(px(self, 640), px(self, 440))
        self.resize(px(self, 820), px(self, 580))
        if file is None:
            self._say("download", tr("Bring in what you have recorded elsewhere"), say_readable(tr))
            self._offer(tr("Choose a &file…"), self._choose_file, tr("&Cancel"))
        else:
            self.read(file)

    @property
    def page(self) -> QWidget | None:
        return self.pages.currentWidget()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def read(self, file: Path) -> None:
        """Reads a file and shows what would be imported from it."""
        self._file = file
        words = tr("Reading {file}").format(file=say_name(file))
        self._wait_for(lambda *steps: self._read(file, *steps), words, self._show_plan)

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
            self._say("check", tr("Nothing to import"), say_nothing_new(prepared.plan, tr))
            self._offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
            return
        page = PlanPage(self._file or Path(), prepared, self)
        page.chosen.connect(self._plan_again)
        self._show(page)
        self.title.setText(say_plan_title(prepared))
        self._offer(say_import(prepared), self._apply, tr("&Cancel"))
        page.table.setFocus()

    def _show_own(self, prepared: PreparedOwn) -> None:
        self._say("download", tr("An export of Scorecard"), say_own_plan(prepared.counts, tr))
        if prepared.counts.is_empty:
            self._offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
        else:
            self._offer(tr("&Import"), lambda: self._apply_own(prepared), tr("&Cancel"))

    def _apply_own(self, prepared: PreparedOwn) -> None:
        words = tr("Importing. Nothing is kept until all of it is.")
        own = self._importing.own
        self._wait_for(lambda _progress, cancelled: own.apply(prepared, cancelled), words, self._show_own_receipt)

    def _show_own_receipt(self, receipt: OwnReceipt) -> None:
        self.imported.emit(receipt)
        self._say("check", tr("Imported"), say_own_plan(receipt.counts, tr) + " " + tr("One undo takes it back."))
        self._offer(tr("&Close"), super().accept)

    def _plan_again(self) -> None:
        """With what is ticked now; what is ticked meanwhile makes another plan."""
        prepared, page = self._prepared, self.page
        if prepared is None or self.busy or not isinstance(page, PlanPage):
            return
        apart, asked = page.choice
        self.primary.setEnabled(False)
        self._run(lambda *_steps: self._importing.plan_again(prepared, apart, asked), self._show_plan_again)

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
            self._wait_for(lambda *steps: self._importing.apply(prepared, *steps), words, self._show_receipt)

    def _show_receipt(self, receipt: Receipt) -> None:
        self.imported.emit(receipt)
        self._say("check", tr("Imported"), say_done(receipt.plan, say_date, tr))
        self._offer(tr("&Close"), super().accept)

    def _show_problem(self, error: KnownError) -> None:
        stopped = isinstance(error, ImportCancelledError)
        title = tr("Stopped") if stopped else tr("{file} was not imported").format(file=say_name(self._file or Path()))
        self._say("x", title, say_problem(error, tr))
        self._offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))

    def _choose_file(self) -> None:
        kinds = (tr("Backups and tables (*.db *.csv *.tsv *.txt *.zip *.json *.daylio)"), tr("All files (*)"))
        folder = str(self._file.parent if self._file else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file to import"), folder, ";;".join(kinds))
        if chosen:
            self.read(Path(chosen))

    def _wait_for(self, work: Work, words: str, then: Callable[..., object]) -> None:
        page = ProgressPage(words, self)
        self._show(page)
        self._offer("", self._choose_file, tr("&Cancel"))
        self._run(work, then).progressed.connect(page.follow)

    def _run(self, work: Work, then: Callable[..., object]) -> Job:
        self._job = job = Job(work, self)
        job.finished.connect(lambda result: self._end(then, result))
        job.failed.connect(lambda error: self._end(self._show_problem, error))
        job.crashed.connect(lambda: self._end(super(ImportDialog, self).reject))
        job.start()
        return job

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
        self.title.setText(tr("Import"))
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()

    def _offer(self, primary: str, act: Callable[[], object], secondary: str = "") -> None:
        """What the buttons do from now on; without words a button is not there."""
        self._act = act
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary))
        self.primary.setEnabled(bool(primary))
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        (self.primary if primary else self.secondary).setFocus()

    @override
    def accept(self) -> None:
        self._act()

    @override
    def reject(self) -> None:
        """Reading and importing are asked to stop, and the dialog waits for that."""
        if self._job is not None and isinstance(self.page, ProgressPage):
            self._job.cancel()
            self.page.stop()
        else:
            super().reject()
