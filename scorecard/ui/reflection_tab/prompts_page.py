"""The prompts of every day: worded, added, put in order, retired and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.domain.reflections import Prompt
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.reflection_tab import prompt_lines as lines
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.text_field import TextField

Do = Callable[[Callable[[Services], object]], bool]


class PromptsPage(QWidget):
    """A prompt is worded anew by Enter or on leaving its field; old answers keep the words they were asked with."""

    def __init__(self, do: Do, parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        self._prompts: tuple[Prompt, ...] = ()
        self.list = LineList(tr("Prompts"), self)
        self.words = TextField(tr("Words of the prompt"), "", self)
        self.new = TextField(tr("A new prompt"), tr("What else is worth asking every day?"), self)
        self.add = QuietButton(tr("&Add"), self)
        self.up = QuietButton(tr("Move &up"), self)
        self.down = QuietButton(tr("Move &down"), self)
        self.retire = QuietButton(tr("&Retire"), self)
        self._lay_out()
        self._connect()

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        self._prompts = tuple(prompts)
        self.list.show_lines(lines.prompt_lines(prompts))
        self._follow_choice()

    @property
    def _chosen(self) -> Prompt | None:
        return next((prompt for prompt in self._prompts if prompt.id == self.list.key), None)

    def _reword(self) -> None:
        prompt, words = self._chosen, self.words.text().strip()
        if prompt is None or words == prompt.words:
            return
        if not words:
            self.words.setText(prompt.words)
        else:
            self._save(lines.reworded(self._prompts, prompt.id, words))

    def _move(self, by: int) -> None:
        prompt = self._chosen
        if prompt is not None:
            self._save(lines.moved(self._prompts, prompt.id, by))

    def _retire(self) -> None:
        prompt = self._chosen
        if prompt is not None:
            self._save(lines.retired(self._prompts, prompt.id, not prompt.retired))

    def _add(self) -> None:
        words = self.new.text().strip()
        if words and self._save(lines.added(self._prompts, words)):
            self.new.clear()
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, prompts: Sequence[Prompt]) -> bool:
        return self._do(lambda services: services.reflecting.save_prompts(prompts))

    def _follow_choice(self) -> None:
        prompt = self._chosen
        used = [one.id for one in self._prompts if not one.retired]
        place = used.index(prompt.id) if prompt is not None and prompt.id in used else None
        self.words.setEnabled(prompt is not None)
        self.words.setText(prompt.words if prompt is not None else "")
        self.words.setCursorPosition(0)
        self.up.setEnabled(place is not None and place > 0)
        self.down.setEnabled(place is not None and place < len(used) - 1)
        self.retire.setEnabled(prompt is not None)
        self.retire.setText(tr("Bring &back") if prompt is not None and prompt.retired else tr("&Retire"))

    def _start_wording(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()

    def _connect(self) -> None:
        self.list.chosen.connect(self._follow_choice)
        self.list.activated.connect(lambda _index: self._start_wording())
        self.words.editingFinished.connect(self._reword)
        self.new.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)
        for button, key, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            button.clicked.connect(partial(self._move, by))
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            self._shortcut(key, partial(self._move, by))
        self._shortcut("F2", self._start_wording)

    def _shortcut(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(px(self, GAP_SMALL))
        for button in (self.up, self.down, self.retire):
            buttons.addWidget(button)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(self, GAP))
        top.addWidget(self.list, 1)
        top.addLayout(buttons)
        fields = QGridLayout()
        fields.setHorizontalSpacing(px(self, GAP))
        for row, (name, field) in enumerate(((tr("&Words"), self.words), (tr("&New"), self.new))):
            label = Label(name, parent=self)
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1, 1, 2 - row)
        fields.addWidget(self.add, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addLayout(top, 1)
        column.addLayout(fields)
