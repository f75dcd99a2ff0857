"""The steps of an import in which somebody says how a table is to be read."""

from collections.abc import Callable
from pathlib import Path

from scorecard.services.importing import PreparedImport
from scorecard.services.importing_tables import Bundle, OpenTable, TableImporting, TableMapping
from scorecard.ui.background import Cancelled, Progress
from scorecard.ui.import_dialog.mapping_page import MappingPage
from scorecard.ui.import_dialog.wording import say_name
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.text import tr

MAPPED = ("table", "table-long")  # sources that can be read another way


class MappingSteps:
    """Shows its page in the dialog, and `then` gets what is planned."""

    def __init__(self, dialog: PagedDialog, tables: TableImporting, then: Callable[[PreparedImport], object]) -> None:
        self._dialog = dialog
        self._tables = tables
        self._then = then
        self._table: OpenTable | None = None

    def forget(self) -> None:
        """Another file was chosen."""
        self._table = None

    def offers(self, prepared: PreparedImport) -> bool:
        return prepared.plan.source in MAPPED

    def show_again(self, file: Path) -> None:
        """The table that was read, to be read another way."""
        words = tr("Reading {file}").format(file=say_name(file))
        table = self._table
        self._dialog.wait_for(lambda *_steps: table or self._tables.open(file), words, self.show)

    def show(self, table: OpenTable | None) -> None:
        if table is None:
            return
        self._table = table

        def read(mapping: TableMapping, progress: Progress, cancelled: Cancelled) -> Bundle:
            return self._tables.read(table.file, mapping, progress, cancelled)

        page = MappingPage(table, read, self._dialog)
        self._dialog.show_page(page)
        self._dialog.title.setText(tr("How is {file} to be read?").format(file=say_name(table.file)))
        self._dialog.offer(tr("Co&ntinue"), lambda: self._plan(page), tr("&Cancel"))
        self._dialog.primary.setEnabled(page.outcome is not None)
        page.tried.connect(lambda: self._dialog.primary.setEnabled(page.outcome is not None))
        page.crashed.connect(self._dialog.follow_crash)
        page.preview.setFocus()

    def _plan(self, page: MappingPage) -> None:
        bundle, mapping, table = page.outcome, page.mapping, page.table
        if bundle is None:
            return
        self._table = OpenTable(table.file, table.look, mapping)
        words = tr("Reading {file}").format(file=say_name(table.file))
        self._dialog.wait_for(lambda *_steps: self._tables.plan(table, mapping, bundle), words, self._then)
