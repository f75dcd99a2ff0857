"""Which measures gave how much to a goal; the last line is what it has come to."""

from fractions import Fraction
from math import floor

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.goal_progress import Gain, GoalProgress
from scorecard.domain.goals import Counted
from scorecard.ui import say
from scorecard.ui.goals.wording import numbers_of, say_period
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable
from scorecard.words.goal_names import explain_counted
from scorecard.words.goals import DOT, facts, remarks, say_amount

_SIZE = (740, 540)


class GoalExplanation(Dialog):
    def __init__(self, progress: GoalProgress, parent: QWidget) -> None:
        super().__init__(tr("How this goal came about"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(progress.goal.name)
        self.title.setWordWrap(True)
        self.table = _table(progress, self)
        for words in _sentences(progress, self.locale()):
            label = Label(words, quiet=True, parent=self)
            label.setWordWrap(True)
            self.content.addWidget(label)
        self.content.addWidget(self.table, 1)
        for words in remarks(progress, tr):
            remark = Label(words, parent=self)
            remark.setWordWrap(True)
            self.content.addWidget(remark)
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        self.focus_first(self.table)


def _sentences(progress: GoalProgress, locale: QLocale) -> list[str]:
    goal = progress.goal
    said = [say_period(goal.period, locale), *facts(progress, tr, numbers_of(locale))]
    written = [words for words in (goal.key_result, goal.why) if words]
    return [*written, DOT.join(said), explain_counted(goal.counted, tr)]


def headings(progress: GoalProgress) -> tuple[str, ...]:
    gave = tr("Points") if progress.goal.counted is Counted.SCORE else tr("Gave", "what a measure gave to a goal")
    return tr("Measure"), gave, tr("Values", "heading of a column: how many values"), tr("Known"), tr("Left out")


def rows(progress: GoalProgress, locale: QLocale) -> list[tuple[str, ...]]:
    """A line a measure, and the sum of them."""
    number = numbers_of(locale)
    amount = progress.amount
    total = say.NOTHING if amount is None else say_amount(progress.goal, amount, tr, number)
    known = _of(progress.known, progress.asked, locale)
    left_out = sum(_left_out(gain) for gain in progress.gains)
    lines = [
        (
            gain.measure.name,
            say_amount(progress.goal, part, tr, number) if gain.n else say.NOTHING,
            number(gain.n),
            _of(gain.known, gain.asked, locale),
            number(_left_out(gain)) if gain.left_out else "",
        )
        for gain, part in zip(progress.gains, shown_parts(progress), strict=True)
    ]
    return [*lines, (tr("Together"), total, number(progress.n), known, number(left_out) if left_out else "")]


def shown_parts(progress: GoalProgress) -> list[Fraction]:
    """What the measures gave; points in tenths, rounded so that they add up to the sum as it is shown."""
    parts = [progress.part(gain) for gain in progress.gains]
    if progress.goal.counted is not Counted.SCORE:
        return parts
    tenths = [10 * part for part in parts]
    down = [floor(part) for part in tenths]
    missing = floor(sum(tenths, Fraction(0))) - sum(down)
    for place in sorted(range(len(parts)), key=lambda place: (down[place] - tenths[place], place))[:missing]:
        down[place] += 1
    return [Fraction(whole, 10) for whole in down]


def _left_out(gain: Gain) -> int:
    return sum(one.n for one in gain.left_out)


def _of(known: int, asked: int, locale: QLocale) -> str:
    number = numbers_of(locale)
    return tr("{known} of {due}").format(known=number(known), due=number(asked))


def _table(progress: GoalProgress, parent: Dialog) -> ReadingTable:
    table = ReadingTable(tr("What each measure gave"), headings(progress), parent, numbers=range(1, 5))
    table.show_rows(rows(progress, parent.locale()), last_is_sum=True)
    table.selectRow(0)
    return table
