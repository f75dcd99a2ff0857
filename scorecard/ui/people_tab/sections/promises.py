"""The promises between the user and somebody: open ones with the keys of the cards, the record, and theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.promises import Level
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_editor.fold_button import FoldButton
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.adding import AddingSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.sections.owed_part import OwedPart
from scorecard.ui.people_tab.sections.promise_lines import PromiseLines
from scorecard.ui.people_tab.sections.promise_words import mine_line, read_promise, say_draft, say_records
from scorecard.ui.people_tab.sections.read_field import ReadField
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.promise_dialogs.steps import PromiseSteps
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import Between, PersonPage
    from scorecard.services.services import Services


class PromisesSection(AddingSection):
    tables = ("owed",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Promises between us"), desk, parent)
        self.steps = PromiseSteps(desk, self)
        self._in_full = ""
        self.hint = self.hint_label(tr("Nothing is promised, neither way."))
        self.mine_heading = Label(tr("I promised"), TextStyle.STRONG, parent=self)
        self.record = wrapped("", self, TextStyle.SMALL)
        self.open = PromiseLines(tr("What I promised"), self)
        self.open_latest = LatestLines(self.open, self)
        self.adding = ReadField(
            tr("Add a promise of mine"), tr("“Send the estimates by Friday !commitment”"), WORDS_LENGTH,
            self._say_reading, self,
        )  # fmt: skip
        self.in_full = LinkButton(tr("In full…"), self)
        self.in_full.setAccessibleName(tr("Make a promise to them in full"))
        self.fold = FoldButton("", self)
        self.settled = PromiseLines(tr("Settled promises of mine"), self)
        self.settled_latest = LatestLines(self.settled, self)
        self.theirs = OwedPart(self)
        self.mine_heading.setBuddy(self.adding.field)
        self.fields.insert(0, self.adding.field)
        self._arrange()
        self._connect()

    @override
    def _show(self, page: PersonPage) -> None:
        mine = page.promises
        self.hint.setVisible(not (mine.open or mine.settled or page.owed))
        self.record.setText(say_records(mine.records))
        self.record.setVisible(bool(self.record.text()))
        self._show_mine(mine, page)
        self.theirs.show_page(page, afresh=self.other_person)

    def _show_mine(self, mine: Between, page: PersonPage) -> None:
        for lines, latest, items in (
            (self.open, self.open_latest, mine.open),
            (self.settled, self.settled_latest, mine.settled),
        ):
            lines.know({item.promise.id: item for item in items}, page.today)
            latest.show_items(items, lambda item: mine_line(item, page.today), afresh=self.other_person)
        if self.other_person:
            self.fold.setChecked(False)
        self.fold.setText(tr("Settled ({count})", "promises").format(count=len(mine.settled)))
        self.fold.setVisible(bool(mine.settled))
        self._fold()

    def _fold(self) -> None:
        self.settled_latest.setVisible(self.fold.isChecked() and bool(self.settled.lines))

    def _say_reading(self, line: str) -> str:
        page = self.page
        if page is None:
            return ""
        read = self.desk.ask(lambda services: read_promise(services, line, page.person.name, page.person.id))
        return say_draft(read, page.today) if read is not None else ""

    def _add(self, line: str) -> None:
        name = self.page.person.name if self.page is not None else ""

        def wish(services: Services, person_id: str) -> None:
            services.promises.make(read_promise(services, line, name, person_id))

        self.add(self.adding.field, line, wish)

    def _open_editor(self) -> None:
        """With what is typed already."""
        from scorecard.services.promises import PromiseDraft

        page, line = self.page, self.adding.field.typed
        if page is None:
            return
        draft = PromiseDraft("", Level.COMMITMENT, to_whom=page.person.name, person_id=page.person.id)
        if line:
            draft = self.desk.ask(lambda s: read_promise(s, line, page.person.name, page.person.id)) or draft
        self._in_full = line
        self.steps.new(draft)

    def _made(self) -> None:
        """What was typed has become a promise in the editor."""
        if self._in_full and self.adding.field.typed == self._in_full:
            self.adding.field.clear()
        self._in_full = ""

    def _connect(self) -> None:
        self.adding.field.entered.connect(self._add)
        self.in_full.clicked.connect(self._open_editor)
        self.steps.taken.connect(lambda _: self._made())
        self.open.taken.connect(self.steps.take)
        self.settled.taken.connect(self.steps.take)
        self.fold.toggled.connect(lambda _: self._fold())

    def _arrange(self) -> None:
        self.body.addLayout(indented(self.hint))
        self.body.addLayout(indented(self.mine_heading, self.in_full))
        self.body.addLayout(indented(self.record))
        self.body.addWidget(self.open_latest)
        self.body.addWidget(self.adding)
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.settled_latest)
        self.body.addSpacing(px(self, GAP))
        self.body.addWidget(self.theirs)
