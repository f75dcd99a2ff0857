"""The calm page after a gap: each missing day is scored from memory, away, or left blank."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.gaps import Gap
from scorecard.overriding import override
from scorecard.services.services import Services
from scorecard.ui.away.gap_line import say_keys
from scorecard.ui.away.gap_list import GapList
from scorecard.ui.away.gap_states import Answer, GapLine, gap_lines, say_constancy, say_page
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import list_height
from scorecard.ui.preferences import Preferences
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.ui.widgets.scroll_area import ScrollArea
from scorecard.words.errors import say_error

_WIDTH = 640
_ROWS, _ROW = 10, 48


class GapDialog(Dialog):
    """Every way out leaves blank what has no answer, and nobody is told of it again; but going to score a day does not.

    `score_asked` carries that day.
    """

    score_asked = Signal(object)

    def __init__(self, gap: Gap, desk: Desk, preferences: Preferences, parent: QWidget | None) -> None:
        super().__init__(tr("Missing days"), tr("Leave all &blank"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._gap = gap
        self._desk = desk
        self._preferences = preferences
        self._leaves_rest = True
        self.list = GapList(self._lines(), self)
        self.constancy = Label("", quiet=True, parent=self)
        self.all_away = QuietButton(tr("All &away"), self)
        self.notice = NoticeBar(self)
        self._arrange()
        self._connect()
        self._show()
        self.focus_first(self.list)

    def _answer(self, day: date, answer: Answer | None) -> None:
        self.notice.hide()
        place = self._gap.days.index(day)
        match answer:
            case Answer.SCORED:
                self._go_and_score(day)
                return
            case Answer.AWAY:
                self._do(lambda s: s.aways.be_away([day]))
            case Answer.LEFT:
                self._take_away_back(day)
                self._remember(self._left | {day})
            case None:
                self._take_away_back(day)
                self._remember(self._left - {day})
        self._show()
        if answer is not None:
            self.list.go_on_from(place)

    def be_away_on_all(self) -> None:
        """On those that have no answer yet, as one range where no working day lies between."""
        self.notice.hide()
        self._do(lambda s: s.aways.be_away(self._waiting))
        self._show()

    def undo(self) -> None:
        self.notice.hide()
        self._do(lambda s: s.undoing.undo())

    @property
    def _waiting(self) -> list[date]:
        return [line.day for line in self._lines() if line.answer is None]

    @property
    def _left(self) -> frozenset[date]:
        return self._preferences.left_days()

    def _lines(self) -> tuple[GapLine, ...]:
        days = self._desk.ask(lambda s: s.gaps.days(self._gap.days)) or ()
        return gap_lines(days, self._left)

    def _go_and_score(self, day: date) -> None:
        self._leaves_rest = False
        self.accept()
        self.score_asked.emit(day)

    def _take_away_back(self, day: date) -> None:
        line = next(line for line in self._lines() if line.day == day)
        if line.answer is Answer.AWAY:
            self._do(lambda s: s.aways.be_here(day))

    def _remember(self, left: Iterable[date]) -> None:
        self._preferences.set_left_days(left)
        self._preferences.save()

    def _do(self, wish: Callable[[Services], object]) -> bool:
        return self._desk.do(wish, self._refuse)

    def _refuse(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr), NoticeTone.WARNING)

    def _show(self) -> None:
        lines = self._lines()
        self.list.show_lines(lines)
        waiting = sum(line.answer is None for line in lines)
        self.all_away.setEnabled(waiting > 0)
        some = waiting < len(lines)
        self.all_away.setText(tr("The others &away") if some else tr("All &away"))
        self.primary.setText(_say_leaving(waiting, some=some))
        self.constancy.setText(say_constancy(self._desk.ask(lambda s: s.gaps.constancy())))

    def _follow_change(self, change: Change) -> None:
        if change.touches_card() or change.touches_entries():
            self._show()

    def _arrange(self) -> None:
        self.setMinimumWidth(px(self, _WIDTH))
        explanation = Label(say_page(self._gap), quiet=True, parent=self)
        explanation.setWordWrap(True)
        self._area = ScrollArea(self.list, self)
        self._area.setMinimumHeight(list_height(self, min(_ROWS, len(self.list.rows)), _ROW))
        keys = Label(say_keys(tr("Score from memory")), TextStyle.CAPTION, quiet=True, parent=self)
        for widget in (explanation, self._area, keys, self.notice):
            self.content.addWidget(widget, 1 if widget is self._area else 0)
        self.buttons.insertWidget(0, self.constancy)
        self.buttons.insertWidget(self.buttons.indexOf(self.primary), self.all_away)

    def _connect(self) -> None:
        self._desk.changed.connect(self._follow_change)
        self.list.answered.connect(self._answer)
        self.list.entered.connect(lambda row: self._area.ensureWidgetVisible(row, 0, px(self, _ROW)))
        self.all_away.clicked.connect(self.be_away_on_all)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)

    @override
    def done(self, result: int) -> None:
        if self._leaves_rest:
            self._remember(self._left.union(self._waiting))
        super().done(result)


def _say_leaving(waiting: int, *, some: bool) -> str:
    if not waiting:
        return tr("&Done")
    return tr("Leave the others &blank") if some else tr("Leave all &blank")
