"""The weekly review: a page to go through, two places to write, and the ways to hand it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.services.weekly_review.review import WeekPlace, WeekReview
from scorecard.ui import say
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import StepArea
from scorecard.ui.finishing.taking_back import TakingBack
from scorecard.ui.keeping import Typed
from scorecard.ui.reflection_tab.prompt_place import PromptPlace, give_up_all, save_all
from scorecard.ui.reflection_tab.states import PlaceState
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_TINY, GAP_WIDE
from scorecard.ui.weekly_review.day_bars import day_bars
from scorecard.ui.weekly_review.formats import formats_of
from scorecard.ui.weekly_review.handing_out import HandingOut
from scorecard.ui.weekly_review.paper import Printed
from scorecard.ui.weekly_review.view import ReviewView
from scorecard.ui.widgets.buttons import IconButton, QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error
from scorecard.words.weekly_document import Part
from scorecard.words.weekly_review import review_document

if TYPE_CHECKING:
    from scorecard.services.services import Services

PRINT = "Ctrl+P"
_SIZE = QSize(920, 900)
_LOWEST = 520
_AROUND = QSize(32, 72)
_WRITTEN = (Part.QUESTION, Part.FOCUS)


class ReviewDialog(Dialog):
    """Everything written is saved while it is typed; the dialog has nothing to accept. `left`: it was closed."""

    left = Signal()

    def __init__(self, desk: Desk, week: Week, parent: QWidget) -> None:
        super().__init__(tr("Weekly review"), tr("&Done"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.review: WeekReview | None = None
        self.places: list[PromptPlace] = []
        self._week = week
        self._why = ""
        self._shown: object = None
        self.notice = NoticeBar(self)
        self.span = Label("", quiet=True, parent=self)
        self.back = IconButton("chevron-left", tr("Previous week"), Keys.PREVIOUS_WEEK.shown, self)
        self.on = IconButton("chevron-right", tr("Next week"), Keys.NEXT_WEEK.shown, self)
        self.share = QCheckBox(tr("S&hare view"), self)
        self.share.setToolTip(tr("Without notes, without what you wrote, and without names"))
        self.view = ReviewView()
        self.area = StepArea(self.view, self)
        self.handing_out = HandingOut(self, self._say, self._refuse)
        self._add_head()
        self.content.addWidget(self.notice)
        self.content.addWidget(self.area, 1)
        self._add_buttons()
        self._connect()
        self._read(afresh=True)

    @property
    def week(self) -> Week:
        return self._week

    def printed(self) -> Printed | None:
        """What is shown, as it would be handed out: all of it is saved before."""
        self.flush()
        return self._printed_of(self.review) if self.review is not None else None

    def show_week(self, week: Week) -> None:
        """Another week; what was being typed belongs to the one it was typed for, and is saved first."""
        today = self.desk.ask(lambda services: services.scoring.today())
        if today is None or week.monday > today or week == self._week:
            return
        if self.flush():
            self._week = week
            self._read(afresh=True)
            self.area.verticalScrollBar().setValue(0)

    def flush(self) -> bool:
        """Sends everything typed to the store; False when something could not be saved."""
        return save_all(self.places)

    def place_of(self, prompt_id: str) -> PromptPlace | None:
        return next((place for place in self.places if place.state.prompt_id == prompt_id), None)

    def fit(self) -> None:
        """As high as the window allows."""
        room = self.screen().availableGeometry().size() - _AROUND
        parent = self.parentWidget()
        if parent is not None:
            room.setHeight(min(room.height(), max(px(self, _LOWEST), parent.window().height())))
        self.resize(QSize(px(self, _SIZE.width()), px(self, _SIZE.height())).boundedTo(room))

    def _read(self, *, afresh: bool = False) -> None:
        review = self.desk.ask(self._ask)
        if review is None:
            return
        self.review = review
        self._show(review, afresh=afresh)

    def _ask(self, services: Services) -> WeekReview:
        review = services.weekly_review.page(self._week)
        return services.weekly_review.shared(review) if self.share.isChecked() else review

    def _show(self, review: WeekReview, *, afresh: bool) -> None:
        printed = self._printed_of(review)
        document = printed.document
        self.setWindowTitle(document.title)
        self.title.setText(document.title)
        self.span.setText(document.span)
        self.on.setEnabled(not review.today <= review.week.sunday)
        read = replace(document, sections=tuple(one for one in document.sections if one.part not in _WRITTEN))
        if (read, printed.bars) != self._shown:
            self._shown = (read, printed.bars)
            self.view.show_review(Printed(read, printed.bars))
        self._show_places(review, afresh=afresh)

    def _show_places(self, review: WeekReview, *, afresh: bool) -> None:
        self.view.writing.setVisible(not review.shared)
        if review.shared:
            return
        for place, shown in zip((review.question, review.focus), self.places, strict=True):
            shown.show_place(_state(place), afresh=afresh)

    def _printed_of(self, review: WeekReview) -> Printed:
        locale = QLocale()
        document = review_document(review, tr, formats_of(locale))
        return Printed(document, day_bars(review.bars, locale, mirrored=self.isRightToLeft()))

    def _write(self, place: PromptPlace, text: str) -> None:
        week, prompt_id = self._week, place.state.prompt_id

        def refused(error: KnownError) -> None:
            place.area.keep_unsaved()
            self._refuse(error)

        typed = Typed(("answer of a week", prompt_id, week), text)
        self.desk.do(lambda services: services.weekly_review.write(week, prompt_id, text), refused, typed)

    def _follow(self, change: Change) -> None:
        seen = change.touches_entries() or change.touches_promises() or change.touches_card()
        if seen or change.touches_reflections() or "checkin" in change.topics:
            self._read()

    def _toggle_share(self) -> None:
        if self.flush():
            self._read()

    def _hand_out(self, way: Callable[[Printed], object]) -> None:
        printed = self.printed()
        if printed is not None:
            way(printed)

    def _say(self, sentence: str) -> None:
        self.notice.show_notice(sentence)

    def _refuse(self, error: KnownError) -> None:
        self._why = say_error(error, tr, say.say_day)
        self.notice.show_notice(self._why, NoticeTone.ERROR)

    def _say_unsaved(self) -> None:
        words = " ".join(part for part in (self._why, tr("What you typed is still here.")) if part)
        actions = (
            NoticeAction(tr("Try again"), self.reject),
            NoticeAction(tr("Copy it and leave"), self._copy_and_leave),
        )
        self.notice.show_notice(words, NoticeTone.ERROR, actions)

    def _copy_and_leave(self) -> None:
        text = "\n\n".join(place.area.text for place in self.places if place.area.pending)
        QGuiApplication.clipboard().setText(text)
        give_up_all(self.places)
        self.reject()

    def _add_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(self, GAP_TINY))
        for widget in (self.span, self.back, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.share)
        self.content.addLayout(row)

    def _add_buttons(self) -> None:
        self.print_button = QuietButton(tr("&Print…"), self)
        self.pdf_button = QuietButton(tr("Save as P&DF…"), self)
        self.markdown_button = QuietButton(tr("Save as &Markdown…"), self)
        self.copy_button = QuietButton(tr("&Copy as Markdown"), self)
        self.print_button.setToolTip(PRINT)
        for place, button in enumerate((self.print_button, self.pdf_button, self.markdown_button, self.copy_button)):
            button.setAutoDefault(False)
            self.buttons.insertWidget(place, button)

    def _connect(self) -> None:
        column = QVBoxLayout(self.view.writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_WIDE))
        for _ in range(2):
            place = PromptPlace(_state(WeekPlace("", "")), known_to(self.desk), self.view.writing)
            place.area.written.connect(lambda text, place=place: self._write(place, text))
            place.area.told.connect(self._say)
            place.area.caret_moved.connect(lambda place=place: self.area.ensureWidgetVisible(place))
            column.addWidget(place)
            self.places.append(place)
        self.back.clicked.connect(lambda: self.show_week(self._week.previous))
        self.on.clicked.connect(lambda: self.show_week(self._week.next))
        QShortcut(Keys.PREVIOUS_WEEK.sequence, self, lambda: self.show_week(self._week.previous))
        QShortcut(Keys.NEXT_WEEK.sequence, self, lambda: self.show_week(self._week.next))
        QShortcut(PRINT, self, lambda: self._hand_out(self.handing_out.print_out))
        self.share.toggled.connect(self._toggle_share)
        self.print_button.clicked.connect(lambda: self._hand_out(self.handing_out.print_out))
        self.pdf_button.clicked.connect(lambda: self._hand_out(lambda p: self.handing_out.save_pdf(p, self._week)))
        self.markdown_button.clicked.connect(
            lambda: self._hand_out(lambda p: self.handing_out.save_markdown(p, self._week))
        )
        self.copy_button.clicked.connect(lambda: self._hand_out(self.handing_out.copy_markdown))
        self.desk.changed.connect(self._follow)
        taking_back = TakingBack(self.desk, self.flush, self)
        taking_back.refused.connect(self._refuse)

    @override
    def accept(self) -> None:
        self.reject()

    @override
    def reject(self) -> None:
        if self.handing_out.when_done(self.reject):
            return
        if self.flush():
            super().reject()
            self.left.emit()
        else:
            self._say_unsaved()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.modifiers() == Qt.KeyboardModifier.NoModifier and self.area.scroll_by_key(event.key())):
            super().keyPressEvent(event)


def _state(place: WeekPlace) -> PlaceState:
    return PlaceState(place.prompt_id, place.words, place.text, theme="", swap=None, locked=False)


def open_review(desk: Desk, window: QWidget, week: Week, prompt_id: str = "") -> ReviewDialog | None:
    """Opens the review of `week`, of today's when it is one to come; `prompt_id`: with the keyboard in that place."""
    today = desk.ask(lambda services: services.scoring.today())
    if today is None:
        return None
    dialog = ReviewDialog(desk, week if week.monday <= today else Week.of(today), window)
    if dialog.review is None:
        dialog.deleteLater()
        return None
    place = dialog.place_of(prompt_id)
    dialog.focus_first(place.area if place is not None else dialog.back)
    dialog.fit()
    dialog.open()
    return dialog
