"""What this program is, whose work is in it, and where its store lies."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

_WIDTH, _HEIGHT = 600, 600
_AROUND = 40  # what the frame takes of the screen


@dataclass(frozen=True, slots=True)
class AboutFacts:
    """`parts` are names and versions of what the program runs on: ("Python", "3.11.7"), ("Qt", "6.11.3")."""

    version: str
    store: Path
    sqlite_version: str
    journal_mode: str
    parts: tuple[tuple[str, str], ...] = ()


def licences() -> tuple[tuple[str, str], ...]:
    return (
        ("Scorecard", "MIT"),
        ("Qt, PySide6, shiboken6", "LGPL 3"),
        (tr("Inter, the typeface"), "SIL OFL 1.1"),
        (tr("Lucide, the icons"), "ISC, MIT (Feather)"),
        ("SQLAlchemy, Alembic, Mako, platformdirs, typing-extensions", "MIT"),
        ("fonttools, pyparsing, pytz, tzlocal, tomlkit, pluggy, hatchling", "MIT"),
        ("matplotlib", tr("matplotlib licence (as Python's); its fonts DejaVu and STIX: their own, OFL")),
        ("NumPy, contourpy, kiwisolver, cycler, MarkupSafe, dateparser, icalendar, XlsxWriter", "BSD"),
        ("Pillow", "MIT-CMU"),
        ("regex", "Apache 2.0, CNRI"),
        ("packaging, python-dateutil", "Apache 2.0, BSD"),
        ("tzdata, trove-classifiers", "Apache 2.0"),
        ("pathspec", "MPL 2.0"),
    )


def system_information(facts: AboutFacts, home: Path) -> str:
    """For a report of a fault; the user's home is "~" in it, and nothing of what was written is."""
    store = f"~/{facts.store.relative_to(home).as_posix()}" if facts.store.is_relative_to(home) else str(facts.store)
    known = [
        ("Scorecard", facts.version),
        *facts.parts,
        ("SQLite", f"{facts.sqlite_version}, journal mode {facts.journal_mode}"),
        ("Store", store),
    ]
    return "\n".join(f"{name}: {value}" for name, value in known)


class AboutDialog(Dialog):
    def __init__(self, parent: QWidget | None, facts: AboutFacts) -> None:
        super().__init__(tr("About Scorecard"), tr("&Done"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._facts = facts
        self.title.setText("Scorecard")
        self.copy = QuietButton(tr("&Copy system information"), self)
        self.copied = Label("", quiet=True, parent=self)
        self.open_folder = QuietButton(tr("&Open the folder"), self)
        self.store = Label(str(facts.store), parent=self)
        self._arrange()
        self.copy.clicked.connect(self.copy_information)
        folder = QUrl.fromLocalFile(str(facts.store.parent))
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        self.focus_first(self.primary)

    def copy_information(self) -> None:
        QGuiApplication.clipboard().setText(system_information(self._facts, Path.home()))
        self.copied.setText(tr("Copied."))

    def _arrange(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(self._store_card())
        column.addWidget(self._licence_card())
        column.addStretch(1)
        self.area = ScrollArea(page, self)
        version = tr("Version {version}. A personal scorecard for the end of a working day.")
        words = Label(version.format(version=self._facts.version), quiet=True, parent=self)
        words.setWordWrap(True)
        self.content.addWidget(words)
        self.content.addWidget(self.area, 1)
        wanted = QSize(px(self, _WIDTH), px(self, _HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() - QSize(_AROUND, _AROUND)))
        self.buttons.insertWidget(0, self.copy)
        self.buttons.insertWidget(1, self.copied)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.area.scroll_by(event):
            super().keyPressEvent(event)

    def _store_card(self) -> Card:
        card = Card(tr("Your store"), parent=self)
        card.body.setSpacing(px(self, GAP_SMALL))
        promise = Label(tr("Everything you write stays in this one file. Nothing is sent anywhere."), parent=self)
        promise.setWordWrap(True)
        self.store.setWordWrap(True)
        self.store.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.store.setAccessibleName(tr("Where the store lies: {path}").format(path=self._facts.store))
        engine = tr("SQLite {version}, journal mode {mode}").format(
            version=self._facts.sqlite_version, mode=self._facts.journal_mode
        )
        card.body.addWidget(promise)
        card.body.addWidget(self.store)
        engine_label = Label(engine, quiet=True, parent=self)
        engine_label.setWordWrap(True)
        card.body.addWidget(engine_label)
        card.body.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _licence_card(self) -> Card:
        card = Card(tr("Licences"), parent=self)
        lines = QVBoxLayout()
        lines.setSpacing(px(self, GAP_SMALL - 2))
        for name, licence in licences():
            lines.addLayout(self._line(name, licence))
        card.body.addLayout(lines)
        return card

    def _line(self, name: str, licence: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_WIDE))
        of_whom = Label(name, TextStyle.MEDIUM, parent=self)
        terms = Label(licence, quiet=True, parent=self)
        for label, share in ((of_whom, 3), (terms, 2)):
            label.setWordWrap(True)
            line.addWidget(label, share, Qt.AlignmentFlag.AlignTop)
        return line
