"""The numbers of the week chart as a table, to be read out, searched and copied."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.domain.grades import rounded
from scorecard.overriding import override
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.progress_tab.wording import coverage, day_words, figure, remarks
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px

Row = tuple[str, str, str, str]
_SCORE_COLUMN = 1
_NARROWEST = 130
_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def headings() -> Row:
    return tr("Day"), tr("Score"), tr("Scored measures"), tr("Remarks")


def table_rows(bars: WeekBars, locale: QLocale) -> list[Row]:
    """The seven days, then the means and the week score, as far as there are any."""
    rows = [_day_row(bar, locale) for bar in bars.days]
    for name, mean, n in (
        (tr("Mean of the week"), bars.mean, bars.mean_n),
        (tr("Mean of last week"), bars.last_mean, bars.last_n),
    ):
        if mean is not None:
            rows.append((name, figure(rounded(mean), locale), "", tr("%n day(s)", "", n)))
    if bars.score.so_far is not None:
        thin = tr("too little for a score") if bars.score.thin else ""
        of_measures = coverage(bars.score.known, bars.score.due, locale)
        rows.append((tr("Week score"), figure(rounded(bars.score.so_far), locale), of_measures, thin))
    return rows


def _day_row(bar: DayBar, locale: QLocale) -> Row:
    score = "" if bar.shown is None else figure(bar.shown, locale)
    known = coverage(bar.known, bar.due, locale) if bar.due and not bar.future else ""
    return day_words(bar.day, locale), score, known, ", ".join(remarks(bar))


def as_tsv(rows: list[Row]) -> str:
    """Lines of cells with tabs between, headings first, as spreadsheets paste them."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (headings(), *rows))


class DayTable(QTableWidget):
    """Ctrl+C copies the selected rows, or all when none is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings()), parent)
        self._rows: list[Row] = []
        self.setAccessibleName(tr("The week in numbers"))
        self.setHorizontalHeaderLabels(headings())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(_WORDS)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(px(self, _NARROWEST))
        header.setStretchLastSection(True)
        heading = self.horizontalHeaderItem(_SCORE_COLUMN)
        if heading is not None:
            heading.setTextAlignment(_NUMBER)

    def show_rows(self, rows: list[Row]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self.setRowCount(len(rows))
        for n, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(n, column, _cell(words, number=column == _SCORE_COLUMN))
        self.updateGeometry()

    def copy(self) -> None:
        chosen = sorted({index.row() for index in self.selectedIndexes()}) or range(len(self._rows))
        QGuiApplication.clipboard().setText(as_tsv([self._rows[n] for n in chosen]))

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2
        return QSize(super().sizeHint().width(), height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)


def _cell(words: str, *, number: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(words)
    cell.setTextAlignment(_NUMBER if number else _WORDS)
    return cell
