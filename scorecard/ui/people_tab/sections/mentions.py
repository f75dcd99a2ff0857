"""Where somebody is named with @: in reflections, notes and promises. Enter opens the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.ui.desk import Desk
from scorecard.ui.find_dialog.hit_words import hit_words
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.late import LateSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.services.people.mentions import Mentions
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.searching import Hit


class MentionsSection(LateSection):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Named in"), desk, parent)
        self._hits: tuple[Hit, ...] = ()
        self._of = ""
        self.hint = self.hint_label("")
        self.lines = ShortLines(tr("Where they are named"), LineDeeds(open=tr("&Open")), 1, self)
        self.latest = LatestLines(self.lines, self)
        self.older = self.hint_label(tr("There are older ones: the search finds them."))
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(self.latest)
        self.body.addLayout(indented(self.older))
        self.older.hide()
        self.lines.opened.connect(self._open)

    @override
    def _show(self, page: PersonPage) -> None:
        if self.other_person:
            self._show_hits((), more=False)
            self.hint.hide()

    @override
    def read_late(self, page: PersonPage) -> None:
        person_id = page.person.id
        found: Mentions | None = self.desk.ask(lambda services: services.people.mentions(person_id))
        if found is None:
            return
        self._show_hits(found.hits, more=found.more)
        self.hint.setText(
            tr("Write @{name} in a reflection, a note or a promise, and it is found here.").format(
                name=page.person.name
            )
        )
        self.hint.setVisible(not found.hits)

    @override
    def concerns(self, change: Change) -> bool:
        """What is written on their own page names nobody else, so it is not looked through again."""
        return change.touches_reflections() or change.touches_entries() or change.touches_promises()

    def _show_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        afresh, self._of = self._of != self.person_id, self.person_id
        self._hits = tuple(hits)
        self.older.setVisible(more)
        self.latest.show_items(range(len(hits)), lambda number: hit_line(str(number), hits[number]), afresh=afresh)

    def _open(self, key: str) -> None:
        self.place_asked.emit(self._hits[int(key)].place)


def hit_line(key: str, hit: Hit) -> ShortLine:
    """What it is and when, what was written there, and what it belongs to."""
    words = hit_words(hit)
    if not hit.excerpt.text:
        return ShortLine(key, hit.title.text, words.what)
    return ShortLine(key, hit.excerpt.text, words.what, hit.title.text)
