"""Days away: a list of ranges, and the form that adds and changes them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.away import AwayRange
from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.services.services import Services
from scorecard.ui.away.away_form import AwayForm
from scorecard.ui.away.away_words import away_lines, say_range
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.desk import Desk
from scorecard.ui.say import say_short_day
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

_SIZE = (660, 560)


def open_aways(desk: Desk, parent: QWidget, away_id: str = "") -> None:
    """With that range ready to be changed, or with the form empty. Nothing while the store is not open."""
    if desk.ask(lambda s: s.aways.today()) is not None:
        dialog = AwaysDialog(desk, parent)
        dialog.open()
        if away_id:
            dialog.change(away_id)


class AwaysDialog(Dialog):
    """Every step is done at once and can be undone here."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("Days away"), tr("&Done"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._ranges: tuple[AwayRange, ...] = ()
        today = desk.ask(lambda s: s.aways.today())
        assert today is not None, "the store is open"
        self._today = today
        self.form = AwayForm(today, self)
        self.list = LineList(tr("Days away"), self)
        self.edit = QuietButton(tr("&Edit"), self)
        self.remove = QuietButton(tr("Re&move"), self)
        self.notice = NoticeBar(self)
        self._arrange()
        self._connect()
        self._read()
        self._show_reach()
        self.focus_first(self.form.first)

    def change(self, away_id: str) -> None:
        """Fills the form with that range."""
        away = self._known(away_id)
        if away is not None:
            self.notice.hide()
            self.list.choose(away_id)
            self.form.change(away)

    def remove_chosen(self) -> None:
        away = self._known(self.list.key)
        if away is not None and self._do(lambda s: s.aways.remove(away.id)):
            self.form.clear()
            words = tr("Not away any more: {days}.").format(days=say_range(away.first_day, away.last_day))
            self.notice.show_notice(words, actions=(self._way_back,))
            self.list.setFocus()

    def undo(self) -> None:
        if self._do(lambda s: s.undoing.undo()):
            self.form.clear()

    def redo(self) -> None:
        if self._do(lambda s: s.undoing.redo()):
            self.form.clear()

    def _give(self, away_id: str, first_day: date, last_day: date, reason: str) -> None:
        def write(services: Services) -> None:
            if away_id:
                self._show_given(services.aways.change(away_id, first_day, last_day, reason))
            else:
                self._show_given(services.aways.add(first_day, last_day, reason))

        self._do(write)

    def _show_given(self, away: AwayRange) -> None:
        self.form.clear()
        self.list.choose(away.id)
        words = tr("Away: {days}.").format(days=say_range(away.first_day, away.last_day))
        self.notice.show_notice(words, actions=(self._way_back,))
        self.list.setFocus()  # a date field would take Ctrl+Z for itself

    @property
    def _way_back(self) -> NoticeAction:
        return NoticeAction(tr("&Undo"), self.undo)

    def _do(self, wish: Callable[[Services], object]) -> bool:
        self.notice.hide()
        return self._desk.do(wish, self._refuse)

    def _refuse(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr, say_short_day), NoticeTone.WARNING)

    def _known(self, away_id: str | None) -> AwayRange | None:
        return next((away for away in self._ranges if away.id == away_id), None)

    def _read(self) -> None:
        self._ranges = self._desk.ask(lambda s: s.aways.ranges()) or ()
        self.list.show_lines(away_lines(self._ranges, self._today))
        self._offer()

    def _offer(self) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(self.list.key is not None)

    def _show_reach(self) -> None:
        first_day, last_day = self.form.first.day, self.form.last.day
        reach = self._desk.ask(lambda s: s.aways.reach(first_day, last_day))
        if reach is not None:
            self.form.show_reach(reach)

    def _edit_chosen(self) -> None:
        self.change(self.list.key or "")

    def _follow_change(self, change: Change) -> None:
        if change.touches_card() or change.touches_entries():
            self._read()
            self._show_reach()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        words = tr(
            "A holiday, an illness, a trip: nothing is asked on these days, and no score, mean or gap knows them."
        )
        explanation = Label(words, quiet=True, parent=self)
        explanation.setWordWrap(True)
        buttons = QVBoxLayout()
        buttons.setSpacing(px(self, GAP_SMALL))
        for button in (self.edit, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP))
        line.addWidget(self.list, 1)
        line.addLayout(buttons)
        self.content.addWidget(explanation)
        self.content.addWidget(self.form)
        self.content.addLayout(line, 1)
        self.content.addWidget(self.notice)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self.form.edited.connect(self._show_reach)
        self.form.given.connect(self._give)
        self.form.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._offer)
        self.list.activated.connect(lambda _: self._edit_chosen())
        self.edit.clicked.connect(self._edit_chosen)
        self.remove.clicked.connect(self.remove_chosen)
        QShortcut(QKeySequence("Delete"), self.list, self.remove_chosen, context=Qt.ShortcutContext.WidgetShortcut)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
