"""How a score came about: one line a measure, and the points add up to the score."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.scores import Explanation, Line, Standing
from scorecard.domain.weeks import Week
from scorecard.services.pages import DayPage
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable


class ExplanationDialog(Dialog):
    """`names`: measure id → name. `by_day`: the lines are of several days, and each says of which."""

    def __init__(
        self, title: str, explanation: Explanation, names: Mapping[str, str], parent: QWidget, *, by_day: bool = False
    ) -> None:
        super().__init__(tr("How this score came about"), tr("&Close"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(title)
        self.table = explanation_table(explanation, names, self, by_day=by_day)
        self.content.addWidget(_sentence(explanation, self))
        self.content.addWidget(self.table, 1)
        self.resize(px(self, 760), px(self, 460))
        self.focus_first(self.table)


def explain_day_page(page: DayPage, parent: QWidget) -> ExplanationDialog:
    return ExplanationDialog(say.say_day(page.day), page.explanation, _names(page), parent)


def explain_week(week: Week, explanation: Explanation, names: Mapping[str, str], parent: QWidget) -> ExplanationDialog:
    return ExplanationDialog(say.say_week(week), explanation, names, parent, by_day=True)


def _names(page: DayPage) -> dict[str, str]:
    return {row.measure.id: row.measure.name for row in page.rows}


def _sentence(explanation: Explanation, parent: QWidget) -> Label:
    score = explanation.score
    if score.thin and score.due:
        words = tr("Less than half of what is due is known, so this is no score yet.")
    else:
        words = tr("Points = 100 × weight × completion ÷ the sum of the weights that have a value.")
    label = Label(words, quiet=True, parent=parent)
    label.setWordWrap(True)
    return label


def explanation_table(
    explanation: Explanation, names: Mapping[str, str], parent: QWidget, *, by_day: bool = False
) -> ReadingTable:
    headings = [tr("Measure"), tr("Value"), tr("Target"), tr("Weight"), tr("Completion"), tr("Points")]
    table = ReadingTable(tr("Explanation of the score"), headings, parent, numbers=range(1, len(headings)))
    points = shown_points([line.points for line in explanation.lines])
    rows = []
    for line, share in zip(explanation.lines, points, strict=True):
        name = names.get(line.measure_id, "")
        rows.append(_line_cells(line, f"{_day_words(line)} · {name}" if by_day else name, share))
    table.show_rows([*rows, _total_cells(explanation)], last_is_sum=True)
    table.selectRow(0)
    return table


def shown_points(points: list[Fraction]) -> list[Fraction]:
    """The points in tenths, rounded so that they add up to their rounded sum: the largest remainders go up."""
    tenths = [10 * share for share in points]
    down = [share.numerator // share.denominator for share in tenths]
    missing = round(sum(tenths, Fraction(0))) - sum(down)
    by_remainder = sorted(range(len(points)), key=lambda n: (down[n] - tenths[n], n))
    for number in by_remainder[:missing]:
        down[number] += 1
    return [Fraction(whole, 10) for whole in down]


def _day_words(line: Line) -> str:
    return tr("Week") if line.day is None else say.say_weekday(line.day)


def say_tenths(points: Fraction) -> str:
    return f"{float(points):.1f}".replace(".", say.decimal_point())


def _line_cells(line: Line, name: str, points: Fraction) -> list[str]:
    value = say.NOTHING if line.value is None else say.say_value_with_unit(line.terms, line.value)
    target = say.say_target(line.terms) or tr("yes")
    if line.standing is not Standing.COUNTED or line.completion is None:
        return [name, value, target, say.NOTHING, _standing_words(line.standing), say.NOTHING]
    completion = f"{round(100 * line.completion)} %"
    return [name, value, target, str(line.weight), completion, say_tenths(points)]


def _total_cells(explanation: Explanation) -> list[str]:
    score = explanation.score
    coverage = tr("{known} of {due}").format(known=score.known, due=score.due)
    total = say.NOTHING if score.so_far is None else say_tenths(Fraction(round(10 * score.so_far), 10))
    return [tr("Score"), coverage, "", str(score.known_weight), "", total]


def _standing_words(standing: Standing) -> str:
    match standing:
        case Standing.BLANK:
            return tr("not known")
        case Standing.SKIPPED:
            return tr("skipped")
        case Standing.AWAY:
            return tr("away")
        case Standing.NOT_DUE:
            return tr("not due")
        case Standing.WEEKLY:
            return tr("counts in the week")
        case Standing.TALLY:
            return tr("only counted")
        case Standing.OPEN:
            return tr("week still open")
        case Standing.COUNTED:
            return ""
