"""The shareable page of what was agreed with somebody: no notes, no figures about a person, no names beyond theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scorecard.services.exporting import NotWrittenError, write_file
from scorecard.ui.desk import Desk
from scorecard.ui.exporting import say_not_written
from scorecard.ui.people_tab.share_words import as_markdown, say_asked, say_since, say_title, say_with
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from scorecard.services.people.agreed_view import AgreedLine, AgreedView

_SIZE = (560, 520)


def open_share(desk: Desk, person_id: str, parent: QWidget) -> None:
    """Opens the page; nothing happens when there is no such person any more."""
    view = desk.ask(lambda services: services.people.shared(person_id))
    if view is not None:
        ShareDialog(view, parent).open()


class ShareDialog(Dialog):
    """What is seen here is all that is handed out."""

    def __init__(self, view: AgreedView, parent: QWidget | None = None) -> None:
        super().__init__(say_title(), tr("Close"), parent=parent)
        self._view = view
        self.told = Label("", quiet=True, parent=self)
        self.told.setWordWrap(True)
        self.told.hide()
        self.copy = QuietButton(tr("&Copy"), self)
        self.markdown = QuietButton(tr("Save as &Markdown…"), self)
        self.pdf = QuietButton(tr("Save as &PDF…"), self)
        self._arrange()
        self.copy.clicked.connect(self._copy)
        self.markdown.clicked.connect(lambda: self._save(".md", tr("Markdown files"), as_markdown(view).encode()))
        self.pdf.clicked.connect(lambda: self._save(".pdf", tr("PDF files"), pdf_of(view)))
        for button in (self.copy, self.markdown, self.pdf):
            button.setEnabled(bool(view.lines))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_markdown(self._view))
        self._tell(tr("Copied."))

    def _save(self, ending: str, kinds: str, content: bytes) -> None:
        proposed = str(Path.home() / (tr("Agreed measures") + ending))
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), proposed, f"{kinds} (*{ending})")
        if not chosen:
            return
        file = Path(chosen)
        file = file if file.suffix else file.with_name(file.name + ending)
        try:
            write_file(file, content)
        except NotWrittenError as error:
            self.show_problem(say_not_written(error.fault).format(file=file))
            return
        self.show_problem("")
        self._tell(tr("Written to {file}.").format(file=file))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()

    def _arrange(self) -> None:
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, px(self, GAP_SMALL), 0)
        column.setSpacing(px(self, GAP_SMALL))
        for line in self._view.lines:
            column.addWidget(_shown(line, page))
        if not self._view.lines:
            empty = tr("Nothing is agreed yet. Choose measures from the card on the page of this person.")
            column.addWidget(_wrapped(empty, TextStyle.BODY, page))
        column.addStretch(1)
        self.content.addWidget(_wrapped(say_with(self._view), TextStyle.BODY, self))
        self.content.addWidget(ScrollArea(page, self), 1)
        self.content.addWidget(self.told)
        for place, button in enumerate((self.copy, self.markdown, self.pdf)):
            self.buttons.insertWidget(place, button)


def pdf_of(view: AgreedView) -> bytes:
    """The page with real text. What the file says of itself names nobody."""
    from scorecard.ui.weekly_review.pdf import page_size_of

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(page_size_of(QLocale()))
    writer.setTitle(say_title())
    writer.setCreator("Scorecard")
    document = QTextDocument()
    document.setMarkdown(as_markdown(view))
    document.print_(writer)
    del writer  # ends the document
    return bytes(buffer.data().data())


def _shown(line: AgreedLine, parent: QWidget) -> QWidget:
    card = Card(parent=parent)
    card.body.setSpacing(px(parent, GAP_TINY))
    card.body.addWidget(_wrapped(line.name, TextStyle.NAME, card))
    said = " · ".join(part for part in (say_asked(line), say_since(line)) if part)
    card.body.addWidget(_wrapped(said, TextStyle.SMALL, card, quiet=True))
    return card


def _wrapped(text: str, style: TextStyle, parent: QWidget, *, quiet: bool = False) -> Label:
    label = Label(text, style, quiet=quiet, parent=parent)
    label.setWordWrap(True)
    return label
