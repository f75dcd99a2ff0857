"""Bringing in contacts: choose a file, see who would come in, bring them in, see who came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from scorecard.domain.errors import KnownError, StoppedError
from scorecard.overriding import override
from scorecard.services.importing_outcomes import ImportCancelledError
from scorecard.services.people.contacts import ContactsPlan, Imported
from scorecard.ui.background import Job, Work
from scorecard.ui.desk import Desk
from scorecard.ui.import_dialog.progress_page import ProgressPage
from scorecard.ui.import_dialog.wording import say_name
from scorecard.ui.people_tab.contacts_page import ContactsPage
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.words.contacts import (
    say_contacts_button,
    say_contacts_done,
    say_contacts_problem,
    say_contacts_readable,
    say_nothing_to_import,
)

_LEAST = (600, 460)
_SIZE = (860, 600)


class ContactsDialog(Dialog):
    """`imported`: somebody came in. With a `file` it begins to read at once; `groups` are those somebody is in."""

    imported = Signal()

    def __init__(self, desk: Desk, parent: QWidget, groups: Sequence[str] = (), file: Path | None = None) -> None:
        super().__init__(tr("Import contacts"), tr("Choose a &file…"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._groups = groups
        self._file = file
        self._plan: ContactsPlan | None = None
        self._job: Job | None = None
        self._act: Callable[[], object] = self._choose_file
        self.pages = QStackedWidget(self)
        self.content.addWidget(self.pages, 1)
        self.setMinimumSize(px(self, _LEAST[0]), px(self, _LEAST[1]))
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        if file is None:
            self._say("users", tr("Bring in the people you know"), say_contacts_readable(tr))
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
        """Reads a file and shows who would come in from it."""
        self._file = file
        work = self._desk.ask(lambda services: services.people.contacts.reading(file))
        if work is not None:
            self._wait_for(work.run, tr("Reading {file}").format(file=say_name(file)), self._show_plan)

    def _show_plan(self, plan: ContactsPlan) -> None:
        self._plan = plan
        if not any(one.is_offered(fill=False) or one.is_offered(fill=True) for one in plan.contacts):
            self._say("check", tr("Nobody new"), say_nothing_to_import(plan, tr))
            self._offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))
            return
        page = ContactsPage(self._file or Path(), plan, self._groups, self)
        page.chosen.connect(self._follow_choice)
        self._show(page)
        self._offer(say_contacts_button(page.receipt, tr), self._bring_in, tr("&Cancel"))
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
            self._wait_for(work.run, words, self._show_receipt)

    def _show_receipt(self, imported: Imported) -> None:
        done = imported.done
        if done is not None:
            self._desk.do(lambda services: services.take_over(done))
        self._say("check", tr("Imported"), say_contacts_done(imported.receipt, tr))
        self._offer(tr("&Close"), super().accept)
        self.imported.emit()

    def _show_problem(self, error: KnownError) -> None:
        stopped = isinstance(error, ImportCancelledError | StoppedError)
        title = tr("Stopped") if stopped else tr("{file} was not imported").format(file=say_name(self._file or Path()))
        self._say("x", title, say_contacts_problem(error, tr))
        self._offer(tr("Choose another &file…"), self._choose_file, tr("&Close"))

    def _choose_file(self) -> None:
        kinds = (tr("Contacts (*.vcf *.vcard *.csv *.tsv *.txt)"), tr("All files (*)"))
        folder = str(self._file.parent if self._file else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file of contacts"), folder, ";;".join(kinds))
        if chosen:
            self.read(Path(chosen))

    def _wait_for(self, work: Work, words: str, then: Callable[..., object]) -> None:
        page = ProgressPage(words, self)
        self._show(page)
        self._offer("", self._choose_file, tr("&Cancel"))
        self._job = job = Job(work, self)
        job.progressed.connect(page.follow)
        job.finished.connect(lambda result: self._end(then, result))
        job.failed.connect(lambda error: self._end(self._show_problem, error))
        job.crashed.connect(lambda: self._end(super(ContactsDialog, self).reject))
        job.start()

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
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()

    def _offer(self, primary: str, act: Callable[[], object], secondary: str = "") -> None:
        """What the buttons do from now on; without words a button is not there."""
        self._act = act
        self.show_problem("")
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


def _problem_of(groups: Sequence[str]) -> str | None:
    from scorecard.domain.profiles import clean_groups
    from scorecard.words.errors import say_error

    try:
        clean_groups(groups)
    except KnownError as error:
        return say_error(error, tr)
    return None
