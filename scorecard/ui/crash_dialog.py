"""A bug of ours: what is safe, and the details to copy. Nothing is sent, and the details hold no text of the user."""

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


class CrashDialog(Dialog):
    def __init__(self, details: str, parent: QWidget | None) -> None:
        super().__init__(tr("Scorecard"), tr("&Close"), parent=parent)
        self.title.setText(tr("Something went wrong inside Scorecard"))
        sentence = Label(
            tr("Everything that was shown as entered is safely on disk. You can go on; if it happens again, "
               "start Scorecard anew."),
            parent=self,
        )  # fmt: skip
        sentence.setWordWrap(True)
        box = QPlainTextEdit(details, self)
        box.setReadOnly(True)
        box.setAccessibleName(tr("Details"))
        copy = QuietButton(tr("Copy &details"), self)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.content.addWidget(sentence)
        self.content.addWidget(box, 1)
        self.buttons.insertWidget(0, copy)
        self.resize(px(self, 620), px(self, 360))
