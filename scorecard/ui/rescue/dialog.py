"""The way back from a bad store: what happened, where to begin from, what else comes along, doing it, what was done.

Nothing is written before it is done; leaving at any point leaves everything as it was.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from scorecard.domain.incidents import StoreError
from scorecard.overriding import override
from scorecard.services.rescue_sources import NoSourceError, Source, SourceKind, Survey
from scorecard.ui.rescue.offers_page import OffersPage
from scorecard.ui.rescue.sources_page import SourcesPage
from scorecard.ui.rescue.steps import RescueSteps, nothing
from scorecard.ui.rescue.telling_page import TellingPage
from scorecard.ui.rescue.wording import begin_words, begun_from, facts_of, held_in, made_from
from scorecard.ui.text import tr
from scorecard.words.rescuing import say_done, say_kept, say_no_source, say_nothing_found, say_what_happened

if TYPE_CHECKING:
    from scorecard.domain.salvage import Salvaged
    from scorecard.services.rescuing import Rescue
    from scorecard.services.salvaging import Rebuilt


class RescueDialog(RescueSteps):
    """Accepted: look at the store again, whether something was done or the user did it. `rebuilt`: what was done."""

    def __init__(self, error: StoreError, rescue: Rescue, leave: str, parent: QWidget | None = None) -> None:
        """`leave` are the words of the button that leaves everything as it is."""
        super().__init__(tr("&Try again"), leave, parent)
        self._error = error
        self._rescue = rescue
        self._leave = leave
        self._survey: Survey | None = None
        self._source: Source | None = None
        self._found: dict[Source, Salvaged] = {}
        self._accepted: dict[Source, frozenset[int]] = {}
        self.rebuilt: Rebuilt | None = None
        self.again = self.add_extra(tr("&Try again"), self.close_page)
        self.others = self.add_extra(tr("&Other ways…"), self._show_sources)
        self.another = self.add_extra(tr("Another &file…"), self._choose_file)
        self.folder = self.add_extra(tr("Open its &folder"), self._open_folder)
        self._begin()

    def _begin(self) -> None:
        """What happened is said at once; what is safe, as soon as the backups were looked through."""
        self._show_facts()
        self.recover = lambda: self._follow_survey(Survey((Source(SourceKind.EMPTY),)))
        self.run(self._rescue.survey, self._follow_survey)

    def _follow_survey(self, survey: Survey) -> None:
        self._survey = survey
        self._show_facts()

    def _show_facts(self) -> None:
        page = TellingPage(say_what_happened(self._error.fault, self._error.path, tr), self)
        page.add("shield-check", *say_kept(self._rescue.has_remains, tr))
        self.come_to(1, tr("What happened, and what is safe"), page)
        if self._survey is None:
            page.add("archive", tr("Looking through the backups…"))
            self.offer("", nothing, self._leave)
            return
        for fact in facts_of(self._survey):
            page.add(*fact)
        page.say(tr("Nothing is changed until you say so at the end. Esc leaves everything as it is."), quiet=True)
        recommended = self._survey.recommended
        self.show_extras(self.again, self.others)
        if recommended is None:
            self.show_extras(self.others)
            self.offer(tr("&Try again"), self.close_page, self._leave)
        else:
            self.offer(begin_words(recommended), lambda: self._take(recommended), self._leave)

    def _show_sources(self) -> None:
        assert self._survey is not None
        page = SourcesPage(self._survey, self._source, self._rescue.has_remains, self)
        page.decided.connect(self.accept)
        self.come_to(2, tr("Where shall it begin from?"), page, self._show_facts)
        self.show_extras(self.another)
        self.offer(tr("&Next"), lambda: self._take(page.source), self._leave)
        page.table.setFocus()

    def _choose_file(self) -> None:
        assert self._survey is not None
        kinds = (tr("Stores and exports of Scorecard (*.db *.json)"), tr("All files (*)"))
        words = tr("Choose where to begin from")
        chosen, _ = QFileDialog.getOpenFileName(self, words, str(Path.home()), ";;".join(kinds))
        if not chosen:
            return
        try:
            source = self._rescue.source_in(Path(chosen))
        except NoSourceError as error:
            self.show_problem(say_no_source(error, tr))
            return
        if source not in self._survey.sources:
            self._survey = replace(self._survey, sources=(source, *self._survey.sources))
        self._source = source
        self._show_sources()

    def _take(self, source: Source) -> None:
        self._source = source
        if source.kind is SourceKind.EMPTY:
            self._ask_for_empty()
        elif source in self._found:
            self._show_found(source)
        else:
            self.recover = self._show_sources
            words = tr("Looking through the damaged file, page by page. Nothing is written to it.")
            if not self._rescue.has_remains:
                words = tr("Looking through what you begin from.")
            self.work(lambda *steps: self._rescue.look(source, *steps), words, lambda found: self._keep(source, found))

    def _keep(self, source: Source, found: Salvaged) -> None:
        self._found[source] = found
        self._accepted[source] = found.likely
        self._show_found(source)

    def _show_found(self, source: Source) -> None:
        found = self._found[source]
        if found.offers:
            self._show_list(source, found)
        else:
            self._show_nothing_beyond(source, found)

    def _show_list(self, source: Source, found: Salvaged) -> None:
        page = OffersPage(begun_from(source), found, self._accepted[source], self)
        page.offers.ticked.connect(lambda: self._accepted.update({source: page.accepted}))
        self.come_to(3, tr("What else comes along?"), page, self._show_sources)
        self.offer(tr("Bring it &back"), lambda: self._rebuild(source), self._leave)
        page.table.setFocus()

    def _show_nothing_beyond(self, source: Source, found: Salvaged) -> None:
        page = TellingPage("", self)
        page.add("archive", begun_from(source), held_in(source))
        if self._rescue.has_remains:
            page.add("search", tr("There is nothing to choose"), say_nothing_found(found, tr))
            page.add("shield-check", *say_kept(True, tr))
        self.come_to(3, tr("Shall it be brought back?"), page, self._show_sources)
        bare = source.kind is SourceKind.REMAINS  # a new store with nothing in it has to be asked for by its name
        if not bare:
            page.say(tr("Nothing was written so far. The next step puts it in the place of the store."), quiet=True)
        self.offer("" if bare else tr("Bring it &back"), lambda: self._rebuild(source), self._leave)

    def _ask_for_empty(self) -> None:
        page = TellingPage(tr("Nothing that you entered so far will be in it."), self)
        page.add("shield-check", *say_kept(self._rescue.has_remains, tr))
        page.add("archive", tr("Your backups stay"), tr("You can come back to each of them later: File, Backups."))
        self.come_to(3, tr("Really begin with an empty store?"), page, self._show_sources)
        self.offer(tr("Start &empty"), lambda: self._rebuild(Source(SourceKind.EMPTY)), self._leave)
        self.back.setFocus()

    def _rebuild(self, source: Source) -> None:
        accepted = self._accepted.get(source, frozenset())
        if source.kind is SourceKind.REMAINS and not accepted:
            self.show_problem(tr("Tick at least one line, or go back and choose another way."))
            return
        self.recover = self._ask_for_empty if source.kind is SourceKind.EMPTY else lambda: self._show_found(source)
        words = tr("Bringing it back. Nothing takes the place of the store until all of it is done.")
        self.work(lambda *steps: self._rescue.rebuild(source, accepted, *steps), words, self._show_receipt)

    def _show_receipt(self, rebuilt: Rebuilt) -> None:
        assert self._source is not None
        self.rebuilt = rebuilt
        page = TellingPage("", self)
        page.add("check", say_done(self._source.kind, rebuilt.accepted, tr), made_from(self._source))
        if rebuilt.set_aside is not None:
            page.add("archive", tr("The damaged file is kept, exactly as it was"), str(rebuilt.set_aside.path))
        if rebuilt.accepted:
            words = tr("Ctrl+Z in the window takes back what came from the damaged file, all of it at once.")
            page.add("repeat", tr("You can undo it"), words)
        self.come_to(4, tr("Your scorecard is back"), page)
        if rebuilt.set_aside is not None:
            self.show_extras(self.folder)
        self.offer(tr("&Go on"), self.close_page)

    def _open_folder(self) -> None:
        kept = self.rebuilt.set_aside if self.rebuilt is not None else None
        if kept is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(kept.path.parent)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is only there to be read is scrolled by keys that nothing else took."""
        if not isinstance(self.page, TellingPage) or not self.page.area.scroll_by(event):
            super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        """What was done, was done."""
        if self.rebuilt is not None:
            self.close_page()
        else:
            super().reject()

    @override
    def done(self, result: int) -> None:
        self._rescue.end()
        super().done(result)
