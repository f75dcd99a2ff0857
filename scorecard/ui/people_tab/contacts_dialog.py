"""Bringing in contacts: choose a file, see who would come in, bring them in, see who came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scorecard.domain.errors import KnownError, StoppedError
from scorecard.overriding import override
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.people.contacts import ContactsPlan, Imported
from scorecard.ui.desk import Desk
from scorecard.ui.import_dialog.wording import say_name
from scorecard.ui.paged_dialog import PagedDialog
from scorecard.ui.people_tab.contacts_page import ContactsPage
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.words.contacts import (
    say_contacts_button,
    say_contacts_done,
    say_contacts_problem,
    say_contacts_readable,
    say_nothing_to_import,
)

_LEAST = (600, 460)
_SIZE = (860, 600)


class ContactsDialog(PagedDialog):
    """`imported`: somebody came in. With a `file` it begins to read at once; `groups` are those somebody is in."""

    imported = Signal()

    def __init__(self, desk: Desk, parent: QWidget, groups: Sequence[str] = (), file: Path | None = None) -> None:
        super().__init__(tr("Import contacts"), tr("Choose a &file…"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._groups = groups
        self._file = file
        self._plan: ContactsPlan | None = None
        self.setMinimumSize(px(self, _LEAST[0]), px(self, _LEAST[1]))
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        if file is None:
            self.say("users", tr("Bring in the people you know"), say_contacts_readable(tr))
            self.offer(tr("Choose a &file…"), self._choose_file, tr("&Cancel"))
        else:
            self.read(file)

    def read(self, file: Path) -> None:
        """Reads a file and shows who would come in from it."""
        self._file = file
        work = self._desk.ask(lambda services: services.people.contacts.reading(file))
        if work is not None:
            self.wait_for(work.run, tr("Reading {file}").format(file=say_name(file)), self._show_plan)

    def _show_plan(self, plan: ContactsPlan) -> None:
        self._plan = plan
        if not any(one.is_offered(fill=False) or one.is_offered(fill=True) for one in plan.contacts):
            self.say("check", tr("Nobody new"), say_nothing_to_import(plan, tr))
            self.offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
            return
        page = ContactsPage(self._file or Path(), plan, self._groups, self)
        page.chosen.connect(self._follow_choice)
        self.show_page(page)
        self.offer(say_contacts_button(page.receipt, tr), self._bring_in, tr("&Cancel"))
        self._follow_choice()
        page.table.setFocus()

    def _follow_choice(self) -> None:
        if isinstance(self.page, ContactsPage):
            receipt = self.page.receipt
            self.show_problem("")
            self.primary.setText(say_contacts_button(receipt, tr))
            self.primary.setEnabled(bool(receipt.added or receipt.filled))

    def _bring_in(self) -> None:
        plan, page = self._plan, self.page
        if plan is None or self.busy or not isinstance(page, ContactsPage):
            return
        choice, problem = page.choice, _problem_of(page.choice.groups)
        if problem is not None:
            self.show_problem(problem)
            page.groups.own.setFocus()
            return
        work = self._desk.ask(lambda services: services.people.contacts.importing(plan, choice))
        if work is not None:
            words = tr("Importing. Nothing is kept until all of it is.")
            self.wait_for(work.run, words, self._show_receipt)

    def _show_receipt(self, imported: Imported) -> None:
        done = imported.done
        if done is not None:
            self._desk.do(lambda services: services.take_over(done))
        self.say("check", tr("Imported"), say_contacts_done(imported.receipt, tr))
        self.offer(tr("&Close"), self.close_page)
        self.imported.emit()

    @override
    def follow_failure(self, error: object) -> None:
        assert isinstance(error, KnownError)
        stopped = isinstance(error, ImportCancelledError | StoppedError)
        title = tr("Stopped") if stopped else tr("{file} was not imported").format(file=say_name(self._file or Path()))
        self.say("x", title, say_contacts_problem(error, tr))
        self.offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))

    def _choose_file(self) -> None:
        kinds = (tr("Contacts (*.vcf *.vcard *.csv *.tsv *.txt)"), tr("All files (*)"))
        folder = str(self._file.parent if self._file else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file of contacts"), folder, ";;".join(kinds))
        if chosen:
            self.read(Path(chosen))


def _problem_of(groups: Sequence[str]) -> str | None:
    from scorecard.domain.profiles import clean_groups
    from scorecard.words.errors import say_error

    try:
        clean_groups(groups)
    except KnownError as error:
        return say_error(error, tr)
    return None
