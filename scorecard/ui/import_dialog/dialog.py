"""Importing another program's file: choose it, see what would change, import, see what has changed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.importing import Importing, PreparedImport, Receipt
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.importing_own import OwnReceipt, PreparedOwn
from scorecard.services.importing_tables import OpenTable, TableBook, TableImporting
from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.import_dialog.file_taking import FileTakingDialog
from scorecard.ui.import_dialog.mapping_page import MappingPage
from scorecard.ui.import_dialog.mapping_steps import MappingSteps
from scorecard.ui.import_dialog.own_page import OwnPage
from scorecard.ui.import_dialog.plan_page import PlanPage
from scorecard.ui.import_dialog.wording import say_date, say_import, say_name, say_plan_title
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.importing_own import say_own_plan, say_own_source
from scorecard.words.importing_steps import say_done, say_nothing_new, say_problem


class ImportDialog(FileTakingDialog):
    """`imported` carries the Receipt, after the commit. With a `file`, or a folder, it begins to read at once. The
    `book` knows how tables were read before."""

    imported = Signal(object)

    def __init__(
        self,
        importing: Importing,
        parent: QWidget | None = None,
        file: Path | None = None,
        book: TableBook | None = None,
    ) -> None:
        super().__init__(tr("Import"), parent, file)
        self._importing = importing
        self._tables = TableImporting(importing, book)
        self._mapping = MappingSteps(self, self._tables, self._show_plan)
        self._prepared: PreparedImport | None = None
        self._own: PreparedOwn | None = None
        self.setMinimumSize(px(self, 720), px(self, 500))
        self.resize(px(self, 900), px(self, 600))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._press)
        if file is None:
            self.ask_for_file()
        else:
            self.read(file)

    @property
    @override
    def changed(self) -> bool:
        match self.page:
            case PlanPage() as page:
                return bool(page.wishes)
            case MappingPage() as page:
                return page.mapping != page.table.mapping
            case _:
                return False

    @override
    def read(self, file: Path) -> None:
        """Reads a file and shows what would be imported from it."""
        self.file = file
        self._mapping.forget()
        words = tr("Reading {file}").format(file=say_name(file))
        self.wait_for(lambda *steps: self._read(file, *steps), words, self._show_plan)

    def _read(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedImport | PreparedOwn | OpenTable:
        """In the thread."""
        if self._importing.own.recognises(file):
            return self._importing.own.read_and_plan(file, progress, cancelled)
        return self._tables.read_and_plan(file, progress, cancelled)

    def _show_plan(self, prepared: PreparedImport | PreparedOwn | OpenTable) -> None:
        if isinstance(prepared, PreparedOwn):
            self._show_own(prepared)
            return
        if isinstance(prepared, OpenTable):
            self._mapping.show(prepared)
            return
        self._prepared = prepared
        if prepared.plan.is_empty:
            self.say("check", tr("Nothing to import"), say_nothing_new(prepared.plan, tr))
            self.offer(tr("Choose another &file…"), self.choose_file, tr("&Close"))
            self._offer_another_way(prepared)
            return
        page = PlanPage(self.file or Path(), prepared, self._importing.preview, self)
        page.chosen.connect(self._plan_again)
        self.show_page(page)
        self.title.setText(say_plan_title(prepared))
        self.offer(say_import(prepared), self._apply, tr("&Cancel"))
        self._offer_another_way(prepared)
        page.table.setFocus()

    def _show_own(self, prepared: PreparedOwn) -> None:
        if prepared.counts.is_empty and not prepared.differing:
            self.say("check", tr("Nothing to import"), say_own_plan(prepared.counts, tr))
            self.offer(tr("Choose another &file…"), self.choose_file, tr("&Close"))
            return
        page = OwnPage(self.file or Path(), prepared, self)
        page.chosen.connect(self._plan_own_again)
        self.show_page(page)
        self.title.setText(say_own_source(prepared, say_date, tr))
        self._offer_own(prepared)

    def _offer_own(self, prepared: PreparedOwn) -> None:
        self._own = prepared
        if prepared.counts.is_empty:
            self.offer(tr("Choose another &file…"), self.choose_file, tr("&Close"))
        else:
            self.offer(tr("&Import"), lambda: self._apply_own(prepared), tr("&Cancel"))

    def _plan_own_again(self) -> None:
        """With what is ticked now; what is ticked meanwhile makes another plan."""
        prepared, page = self._own, self.page
        if prepared is None or self.busy or not isinstance(page, OwnPage):
            return
        by_name = page.join.isChecked()
        self.primary.setEnabled(False)
        own = self._importing.own
        self.run(lambda *_steps: own.plan_again(prepared, by_name=by_name), self._show_own_again)

    def _show_own_again(self, prepared: PreparedOwn) -> None:
        page = self.page
        if not isinstance(page, OwnPage):
            return
        self._own = prepared
        if page.join.isChecked() != prepared.by_name:
            self._plan_own_again()
            return
        page.show_prepared(prepared)
        self._offer_own(prepared)
        page.join.setFocus()

    def _apply_own(self, prepared: PreparedOwn) -> None:
        words = tr("Importing. Nothing is kept until all of it is.")
        own = self._importing.own
        self.wait_for(lambda _progress, cancelled: own.apply(prepared, cancelled), words, self._show_own_receipt)

    def _show_own_receipt(self, receipt: OwnReceipt) -> None:
        self.imported.emit(receipt)
        self.say("check", tr("Imported"), say_own_plan(receipt.counts, tr) + " " + tr("One undo takes it back."))
        self.offer(tr("&Close"), self.close_page)

    def _plan_again(self) -> None:
        """With what is wished now; what is wished meanwhile makes another plan."""
        prepared, page = self._prepared, self.page
        if prepared is None or self.busy or not isinstance(page, PlanPage):
            return
        wishes = page.wishes
        self.show_problem("")
        self.primary.setEnabled(False)
        self.run(lambda *_steps: self._importing.plan_again(prepared, wishes), self._show_plan_again)

    def _show_plan_again(self, prepared: PreparedImport) -> None:
        if not isinstance(self.page, PlanPage):
            return
        if self.page.wishes != prepared.wishes:
            self._plan_again()
            return
        self._prepared = prepared
        self.page.show_prepared(prepared)
        self.primary.setText(say_import(prepared))
        self.primary.setEnabled(not prepared.plan.is_empty)

    def _press(self) -> None:
        """Done with all of it, wherever the keyboard is: Enter alone may mean something there."""
        if self.primary.isVisible():
            self.primary.click()

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
        title = tr("Stopped") if stopped else tr("{file} was not imported").format(file=say_name(self.file or Path()))
        self.say("x", title, say_problem(error, tr))
        self.offer_file(tr("Choose another &file…"), tr("&Close"))

    def _offer_another_way(self, prepared: PreparedImport) -> None:
        file = self.file
        if file is not None and self._mapping.offers(prepared):
            self.offer_also(tr("Read it another &way…"), lambda: self._mapping.show_again(file))

    @override
    def show_page(self, page: QWidget) -> None:
        self.title.setText(tr("Import"))
        super().show_page(page)
