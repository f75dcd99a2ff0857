"""What to export, of which time, and where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.services.exporting_files import ExportFormat, Wish, is_archive
from scorecard.ui.export_dialog.wording import Time, say_format, say_time, say_what_is_in, span_of
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.day_field import DayField
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

FORMATS = (
    ExportFormat.JSON, ExportFormat.XLSX, ExportFormat.CSV, ExportFormat.CSV_EXACT, ExportFormat.MARKDOWN,
    ExportFormat.ICS,
)  # fmt: skip


class ExportFields(QWidget):
    """`edited` follows every change by the user. `agreed` is the file that the user said may be replaced."""

    edited = Signal()

    def __init__(self, today: date, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.agreed: Path | None = None
        self.format = ChoiceBox([(wanted.value, say_format(wanted)) for wanted in FORMATS], self)
        self.explanation = Label("", quiet=True, parent=self)
        self.explanation.setWordWrap(True)
        self.time = ChoiceBox([(wanted.value, say_time(wanted)) for wanted in Time], self)
        self.first = DayField(tr("First day"), today.replace(month=1, day=1), today, self)
        self.until = DayField(tr("Last day"), today, today, self)
        self.days = QWidget(self)
        self.place = TextField(tr("Where to"), parent=self)
        self.choose_file = QuietButton(tr("Choose a &file…"), self)
        self.choose_folder = QuietButton(tr("Choose a fol&der…"), self)
        self.privacy = Label(
            tr("It holds your private words, unencrypted. The file is made so that only you can open it here."),
            quiet=True, parent=self,
        )  # fmt: skip
        self.privacy.setWordWrap(True)
        self._arrange()
        self.place.setText(str(self._proposed(folder)))
        self.format.currentIndexChanged.connect(self._follow_format)
        self.time.currentIndexChanged.connect(self._follow_time)
        self.place.textEdited.connect(self._follow_edit)
        for field in (self.first, self.until):
            field.edited.connect(self.edited)
        self.choose_file.clicked.connect(self.ask_file)
        self.choose_folder.clicked.connect(self.ask_folder)
        self._show()

    @property
    def wanted(self) -> ExportFormat:
        return ExportFormat(self.format.currentData())

    @property
    def wish(self) -> Wish:
        span = span_of(Time(self.time.currentData()), (self.first.day, self.until.day), self._today)
        return Wish(self.wanted, Path(self.place.text().strip()).expanduser(), *span)

    def ask_file(self) -> None:
        kinds = f"{say_format(self.wanted)} (*{self.wanted.ending})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), self.place.text(), kinds)
        if chosen:
            file = Path(chosen)
            self._take(file if file.suffix else file.with_name(file.name + self.wanted.ending))
            self.agreed = Path(chosen) if file.suffix else None

    def ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose an empty folder"), str(self.wish.target.parent))
        if chosen:
            self._take(Path(chosen))

    def _take(self, place: Path) -> None:
        self.place.setText(str(place))
        self._follow_edit()

    def _follow_edit(self) -> None:
        self.agreed = None
        self.edited.emit()

    def _follow_format(self) -> None:
        """The name stays, with the ending of the format."""
        place = Path(self.place.text().strip() or str(Path.home()))
        endings = {wanted.ending for wanted in FORMATS}
        if place.suffix in endings:
            self.place.setText(str(place.with_suffix(self.wanted.ending)))
        elif not is_archive(place) and self.wanted is not ExportFormat.MARKDOWN:
            self.place.setText(str(self._proposed(place.parent)))
        self._show()
        self._follow_edit()

    def _follow_time(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.explanation.setText(say_what_is_in(self.wanted, Time(self.time.currentData())))
        self.days.setVisible(self.time.currentData() == Time.CHOSEN.value)
        self.choose_folder.setVisible(self.wanted is ExportFormat.MARKDOWN)

    def _proposed(self, folder: Path) -> Path:
        return folder / f"Scorecard {self._today.isoformat()}{self.wanted.ending}"

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(self, GAP))
        grid.setVerticalSpacing(px(self, GAP_SMALL))
        grid.setColumnStretch(1, 1)
        days = QHBoxLayout(self.days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(px(self, GAP_SMALL))
        days.addWidget(self.first)
        days.addWidget(Label(tr("to", "from a day to a day"), parent=self.days))
        days.addWidget(self.until)
        days.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(self, GAP_SMALL))
        buttons.addWidget(self.choose_file)
        buttons.addWidget(self.choose_folder)
        buttons.addStretch(1)
        lines: tuple[tuple[str, QWidget | None, QWidget | QHBoxLayout], ...] = (
            (tr("&What"), self.format, self.format),
            ("", None, self.explanation),
            (tr("&Time"), self.time, self.time),
            ("", None, self.days),
            (tr("W&here to"), self.place, self.place),
            ("", None, buttons),
        )
        for number, (words, buddy, shown) in enumerate(lines):
            if buddy is not None:
                label = Label(words, parent=self)
                label.setBuddy(buddy)
                grid.addWidget(label, number, 0)
            if isinstance(shown, QWidget):
                grid.addWidget(shown, number, 1)
            else:
                grid.addLayout(shown, number, 1)
        column.addLayout(grid)
        column.addWidget(self.privacy)
        column.addStretch(1)
