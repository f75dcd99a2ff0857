"""The card "Trust and attention over time": a panel for each check-in and whom it is about."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.services.checkin_page import CheckinPage
from scorecard.services.progress.trust import TrustPage, trust_of
from scorecard.ui.progress_tab.chart_card import ChartCard, Face
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.trust_canvas import TrustCanvas
from scorecard.ui.progress_tab.trust_reading import read_trust
from scorecard.ui.progress_tab.trust_table import TrustTable, table_rows
from scorecard.ui.progress_tab.trust_wording import last_words, legend_words, note_words, nothing_words, title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import ElidedLabel, Label


class TrustCard(ChartCard):
    """Not there at all before the first check-in. Whom they are about is said in the picture, never in its title."""

    checkin_chosen = Signal(object)  # SeriesKey

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(title(), parent)
        self.empty = EmptyState("message-square-text", "", "", parent=self)
        self.canvas = TrustCanvas(self)
        self.table = TrustTable(self)
        self.legend = ElidedLabel("", TextStyle.SMALL, quiet=True, parent=self)
        self.note = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self.note.setWordWrap(True)
        self._shown: tuple[TrustPage, QLocale] | None = None
        self.put_together(self.canvas, self.table, self.empty, self.legend)
        self.body.insertWidget(self.body.count() - 1, self.note)
        self.canvas.checkin_clicked.connect(self.checkin_chosen)

    def show_checkins(self, page: CheckinPage, period: Period, locale: QLocale) -> None:
        trust = trust_of(page, period)
        self._shown = trust, locale
        self.set_title(title(), tr("%n check-in(s)", "", trust.n) if trust.n else "")
        name = f"{title()}, {period_title(period, trust.today, locale)}"
        self.canvas.show_trust(read_trust(trust, locale, mirrored=self.isRightToLeft()), name)
        self.legend.setText(legend_words(trust))
        self.note.setText(note_words(trust))
        self.empty.title.setText(nothing_words(period.length))
        self.empty.sentence.setText(last_words(trust, locale))
        self.show_filled(trust.n > 0)
        self.setVisible(trust.begun)

    @override
    def show_face(self) -> None:
        super().show_face()
        self.legend.setVisible(self.face is Face.CHART)
        self.note.setVisible(self.face is Face.CHART and bool(self.note.text()))

    @override
    def fill_table(self) -> None:
        if self._shown is not None:
            page, locale = self._shown
            self.table.show_rows(table_rows(page, locale))
