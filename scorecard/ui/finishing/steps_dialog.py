"""A dialog of several steps, with a way on and a way back; what is typed in it is saved on every way out."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.step import LEAST_WIDTH, Step
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

_WIDTH = 660
_LOWEST = 480
_AROUND = QSize(32, 72)  # what the frame of a dialog, and the desktop around it, take of the screen


class StepsDialog(Dialog):
    """Accepting goes on; subclasses say what follows the last step, in `end`, and what its button says."""

    def __init__(self, title: str, last_words: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, last_words, tr("&Not yet"), parent)
        self.desk = desk
        self.notice = NoticeBar(self)
        self.steps: list[Step] = []
        self._last_words = last_words
        self._why = ""  # the last refusal
        self._stack = QStackedWidget(self)
        self.back = QuietButton(tr("&Back"), self)
        self.place_words = Label("", quiet=True, parent=self)
        self.content.addWidget(self.notice)
        self.content.addWidget(self._stack, 1)
        self.setMinimumWidth(px(self, LEAST_WIDTH))
        self.buttons.insertWidget(0, self.place_words)
        self.buttons.insertWidget(2, self.back)
        self.primary.setToolTip(Keys.FINISH_DAY.shown)
        self.back.setToolTip(Keys.PREVIOUS_DAY.shown)
        self.back.clicked.connect(self.go_back)
        for key in (Keys.FINISH_DAY, Keys.FINISH_DAY_TOO):
            QShortcut(key.sequence, self, self.accept)
        QShortcut(Keys.PREVIOUS_DAY.sequence, self, self.go_back)

    def end(self) -> None:
        """After the last step."""
        raise NotImplementedError

    @property
    def place(self) -> int:
        return self._stack.currentIndex()

    @property
    def step(self) -> Step:
        return self.steps[self.place]

    def add_step(self, step: Step) -> None:
        self.steps.append(step)
        self._stack.addWidget(step)
        step.failed.connect(self.refuse)
        step.changed.connect(self._show_title)
        self._put_buttons_after(step)

    def take_step_away(self, step: Step) -> None:
        self.steps.remove(step)
        self._stack.removeWidget(step)
        step.hide()
        step.deleteLater()

    def go_to(self, place: int, first: QWidget | None = None) -> None:
        """`first`: where the keyboard goes, if not where the step says."""
        self._stack.setCurrentIndex(place)
        self._show_title()
        last = place == len(self.steps) - 1
        self.primary.setText(self._last_words if last else self.steps[place + 1].lead)
        self.back.setVisible(place > 0)
        words = tr("Step {step} of {n}").format(step=place + 1, n=len(self.steps))
        self.place_words.setText(words if len(self.steps) > 1 else "")
        keyboard = first or self.step.first
        self.focus_first(keyboard)
        if self.isVisible():
            keyboard.setFocus()
        self.step.come_in()

    def go_back(self) -> None:
        if self.place > 0:
            self.go_to(self.place - 1)

    def refuse(self, error: KnownError) -> None:
        self._why = say_error(error, tr, say.say_day)
        if self.isVisible():
            self.notice.show_notice(self._why, NoticeTone.ERROR)
        else:
            self.desk.failed.emit(error)  # the window says it

    def flush(self) -> bool:
        """Each step is asked, also after one that could not save."""
        saved = [step.flush() for step in self.steps]
        return all(saved)

    def unsaved_text(self) -> str:
        return "\n\n".join(text for step in self.steps if (text := step.unsaved_text()))

    def give_up_text(self) -> None:
        for step in self.steps:
            step.give_up_text()

    def fit(self) -> None:
        """As large as the largest step wants to be, as far as there is room; it never becomes smaller."""
        room = self.screen().availableGeometry().size() - _AROUND
        parent = self.parentWidget()
        if parent is not None:
            room.setHeight(min(room.height(), max(px(self, _LOWEST), parent.window().height())))
        wanted = self.sizeHint().expandedTo(QSize(px(self, _WIDTH), 0)).boundedTo(room)
        if self.isVisible():
            wanted = wanted.expandedTo(self.size())
            self.move(self.pos() - QPoint(0, (wanted.height() - self.height()) // 2))
        self.resize(wanted)

    def _put_buttons_after(self, step: Step) -> None:
        """For Tab, which else would come to them first."""
        last: QWidget = step
        while (following := last.nextInFocusChain()) is not None and step.isAncestorOf(following):
            last = following
        for one, other in pairwise((last, self.back, self.secondary, self.primary)):
            QWidget.setTabOrder(one, other)

    def _show_title(self) -> None:
        self.title.setText(self.step.title)

    def _say_unsaved(self) -> None:
        self.notice.show_notice(
            " ".join((self._why, tr("What you typed is still here."))),
            NoticeTone.ERROR,
            (NoticeAction(tr("Try again"), self.reject), NoticeAction(tr("Copy it and leave"), self._copy_and_leave)),
        )

    def _copy_and_leave(self) -> None:
        QGuiApplication.clipboard().setText(self.unsaved_text())
        self.give_up_text()
        self.reject()

    @override
    def accept(self) -> None:
        if not self.flush():
            self._say_unsaved()
            return
        self.notice.hide()
        if self.place < len(self.steps) - 1:
            self.go_to(self.place + 1)
        else:
            self.end()

    @override
    def reject(self) -> None:
        if self.flush():
            super().reject()
        else:
            self._say_unsaved()
