"""What this program is, whose work is in it, and where its store lies."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WIDTH = 560
_FIRST_COLUMN = 130


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
        ("Qt, PySide6", "LGPL 3"),
        ("SQLAlchemy, Alembic", "MIT"),
        ("matplotlib", tr("matplotlib licence (as Python's)")),
        ("Inter", "SIL OFL 1.1"),
        ("Lucide", "ISC"),
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
        self.store = Label(str(facts.store), parent=self)
        self._arrange()
        self.copy.clicked.connect(self.copy_information)
        self.focus_first(self.primary)

    def copy_information(self) -> None:
        QGuiApplication.clipboard().setText(system_information(self._facts, Path.home()))
        self.copied.setText(tr("Copied."))

    def _arrange(self) -> None:
        self.setMinimumWidth(px(self, _WIDTH))
        version = tr("Version {version}. A personal scorecard for the end of a working day.")
        self.content.addWidget(Label(version.format(version=self._facts.version), quiet=True, parent=self))
        self.content.addWidget(self._store_card())
        self.content.addWidget(self._licence_card())
        self.content.addStretch(1)
        self.buttons.insertWidget(0, self.copy)
        self.buttons.insertWidget(1, self.copied)

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
        card.body.addWidget(Label(engine, quiet=True, parent=self))
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
        of_whom.setMinimumWidth(px(self, _FIRST_COLUMN + GAP))
        line.addWidget(of_whom)
        line.addWidget(Label(licence, quiet=True, parent=self), 1)
        return line
