"""The card of check-ins: the latest result with its parts, what changed, what is due, and the way to the next one."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.domain.changes import Change
from scorecard.overriding import override
from scorecard.services.checkin_page import CheckinPage, Series, SeriesKey
from scorecard.ui.desk import Desk
from scorecard.ui.reflection_tab import checkin_wording as wording
from scorecard.ui.reflection_tab.checkin_chart import CheckinChart
from scorecard.ui.reflection_tab.checkin_factors import FactorBars
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, tokens_of
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.plain_tip import plain_tip

_TOPICS = frozenset({"checkin", "person", "promise", "promise_step", "setting"})


class CheckinCard(Card):
    """Reads anew when something changed; the tab calls `refresh` when another day has begun."""

    checked_in = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._page: CheckinPage | None = None
        self._chosen: SeriesKey | None = None
        self._stale = True
        self.hint = _wrapped(self, TextStyle.SMALL)
        self.invitation = _wrapped(self)
        self.result = Label("", TextStyle.FIGURE, parent=self)
        self.change = Label("", TextStyle.MEDIUM, parent=self)
        self.formula = _wrapped(self, TextStyle.SMALL)
        self.factors = FactorBars(self)
        self.evidence = _wrapped(self, TextStyle.SMALL)
        self.chart = CheckinChart(self)
        self.choice = ChoiceBox(parent=self)
        self.start = QuietButton(tr("&Check in"), self)
        self.problem = _wrapped(self, TextStyle.SMALL)
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._arrange()
        self._connect()

    @property
    def series(self) -> Series | None:
        """What is shown."""
        if self._page is None:
            return None
        return self._page.get(self._chosen) or self._page.first

    def refresh(self) -> None:
        """Reads everything anew; later, while nobody sees it."""
        self._stale = not self.isVisible()
        if not self._stale and (page := self._desk.ask(lambda services: services.checkins.card())) is not None:
            self._page = page
            self._show_page(page)

    def choose(self, key: SeriesKey) -> None:
        self._chosen = key
        if self._page is not None:
            self._show_page(self._page)

    def check_in(self) -> None:
        from scorecard.ui.reflection_tab.checkin_dialog import CheckinDialog

        if self._page is None or (series := self.series) is None or series.definition is None:
            return
        dialog = CheckinDialog(self._desk, self.window(), self._page, series)
        dialog.saved.connect(self._follow_saved)
        dialog.open()

    def show_history(self) -> None:
        from scorecard.ui.reflection_tab.checkin_history import CheckinHistoryDialog

        if self._page is not None and (series := self.series) is not None and series.results:
            CheckinHistoryDialog(self._desk, self.window(), self._page, series).open()

    def _show_page(self, page: CheckinPage) -> None:
        self._show_choice(page)
        self._say(self.problem, wording.say_problems(page.problems))
        series = self.series
        for widget in (self.result, self.change, self.factors, self.chart):
            widget.setVisible(series is not None and series.latest is not None)
        if series is None:
            self.set_title(tr("Check-in"))
            self.start.setEnabled(False)
            return
        definition = series.definition
        self.set_title(wording.say_title(series.name), wording.say_cadence(definition.cadence) if definition else "")
        self.start.setEnabled(definition is not None)
        self._say(self.hint, wording.say_due(series, page.due, page.today))
        self._show_result(page, series)

    def _show_result(self, page: CheckinPage, series: Series) -> None:
        latest, definition = series.latest, series.definition
        if latest is None:
            self._say(self.invitation, wording.say_invitation(len(definition.factors)) if definition else "")
            self._say(self.formula, definition.formula if definition else "")
            self._say(self.evidence, "")
            return
        self._say(self.invitation, "")
        self.result.setText(wording.say_result(latest.result))
        self.result.setAccessibleName(f"{wording.say_series(series)}, {self.result.text()}")
        self.change.setText(wording.say_change(series.before, latest, page.today))
        self.change.setAccessibleName(wording.speak_change(series.before, latest, page.today))
        self._colour_change()
        self._say(self.formula, latest.formula)
        self.factors.show_lines(wording.factor_lines(series))
        self._say(self.evidence, wording.say_evidence(latest))
        self.evidence.setToolTip(plain_tip(latest.evidence))
        self.chart.show_results(series.results, page.today)

    def _colour_change(self) -> None:
        """Better and worse in the colours of scores; the triangle says it without them."""
        step = self.series.change if self.series else None
        tokens, palette = tokens_of(self.palette()), self.change.palette()
        ink = tokens.text_quiet if not step else tokens.good if step > 0 else tokens.poor
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.change.setPalette(palette)

    def _show_choice(self, page: CheckinPage) -> None:
        """The keys stand in the order of the page."""
        with QSignalBlocker(self.choice):
            words = [wording.say_series(series) for series in page.series]
            if words != [self.choice.itemText(place) for place in range(self.choice.count())]:
                self.choice.clear()
                self.choice.addItems(words)
                self.choice.view().setMinimumWidth(self.choice.sizeHint().width())  # more than the box may have
            if (series := self.series) is not None:
                self.choice.setCurrentIndex(page.series.index(series))
        self.choice.setVisible(len(words) > 1)

    def _say(self, label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _arrange(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(px(self, GAP_SMALL))
        figure.addStretch(1)
        figure.addWidget(self.result)
        figure.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        figure.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(self, GAP_SMALL))
        buttons.addWidget(self.choice, 1)
        buttons.addWidget(self.start)
        buttons.addStretch(0)
        self.choice.setAccessibleDescription(tr("Which check-in is shown"))  # its name is what is chosen
        self.body.setSpacing(px(self, GAP_SMALL))
        self.body.addWidget(self.hint)
        self.body.addLayout(figure)
        for widget in (self.invitation, self.formula, self.factors, self.evidence, self.chart):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self.body.addWidget(self.problem)

    def _connect(self) -> None:
        self.start.clicked.connect(self.check_in)
        self.chart.clicked.connect(self.show_history)
        self.choice.activated.connect(self._follow_choice)
        self._desk.changed.connect(self._follow_change)
        self._desk.attached.connect(self.refresh)

    def _follow_choice(self, place: int) -> None:
        if self._page is not None:
            self.choose(self._page.series[place].key)

    def _follow_change(self, change: Change) -> None:
        if change.topics & _TOPICS:
            self.refresh()

    def _follow_saved(self, checkin_id: str) -> None:
        """The one just made is shown, whomever it is about."""
        for series in self._page.series if self._page else ():
            if any(result.id == checkin_id for result in series.results):
                self.choose(series.key)
        self.checked_in.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_page"):
            self._colour_change()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _wrapped(parent: QWidget, style: TextStyle = TextStyle.BODY) -> Label:
    label = Label("", style, quiet=True, parent=parent)
    label.setWordWrap(True)
    label.hide()
    return label
