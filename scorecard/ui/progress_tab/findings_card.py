"""The card "What the numbers say": what changed, what moves together, and questions to the card itself."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.periods import Period
from scorecard.services.progress.findings import Findings, findings_of
from scorecard.services.progress.history import History
from scorecard.ui.background import Job
from scorecard.ui.progress_tab.findings_line import FindingLine
from scorecard.ui.progress_tab.findings_questions import Finding
from scorecard.ui.progress_tab.findings_wording import Group, groups_of
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.plain_tip import plain_tip

_HEIGHT = 120

Asked = tuple[History, Period, QLocale]


class FindingsCard(Card):
    """Chance takes its time: a thread deals out the values, and `filled` says that what it found is shown."""

    measure_chosen = Signal(str)
    what_if_asked = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the numbers say"), parent=parent)
        self.loading = Label(tr("Loading…"), quiet=True, parent=self)
        self.loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.loading.setMinimumHeight(px(self, _HEIGHT))
        self.what_if = LinkButton(tr("What if the card were another?"), self)
        self.lines: list[FindingLine] = []
        self.links: list[LinkButton] = []
        self._said: QWidget | None = None
        self._shown: tuple[Group, ...] | None = None
        self._job: Job | None = None
        self._asked: Asked | None = None
        self._place = QVBoxLayout()
        self._arrange()
        self.what_if.clicked.connect(self.what_if_asked)

    @property
    def busy(self) -> bool:
        """Whether what is shown is not what was asked last."""
        return self._job is not None

    def show_history(self, history: History, period: Period, locale: QLocale) -> None:
        asked = history, period, locale
        if self._asked is not None and self._asked[0] is history and self._asked[1:] == asked[1:]:
            return
        another = self._asked is None or self._asked[1] != period
        self._asked = asked
        if self._job is not None:
            self._job.cancel()
        self._job = job = Job(lambda _tell, cancelled: (asked, findings_of(history, period, cancelled)), self)
        # Bound methods: a closure would keep the card alive for as long as the job, which is a part of it.
        job.finished.connect(self._take)
        for ended in (job.finished, job.crashed):
            ended.connect(job.deleteLater)
        if another:
            self._show_loading()
        job.start()

    def show_findings(self, findings: Findings, locale: QLocale) -> None:
        groups = groups_of(findings, locale)
        self.loading.hide()
        self.what_if.setVisible(bool(findings.n))
        if groups == self._shown and self._said is not None:
            self._said.show()
            return
        self._shown = groups
        keyboard = self._keyboard()
        self._say(groups)
        if keyboard is not None and keyboard < len(self.lines):
            self.lines[keyboard].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, found: tuple[Asked, Findings]) -> None:
        """What another job found in the meantime is of no interest any more."""
        asked, findings = found
        if asked is self._asked:
            self._job = None
            self.show_findings(findings, asked[2])
            self.filled.emit()

    def _show_loading(self) -> None:
        if self._said is not None:
            self._said.hide()
        self.loading.show()

    def _keyboard(self) -> int | None:
        """Which line has the keyboard: one in its place has it afterwards."""
        return next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)

    def _say(self, groups: tuple[Group, ...]) -> None:
        if self._said is not None:
            self._place.removeWidget(self._said)
            self._said.hide()
            self._said.deleteLater()
        self.lines, self.links = [], []
        self._said = said = QWidget(self)
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY) // 2)
        for n, group in enumerate(groups):
            if n:
                column.addSpacing(px(self, GAP_SMALL))
            if group.title:
                heading = QHBoxLayout()  # with a stretch: a label alone does not turn around in a mirrored window
                heading.addWidget(Label(group.title, TextStyle.SMALL, quiet=True, parent=said))
                heading.addStretch(1)
                column.addLayout(heading)
            for finding in group.findings:
                column.addLayout(self._row(finding, said))
        self._place.addWidget(said)
        said.show()

    def _row(self, finding: Finding, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        line = FindingLine(finding.saying, parent)
        self.lines.append(line)
        row.addWidget(line, 1)
        ways = QGridLayout()
        for n, link in enumerate(finding.links):
            way = LinkButton(link.words.replace("&", "&&"), parent)
            way.setAccessibleName(link.name)
            way.setToolTip(plain_tip(link.name))
            way.clicked.connect(lambda _=False, measure=link.measure_id: self.measure_chosen.emit(measure))
            ways.addWidget(way, n, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self.links.append(way)
        ways.setRowStretch(len(finding.links), 1)
        row.addLayout(ways)
        return row

    def _arrange(self) -> None:
        self.body.addWidget(self.loading)
        self.body.addLayout(self._place)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.what_if)
        self.body.addLayout(foot)
        self.what_if.hide()
