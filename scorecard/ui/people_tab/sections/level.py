"""On which level the relationship is, in their eyes: the step, what it means, and how it came about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.errors import KnownError
from scorecard.domain.relations import LevelStep, RelationLevel
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.overriding import override
from scorecard.ui.card_editor.fold_button import FoldButton
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.day_form import DayForm
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.level_meaning import LevelMeaningPanel
from scorecard.ui.people_tab.level_stair import LevelStair
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.side_by_side import SideBySide
from scorecard.words.people import say_relation_level

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

_BESIDE_FROM = 540
_LEADING = Qt.AlignmentFlag.AlignLeading


class LevelSection(Section):
    tables = ("relation",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Relationship level"), desk, parent)
        self.hint = _wrapped(tr("How they see you by what they do: choose a step, and say what showed it."), self)
        self.stair = LevelStair(self)
        self.step = QuietButton("", self)
        self.form = DayForm(tr("What showed it, in one sentence"), tr("What they said or did"), WORDS_LENGTH, self)
        Completion(self.form.words, known_to(desk))
        self.fold = FoldButton("", self)
        self.meaning = LevelMeaningPanel(self)
        self.history = FoldButton(tr("How it came about"), self)
        deeds = LineDeeds(open=tr("&Edit…"), remove=tr("&Remove"))
        self.steps = ShortLines(tr("How it came about"), deeds, WORDS_LENGTH, self)
        self._arrange()
        self._connect()

    @override
    def flush(self) -> bool:
        """A sentence that was begun is noted; without one nothing was said yet."""
        if self.form.typed:
            self.form.act()
        return not self.form.typed

    @override
    def unsaved_text(self) -> str:
        return self.form.typed

    @override
    def give_up_text(self) -> None:
        self.form.give_up()

    def ask_step(self, level: RelationLevel | None = None) -> None:
        """What showed that the level that is looked at was reached."""
        level = level or self.stair.level
        if level is None or self.page is None or level is self.page.level:
            return
        question = tr("{person} as {level}: what showed it?", "relationship level").format(
            person=self.page.person.name, level=say_relation_level(level, tr).lower()
        )
        self.form.ask(level.value, question, tr("&Note the step"), self.page.today)

    @override
    def _show(self, page: PersonPage) -> None:
        if self.other_person:
            self.form.hide()
        newest = page.steps[0].relation if page.steps else None
        self.stair.show_level(page.level, newest.day if newest is not None else None, page.today)
        if self.other_person or self.stair.level is None:
            self.stair.look_at(page.level or RelationLevel.VENDOR)
        self.hint.setVisible(page.level is None)
        self.steps.set_lines([_line(step, page.today) for step in page.steps])
        self.history.setVisible(bool(page.steps))
        self.steps.setVisible(bool(page.steps) and self.history.isChecked())
        self._look()

    def _look(self) -> None:
        level, page = self.stair.level, self.page
        if level is None or page is None:
            return
        words = say_relation_level(level, tr)
        self.fold.setText(tr("What “{level}” means").format(level=words))
        self.step.setText(self._say_step(page.level, level))
        self.step.setVisible(level is not page.level and self.form.isHidden())
        found = self.desk.ask(lambda services: services.people.definitions())
        self.fold.setVisible(found is not None)
        self.meaning.setVisible(found is not None and self.fold.isChecked())
        if found is not None:
            self.meaning.show_meaning(found.levels[level])

    def _say_step(self, now: RelationLevel | None, level: RelationLevel) -> str:
        words = say_relation_level(level, tr).lower()
        if now is None:
            return tr("Note that you are a &{level}…").format(level=words)
        if level.step > now.step:
            return tr("Note a step &up to {level}…").format(level=words)
        return tr("Note a step &down to {level}…").format(level=words)

    def _take(self, key: str, words: str, day: date) -> None:
        """`key` is a level, or the id of a step that is edited."""
        person_id = self.person_id

        def refused(error: KnownError) -> None:
            self.form.show()
            self.step.hide()
            self.desk.failed.emit(error)

        if key in set(RelationLevel):
            level = RelationLevel(key)
            done = self.desk.do(lambda s: s.people.relations.step(person_id, level, words, day), refused)
            back: QWidget = self.stair
        else:
            done = self.desk.do(lambda s: s.people.relations.edit(key, words, day), refused)
            back = self.steps
        if done:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._look()

    def _edit(self, relation_id: str) -> None:
        for step in self.page.steps if self.page is not None else ():
            if step.relation.id == relation_id:
                words = say_relation_level(step.relation.level, tr)
                question = tr("{level}: what showed it, and when?").format(level=words)
                self.form.ask(relation_id, question, tr("&Change it"), step.relation.day, step.relation.evidence)
                self.step.hide()

    def _fold_history(self, shown: bool) -> None:
        self.steps.setVisible(shown and bool(self.steps.lines))

    def _leave(self) -> None:
        self.stair.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _connect(self) -> None:
        self.stair.looked_at.connect(lambda _: self._look())
        self.stair.step_asked.connect(self._ask_and_hide)
        self.step.clicked.connect(lambda: self._ask_and_hide(None))
        self.form.taken.connect(self._take)
        self.form.left.connect(self._leave)
        self.fold.toggled.connect(self.meaning.setVisible)
        self.history.toggled.connect(self._fold_history)
        self.steps.opened.connect(self._edit)
        self.steps.removed.connect(lambda key: self.desk.do(lambda s: s.people.relations.remove(key)))

    def _ask_and_hide(self, level: RelationLevel | None) -> None:
        self.ask_step(level)
        self.step.setVisible(self.form.isHidden() and self.step.isVisible())

    def _arrange(self) -> None:
        self.fold.setChecked(True)
        self.history.setChecked(True)
        left, right = QWidget(self), QWidget(self)
        for part, widgets in ((left, (self.stair, self.step)), (right, (self.fold, self.meaning))):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(self, GAP_SMALL))
            for widget in widgets:
                if widget in (self.stair, self.fold):
                    column.addWidget(widget)
                else:
                    line = indented(widget)
                    if widget is self.step:
                        line.setAlignment(widget, _LEADING)
                    column.addLayout(line)
            column.addStretch(1)
        self.widen_body(SIDE)
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(SideBySide(left, right, (2, 3), _BESIDE_FROM, self))
        self.body.addLayout(indented(self.form))
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.history)
        below.addWidget(self.steps)
        self.body.addLayout(below)


def _line(step: LevelStep, today: date) -> ShortLine:
    """ "Up to partner · Fri 3 Nov", and below it what showed it."""
    relation = step.relation
    level, day = say_relation_level(relation.level, tr), say_plain_day(relation.day, today)
    if step.up is None:
        words = tr("{level} · {day}").format(level=level, day=day)
    elif step.up:
        words = tr("Up to {level} · {day}").format(level=level.lower(), day=day)
    else:
        words = tr("Down to {level} · {day}").format(level=level.lower(), day=day)
    return ShortLine(relation.id, relation.evidence or tr("Nothing was written about it."), aside=words)


def _wrapped(words: str, parent: QWidget) -> Label:
    label = Label(words, quiet=True, parent=parent)
    label.setWordWrap(True)
    return label
