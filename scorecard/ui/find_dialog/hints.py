"""What stands where there is nothing to show: what can be found and how, or why nothing was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label


class Hints(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", TextStyle.HEADING, parent=self)
        self.sentence = Label("", quiet=True, parent=self)
        self._ways = QWidget(self)
        self._lay_out()
        self.explain()

    @property
    def spoken(self) -> str:
        return f"{self.title.text()}. {self.sentence.text()}"

    def explain(self) -> None:
        """Nothing was typed yet."""
        self.title.setText(tr("Find what you wrote"))
        self.sentence.setText(tr("In reflections, notes, promises and check-ins, and in the names of people."))
        self._ways.show()

    def nothing_found(self, *, everywhere: bool) -> None:
        self.title.setText(tr("Nothing found"))
        if everywhere:
            self.sentence.setText(tr("All of the words have to be there. Try fewer of them, or only their beginnings."))
        else:
            self.sentence.setText(tr("Try fewer words, only their beginnings, or look in all of it."))
        self._ways.hide()

    def _lay_out(self) -> None:
        for label in (self.title, self.sentence):
            label.setWordWrap(True)
        grid = QGridLayout(self._ways)
        grid.setContentsMargins(0, px(self, GAP), 0, 0)
        grid.setHorizontalSpacing(px(self, GAP_WIDE))
        grid.setVerticalSpacing(px(self, GAP_SMALL))
        grid.setColumnStretch(1, 1)
        for row, (example, words) in enumerate(_ways()):
            said = Label(words, quiet=True, parent=self._ways)
            said.setWordWrap(True)
            grid.addWidget(Label(example, TextStyle.STRONG, parent=self._ways), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
        column = QVBoxLayout(self)
        column.setSpacing(px(self, GAP_SMALL))
        column.setContentsMargins(0, px(self, GAP_WIDE), px(self, GAP_SMALL), 0)
        for part in (self.title, self.sentence, self._ways):
            column.addWidget(part)
        column.addStretch(1)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0


def _ways() -> tuple[tuple[str, str], ...]:
    return (
        (tr("cass", "example of a search"), tr("Words that begin like this: Cassandra")),
        (tr("help cass", "example of a search"), tr("All of these words, wherever they stand")),
        (tr("“how can I help”", "example of a search"), tr("These words as they follow each other")),
        (tr("#team", "example of a search"), tr("What you marked with this tag")),
    )
