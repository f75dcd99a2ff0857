"""The three questions of a good measure, asked quietly beside the form; a measure may leave them open."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.domain.measures import Kind
from scorecard.overriding import override
from scorecard.ui.card_dialogs.measure_form import MeasureForm, Rhythm
from scorecard.ui.text import tr
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY, tokens_of
from scorecard.ui.widgets.drawing import px, smooth
from scorecard.ui.widgets.label import Label, SectionLabel

_SIGN = 16


@dataclass(frozen=True, slots=True)
class Hint:
    """`advice` is for a question that is still open; it is no condition of anything."""

    question: str
    answered: bool
    advice: str


def hints(form: MeasureForm) -> tuple[Hint, Hint, Hint]:
    """Whether it is concrete, known daily or weekly, and of value to somebody, as far as a form can tell."""
    return _concrete(form), _daily_or_weekly(form), _of_value(form)


def _concrete(form: MeasureForm) -> Hint:
    question = tr("Is it concrete?")
    if form.kind is Kind.RATING:
        return Hint(
            question,
            False,
            tr("A rating is your own judgement: what would somebody see at a {scale}?").format(scale=form.scale),
        )
    return Hint(question, bool(form.name.strip()), tr("Would somebody else count the same?"))


def _daily_or_weekly(form: MeasureForm) -> Hint:
    question = tr("Is it known daily or weekly?")
    few = form.rhythm is Rhythm.CHOSEN_DAYS and len(form.weekdays) < 2
    return Hint(question, not few, tr("On one day only, once a week may fit better."))


def _of_value(form: MeasureForm) -> Hint:
    answered = bool(form.to_whom.strip() or form.why.strip())
    return Hint(tr("Of value to whom?"), answered, tr("Who is better off when it goes well?"))


class GoodMeasure(QWidget):
    """Says of each question whether it is answered, by a sign and by words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = [_HintLine(self) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addWidget(SectionLabel(tr("A good measure"), self))
        for line in self.lines:
            column.addWidget(line)

    def show_form(self, form: MeasureForm) -> None:
        for line, hint in zip(self.lines, hints(form), strict=True):
            line.show_hint(hint)


class _HintLine(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = _Sign(self)
        self.words = Label("", quiet=True, parent=self)
        self.words.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.sign, 0)
        line.addWidget(self.words, 1)

    def show_hint(self, hint: Hint) -> None:
        self.sign.show_answered(hint.answered)
        self.words.setText(hint.question if hint.answered else f"{hint.question} {hint.advice}")
        answer = tr("answered") if hint.answered else tr("open")
        self.words.setAccessibleName(f"{self.words.text()} ({answer})")


class _Sign(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answered = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_answered(self, answered: bool) -> None:
        self._answered = answered
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _SIGN), px(self, _SIGN))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        name, ink = ("check", tokens.good) if self._answered else ("circle-help", tokens.text_quiet)
        painter: QPainter
        with smooth(self) as painter:
            paint_icon(painter, name, QRect(0, 0, self.width(), self.height()), ink)
