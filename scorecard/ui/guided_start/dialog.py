"""The guided start: from "What would they do without you?" to a card, in three steps and one activity."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.cards import Draft
from scorecard.services.outlines import Offer, Outline, offers_of, write_outline
from scorecard.services.starters import Starter
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.steps_dialog import StepsDialog
from scorecard.ui.guided_start.card_step import CardStep
from scorecard.ui.guided_start.draft_dialog import DraftDialog
from scorecard.ui.guided_start.question_step import QuestionStep
from scorecard.ui.guided_start.work_step import OTHER_WORK, WorkStep
from scorecard.ui.text import tr

KEEP_AFTER = 300  # milliseconds


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What is there when the guided start begins. `names` are those of the measures on the card."""

    today: date
    starters: Sequence[Starter]
    names: Collection[str]
    day_end: time


class GuidedStart(StepsDialog):
    """Accepting the last step makes the card. Until then what was chosen is kept beside the store, on every way out."""

    def __init__(self, around: Surrounding, kept: Outline | None, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("Set up my card"), tr("&Use this card"), desk, parent)
        self._around = around
        self._starters = {starter.key: starter for starter in around.starters}
        known = (*self._starters, OTHER_WORK)
        self.outline = kept if kept is not None and kept.work in known else self._fresh()
        self._kept: Outline | None = self.outline  # None: keeping it was refused
        self._offers: dict[str, tuple[Offer, ...]] = {}
        self.question = QuestionStep(self)
        self.work = WorkStep(around.starters, len(around.names), self)
        self.card = CardStep(self)
        self._pause = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._pause.timeout.connect(self._keep)
        self.secondary.setText(tr("&Not now"))
        self.secondary.setToolTip(tr("What you chose is kept for the next time."))
        for step in (self.question, self.work, self.card):
            self.add_step(step)
        self._show_all()
        self._connect()
        self.go_to(self._first_place())
        self.fit()

    def _fresh(self) -> Outline:
        first = self._around.starters[0]
        return Outline().at_work(first.key, first.serves, offers_of(first, self._around.names))

    def _first_place(self) -> int:
        last = len(self.steps) - 1 if self.outline.drafts else self.steps.index(self.work)
        return min(max(0, self.outline.step), last)

    def _connect(self) -> None:
        self.question.written.connect(self._take_whom)
        self.work.chosen.connect(self._choose_work)
        self.work.ticked.connect(lambda place: self._change(self.outline.ticked(place)))
        self.work.decided.connect(self.accept)
        self.work.own_asked.connect(self._add_own)
        for step in (self.work, self.card):
            step.edit_asked.connect(self._edit)
        self.card.move_asked.connect(self._move)
        self.card.day_end_chosen.connect(self._take_day_end)

    def _move(self, place: int, by: int) -> None:
        outline, there = self.outline.moved(place, by)
        if outline != self.outline:
            self._change(outline)
            self.card.go_to_offer(there)

    def _take_day_end(self, day_end: time) -> None:
        self._change(replace(self.outline, day_end=day_end if day_end != self._around.day_end else None))

    def _take_whom(self, whom: str) -> None:
        if whom != self.outline.whom:
            self._change(replace(self.outline, whom=whom))

    def _choose_work(self, key: str) -> None:
        """What was ticked and changed at another work is there again when that one is chosen again."""
        if key == self.outline.work:
            return
        self._offers[self.outline.work] = tuple(offer for offer in self.outline.offers if not offer.own)
        starter = self._starters.get(key)
        fresh = offers_of(starter, self._around.names) if starter is not None else ()
        offers = self._offers.get(key, fresh)
        self._change(self.outline.at_work(key, starter.serves if starter else "", offers), afresh=True)

    def _change(self, outline: Outline, *, afresh: bool = False) -> None:
        self.outline = outline
        self._pause.start()
        self.show_problem("")
        self._show_offers(afresh=afresh)

    def _show_all(self) -> None:
        self.question.show_whom(self.outline.whom)
        self.card.show_day_end(self.outline.day_end or self._around.day_end)
        self._show_offers(afresh=True)

    def _show_offers(self, *, afresh: bool) -> None:
        shown = self.outline.shown
        self.work.show_offers(self.outline.work, shown, afresh=afresh)
        self.card.show_offers(shown)
        self.primary.setAccessibleDescription(self.card.title)

    def _edit(self, place: int) -> None:
        known = self.outline.shown[place].draft

        def take(draft: Draft) -> None:
            kept = self.outline.offers[place].draft if draft == known else draft
            self._change(self.outline.edited(place, kept))

        self._open_editor(known, take)

    def _add_own(self) -> None:
        def take(draft: Draft) -> None:
            self._change(self.outline.added(draft))
            self.work.go_to_offer(len(self.outline.offers) - 1)

        self._open_editor(None, take)

    def _open_editor(self, known: Draft | None, take: Callable[[Draft], None]) -> None:
        groups = list(dict.fromkeys(offer.draft.group for offer in self.outline.offers))
        editor = DraftDialog(self.desk, self, self._around.today, known, self.outline.whom, groups)
        editor.accepted.connect(lambda: take(editor.draft) if editor.draft is not None else None)
        editor.open()

    def _keep(self) -> bool:
        """False when it was refused."""
        self._pause.stop()
        outline = self.outline

        def refused(error: KnownError) -> None:
            self._kept = None
            self.refuse(error)

        if outline != self._kept:
            self._kept = outline
            self.desk.do(lambda services: services.unfinished_card.keep(write_outline(outline)), refused)
        return self._kept is not None

    def _forget(self) -> None:
        """It has become a card. Should it stay all the same, it does no harm."""
        self._pause.stop()
        self._kept = self.outline
        self.desk.do(lambda services: services.unfinished_card.keep(""), lambda _error: None)

    @override
    def go_to(self, place: int, first: QWidget | None = None) -> None:
        """On the last step the keyboard is on what makes the card."""
        self.show_problem("")
        last = place == len(self.steps) - 1
        super().go_to(place, first or (self.primary if last else None))
        if place != self.outline.step:
            self._change(replace(self.outline, step=place))

    @override
    def flush(self) -> bool:
        return super().flush() and self._keep()

    @override
    def unsaved_text(self) -> str:
        if self.outline == self._kept:
            return ""
        return "\n".join((self.outline.whom, *(draft.name for draft in self.outline.drafts))).strip()

    @override
    def give_up_text(self) -> None:
        self._pause.stop()
        self._kept = self.outline

    @override
    def accept(self) -> None:
        if self.step is not self.question and not self.outline.drafts:
            self.show_problem(tr("Tick at least one measure, or add one of your own."))
            return
        super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is only there to be read is scrolled by keys that nothing else took."""
        area = {self.question: self.question.area, self.card: self.card.area}.get(self.step)
        if area is None or not area.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    @override
    def end(self) -> None:
        outline = self.outline
        starter = self._starters.get(outline.work)
        name = starter.name if starter is not None and any(o.taken and not o.own for o in outline.offers) else ""
        if self.desk.do(lambda services: services.cards.start(name, outline.drafts, outline.day_end), self.refuse):
            self._forget()
            QDialog.accept(self)
